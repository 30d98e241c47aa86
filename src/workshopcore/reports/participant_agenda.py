"""The participants' agenda: when to be there, what comes when, and when it is over.

It is coarse on purpose. People need to know when the breaks are and when they can leave; a
plan to the minute would only show them where the day has been changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import reduce
from typing import TypeAlias

from attrs import evolve, frozen

from workshopcore.agenda import Row, RunSheet
from workshopcore.contracts.report import Audience, Block, Paragraph, Report
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.language import gettext, gettext_noop
from workshopcore.model.moments import elapsed, later
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.blocks import bullets, facts, filled, prose, section, table
from workshopcore.reports.experts import announced, promised
from workshopcore.reports.naming import file_name
from workshopcore.reports.occasion import known_day, numbered, place, status_notice, timed, when
from workshopcore.reports.people import introduced
from workshopcore.reports.wording import clock, listed, weekday

__all__ = ["Entry", "ParticipantAgenda", "entries", "rounded"]

GRID = 5
"""Minutes to which times are rounded."""
BRIEF = 20
"""Sessions shorter than so many minutes are told together with their neighbour …"""
LONG = 120
"""… unless that would make more than so many minutes …"""
MOST = 4
"""… or so many sessions in one line."""
NIGHT = 240
"""A pause of so many minutes between two days ends the first of them."""


Line: TypeAlias = tuple[str, str, str]
"""What is printed: the time, what happens, and where."""


@frozen
class ParticipantAgenda:
    """Coarse times, breaks and the finish, where it is, and what to prepare."""

    key: str = "participant-agenda"
    title: str = gettext_noop("Agenda")
    audience: Audience = "participants"
    needs: frozenset[Need] = frozenset({"workshop"})

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return the agenda of a workshop.

        Raises:
            ReportError: no workshop was named, or its agenda cannot be timed.
            UnknownKeyError: there is no such workshop.
        """
        workshop = request.the_workshop(programme, self.key)
        on = known_day(request)
        sheet = timed(programme, workshop, request)
        return Report(
            self.key,
            f"{gettext(self.title)}: {workshop.title}",
            self.audience,
            filled(
                status_notice(workshop, on),
                _at_a_glance(programme, workshop),
                section(gettext("What it is for"), prose(workshop.purpose)),
                section(gettext("What we want to leave with"), bullets(workshop.outputs)),
                section(gettext("Please prepare"), bullets(workshop.pre_work)),
                section(gettext("The day"), _days(programme, sheet, on)),
            ),
            subtitle=programme.title,
            language=programme.language,
            as_of=request.as_of,
            name=file_name(self.key, workshop.id),
            details={"programme": programme.id, "workshop": workshop.id},
        )


def _at_a_glance(programme: Programme, workshop: Workshop) -> tuple[Block, ...]:
    return facts(
        (gettext("When"), when(programme, workshop)),
        *place(workshop),
        (gettext("Part of"), f"{numbered(programme, workshop)}, {programme.title}"),
        (
            gettext("Facilitation"),
            listed(introduced(p) for p in programme.facilitators_of(workshop)),
        ),
    )


@frozen
class Entry:
    """One line of the agenda: what starts when, told coarsely."""

    start: datetime
    end: datetime
    titles: tuple[str, ...]
    kind: str
    track: tuple[str, ...] = ()
    room: str = ""

    def takes(self, other: Entry) -> bool:
        """Return whether the next entry is told in the same line."""
        same_place = (self.kind, self.track, self.room) == (other.kind, other.track, other.room)
        brief = min(elapsed(self.start, self.end), elapsed(other.start, other.end)) < BRIEF
        return (
            same_place
            and self.kind == "session"
            and brief
            and self.start.date() == other.start.date()
            and elapsed(self.start, other.end) <= LONG
            and len(self.titles) + len(other.titles) <= MOST
        )


def entries(rows: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return entries with brief sessions told together with their neighbour in the same track."""
    told: list[Entry] = []
    open_at: dict[tuple[str, ...], int] = {}
    for entry in rows:
        open_at = {track: n for track, n in open_at.items() if not _parts(track, entry.track)}
        before = open_at.get(entry.track)
        if before is not None and told[before].takes(entry):
            titles = (*told[before].titles, *entry.titles)
            told[before] = evolve(told[before], end=entry.end, titles=titles)
        else:
            open_at[entry.track] = len(told)
            told.append(entry)
    return tuple(sorted(told, key=lambda entry: entry.start))


def _parts(track: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether one strand ends where the other begins: the main line and its tracks."""
    depth = min(len(track), len(other))
    return track != other and track[:depth] == other[:depth]


def _announced(programme: Programme, sheet: RunSheet, on: date) -> Iterator[Entry]:
    """Yield what participants are told of: neither buffers nor open time."""
    workshop = sheet.workshop
    rooms = {room.id: room.name for room in (workshop.venue.rooms if workshop.venue else ())}
    for row in sheet.rows:
        if row.slot is None or row.kind == "buffer":
            continue
        title = _with_expert(programme, workshop, row, on)
        room = rooms.get(row.slot.room, "")
        yield Entry(row.start, row.end, (title,), row.kind, row.track, room)


def _with_expert(programme: Programme, workshop: Workshop, row: Row, on: date) -> str:
    experts = promised(programme, workshop.id, row.id, on)
    names = listed(announced(programme, engagement, on) for engagement in experts)
    if not names:
        return row.title
    return gettext("{session}, with {names}", session=row.title, names=names)


def _days(programme: Programme, sheet: RunSheet, on: date) -> tuple[Block, ...]:
    told = entries(_announced(programme, sheet, on))
    if not told:
        return (Paragraph(gettext("The times of the day will follow.")),)
    days: dict[date, list[Entry]] = {}
    for entry in told:
        days.setdefault(entry.start.date(), []).append(entry)
    columns = (gettext("Time"), gettext("What"), gettext("Where"))
    tables = {
        day: table(columns, [*map(_line, listing), *_close(listing, after, sheet)])
        for (day, listing), after in zip(days.items(), [*list(days.values())[1:], []], strict=True)
    }
    if len(tables) == 1:
        return filled(*tables.values())
    return filled(*(section(weekday(day), blocks) for day, blocks in tables.items()))


def _close(day: list[Entry], after: list[Entry], sheet: RunSheet) -> tuple[Line, ...]:
    """Say when a day is over; an evening that runs into the next day has no close."""
    if not after:
        return ((rounded(max(sheet.ends, sheet.finishes)), _finish(sheet), ""),)
    end = max(entry.end for entry in day)
    if elapsed(end, after[0].start) < NIGHT:
        return ()
    return ((rounded(end), gettext("Close for the day"), ""),)


def _line(entry: Entry) -> Line:
    track = " / ".join(entry.track)
    title = reduce(_then, entry.titles)
    return rounded(entry.start), f"{track}: {title}" if track else title, entry.room


def _then(before: str, after: str) -> str:
    return gettext("{session}, then {next}", session=before, next=after)


def _finish(sheet: RunSheet) -> str:
    """Say when it is over; a day that has grown too long says so."""
    if sheet.over:
        return gettext("Finish (announced for {time})", time=clock(sheet.ends))
    return gettext("Finish")


def rounded(moment: datetime) -> str:
    """Return a clock time to the nearest five minutes."""
    off = moment.minute % GRID
    return clock(later(moment, -off if off <= GRID // 2 else GRID - off))
