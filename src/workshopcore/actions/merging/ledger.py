"""Keeping account of what becomes of every line of a list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from attrs import Factory, frozen

from workshopcore.actions.merging.result import Change, Conflict
from workshopcore.errors import Problem

__all__ = ["Ledger", "in_order"]

T = TypeVar("T")


@frozen
class Ledger:
    """What became of the lines of a list, each entry with the number of its line."""

    changes: list[tuple[int, Change]] = Factory(list)
    conflicts: list[tuple[int, Conflict]] = Factory(list)
    problems: list[tuple[int, Problem]] = Factory(list)

    @property
    def lines(self) -> set[int]:
        """The lines of which there is something to tell."""
        return {
            number for kind in (self.changes, self.conflicts, self.problems) for number, _ in kind
        }

    def complain(self, number: int, problem: Problem) -> None:
        """Take note of something that was of no use."""
        self.problems.append((number, problem))


def in_order(entries: Iterable[tuple[int, T]]) -> tuple[T, ...]:
    """Return entries in the order of their lines."""
    return tuple(entry for _, entry in sorted(entries, key=lambda each: each[0]))
