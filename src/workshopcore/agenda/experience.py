"""What earlier workshops teach about how long things take, from the times that were recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import floor
from typing import TypeAlias

from attrs import frozen

from workshopcore.agenda.parts import Line, leaves
from workshopcore.agenda.risk.course import Planned, is_pause
from workshopcore.agenda.risk.distribution import Distribution
from workshopcore.agenda.risk.ranges import even_gaps
from workshopcore.errors import InvalidValueError
from workshopcore.model.agenda import Session
from workshopcore.model.moments import as_of_day, elapsed
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Actual, Workshop

__all__ = [
    "ENOUGH",
    "Experience",
    "PlannedMinutes",
    "RecordedRun",
    "learned",
    "learned_ranges",
    "recorded_runs",
]

ENOUGH = 5
"""Runs of a format below which nothing is learned from them.

Of *n* + 1 runs that nothing tells apart, the last is quicker than all others, or slower than
all others, in two of *n* + 1 cases. From five runs on that is no more than a third: at least
two thirds of what is said then comes from the record, the rest from the planned range.
"""

PlannedMinutes: TypeAlias = Callable[[Workshop, Session], int | None]
"""The minutes that a session was planned to take; ``None`` where that is not known."""


@frozen
class RecordedRun:
    """One time that a format was run.

    Attributes:
        format: the key of the session format.
        planned, actual: the minutes it was planned to take, and took; both above 0.
        session: where it was run, as ``workshop/session``.

    Raises:
        InvalidValueError: the minutes are not above 0.
    """

    format: str
    planned: int
    actual: int
    session: str = ""

    def __attrs_post_init__(self) -> None:
        if self.planned <= 0 or self.actual <= 0:
            found = (self.planned, self.actual)
            raise InvalidValueError(found, "planned and actual minutes above 0")

    @property
    def pace(self) -> Fraction:
        """Actual minutes for each planned one: above 1 where it ran over."""
        return Fraction(self.actual, self.planned)


@frozen
class Experience:
    """Earlier runs of one format.

    >>> runs = [RecordedRun("check-in", 20, took) for took in (18, 20, 20, 25, 30)]
    >>> Experience("check-in", tuple(runs)).takes(40, 30, 50).at_most(40)
    Fraction(61, 120)
    """

    format: str
    runs: tuple[RecordedRun, ...]

    def takes(self, planned: int, shortest: int, longest: int) -> Distribution:
        """Return how long the next run takes.

        Every earlier run says what these planned minutes would have become at its pace, rounded
        to whole minutes. The next one is equally likely to fall into each gap between
        neighbours among them; how it may be quicker or slower than all of them is taken from
        the range (see ``even_gaps``). Nothing is assumed beyond the two.

        Args:
            planned: its planned minutes.
            shortest: minutes of its range.
            longest: minutes of its range.
        """
        # Half a minute counts as a whole one.
        seen = [floor(planned * run.pace + Fraction(1, 2)) for run in self.runs]
        return even_gaps(seen, shortest, longest)


def recorded_runs(
    programme: Programme, *, before: str | date, planned_minutes: PlannedMinutes
) -> tuple[RecordedRun, ...]:
    """Return the runs that were recorded at earlier workshops, in order.

    A run counts where it was done, follows a format, and both its start and its end were
    recorded. What was cut or moved says nothing about how long it takes.

    Args:
        programme: the programme.
        before: the identifier of a workshop, for those that start before it; or a day, for
            those that start on an earlier one.
        planned_minutes: how long a session was planned to take: its minutes on the run sheet
            of its workshop.

    Raises:
        UnknownKeyError: the programme has no such workshop.
    """
    return tuple(
        run
        for workshop in _earlier(programme, before)
        for run in _runs(programme, workshop, planned_minutes)
    )


def learned(runs: Iterable[RecordedRun], *, enough: int = ENOUGH) -> dict[str, Experience]:
    """Return the experience with every format that was run often enough, by its key.

    Args:
        runs: earlier runs, of this programme or of others too.
        enough: how many runs of a format it takes.

    Raises:
        InvalidValueError: it takes no run at all.
    """
    if enough < 1:
        raise InvalidValueError(enough, "1 run or more to learn from")
    by_format: dict[str, list[RecordedRun]] = {}
    for run in runs:
        by_format.setdefault(run.format, []).append(run)
    return {
        key: Experience(key, tuple(found))
        for key, found in by_format.items()
        if len(found) >= enough
    }


def learned_ranges(
    line: Line,
    planned: Planned,
    formats: Sequence[str],
    experience: Mapping[str, Experience],
) -> dict[int, Distribution]:
    """Return what is known of how long each part takes, by its number: ``ranges`` of a risk.

    Args:
        line: what is timed.
        planned: the planned start and the planned minutes of every part.
        formats: the key of every part's format, ``""`` where it has none.
        experience: earlier runs by format, as ``learned`` returns them.

    Raises:
        InvalidValueError: there is not one planned time and one key for each part.
    """
    parts = list(leaves(line))
    if not len(parts) == len(planned) == len(formats):
        expected = f"planned times and keys of formats for each of {len(parts)} parts"
        raise InvalidValueError((len(planned), len(formats)), expected)
    return {
        number: experience[key].takes(minutes, part.shortest, part.longest)
        for number, (part, (_, minutes), key) in enumerate(
            zip(parts, planned, formats, strict=True)
        )
        if key in experience and not is_pause(part)
    }


def _earlier(programme: Programme, before: str | date) -> Iterator[Workshop]:
    if isinstance(before, str):
        end = programme.number(programme.workshop(before)) - 1
        yield from programme.in_order[:end]
    else:
        day = as_of_day(before, "experience of earlier workshops")
        yield from (workshop for workshop in programme.in_order if workshop.day < day)


def _runs(
    programme: Programme, workshop: Workshop, planned_minutes: PlannedMinutes
) -> Iterator[RecordedRun]:
    # Of two entries for a session, the last word counts.
    actuals = {actual.session: actual for actual in workshop.actuals}
    for session in workshop.sessions():
        actual = actuals.get(session.id)
        took = _took(programme, workshop, actual) if actual and session.format else 0
        planned = planned_minutes(workshop, session) if took > 0 else None
        if planned:
            yield RecordedRun(session.format, planned, took, f"{workshop.id}/{session.id}")


def _took(programme: Programme, workshop: Workshop, actual: Actual) -> int:
    """Return the minutes that a session took, 0 where they are not known."""
    if actual.fate != "done" or actual.start is None or actual.end is None:
        return 0
    return elapsed(programme.at(workshop, actual.start), programme.at(workshop, actual.end))
