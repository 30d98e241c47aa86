from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from workshopcore.model.action import Action, Review, Update
from workshopcore.model.lifecycle import ACTION, Event, Lifecycle
from workshopcore.testing.strategies.entities import Pools, fields_of
from workshopcore.testing.strategies.moments import days
from workshopcore.testing.strategies.words import texts

__all__ = ["action", "histories"]

_GAPS = st.integers(0, 40)
_FEW = st.integers(0, 4)
_MADE: dict[str, st.SearchStrategy[tuple[Event, ...]]] = {}


def histories(lifecycle: Lifecycle) -> st.SearchStrategy[tuple[Event, ...]]:
    """Return events that only make legal moves, in order; some only repeat the state."""
    if lifecycle.kind not in _MADE:
        _MADE[lifecycle.kind] = _histories(lifecycle)
    return _MADE[lifecycle.kind]


@st.composite
def _histories(draw: st.DrawFn, lifecycle: Lifecycle) -> tuple[Event, ...]:
    on = date(2026, 9, 1)
    current = lifecycle.start
    events = []
    for _ in range(draw(_FEW)):
        on += timedelta(days=draw(_GAPS))
        current = draw(st.sampled_from((current, *lifecycle.moves[current])))
        events.append(Event(on, current, draw(st.just("") | texts())))
    return tuple(events)


_BEGUN = st.sampled_from(((), ("created",), ("agreed",), ("created", "agreed")))
_ENTRIES = st.integers(0, 3)


def action(draw: st.DrawFn, pools: Pools, name: str) -> Action:
    """Draw an action whose history is legal and not before it exists."""
    left = dict.fromkeys(("due", "created", "agreed", "updates", "reviews"))
    given = fields_of(draw, Action, pools, **left)
    born = draw(days())
    given.update(dict.fromkeys(draw(_BEGUN), born))
    if draw(st.booleans()):
        given["due"] = min(born + timedelta(days=draw(_GAPS)), date(2500, 12, 31))
    updates, reviews = _news(draw, pools, born, "agreed" if "agreed" in given else "proposed")
    return Action(**given, id=name, updates=updates, reviews=reviews)


def _news(
    draw: st.DrawFn, pools: Pools, on: date, current: str
) -> tuple[list[Update], list[Review]]:
    updates: list[Update] = []
    reviews: list[Review] = []
    for _ in range(draw(_ENTRIES)):
        # Reviews come after updates of the same day, so a day has one entry.
        on += timedelta(days=1 + draw(_GAPS))
        if on.year > 2500:
            break
        status = draw(st.sampled_from((None, current, *ACTION.moves[current])))
        current = status or current
        told: Any = {"on": on, "status": status}
        if draw(st.booleans()) and pools["workshop"]:
            told.update(fields_of(draw, Review, pools, on=None, status=None))
            reviews.append(Review(**told))
        else:
            told.update(fields_of(draw, Update, pools, on=None, status=None))
            updates.append(Update(**told))
    return updates, reviews
