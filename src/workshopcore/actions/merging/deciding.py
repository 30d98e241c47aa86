"""Three-way comparison: what was sent out, what we have, and what a file says."""

from __future__ import annotations

from enum import Enum
from typing import Any

from workshopcore.actions.merging.states import Point, Trail, same
from workshopcore.contracts.exchange import ActionState
from workshopcore.model.action import Update

__all__ = ["Verdict", "verdict"]


class Verdict(Enum):
    """What is to become of a value that a file has for a field."""

    NOTHING_NEW = "nothing new"
    TAKE = "take"
    DISPUTED = "disputed"


def verdict(
    field: str, theirs: object, trail: Trail, sent: ActionState | None, by: str = ""
) -> Verdict:
    """Return what is to become of what a file says of a field.

    With what was sent out: what is as it was sent, or as we have it, is nothing new. What we
    have not touched since is taken. What has been on record since then was taken in before:
    the same old file changes nothing when it comes again. All else is disputed.

    Without it, the other list is taken to have known what we had at first, or what was last
    brought by the same person. Where ours has moved since by somebody else's hand, or had
    been what theirs says once before, nobody can tell which is newer: it is disputed.

    Args:
        field: one of those that news can change.
        theirs: what the file says.
        trail: what we have, and had.
        sent: what was sent out.
        by: who brings the list.
    """
    if same(field, theirs, getattr(trail.now, field)):
        return Verdict.NOTHING_NEW
    if sent is None:
        return _without_base(field, theirs, trail, by)
    base = getattr(sent, field)
    if same(field, theirs, base):
        return Verdict.NOTHING_NEW
    points = _sent_at(field, sent, trail)
    if not points:
        return Verdict.DISPUTED
    if trail.says(field, theirs, points[-1] + 1):
        return Verdict.NOTHING_NEW
    moved = not _equal(field, getattr(trail.now, field), base)
    if moved or trail.says(field, theirs, points[0] + 1):
        return Verdict.DISPUTED
    return Verdict.TAKE


def _without_base(field: str, theirs: object, trail: Trail, by: str) -> Verdict:
    if trail.says(field, theirs):
        return Verdict.DISPUTED
    entry = trail.brought(field)
    if entry is None or (by and isinstance(entry, Update) and entry.by == by):
        return Verdict.TAKE
    return Verdict.DISPUTED


def _sent_at(field: str, sent: ActionState, trail: Trail) -> list[int]:
    """Return the points at which the list can have been sent out.

    The whole of what was sent tells best. Where we never were in that state, as when a file
    tells only part of it, the field alone has to.
    """
    points = [number for number, point in enumerate(trail) if _matches(point, sent)]
    base = getattr(sent, field)
    return points or [
        n for n, point in enumerate(trail) if _equal(field, getattr(point, field), base)
    ]


def _matches(point: Point, sent: ActionState) -> bool:
    return (
        sent.status in (None, point.status)
        and sent.owner in (None, point.owner)
        and sent.progress == point.progress
        and sent.due == point.due
        and _equal("note", point.note, sent.note)
    )


def _equal(field: str, one: Any, other: Any) -> bool:
    return bool(one == other) or (field != "status" and same(field, one, other))
