"""Who is in which of several parallel tracks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from workshopcore.groups.standing import seated
from workshopcore.model.agenda import Parallel, Track, slots
from workshopcore.model.people import Person
from workshopcore.model.workshop import GroupAllocation

__all__ = ["lanes"]

Mixed = Callable[[Sequence[Person], Sequence[int]], Iterable[Iterable[str]]]
"""Forms groups of some sizes for one round."""


def lanes(
    block: Parallel,
    people: Sequence[Person],
    allocations: Sequence[GroupAllocation],
    mixed: Mixed,
) -> list[set[str]]:
    """Return who is in which track, by identifier.

    Whoever has a group in a track stays in it, and the others go where the fewest are. Where
    nobody has one, people are mixed over the tracks as evenly as can be.
    """
    found = [_recorded(track, allocations) for track in block.tracks]
    known = set().union(*found)
    if known:
        for person in people:
            if person.id not in known:
                min(found, key=len).add(person.id)
        return found
    number = len(block.tracks)
    if len(people) < 2 * number:
        return [{person.id for person in people[lane::number]} for lane in range(number)]
    size, more = divmod(len(people), number)
    return [set(group) for group in mixed(people, [size + 1] * more + [size] * (number - more))]


def _recorded(track: Track, allocations: Iterable[GroupAllocation]) -> set[str]:
    held = {slot.id for _, slot in slots(track.agenda)}
    return {
        name
        for allocation in allocations
        if allocation.session in held
        for group in allocation.groups
        for name in seated(group)
    }
