"""Whether there is anything to be uncertain about: samples, whole teams and silence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from fractions import Fraction
from math import sqrt

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.statistics.exact import Number, exact
from workshopcore.evaluation.statistics.rounding import in_words
from workshopcore.evaluation.statistics.statistic import Base, Interval, Method, Statistic
from workshopcore.evaluation.statistics.tally import (
    Answers,
    base_of,
    count_of,
    scale_of,
    tally,
)
from workshopcore.language import gettext, gettext_noop

__all__ = ["finite_factor", "is_everybody", "worst_case_mean", "worst_case_share"]

_WORST_CASE = Method(
    "worst-case bounds",
    "C. F. Manski, Nonparametric Bounds on Treatment Effects, American Economic Review 80, 1990",
)
EVERYBODY = gettext_noop(
    "No interval: everybody the figure is about answered, so about them there is no sampling error."
)


def finite_factor(used: int, population: int | None) -> float:
    """Return what a standard error shrinks by when few people are left to ask: √((N−n)/(N−1)).

    Source: W. G. Cochran, Sampling Techniques, 3rd edition, 1977, chapter 2.

    Args:
        used: how many answers there are.
        population: how many people there are in all; ``None`` for more than can be counted.

    Raises:
        InvalidValueError: there are fewer people than answers.

    >>> round(finite_factor(9, 12), 4), finite_factor(9, 9), finite_factor(9, None)
    (0.5222, 0.0, 1.0)
    """
    if population is None:
        return 1.0
    if population < used:
        raise InvalidValueError(
            f"a population of {population}, of whom {used} answered",
            "a population of at least as many people as answered",
        )
    return sqrt((population - used) / (population - 1)) if population > 1 else 0.0


def is_everybody(used: int, population: int | None) -> bool:
    """Return whether nobody is left who was not asked."""
    return finite_factor(used, population) == 0


def worst_case_share(
    answers: Answers,
    counted: Collection[Hashable] | Callable[[Hashable], bool],
    *,
    asked: int | None = None,
    words: str = "",
) -> Statistic:
    """Return how many of all asked would count, if nobody or if everybody silent did.

    The bounds are certain, whatever those who did not answer think: [x/N, (x + N − n)/N]. The
    figure is the share of all asked who are known to count, the lower bound.

    Args:
        answers: one by one or counted.
        counted: the answers that count, or a function that says whether one does.
        asked: how many were asked.
        words: what those who gave them do; left out, that they gave them.

    >>> found = worst_case_share([5, 4, 2, None, None], {4, 5}, words="agree")
    >>> print(found)
    from 2 to 4 of all asked agree; 5 were asked
    """
    given = tally(answers)
    base = base_of(given, asked)
    known = count_of(given.counts, counted)
    if not base.asked:
        return Statistic("bounds", None, base, _WORST_CASE, why=gettext("nobody was asked"))
    most = known + base.asked - base.answered
    return Statistic(
        "share of all asked",
        Fraction(known, base.asked),
        Base(base.asked, base.answered, base.answered, "all who were asked"),
        _WORST_CASE,
        says=gettext(
            "from {known} to {most} of all asked {do}",
            known=known,
            most=most,
            do=words or gettext("gave one of these answers"),
        ),
        interval=_bounds(Fraction(known, base.asked), Fraction(most, base.asked)),
        parts=[("known", known), ("at most", most)],
    )


def worst_case_mean(
    answers: Answers, points: Sequence[Number], *, asked: int | None = None
) -> Statistic:
    """Return the mean answer, with what it would be if all silent chose either end of the scale.

    Args:
        answers: numbers, one by one or counted.
        points: of the scale.
        asked: how many were asked.

    Raises:
        InvalidValueError: an answer is none of the points.

    >>> print(worst_case_mean([5, 4, 3, None], range(1, 6)).interval)
    3.25 to 4.25
    """
    given = tally(answers)
    base = base_of(given, asked)
    if not base.answered:
        return Statistic("bounds", None, base, _WORST_CASE, why=gettext("nobody answered"))
    total = sum(number * times for number, times in scale_of(given, points))
    low, high = min(exact(points)), max(exact(points))
    silent = base.asked - base.answered
    bounds = _bounds((total + silent * low) / base.asked, (total + silent * high) / base.asked)
    value = Fraction(total, base.answered)
    return Statistic(
        "mean",
        value,
        base,
        _WORST_CASE,
        says=gettext(
            "mean {mean} among {answered}, and from {low} to {high} had all answered",
            mean=in_words(value),
            answered=base.answered,
            low=in_words(bounds.low),
            high=in_words(bounds.high),
        ),
        interval=bounds,
    )


def _bounds(low: Fraction, high: Fraction) -> Interval:
    return Interval(low, high, 1, _WORST_CASE, about="all who were asked")
