"""How long people were in session at a workshop: from the record, and from the plan beside it.

**What counts.** Sessions count, each from its recorded start to its recorded end; where one of
the two is not on record, it is taken from the fitted run sheet. What was cut does not count, and
what was moved counts only where its times say so. Breaks, meals, buffers and open time never do.
A minute counts once, whatever ran at the same time.

**Who was there when.** Somebody who attended was there throughout, or from ``arrived`` to
``left`` where these are given. Of somebody who came for part and has neither, nothing can be
said. Apologies and absences are no time at all, and neither is an invitation.

**Substitutes** get their own time and never that of whom they stood for: an entry of their own
says when they were there; without one they were there whenever the other was not.

**Parallel tracks.** A person is in one track at a time: the one in which they have a group (for a
substitute without a group, that of whom they stood for). Where nobody wrote that down, the track
with the most time in session counts.

Minutes are elapsed minutes, also over midnight and on the nights when the clocks change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import define, field

from workshopcore.agenda.day import Day
from workshopcore.agenda.run_sheet import Row, RunSheet, run_sheet
from workshopcore.contracts.formats import SessionFormat
from workshopcore.errors import AgendaError
from workshopcore.model.agenda import AgendaItem, Parallel, Session, slots
from workshopcore.model.moments import elapsed
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Actual, Attendance, GroupAllocation

__all__ = ["attended", "attended_minutes"]

Span = tuple[int, int]

_AROUND = 12 * 60
"""Minutes before and after a workshop in which what is on record of it is believed."""

_RECORDED = ("attended", "part", "apology", "no-show")


def attended(
    programme: Programme, workshop: str, person: str, *, formats: Mapping[str, SessionFormat]
) -> int | None:
    """Return for how many minutes somebody was in session at a workshop.

    Args:
        programme: the programme.
        workshop: the workshop's identifier.
        person: the person's identifier.
        formats: the session formats that are installed, by key.

    Returns:
        Elapsed minutes; 0 for somebody who was not there; ``None`` where that cannot be told,
        because they came for part without any times, or there are no sessions.

    Raises:
        AgendaError: a session has no length: no minutes, and its format is not installed.
        UnknownKeyError: the programme has no such workshop or person.

    >>> from workshopcore.model.agenda import Break
    >>> from workshopcore.model.people import Person
    >>> from workshopcore.model.workshop import Workshop
    >>> morning = Workshop(
    ...     "A morning",
    ...     id="morning",
    ...     start="2027-01-19T09:00",
    ...     end="2027-01-19T12:00",
    ...     agenda=[Session(title="One", minutes=80), Break(20), Session(title="Two", minutes=80)],
    ...     attendance=[Attendance("amina", "part", left="2027-01-19T11:00")],
    ... )
    >>> year = Programme(title="Y", people=[Person("Amina", id="amina")], workshops=[morning])
    >>> attended(year, "morning", "amina", formats={})
    100
    """
    name = programme.person(person).id
    return attended_minutes(run_sheet(programme, workshop, formats=formats)).get(name, 0)


def attended_minutes(sheet: RunSheet) -> dict[str, int | None]:
    """Return for how many minutes each person was in session, in the order of the record.

    Args:
        sheet: the workshop as it was planned.

    Returns:
        Elapsed minutes by person, of those who were there at all; ``None`` where that cannot
        be told.

    Raises:
        AgendaError: the sheet was not made by ``run_sheet``.
    """
    day = sheet.day
    if day is None:
        raise AgendaError("this run sheet was not made by run_sheet(), so nobody attended it")
    course = _Course(day, {row.path: row for row in sheet.rows if row.path})
    nothing_to_attend = not sheet.workshop.sessions()
    found: dict[str, int | None] = {}
    for person, stays in _stays(day).items():
        if nothing_to_attend or any(stay.spans is None for stay in stays):
            found[person] = None
            continue
        there = [span for stay in stays for span in stay.spans or ()]
        names = (person, *(stay.instead_of for stay in stays if stay.instead_of))
        found[person] = _minutes(_shared(there, course.sessions(names)))
    return found


@define
class _Stay:
    """When somebody was there, on whose account; ``None`` where nobody wrote down when."""

    spans: tuple[Span, ...] | None
    instead_of: str = ""


def _stays(day: Day) -> dict[str, list[_Stay]]:
    """Return when each person was there, substitutes included."""
    entries = {entry.person: entry for entry in day.workshop.attendance}
    recorded = {name: entry for name, entry in entries.items() if entry.status in _RECORDED}
    found = {name: [_Stay(_own(day, entry))] for name, entry in recorded.items() if entry.present}
    for name, entry in recorded.items():
        if entry.substitute and entry.substitute not in recorded:
            spans = _rest(day, _own(day, entry))
            if spans != ():
                found.setdefault(entry.substitute, []).append(_Stay(spans, name))
    return found


def _own(day: Day, entry: Attendance) -> tuple[Span, ...] | None:
    """Return when the person of an entry was there, in minutes from the workshop's start."""
    if not entry.present:
        return ()
    if entry.status == "part" and entry.arrived is None and entry.left is None:
        return None
    first, last = _whole(day)
    arrived = first if entry.arrived is None else day.position(entry.arrived)
    left = last if entry.left is None else day.position(entry.left)
    return _within([(arrived, left)], (first, last))


