"""What is left of the logarithm of the gamma function when Stirling's formula is taken away.

Differences of logarithms of large gamma functions lose digits; differences of these do not.
"""

from __future__ import annotations

from math import lgamma, log, pi

__all__ = ["stirling_error"]

_HALF_LOG_TWO_PI = log(2 * pi) / 2
# Bernoulli numbers over 2k(2k − 1), highest first: Abramowitz and Stegun 6.1.41.
_SERIES = (-1 / 360360 * 691, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12)


def stirling_error(x: float) -> float:
    """Return ln Γ(x) − ((x − ½)·ln x − x + ½·ln 2π), for x above 0.

    >>> round(stirling_error(10), 12)
    0.008330563433
    """
    if x < 15:
        return lgamma(x) - ((x - 0.5) * log(x) - x + _HALF_LOG_TWO_PI)
    total = 0.0
    for coefficient in _SERIES:
        total = total / (x * x) + coefficient
    return total / x
