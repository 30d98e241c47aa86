"""What `run-sheet --risk` prints: how likely a workshop is to keep its times."""

from __future__ import annotations

from typing import Any

from workshopcore.agenda.outlook import Outlook, Prospect
from workshopcore.cli.terminal import Terminal
from workshopcore.reports.prospects import chance

__all__ = ["show", "to_json"]


def show(found: Outlook) -> None:
    """Print how likely a day is to hold, and what that takes for granted."""
    terminal = Terminal()
    rows = [_cells(each) for each in (found.planning, found.finish) if each is not None]
    terminal.table(("if nobody re-plans", "on time", "late at most, nine times in ten"), rows)
    if found.matters_most:
        terminal.say()
        terminal.say("What helps most: that ", (found.matters_most, "bold"), " keeps to its time.")
    terminal.say()
    for sentence in found.assumptions:
        terminal.say(("- ", "dim"), sentence)


def _cells(prospect: Prospect) -> tuple[str, ...]:
    what = f"{prospect.title} starts" if prospect.title else "the day ends"
    return what, chance(prospect.on_time), f"{max(0, prospect.late)} min"


def to_json(found: Outlook) -> dict[str, Any]:
    """Return the same for machines."""
    return {
        "planning": None if found.planning is None else _prospect(found.planning),
        "finish": _prospect(found.finish),
        "matters_most": found.matters_most or None,
        "assumptions": list(found.assumptions),
    }


def _prospect(prospect: Prospect) -> dict[str, Any]:
    return {"title": prospect.title, "on_time": prospect.on_time, "late": prospect.late}
