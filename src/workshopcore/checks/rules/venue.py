"""Rules about the place."""

from __future__ import annotations

from collections.abc import Iterator

from workshopcore.checks.places import parallels, workshops
from workshopcore.checks.rule import Found, rule
from workshopcore.checks.wording import called, counted
from workshopcore.contracts.checks import CheckContext
from workshopcore.model.workshop import Workshop


@rule("WC134")
def room_too_small(context: CheckContext) -> Iterator[Found]:
    """Find workshops to which more people are invited than fit in."""
    for path, workshop in workshops(context.programme):
        people = len(context.programme.invited(workshop))
        for place, capacity in _capacities(workshop):
            if people > capacity:
                who = counted(people, "person is", "people are")
                message = f"{who} invited to {called(workshop.title)}, which holds {capacity}"
                yield Found(f"{path}.{place}", message)


def _capacities(workshop: Workshop) -> Iterator[tuple[str, int]]:
    if workshop.capacity is not None:
        yield "capacity", workshop.capacity
    sizes = [room.capacity for room in workshop.venue.rooms] if workshop.venue else []
    known = [size for size in sizes if size is not None]
    if known and len(known) == len(sizes) and workshop.mode == "in-person":
        yield "venue.rooms", max(known)


@rule("WC135")
def access_unknown(context: CheckContext) -> Iterator[Found]:
    """Find venues of whose access nothing is known while somebody needs it."""
    for path, workshop in workshops(context.programme):
        venue = workshop.venue
        if venue is None or venue.access or workshop.mode == "online":
            continue
        needs = sum(1 for person in context.programme.invited(workshop) if person.access_needs)
        if needs:
            who = counted(needs, "person has", "people have")
            message = f"{who} access needs, and nothing is said of access at {called(venue.name)}"
            yield Found(f"{path}.venue", message)


@rule("WC136")
def too_few_rooms(context: CheckContext) -> Iterator[Found]:
    """Find parallel tracks that have to share a room."""
    for path, workshop in workshops(context.programme):
        rooms = len(workshop.venue.rooms) if workshop.venue else 0
        if not rooms or workshop.mode == "online":
            continue
        for place, parallel in parallels(workshop.agenda, f"{path}.agenda"):
            if rooms < len(parallel.tracks):
                available = counted(rooms, "room")
                message = f"{len(parallel.tracks)} tracks run side by side in {available}"
                yield Found(place, message)
