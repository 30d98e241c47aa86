"""How a workshop went: when sessions ran, and how far it has come in its life."""

from __future__ import annotations

from datetime import date, datetime

from attrs import evolve

from workshopcore.errors import InvalidValueError, nearest
from workshopcore.files.notes.hours import Hours, hours_of, looks_like_hours
from workshopcore.files.notes.scribe import Place, Scribe
from workshopcore.model.lifecycle import WORKSHOP, Event
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Actual, Fate

__all__ = ["move", "ran", "untriaged"]

_FATES: dict[str, Fate] = {"cut": "cut", "moved": "moved"}


def ran(scribe: Scribe, place: Place, session: str, said: str, note: str = "") -> None:
    """Take down when a session really ran; the last word counts.

    Args:
        scribe: who takes it down.
        place: where it is written.
        session: which session, break or meal.
        said: times such as ``10:05-11:10``, ``cut`` or ``moved``.
        note: what happened; left out, what is there stays.
    """
    with scribe.at(place):
        item, word = scribe.item(session), said.strip().casefold()
        actuals = {actual.session: actual for actual in scribe.workshop.actuals}
        old = actuals.get(item, Actual(item))
        if word in _FATES:
            new = evolve(old, fate=_FATES[word], note=note or old.note)
        else:
            start, end = _hours(scribe, item, said)
            new = evolve(old, start=start, end=end, fate="done", note=note or old.note)
        if new != old or item not in actuals:
            title = scribe.items[item]
            changed = scribe.programme.with_actual(scribe.name, new)
            scribe.take(changed, f"{title}: {said.strip()}")


def _hours(scribe: Scribe, item: str, said: str) -> Hours:
    if not looks_like_hours(said):
        guess = nearest(said, _FATES)
        hint = f"Did you mean '{guess}'?" if guess else ""
        raise InvalidValueError(said, "times such as 10:05-11:10, cut or moved", hint)
    return hours_of(scribe.workshop, said, _planned(scribe, item))


def _planned(scribe: Scribe, item: str) -> datetime | None:
    """Return when something was to begin, by the clock at the workshop."""
    sheet = scribe.sheet()
    row = sheet.row(item) if sheet else None
    return row.start.replace(tzinfo=None) if row else None


def move(scribe: Scribe, place: Place, state: str) -> None:
    """Take down that the workshop has reached a state of its life.

    It is closed only once every issue of it has been looked at.
    """
    with scribe.at(place):
        state = state.strip()
        events = scribe.workshop.events
        current = WORKSHOP.state(events, date.max)
        if state == current:
            return
        if state not in WORKSHOP.moves[current]:
            raise InvalidValueError(
                _found(state, current), _legal(current), _hint(state), code="WC011"
            )
        waiting = untriaged(scribe.programme, scribe.name) if state == "closed" else ()
        if waiting:
            raise InvalidValueError(
                f"{len(waiting)} only parked: {', '.join(waiting)}",
                "every issue looked at before the workshop is closed",
                f"Settle each first, such as {waiting[0]} = escalated",
                code="WC011",
            )
        event = Event(_day(scribe, state), state)
        scribe.take(
            scribe.programme.with_event(event, "workshop", scribe.name),
            f"The workshop is {state}, {event.on}",
        )


def untriaged(programme: Programme, workshop: str) -> tuple[str, ...]:
    """Return the issues of a workshop that nobody has looked at, by identifier."""
    return tuple(
        issue.id
        for issue in programme.parked_issues
        if issue.origin.partition("/")[0] == workshop and issue.state(date.max) == "parked"
    )


def _found(state: str, current: str) -> str:
    return f"{state} after {current}" if state in WORKSHOP.moves else state


def _legal(current: str) -> str:
    legal = ", ".join(WORKSHOP.moves[current])
    return f"one of {legal}" if legal else f"nothing more, as it is {current}"


def _hint(state: str) -> str:
    if state in WORKSHOP.moves:
        return ""
    guess = nearest(state, WORKSHOP.moves)
    return f"Did you mean '{guess}'?" if guess else f"States: {', '.join(WORKSHOP.moves)}"


def _day(scribe: Scribe, state: str) -> date:
    """Return the day of a move: a workshop is delivered when it ends, not when that is noted."""
    if scribe.on is not None or state not in ("in-progress", "delivered"):
        return scribe.day
    on = scribe.workshop.day if state == "in-progress" else scribe.last_day
    return max([on, *(event.on for event in scribe.workshop.events[-1:])])
