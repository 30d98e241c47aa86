from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from workshopcore.model.action import Action, Review, Update
from workshopcore.model.lifecycle import ACTION, Event, Lifecycle
from workshopcore.testing.strategies.entities import Pools, fields_of
from workshopcore.testing.strategies.moments import days
from workshopcore.testing.strategies.words import texts

__all__ = ["actions", "histories"]

_GAPS = st.integers(0, 40)


@st.composite
def histories(draw: st.DrawFn, lifecycle: Lifecycle, most: int = 4) -> tuple[Event, ...]:
    """Return events that only make legal moves, in order; some only repeat the state."""
    on = date(2026, 9, 1)
    current = lifecycle.start
    events = []
    for _ in range(draw(st.integers(0, most))):
        on += timedelta(days=draw(_GAPS))
        current = draw(st.sampled_from((current, *lifecycle.moves[current])))
        events.append(Event(on, current, draw(st.just("") | texts())))
    return tuple(events)


@st.composite
def actions(draw: st.DrawFn, pools: Pools) -> dict[str, Any]:
    """Return what an action needs to be built, its history legal and not before it exists."""
    given = draw(
        fields_of(
            Action, pools, due=None, created=None, agreed=None, id=None, updates=None, reviews=None
        )
    )
    born = draw(days())
    given.update(
        draw(
            st.sampled_from(
                ({}, {"created": born}, {"agreed": born}, {"created": born, "agreed": born})
            )
        )
    )
    if draw(st.booleans()):
        given["due"] = min(born + timedelta(days=draw(_GAPS)), date(2500, 12, 31))
    given.update(draw(_news(pools, born, "agreed" if "agreed" in given else "proposed")))
    return given


@st.composite
def _news(draw: st.DrawFn, pools: Pools, on: date, current: str) -> dict[str, Any]:
    updates: list[Update] = []
    reviews: list[Review] = []
    for _ in range(draw(st.integers(0, 3))):
        # Reviews come after updates of the same day, so a day has one entry.
        on += timedelta(days=1 + draw(_GAPS))
        if on.year > 2500:
            break
        moves = (None, current, *ACTION.moves[current])
        status = draw(st.sampled_from(moves))
        current = status or current
        kind = draw(st.sampled_from((Update, Review) if pools["workshop"] else (Update,)))
        entry = draw(fields_of(kind, pools, on=None, status=None)) | {"on": on, "status": status}
        if kind is Update:
            updates.append(Update(**entry))
        else:
            reviews.append(Review(**entry))
    return {"updates": updates, "reviews": reviews}
