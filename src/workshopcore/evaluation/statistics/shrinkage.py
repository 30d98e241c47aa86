"""Many means from few people: how much of their spread is more than noise."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from attrs import frozen

from workshopcore.evaluation.statistics.means import mean_and_variance
from workshopcore.evaluation.statistics.rounding import in_words
from workshopcore.evaluation.statistics.statistic import Base, Method, Statistic
from workshopcore.evaluation.statistics.tally import Answers, Tally, base_of, scale_of, tally

__all__ = ["shrunken_means"]

_SHRUNKEN = Method(
    "normal–normal shrinkage, spread by the method of moments",
    "B. Efron and C. Morris, Data Analysis Using Stein's Estimator, Journal of the American "
    "Statistical Association 70, 1975; R. DerSimonian and N. Laird, Controlled Clinical Trials "
    "7, 1986",
)
_NOTE = (
    "Moved towards the mean of all questions; show it beside the plain mean, never instead of "
    "it. It takes the questions as independent, which answers of the same people are not quite."
)


@frozen
class _Item:
    base: Base
    mean: Fraction
    variance: Fraction  # of the mean, from the spread within all items together


def shrunken_means(items: Sequence[Answers], *, asked: int | None = None) -> tuple[Statistic, ...]:
    """Return the mean of each question, moved towards the mean of all.

    The best and the worst of twenty questions are partly lucky and unlucky. θ̂ = μ + B·(y − μ)
    with B = τ²/(τ² + s²/n): s² is the variance within questions, pooled, and τ² the one between
    them that is left (0 where noise explains all). An option, not a default.

    Args:
        items: the answers to each question, on one and the same scale.
        asked: how many were asked, the same for each.

    Returns:
        One for each question; ``plain mean`` and ``B`` are parts of it.

    Raises:
        InvalidValueError: an answer is no number.

    >>> found = shrunken_means([[5, 5, 4, 5], [3, 4, 3, 2], [4, 4, 5, 3]])
    >>> [round(float(each.value), 2) for each in found]
    [4.61, 3.16, 3.99]
    """
    given = [tally(answers) for answers in items]
    bases = [base_of(each, asked) for each in given]
    why = _why(given)
    if why:
        return tuple(Statistic("shrunken mean", None, b, _SHRUNKEN, why=why) for b in bases)
    every = _items(given, bases)
    spread = _between(every)
    weights = [1 / (spread + item.variance) for item in every]
    middle = _weighted(weights, [item.mean for item in every])
    return tuple(_shrunken(item, middle, spread) for item in every)


def _why(given: Sequence[Tally]) -> str:
    if len(given) < 3:
        return "it takes three questions at least to see how questions differ"
    if not all(each.answered for each in given):
        return "nobody answered one of the questions"
    if all(len(scale_of(each)) == 1 for each in given):
        return "within each question all answers are alike, so there is no noise to take away"
    return ""


def _items(given: Sequence[Tally], bases: Sequence[Base]) -> list[_Item]:
    found = [mean_and_variance(scale_of(each)) for each in given]
    squares = sum(
        (variance or 0) * (base.used - 1) for (_, variance), base in zip(found, bases, strict=True)
    )
    within = Fraction(squares) / sum(base.used - 1 for base in bases)
    return [
        _Item(base, mean, within / base.used) for (mean, _), base in zip(found, bases, strict=True)
    ]


def _between(items: Sequence[_Item]) -> Fraction:
    """Return τ², the variance between questions beyond noise, by the method of moments."""
    weights = [1 / item.variance for item in items]
    total = sum(weights, Fraction())
    middle = _weighted(weights, [item.mean for item in items])
    found = _weighted(weights, [(item.mean - middle) ** 2 for item in items]) * total
    scale = total - sum((w * w for w in weights), Fraction()) / total
    return max((found - (len(items) - 1)) / scale, Fraction())


def _weighted(weights: Sequence[Fraction], values: Sequence[Fraction]) -> Fraction:
    total = sum((w * value for w, value in zip(weights, values, strict=True)), Fraction())
    return total / sum(weights)


def _shrunken(item: _Item, middle: Fraction, spread: Fraction) -> Statistic:
    factor = spread / (spread + item.variance)
    value = middle + factor * (item.mean - middle)
    return Statistic(
        "shrunken mean",
        value,
        item.base,
        _SHRUNKEN,
        says=f"mean {in_words(item.mean)} among {item.base.used}, shrunken {in_words(value)}",
        notes=[_NOTE],
        parts=[("plain mean", item.mean), ("B", factor), ("mean of all", middle)],
    )
