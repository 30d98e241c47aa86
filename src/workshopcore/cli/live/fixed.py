"""The fixed times still to come, and how much may be lost before them."""

from __future__ import annotations

from datetime import datetime

from attrs import frozen

from workshopcore.agenda import Row, RunSheet

__all__ = ["Fixed", "fixed_times", "is_fixed"]


@frozen
class Fixed:
    """A time that holds.

    Attributes:
        id: the item that starts then; ``""`` for the end of the workshop.
        title: what it is called.
        at: the latest moment for it.
        minutes: how many could still be saved before it, with everything at its shortest.
    """

    id: str
    title: str
    at: datetime
    minutes: int


def fixed_times(sheet: RunSheet) -> tuple[Fixed, ...]:
    """Return the fixed times of a sheet in order of time: locks, windows and the end."""
    found = [_fixed(sheet, item, minutes) for item, minutes in sheet.slack.items()]
    return tuple(sorted(found, key=lambda fixed: (fixed.at, not fixed.id)))


def is_fixed(sheet: RunSheet, row: Row) -> bool:
    """Return whether a row starts at a fixed time: by the agenda, or because it was announced."""
    return row.locked or (row.slot is not None and row.id in sheet.slack)


def _fixed(sheet: RunSheet, item: str, minutes: int) -> Fixed:
    row = sheet.row(item)
    if row is None or row.slot is None:
        return Fixed("", "the finish", max(sheet.ends, sheet.finishes), minutes)
    return Fixed(item, row.title, max(row.start, _latest(sheet, row.path) or row.start), minutes)


def _latest(sheet: RunSheet, path: str) -> datetime | None:
    """Return the latest start that an agenda gives an item, if it gives one."""
    day = sheet.day
    assert day is not None, "every sheet that is planned has its day"
    start = day.items[day.numbers[path]].part.start
    return day.at(start[1]) if start else None
