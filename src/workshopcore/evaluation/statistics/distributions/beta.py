"""The beta distribution: its probabilities by a continued fraction, its quantiles by halving."""

from __future__ import annotations

from math import exp, log, pi, sqrt

from workshopcore.evaluation.statistics.distributions.gamma import stirling_error
from workshopcore.evaluation.statistics.distributions.halving import where

__all__ = ["beta_below", "beta_quantile"]

_TINY = 1e-300
_LAST_DIGIT = 2.3e-16
_MOST_TERMS = 100_000


def beta_below(x: float, a: float, b: float, above: float | None = None) -> float:
    """Return the probability that a beta variable is at most ``x``: the function I_x(a, b).

    The continued fraction is that of DLMF 8.17.22, evaluated by Lentz's method.

    Args:
        x: from 0 to 1.
        a: the first parameter, above 0.
        b: the second one, above 0.
        above: 1 − x, where it is known more exactly than the subtraction gives it.

    >>> round(beta_below(0.5, 2, 3), 12)
    0.6875
    """
    above = 1 - x if above is None else above
    if x <= 0 or above <= 0:
        return float(x > 0)
    if x > (a + 1) / (a + b + 2):
        return 1 - _lower(above, b, a, x)
    return _lower(x, a, b, above)


def beta_quantile(p: float, a: float, b: float) -> float:
    """Return what a beta variable stays at or below with probability ``p``, 0 < p < 1.

    >>> round(beta_quantile(0.025, 7.5, 2.5), 4)
    0.4562
    """
    return where(lambda x: beta_below(x, a, b) >= p, 0.0, 1.0)


def _lower(x: float, a: float, b: float, above: float) -> float:
    return _power_over_beta(x, a, b, above) / (a * _continued_fraction(x, a, b))


def _continued_fraction(x: float, a: float, b: float) -> float:
    value = upper = 1.0
    lower = 0.0
    for term in range(1, _MOST_TERMS):
        half = term // 2
        if term % 2:
            step = -(a + half) * (a + b + half) * x / ((a + term - 1) * (a + term))
        else:
            step = half * (b - half) * x / ((a + term - 1) * (a + term))
        lower = 1 / ((1 + step * lower) or _TINY)
        upper = (1 + step / upper) or _TINY
        value *= upper * lower
        if abs(upper * lower - 1) <= _LAST_DIGIT:
            break
    return value


def _power_over_beta(x: float, a: float, b: float, above: float) -> float:
    """Return x^a (1 − x)^b / B(a, b) by the saddle point, which keeps its digits for large a, b.

    C. Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.
    """
    n = a + b
    exponent = (
        stirling_error(n)
        - stirling_error(a)
        - stirling_error(b)
        - _deviance(a, n * x)
        - _deviance(b, n * above)
    )
    return sqrt(a * b / (2 * pi * n)) * exp(exponent)


def _deviance(observed: float, expected: float) -> float:
    """Return o·ln(o/e) + e − o without the loss of digits where both are close."""
    ratio = (expected - observed) / observed
    if abs(ratio) >= 0.1:
        return observed * (ratio - log(expected / observed))
    # r − ln(1 + r) = r²/2 − r³/3 + r⁴/4 − …
    total, power, k = 0.0, ratio * ratio, 2
    while abs(term := power / k) > 1e-18 * abs(total):
        total += term if k % 2 == 0 else -term
        power *= ratio
        k += 1
    return observed * total
