"""Nine states of an action in the four words that a calendar task has for them."""

from __future__ import annotations

from workshopcore.model.action import ActionStatus

__all__ = ["UNSAID", "status_of", "word_of"]

_WORDS: dict[str, str] = {
    "proposed": "NEEDS-ACTION",
    "agreed": "NEEDS-ACTION",
    "in-progress": "IN-PROCESS",
    # Not IN-PROCESS: taking it up again is then something that an owner can say.
    "blocked": "NEEDS-ACTION",
    "done": "COMPLETED",
    "verified": "COMPLETED",
    "reopened": "NEEDS-ACTION",
    "cancelled": "CANCELLED",
    "superseded": "CANCELLED",
}
UNSAID = frozenset({"proposed", "blocked", "verified", "reopened", "superseded"})
"""The states that a task's STATUS does not tell apart from another."""


def word_of(status: str) -> str:
    """Return the STATUS of a task.

    >>> word_of("verified")
    'COMPLETED'
    """
    return _WORDS[status]


def status_of(status: ActionStatus, known: ActionStatus | None) -> ActionStatus:
    """Return the state that a task reports.

    Args:
        status: the state that its STATUS is a word for.
        known: the state it was sent out with, or else that of the programme. A word that says
            as much as it can of this state says nothing new.

    >>> status_of("agreed", "blocked"), status_of("agreed", "verified")
    ('blocked', 'reopened')
    """
    if known is None:
        return status
    if _WORDS[status] == _WORDS[known]:
        return known
    if status == "agreed" and _WORDS[known] in ("COMPLETED", "CANCELLED"):
        return "reopened"
    return status
