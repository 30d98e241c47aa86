"""How long a search goes on: counted in swaps looked at, never by the clock."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate, repeat
from operator import mul
from random import Random
from typing import TypeAlias

__all__ = ["BUDGET", "Advance", "Allowance", "Effort", "TooLongError", "chances"]

BUDGET = 8_000_000
"""Swaps that a search looks at if nobody says otherwise: a second or two."""

Advance: TypeAlias = Callable[[int, int], None]
"""Called now and then with how many swaps were looked at, and how many there will be at most."""

_CALLS = 100


class Effort:
    """What a search has and has used: its swaps, and its random numbers.

    Only ``random()`` of the generator is used, which gives the same numbers on every machine.

    Attributes:
        budget: how many swaps it may look at in all.
        spent: how many it has looked at.
        random: the next random number, from 0 up to 1.
    """

    __slots__ = ("_advance", "_told", "budget", "random", "spent")

    def __init__(self, budget: int, seed: int, advance: Advance | None = None) -> None:
        self.budget, self.spent = budget, 0
        self.random = Random(seed).random
        self._advance, self._told = advance, 0

    @property
    def left(self) -> int:
        """How many swaps it may still look at."""
        return max(0, self.budget - self.spent)

    def spend(self, swaps: int) -> None:
        """Note that swaps were looked at, and say so now and then."""
        self.spent += swaps
        if self._advance and (self.spent - self._told) * _CALLS >= self.budget:
            self._told = self.spent
            self._advance(min(self.spent, self.budget), self.budget)

    def finish(self) -> None:
        """Say that the search is over."""
        if self._advance:
            self._advance(self.budget, self.budget)

    def shuffled(self, things: range | list[int]) -> list[int]:
        """Return things in a random order."""
        return sorted(things, key=lambda _: self.random())


class TooLongError(Exception):
    """An allowance is used up; whoever gave it catches this."""


class Allowance:
    """A part of an effort, for what is worth nothing unless it comes to its end."""

    __slots__ = ("_effort", "_until")

    def __init__(self, effort: Effort, swaps: int) -> None:
        self._effort, self._until = effort, effort.spent + min(swaps, effort.left)

    def spend(self, swaps: int) -> None:
        """Note that swaps were looked at, or what takes as long.

        Raises:
            TooLongError: the allowance is used up.
        """
        self._effort.spend(swaps + 1)
        if self._effort.spent >= self._until:
            raise TooLongError


def chances(chance: float, prices: int) -> list[float]:
    """Return how likely each price is accepted, from 0 on, if a price of 1 is at a chance.

    Products only: they are the same on every machine, and powers need not be.

    >>> chances(0.5, 4)
    [1.0, 0.5, 0.25, 0.125]
    """
    return list(accumulate(repeat(chance, prices - 1), mul, initial=1.0))
