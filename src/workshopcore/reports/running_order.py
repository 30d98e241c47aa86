"""The running order of a workshop as facilitators need it: the day, its rows, each session."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from workshopcore.agenda import Row, RunSheet
from workshopcore.contracts.formats import SessionFormat, Step
from workshopcore.contracts.report import Block, Column, Figure, Inline, Run, Table
from workshopcore.model.agenda import Session
from workshopcore.model.length import Length
from workshopcore.model.moments import elapsed
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.blocks import bullets, facts, filled, section, table
from workshopcore.reports.grouping import group_table, groups_in_words
from workshopcore.reports.materials import brought
from workshopcore.reports.people import named
from workshopcore.reports.wording import clocks, count, listed, moments, weekday

__all__ = ["by_day", "day_figure", "running_order", "session_cards", "strand"]


def by_day(rows: Iterable[Row]) -> dict[date, list[Row]]:
    """Return rows under the day on which they start, days in order."""
    found: dict[date, list[Row]] = {}
    for row in rows:
        found.setdefault(row.start.date(), []).append(row)
    return dict(sorted(found.items()))


def strand(row: Row) -> str:
    """Return the parallel tracks a row is in, outermost first."""
    return " / ".join(row.track)


def day_figure(sheet: RunSheet) -> tuple[Block, ...]:
    """Return the day as a picture: every item from start to end, tracks side by side."""
    rows = [row for row in sheet.rows if row.minutes]
    if not rows:
        return ()
    bars = [
        {
            "label": row.title,
            "start": start,
            "end": end,
            "track": strand(row),
            "kind": row.kind,
        }
        for row, (start, end) in zip(rows, _minutes_of_day(sheet, rows), strict=True)
    ]
    lines = Table(
        ("Time", "Item", "Track"),
        [(clocks(row.start, row.end), row.title, strand(row)) for row in rows],
        caption="Items and their times",
    )
    return (Figure("day", {"rows": bars}, _in_words(sheet), lines),)


def _minutes_of_day(sheet: RunSheet, rows: list[Row]) -> list[tuple[int, int]]:
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
    """Describe the day: how many sessions, when the lunches are, how it ends."""
    sessions = [row for row in sheet.rows if row.kind == "session"]
    lunches = [clocks(row.start, row.end) for row in sheet.rows if row.kind == "lunch"]
    breaks = sum(row.kind == "break" for row in sheet.rows)
    tracks = {row.track for row in sheet.rows if row.track}
    parts = [
        count(len(sessions), "session"),
        count(breaks, "break") if breaks else "",
        f"lunch {listed(lunches)}" if lunches else "",
        f"{len(tracks)} parallel tracks" if tracks else "",
    ]
    last = f" The last session is {sessions[-1].title}." if sessions else ""
    return f"{moments(sheet.starts, sheet.finishes)}: {listed(parts)}.{last}"


def running_order(
    programme: Programme, sheet: RunSheet, formats: Mapping[str, SessionFormat]
) -> tuple[Block, ...]:
    """Return every item with its clock times and range, a table for each day."""
    days = by_day(sheet.rows)
    tables = {on: _order(programme, sheet.workshop, rows, formats) for on, rows in days.items()}
    if len(days) < 2:
        return filled(*tables.values())
    return filled(*(section(weekday(on), blocks) for on, blocks in tables.items()))


_COLUMNS = (
    Column("Time"),
    Column("Minutes", align="right"),
    Column("Item"),
    Column("Purpose and method"),
    Column("Led by"),
    Column("Groups"),
)


def _order(
    programme: Programme,
    workshop: Workshop,
    rows: list[Row],
    formats: Mapping[str, SessionFormat],
) -> tuple[Block, ...]:
    return table(
        _COLUMNS,
        [
            (
                clocks(row.start, row.end),
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
    """Return the minutes, and how short and long they may be where they may change."""
    if row.slot is None or row.length.shortest == row.length.longest:
        return str(row.minutes)
    return f"{row.minutes} ({row.length.shortest}–{row.length.longest})"


def _item(workshop: Workshop, row: Row) -> Inline:
    priority = row.slot.priority if isinstance(row.slot, Session) else ""
    more = [strand(row), _room(workshop, row), "fixed start" if row.locked else "", priority]
    told = "; ".join(part for part in more if part)
    title = Run(row.title, "strong" if row.kind == "session" else "plain")
    return (title, Run(f" ({told})")) if told else (title,)


def _room(workshop: Workshop, row: Row) -> str:
    rooms = {room.id: room.name for room in (workshop.venue.rooms if workshop.venue else ())}
    return rooms[row.slot.room] if row.slot and row.slot.room else ""


def _purpose_and_method(row: Row, formats: Mapping[str, SessionFormat]) -> str:
    """Return why and how; the method only where the title does not say it already."""
    if not isinstance(row.slot, Session):
        return ""
    chosen = formats.get(row.slot.format)
    method = chosen.title if chosen else row.slot.format
    told = f"Method: {method}" if method and method != row.title else ""
    return " ".join(part for part in (row.slot.purpose, told) if part.strip())


def _led_by(programme: Programme, row: Row) -> str:
    return named(programme, row.slot.lead) if isinstance(row.slot, Session) else ""


def session_cards(programme: Programme, sheet: RunSheet) -> tuple[Block, ...]:
    """Return what the running order has no room for, session by session."""
    cards = (_card(programme, sheet.workshop, row) for row in sheet.rows)
    return filled(*cards)


def _card(programme: Programme, workshop: Workshop, row: Row) -> tuple[Block, ...]:
    slot = row.slot
    if not isinstance(slot, Session):
        return ()
    plan = row.plan
    blocks = filled(
        facts(
            ("Works towards", "; ".join(programme.objective(a).statement for a in slot.aims)),
            ("Energy", f"{slot.energy} of 5" if slot.energy else ""),
            ("Groups", groups_in_words(workshop, row)),
            ("Materials", "; ".join(brought(programme, workshop, row))),
            ("Brings out", "; ".join(slot.outputs)),
            ("Capture", "; ".join(plan.captures) if plan else ""),
            ("Plan B", slot.plan_b),
            ("Notes", slot.notes),
        ),
        group_table(programme, workshop, row.id),
        _steps(plan.steps if plan else ()),
        section("On the wall", bullets(plan.prompts if plan else ())),
    )
    track = f" ({strand(row)})" if row.track else ""
    return section(f"{clocks(row.start, row.end)} {row.title}{track}", blocks)


def _steps(steps: tuple[Step, ...]) -> tuple[Block, ...]:
    return table(
        ("Step", Column("Minutes", align="right"), "Arrangement", "Prompt", "Capture"),
        [
            (step.name, _minutes(step.length), step.arrangement, step.prompt, step.capture)
            for step in steps
        ],
        caption="Steps",
    )


def _minutes(length: Length) -> str:
    return "" if length.usual is None else str(length.usual)
