"""Demands about all the dates together: how far apart, and how often anybody may miss."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from itertools import pairwise
from typing import Protocol

from workshopcore.calendar.demands import Constraint, Demand
from workshopcore.calendar.rules import FURTHEST, Apart
from workshopcore.calendar.sentences import gap_after, gap_between, may_miss
from workshopcore.calendar.wanted import Question

__all__ = ["gaps", "misses"]


def gaps(question: Question) -> Iterator[Demand]:
    """Yield how far neighbours are apart: by the house's rule, or by their own wish."""
    usual = []
    for gap, (earlier, later) in enumerate(pairwise(question.workshops)):
        if earlier.held is not None and later.held is not None:
            continue
        if later.wish.apart is None:
            usual.append(gap)
        else:
            said = partial(gap_after, later.title, earlier.title)
            yield from _bounds(later.wish.apart, said, (gap,), (later.id,))
    yield from _bounds(question.rules.apart, gap_between, tuple(usual), ())


class _Gap(Protocol):
    def __call__(self, days: int, *, longest: bool) -> str: ...


def _bounds(
    apart: Apart, said: _Gap, gaps: tuple[int, ...], workshops: tuple[str, ...]
) -> Iterator[Demand]:
    def shortest(days: int) -> Demand:
        constraint = Constraint("shortest-gap", partial(said, days, longest=False), workshops)
        return Demand(constraint, gaps=gaps, bound=days, remade=shortest)

    def longest(days: int) -> Demand:
        constraint = Constraint("longest-gap", partial(said, days, longest=True), workshops)
        return Demand(constraint, gaps=gaps, bound=days, loosest=FURTHEST, remade=longest)

    if gaps and apart.least:
        yield shortest(apart.least)
    if gaps and apart.most is not None:
        yield longest(apart.most)


def misses(question: Question) -> Iterator[Demand]:
    """Yield how many workshops anybody may miss."""

    def most(halves: int) -> Demand:
        all_of_them = 2 * len(question.workshops)
        constraint = Constraint("misses", partial(may_miss, Fraction(halves, 2)))
        return Demand(constraint, bound=halves, loosest=all_of_them, remade=most)

    if question.rules.nobody_misses_more_than is not None:
        yield most(int(2 * question.rules.nobody_misses_more_than))
