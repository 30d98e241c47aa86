"""The net promoter score, with an interval that small groups can bear."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import sqrt
from statistics import NormalDist

from workshopcore.evaluation.statistics.exact import confidence
from workshopcore.evaluation.statistics.population import EVERYBODY, finite_factor
from workshopcore.evaluation.statistics.rounding import in_words
from workshopcore.evaluation.statistics.statistic import Interval, Method, Statistic
from workshopcore.evaluation.statistics.tally import Answers, base_of, scale_of, tally
from workshopcore.language import gettext, ngettext

__all__ = ["net_promoter"]

_SCORE = Method(
    "net promoter score: per cent of 9 and 10 less per cent of 0 to 6",
    "F. F. Reichheld, The One Number You Need to Grow, Harvard Business Review, December 2003",
)
_WALD = Method(
    "adjusted Wald interval: three answers added, three quarters of one to each end",
    "J. Sauro and J. R. Lewis, MeasuringU, Three Confidence Intervals for the Net Promoter Score; "
    "after A. Agresti and B. Caffo, The American Statistician 54, 2000",
)
_ADDED, _TO_EACH_END = 3, 0.75
_FEW = 30


def net_promoter(
    answers: Answers,
    *,
    asked: int | None = None,
    level: float = 0.95,
    population: int | None = None,
) -> Statistic:
    """Return the net promoter score: promoters (9, 10) less detractors (0 to 6), from −100 to 100.

    The interval is an adjusted Wald: with n + 3 answers, ¾ of one more at either end, centre
    and variance p + d − (p − d)²; it never leaves the range of the score.

    Args:
        answers: how likely each is to recommend it, from 0 to 10, one by one or counted.
        asked: how many were asked.
        level: of confidence.
        population: how many people the figure is about.

    Raises:
        InvalidValueError: an answer is no whole number from 0 to 10.

    >>> found = net_promoter([9] * 6 + [8] * 3 + [5])
    >>> print(found, "|", found.interval)
    net promoter score 50: 6 promoters, 3 passive and 1 detractor of 10 | −0.2 to 77.13
    """
    given = tally(answers)
    found = scale_of(given, range(11))
    base = base_of(given, asked)
    confidence(level)
    if not base.used:
        return Statistic("net promoter score", None, base, _SCORE, why=gettext("nobody answered"))
    promoters = sum(times for point, times in found if point >= 9)
    detractors = sum(times for point, times in found if point <= 6)
    passive = base.used - promoters - detractors
    value = Fraction(100 * (promoters - detractors), base.used)
    factor = finite_factor(base.used, population)
    return Statistic(
        "net promoter score",
        value,
        base,
        _SCORE,
        says=gettext(
            "net promoter score {score}: {promoters}, {passive} passive and {detractors} of {used}",
            score=in_words(value, 0),
            promoters=ngettext("{count} promoter", "{count} promoters", promoters),
            passive=passive,
            detractors=ngettext("{count} detractor", "{count} detractors", detractors),
            used=base.used,
        ),
        interval=_interval(promoters, detractors, base.used, level, factor) if factor else None,
        notes=_notes(base.used, factor),
        parts=[("promoters", promoters), ("passive", passive), ("detractors", detractors)],
    )


def _interval(promoters: int, detractors: int, used: int, level: float, factor: float) -> Interval:
    size = used + _ADDED
    up, down = (promoters + _TO_EACH_END) / size, (detractors + _TO_EACH_END) / size
    centre = up - down
    error = sqrt((up + down - centre**2) / size) * factor
    half = NormalDist().inv_cdf((1 + level) / 2) * error
    return Interval(
        max(100 * (centre - half), -100.0), min(100 * (centre + half), 100.0), level, _WALD
    )


def _notes(used: int, factor: float) -> Sequence[str]:
    notes = [] if factor else [gettext(EVERYBODY)]
    if used < _FEW:
        notes.append(
            gettext(
                "With fewer than {few} answers the score jumps with every single one of them: one"
                " person who moves from one end to the other moves it by {points} points. Show the"
                " counts.",
                few=_FEW,
                points=in_words(Fraction(200, used), 0),
            )
        )
    return notes
