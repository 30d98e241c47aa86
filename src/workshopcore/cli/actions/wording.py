"""How an action reads in a terminal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from workshopcore.reports.wording import count

if TYPE_CHECKING:
    from workshopcore.actions import Standing
    from workshopcore.model.programme import Programme

__all__ = ["due", "first", "lateness", "nothing_yet", "owner", "progress", "status"]


def nothing_yet(on: date) -> str:
    """Return what is said where there is no action at all."""
    return f"No action has been put forward by {on}. Name another day with --as-of."


def status(each: Standing) -> str:
    """Return where an action stands, as a word."""
    return each.status.replace("-", " ")


def progress(each: Standing) -> str:
    """Return how far it is, ``""`` where nobody said."""
    return "" if each.progress is None else f"{each.progress}%"


def lateness(each: Standing) -> str:
    """Return by how much it is late, ``""`` where it is not."""
    return f"{count(each.late, 'day')} late" if each.late else ""


def due(each: Standing) -> str:
    """Return by when it is due, and whether it is late."""
    when = each.due.isoformat() if each.due else "no date"
    return f"{when}, {lateness(each)}" if each.late else when


def first(each: Standing) -> str:
    """Return the date first agreed, ``""`` where it still holds."""
    moved = each.first_due is not None and each.first_due != each.due
    return f"first {each.first_due}" if moved else ""


def owner(programme: Programme, each: Standing, on: date) -> str:
    """Return who answers for it, and for whom if the owner has left."""
    from workshopcore.actions import answering

    name = programme.person(each.owner).name
    answers = answering(programme, each.owner, on)
    if answers is None:
        return f"{name} (has left)"
    return name if answers.id == each.owner else f"{answers.name} (for {name})"
