"""The run sheet: every item of a workshop with its clock times."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time
from typing import Literal, TypeAlias

from attrs import field, frozen

from workshopcore.agenda.day import Day, day_of
from workshopcore.agenda.fitting import fit
from workshopcore.agenda.lengths import fit_lengths
from workshopcore.contracts.formats import FormatPlan, SessionFormat, Step
from workshopcore.language import date_in_words, gettext
from workshopcore.model.agenda import Slot
from workshopcore.model.length import Length
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Actual, Workshop

__all__ = ["Clash", "Cut", "Row", "RowKind", "RunSheet", "State", "StepRow", "run_sheet"]

RowKind: TypeAlias = Literal["session", "break", "lunch", "buffer", "gap"]
State: TypeAlias = Literal["planned", "running", "done"]


@frozen
class StepRow:
    """One step of a session with its clock times."""

    start: datetime
    end: datetime
    minutes: int
    step: Step


@frozen
class Row:
    """One item of a run sheet.

    Attributes:
        id, path: which item of the agenda; empty for a gap.
        start, end: instants in the workshop's time zone.
        minutes: elapsed minutes between them.
        length: the effective range it was timed within.
        track: titles of the parallel tracks it is in, outermost first.
        locked: whether a lock or a window holds its start.
        plan: how its format runs it, where the format is installed and can.
        steps: the plan's steps with their times; those that get no time are left out.
        state: on the day, whether it is still to come, running or done.
    """

    id: str
    path: str
    start: datetime
    end: datetime
    minutes: int
    title: str
    kind: RowKind
    length: Length
    slot: Slot | None = None
    track: tuple[str, ...] = ()
    locked: bool = False
    plan: FormatPlan | None = None
    steps: tuple[StepRow, ...] = ()
    state: State = "planned"


@frozen
class Clash:
    """A fixed time that is missed even with everything before it at its shortest.

    Attributes:
        id, path, title: the item with the lock or window; empty, and "the finish", for the
            end of the workshop.
        at: the fixed time: for a window, its latest start.
        minutes: by how many minutes it is missed.
    """

    id: str
    path: str
    title: str
    at: datetime
    minutes: int


@frozen
class Cut:
    """An item to leave out.

    Attributes:
        id, path, title: which item.
        minutes: its usual minutes, which are lost.
        saves: its shortest minutes, which are what leaving it out gives.
    """

    id: str
    path: str
    title: str
    minutes: int
    saves: int


@frozen
class RunSheet:
    """A workshop hour by hour.

    Attributes:
        rows: every item in order, gaps on the main line included.
        starts, ends: when the workshop is to start and end.
        finishes: when the last item ends.
        over: minutes by which fixed times are missed in all, 0 when everything fits.
        clashes: the fixed times that are missed, each with its minutes.
        cuts: before the day, what to leave out so that it fits, still shown in the rows; after
            :meth:`replan` what has been left out.
        changes: after :meth:`replan`, what is different, in words.
        reason: why it cannot hold, ``""`` where it does.
        slack: minutes that could still be saved before each fixed time, by identifier; ``""``
            for the end.
    """

    workshop: Workshop
    rows: tuple[Row, ...]
    starts: datetime
    ends: datetime
    finishes: datetime
    over: int
    clashes: tuple[Clash, ...] = ()
    cuts: tuple[Cut, ...] = ()
    changes: tuple[str, ...] = ()
    reason: str = ""
    slack: Mapping[str, int] = field(factory=dict)
    day: Day | None = field(default=None, eq=False, repr=False)

    def row(self, item: str) -> Row | None:
        """Return the row of an item, ``None`` where it has none."""
        return next((row for row in self.rows if row.slot and row.id == item), None)

    def numbered(self) -> dict[int, Row]:
        """Return the rows by the numbers of their items; none for a sheet made by hand."""
        numbers = self.day.numbers if self.day is not None else {}
        return {numbers[row.path]: row for row in self.rows if row.path in numbers}

    def replan(
        self,
        *,
        now: datetime | time | str,
        running: str | Iterable[str] = (),
        started: datetime | time | str | None = None,
        actuals: Iterable[Actual] | None = None,
        lasting: Mapping[str, int] | None = None,
    ) -> RunSheet:
        """Return the rest of the day, timed anew: what has happened is fact, fixed times hold.

        Locks and windows hold, and so do the arrival of an expert, the start of the closing
        action planning and the finish. If that leaves too little, sessions that only could or
        should be done are left out, the least loss first; if even that is not enough, the
        first fixed time that cannot be kept gives way, and ``reason`` says so.

        Args:
            now: the moment: an instant, a wall-clock time, or text such as ``11:20``.
            running: the session that is on, or several in parallel tracks; left out, what the
                record says, and where it says nothing, what was planned for this moment.
            started: when the running session started; left out, as recorded or as planned.
            actuals: what has happened; left out, the workshop's record.
            lasting: minutes that were decided on the day, by session: it takes so many in all,
                whatever its range, but no fewer than it has used.

        Raises:
            InvalidValueError: the moment is none, or lies outside the workshop's day.
            UnknownKeyError: the workshop has no such session.
        """
        from workshopcore.agenda.replanning import replanned

        return replanned(self, now, running, started, actuals, lasting or {})


@frozen
class Timed:
    """An item of the day with its place, in minutes from the start."""

    number: int
    start: int
    minutes: int
    state: State = "planned"


def run_sheet(
    programme: Programme, workshop: str, *, formats: Mapping[str, SessionFormat]
) -> RunSheet:
    """Return the run sheet of a workshop.

    Args:
        programme: the programme.
        workshop: the workshop's identifier.
        formats: the session formats that are installed, by key.

    Raises:
        AgendaError: a session has no length: no minutes, and its format is not installed.
        UnknownKeyError: the programme has no such workshop.
    """
    day = day_of(programme, programme.workshop(workshop), formats)
    fitted = fit(day.line, day.minutes, grid=day.grid)
    timed = [
        Timed(number, start, minutes)
        for number, (start, minutes) in enumerate(zip(fitted.starts, fitted.minutes, strict=True))
    ]
    ids = ["" if m.part is None else day.items[m.part].slot.id for m in fitted.margins]
    clashes = tuple(
        clash(day, margin.part, _fixed(day, margin.part), -margin.minutes)
        for margin in fitted.missed
    )
    return RunSheet(
        day.workshop,
        rows(day, timed),
        day.starts,
        day.at(day.minutes),
        day.at(max((each.start + each.minutes for each in timed), default=0)),
        fitted.over,
        clashes,
        tuple(cut(day, number) for number in fitted.cuts or ()),
        reason=why(clashes, fitted.cuts),
        slack=dict(zip(ids, (margin.minutes for margin in fitted.margins), strict=True)),
        day=day,
    )


def clash(day: Day, number: int | None, at: int, minutes: int) -> Clash:
    """Return a fixed time that is missed, that of an item or the end of the workshop."""
    if number is None:
        return Clash("", "", gettext("the finish"), day.at(at), minutes)
    item = day.items[number]
    return Clash(item.slot.id, item.path, day.title(number), day.at(at), minutes)


def _fixed(day: Day, number: int | None) -> int:
    """Return the latest moment of a lock or window, or the end of the workshop."""
    start = None if number is None else day.items[number].part.start
    return day.minutes if start is None else start[1]


def cut(day: Day, number: int) -> Cut:
    """Return an item as something to leave out."""
    item = day.items[number]
    part = item.part
    return Cut(item.slot.id, item.path, day.title(number), part.usual, part.shortest)


def why(clashes: tuple[Clash, ...], cuts: tuple[int, ...] | None) -> str:
    """Say what makes a day too full, and whether leaving things out would help."""
    if not clashes:
        return ""
    missed = "; ".join(
        gettext(
            "{session} ({time}) is missed by {minutes} min",
            session=clash.title,
            time=date_in_words(clash.at, "clock"),
            minutes=clash.minutes,
        )
        for clash in clashes
    )
    if cuts:
        return gettext("With everything at its shortest, {missed}", missed=missed)
    return gettext(
        "With everything at its shortest, {missed}, and leaving out all that may go is not enough",
        missed=missed,
    )


def rows(day: Day, timed: Iterable[Timed], now: int = 0) -> tuple[Row, ...]:
    """Return a row for every item and for every gap on the main line, the last one included."""
    found: list[Row] = []
    reached = 0
    for each in timed:
        if not day.items[each.number].track and each.start > reached:
            found.append(_gap(day, reached, each.start, now))
        found.append(_row(day, each))
        reached = max(reached, each.start + each.minutes)
    if found and reached < day.minutes:
        found.append(_gap(day, reached, day.minutes, now))
    return tuple(found)


def _gap(day: Day, start: int, end: int, now: int) -> Row:
    minutes = end - start
    length = Length(minutes, minutes, minutes)
    state: State = "done" if end <= now else "planned"
    title = gettext("Open time")
    return Row("", "", day.at(start), day.at(end), minutes, title, "gap", length, state=state)


def _row(day: Day, each: Timed) -> Row:
    item = day.items[each.number]
    part = item.part
    plan = day.plan(each.number, each.minutes)
    return Row(
        item.slot.id,
        item.path,
        day.at(each.start),
        day.at(each.start + each.minutes),
        each.minutes,
        day.title(each.number),
        item.slot.kind,  # type: ignore[arg-type]
        Length(part.shortest, part.usual, part.longest),
        item.slot,
        item.track,
        part.start is not None,
        plan,
        _steps(day, plan, each) if plan else (),
        each.state,
    )


def _steps(day: Day, plan: FormatPlan, each: Timed) -> tuple[StepRow, ...]:
    """Return a plan's steps with their times: its own minutes, or fitted on one minute."""
    lengths = [step.minutes for step in plan.steps if step.minutes is not None]
    if len(lengths) < len(plan.steps):
        lengths = list(fit_lengths([step.length for step in plan.steps], each.minutes))
    found = []
    position = each.start
    for step, minutes in zip(plan.steps, lengths, strict=True):
        # What is left no time at all, such as a second vote, does not take place.
        if minutes:
            found.append(StepRow(day.at(position), day.at(position + minutes), minutes, step))
            position += minutes
    return tuple(found)
