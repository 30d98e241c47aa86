"""Exact fractions of minutes, and the whole minutes that people plan with."""

from __future__ import annotations

import math
from collections.abc import Iterable
from fractions import Fraction
from itertools import accumulate, pairwise
from typing import TypeAlias

from workshopcore.model.length import Length

__all__ = ["NO_TIME", "Bounds", "added", "each_length", "whole_length"]

Bounds: TypeAlias = tuple[Fraction, Fraction, Fraction]
"""Shortest, usual and longest, in exact minutes."""

NO_TIME: Bounds = (Fraction(0), Fraction(0), Fraction(0))


def added(first: Bounds, second: Bounds) -> Bounds:
    """Return how long two things take one after the other."""
    return first[0] + second[0], first[1] + second[1], first[2] + second[2]


def whole_length(bounds: Bounds) -> Length:
    """Return a length in whole minutes that promises no more room than there is.

    Shortest is rounded up, usual to the nearest minute (half up) and longest down, kept in
    rising order.

    >>> whole_length((Fraction("15.5"), Fraction("26.5"), Fraction("35.9")))
    Length(shortest=16, usual=27, longest=35)
    """
    return _ordered(*_whole(bounds))


def each_length(parts: Iterable[Bounds]) -> tuple[Length, ...]:
    """Return the lengths of consecutive parts in whole minutes.

    Running totals are rounded rather than parts, so that the parts of a session add up to
    its :func:`whole_length`, except where keeping a part's bounds in order forbids it.
    """
    totals = [_whole(total) for total in accumulate(parts, added, initial=NO_TIME)]
    return tuple(
        _ordered(*(now - past for past, now in zip(before, after, strict=True)))
        for before, after in pairwise(totals)
    )


def _whole(bounds: Bounds) -> tuple[int, int, int]:
    shortest, usual, longest = bounds
    return math.ceil(shortest), math.floor(usual + Fraction(1, 2)), math.floor(longest)


def _ordered(shortest: int, usual: int, longest: int) -> Length:
    usual = max(shortest, usual)
    return Length(shortest, usual, max(usual, longest))
