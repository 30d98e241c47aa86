"""The rest of a day, timed anew: what has happened is fact, and what is fixed holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, time
from typing import TypeAlias

from attrs import evolve, field, frozen

from workshopcore.agenda.cuts import cuts
from workshopcore.agenda.day import PLANNING, Day
from workshopcore.agenda.earliest import earliest
from workshopcore.agenda.fitting import Fit, fit
from workshopcore.agenda.parts import Line, Part, Tracks, leaves
from workshopcore.agenda.progress import Fact, Left, left_of
from workshopcore.agenda.run_sheet import Clash, Row, RunSheet, Timed, clash, cut, rows
from workshopcore.errors import AgendaError, InvalidValueError, UnknownKeyError
from workshopcore.model import accept
from workshopcore.model.moments import elapsed
from workshopcore.model.workshop import Actual

__all__ = ["replanned"]

_AFTERWARDS = 12 * 60
"""Minutes after its planned end during which a workshop may still be going on."""


_Missed: TypeAlias = tuple[int | None, int, int]
"""An item or, for ``None``, the end; its fixed moment; by how many minutes it gives way."""


@frozen
class _Plan:
    """The rest of a day, timed: what goes, what is missed, and where everything stands."""

    left: Left
    at: int
    fitted: Fit
    numbers: tuple[int, ...]
    gone: tuple[int, ...]
    missed: tuple[_Missed, ...]

    @property
    def whole(self) -> bool:
        """Whether everything fits, and nothing has to go."""
        return not self.missed and not self.gone


def replanned(
    sheet: RunSheet,
    now: datetime | time | str,
    running: str | Iterable[str],
    started: datetime | time | str | None,
    actuals: Iterable[Actual] | None,
    lasting: Mapping[str, int],
) -> RunSheet:
    """Return the sheet for the rest of the day: see :meth:`RunSheet.replan`."""
    day = sheet.day
    if day is None:
        raise AgendaError("this run sheet was not made by run_sheet(), so it cannot be timed anew")
    position = _position(day, now)
    replan = _Replan(
        sheet,
        day,
        position,
        frozenset(_numbers(day, running)),
        None if started is None else _position(day, started),
        _facts(day, sheet.workshop.actuals if actuals is None else actuals),
        {
            number: (elapsed(day.starts, row.start), elapsed(day.starts, row.end))
            for number, row in _planned_rows(sheet, day)
        },
        dict(zip(_numbers(day, lasting), lasting.values(), strict=True)),
    )
    return replan.sheet_of(replan.plan())


def _position(day: Day, moment: datetime | time | str) -> int:
    found = accept.clock(moment)
    if found is None:
        raise InvalidValueError(moment, "a moment, such as 11:20")
    position = day.position(found)
    if not 0 <= position <= day.minutes + _AFTERWARDS:
        first, last = day.starts, day.at(day.minutes)
        raise InvalidValueError(
            moment, f"a moment of the workshop, {first:%Y-%m-%d %H:%M} to {last:%Y-%m-%d %H:%M}"
        )
    return position


def _numbers(day: Day, running: str | Iterable[str]) -> Iterator[int]:
    known = {item.slot.id: number for number, item in enumerate(day.items)}
    for name in [running] if isinstance(running, str) else running:
        if name and name not in known:
            raise UnknownKeyError("session", name, known)
        if name:
            yield known[name]


def _facts(day: Day, actuals: Iterable[Actual]) -> dict[int, Fact]:
    numbers = {item.slot.id: number for number, item in enumerate(day.items)}
    found = {}
    for actual in actuals:
        start, end = (
            None if moment is None else day.position(moment)
            for moment in (actual.start, actual.end)
        )
        if actual.session in numbers:
            found[numbers[actual.session]] = Fact(start, end, actual.fate != "done")
    return found


def _planned_rows(sheet: RunSheet, day: Day) -> Iterator[tuple[int, Row]]:
    numbers = {item.path: number for number, item in enumerate(day.items)}
    return ((numbers[row.path], row) for row in sheet.rows if row.path)


@frozen
class _Replan:
    sheet: RunSheet
    day: Day
    now: int
    named: frozenset[int]
    started: int | None
    facts: dict[int, Fact]
    planned: dict[int, tuple[int, int]]
    lasting: dict[int, int]
    held: frozenset[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "held", self._held())

    def _held(self) -> frozenset[int]:
        """Return what stays where it was announced: expert sessions and the closing planning."""
        planning = [
            number
            for number, item in enumerate(self.day.items)
            if number in self.planned and getattr(item.slot, "format", "") in PLANNING
        ]
        closing = self.planned[planning[-1]][0] if planning else None
        return frozenset(
            number
            for number, item in enumerate(self.day.items)
            if item.held
            and number in self.planned
            and (number not in planning or self.planned[number][0] == closing)
        )

    def plan(self) -> _Plan:
        """Return the best plan: on the grid by the clock, or else from this very minute."""
        grid = self.day.grid
        minute = self.day.at(self.now).minute
        aligned = self.now + -minute % grid
        found = self._plan_from(aligned, grid)
        if aligned == self.now or (found.whole and not self._overdrawn(found)):
            return found
        exact = self._plan_from(self.now, grid)
        better = (len(exact.missed), len(exact.gone)) < (len(found.missed), len(found.gone))
        return exact if better or self._overdrawn(found) else found

    def _overdrawn(self, plan: _Plan) -> bool:
        """Return whether waiting for the grid takes something on beyond its longest."""
        return any(
            plan.at - start > self.lasting.get(number, self.day.items[number].part.longest)
            for number, start in plan.left.running.items()
        )

    def _plan_from(self, at: int, grid: int) -> _Plan:
        left = left_of(
            self.day,
            self.now,
            at,
            named=self.named,
            started=self.started,
            facts=self.facts,
            planned=self.planned,
        )
        minutes = max(0, self.day.minutes - at)
        line = _decided(left.line, iter(left.numbers), self._rest(at, left))
        line = _changed(line, iter(left.numbers), self._hold(at, left))
        line, minutes, missed = _relaxed(line, left.numbers, minutes, at)
        gone = cuts(line, minutes) or ()
        line = _without(line, frozenset(gone))
        names = tuple(n for place, n in enumerate(left.numbers) if place not in gone)
        fitted = fit(line, minutes, grid=grid)
        return _Plan(left, at, fitted, names, tuple(left.numbers[n] for n in gone), missed)

    def _rest(self, at: int, left: Left) -> dict[int, int]:
        """Return what remains of the minutes that were decided on the day."""
        return {
            number: max(0, minutes - (at - left.running.get(number, at)))
            for number, minutes in self.lasting.items()
        }

    def _hold(self, at: int, left: Left) -> dict[int, tuple[int, int]]:
        """Return the starts that hold beside the locks of the agenda."""
        return {
            number: (self.planned[number][0] - at,) * 2
            for number in self.held
            if number not in left.running
        }

    def sheet_of(self, plan: _Plan) -> RunSheet:
        """Return the sheet that a plan makes."""
        day = self.day
        timed = [
            *(Timed(n, start, end - start, "done") for n, (start, end) in plan.left.over.items()),
            *self._timed(plan),
        ]
        timed.sort(key=lambda each: each.number)
        finishes = day.at(max((each.start + each.minutes for each in timed), default=0))
        clashes = tuple(clash(day, *each) for each in plan.missed)
        found = RunSheet(
            self.sheet.workshop,
            rows(day, timed),
            day.starts,
            day.at(day.minutes),
            finishes,
            sum(clash.minutes for clash in clashes),
            clashes,
            tuple(cut(day, number) for number in sorted(plan.gone)),
            reason=_why(clashes),
            slack=self._slack(plan),
            day=day,
        )
        return evolve(found, changes=tuple(_changes(self.sheet, found)))

    def _timed(self, plan: _Plan) -> Iterator[Timed]:
        spans = zip(plan.numbers, plan.fitted.starts, plan.fitted.minutes, strict=True)
        for number, start, minutes in spans:
            begun = plan.left.running.get(number)
            if begun is None:
                yield Timed(number, plan.at + start, minutes)
            else:
                yield Timed(number, begun, plan.at + start + minutes - begun, "running")

    def _slack(self, plan: _Plan) -> dict[str, int]:
        items = self.day.items
        return {
            "" if each.part is None else items[plan.numbers[each.part]].slot.id: each.minutes
            for each in plan.fitted.margins
        }


def _changed(line: Line, numbers: Iterator[int], starts: dict[int, tuple[int, int]]) -> Line:
    """Return a line with new starts for some of its items."""
    found: list[Part | Tracks] = []
    for item in line:
        if isinstance(item, Tracks):
            found.append(Tracks(tuple(_changed(track, numbers, starts) for track in item.tracks)))
        else:
            number = next(numbers)
            found.append(evolve(item, start=starts[number]) if number in starts else item)
    return tuple(found)


def _decided(line: Line, numbers: Iterator[int], minutes: Mapping[int, int]) -> Line:
    """Return a line in which some of its items take so many minutes, and stay."""
    found: list[Part | Tracks] = []
    for item in line:
        if isinstance(item, Tracks):
            found.append(Tracks(tuple(_decided(track, numbers, minutes) for track in item.tracks)))
        elif (number := next(numbers)) in minutes:
            exact = minutes[number]
            found.append(evolve(item, shortest=exact, usual=exact, longest=exact, may_go=False))
        else:
            found.append(item)
    return tuple(found)


def _without(line: Line, gone: frozenset[int]) -> Line:
    """Return a line without some of its parts, by place."""
    return _left_out(line, gone, iter(range(sum(1 for _ in leaves(line)))))


def _left_out(line: Line, gone: frozenset[int], places: Iterator[int]) -> Line:
    found: list[Part | Tracks] = []
    for item in line:
        if isinstance(item, Tracks):
            found.append(Tracks(tuple(_left_out(track, gone, places) for track in item.tracks)))
        elif next(places) not in gone:
            found.append(item)
    return tuple(found)


def _relaxed(
    line: Line, numbers: Sequence[int], minutes: int, at: int
) -> tuple[Line, int, tuple[_Missed, ...]]:
    """Let fixed times give way, one by one, until leaving things out is enough.

    Returns:
        The line, its minutes, and what gives way.
    """
    missed: list[_Missed] = []
    expendable = frozenset(n for n, part in enumerate(leaves(line)) if part.may_go)
    stay = [place for place in range(len(numbers)) if place not in expendable]
    while True:
        soonest = earliest(_without(line, expendable), minutes)
        late = next((margin for margin in soonest.margins if margin.minutes < 0), None)
        if late is None:
            return line, minutes, tuple(missed)
        if late.part is None:
            missed.append((None, at + minutes, -late.minutes))
            minutes -= late.minutes
        else:
            place = stay[late.part]
            part = list(leaves(line))[place]
            fixed = part.start[1] if part.start else 0
            missed.append((numbers[place], at + fixed, -late.minutes))
            start = fixed - late.minutes
            line = _changed(line, iter(range(len(numbers))), {place: (start, start)})


def _why(clashes: Sequence[Clash]) -> str:
    """Say which fixed times cannot be kept."""
    return "; ".join(
        f"{clash.title} cannot hold at {clash.at:%H:%M}: {clash.minutes} minutes later at the"
        " earliest, even with everything that may go left out"
        for clash in clashes
    )


def _changes(before: RunSheet, after: RunSheet) -> Iterator[str]:
    """Yield what is different, in words: lengths, what is left out, fixed times, the finish."""
    planned = {row.path: row for row in before.rows if row.path}
    for row in after.rows:
        old = planned.get(row.path)
        if old is not None and row.state != "done" and old.minutes != row.minutes:
            yield f"{row.title} {old.minutes} → {row.minutes}"
    yield from (f"{each.title} left out" for each in after.cuts)
    for each in after.clashes:
        moved = after.row(each.id)
        if moved is not None:
            yield f"{each.title} {each.at:%H:%M} → {moved.start:%H:%M}"
    if after.finishes != before.finishes:
        yield f"finish {before.finishes:%H:%M} → {after.finishes:%H:%M}"
    else:
        yield "finish unchanged"
