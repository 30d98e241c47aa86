"""Whose turn it is: whoever was not heard yet, then whoever has waited longest."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from workshopcore_action_learning.sets import LearningSet

__all__ = ["Turns", "one_by_one"]

Presenters = tuple[tuple[str, ...], ...]
"""Those of each set, in order."""


def _all(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


@frozen
class Turns:
    """The turns that people have had so far, the latest last.

    >>> turns = Turns(["jo", "li"])
    >>> turns.next(LearningSet("", 4, ("jo", "li", "sam", "ama")), 3)
    ('sam', 'ama', 'jo')
    """

    taken: tuple[str, ...] = field(default=(), converter=_all)

    def next(self, learning_set: LearningSet, number: int) -> tuple[str, ...]:
        """Return who presents next in a set, at most so many.

        A joiner comes first once, and then waits like anybody else. Whoever sits in for
        somebody else comes after the members of the set.
        """
        last = {person: turn for turn, person in enumerate(self.taken)}

        def waiting(person: str) -> tuple[bool, int]:
            return person in learning_set.guests, last.get(person, -1)

        return tuple(sorted(learning_set.members, key=waiting)[:number])

    def presenters(self, sets: Iterable[LearningSet], number: int) -> Presenters:
        """Return who presents next in each set."""
        return tuple(self.next(each, number) for each in sets)

    def after(self, heard: Iterable[str]) -> Turns:
        """Return the turns once these have had theirs as well."""
        return Turns((*self.taken, *heard))


def one_by_one(presenters: Presenters) -> tuple[str, ...]:
    """Return presenters in the order of their turns: the first of every set, then the second.

    >>> one_by_one((("a", "b"), ("c",)))
    ('a', 'c', 'b')
    """
    longest = max(map(len, presenters), default=0)
    return tuple(each[turn] for turn in range(longest) for each in presenters if turn < len(each))
