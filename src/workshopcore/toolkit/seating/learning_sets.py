"""Sets that stay together from workshop to workshop, whoever joins or is away for once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workshopcore.groups.standing import seated, standing
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import GroupAllocation, Workshop

__all__ = ["LearningSets", "sets_on_record"]


class LearningSets:
    """Sets of people, by identifier.

    Args:
        sets: who is in each.
    """

    def __init__(self, sets: Iterable[Iterable[str]]) -> None:
        self._sets = [list(each) for each in sets]

    def seated(self, programme: Programme, people: Sequence[Person]) -> tuple[tuple[str, ...], ...]:
        """Return the sets with those who are there, and take in who is new.

        Somebody new takes the place of whom they follow, or joins the smallest set. Nobody is
        left in a set alone.
        """
        there = [person.id for person in people]
        known = {name for each in self._sets for name in each}
        for name in (name for name in there if name not in known):
            self._home(programme, name, there).append(name)
        seated = [[name for name in each if name in there] for each in self._sets]
        return tuple(tuple(each) for each in _nobody_alone(seated))

    def _home(self, programme: Programme, name: str, there: Sequence[str]) -> list[str]:
        before = {person.id for person in programme.people if person.successor == name}
        followed = next((each for each in self._sets if before & set(each)), None)
        return followed or min(self._sets, key=lambda each: sum(name in there for name in each))


def _nobody_alone(seated: list[list[str]]) -> list[list[str]]:
    full = [each for each in seated if len(each) > 1]
    if not full:
        return [[name for each in seated for name in each]] if any(seated) else []
    for each in seated:
        if len(each) == 1:
            min(full, key=len).append(each[0])
    return full


def sets_on_record(programme: Programme, workshop: Workshop, format: str) -> LearningSets | None:
    """Return the sets in which people sat nearest in time in sessions of a format.

    What was nearest before a workshop counts most, then what comes after it. Whoever was away
    then is in the set of those with whom they sat before.
    """
    sets: list[list[str]] = []
    for allocation in _nearest_first(programme, workshop, format):
        groups = [list(seated(group)) for group in allocation.groups]
        if not sets:
            sets = groups
            continue
        known = {name for each in sets for name in each}
        for group in groups:
            home = max(sets, key=lambda each: len(set(each) & set(group)))
            if set(home) & set(group):
                home += [name for name in group if name not in known]
    return LearningSets(sets) if sets else None


def _nearest_first(programme: Programme, workshop: Workshop, format: str) -> list[GroupAllocation]:
    order = [each.id for each in programme.in_order]
    here = order.index(workshop.id)
    before = [programme.workshop(name) for name in order[:here]][::-1]
    after = [programme.workshop(name) for name in order[here:]]
    return [
        allocation
        for each in [*before, *after]
        for allocation in standing(each)
        if {session.id: session.format for session in each.sessions()}[allocation.session] == format
    ]
