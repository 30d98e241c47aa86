"""How long actions take, those that are still open counted for as long as they have been.

The product-limit estimate of Kaplan and Meier (1958), with Greenwood's variance (1926).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from functools import cached_property
from math import exp, log, sqrt
from typing import NamedTuple

from attrs import field, frozen

from workshopcore.actions.standing import Standing
from workshopcore.errors import InvalidValueError

__all__ = ["Band", "Median", "Step", "TimeToDone", "time_to_done"]


def _days(values: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(values))


class Step(NamedTuple):
    """A day on which actions were done, counted from when each was agreed.

    Attributes:
        days: days since an action was agreed.
        at_risk: how many were still open when that day began: the denominator.
        done: how many were done on it.
        open: the estimated share that is still open when it is over, exactly.
        variance: Greenwood's variance of that share, exactly.
    """

    days: int
    at_risk: int
    done: int
    open: Fraction
    variance: Fraction


class Band(NamedTuple):
    """The confidence limits at a step; ``None`` where the formula gives none."""

    days: int
    low: float | None
    high: float | None


class Median(NamedTuple):
    """The days within which half of the actions are done; ``None`` is "not reached".

    Attributes:
        days: the estimate.
        low, high: its confidence limits.
    """

    days: int | None
    low: int | None
    high: int | None


@frozen
class TimeToDone:
    """Times from agreed to done, in calendar days, with those that are not done yet.

    An action that is still open tells that it takes longer than it has taken so far. Leaving it
    out would make slow work look quick. One that was cancelled or superseded leaves the
    denominator on that day: until then it was not done.

    Where actions were done and others were last seen open on the same day, the former come
    first: the others were still at risk on it.

    Attributes:
        done: days it took, for each action that was done.
        not_done: days it has been open, for each that was not; 0 or more.

    Raises:
        InvalidValueError: a number of days is negative.

    >>> times = TimeToDone([6, 6, 20], not_done=[6, 30])
    >>> [(step.days, step.at_risk, step.done, str(step.open)) for step in times.steps]
    [(6, 5, 2, '3/5'), (20, 2, 1, '3/10')]
    >>> times.median().days
    20
    >>> TimeToDone([6], not_done=[30, 40]).median().days is None
    True
    """

    done: tuple[int, ...] = field(default=(), converter=_days)
    not_done: tuple[int, ...] = field(default=(), converter=_days)

    def __attrs_post_init__(self) -> None:
        for days in (*self.done[:1], *self.not_done[:1]):
            if days < 0:
                raise InvalidValueError(days, "days since an action was agreed, 0 or more")

    @property
    def count(self) -> int:
        """How many actions it is about."""
        return len(self.done) + len(self.not_done)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The days on which the share of open actions falls, in order."""
        steps = []
        share, spread = Fraction(1), Fraction()
        for days, at_risk, done in self._falls():
            left = at_risk - done
            share *= Fraction(left, at_risk)
            # When nothing is left the share is 0, and so is its variance.
            spread += Fraction(done, at_risk * left) if left else 0
            steps.append(Step(days, at_risk, done, share, share * share * spread))
        return tuple(steps)

    def _falls(self) -> list[tuple[int, int, int]]:
        """Return days, actions at risk and actions done, for each day with some done."""
        done, lost = Counter(self.done), Counter(self.not_done)
        at_risk = self.count
        falls = []
        for days in sorted(done | lost):
            if done[days]:
                falls.append((days, at_risk, done[days]))
            at_risk -= done[days] + lost[days]
        return falls

    def still_open(self, days: int) -> Fraction:
        """Return the estimated share of actions that take longer than so many days."""
        return next((s.open for s in reversed(self.steps) if s.days <= days), Fraction(1))

    def band(self, level: float = 0.95) -> tuple[Band, ...]:
        """Return confidence limits of the share that is still open, for each step.

        They are pointwise, on the log(−log) scale: S ** exp(±z·σ / ln S), where σ² is the sum
        of d / (n·(n − d)). So they lie between 0 and 1, and do better in small samples than
        limits on the plain scale (Kalbfleisch and Prentice, The Statistical Analysis of
        Failure Time Data, 1980; Borgan and Liestøl, Scandinavian Journal of Statistics 17,
        1990). There are none where the share is 0.

        Args:
            level: such as 0.95.

        Raises:
            InvalidValueError: it is not between 0 and 1.
        """
        from statistics import NormalDist

        if not 0 < level < 1:
            raise InvalidValueError(level, "a level of confidence between 0 and 1, such as 0.95")
        z = NormalDist().inv_cdf((1 + level) / 2)
        return tuple(_limits(step, z) for step in self.steps)

    def median(self, level: float = 0.95) -> Median:
        """Return the days within which half of the actions are done.

        It is the first day on which no more than half are estimated to be open; where
        too many are still open to tell, it is ``None``: not reached. Its limits are the
        first days on which those of the band come down to a half (Brookmeyer and Crowley,
        Biometrics 38, 1982).

        Args:
            level: of confidence.

        Raises:
            InvalidValueError: the level is not between 0 and 1.
        """
        band = self.band(level)
        return Median(
            next((step.days for step in self.steps if 2 * step.open <= 1), None),
            next((each.days for each in band if each.low is not None and each.low <= 0.5), None),
            next((each.days for each in band if each.high is not None and each.high <= 0.5), None),
        )


def _limits(step: Step, z: float) -> Band:
    if not step.open:
        return Band(step.days, None, None)
    share = float(step.open)
    # The standard error of log(-log S), by the delta method.
    error = sqrt(step.variance / step.open**2) / abs(log(share))
    return Band(step.days, share ** exp(z * error), share ** exp(-z * error))


def time_to_done(standings: Iterable[Standing]) -> TimeToDone:
    """Return how long the actions of a plan take; those without a known start are left out."""
    done: list[int] = []
    not_done: list[int] = []
    for each in standings:
        if each.start is None:
            continue
        days = max(0, ((each.closed or each.moment.on) - each.start).days)
        (done if each.is_done else not_done).append(days)
    return TimeToDone(done, not_done)
