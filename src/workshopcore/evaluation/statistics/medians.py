"""The middle answer, with an interval whose coverage is exact."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import comb

from workshopcore.evaluation.statistics.distributions.beta import beta_below
from workshopcore.evaluation.statistics.exact import confidence
from workshopcore.evaluation.statistics.order_statistics import (
    in_order,
    middle,
    place_from_either_end,
)
from workshopcore.evaluation.statistics.population import EVERYBODY, is_everybody
from workshopcore.evaluation.statistics.rounding import in_words
from workshopcore.evaluation.statistics.statistic import Interval, Method, Statistic
from workshopcore.evaluation.statistics.tally import Answers, base_of, scale_of, tally
from workshopcore.language import gettext

__all__ = ["median"]

_ORDER = Method(
    "interval between order statistics",
    "W. R. Thompson, On Confidence Ranges for the Median, Annals of Mathematical Statistics 7, "
    "1936",
)
_MEDIAN = _ORDER._replace(name="median, with an interval between order statistics")
# Up to here coverage is a fraction; beyond, its digits would fill a page.
_MOST_EXACT = 1000


def median(
    answers: Answers,
    *,
    asked: int | None = None,
    level: float = 0.95,
    population: int | None = None,
) -> Statistic:
    """Return the middle answer, or what lies half-way between the middle two.

    The interval runs from the r-th lowest answer to the r-th highest, r as large as the level
    allows: it holds the median of a wider population with probability 1 − 2·P(B < r), where B
    is binomial (n, ½), or a higher one where answers tie. That is exact, and needs no belief
    about the shape of the answers. Under six answers no such interval reaches 95 per cent.

    Args:
        answers: numbers, one by one or counted; ``None`` is no answer.
        asked: how many were asked.
        level: of confidence.
        population: how many people the figure is about; only whether all of them answered
            matters here.

    Raises:
        InvalidValueError: an answer is no number.

    >>> found = median([5, 4, 4, 2, 5, 4, 5, 3, 4])
    >>> print(found, "|", found.interval, "|", found.interval.coverage)
    median 4 among 9 | 3 to 5 | 123/128
    """
    given = tally(answers)
    found, base = scale_of(given), base_of(given, asked)
    confidence(level)
    if not base.used:
        return Statistic("median", None, base, _MEDIAN, why=gettext("nobody answered"))
    value = middle(found)
    interval, note = None, gettext(EVERYBODY)
    if not is_everybody(base.used, population):
        interval = _interval(found, base.used, level)
        note = gettext(
            "No interval: {used} answers are too few for one of {level} per cent.",
            used=base.used,
            level=in_words(level * 100),
        )
    return Statistic(
        "median",
        value,
        base,
        _MEDIAN,
        says=gettext("median {median} among {used}", median=in_words(value), used=base.used),
        interval=interval,
        notes=[] if interval else [note],
    )


def _interval(found: Sequence[tuple[Fraction, int]], used: int, level: float) -> Interval | None:
    place, coverage = _exact_place(used, level) if used <= _MOST_EXACT else _place(used, level)
    if not place:
        return None
    low, high = in_order(found, place), in_order(found, used + 1 - place)
    return Interval(low, high, level, _ORDER, coverage)


def _exact_place(used: int, level: float) -> tuple[int, Fraction | None]:
    return place_from_either_end((comb(used, k) for k in range(used + 1)), 2**used, level)


def _place(used: int, level: float) -> tuple[int, float]:
    """Return the place and its coverage for many answers, from the beta distribution."""
    low, high = 1, used // 2
    while low < high:
        place = (low + high + 1) // 2
        low, high = (place, high) if _covered(used, place) >= level else (low, place - 1)
    return low, _covered(used, low)


def _covered(used: int, place: int) -> float:
    # P(B < r) for B binomial (n, ½) is I_½(n − r + 1, r): DLMF 8.17.5.
    return 1 - 2 * beta_below(0.5, used - place + 1, place)
