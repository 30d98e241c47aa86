"""An expert's visit in the agenda: when they can be there, who receives them, time to be asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from workshopcore.errors import IllegalMoveError
from workshopcore.model.agenda import AgendaItem, Parallel, Session
from workshopcore.model.expert import ExpertEngagement

if TYPE_CHECKING:
    from workshopcore.model.programme import Programme

__all__ = ["holds_arrival", "with_visit"]

Times: TypeAlias = "tuple[time, time]"


def with_visit(programme: Programme, engagement: ExpertEngagement, format: str) -> Programme:
    """Return the programme with an expert's visit built into the agenda.

    See :meth:`~workshopcore.model.changes.Changes.with_visit`.
    """
    name = engagement.session
    if not name:
        raise IllegalMoveError(
            f"the engagement '{engagement.id}' has no session: name one, as workshop/session"
        )
    workshop = programme.workshop(name.partition("/")[0])
    session = programme.session(name)
    fitted = _fitted(session, engagement, format)
    if fitted == session:
        return programme
    agenda = [_replaced(item, session, fitted) for item in workshop.agenda]
    changed = attrs.evolve(workshop, agenda=agenda)
    workshops = [changed if each is workshop else each for each in programme.workshops]
    return attrs.evolve(programme, workshops=workshops)


def holds_arrival(session: Session, arrives: Times) -> bool:
    """Return whether a session is locked so that it starts while the expert is there for it."""
    if session.start is not None:
        return arrives[0] <= _clock(session.start) <= arrives[1]
    if session.window is None:
        return False
    first, last = map(_clock, session.window)
    return arrives[0] <= first <= last <= arrives[1]


def _fitted(session: Session, engagement: ExpertEngagement, format: str) -> Session:
    changes: dict[str, Any] = {}
    if engagement.arrives is not None and not holds_arrival(session, engagement.arrives):
        changes["window"] = _window(session, engagement.arrives, engagement.session)
    if format and not session.format:
        changes["format"] = format
    if engagement.host and not session.lead:
        changes["lead"] = [engagement.host]
    told = engagement.talk_minutes, engagement.question_minutes
    if session.minutes is None and None not in told:
        changes["minutes"] = sum(minutes for minutes in told if minutes is not None)
    return attrs.evolve(session, **changes)


def _window(session: Session, arrives: Times, name: str) -> tuple[Any, Any]:
    """Return when the session may start, given when the expert is there and what holds already.

    Raises:
        IllegalMoveError: the two have no time in common.
    """
    between = f"{arrives[0]:%H:%M} and {arrives[1]:%H:%M}"
    if session.start is not None:
        raise IllegalMoveError(
            f"'{name}' is locked to {_clock(session.start):%H:%M}, and the expert can start"
            f" between {between}: move the session, or agree other times"
        )
    if session.window is None:
        return arrives
    first, last = session.window
    dated = _dated(first)
    early, late = max(_clock(first), arrives[0]), min(_clock(last), arrives[1])
    if late < early:
        raise IllegalMoveError(
            f"'{name}' starts between {_clock(first):%H:%M} and {_clock(last):%H:%M}, and the"
            f" expert can start between {between}: move the session, or agree other times"
        )
    return dated(early), dated(late)


def _dated(edge: time | datetime) -> Callable[[time], time | datetime]:
    """Return what gives a clock time the date of a lock, if that has one."""
    if isinstance(edge, datetime):
        return lambda clock: datetime.combine(edge.date(), clock, edge.tzinfo)
    return lambda clock: clock


def _clock(lock: time | datetime) -> time:
    return lock.time() if isinstance(lock, datetime) else lock


def _replaced(item: AgendaItem, old: Session, new: Session) -> AgendaItem:
    if item is old:
        return new
    if not isinstance(item, Parallel):
        return item
    tracks = [
        attrs.evolve(track, agenda=[_replaced(each, old, new) for each in track.agenda])
        for track in item.tracks
    ]
    return attrs.evolve(item, tracks=tracks)
