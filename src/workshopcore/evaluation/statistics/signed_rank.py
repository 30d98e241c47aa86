"""Wilcoxon's signed-rank test: could so much change of the same people be chance?"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import evolve

from workshopcore.errors import UnknownKeyError
from workshopcore.evaluation.statistics.distributions.rank_sums import any_ranks
from workshopcore.evaluation.statistics.pairs import paired
from workshopcore.evaluation.statistics.probability import Alternative, RankTest
from workshopcore.evaluation.statistics.ranks import doubled_ranks
from workshopcore.evaluation.statistics.statistic import Method, Statistic
from workshopcore.language import gettext, ngettext

__all__ = ["signed_rank"]

_WILCOXON = "F. Wilcoxon, Individual Comparisons by Ranking Methods, Biometrics Bulletin 1, 1945"
_PRATT = (
    "J. W. Pratt, Remarks on Zeros and Ties in the Wilcoxon Signed Rank Procedures, Journal of "
    "the American Statistical Association 54, 1959"
)
_NAMES = {
    "wilcoxon": ("no change left out", _WILCOXON),
    "pratt": ("no change ranked, then left out", _PRATT),
}
_TOO_FEW = 5
_MOST_EXACT = 100


def signed_rank(
    before: Iterable[object],
    after: Iterable[object],
    *,
    asked: int | None = None,
    zeros: str = "wilcoxon",
    alternative: Alternative = "two-sided",
    exact: bool | None = None,
    continuity: bool = True,
) -> Statistic:
    """Return how often chance alone would change the same people as much as this, or more.

    If nothing happened but chance, each change could as well have gone the other way. The
    exact probability counts all 2^m ways to give the m changes their signs, with the ranks
    that they have, ties included; it is a fraction. With 5 changes or fewer it could not come
    out small (2/2^m), so none is reported.

    Args:
        before: numbers, one a person; ``None`` where there is no answer.
        after: the same of later, in the same order.
        asked: how many were asked.
        zeros: people who did not change are left out before ranking (``wilcoxon``) or after it
            (``pratt``).
        alternative: ``greater`` for a question about improvement alone, asked beforehand.
        exact: left out, exact for up to 100 changes. ``False`` gives the normal curve with tie
            correction, as ``wilcox.test`` of R reports it.
        continuity: for the normal curve.

    Returns:
        ``p``; ``V``, the sum of the ranks of changes upwards, is a part of it.

    Raises:
        InvalidValueError: there are more of one than of the other, or some are no numbers.
        UnknownKeyError: ``zeros`` or ``alternative`` is none of those.

    >>> found = signed_rank([3, 3, 4, 2, 3, 4, 3, 4, 2], [4, 4, 4, 4, 4, 3, 4, 4, 4])
    >>> found.value, found.part("V"), found.used
    (Fraction(3, 32), Fraction(25, 1), 7)
    """
    if zeros not in _NAMES:
        raise UnknownKeyError("way with zeros", zeros, _NAMES)
    name, source = _NAMES[zeros]
    pairs = paired(before, after, asked)
    changes = [step for step in pairs.differences if step or zeros == "pratt"]
    every = zip(changes, doubled_ranks([abs(step) for step in changes]), strict=True)
    ranked = [(step, rank) for step, rank in every if step]
    base = evolve(pairs.base, used=len(ranked), rule="those who answered both times and changed")
    how = Method(f"Wilcoxon signed-rank test, exact given the ties, {name}", source)
    if len(ranked) <= _TOO_FEW:
        return Statistic("p-value", None, base, how, why=_too_few(len(ranked)))
    ranks = [rank for _, rank in ranked]
    is_few = len(ranks) <= _MOST_EXACT
    test = RankTest(
        sum(rank for step, rank in ranked if step > 0),
        Fraction(sum(ranks), 4),
        Fraction(sum(rank * rank for rank in ranks), 16),
        any_ranks(ranks) if is_few or exact else None,
        is_few if exact is None else exact,
        alternative,
        continuity,
    )
    normal = Method(f"Wilcoxon signed-rank test, normal curve with tie correction, {name}", source)
    return test.report(base, how, normal, "V")


def _too_few(changes: int) -> str:
    if not changes:
        return gettext("nobody who answered both times changed")
    return ngettext(
        "only {count} person changed, and even if all did in the same way, chance alone would do"
        " as much once in {times} times",
        "only {count} people changed, and even if all did in the same way, chance alone would do"
        " as much once in {times} times",
        changes,
        times=2 ** (changes - 1),
    )
