"""The k-th lowest of many, and how often the k-th from either end enclose the middle."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import accumulate

__all__ = ["in_order", "middle", "place_from_either_end"]


def in_order(found: Sequence[tuple[Fraction, int]], place: int) -> Fraction:
    """Return the number at a place, counted from 1, among counted numbers in rising order.

    >>> in_order([(Fraction(3), 2), (Fraction(5), 4)], 3)
    Fraction(5, 1)
    """
    ends = list(accumulate(times for _, times in found))
    return found[bisect_left(ends, place)][0]


def middle(found: Sequence[tuple[Fraction, int]]) -> Fraction:
    """Return the median of counted numbers in rising order."""
    used = sum(times for _, times in found)
    return (in_order(found, (used + 1) // 2) + in_order(found, used // 2 + 1)) / 2


def place_from_either_end(
    ways: Iterable[int], whole: int, level: float
) -> tuple[int, Fraction | None]:
    """Return the k whose places from either end enclose at a level, and how often they do.

    Args:
        ways: in how many ways 0, 1, 2, … of the statistic come about; the same from both ends.
        whole: how many ways there are.
        level: of confidence.

    Returns:
        The largest k with 1 − 2·P(below k) at the level or above, and that probability; 0 where
        not even the ends enclose so often.

    >>> place_from_either_end([1, 6, 15, 20, 15, 6, 1], 64, 0.95)
    (1, Fraction(31, 32))
    """
    below = accumulate(ways)
    place, coverage = 0, None
    while (reached := 1 - Fraction(2 * next(below), whole)) >= level:
        place, coverage = place + 1, reached
    return place, coverage
