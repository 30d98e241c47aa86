"""How likely each number of minutes is: exactly, in whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import accumulate, chain, pairwise, repeat
from math import gcd, prod
from typing import TypeAlias

from attrs import field, frozen

from workshopcore.errors import InvalidValueError

__all__ = ["Distribution", "Share"]

Share: TypeAlias = Fraction | float
"""A probability that is asked for: 0.9 is taken as nine tenths, not as the nearest double."""


def _weights(values: Iterable[int]) -> tuple[int, ...]:
    return tuple(values)


@frozen
class Distribution:
    """How likely each whole number of minutes is.

    The weights are whole numbers, so nothing is ever rounded: a probability is a weight
    divided by the total of the weights.

    Attributes:
        first: the fewest minutes.
        weights: the weight of ``first`` minutes, of one more, and so on.

    Raises:
        InvalidValueError: a weight is negative, or none is above 0.

    >>> rehearsal = Distribution(10, [1, 2, 1])
    >>> rehearsal.at_most(11)
    Fraction(3, 4)
    >>> rehearsal.mean
    Fraction(11, 1)
    """

    first: int
    weights: tuple[int, ...] = field(converter=_weights)

    def __attrs_post_init__(self) -> None:
        if min(self.weights, default=0) < 0 or not any(self.weights):
            raise InvalidValueError(self.weights, "weights of 0 or more, one of them above 0")

    @classmethod
    def certain(cls, minutes: int) -> Distribution:
        """Return the distribution of something that never varies."""
        return cls(minutes, (1,))

    @property
    def last(self) -> int:
        """The most minutes."""
        return self.first + len(self.weights) - 1

    @cached_property
    def total(self) -> int:
        """The sum of the weights."""
        return sum(self.weights)

    @cached_property
    def _up_to(self) -> tuple[int, ...]:
        return tuple(accumulate(self.weights))

    def weight_up_to(self, minutes: int) -> int:
        """Return the weight of so many minutes or fewer."""
        if minutes < self.first:
            return 0
        return self._up_to[min(minutes, self.last) - self.first]

    def at_most(self, minutes: int) -> Fraction:
        """Return the probability of so many minutes or fewer."""
        return Fraction(self.weight_up_to(minutes), self.total)

    def quantile(self, share: Share) -> int:
        """Return the fewest minutes that are not exceeded with a probability.

        Args:
            share: the probability, above 0 and no more than 1.

        Raises:
            InvalidValueError: it is not such a probability.

        >>> Distribution(10, [1, 2, 1]).quantile(0.75)
        11
        """
        wanted = _share(share)
        return next(
            self.first + number
            for number, weight in enumerate(self._up_to)
            if weight * wanted.denominator >= self.total * wanted.numerator
        )

    @property
    def mean(self) -> Fraction:
        """The expected minutes."""
        return Fraction(sum(m * weight for m, weight in self.weighted()), self.total)

    @property
    def variance(self) -> Fraction:
        """The expected square of the distance from the mean, in square minutes."""
        squares = Fraction(sum(m * m * weight for m, weight in self.weighted()), self.total)
        return squares - self.mean**2

    def weighted(self) -> Iterator[tuple[int, int]]:
        """Yield the minutes that are possible, each with its weight, in rising order."""
        for number, weight in enumerate(self.weights):
            if weight:
                yield self.first + number, weight

    def reduced(self) -> Distribution:
        """Return the same in its lowest terms: equal distributions are then equal values."""
        possible = [number for number, weight in enumerate(self.weights) if weight]
        kept = self.weights[possible[0] : possible[-1] + 1]
        factor = gcd(*kept)
        return Distribution(self.first + possible[0], [weight // factor for weight in kept])

    def later(self, minutes: int) -> Distribution:
        """Return the distribution of so many minutes more."""
        return Distribution(self.first + minutes, self.weights) if minutes else self

    def negative(self) -> Distribution:
        """Return the distribution of as many minutes less than none."""
        return Distribution(-self.last, reversed(self.weights))

    def plus(self, other: Distribution) -> Distribution:
        """Return the distribution of the sum of two independent numbers of minutes.

        The two are multiplied as polynomials, and these as two large integers, each weight in a
        field of bytes wide enough for any weight of the product: Python multiplies integers
        faster than any loop of ours (Kronecker's substitution).
        """
        if len(other.weights) == 1 == other.total:
            return self.later(other.first)
        width = (self.total * other.total).bit_length() // 8 + 1
        size = width * (len(self.weights) + len(other.weights) - 1)
        product = (_packed(self.weights, width) * _packed(other.weights, width)).to_bytes(
            size, "little"
        )
        return Distribution(
            self.first + other.first,
            [int.from_bytes(product[n : n + width], "little") for n in range(0, size, width)],
        )

    @classmethod
    def latest(cls, distributions: Sequence[Distribution]) -> Distribution:
        """Return the distribution of the largest of independent numbers of minutes."""
        first = max(one.first for one in distributions)
        last = max(one.last for one in distributions)
        rows = (one._row(first, last) for one in distributions)
        together = [prod(column) for column in zip(*rows, strict=True)]
        return cls(first, [now - then for then, now in pairwise([0, *together])])

    def _row(self, first: int, last: int) -> Iterator[int]:
        """Yield the weight of so many minutes or fewer, for each from a minute to a later one."""
        rest = last - max(self.last, first - 1)
        return chain(self._up_to[first - self.first :], repeat(self.total, rest))

    @classmethod
    def gathered(cls, weighted: Iterable[tuple[int, int]]) -> Distribution:
        """Return the distribution of minutes that come with weights, in any order."""
        found: dict[int, int] = {}
        for minutes, weight in weighted:
            found[minutes] = found.get(minutes, 0) + weight
        first, last = min(found, default=0), max(found, default=0)
        return cls(first, [found.get(minutes, 0) for minutes in range(first, last + 1)])


def _share(value: Share) -> Fraction:
    try:
        share = Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        share = Fraction(0)
    if not 0 < share <= 1:
        raise InvalidValueError(value, "a probability above 0 and no more than 1, such as 0.9")
    return share


def _packed(weights: Sequence[int], width: int) -> int:
    return int.from_bytes(
        b"".join(weight.to_bytes(width, "little") for weight in weights), "little"
    )
