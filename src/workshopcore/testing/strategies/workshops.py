from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from workshopcore.model.agenda import AgendaItem, Parallel
from workshopcore.model.lifecycle import WORKSHOP
from workshopcore.model.moments import later
from workshopcore.model.workshop import Actual, Attachment, Attendance, Room, Venue, Workshop
from workshopcore.testing.strategies.agendas import Day, agendas
from workshopcore.testing.strategies.entities import Pools, entities, fields_of
from workshopcore.testing.strategies.histories import histories
from workshopcore.testing.strategies.moments import instants, wall_clock, wall_clocks, zones
from workshopcore.testing.strategies.words import names

__all__ = ["named_in", "workshop"]

_HASHES = st.integers(0, 2**256 - 1).map("{:064x}".format)
_ROOMS = st.integers(0, 3)
_ZONES = st.just("") | zones()
_MINUTES = st.integers(1, 600) | st.integers(1, 3000)


def workshop(draw: st.DrawFn, pools: Pools, zone: str, name: str) -> Workshop:
    """Draw a workshop, with the record of what happened; some run over two days."""
    own_zone = draw(_ZONES)
    where = own_zone or zone
    start = draw(instants()).astimezone(UTC)
    minutes = draw(_MINUTES)
    offset = draw(st.booleans())
    given_names = names(draw, 0, 5)
    venue = _venue(draw, given_names) if draw(st.booleans()) else None
    rooms = tuple(room.id for room in venue.rooms if type(room.id) is str) if venue else ()
    day = Day(start, minutes, where, given_names)
    agenda = draw(agendas({**pools, "room": rooms}, day))
    known = {**pools, "own-session": named_in(agenda)}
    given = fields_of(
        draw,
        Workshop,
        known,
        start=st.just(wall_clock(start, where, offset=offset)),
        end=st.just(wall_clock(later(start, minutes), where, offset=offset)),
        time_zone=None,
        venue=None,
        agenda=None,
        attendance=_attendance(known, start, where),
        actuals=_actuals(known, start, where),
        attachments=st.lists(entities(Attachment, known, sha256=_HASHES), max_size=2),
        events=histories(WORKSHOP),
    )
    return Workshop(**given, id=name, time_zone=own_zone, venue=venue, agenda=agenda)


def _venue(draw: st.DrawFn, names: tuple[str, ...]) -> Venue:
    rooms = [Room(**fields_of(draw, Room, {}), id=name) for name in (*names[:2], "")]
    return Venue(**fields_of(draw, Venue, {}, rooms=None), rooms=rooms[: draw(_ROOMS)])


def _attendance(pools: Pools, start: datetime, zone: str) -> st.SearchStrategy[Any] | None:
    if not pools.get("person"):
        return None
    moments = wall_clocks(start, zone, -60, 600)
    return st.lists(entities(Attendance, pools, arrived=moments, left=moments), max_size=3)


def _actuals(pools: Pools, start: datetime, zone: str) -> st.SearchStrategy[Any] | None:
    if not pools["own-session"]:
        return None
    moments = wall_clocks(start, zone, -60, 600)
    return st.lists(entities(Actual, pools, start=moments, end=moments), max_size=2)


def named_in(agenda: tuple[AgendaItem, ...]) -> tuple[str, ...]:
    """Return the identifiers that were given in an agenda, tracks included."""
    found: list[str] = []
    for item in agenda:
        found += [item.id] * (type(item.id) is str)
        for track in item.tracks if isinstance(item, Parallel) else ():
            found += [track.id] * (type(track.id) is str)
            found += named_in(track.agenda)
    return tuple(found)
