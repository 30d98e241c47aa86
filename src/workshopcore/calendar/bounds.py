"""Demands about all the dates together: how far apart, and how often anybody may miss."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from workshopcore.calendar.demands import Constraint, Demand
from workshopcore.calendar.rules import FURTHEST, Apart
from workshopcore.calendar.wanted import Question
from workshopcore.calendar.words import called, half_words, span_words

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
            said = f"{called(later.title)} is {{}} after {called(earlier.title)}"
            yield from _bounds(later.wish.apart, said, (gap,), (later.id,))
    yield from _bounds(question.rules.apart, "Workshops are {} apart", tuple(usual), ())


def _bounds(
    apart: Apart, said: str, gaps: tuple[int, ...], workshops: tuple[str, ...]
) -> Iterator[Demand]:
    def shortest(days: int) -> Demand:
        words = said.format(f"at least {span_words(days)}")
        constraint = Constraint("shortest-gap", words, workshops)
        return Demand(constraint, gaps=gaps, bound=days, remade=shortest)

    def longest(days: int) -> Demand:
        words = said.format(f"at most {span_words(days)}")
        constraint = Constraint("longest-gap", words, workshops)
        return Demand(constraint, gaps=gaps, bound=days, loosest=FURTHEST, remade=longest)

    if gaps and apart.least:
        yield shortest(apart.least)
    if gaps and apart.most is not None:
        yield longest(apart.most)


def misses(question: Question) -> Iterator[Demand]:
    """Yield how many workshops anybody may miss."""

    def most(halves: int) -> Demand:
        missed = Fraction(halves, 2)
        what = "workshop" if missed <= 1 else "workshops"
        said = f"Nobody misses more than {half_words(missed)} {what}"
        all_of_them = 2 * len(question.workshops)
        constraint = Constraint("misses", said)
        return Demand(constraint, bound=halves, loosest=all_of_them, remade=most)

    if question.rules.nobody_misses_more_than is not None:
        yield most(int(2 * question.rules.nobody_misses_more_than))
