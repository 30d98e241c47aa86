"""What a list says of an action: as it stands, and through its whole history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple, cast

from workshopcore.actions.merging.text import folded, trimmed
from workshopcore.actions.standing import Standing
from workshopcore.contracts.exchange import ActionState
from workshopcore.model.action import Action, ActionStatus, Review, Update

__all__ = ["HISTORIC", "Point", "Trail", "same", "state_of", "trail_of"]

HISTORIC = ("status", "progress", "due", "owner", "note")
"""The fields that news can change."""

_DONE = frozenset({"done", "verified"})
# What another tool, or an owner, would say of an action that is in one of our finer states.
_COVERED = {"verified": "done", "superseded": "cancelled", "reopened": "agreed"}


def state_of(standing: Standing) -> ActionState:
    """Return what a list says of an action: what holds on the day, and the latest news of it."""
    action = standing.action
    return ActionState(
        statement=action.statement,
        owner=standing.owner,
        status=cast(ActionStatus, standing.status),
        progress=standing.progress,
        due=standing.due,
        objective=action.objective or None,
        note=standing.news or None,
    )


class Point(NamedTuple):
    """An action after an entry of its history; ``None`` for ``entry`` before the first."""

    status: str
    progress: int | None
    due: date | None
    owner: str
    note: str | None
    entry: Update | Review | None


class Trail(tuple[Point, ...]):
    """An action after every entry of its history, from before the first to after the last."""

    __slots__ = ()

    @property
    def now(self) -> Point:
        """The action after all that is on record of it."""
        return self[-1]

    def says(self, field: str, value: object, since: int = 0) -> bool:
        """Return whether a field has ever said this, from a point on."""
        return any(same(field, value, getattr(point, field)) for point in self[since:])

    def brought(self, field: str) -> Update | Review | None:
        """Return the entry that brought what a field says now; ``None`` if it always did."""
        value = getattr(self.now, field)
        for number in range(len(self) - 1, 0, -1):
            if getattr(self[number - 1], field) != value:
                return self[number].entry
        return None


def trail_of(action: Action) -> Trail:
    """Return an action after every entry of its history, whatever the day.

    The last point is what ``plan`` says on any day after the last entry.
    """
    status = "proposed" if action.agreed is None else "agreed"
    told: int | None = None
    due, owner, note = action.due, action.owner, None
    points = [Point(status, None, due, owner, None, None)]
    for entry in action.history():
        status = entry.status or status
        due = entry.due or due
        note = entry.note if entry.note.strip() else note
        if isinstance(entry, Update):
            told = told if entry.progress is None else entry.progress
            owner = entry.owner or owner
        progress = 100 if status in _DONE else told
        points.append(Point(status, progress, due, owner, note, entry))
    return Trail(points)


def same(field: str, theirs: Any, ours: Any) -> bool:
    """Return whether a file's value of a field says what ours says.

    A state that another tool has no word for is covered by a coarser one: an action that is
    verified is also done.
    """
    if theirs == ours:
        return True
    if field == "status":
        return bool(_COVERED.get(ours) == theirs)
    compared = _COMPARED.get(field)
    if compared is None or theirs is None or ours is None:
        return False
    return compared(theirs) == compared(ours)


_COMPARED: dict[str, Callable[[str], str]] = {"note": trimmed, "statement": folded}
