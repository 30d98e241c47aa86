"""Who sits together: the sets of a meeting, with names where the programme has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import field, frozen

from workshopcore.errors import FormatError
from workshopcore.formats import split
from workshopcore.language import gettext
from workshopcore.model.agenda import Session
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Group, GroupAllocation, Workshop

__all__ = ["SET_SIZES", "LearningSet", "named_sets", "numbered_sets", "planned_for"]

SET_SIZES = (4, 8)
"""The fewest and the most in a set."""

_AWAY = ("declined", "apology", "no-show")


@frozen
class LearningSet:
    """People who help one another.

    Attributes:
        name: such as "set 2"; "" where there is only one.
        size: how many sit in it.
        members: their identifiers in order, nothing where only numbers are known.
        guests: those of them who sit in for somebody else, and so present last.
    """

    name: str
    size: int
    members: tuple[str, ...] = ()
    guests: frozenset[str] = field(default=frozenset(), kw_only=True)


def numbered_sets(people: int) -> tuple[LearningSet, ...]:
    """Return sets of four to eight, as even as can be.

    Raises:
        FormatError: so many people cannot be split that way.

    >>> [learning_set.size for learning_set in numbered_sets(11)]
    [6, 5]
    """
    return tuple(LearningSet(name, size) for name, size in _sizes(people))


def planned_for(programme: Programme, workshop: Workshop, session: Session) -> int:
    """Return how many people the programme plans a session for, whoever is away on the day."""
    allocation = _allocation(workshop, session)
    if allocation is None:
        return len(programme.invited(workshop))
    return sum(len(group.members) for group in allocation.groups)


def named_sets(
    programme: Programme, workshop: Workshop, session: Session
) -> tuple[LearningSet, ...]:
    """Return the sets of a session: those of its allocation, or else the team in its order.

    Whoever is known to be away is left out, and whoever sits in for them comes last.

    Raises:
        FormatError: a set is too small or too large.
    """
    allocation = _allocation(workshop, session)
    if allocation is not None:
        return tuple(_allocated(workshop, allocation.groups))
    team = [person.id for person in programme.invited(workshop) if person.role == "participant"]
    return tuple(_in_order(workshop, team))


def _in_order(workshop: Workshop, team: Sequence[str]) -> Iterator[LearningSet]:
    members = _there(workshop, team, team)
    start = 0
    for name, size in _sizes(len(members)) if members else ():
        seated = members[start : start + size]
        yield LearningSet(name, size, seated, guests=_substitutes(workshop))
        start += size


def _allocated(workshop: Workshop, groups: Sequence[Group]) -> Iterator[LearningSet]:
    everybody = [member for group in groups for member in group.members]
    for number, group in enumerate(groups):
        members = _there(workshop, group.members, everybody)
        name = group.name or _number(number, len(groups))
        least, most = SET_SIZES
        if not least <= len(members) <= most:
            raise FormatError(
                f"action learning sets have {least} to {most} members, and {len(members)} are"
                f" expected in {name or 'the set'}. Change the groups of the session, so that"
                " every set is of that size"
            )
        yield LearningSet(name, len(members), members, guests=_substitutes(workshop))


def _there(workshop: Workshop, team: Sequence[str], seated: Sequence[str]) -> tuple[str, ...]:
    """Return who is expected, those who sit in for others at the end.

    Somebody who has a seat of their own does not take a second one.
    """
    there: list[str] = []
    guests: list[str] = []
    for member in team:
        entry = workshop.attendance_of(member)
        if entry is None or entry.status not in _AWAY:
            there.append(member)
        elif entry.substitute and entry.substitute not in seated:
            guests.append(entry.substitute)
    return (*there, *guests)


def _substitutes(workshop: Workshop) -> frozenset[str]:
    return frozenset(
        entry.substitute
        for entry in workshop.attendance
        if entry.substitute and entry.status in _AWAY
    )


def _allocation(workshop: Workshop, session: Session) -> GroupAllocation | None:
    return next((each for each in workshop.allocations if each.session == session.id), None)


def _sizes(people: int) -> Sequence[tuple[str, int]]:
    sizes = split(people, *SET_SIZES)
    if not sizes:
        raise FormatError(
            f"action learning sets have {SET_SIZES[0]} to {SET_SIZES[1]} members,"
            f" and {people} people are expected. Invite more, or choose another format"
        )
    return [(_number(number, len(sizes)), size) for number, size in enumerate(sizes)]


def _number(number: int, sets: int) -> str:
    return gettext("set {number}", number=number + 1) if sets > 1 else ""
