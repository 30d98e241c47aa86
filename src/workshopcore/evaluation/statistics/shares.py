"""So many of so many: a share, the top of a scale, and a percentage where there are enough."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from fractions import Fraction

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.statistics.exact import Number, exact
from workshopcore.evaluation.statistics.population import EVERYBODY, is_everybody
from workshopcore.evaluation.statistics.proportions import proportion_interval
from workshopcore.evaluation.statistics.rounding import in_words, rounded
from workshopcore.evaluation.statistics.statistic import Method, Statistic
from workshopcore.evaluation.statistics.tally import (
    Answers,
    base_of,
    count_of,
    scale_of,
    tally,
)
from workshopcore.language import gettext, ngettext

__all__ = ["LEAST_FOR_PERCENT", "percentage", "share", "top_box"]

LEAST_FOR_PERCENT = 20
_COUNTED = Method("count over the number of answers", "arithmetic")
_PERCENT = Method("percentage, rounded once, halves away from zero", "arithmetic")


def share(
    answers: Answers,
    counted: Collection[Hashable] | Callable[[Hashable], bool],
    *,
    asked: int | None = None,
    words: str = "",
    level: float = 0.95,
    interval: str = "wilson",
    population: int | None = None,
) -> Statistic:
    """Return how many of those who answered gave one of some answers.

    Use it for one choice out of several, for yes and no, and for words. The interval speaks of
    a wider population that these people stand for; about themselves there is nothing to
    estimate.

    Args:
        answers: one by one or counted; ``None`` is no answer.
        counted: the answers that count, or a function that says whether one does.
        asked: how many were asked; left out, as many as there are answers and ``None``.
        words: what those who gave them do, as the end of a sentence; left out, that they gave
            them.
        level: of confidence.
        interval: ``wilson`` or ``jeffreys``.
        population: how many people the figure is about; where all of them answered, there is
            no interval.

    Raises:
        InvalidValueError: more answered than were asked, or are in the population.
        UnknownKeyError: there is no such interval.

    >>> print(share(["yes", "no", "yes", None], {"yes"}, words="would come again"))
    2 of 3 would come again; 4 were asked
    """
    given = tally(answers)
    base = base_of(given, asked)
    if not base.used:
        return Statistic("share", None, base, _COUNTED, why=gettext("nobody answered"))
    count = count_of(given.counts, counted)
    return Statistic(
        "share",
        Fraction(count, base.used),
        base,
        _COUNTED,
        says=gettext(
            "{part} of {whole} {do}",
            part=count,
            whole=base.used,
            do=words or gettext("gave one of these answers"),
        ),
        interval=proportion_interval(interval, count, base.used, level, population),
        notes=[gettext(EVERYBODY)] if is_everybody(base.used, population) else [],
        parts=[("count", count)],
    )


def top_box(
    answers: Answers,
    points: Sequence[Number],
    boxes: int = 2,
    *,
    asked: int | None = None,
    words: str = "",
    level: float = 0.95,
    interval: str = "wilson",
    population: int | None = None,
) -> Statistic:
    """Return how many chose one of the most favourable points of a scale.

    Args:
        answers: numbers, one by one or counted.
        points: of the scale, from the least favourable to the most: turn them round for a
            question in which a low answer is the good one.
        boxes: how many points count.
        asked: how many were asked.
        words: what those who chose them do; left out, that they did.
        level: of confidence.
        interval: ``wilson`` or ``jeffreys``.
        population: how many people the figure is about.

    Raises:
        InvalidValueError: an answer is none of the points, or there are no more points than
            boxes.

    >>> print(top_box([5, 4, 4, 2, 5, 4, 5, 3, 4], points=range(1, 6)))
    7 of 9 chose one of the top 2 of 5 points
    """
    given = tally(answers)
    scale_of(given, points)
    if not 0 < boxes < len(points):
        raise InvalidValueError(
            f"{boxes} boxes of {len(points)} points", "at least 1 box, and fewer than points"
        )
    top = ngettext(
        "chose the top one of {points} points",
        "chose one of the top {count} of {points} points",
        boxes,
        points=len(points),
    )
    best = set(exact(points)[-boxes:])
    return share(
        given,
        lambda answer: exact([answer])[0] in best,
        asked=asked,
        words=words or top,
        level=level,
        interval=interval,
        population=population,
    )


def percentage(part: Statistic, places: int = 0, *, least: int = LEAST_FOR_PERCENT) -> Statistic:
    """Return a share in per cent, where enough people answered for one.

    Of nine people, "33 per cent" is three of them: so under twenty there is none by default.

    Args:
        part: a share.
        places: decimal places to round to, once.
        least: how many answers it takes; a house may decide otherwise.

    Raises:
        InvalidValueError: it is another figure.

    >>> nine = share([1, 1, 1, 0, 0, 0, 0, 0, 0], {1})
    >>> print(percentage(nine))
    No percentage: of 9 answers it would look more exact than it is, and takes 20 at least
    >>> percentage(nine, least=1).value
    Decimal('33')
    """
    if part.name != "share":
        raise InvalidValueError(part.name, "a share, such as 7 of 9")
    why = part.why
    if not why and part.used < least:
        why = ngettext(
            "of {count} answer it would look more exact than it is, and takes {least} at least",
            "of {count} answers it would look more exact than it is, and takes {least} at least",
            part.used,
            least=least,
        )
    if why or part.value is None:
        return Statistic("percentage", None, part.base, _PERCENT, why=why)
    value = rounded(exact([part.value])[0] * 100, places)
    return Statistic(
        "percentage",
        value,
        part.base,
        _PERCENT,
        says=gettext(
            "{said} ({percent} per cent)", said=part.says, percent=in_words(value, places)
        ),
        notes=part.notes,
        parts=part.parts,
    )
