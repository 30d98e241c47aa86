"""What a rank test reports: one probability, exact or by the normal curve, or none and why."""

from __future__ import annotations

from fractions import Fraction
from math import copysign, erfc, sqrt
from typing import Literal, TypeAlias

from attrs import frozen

from workshopcore.errors import UnknownKeyError
from workshopcore.evaluation.statistics.distributions.rank_sums import RankSums
from workshopcore.evaluation.statistics.rounding import in_words, p_in_words
from workshopcore.evaluation.statistics.statistic import Base, Method, Statistic
from workshopcore.language import gettext, gettext_noop

__all__ = ["SMALLEST", "WORTH_REPORTING", "Alternative", "RankTest"]

Alternative: TypeAlias = Literal["two-sided", "greater", "less"]

_SAYS: dict[Alternative, str] = {
    "two-sided": gettext_noop("p {p} ({letter} = {value}, two-sided)"),
    "greater": gettext_noop("p {p} ({letter} = {value}, greater)"),
    "less": gettext_noop("p {p} ({letter} = {value}, less)"),
}
WORTH_REPORTING = Fraction(1, 20)
SMALLEST = "smallest reachable p"


@frozen
class RankTest:
    """A sum of doubled ranks, and what chance alone would make of it.

    Attributes:
        doubled: the sum that was found, twice as large.
        mean, variance: of the sum under chance alone, not doubled.
        sums: the exact distribution, where it can be had.
        exact: whether to report it, and not the normal curve.
        alternative: which change the question was about before there were answers.
        continuity: whether the normal curve is read half a rank nearer to the middle.
        lowest: the least sum of doubled ranks there can be; what is reported starts at 0.
    """

    doubled: int
    mean: Fraction
    variance: Fraction
    sums: RankSums | None
    exact: bool
    alternative: Alternative
    continuity: bool
    lowest: int = 0

    def __attrs_post_init__(self) -> None:
        if self.alternative not in ("two-sided", "greater", "less"):
            raise UnknownKeyError("alternative", self.alternative, ("two-sided", "greater", "less"))

    def report(self, base: Base, exact: Method, normal: Method, letter: str) -> Statistic:
        """Return the probability as a statistic; none where it could never be small."""
        value = Fraction(self.doubled - self.lowest, 2)
        parts = [(letter, value)]
        if self.sums is not None:
            least = self.sums.least_two_sided()
            parts.append((SMALLEST, least))
            if least > WORTH_REPORTING:
                return Statistic("p-value", None, base, exact, why=_vain(least), parts=parts)
        exactly = self.sums if self.exact else None
        p = self._exact(exactly) if exactly else self._normal()
        words = _SAYS[self.alternative]
        says = gettext(words, p=p_in_words(p), letter=letter, value=in_words(value))
        return Statistic("p-value", p, base, exact if exactly else normal, says=says, parts=parts)

    def _exact(self, sums: RankSums) -> Fraction:
        less, greater = sums.at_most(self.doubled), sums.at_least(self.doubled)
        if self.alternative == "two-sided":
            return min(2 * min(less, greater), Fraction(1))
        return less if self.alternative == "less" else greater

    def _normal(self) -> float:
        distance = float(Fraction(self.doubled, 2) - self.mean)
        if self.continuity:
            distance -= {
                "two-sided": copysign(0.5, distance) if distance else 0.0,
                "greater": 0.5,
                "less": -0.5,
            }[self.alternative]
        z = distance / sqrt(self.variance)
        if self.alternative == "two-sided":
            return min(erfc(abs(z) / sqrt(2)), 1.0)
        return erfc((z if self.alternative == "greater" else -z) / sqrt(2)) / 2


def _vain(least: Fraction) -> str:
    return gettext(
        "the smallest two-sided p that could come out of so few answers is {least}, so it could"
        " not tell change from chance",
        least=p_in_words(least),
    )
