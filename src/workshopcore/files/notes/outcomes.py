"""What a workshop left behind: outputs word for word, decisions, and what was parked."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import evolve

from workshopcore.errors import InvalidValueError, nearest
from workshopcore.files.notes.names import chosen
from workshopcore.files.notes.scribe import Place, Scribe
from workshopcore.model.outcomes import Decision, ParkedIssue
from workshopcore.model.workshop import Capture

__all__ = ["FATES", "decide", "park", "put_down", "triage"]

FATES = ("action", "agenda", "escalated", "dropped")
"""What may become of a parked issue."""


def put_down(scribe: Scribe, place: Place, session: str, text: str, label: str = "") -> None:
    """Take down something that a session brought out, word for word.

    What is on record already is not put there again; said twice, it is there twice.
    """
    with scribe.at(place):
        new = Capture(scribe.item(session), text, label=label)
        key = (new.session, new.text)
        scribe.seen[key] += 1
        captures = list(scribe.workshop.captures)
        places = [n for n, old in enumerate(captures) if (old.session, old.text) == key]
        if len(places) < scribe.seen[key]:
            changed = scribe.programme.with_capture(scribe.name, new)
        else:
            at = places[scribe.seen[key] - 1]
            captures[at] = evolve(captures[at], label=label or captures[at].label)
            changed = _with_captures(scribe, captures)
        scribe.take(changed, f"{scribe.items[new.session]}: {new.text}")


def _with_captures(scribe: Scribe, captures: list[Capture]) -> Any:
    workshop = scribe.workshop
    new = evolve(workshop, captures=captures)
    workshops = [new if each is workshop else each for each in scribe.programme.workshops]
    return evolve(scribe.programme, workshops=workshops)


def decide(
    scribe: Scribe,
    place: Place,
    statement: str,
    *,
    session: str = "",
    method: str = "",
    rationale: str = "",
    dissent: str = "",
    authority: str = "",
    made: date | None = None,
) -> None:
    """Take down a decision; what is said again of one that is on record takes its place.

    Args:
        scribe: who takes it down.
        place: where it is written.
        statement: what was decided.
        session: where it was decided.
        method: ``consensus``, ``vote`` or ``sponsor``; consensus unless more is said.
        rationale: why.
        dissent: who saw it differently, in their words.
        authority: on whose authority.
        made: the day; the workshop's last unless more is said.
    """
    with scribe.at(place):
        said = {
            "method": method,
            "rationale": rationale,
            "dissent": dissent,
            "authority": authority,
            "made": made,
        }
        known: dict[str, Any] = {name: value for name, value in said.items() if value}
        fields = {"made": scribe.last_day, **known}
        new = Decision(statement, origin=scribe.origin(session), **fields)
        decisions = list(scribe.programme.decisions)
        there = [
            number
            for number, old in enumerate(decisions)
            if old.statement == new.statement and _is_of(old.origin, scribe)
        ]
        if there:
            old = decisions[there[0]]
            origin = new.origin if session else old.origin
            decisions[there[0]] = evolve(old, origin=origin, **known)
            changed = evolve(scribe.programme, decisions=decisions)
        else:
            changed = scribe.programme.with_decision(new)
        scribe.take(changed, f"Decided: {new.statement}")


def park(scribe: Scribe, place: Place, statement: str, *, by: str = "", session: str = "") -> None:
    """Take down something that was set aside; the same words are parked once."""
    with scribe.at(place):
        new = ParkedIssue(
            statement,
            origin=scribe.origin(session),
            raised=scribe.last_day,
            raised_by=scribe.person(by) if by else "",
        )
        if any(
            old.statement == new.statement and _is_of(old.origin, scribe)
            for old in scribe.programme.parked_issues
        ):
            return
        scribe.take(scribe.programme.with_parked_issue(new), f"Parked: {new.statement}")


def triage(
    scribe: Scribe, place: Place, issue: str, fate: str, *, note: str = "", became: str = ""
) -> None:
    """Take down what becomes of a parked issue, whichever workshop parked it.

    Args:
        scribe: who takes it down.
        place: where it is written.
        issue: which issue.
        fate: a word of ``FATES``; after a colon a note, or the action that it became.
        note: why, or where it goes.
        became: the action that it became.
    """
    with scribe.at(place):
        fate, _, rest = (part.strip() for part in fate.partition(":"))
        old = scribe.issue(issue)
        if fate not in FATES:
            guess = nearest(fate, FATES)
            hint = f"Did you mean '{guess}'?" if guess else ""
            raise InvalidValueError(fate, f"one of {', '.join(FATES)}", hint)
        note = note or rest
        actions = {action.id: action.statement for action in scribe.programme.actions}
        if fate == "action" and not became and note in actions:
            note, became = "", note
        action = chosen("an action", became, actions) if became else ""
        if any(
            event.status == fate and (not note or event.note == note) for event in old.events
        ) and action in ("", old.became):
            return
        state = old.state(date.max)
        if state not in ("parked", "triaged"):
            raise InvalidValueError(
                f"{fate} after {state}", "an issue that is not settled yet", code="WC011"
            )
        changed = scribe.programme.with_triage(old.id, scribe.day, fate, note, became=action)
        scribe.take(changed, f"{old.statement}: {fate}")


def _is_of(origin: str, scribe: Scribe) -> bool:
    return origin.partition("/")[0] == scribe.name
