"""How large a change is beside how much people differ: standardised differences."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import exp, log1p, sqrt

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.statistics.change import signed
from workshopcore.evaluation.statistics.distributions.gamma import stirling_error
from workshopcore.evaluation.statistics.means import mean_and_variance
from workshopcore.evaluation.statistics.pairs import Paired, paired
from workshopcore.evaluation.statistics.rank_sum import both_groups
from workshopcore.evaluation.statistics.statistic import Base, Method, Statistic
from workshopcore.evaluation.statistics.tally import Answers, scale_of, tally
from workshopcore.language import gettext, gettext_noop

__all__ = ["d_av", "d_between", "d_rm", "hedges_correction"]

_LAKENS = (
    "D. Lakens, Calculating and Reporting Effect Sizes, Frontiers in Psychology 4:863, 2013; "
    "L. V. Hedges, Distribution Theory for Glass's Estimator, Journal of Educational Statistics "
    "6, 1981"
)
_AVERAGE = Method("mean change over the average of both standard deviations, Hedges' g", _LAKENS)
_REPEATED = Method(
    "mean change over the standard deviation of changes, times √(2(1 − r)), Hedges' g", _LAKENS
)
_POOLED = Method("difference of means over the pooled standard deviation, Hedges' g", _LAKENS)
_CONVENTION = gettext_noop("n − 1 degrees of freedom for paired answers are a convention.")
_FEW = gettext_noop("it takes three people at least who answered both times")
_FEW_BETWEEN = gettext_noop("it takes two groups, and four answers at least")
_NO_SPREAD = gettext_noop("people do not differ, so there is nothing to measure the change by")
_TOGETHER = gettext_noop(
    "people changed in step, so their changes do not show how much they differ"
)


def hedges_correction(freedom: float) -> float:
    """Return what a standardised difference from few answers is multiplied by: Hedges' J.

    J = Γ(ν/2) / (√(ν/2)·Γ((ν − 1)/2)), exactly, not its approximation 1 − 3/(4ν − 1).

    Source: L. V. Hedges, Journal of Educational Statistics 6, 1981.

    Args:
        freedom: degrees of freedom ν, above 1.

    Raises:
        InvalidValueError: there are too few.

    >>> round(hedges_correction(7), 4)
    0.8882
    """
    if freedom <= 1:
        raise InvalidValueError(freedom, "more than 1 degree of freedom")
    half = freedom / 2
    # Stirling's formula for both gamma functions, in which the large terms cancel.
    large = -(half - 1) * log1p(-0.5 / half) - 0.5
    return exp(stirling_error(half) - stirling_error(half - 0.5) + large)


def d_av(
    before: Iterable[object], after: Iterable[object], *, asked: int | None = None
) -> Statistic:
    """Return the mean change over the average of the two standard deviations, corrected.

    g = J·M / ((s₁ + s₂)/2). It does not depend on how alike people's two answers are, so it
    compares best with studies of different people.

    Args:
        before: numbers, one a person; ``None`` where there is no answer.
        after: the same of later, in the same order.
        asked: how many were asked.

    Returns:
        g; ``d``, ``J`` and ``degrees of freedom`` are parts of it.

    Raises:
        InvalidValueError: there are more of one than of the other, or some are no numbers.

    >>> found = d_av([2, 3, 3, 4], [4, 3, 5, 3])
    >>> print(found, "| d =", round(found.part("d"), 3))
    g_av +0.61 among 4 | d = 0.846
    """
    pairs = paired(before, after, asked)
    if pairs.base.used < 3:
        return Statistic("g_av", None, pairs.base, _AVERAGE, why=gettext(_FEW))
    first, second, change = _spreads(pairs)
    unit = (sqrt(first) + sqrt(second)) / 2
    return _corrected("g_av", change, unit, pairs.base, _AVERAGE)


def d_rm(
    before: Iterable[object], after: Iterable[object], *, asked: int | None = None
) -> Statistic:
    """Return the mean change over the standard deviation that repeated answers imply, corrected.

    g = J·M / √(s₁² + s₂² − 2·r·s₁·s₂) · √(2(1 − r)), where r is the correlation of before and
    after. It says more the more alike people's two answers are.

    Args:
        before: numbers, one a person; ``None`` where there is no answer.
        after: the same of later, in the same order.
        asked: how many were asked.

    Returns:
        g; ``d``, ``J`` and ``degrees of freedom`` are parts of it.

    Raises:
        InvalidValueError: there are more of one than of the other, or some are no numbers.

    >>> print(d_rm([2, 3, 3, 4], [4, 3, 5, 3]))
    g_rm +0.61 among 4
    """
    pairs = paired(before, after, asked)
    if pairs.base.used < 3:
        return Statistic("g_rm", None, pairs.base, _REPEATED, why=gettext(_FEW))
    first, second, change = _spreads(pairs)
    _, of_changes = mean_and_variance(pairs.counted())
    # The variance of the changes is s₁² + s₂² − 2·r·s₁·s₂.
    covariance = (first + second - (of_changes or 0)) / 2
    if not first or not second:
        return Statistic("g_rm", None, pairs.base, _REPEATED, why=gettext(_NO_SPREAD))
    if not of_changes or (covariance > 0 and covariance**2 == first * second):
        return Statistic("g_rm", None, pairs.base, _REPEATED, why=gettext(_TOGETHER))
    correlation = float(covariance) / sqrt(first * second)
    unit = sqrt(of_changes / 2 / (1 - Fraction(correlation)))
    return _corrected("g_rm", change, unit, pairs.base, _REPEATED)


def d_between(before: Answers, after: Answers, *, asked: int | None = None) -> Statistic:
    """Return the difference of two groups' means over their pooled standard deviation, corrected.

    Args:
        before: numbers, one by one or counted.
        after: the same of the other group.
        asked: how many were asked, both groups together.

    Returns:
        g; ``d``, ``J`` and ``degrees of freedom`` are parts of it.

    Raises:
        InvalidValueError: an answer is no number.

    >>> print(d_between([1, 2, 2, 3], [3, 4, 4, 5, 5]))
    g +2.36 among 9
    """
    old, new = tally(before), tally(after)
    base = both_groups(old, new, asked)
    if min(old.answered, new.answered) < 1 or base.used < 4:
        return Statistic("g", None, base, _POOLED, why=gettext(_FEW_BETWEEN))
    (low, first), (high, second) = (mean_and_variance(scale_of(each)) for each in (old, new))
    freedom = base.used - 2
    squares = (first or 0) * (old.answered - 1) + (second or 0) * (new.answered - 1)
    return _corrected("g", high - low, sqrt(Fraction(squares) / freedom), base, _POOLED, freedom)


def _spreads(pairs: Paired) -> tuple[Fraction, Fraction, Fraction]:
    """Return both variances and the mean change."""
    (low, first), (high, second) = (
        mean_and_variance([(number, 1) for number in each]) for each in (pairs.before, pairs.after)
    )
    return first or Fraction(), second or Fraction(), high - low


def _corrected(
    name: str, change: Fraction, unit: float, base: Base, method: Method, freedom: int = 0
) -> Statistic:
    if not unit:
        return Statistic(name, None, base, method, why=gettext(_NO_SPREAD))
    notes = [] if freedom else [gettext(_CONVENTION)]
    freedom = freedom or base.used - 1
    plain, correction = float(change) / unit, hedges_correction(freedom)
    return Statistic(
        name,
        plain * correction,
        base,
        method,
        says=gettext(
            "{effect} {size} among {used}",
            effect=name,
            size=signed(plain * correction),
            used=base.used,
        ),
        notes=notes,
        parts=[("d", plain), ("J", correction), ("degrees of freedom", freedom)],
    )
