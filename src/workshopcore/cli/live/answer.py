"""What `run-sheet --now` prints: the answer in words, then the rest of the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from workshopcore.agenda import Row, RunSheet
from workshopcore.cli.live.fixed import Fixed, fixed_times, is_fixed
from workshopcore.cli.terminal import Terminal
from workshopcore.model import accept

__all__ = ["moment_of", "show", "to_json"]

_STATES = {"running": "on", "planned": "", "done": "done"}


def moment_of(plan: RunSheet, now: datetime | time | str) -> datetime:
    """Return the instant of a moment that a run sheet was timed anew from.

    Raises:
        InvalidValueError: it is none.
    """
    found, day = accept.clock(now), plan.day
    assert found is not None, "only nothing is read as no moment"
    assert day is not None, "every sheet that is planned has its day"
    return day.at(day.position(found))


def show(plan: RunSheet, sheet: RunSheet, now: datetime, terminal: Terminal | None = None) -> None:
    """Print the rest of a day.

    Args:
        plan: the run sheet as planned.
        sheet: the same, timed anew.
        now: the moment.
        terminal: where to; left out, standard output.
    """
    terminal = terminal or Terminal()
    terminal.say((sheet.workshop.title, "bold"), f", {now:%Y-%m-%d %H:%M}")
    if sheet.reason:
        terminal.say((sheet.reason, "bold red"))
    for change in sheet.changes:
        terminal.say("  ", change)
    fixed = fixed_times(sheet)
    if fixed:
        terminal.say(to_spare(fixed[0]))
    # A gap has no state of its own.
    rest = [row for row in sheet.rows if row.state != "done" and (row.slot or row.end > now)]
    terminal.say()
    if not rest:
        terminal.say("Nothing comes any more.")
        return
    before = {row.path: row for row in plan.rows if row.path}
    headings = ("state", "clock", "minutes", "title", "lock")
    terminal.table(headings, [_cells(sheet, row, before.get(row.path)) for row in rest])


def to_spare(fixed: Fixed) -> str:
    """Say how much may be lost before a fixed time."""
    return (
        f"{fixed.minutes} min could still be saved before {fixed.title},"
        f" {fixed.at:%H:%M} at the latest"
    )


def _cells(sheet: RunSheet, row: Row, before: Row | None) -> tuple[str, ...]:
    old = before.minutes if before is not None else row.minutes
    minutes = f"{row.minutes}" if old == row.minutes else f"{old} → {row.minutes}"
    title = ": ".join((*row.track, row.title))
    clock = f"{row.start:%H:%M}–{row.end:%H:%M}"
    lock = "fixed" if is_fixed(sheet, row) else ""
    return _STATES[row.state], clock, minutes, title, lock


def to_json(plan: RunSheet, sheet: RunSheet, now: datetime) -> dict[str, Any]:
    """Return the rest of a day for machines."""
    return {
        "workshop": sheet.workshop.id,
        "now": now.isoformat(),
        "holds": not sheet.reason,
        "reason": sheet.reason,
        "over": sheet.over,
        "starts": sheet.starts.isoformat(),
        "ends": sheet.ends.isoformat(),
        "finishes": sheet.finishes.isoformat(),
        "changes": list(sheet.changes),
        "cuts": [
            {"id": cut.id, "title": cut.title, "minutes": cut.minutes, "saves": cut.saves}
            for cut in sheet.cuts
        ],
        "clashes": [
            {
                "id": clash.id,
                "title": clash.title,
                "at": clash.at.isoformat(),
                "minutes": clash.minutes,
            }
            for clash in sheet.clashes
        ],
        "fixed": [
            {
                "id": fixed.id,
                "title": fixed.title,
                "at": fixed.at.isoformat(),
                "minutes": fixed.minutes,
            }
            for fixed in fixed_times(sheet)
        ],
        "rows": list(_rows(plan, sheet)),
    }


def _rows(plan: RunSheet, sheet: RunSheet) -> Iterator[dict[str, Any]]:
    before = {row.path: row for row in plan.rows if row.path}
    for row in sheet.rows:
        old = before.get(row.path)
        yield {
            "id": row.id,
            "kind": row.kind,
            "title": row.title,
            "track": list(row.track),
            "state": row.state,
            "start": row.start.isoformat(),
            "end": row.end.isoformat(),
            "minutes": row.minutes,
            "planned_minutes": old.minutes if old else None,
            "locked": is_fixed(sheet, row),
        }
