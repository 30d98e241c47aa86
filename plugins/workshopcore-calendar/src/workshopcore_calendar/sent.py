"""What an action looked like when its task was sent out, kept in the task itself.

Calendar programs keep properties that they do not know. So a task that comes back tells what
was sent out as well as what it says now, and the two together say what its owner changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import get_args

from workshopcore.contracts.exchange import ActionState
from workshopcore.model.action import ActionStatus

__all__ = ["ANSWERING", "MODIFIED", "PREFIX", "kept", "recalled"]

PREFIX = "X-WORKSHOPCORE-"
ANSWERING = f"{PREFIX}ANSWERING"
"""Who answered for it when it was sent: the owner, or who took over from them."""
MODIFIED = f"{PREFIX}MODIFIED"
"""LAST-MODIFIED as it was sent."""
_NAMES = ("statement", "owner", "status", "progress", "due", "objective", "note")


def kept(state: ActionState) -> Iterator[tuple[str, str]]:
    """Yield the properties that keep a state, those without a value left out."""
    for name in _NAMES:
        value = getattr(state, name)
        if value is not None:
            text = value.isoformat() if isinstance(value, date) else str(value)
            yield f"{PREFIX}{name.upper()}", text


def recalled(properties: Mapping[str, str]) -> ActionState | None:
    """Return the state that a task was sent out with, ``None`` where it keeps nothing of it.

    A value that somebody has spoiled is as good as none.
    """
    said = {name: properties.get(f"{PREFIX}{name.upper()}") or None for name in _NAMES}
    if not any(said.values()):
        return None
    return ActionState(
        said["statement"],
        said["owner"],
        _status(said["status"]),
        _progress(said["progress"]),
        _due(said["due"]),
        said["objective"],
        said["note"],
    )


def _status(text: str | None) -> ActionStatus | None:
    return next((status for status in get_args(ActionStatus) if status == text), None)


def _progress(text: str | None) -> int | None:
    if text is None or not text.isascii() or not text.isdecimal() or len(text) > 3:
        return None
    return int(text) if int(text) <= 100 else None


def _due(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
