"""What an opening review asks of each action, and what may be answered."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from workshopcore.actions import default_due
from workshopcore.cli.asking import asked
from workshopcore.cli.program import Refusal
from workshopcore.cli.words import day
from workshopcore.model.action import ActionStatus
from workshopcore.model.lifecycle import ACTION

if TYPE_CHECKING:
    from workshopcore.actions import Standing
    from workshopcore.model.programme import Programme
    from workshopcore.model.workshop import Workshop

__all__ = ["SKIP", "STOP", "Answer", "asked_answer", "asked_due", "checked_due"]


@frozen
class Answer:
    """What may be said of an action, and what is asked then.

    Attributes:
        key: what is typed for it.
        words: what it is called.
        status: where it moves the action; ``None`` if nowhere.
        why: the question for its reason, ``""`` if none is needed.
        stays_open: whether the action is carried over, and gets a new date.
    """

    key: str
    words: str
    status: ActionStatus | None = None
    why: str = ""
    stays_open: bool = False


SKIP = Answer("s", "skip")
STOP = Answer("q", "stop")
_ANSWERS = (
    Answer("d", "done", "done"),
    Answer("c", "carried over", why="Why is it carried over", stays_open=True),
    Answer("b", "blocked", "blocked", "What blocks it", stays_open=True),
    Answer("x", "cancelled", "cancelled", "Why is it cancelled"),
    SKIP,
    STOP,
)


def asked_answer(status: str) -> Answer:
    """Ask what became of an action, among the answers that its status allows."""
    states = (None, status, *ACTION.moves[status])
    ways = [one for one in _ANSWERS if one.status in states]
    known = {name: one for one in ways for name in (one.key, one.words)}

    def read(text: str) -> Answer:
        found = known.get(text.casefold())
        if found is None:
            raise Refusal(f"expected one of {', '.join(one.key for one in ways)}, found {text!r}")
        return found

    return asked(", ".join(f"{one.key} {one.words}" for one in ways), read)


def asked_due(programme: Programme, held: Workshop, each: Standing) -> date | None:
    """Ask for a new due date; ``None`` where the old one stays."""
    usual = default_due(programme, held.id)
    stays = each.due is not None and each.due > held.end.date()
    default = each.due if stays else usual.day
    why = "as before" if stays else f"{usual.reason[0].lower()}{usual.reason[1:]}"
    found = asked(
        f"New due date ({why if default else f'{why}; Enter for none'})",
        lambda text: checked_due(day(text), held) if text else None,
        default.isoformat() if default else "",
    )
    return None if found == each.due else found


def checked_due(due: date | None, held: Workshop) -> date | None:
    """Return a due date that a workshop may give.

    Raises:
        Refusal: it is before the workshop.
    """
    if due is not None and due < held.day:
        raise Refusal(f"expected a day not before the workshop on {held.day}, found {due}")
    return due
