"""What a rounded mean says about the answers behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from workshopcore.errors import InvalidValueError
from workshopcore.model import accept

__all__ = ["answers_behind", "mean_says_sum", "sums_behind"]

_MOST = 200_000


def mean_says_sum(n: int, decimals: int) -> bool:
    """Return whether every mean of n whole numbers, so rounded, says what their sum is.

    A mean rounded to d decimals lies within ½·10⁻ᵈ of the true one, so the sum lies within
    ½·n·10⁻ᵈ of n times the mean. Up to n = 10ᵈ that is no more than a half each way, and n
    times a mean of d decimals is then never half-way between two whole numbers but where n is
    10ᵈ, when it is whole itself: one sum is left. Above, some means still say their sum, and
    those at the ends of a scale often do: ask :func:`sums_behind`.

    >>> mean_says_sum(9, 1), mean_says_sum(10, 1), mean_says_sum(11, 1)
    (True, True, False)
    """
    return n <= int(10**decimals)


def sums_behind(mean: Decimal | str, n: int, lowest: int, highest: int) -> tuple[int, ...]:
    """Return the sums of n whole numbers whose mean can be rounded to what is given.

    Rounding half up and half to even are both allowed for.

    Args:
        mean: as published; its decimals say how it was rounded: ``"4.10"`` has two.
        n: how many answers.
        lowest: the lowest point of the scale.
        highest: the highest.

    Raises:
        InvalidValueError: the mean is no number.

    >>> sums_behind("4.1", 9, 1, 5), sums_behind("4.1", 15, 1, 5)
    ((37,), (61, 62))
    """
    first, last = _around(mean)
    return tuple(
        range(
            max(ceil(first * n), lowest * n),
            min(floor(last * n), highest * n) + 1,
        )
    )


def answers_behind(
    mean: Decimal | str, deviation: Decimal | str, n: int, points: Iterable[int]
) -> tuple[tuple[int, ...], ...]:
    """Return every set of answers that a published mean and standard deviation can come from.

    Args:
        mean: as published.
        deviation: as published, with n − 1 in its denominator.
        n: how many answers, 2 or more.
        points: of the scale.

    Returns:
        For each set, how many gave each point, in the order of the points.

    Raises:
        InvalidValueError: there are too many sets to go through, or too few answers.

    >>> answers_behind("4.11", "0.60", 9, range(1, 6))
    ((0, 0, 1, 6, 2),)
    """
    scale = tuple(points)
    if n < 2:
        raise InvalidValueError(n, "2 answers or more for a standard deviation")
    if _sets(n, len(scale)) > _MOST:
        raise InvalidValueError(n, f"answers with no more than {_MOST} possible sets")
    means, deviations = _around(mean), _around(deviation)
    return tuple(
        counts
        for counts in _distributions(n, len(scale))
        if _fits(counts, scale, n, means, deviations)
    )


def _around(value: Decimal | str) -> tuple[Fraction, Fraction]:
    """Return between which numbers a rounded one lies."""
    number = accept.decimal(value)
    if number is None:
        raise InvalidValueError(value, "a number, as it was published")
    half = Fraction(1, 2) / Fraction(10) ** -int(number.as_tuple().exponent)
    return Fraction(number) - half, Fraction(number) + half


def _sets(n: int, points: int) -> int:
    from math import comb

    return comb(n + points - 1, n)


def _distributions(n: int, points: int) -> Iterator[tuple[int, ...]]:
    if points == 1:
        yield (n,)
        return
    for first in range(n + 1):
        for rest in _distributions(n - first, points - 1):
            yield (first, *rest)


def _fits(
    counts: tuple[int, ...],
    scale: tuple[int, ...],
    n: int,
    means: tuple[Fraction, Fraction],
    deviations: tuple[Fraction, Fraction],
) -> bool:
    total = sum(count * point for count, point in zip(counts, scale, strict=True))
    if not means[0] * n <= total <= means[1] * n:
        return False
    squares = sum(count * point * point for count, point in zip(counts, scale, strict=True))
    variance = (squares - Fraction(total * total, n)) / (n - 1)
    return max(deviations[0], Fraction(0)) ** 2 <= variance <= deviations[1] ** 2
