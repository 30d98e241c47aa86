"""How many ways there are to reach each sum of ranks: exactly, ties and all.

A distribution is a polynomial in which the coefficient of x^s counts the ways to reach the sum
s. It is kept as one large integer, a fixed number of bytes for each coefficient (Kronecker's
substitution), so that taking in one more rank is one shift and one addition.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from attrs import frozen

__all__ = ["RankSums", "any_ranks", "so_many_ranks"]


@frozen
class RankSums:
    """How many ways lead to each sum, from 0 upwards.

    >>> any_ranks([1, 2, 3]).ways
    (1, 1, 1, 2, 1, 1, 1)
    """

    ways: tuple[int, ...]

    def at_most(self, total: int) -> Fraction:
        """Return the probability of this sum or a lower one, all ways being equally likely."""
        return Fraction(sum(self.ways[: total + 1]), sum(self.ways)) if total >= 0 else Fraction()

    def at_least(self, total: int) -> Fraction:
        """Return the probability of this sum or a higher one."""
        return 1 - self.at_most(total - 1)

    def least_two_sided(self) -> Fraction:
        """Return the smallest probability that a two-sided test can report."""
        every = sum(self.ways)
        ends = [next(ways for ways in some if ways) for some in (self.ways, self.ways[::-1])]
        return min(Fraction(2 * min(ends), every), Fraction(1))


def any_ranks(ranks: Sequence[int]) -> RankSums:
    """Return the sums of all subsets of ranks, of which there are 2 to the power of how many."""
    width = _width(len(ranks))
    packed = 1
    for rank in ranks:
        packed += packed << (rank * width)
    return _unpacked(packed, width, sum(ranks))


def so_many_ranks(ranks: Sequence[int], size: int) -> RankSums:
    """Return the sums of all subsets of ranks that have a given size."""
    width = _width(len(ranks))
    packed = [1, *[0] * size]
    for rank in ranks:
        for taken in range(size, 0, -1):
            packed[taken] += packed[taken - 1] << (rank * width)
    return _unpacked(packed[size], width, sum(ranks))


def _width(count: int) -> int:
    # No coefficient exceeds 2 to the power of how many ranks there are.
    return 8 * (count // 8 + 1)


def _unpacked(packed: int, width: int, most: int) -> RankSums:
    size = width // 8
    raw = packed.to_bytes((most + 1) * size, "little")
    starts = range(0, len(raw), size)
    return RankSums(tuple(int.from_bytes(raw[i : i + size], "little") for i in starts))
