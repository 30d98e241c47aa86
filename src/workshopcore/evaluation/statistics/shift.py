"""By how much answers moved: the Hodges–Lehmann shift, of pairs and of two groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

from workshopcore.evaluation.statistics.change import NOBODY_BOTH, signed
from workshopcore.evaluation.statistics.distributions.rank_sums import (
    RankSums,
    any_ranks,
    so_many_ranks,
)
from workshopcore.evaluation.statistics.exact import confidence
from workshopcore.evaluation.statistics.order_statistics import (
    in_order,
    middle,
    place_from_either_end,
)
from workshopcore.evaluation.statistics.pairs import paired
from workshopcore.evaluation.statistics.rank_sum import both_groups
from workshopcore.evaluation.statistics.statistic import Interval, Method, Statistic
from workshopcore.evaluation.statistics.tally import Answers, scale_of, tally
from workshopcore.language import gettext, gettext_noop

__all__ = ["shift", "shift_between"]

_SOURCE = (
    "J. L. Hodges and E. L. Lehmann, Estimates of Location Based on Rank Tests, Annals of "
    "Mathematical Statistics 34, 1963; M. Hollander and D. A. Wolfe, Nonparametric Statistical "
    "Methods, 1973, sections 3.2, 3.3, 4.2 and 4.3"
)
_WALSH = Method("Hodges–Lehmann shift, the median of the means of any two changes", _SOURCE)
_INVERTED = Method("all shifts that the rank test would not reject", _SOURCE)
_BETWEEN = Method("Hodges–Lehmann shift, the median of all differences between groups", _SOURCE)
_MOST_EXACT = 50


def shift(
    before: Iterable[object],
    after: Iterable[object],
    *,
    asked: int | None = None,
    level: float = 0.95,
) -> Statistic:
    """Return by how much the same people moved: the middle of the means of any two changes.

    It goes with the signed-rank test, holds out against a single odd answer, and people who
    did not change count. The interval runs between two of those means; its coverage is exact
    where no changes tie, and higher where they do.

    Args:
        before: numbers, one a person; ``None`` where there is no answer.
        after: the same of later, in the same order.
        asked: how many were asked.
        level: of confidence.

    Raises:
        InvalidValueError: there are more of one than of the other, or some are no numbers.

    >>> found = shift([3, 3, 4, 2, 3, 4, 3, 4, 2], [4, 4, 4, 4, 4, 3, 4, 4, 4])
    >>> print(found, "|", found.interval)
    typical change +1 among 9 | 0 to 1.5
    """
    pairs = paired(before, after, asked)
    confidence(level)
    if not pairs.base.used:
        return Statistic("typical change", None, pairs.base, _WALSH, why=gettext(NOBODY_BOTH))
    means = _walsh(pairs.counted())
    used = pairs.base.used
    sums = any_ranks(range(1, used + 1)) if used <= _MOST_EXACT else None
    value = middle(means)
    interval, notes = _interval(means, sums, level)
    says = gettext("typical change {change} among {used}", change=signed(value), used=used)
    return Statistic(
        "typical change", value, pairs.base, _WALSH, says=says, interval=interval, notes=notes
    )


def shift_between(
    before: Answers, after: Answers, *, asked: int | None = None, level: float = 0.95
) -> Statistic:
    """Return by how much two groups differ: the middle of all differences, one of each group.

    It goes with the rank-sum test. The coverage of its interval is exact where no answers tie,
    and higher where they do.

    Args:
        before: numbers, one by one or counted.
        after: the same of the other group.
        asked: how many were asked, both groups together.
        level: of confidence.

    Raises:
        InvalidValueError: an answer is no number.

    >>> found = shift_between([1, 2, 2, 3], [3, 4, 4, 5, 5])
    >>> print(found, "|", found.interval)
    typical difference +2 between 4 and 5 | 1 to 4
    """
    old, new = tally(before), tally(after)
    base = both_groups(old, new, asked)
    confidence(level)
    if not old.answered or not new.answered:
        why = gettext("nobody answered in one of the groups")
        return Statistic("typical difference", None, base, _BETWEEN, why=why)
    differences = _differences(scale_of(old), scale_of(new))
    first, second = old.answered, new.answered
    sums = None
    if max(first, second) <= _MOST_EXACT:
        # Without ties the lowest sum of ranks is 1 + 2 + … + n, which is taken away.
        lowest = second * (second + 1) // 2
        sums = RankSums(so_many_ranks(range(1, first + second + 1), second).ways[lowest:])
    value = middle(differences)
    interval, notes = _interval(differences, sums, level)
    return Statistic(
        "typical difference",
        value,
        base,
        _BETWEEN,
        says=gettext(
            "typical difference {change} between {first} and {second}",
            change=signed(value),
            first=first,
            second=second,
        ),
        interval=interval,
        notes=notes,
    )


def _walsh(changes: Sequence[tuple[Fraction, int]]) -> list[tuple[Fraction, int]]:
    """Return the means of any two changes, each with itself included."""
    means: Counter[Fraction] = Counter()
    for i, (one, times) in enumerate(changes):
        means[one] += times * (times + 1) // 2
        for other, others in changes[i + 1 :]:
            means[(one + other) / 2] += times * others
    return sorted(means.items())


def _differences(
    before: Sequence[tuple[Fraction, int]], after: Sequence[tuple[Fraction, int]]
) -> list[tuple[Fraction, int]]:
    found: Counter[Fraction] = Counter()
    for new, times in after:
        for old, others in before:
            found[new - old] += times * others
    return sorted(found.items())


def _interval(
    found: Sequence[tuple[Fraction, int]], sums: RankSums | None, level: float
) -> tuple[Interval | None, list[str]]:
    """Return the interval between the values at the k-th place from either end."""
    if sums is None:
        words = gettext_noop("No interval: it is counted out for up to {most} answers only.")
        return None, [gettext(words, most=_MOST_EXACT)]
    place, coverage = place_from_either_end(sums.ways, sum(sums.ways), level)
    if not place:
        return None, [gettext("No interval: so few answers do not allow one of this level.")]
    every = sum(times for _, times in found)
    low, high = in_order(found, place), in_order(found, every + 1 - place)
    return Interval(low, high, level, _INVERTED, coverage), []
