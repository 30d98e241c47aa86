from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any

from hypothesis import strategies as st

from workshopcore.model.agenda import (
    AgendaItem,
    Break,
    Buffer,
    Lunch,
    Parallel,
    Session,
    Slot,
    Track,
)
from workshopcore.testing.strategies.entities import Pools, fields_of
from workshopcore.testing.strategies.moments import times, wall_clocks
from workshopcore.testing.strategies.words import texts, titles

__all__ = ["Day", "agendas", "sessions"]

_LOCKS = st.sampled_from(("", "", "start", "window"))


@cache
def formats() -> st.SearchStrategy[str]:
    """Return keys of session formats: built in, of a plugin, and of none that is installed."""
    known = ("check-in", "action-planning", "world-cafe", "pestle", "acme:fishbowl", "gone:away")
    return st.sampled_from(known)


class Day:
    """What an agenda can count on: when the workshop runs, and the names still to be given."""

    def __init__(
        self, start: datetime | None, minutes: int, zone: str, names: tuple[str, ...] = ()
    ) -> None:
        self.start = start
        self.minutes = minutes
        self.zone = zone
        self.names: Iterator[str] = iter(names)

    def locks(self) -> st.SearchStrategy[Any]:
        """Return fixed starts: clock times, and moments within the workshop."""
        if self.start is None:
            return times()
        return times() | self.moments()

    def moments(self) -> st.SearchStrategy[datetime]:
        """Return wall-clock dates and times within the workshop."""
        assert self.start is not None
        return wall_clocks(self.start, self.zone, 0, self.minutes)

    def windows(self) -> st.SearchStrategy[Any]:
        """Return earliest and latest starts."""
        clocks = st.tuples(times(), times())
        if self.start is None:
            return clocks
        early, late = self.minutes // 2, self.minutes
        first = wall_clocks(self.start, self.zone, 0, early)
        return clocks | st.tuples(first, wall_clocks(self.start, self.zone, early, late))


@st.composite
def sessions(draw: st.DrawFn, pools: Pools | None = None, day: Day | None = None) -> Session:
    """Return sessions: with a format, a title or both; locked, in a window or free."""
    return Session(**_slot(draw, Session, pools or {}, day or Day(None, 0, "UTC")))


def _slot(draw: st.DrawFn, kind: type[Slot], pools: Pools, day: Day) -> dict[str, Any]:
    own: dict[str, Any] = {"format": formats()} if kind is Session else {}
    given = fields_of(draw, kind, pools, start=None, window=None, title=texts(), **own)
    match draw(_LOCKS):
        case "start":
            given["start"] = draw(day.locks())
        case "window":
            given["window"] = draw(day.windows())
    if kind is Session and not given.get("format") and not given.get("title"):
        given["title"] = draw(titles())
    return given


@st.composite
def agendas(
    draw: st.DrawFn, pools: Pools | None = None, day: Day | None = None, depth: int = 0
) -> tuple[AgendaItem, ...]:
    """Return agendas: sessions, breaks, buffers, and parallel tracks within tracks."""
    pools, day = pools or {}, day or Day(None, 0, "UTC")
    kinds: tuple[Any, ...] = (Session, Session, Break, Lunch, Buffer, Parallel)
    items: list[AgendaItem] = []
    for kind in draw(st.lists(st.sampled_from(kinds if depth < 2 else kinds[:5]), max_size=4)):
        given = _identified(day, draw)
        if kind is Parallel:
            given["title"] = draw(texts())
            given["tracks"] = [
                Track(
                    draw(titles()), draw(agendas(pools, day, depth + 1)), **_identified(day, draw)
                )
                for _ in range(draw(st.integers(2, 3)))
            ]
        else:
            given.update(_slot(draw, kind, pools, day))
        items.append(kind(**given))
    return tuple(items)


def _identified(day: Day, draw: st.DrawFn) -> dict[str, Any]:
    """Give the next thing a name, or leave it to be made from the title."""
    name = next(day.names, "") if draw(st.booleans()) else ""
    return {"id": name} if name else {}
