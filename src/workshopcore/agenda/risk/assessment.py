"""How likely a day is to keep its times if it runs its course."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal, TypeAlias

from attrs import frozen

from workshopcore.agenda.parts import Line, leaves
from workshopcore.agenda.risk.assumptions import assumptions
from workshopcore.agenda.risk.course import (
    Course,
    Planned,
    Steps,
    compiled,
    is_pause,
    keeping,
    runs,
)
from workshopcore.agenda.risk.deadlines import deadlines, met
from workshopcore.agenda.risk.distribution import Distribution, Share
from workshopcore.errors import InvalidValueError

__all__ = ["TOLERANCE", "Risk", "Target", "risk"]

TOLERANCE = 5
"""Minutes that nobody in the room would call late: one step of the printed agenda's grid."""

Target: TypeAlias = int | Literal["end"]
"""The start of a part, by its number in the order of ``leaves``, or the end of the whole."""


@frozen
class Risk:
    """How likely a day is to keep its times.

    Attributes:
        starts: when each part starts, in minutes from the start of the whole.
        ends: when the whole ends.
        planned: the planned start of each part.
        minutes: the planned length of the whole.
        tolerance: minutes after the planned time that still count as on time.
        kept: for each session that varies, how likely the whole would be to end on time if
            this session, and it alone, took exactly its planned minutes (or the nearest in its
            range, where they lie outside it); ``None`` for the rest.
        assumptions: what the figures take for granted, one sentence each.
    """

    starts: tuple[Distribution, ...]
    ends: Distribution
    planned: tuple[int, ...]
    minutes: int
    tolerance: int
    kept: tuple[Fraction | None, ...]
    assumptions: tuple[str, ...]

    def distribution(self, target: Target = "end") -> Distribution:
        """Return when a part starts or the whole ends, in minutes from the start of the whole.

        Raises:
            InvalidValueError: there is no such part.
        """
        if target == "end":
            return self.ends
        self._check(target)
        return self.starts[target]

    def on_time(self, target: Target = "end", *, tolerance: int | None = None) -> float:
        """Return the probability that a part starts, or the whole ends, on time.

        Early is on time too.

        Args:
            target: which part, or the end.
            tolerance: minutes after the planned time that still count as on time; left out,
                those of the risk.

        Raises:
            InvalidValueError: there is no such part.
        """
        allowed = self.tolerance if tolerance is None else tolerance
        return float(self.distribution(target).at_most(self._due(target) + allowed))

    def late_by(self, target: Target = "end", share: Share = 0.9) -> int:
        """Return the minutes of lateness that are not exceeded with a probability.

        Args:
            target: which part, or the end.
            share: the probability, above 0 and no more than 1.

        Returns:
            minutes after the planned time, 0 where it is then on time or early.

        Raises:
            InvalidValueError: there is no such part, or it is no such probability.
        """
        return max(0, self.distribution(target).quantile(share) - self._due(target))

    @property
    def matters_most(self) -> int | None:
        """The number of the session that matters most for the end.

        It is the one that would raise the probability of ending on time most by keeping to its
        planned minutes; of several, the earliest. ``None`` where no session would raise it.
        """
        now = self.ends.at_most(self.minutes + self.tolerance)
        gains = {number: kept - now for number, kept in enumerate(self.kept) if kept is not None}
        best = max(gains, key=gains.__getitem__, default=None)
        return best if best is not None and gains[best] > 0 else None

    def _due(self, target: Target) -> int:
        return self.minutes if target == "end" else self.planned[target]

    def _check(self, target: int) -> None:
        if target not in range(len(self.starts)):
            raise InvalidValueError(
                target, f"'end', or the number of one of {len(self.starts)} parts, from 0"
            )


def risk(
    line: Line,
    planned: Planned,
    *,
    minutes: int,
    ranges: Mapping[int, Distribution] | None = None,
    tolerance: int = TOLERANCE,
) -> Risk:
    """Return how likely a line is to keep its times if nobody re-plans.

    Every probability is exact: sums are convolutions on whole minutes, in whole numbers.

    Args:
        line: what is timed, from minute 0.
        planned: the planned start and the planned minutes of every part, in the order of
            ``leaves``.
        minutes: the planned length of the whole.
        ranges: what is known of how long a session takes, by its number in that order; for
            the others it is triangular between shortest, usual and longest.
        tolerance: minutes after the planned time that still count as on time.

    Raises:
        InvalidValueError: there is not one planned time for each part, a range is for none of
            the sessions, or the tolerance is negative.

    >>> from workshopcore.agenda.parts import Part, Tier, parts
    >>> day = parts([(20, 30, 60), Part(5, 15, 15, Tier.PAUSE), (30, 45, 60)])
    >>> found = risk(day, [(0, 30), (30, 15), (45, 45)], minutes=90)
    >>> round(found.on_time(2), 3), round(found.on_time(), 3)
    (0.825, 0.709)
    >>> found.late_by("end", 0.9), found.matters_most
    (12, 2)
    """
    known = dict(ranges or {})
    _check(line, planned, known, tolerance)
    steps = compiled(line, planned, known)
    course = Course()
    starts: dict[int, Distribution] = {}
    reached = [Distribution.certain(0)]
    for step in steps:
        reached.append(course.after((step,), reached[-1], starts).reduced())
    kept = _kept(course, steps, reached, planned, minutes + tolerance)
    return Risk(
        starts=tuple(starts[number].reduced() for number in range(len(planned))),
        ends=reached[-1],
        planned=tuple(start for start, _ in planned),
        minutes=minutes,
        tolerance=tolerance,
        kept=tuple(kept.get(number) for number in range(len(planned))),
        assumptions=assumptions(line, known, tolerance),
    )


def _kept(
    course: Course, steps: Steps, reached: Sequence[Distribution], planned: Planned, limit: int
) -> dict[int, Fraction]:
    """Return how likely the end is by a limit if one session kept to its plan, for each."""
    found: dict[int, Fraction] = {}
    following = deadlines(course, steps, reached, limit)[1:]
    for step, moments, deadline in zip(steps, reached, following, strict=False):
        for run in runs(step):
            if run.takes.first < run.takes.last:
                kept = keeping(step, run.number, planned[run.number][1])
                found[run.number] = met(course.after((kept,), moments), deadline)
    return found


def _check(
    line: Line, planned: Planned, ranges: Mapping[int, Distribution], tolerance: int
) -> None:
    parts = list(leaves(line))
    if len(planned) != len(parts):
        expected = f"a planned start and planned minutes for each of {len(parts)} parts"
        raise InvalidValueError(planned, expected)
    sessions = [number for number, part in enumerate(parts) if not is_pause(part)]
    for number in ranges:
        if number not in sessions:
            raise InvalidValueError(
                number,
                "the number of a session that has a range",
                "Breaks and buffers follow the plan: they have none",
            )
        if ranges[number].first < 0:
            raise InvalidValueError(ranges[number].first, "a range of 0 minutes or more")
    if tolerance < 0:
        raise InvalidValueError(tolerance, "0 minutes of tolerance or more")
