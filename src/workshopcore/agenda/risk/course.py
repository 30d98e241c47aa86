"""The course of a day that nobody re-plans: when each part starts, and how likely that is.

A day is compiled into steps that know their number, their lock and how long they may take;
then the distribution of the moment reached goes through them one after another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import TypeAlias

from attrs import evolve, frozen

from workshopcore.agenda.parts import Line, Part, Tier
from workshopcore.agenda.risk.distribution import Distribution
from workshopcore.agenda.risk.ranges import triangular

__all__ = [
    "Course",
    "Planned",
    "Run",
    "Step",
    "Steps",
    "compiled",
    "is_free",
    "is_pause",
    "keeping",
    "runs",
]

Planned: TypeAlias = Sequence[tuple[int, int]]
"""The planned start and the planned minutes of every part, in the order of ``leaves``."""


@frozen
class Run:
    """A session: it takes its time, whenever it starts."""

    number: int
    takes: Distribution
    earliest: int | None = None

    def after(self, started: Distribution) -> Distribution:
        """Return when it ends."""
        return started.plus(self.takes)


@frozen
class Pause:
    """A break or a buffer: it makes up for lateness, down to its shortest."""

    number: int
    start: int
    minutes: int
    shortest: int
    earliest: int | None = None

    def after(self, started: Distribution) -> Distribution:
        """Return when it ends."""
        return Distribution.gathered((self._end(now), w) for now, w in started.weighted())

    def _end(self, started: int) -> int:
        late = max(0, started - self.start)
        return started + max(self.shortest, self.minutes - late)


@frozen(eq=False)
class Lane:
    """One of several tracks; equal to itself only, so that what it was asked is found again."""

    steps: Steps
    free: bool


@frozen
class Abreast:
    """Tracks that start together and end when the last of them ends."""

    lanes: tuple[Lane, ...]


Step: TypeAlias = Run | Pause | Abreast
Steps: TypeAlias = tuple[Step, ...]


def is_pause(part: Part) -> bool:
    """Return whether a part gives way to lateness instead of running its course."""
    return part.tier in (Tier.BUFFER, Tier.PAUSE)


def compiled(line: Line, planned: Planned, ranges: Mapping[int, Distribution]) -> Steps:
    """Return the steps of a line; a range given for a part's number stands for its own."""
    return _compiled(line, count(), planned, ranges)


def _compiled(
    line: Line, numbers: count[int], planned: Planned, ranges: Mapping[int, Distribution]
) -> Steps:
    found: list[Step] = []
    for item in line:
        if isinstance(item, Part):
            number = next(numbers)
            found.append(_step(item, number, planned[number], ranges.get(number)))
        else:
            lanes = [_compiled(track, numbers, planned, ranges) for track in item.tracks]
            found.append(Abreast(tuple(_lane(lane) for lane in lanes)))
    return tuple(found)


def _step(
    part: Part, number: int, planned: tuple[int, int], learned: Distribution | None
) -> Run | Pause:
    earliest = part.start[0] if part.start else None
    if is_pause(part):
        return Pause(number, *planned, part.shortest, earliest)
    takes = learned or triangular(part.shortest, part.usual, part.longest)
    return Run(number, takes, earliest)


def _lane(steps: Steps) -> Lane:
    return Lane(steps, all(is_free(step) for step in steps))


def is_free(step: Step) -> bool:
    """Return whether how long a step takes does not depend on when it starts."""
    if isinstance(step, Abreast):
        return all(lane.free for lane in step.lanes)
    return isinstance(step, Run) and step.earliest is None


def runs(step: Step) -> Iterable[Run]:
    """Yield the sessions of a step."""
    if isinstance(step, Run):
        yield step
    elif isinstance(step, Abreast):
        for lane in step.lanes:
            for inner in lane.steps:
                yield from runs(inner)


def keeping(step: Step, number: int, minutes: int) -> Step:
    """Return a step in which one session takes so many minutes, or the nearest in its range."""
    if isinstance(step, Run) and step.number == number:
        possible = min(max(minutes, step.takes.first), step.takes.last)
        return evolve(step, takes=Distribution.certain(possible))
    if isinstance(step, Abreast):
        return Abreast(tuple(_keeping(lane, number, minutes) for lane in step.lanes))
    return step


def _keeping(lane: Lane, number: int, minutes: int) -> Lane:
    if all(run.number != number for step in lane.steps for run in runs(step)):
        return lane
    return _lane(tuple(keeping(step, number, minutes) for step in lane.steps))


class Course:
    """Takes a moment through steps; what it finds out about a track it remembers."""

    def __init__(self) -> None:
        self._ends: dict[tuple[Lane, int], Distribution] = {}

    def after(
        self, steps: Steps, reached: Distribution, starts: dict[int, Distribution] | None = None
    ) -> Distribution:
        """Return when steps end.

        Args:
            steps: one after another.
            reached: when the first of them may start.
            starts: where to put down when each starts, by its number.
        """
        for step in steps:
            if isinstance(step, Abreast):
                reached = self._abreast(step, reached, starts)
            else:
                started = _waited(reached, step.earliest)
                if starts is not None:
                    starts[step.number] = started
                reached = step.after(started)
        return reached

    def _abreast(
        self, step: Abreast, reached: Distribution, starts: dict[int, Distribution] | None
    ) -> Distribution:
        """Return when the last track ends.

        Tracks are independent of each other only once their common start is known. Where none
        of them has an eye on the clock, one start is like another.
        """
        if starts is not None:
            for lane in step.lanes:
                self.after(lane.steps, reached, starts)
        if is_free(step):
            return reached.plus(self.latest(step, 0))
        return Distribution.gathered(
            (end, weight * share)
            for start, weight in reached.weighted()
            for end, share in self.latest(step, start).weighted()
        )

    def latest(self, step: Abreast, start: int) -> Distribution:
        """Return when the last track ends if they start at a moment."""
        here = Distribution.certain(start)
        return Distribution.latest([here, *(self._lane_end(lane, start) for lane in step.lanes)])

    def _lane_end(self, lane: Lane, start: int) -> Distribution:
        # Without an eye on the clock, one start is like another.
        moment = 0 if lane.free else start
        key = (lane, moment)
        if key not in self._ends:
            self._ends[key] = self.after(lane.steps, Distribution.certain(moment))
        return self._ends[key].later(start - moment)


def _waited(reached: Distribution, earliest: int | None) -> Distribution:
    """Return when a part starts that has a lock: not before it."""
    if earliest is None or reached.first >= earliest:
        return reached
    return Distribution.gathered((max(now, earliest), w) for now, w in reached.weighted())
