"""Proposing the actions of a list that are not on ours yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workshopcore.actions.merging.ledger import Ledger
from workshopcore.actions.merging.lines import Line
from workshopcore.actions.merging.states import same, trail_of
from workshopcore.actions.merging.taking import agree, take_in
from workshopcore.errors import Problem
from workshopcore.model.action import Action

__all__ = ["propose"]


def propose(lines: Sequence[Line], ledger: Ledger, by: str = "") -> Action | None:
    """Return a new action, ``None`` where the lines do not tell enough of one.

    It is proposed on the day of the news, and what the list says beyond that is news of it.
    A due date that had passed by then is an update: no action begins after it is due.

    Args:
        lines: those about it.
        ledger: takes what they lack.
        by: who brings the list.
    """
    own = Ledger()
    action = _begun(lines, own)
    new = None if action is None else take_in(action, lines, own, by)
    ledger.problems.extend(own.problems)
    if new is not None and _is_taken(new, lines):
        return new
    told = {number for number, _ in own.problems}
    for line in lines:
        if line.number not in told:
            other = next(each.place for each in lines if each.number in told)
            found = f"the same as {other}, which could not be taken in"
            ledger.complain(line.number, Problem("WC004", line.at(), found, "a whole action"))
    return None


def _begun(lines: Sequence[Line], ledger: Ledger) -> Action | None:
    values = {
        field: _common(field, lines, ledger) for field in ("statement", "owner", "due", "objective")
    }
    _look_for_missing(lines, values, ledger)
    if not (values["statement"] and values["owner"]):
        return None
    created = min(line.on for line in lines)
    due = values["due"]
    return Action(
        values["statement"],
        values["owner"],
        due if due is None or due >= created else None,
        objective=values["objective"] or "",
        created=created,
        known_as=list(dict.fromkeys(line.known_as for line in lines if line.known_as)),
    )


def _common(field: str, lines: Sequence[Line], ledger: Ledger) -> Any:
    """Return what the lines that speak of a field say; ``None`` where none does, or they differ."""
    speaking = [line for line in lines if getattr(line.said, field) is not None]
    if not speaking or not agree(field, speaking, ledger):
        return None
    return getattr(speaking[0].said, field)


def _look_for_missing(lines: Sequence[Line], values: dict[str, Any], ledger: Ledger) -> None:
    spoken = {field for field in values for line in lines if getattr(line.said, field) is not None}
    for line in lines:
        if "statement" not in spoken:
            expected = "what is to be done, or the identifier of an action"
            ledger.complain(
                line.number, Problem("WC004", line.at("statement"), "nothing", expected)
            )
        elif "owner" not in spoken:
            cure = "Name the one person who answers for it"
            expected = "an owner, as this action is new"
            problem = Problem("WC008", line.at("owner"), "nothing", expected, cure)
            ledger.complain(line.number, problem)


def _is_taken(action: Action, lines: Sequence[Line]) -> bool:
    """Return whether an action begins in the state that its list reports: no closed one opens."""
    now = trail_of(action).now
    return all(same("status", line.said.status, now.status) for line in lines if line.said.status)
