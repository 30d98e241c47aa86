"""The actions that are meant, and how many there are of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from workshopcore.actions import Standing

__all__ = ["Chosen"]


@frozen
class Chosen:
    """The actions that are meant, of all that there are on a day.

    Attributes:
        every: all of them.
        shown: those that are meant.
        closed_too: whether closed ones were asked for as well.
        narrowed: whether anything else was asked.
    """

    on: date
    every: tuple[Standing, ...]
    shown: tuple[Standing, ...]
    closed_too: bool
    narrowed: bool

    @property
    def open(self) -> int:
        """How many are open, of all that there are."""
        return sum(each.is_open for each in self.every)

    @property
    def counted(self) -> int:
        """How many there are that were not given up."""
        return sum(not each.given_up for each in self.every)

    @property
    def overdue(self) -> int:
        """How many of those that are meant are overdue."""
        return sum(each.late > 0 for each in self.shown)

    @property
    def summary(self) -> str:
        """How many there are in words, each number with what it is of."""
        from workshopcore.cli.actions.wording import nothing_yet

        if not self.every:
            return nothing_yet(self.on)
        late = f"{self.overdue or 'none'} overdue"
        if not self.narrowed and not self.closed_too:
            return f"{self.open} open of {self.counted}; {late}"
        shown = len(self.shown)
        if not self.closed_too:
            return f"{shown} shown, of {self.open} open; {late}"
        unfinished = sum(each.is_open for each in self.shown)
        return f"{shown} shown, of {len(self.every)}; {unfinished or 'none'} open, {late}"
