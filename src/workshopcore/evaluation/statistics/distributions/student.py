"""Student's t distribution: the quantile that intervals of means are made with."""

from __future__ import annotations

from functools import lru_cache

from workshopcore.evaluation.statistics.distributions.beta import beta_below
from workshopcore.evaluation.statistics.distributions.halving import where

__all__ = ["student_quantile"]


@lru_cache(maxsize=256)
def student_quantile(level: float, freedom: float) -> float:
    """Return how far from 0 a t variable stays with probability ``level``, on either side.

    For 0.95 that is the 97.5 per cent quantile, the one that tables print. It holds twelve
    digits at least: P(|T| > t) = I_x(ν/2, ½) with x = ν/(ν + t²) (DLMF 8.17.1; Abramowitz and
    Stegun 26.7.1), taken from the side on which it is small.

    Args:
        level: between 0 and 1.
        freedom: degrees of freedom, above 0.

    >>> round(student_quantile(0.95, 8), 12)
    2.306004135204
    """
    if level < 0.5:
        return where(lambda t: _within(t, freedom) >= level, 0.0, 1.0)
    beyond = 1 - level
    high = 1.0
    while _outside(high, freedom) > beyond:
        high *= 2
    return where(lambda t: _outside(t, freedom) <= beyond, 0.0, high)


def _outside(t: float, freedom: float) -> float:
    whole = freedom + t * t
    return beta_below(freedom / whole, freedom / 2, 0.5, t * t / whole)


def _within(t: float, freedom: float) -> float:
    whole = freedom + t * t
    return beta_below(t * t / whole, 0.5, freedom / 2, freedom / whole)
