"""Days that never were, and what happened on them: for comparing two ways of timing them anew.

Everything is drawn from one source of chance, so that hypothesis may hand over its own.
"""

from datetime import date, datetime, time, timedelta
from random import Random

from replan_answers import local

import workshopcore as wc
from workshopcore.agenda import RunSheet, run_sheet
from workshopcore.model.moments import elapsed, instant, later

DAYS = (
    (date(2027, 1, 19), "Europe/London"),
    (date(2027, 3, 27), "Europe/London"),
    (date(2027, 10, 30), "Europe/London"),
    (date(2027, 10, 30), "America/New_York"),
    (date(2027, 6, 2), "Asia/Kathmandu"),
)
"""Ordinary days, nights on which clocks change, and a zone three quarters of an hour off."""


def random_sheet(rng: Random) -> RunSheet:
    """Return a planned day: now and then one that does not fit, or lasts over a night."""
    on, zone = rng.choice(DAYS)
    begins = datetime.combine(on, time(rng.choice([8, 9, 13, 21]), rng.choice([0, 0, 30, 7])))
    grid = rng.choice([5, 5, 5, 1, 15])
    overnight = rng.random() < 0.2
    agenda = _Agenda(rng, instant(begins, zone), grid)
    items = agenda.line(rng.randint(2, 7), fixed=True)
    morning = datetime.combine(on + timedelta(days=1), time(9, 0))
    if overnight:
        items.append(agenda.session(start=morning))
        items += agenda.line(rng.randint(1, 3), fixed=False)
    if rng.random() < 0.6:
        items.append(agenda.session(format="action-planning", priority="must"))
    usual = agenda.minutes_of(items)
    minutes = usual + rng.choice([0, 0, -grid, 10, -20, 25])
    if overnight:
        rest = agenda.minutes_of(items[-2:])
        minutes = elapsed(instant(begins, zone), instant(morning, zone)) + 60 + rest
    ends = agenda.at(max(minutes, grid, agenda.latest))
    workshop = wc.Workshop("W", id="w", start=begins, end=ends, time_zone=zone, agenda=items)
    sessions = [slot.id for _, slot in workshop.slots() if isinstance(slot, wc.Session)]
    experts = []
    if sessions and rng.random() < 0.4:
        experts = [wc.ExpertEngagement("x", "Duties", session=f"w/{rng.choice(sessions)}")]
    year = wc.Programme(
        title="Y",
        grid=grid,
        people=[wc.Person("X", id="x", role="expert")],
        workshops=[workshop],
        experts=experts,
    )
    return run_sheet(year, "w", formats={})


