"""A workshop as a picture: every item from start to end, tracks side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from workshopcore.agenda import Row, RunSheet
from workshopcore.contracts.report import Block, Figure, Table
from workshopcore.language import gettext, ngettext, pgettext
from workshopcore.model.moments import elapsed
from workshopcore.reports.running_order import held, is_fixed, progress, strand
from workshopcore.reports.wording import clock, clocks, listed, moments

__all__ = ["day_figure"]


def day_figure(sheet: RunSheet) -> tuple[Block, ...]:
    """Return the day as a picture, with the steps inside sessions; a table elsewhere."""
    rows = [row for row in sheet.rows if row.minutes]
    if not rows:
        return ()
    data = {"rows": [*_bars(sheet, rows)]}
    return (Figure("day", data, _in_words(sheet), _table(rows)),)


def _bars(sheet: RunSheet, rows: Sequence[Row]) -> Iterator[dict[str, Any]]:
    for row, (start, end) in zip(rows, _minutes_of_day(sheet, rows), strict=True):
        bar: dict[str, Any] = {
            "label": row.title,
            "start": start,
            "end": end,
            "track": strand(row),
            "kind": row.kind,
        }
        if is_fixed(row):
            bar["locked"] = True
        if row.state != "planned":
            bar["state"] = row.state
        if row.steps:
            bar["steps"] = [
                {"label": step.step.name, "start": start + after}
                for step in row.steps
                if (after := elapsed(row.start, step.start)) < end - start
            ]
        yield bar


def _table(rows: Sequence[Row]) -> Table:
    columns = [
        gettext("Time"),
        pgettext("of an agenda", "Item"),
        pgettext("of an agenda", "Track"),
        pgettext("of a start", "Held"),
        pgettext("of an item on the agenda", "State"),
    ]
    lines = [
        [
            clocks(row.start, row.end),
            row.title,
            strand(row),
            held(row),
            progress(row),
        ]
        for row in rows
    ]
    kept = [n for n in range(len(columns)) if n < 2 or any(line[n] for line in lines)]
    return Table(
        [columns[n] for n in kept],
        [[line[n] for n in kept] for line in lines],
        caption=gettext("Items and their times"),
    )


def _minutes_of_day(sheet: RunSheet, rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Return starts and ends in minutes after midnight of the first day, as a clock shows them.

    In the night in which an hour comes twice that could turn an item upside down: then minutes
    are counted as they pass.
    """
    shown = [(_on_the_clock(sheet, row.start), _on_the_clock(sheet, row.end)) for row in rows]
    if all(start < end for start, end in shown):
        return shown
    opening = _on_the_clock(sheet, sheet.starts)
    passed = [(elapsed(sheet.starts, row.start), elapsed(sheet.starts, row.end)) for row in rows]
    return [(opening + start, opening + end) for start, end in passed]


def _on_the_clock(sheet: RunSheet, moment: datetime) -> int:
    days = (moment.date() - sheet.starts.date()).days
    return (days * 24 + moment.hour) * 60 + moment.minute


def _in_words(sheet: RunSheet) -> str:
    """Describe the day: how many sessions, when the lunches are, what is fixed, how it ends."""
    sessions = [row for row in sheet.rows if row.kind == "session"]
    lunches = [clocks(row.start, row.end) for row in sheet.rows if row.kind == "lunch"]
    breaks = sum(row.kind == "break" for row in sheet.rows)
    tracks = {row.track for row in sheet.rows if row.track}
    parts = [
        ngettext("{count} session", "{count} sessions", len(sessions)),
        ngettext("{count} break", "{count} breaks", breaks) if breaks else "",
        gettext("lunch {times}", times=listed(lunches)) if lunches else "",
        ngettext("{count} parallel track", "{count} parallel tracks", len(tracks))
        if tracks
        else "",
    ]
    told = [f"{moments(sheet.starts, sheet.finishes)}: {listed(parts)}."]
    fixed = listed(
        gettext("{session} at {time}", session=row.title, time=clock(row.start))
        for row in sheet.rows
        if is_fixed(row)
    )
    if fixed:
        told.append(gettext("Fixed: {items}.", items=fixed))
    if sessions:
        told.append(gettext("The last session is {session}.", session=sessions[-1].title))
    return " ".join(told)
