"""Tukey's jackknife: how far a figure moves when each unit is left out in turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import sqrt
from typing import TypeVar

from workshopcore.evaluation.statistics.distributions.student import student_quantile
from workshopcore.evaluation.statistics.exact import Number, confidence
from workshopcore.evaluation.statistics.statistic import Interval, Method

__all__ = ["jackknife"]

T = TypeVar("T")
_JACKKNIFE = Method(
    "jackknife interval",
    "J. W. Tukey, Bias and Confidence in Not-quite Large Samples, Annals of Mathematical "
    "Statistics 29, 1958; for alpha J. Hughes, arXiv 2210.13265, 2022",
)


def jackknife(
    figure: Callable[[Sequence[T]], Number | None], units: Sequence[T], *, level: float = 0.95
) -> Interval | None:
    """Return an interval for any figure of independent units, from leaving out each in turn.

    The figure of all units ± t·√((k − 1)/k·Σ(figure without unit i − their mean)²), with k − 1
    degrees of freedom.

    Args:
        figure: what to compute; ``None`` where it cannot be.
        units: people, comments, whatever was sampled.
        level: of confidence.

    Returns:
        ``None`` where the figure cannot be computed without some unit, or never moves.

    >>> print(jackknife(lambda some: sum(some) / len(some), [5, 4, 4, 2, 5, 4, 5, 3, 4]))
    3.23 to 4.77
    """
    confidence(level)
    whole = figure(units)
    without = [figure([*units[:i], *units[i + 1 :]]) for i in range(len(units))]
    found = [float(each) for each in without if each is not None]
    count = len(units)
    if whole is None or len(found) < count or count < 2:
        return None
    mean = sum(found) / count
    squares = sum((each - mean) ** 2 for each in found)
    if not squares:
        return None
    half = student_quantile(level, count - 1) * sqrt(squares * (count - 1) / count)
    return Interval(float(whole) - half, float(whole) + half, level, _JACKKNIFE)