class _Agenda:
    def __init__(self, rng: Random, begins: datetime, grid: int) -> None:
        self._rng, self._begins, self._grid = rng, begins, grid
        self._number = 0
        self.latest = 0
        """The latest minute that has been given a date: the workshop lasts until then."""

    def line(self, most: int, *, fixed: bool, depth: int = 0) -> list:
        """Return some items one after another, with locks and windows near where they fall."""
        found: list = []
        for _ in range(most):
            if depth < 2 and self._rng.random() < 0.18:
                found.append(self._parallel(fixed, depth))
                continue
            lock = {}
            # A lock is fixed early in the line, so that most days can be kept.
            if fixed and found and self._rng.random() < 0.2:
                lock = self._lock(self.minutes_of(found), dated=depth > 0)
            found.append(self._slot(lock))
        return found

    def _parallel(self, fixed: bool, depth: int) -> wc.Parallel:
        tracks = [
            wc.Track(
                f"Track {number}",
                self.line(self._rng.randint(1, 3), fixed=fixed and depth < 1, depth=depth + 1),
            )
            for number in range(self._rng.choice([2, 2, 3]))
        ]
        return wc.Parallel(tracks)

    def _lock(self, usual: int, *, dated: bool) -> dict:
        rng, grid = self._rng, self._grid
        minutes = max(0, usual + rng.choice([0, 0, 0, grid, -grid, 10, 3]))
        last = minutes + rng.choice([0, grid, 15, 40])
        dated = dated or rng.random() < 0.3
        self.latest = max(self.latest, last if dated else 0)
        start, latest = (self.at(each) if dated else self._clock(each) for each in (minutes, last))
        return {"start": start} if rng.random() < 0.5 else {"window": (start, latest)}

    def _slot(self, lock: dict) -> wc.Session | wc.Break | wc.Lunch | wc.Buffer:
        kind = self._rng.choice(["session"] * 6 + ["break", "buffer", "lunch"])
        if kind == "session":
            return self.session(**lock)
        made = {"break": wc.Break, "buffer": wc.Buffer, "lunch": wc.Lunch}[kind]
        return made(self._bounds(), **lock)

    def at(self, minutes: int) -> str:
        """Return the wall-clock time some minutes after the beginning."""
        return local(later(self._begins, minutes))

    def _clock(self, minutes: int) -> time:
        return later(self._begins, minutes).time()

    def session(self, **more) -> wc.Session:
        """Return a session of any length and priority."""
        self._number += 1
        priority = more.pop("priority", self._rng.choice(["must", "should", "should", "could"]))
        return wc.Session(
            title=f"S{self._number}", minutes=self._bounds(), priority=priority, **more
        )

    def _bounds(self) -> tuple[int, int, int]:
        rng = self._rng
        step = rng.choice([self._grid, self._grid, 5, 1])
        if rng.random() < 0.15:
            fixed = rng.choice([0, 7, 20, 30])
            return fixed, fixed, fixed
        return tuple(sorted(step * rng.randint(0, 60 // max(step, 5)) for _ in range(3)))

    def minutes_of(self, items: list) -> int:
        """Return the usual minutes of a line; of tracks, those of the longest."""
        return sum(
            max(self.minutes_of(track.agenda) for track in item.tracks)
            if isinstance(item, wc.Parallel)
            else item.minutes.usual
            for item in items
        )


def random_moment(rng: Random, sheet: RunSheet) -> dict:
    """Return a moment of a day and what is on record by then, as the page counts it.

    Most days go roughly as planned; in some the record has holes, or is plain nonsense.
    """
    day = sheet.day
    now = rng.randint(0, day.minutes + rng.choice([0, 0, 0, 30, 200]))
    facts = _nonsense(rng, sheet) if rng.random() < 0.1 else _course(rng, sheet, now)
    ids = [item.slot.id for item in day.items]
    moment: dict = {"now": now, "facts": facts}
    if rng.random() < 0.3:
        chosen = rng.sample(ids, rng.randint(1, min(2, len(ids))))
        moment["lasting"] = {name: rng.choice([0, 5, 20, 33, 60]) for name in sorted(chosen)}
    if rng.random() < 0.15:
        moment["running"] = sorted(rng.sample(ids, rng.randint(1, min(2, len(ids)))))
        if rng.random() < 0.6:
            moment["started"] = rng.randint(0, now)
    return moment


def _course(rng: Random, sheet: RunSheet, now: int) -> dict:
    """Return a record of what began before now, each item a little early or late."""
    facts: dict = {}
    late = 0
    rows = sorted(sheet.numbered().items(), key=lambda each: each[1].start)
    for _, row in rows:
        start = int((row.start - sheet.starts).total_seconds() // 60) + late
        if rng.random() < 0.08:
            facts[row.id] = {"fate": rng.choice(["cut", "cut", "moved"])}
            continue
        late += rng.choice([0, 0, 1, 3, 5, 12, -4])
        end = max(start, start + row.minutes + rng.choice([0, 0, 2, 5, -5, 20]))
        if start > now or rng.random() < 0.15:
            continue
        facts[row.id] = {"start": max(0, start), "fate": "done"}
        if end <= now and rng.random() < 0.85:
            facts[row.id]["end"] = max(0, end)
    return facts


def _nonsense(rng: Random, sheet: RunSheet) -> dict:
    facts: dict = {}
    for item in sheet.day.items:
        if rng.random() < 0.6:
            start, end = sorted(rng.randint(0, sheet.day.minutes + 30) for _ in range(2))
            said = {"start": start, "end": end, "fate": rng.choice(["done", "done", "cut"])}
            for name in ("start", "end"):
                if rng.random() < 0.3:
                    del said[name]
            facts[item.slot.id] = said
    return facts
