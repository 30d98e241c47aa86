"""The running order of a workshop as facilitators need it: every item with its clock times."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from workshopcore.agenda import Row, RunSheet
from workshopcore.contracts.formats import SessionFormat
from workshopcore.contracts.report import Block, Column, Inline, Run
from workshopcore.language import date_in_words, gettext, pgettext
from workshopcore.model.agenda import Buffer, Session
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.blocks import filled, section, table
from workshopcore.reports.grouping import groups_in_words
from workshopcore.reports.people import named
from workshopcore.reports.wording import clock, clocks, weekday

__all__ = ["by_day", "held", "is_fixed", "progress", "running_order", "span", "strand"]

_NIGHT = 240
"""Open time of so many minutes is a night, or as good as one."""


def by_day(rows: Iterable[Row]) -> dict[date, list[Row]]:
    """Return rows under the day on which they start, days in order."""
    found: dict[date, list[Row]] = {}
    for row in rows:
        found.setdefault(row.start.date(), []).append(row)
    return dict(sorted(found.items()))


def strand(row: Row) -> str:
    """Return the parallel tracks a row is in, outermost first."""
    return " / ".join(row.track)


def span(start: datetime, end: datetime) -> str:
    """Return clock times from one moment to another; one clock time where no time passes.

    >>> span(datetime(2027, 1, 19, 12, 20), datetime(2027, 1, 19, 12, 20))
    '12:20'
    """
    return clock(start) if start == end else clocks(start, end)


def running_order(
    programme: Programme, sheet: RunSheet, formats: Mapping[str, SessionFormat]
) -> tuple[Block, ...]:
    """Return every item with its clock times and range, a table for each day."""
    days = by_day(sheet.rows)
    tables = {on: _order(programme, sheet.workshop, rows, formats) for on, rows in days.items()}
    if len(days) < 2:
        return filled(*tables.values())
    return filled(*(section(weekday(on), blocks) for on, blocks in tables.items()))


def _order(
    programme: Programme,
    workshop: Workshop,
    rows: list[Row],
    formats: Mapping[str, SessionFormat],
) -> tuple[Block, ...]:
    return table(
        (
            gettext("Time"),
            Column(gettext("Minutes"), align="right"),
            pgettext("of an agenda", "Item"),
            gettext("Purpose and method"),
            gettext("Led by"),
            gettext("Groups"),
        ),
        [
            (
                span(row.start, row.end),
                _minutes_and_range(row),
                _item(workshop, row),
                _purpose_and_method(row, formats),
                _led_by(programme, row),
                groups_in_words(workshop, row),
            )
            for row in rows
        ],
        row_headings=True,
    )


def _minutes_and_range(row: Row) -> str:
    """Return the minutes, and how short and long they may be where they may change.

    A marker, which never takes any time, has none, and nobody counts those of a night.
    """
    if row.length.longest == 0 or (row.slot is None and row.minutes >= _NIGHT):
        return ""
    if row.slot is None or row.state == "done" or row.length.shortest == row.length.longest:
        return str(row.minutes)
    return f"{row.minutes} ({row.length.shortest}–{row.length.longest})"


def _item(workshop: Workshop, row: Row) -> Inline:
    told = "; ".join(part for part in _more(workshop, row) if part)
    title = Run(row.title, "strong" if row.kind == "session" else "plain")
    return (title, Run(f" ({told})")) if told else (title,)


def _more(workshop: Workshop, row: Row) -> tuple[str, ...]:
    used_up = isinstance(row.slot, Buffer) and not row.minutes and row.length.longest != 0
    return (
        progress(row),
        strand(row),
        _room(workshop, row),
        held(row),
        _priority(row),
        gettext("none left: the day is full") if used_up else "",
    )


def progress(row: Row) -> str:
    """Say how far an item has got, where it has begun."""
    if row.state == "planned":
        return ""
    if row.state == "running":
        return pgettext("of an item on the agenda", "now")
    return pgettext("of an item on the agenda", "done")


def is_fixed(row: Row) -> bool:
    """Return whether an item's start is locked, not only kept within a window."""
    return row.locked and (row.slot is None or row.slot.window is None)


def held(row: Row) -> str:
    """Say what holds an item's start: a lock, or a window."""
    if row.slot is not None and row.slot.window is not None:
        first, last = (date_in_words(edge, "clock") for edge in row.slot.window)
        return gettext("to start {first}–{last}", first=first, last=last)
    return gettext("fixed start") if row.locked else ""


def _priority(row: Row) -> str:
    if not isinstance(row.slot, Session):
        return ""
    words = {
        "must": pgettext("priority of a session", "must"),
        "should": pgettext("priority of a session", "should"),
        "could": pgettext("priority of a session", "could"),
    }
    return words[row.slot.priority]


def _room(workshop: Workshop, row: Row) -> str:
    rooms = {room.id: room.name for room in (workshop.venue.rooms if workshop.venue else ())}
    return rooms[row.slot.room] if row.slot and row.slot.room else ""


def _purpose_and_method(row: Row, formats: Mapping[str, SessionFormat]) -> str:
    """Return why and how; the method only where the title does not say it already."""
    if not isinstance(row.slot, Session):
        return ""
    chosen = formats.get(row.slot.format)
    method = gettext(chosen.title) if chosen else row.slot.format
    told = gettext("Method: {method}", method=method) if method and method != row.title else ""
    return " ".join(part for part in (row.slot.purpose, told) if part.strip())


def _led_by(programme: Programme, row: Row) -> str:
    return named(programme, row.slot.lead) if isinstance(row.slot, Session) else ""
