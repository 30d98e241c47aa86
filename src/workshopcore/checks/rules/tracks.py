"""Rules about what runs side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from workshopcore.checks.fitted import FittedDay, fitted
from workshopcore.checks.places import agendas, name_of, numbered, parallels
from workshopcore.checks.rule import Found, rule
from workshopcore.checks.wording import called, listed
from workshopcore.contracts.checks import CheckContext
from workshopcore.model.agenda import AgendaItem, Parallel, Session, Slot, slots
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop


class Placed(NamedTuple):
    """A slot of a track and when it starts and ends, in minutes."""

    path: str
    slot: Slot
    begin: int
    end: int


@rule("WC220")
def two_tracks_at_once(context: CheckContext) -> Iterator[Found]:
    """Find leads and rooms that two tracks need at the same time."""
    for path, workshop in agendas(context.programme):
        timed = fitted(context, workshop)
        for place, parallel in parallels(workshop.agenda, "agenda"):
            for one, other in _at_once(parallel, place, timed):
                for where, message in _clashes(one, other, context.programme, workshop):
                    yield Found(f"{path}.{where}", message)


def _at_once(
    parallel: Parallel, path: str, timed: FittedDay | None
) -> Iterator[tuple[Placed, Placed]]:
    lanes = [
        list(_placed(track.agenda, f"{lane}.agenda", timed))
        for lane, track in numbered(parallel.tracks, f"{path}.tracks")
    ]
    for first, second in combinations(lanes, 2):
        yield from ((a, b) for a in first for b in second if _overlap(a, b))


def _placed(agenda: tuple[AgendaItem, ...], path: str, timed: FittedDay | None) -> Iterator[Placed]:
    """Yield the slots of a track with their times.

    On a day that cannot be timed only what comes first in each track is known: it starts when
    the tracks do, unless it is locked.
    """
    if timed is not None:
        for place, slot in slots(agenda, path):
            yield Placed(place, slot, *timed.span(place))
        return
    for place, slot in list(slots(agenda[:1], path))[:1]:
        marker = slot.minutes is not None and slot.minutes.usual == 0
        if slot.start is None and slot.window is None and not marker:
            yield Placed(place, slot, 0, 1)


def _overlap(one: Placed, other: Placed) -> bool:
    return one.begin < other.end and other.begin < one.end


def _clashes(
    one: Placed, other: Placed, programme: Programme, workshop: Workshop
) -> Iterator[Found]:
    both = f"{called(one.slot.name)} and {called(other.slot.name)} at once"
    if isinstance(one.slot, Session) and isinstance(other.slot, Session):
        shared = [name for name in other.slot.lead if name in one.slot.lead]
        if shared:
            names = listed([name_of(programme, name) for name in shared])
            yield Found(f"{other.path}.lead", f"{names} cannot lead {both}")
    if other.slot.room and other.slot.room == one.slot.room:
        rooms = {room.id: room.name for room in workshop.venue.rooms} if workshop.venue else {}
        name = called(rooms.get(other.slot.room, other.slot.room))
        yield Found(f"{other.path}.room", f"{name} cannot hold {both}")
