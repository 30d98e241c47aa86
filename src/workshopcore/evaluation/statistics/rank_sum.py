"""The rank-sum test of Wilcoxon, Mann and Whitney: do two groups answer alike?"""

from __future__ import annotations

from fractions import Fraction

from workshopcore.evaluation.statistics.distributions.rank_sums import so_many_ranks
from workshopcore.evaluation.statistics.probability import Alternative, RankTest
from workshopcore.evaluation.statistics.statistic import Base, Method, Statistic
from workshopcore.evaluation.statistics.tally import Answers, Tally, base_of, scale_of, tally
from workshopcore.language import gettext

__all__ = ["both_groups", "rank_sum"]

_SOURCE = (
    "H. B. Mann and D. R. Whitney, On a Test of Whether One of Two Random Variables Is "
    "Stochastically Larger than the Other, Annals of Mathematical Statistics 18, 1947"
)
_EXACT = Method("Wilcoxon rank-sum test, exact given the ties", _SOURCE)
_NORMAL = Method("Wilcoxon rank-sum test, normal curve with tie correction", _SOURCE)
_MOST_EXACT = 50


def rank_sum(
    before: Answers,
    after: Answers,
    *,
    asked: int | None = None,
    alternative: Alternative = "two-sided",
    exact: bool | None = None,
    continuity: bool = True,
) -> Statistic:
    """Return how often chance alone would part two groups of people as much as this, or more.

    For answers that cannot be paired: different people, or the same ones unrecognised; the
    latter make it cautious. The exact probability counts every way to choose who is in which
    group, with the ranks that there are, ties included. Two-sided it is twice the smaller tail.

    Args:
        before: numbers, one by one or counted.
        after: the same of the other group.
        asked: how many were asked, both groups together.
        alternative: ``greater`` for a question about improvement alone, asked beforehand.
        exact: left out, exact for groups of up to 50. ``False`` gives the normal curve with tie
            correction, as ``wilcox.test`` of R reports it.
        continuity: for the normal curve.

    Returns:
        ``p``; ``W``, in how many of all pairs the one after is higher (ties a half), is a part.

    Raises:
        InvalidValueError: an answer is no number.
        UnknownKeyError: the alternative is none of those.

    >>> found = rank_sum([1, 2, 2, 3], [3, 4, 4, 5, 5])
    >>> found.value, found.part("W")
    (Fraction(2, 63), Fraction(39, 2))
    """
    old, new = tally(before), tally(after)
    base = both_groups(old, new, asked)
    ranks = _ranks(old, new)
    why = _nothing_to_compare(old, new, ranks)
    if why:
        return Statistic("p-value", None, base, _EXACT, why=why)
    first, second = old.answered, new.answered
    is_few = max(first, second) <= _MOST_EXACT
    test = RankTest(
        sum(rank * times for rank, _, times in ranks),
        Fraction(second * (first + second + 1), 2),
        _variance(ranks, first, second),
        so_many_ranks(_one_by_one(ranks), second) if is_few or exact else None,
        is_few if exact is None else exact,
        alternative,
        continuity,
        lowest=second * (second + 1),
    )
    return test.report(base, _EXACT, _NORMAL, "W")


def both_groups(before: Tally, after: Tally, asked: int | None) -> Base:
    """Return the base of a comparison of two groups."""
    together = Tally(before)
    together.update(after)
    return base_of(together, asked, "those who answered, in either group")


def _ranks(before: Tally, after: Tally) -> list[tuple[int, int, int]]:
    """Return for each answer its doubled mid-rank, how many gave it, and how many after."""
    new = dict(scale_of(after))
    together = Tally(before)
    together.update(after)
    ranks, below = [], 0
    for number, times in scale_of(together):
        ranks.append((2 * below + times + 1, times, new.get(number, 0)))
        below += times
    return ranks


def _one_by_one(ranks: list[tuple[int, int, int]]) -> list[int]:
    return [rank for rank, times, _ in ranks for _ in range(times)]


def _nothing_to_compare(before: Tally, after: Tally, ranks: list[tuple[int, int, int]]) -> str:
    if not before.answered or not after.answered:
        return gettext("nobody answered in one of the groups")
    return gettext("all gave the same answer") if len(ranks) == 1 else ""


def _variance(ranks: list[tuple[int, int, int]], first: int, second: int) -> Fraction:
    """Return the variance of a sum of ranks drawn without replacement; ties are in it."""
    size = first + second
    spread = sum((Fraction(rank, 2) - Fraction(size + 1, 2)) ** 2 * n for rank, n, _ in ranks)
    return Fraction(first * second, size * (size - 1)) * spread
