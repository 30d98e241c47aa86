"""Ranks in which ties share their middle one, doubled so that they stay whole numbers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby

__all__ = ["doubled_ranks"]


def doubled_ranks(values: Sequence[Fraction]) -> list[int]:
    """Return twice the mid-rank of each value.

    >>> doubled_ranks([Fraction(1), Fraction(5), Fraction(1)])
    [3, 6, 3]
    """
    order = sorted(range(len(values)), key=lambda i: values[i])
    ranks = [0] * len(values)
    first = 1
    for _, group in groupby(order, key=lambda i: values[i]):
        tied = list(group)
        for i in tied:
            ranks[i] = 2 * first + len(tied) - 1
        first += len(tied)
    return ranks
