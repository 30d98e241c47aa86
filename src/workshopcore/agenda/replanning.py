"""The rest of a day, timed anew: what has happened is fact, and what is fixed holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time

from attrs import evolve, frozen

from workshopcore.agenda.changes import changes, why_not
from workshopcore.agenda.cuts import cuts
from workshopcore.agenda.day import Day
from workshopcore.agenda.fitting import Fit, fit
from workshopcore.agenda.giving_way import (
    Missed,
    relaxed,
    with_minutes,
    with_starts,
    without,
)
from workshopcore.agenda.parts import leaves
from workshopcore.agenda.progress import Fact, Left, left_of
from workshopcore.agenda.run_sheet import RunSheet, Timed, clash, cut, rows
from workshopcore.errors import AgendaError, InvalidValueError, UnknownKeyError
from workshopcore.model import accept
from workshopcore.model.moments import elapsed
from workshopcore.model.workshop import Actual

__all__ = ["replanned"]

_AFTERWARDS = 12 * 60
"""Minutes after its planned end during which a workshop may still be going on."""


@frozen
class _Plan:
    """The rest of a day, timed: what goes, what is missed, and where everything stands."""

    left: Left
    at: int
    fitted: Fit
    numbers: tuple[int, ...]
    gone: tuple[int, ...]
    missed: tuple[Missed, ...]

    @property
    def loss(self) -> tuple[int, int]:
        """By how many minutes fixed times give way, and how many items have to go."""
        return sum(minutes for _, _, minutes in self.missed), len(self.gone)


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
        _facts(day, sheet.workshop.actuals if actuals is None else actuals, position),
        {
            number: (elapsed(day.starts, row.start), elapsed(day.starts, row.end))
            for number, row in sheet.numbered().items()
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


def _facts(day: Day, actuals: Iterable[Actual], now: int) -> dict[int, Fact]:
    """Return what is on record of the items, as far as it has happened by now."""
    numbers = {item.slot.id: number for number, item in enumerate(day.items)}
    found = {}
    for actual in actuals:
        start, end = _by(day, actual.start, now), _by(day, actual.end, now)
        timed = actual.start is not None or actual.end is not None
        if actual.session in numbers and not (timed and start is None and end is None):
            found[numbers[actual.session]] = Fact(start, end, actual.fate != "done")
    return found


def _by(day: Day, moment: datetime | None, now: int) -> int | None:
    """Return where a moment lies that has come, ``None`` for one that has not."""
    position = None if moment is None else day.position(moment)
    return position if position is not None and position <= now else None


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

    def plan(self) -> _Plan:
        """Return the best plan: on the grid by the clock, or else from this very minute."""
        grid = self.day.grid
        minute = self.day.at(self.now).minute
        aligned = self.now + -minute % grid
        found = self._plan_from(aligned, grid)
        if aligned == self.now or (found.loss == (0, 0) and not self._overdrawn(found)):
            return found
        exact = self._plan_from(self.now, grid)
        return exact if exact.loss < found.loss or self._overdrawn(found) else found

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
        minutes = self._until_end(at, left)
        line = with_minutes(left.line, left.numbers, self._rest(at, left))
        line = with_starts(line, left.numbers, self._hold(at, left))
        line, minutes, missed = relaxed(line, left.numbers, minutes, at)
        gone = cuts(line, minutes) or ()
        line = without(line, gone)
        names = tuple(n for place, n in enumerate(left.numbers) if place not in gone)
        fitted = fit(line, minutes, grid=grid)
        return _Plan(left, at, fitted, names, tuple(left.numbers[n] for n in gone), missed)

    def _until_end(self, at: int, left: Left) -> int:
        """Return the minutes until the end: below 0 where the day goes on after it."""
        minutes = self.day.minutes - at
        goes_on = any(not part.may_go for part in leaves(left.line))
        return minutes if goes_on else max(0, minutes)

    def _rest(self, at: int, left: Left) -> dict[int, int]:
        """Return what remains of the minutes that were decided on the day."""
        return {
            number: max(0, minutes - (at - left.running.get(number, at)))
            for number, minutes in self.lasting.items()
        }

    def _hold(self, at: int, left: Left) -> dict[int, tuple[int, int]]:
        """Return the starts that hold beside the locks of the agenda."""
        starts = {number: start for number, (start, _) in self.planned.items()}
        return {
            number: (starts[number] - at,) * 2
            for number in self.day.held(starts)
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
            rows(day, timed, now=self.now),
            day.starts,
            day.at(day.minutes),
            finishes,
            sum(clash.minutes for clash in clashes),
            clashes,
            tuple(cut(day, number) for number in sorted(plan.gone)),
            reason=why_not(clashes),
            slack=self._slack(plan),
            day=day,
        )
        return evolve(found, changes=tuple(changes(self.sheet, found)))

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
