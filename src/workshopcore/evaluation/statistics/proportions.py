"""Intervals for a share of a wider population: Wilson's and Jeffreys'."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.evaluation.statistics.distributions.beta import beta_quantile
from workshopcore.evaluation.statistics.exact import confidence
from workshopcore.evaluation.statistics.population import finite_factor
from workshopcore.evaluation.statistics.statistic import Interval, Method

__all__ = ["jeffreys", "proportion_interval", "wilson"]

_CORRECTED = ", the number of answers raised by the finite population correction"
WILSON = Method(
    "Wilson score interval",
    "E. B. Wilson, Probable Inference, Journal of the American Statistical Association 22, 1927",
)
JEFFREYS = Method(
    "equal-tailed Jeffreys interval",
    "L. D. Brown, T. T. Cai and A. DasGupta, Interval Estimation for a Binomial Proportion, "
    "Statistical Science 16, 2001",
)


def wilson(
    count: int, used: int, *, level: float = 0.95, population: int | None = None
) -> Interval | None:
    """Return Wilson's score interval for a share: all shares that the count would not surprise.

    (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n). In a finite population n is divided by
    the square of the finite population factor.

    Args:
        count: how many count.
        used: of how many.
        level: of confidence.
        population: how many people the figure is about, where they can be counted.

    Returns:
        ``None`` where nobody answered, and where everybody did.

    Raises:
        InvalidValueError: more count than there are, or the level is not between 0 and 1.

    >>> print(wilson(7, 9))
    0.45 to 0.94
    """
    size = _size(count, used, population)
    if size is None:
        return None
    z = NormalDist().inv_cdf((1 + confidence(level)) / 2)
    share = count / used
    middle = share + z * z / (2 * size)
    half = z * sqrt(share * (1 - share) / size + z * z / (4 * size * size))
    scale = 1 + z * z / size
    low = (middle - half) / scale if count else 0.0
    high = (middle + half) / scale if count < used else 1.0
    return Interval(low, high, level, _named(WILSON, population))


def jeffreys(
    count: int, used: int, *, level: float = 0.95, population: int | None = None
) -> Interval | None:
    """Return Jeffreys' interval for a share: quantiles of beta(x + ½, n − x + ½).

    Both tails are kept even where everybody or nobody counts. In a finite population n is
    divided by the square of the finite population factor, and x with it.

    Args:
        count: how many count.
        used: of how many.
        level: of confidence.
        population: how many people the figure is about, where they can be counted.

    Returns:
        ``None`` where nobody answered, and where everybody did.

    Raises:
        InvalidValueError: more count than there are, or the level is not between 0 and 1.

    >>> print(jeffreys(7, 9))
    0.46 to 0.95
    """
    size = _size(count, used, population)
    if size is None:
        return None
    a = size * count / used + 0.5
    b = size * (used - count) / used + 0.5
    tail = (1 - confidence(level)) / 2
    return Interval(
        beta_quantile(tail, a, b),
        1 - beta_quantile(tail, b, a),
        level,
        _named(JEFFREYS, population),
    )


_KINDS = {"jeffreys": jeffreys, "wilson": wilson}


def proportion_interval(
    kind: str, count: int, used: int, level: float, population: int | None
) -> Interval | None:
    """Return the interval of a kind: ``wilson`` or ``jeffreys``.

    Raises:
        UnknownKeyError: there is no such interval.
    """
    if kind not in _KINDS:
        raise UnknownKeyError("interval", kind, _KINDS)
    return _KINDS[kind](count, used, level=level, population=population)


def _size(count: int, used: int, population: int | None) -> float | None:
    if not 0 <= count <= used:
        raise InvalidValueError(f"{count} of {used}", "a part of a whole, such as 7 of 9")
    factor = finite_factor(used, population)
    return used / factor**2 if used and factor else None


def _named(method: Method, population: int | None) -> Method:
    return method if population is None else method._replace(name=method.name + _CORRECTED)
