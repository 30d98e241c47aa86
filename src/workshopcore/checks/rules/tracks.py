"""Rules about what runs side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from workshopcore.checks.lengths import Usual, usual_in
from workshopcore.checks.places import agendas, name_of, numbered, parallels
from workshopcore.checks.rule import Found, rule
from workshopcore.checks.wording import called, listed
from workshopcore.contracts.checks import CheckContext
from workshopcore.model.agenda import Parallel, Session, Slot, Track
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop


class Placed(NamedTuple):
    """A slot of a track: minutes from the tracks' common start, ``None`` where unknown."""

    path: str
    slot: Slot
    begin: int | None
    end: int | None


@rule("WC220")
def two_tracks_at_once(context: CheckContext) -> Iterator[Found]:
    """Find leads and rooms that two tracks need at the same time."""
    for path, workshop in agendas(context.programme):
        usual = usual_in(context, workshop)
        for place, parallel in parallels(workshop.agenda, f"{path}.agenda"):
            for one, other in _at_once(parallel, place, usual):
                yield from _clashes(one, other, context.programme, workshop)


def _at_once(parallel: Parallel, path: str, usual: Usual) -> Iterator[tuple[Placed, Placed]]:
    lanes = [
        list(_placed(track, lane, usual))
        for lane, track in numbered(parallel.tracks, f"{path}.tracks")
    ]
    for first, second in combinations(lanes, 2):
        yield from ((a, b) for a in first for b in second if _overlap(a, b))


def _placed(track: Track, path: str, usual: Usual) -> Iterator[Placed]:
    """Yield the slots of a track with their times, as long as those are known."""
    begin: int | None = 0
    for place, item in numbered(track.agenda, f"{path}.agenda"):
        minutes = usual(item)
        locked = not isinstance(item, Parallel) and bool(item.start or item.window)
        begin = None if locked else begin
        end = None if begin is None or minutes is None else begin + minutes
        if isinstance(item, Slot):
            yield Placed(place, item, begin, end)
        begin = end


def _overlap(one: Placed, other: Placed) -> bool:
    """Return whether two slots are certain to overlap."""
    if one.begin is None or other.begin is None:
        return False
    early, late = (one, other) if one.begin <= other.begin else (other, one)
    if early.begin == late.begin:
        return 0 not in (_length(early), _length(late))
    return early.end is not None and late.begin is not None and late.begin < early.end


def _length(placed: Placed) -> int | None:
    if placed.begin is None or placed.end is None:
        return None
    return placed.end - placed.begin


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
