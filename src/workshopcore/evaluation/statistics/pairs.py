"""The same people before and after: who answered both times, and what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.statistics.exact import exact_or_none
from workshopcore.evaluation.statistics.statistic import Base

__all__ = ["BOTH", "Paired", "paired"]

BOTH = "those who answered both times"


@frozen
class Paired:
    """Answers before and after, person by person, of those who gave both.

    Attributes:
        before, after: in the same order.
        base: who is behind them.
    """

    before: tuple[Fraction, ...]
    after: tuple[Fraction, ...]
    base: Base

    @property
    def differences(self) -> tuple[Fraction, ...]:
        """After less before, for each person."""
        return tuple(new - old for old, new in zip(self.before, self.after, strict=True))

    def counted(self) -> list[tuple[Fraction, int]]:
        """Return how often each difference came, in rising order."""
        return sorted(Counter(self.differences).items())


def paired(before: Iterable[object], after: Iterable[object], asked: int | None = None) -> Paired:
    """Return the pairs of those who answered both times.

    Args:
        before: one answer a person; ``None`` where there is none.
        after: the same of later, in the same order.
        asked: how many were asked.

    Raises:
        InvalidValueError: there are more of one than of the other, or some are no numbers.
    """
    old, new = exact_or_none(before), exact_or_none(after)
    if len(old) != len(new):
        raise InvalidValueError(
            f"{len(old)} answers before and {len(new)} after",
            "one before and one after for each person",
            "Put None where somebody did not answer; compare groups of different people with "
            "rank_sum.",
        )
    both = [(a, b) for a, b in zip(old, new, strict=True) if a is not None and b is not None]
    base = Base(len(old) if asked is None else asked, len(both), len(both), BOTH)
    return Paired(tuple(a for a, _ in both), tuple(b for _, b in both), base)