def _rest(day: Day, spans: tuple[Span, ...] | None) -> tuple[Span, ...] | None:
    """Return the time outside of some spans."""
    if spans is None:
        return None
    first, last = _whole(day)
    edges = [first, *(edge for span in spans for edge in span), last]
    return tuple(span for span in list(pairwise(edges))[::2] if span[0] < span[1])


def _whole(day: Day) -> Span:
    return -_AROUND, day.minutes + _AROUND


@define
class _Course:
    """When sessions were held, in minutes from the workshop's start."""

    day: Day
    rows: Mapping[str, Row]
    facts: dict[str, Actual] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.facts = {actual.session: actual for actual in self.day.workshop.actuals}

    def sessions(self, names: Sequence[str]) -> list[Span]:
        """Return the sessions of somebody, or else of whom they stood for."""
        return list(self._line(self.day.workshop.agenda, "agenda", names))

    def _line(
        self, agenda: Iterable[AgendaItem], path: str, names: Sequence[str]
    ) -> Iterator[Span]:
        for number, item in enumerate(agenda):
            place = f"{path}[{number}]"
            if isinstance(item, Parallel):
                yield from self._track(item, place, names)
            elif isinstance(item, Session):
                yield from self._held(item, place)

    def _track(self, block: Parallel, place: str, names: Sequence[str]) -> list[Span]:
        """Return the sessions of the track that somebody was in."""
        tracks = [
            list(self._line(track.agenda, f"{place}.tracks[{number}].agenda", names))
            for number, track in enumerate(block.tracks)
        ]
        for name in names:
            chosen = _tracks_of(block, name, self.day.workshop.allocations)
            if chosen:
                return [span for number in chosen for span in tracks[number]]
        return max(tracks, key=_minutes)

    def _held(self, session: Session, place: str) -> tuple[Span, ...]:
        """Return when a session was held: as recorded, or else as planned."""
        fact = self.facts.get(session.id, Actual(session.id))
        timed = fact.start is not None and fact.end is not None
        row = self.rows.get(place)
        if fact.fate == "cut" or (not timed and (fact.fate == "moved" or row is None)):
            return ()
        start, end = (0, 0) if row is None else self._planned(row)
        start = start if fact.start is None else self.day.position(fact.start)
        end = end if fact.end is None else self.day.position(fact.end)
        return _within([(start, end)], _whole(self.day))

    def _planned(self, row: Row) -> Span:
        starts, minutes = self.day.starts, self.day.minutes
        # Where a day was too full, nobody stays beyond its end for what was never recorded.
        return min(elapsed(starts, row.start), minutes), min(elapsed(starts, row.end), minutes)


def _tracks_of(block: Parallel, name: str, allocations: Iterable[GroupAllocation]) -> list[int]:
    """Return the tracks in which somebody has a group; by the record rather than by the plan."""
    found: dict[bool, list[int]] = {True: [], False: []}
    for number, track in enumerate(block.tracks):
        held = {slot.id for _, slot in slots(track.agenda)}
        for allocation in allocations:
            if allocation.session in held and _is_in(name, allocation):
                found[allocation.status == "actual"].append(number)
    return sorted(set(found[True] or found[False]))


def _is_in(name: str, allocation: GroupAllocation) -> bool:
    return any(name in (*group.members, group.host) for group in allocation.groups)


def _within(spans: Iterable[Span], whole: Span) -> tuple[Span, ...]:
    """Return what of some spans lies within another."""
    cut = ((max(start, whole[0]), min(end, whole[1])) for start, end in spans)
    return tuple(span for span in cut if span[0] < span[1])


def _shared(some: Iterable[Span], others: Sequence[Span]) -> list[Span]:
    return [span for whole in some for span in _within(others, whole)]


def _minutes(spans: Iterable[Span]) -> int:
    """Return how many minutes some spans cover, each counted once."""
    total, reached = 0, -_AROUND
    for start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total
