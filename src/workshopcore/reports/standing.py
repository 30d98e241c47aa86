"""How an action stands on a day: read once from its history, told in several documents."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from workshopcore.model.action import CLOSED, Action, Review, Update
from workshopcore.model.programme import Programme

__all__ = ["Standing", "existing", "standing"]

_DONE = frozenset({"done", "verified"})


@frozen
class Standing:
    """An action at the end of a day.

    Attributes:
        due: the due date that holds.
        since, reason: the day it reached its status and the note of that day; ``None`` and
            ``""`` where no entry says so.
        news: the last note.
        late: days by which it is overdue, 0 when it is not.
        replacement: the action that takes its place.
    """

    action: Action
    status: str
    due: date | None
    since: date | None
    reason: str
    news: str
    late: int
    progress: int | None
    carries: int
    replacement: str

    @property
    def is_open(self) -> bool:
        """Whether it still needs work."""
        return self.status not in CLOSED

    @property
    def is_done(self) -> bool:
        """Whether it was done, verified or not."""
        return self.status in _DONE

    @property
    def given_up(self) -> bool:
        """Whether it was cancelled or replaced: such actions are in no denominator."""
        return not self.is_open and not self.is_done


def standing(action: Action, as_of: date) -> Standing:
    """Return how an action stands at the end of a day."""
    history = action.history(as_of)
    status = action.status(as_of)
    due = action.current_due(as_of)
    overdue = due is not None and action.is_overdue(as_of)
    reached = _reached(history, status)
    notes = [entry.note for entry in history if entry.note.strip()]
    return Standing(
        action,
        status,
        due,
        reached.on if reached else None,
        reached.note if reached else "",
        notes[-1] if notes else "",
        (as_of - due).days if overdue and due else 0,
        action.progress(as_of),
        action.carries(as_of),
        _replacement(history),
    )


def _reached(history: tuple[Update | Review, ...], status: str) -> Update | Review | None:
    """Return the entry that brought the status; one that only repeats it brought nothing."""
    found: Update | Review | None = None
    before = ""
    for entry in history:
        if entry.status is not None and entry.status != before:
            found = entry if entry.status == status else None
            before = entry.status
    return found


def _replacement(history: tuple[Update | Review, ...]) -> str:
    named = [e.superseded_by for e in history if isinstance(e, Update) and e.superseded_by]
    return named[-1] if named else ""


def existing(programme: Programme, as_of: date) -> tuple[Standing, ...]:
    """Return every action that had been put forward by the end of a day."""
    return tuple(standing(a, as_of) for a in programme.actions if a.exists(as_of))
