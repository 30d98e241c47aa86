"""Exact fractions of minutes, and the whole minutes that people plan with."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import reduce
from itertools import accumulate, pairwise
from typing import TypeAlias

from workshopcore.model.length import Length

__all__ = ["NO_TIME", "Bounds", "added", "each_length", "whole_length"]

Bounds: TypeAlias = tuple[Fraction, Fraction, Fraction]
"""Shortest, usual and longest, in exact minutes."""

NO_TIME: Bounds = (Fraction(0), Fraction(0), Fraction(0))
_HALF = Fraction(1, 2)


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
    shortest = math.ceil(bounds[0])
    usual = max(shortest, math.floor(bounds[1] + _HALF))
    return Length(shortest, usual, max(usual, math.floor(bounds[2])))


def each_length(parts: Sequence[Bounds]) -> tuple[Length, ...]:
    """Return the lengths of consecutive parts in whole minutes.

    They add up to the :func:`whole_length` of all parts together. Running totals are rounded
    rather than parts: those of the shortest, and those of the room up to usual and longest,
    so that each part has its bounds in order too.
    """
    whole = whole_length(reduce(added, parts, NO_TIME))
    shortest, usual, longest = whole.shortest or 0, whole.usual or 0, whole.longest or 0
    least = _differences([math.ceil(total) for total in _totals([part[0] for part in parts])])
    more = _shared([part[1] - part[0] for part in parts], usual - shortest)
    most = _shared([part[2] - part[1] for part in parts], longest - usual)
    return tuple(
        Length(low, low + room, low + room + rest)
        for low, room, rest in zip(least, more, most, strict=True)
    )


def _shared(exact: Sequence[Fraction], total: int) -> list[int]:
    """Share a whole number out in the proportion of exact parts, the running totals rounded."""
    everything = sum(exact)
    if not everything:
        return [0] * len(exact)
    return _differences(
        [math.floor(reached * total / everything + _HALF) for reached in _totals(exact)]
    )


def _totals(exact: Sequence[Fraction]) -> Iterable[Fraction]:
    return accumulate(exact, initial=Fraction(0))


def _differences(totals: Sequence[int]) -> list[int]:
    return [after - before for before, after in pairwise(totals)]
