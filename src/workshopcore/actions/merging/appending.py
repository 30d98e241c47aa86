"""Putting news at the end of an action's history, where alone it may go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, cast

from attrs import evolve

from workshopcore.actions.merging.states import same, trail_of
from workshopcore.model import accept
from workshopcore.model.action import Action, ActionStatus, Update
from workshopcore.model.lifecycle import ACTION

__all__ = ["appended"]


def appended(
    action: Action, path: Sequence[str], values: Mapping[str, Any], on: date, by: str
) -> tuple[Action, date] | None:
    """Return an action with news at the end of its history, and the day it is dated.

    News is never dated before what is on record already, nor before the action was put
    forward. A review that said something of the same day comes after the day's updates, so
    what came back later than it is dated the day after. ``None`` where there is no such day.

    Args:
        action: the action.
        path: the moves to its new state, if it has one.
        values: what is new, by field.
        on: the day of the news.
        by: who brings it.
    """
    first = max([on, *(entry.on for entry in action.history()[-1:]), action.born or on])
    for day in (first, first + timedelta(days=1)):
        if day.year <= accept.LAST_YEAR:
            new = evolve(action, updates=(*action.updates, *_entries(path, values, day, by)))
            if _has_arrived(new, values):
                return new, day
    return None


def _entries(path: Sequence[str], values: Mapping[str, Any], on: date, by: str) -> list[Update]:
    passed = [Update(on, cast(ActionStatus, status), by=by) for status in path[:-1]]
    return [*passed, Update(on, **values, by=by)]


def _has_arrived(action: Action, values: Mapping[str, Any]) -> bool:
    """Return whether what is new is what holds at the end, by legal moves only."""
    now = trail_of(action).now
    start = "proposed" if action.agreed is None else "agreed"
    return all(same(name, value, getattr(now, name)) for name, value in values.items()) and not (
        ACTION.illegal_moves(action.history(), str, start)
    )
