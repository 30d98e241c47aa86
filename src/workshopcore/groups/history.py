"""Who met whom in the groups of earlier workshops."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from workshopcore.errors import UnknownKeyError
from workshopcore.groups.result import Groups
from workshopcore.groups.standing import seated, standing
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Group, GroupAllocation, Workshop

__all__ = ["met_before"]

_OFF = frozenset({"cancelled", "postponed"})
_AWAY = frozenset({"declined", "apology", "no-show"})


def met_before(programme: Programme, before: str = "") -> Groups:
    """Return the groups of a programme's workshops, each once for every round it met in.

    Where several allocations are recorded for one round of a session, the actual one counts,
    then the locked one, then the proposed one; of several of one kind, the last. Members and
    host met each other. Whoever is recorded as away met nobody, unless the actual groups say
    otherwise. Workshops that were cancelled or postponed do not count.

    Args:
        programme: the programme.
        before: a workshop, or ``workshop/session``: only what comes before it counts. Left out,
            everything counts.

    Returns:
        The groups of two or more, in order; ``rotate`` and ``meet_all`` take them as ``met``.

    Raises:
        UnknownKeyError: there is no such workshop or session.

    >>> from workshopcore.model.agenda import Session
    >>> from workshopcore.model.people import Person
    >>> day = Workshop(
    ...     "One", id="one", start="2027-01-19T09:30", end="2027-01-19T16:30",
    ...     agenda=[Session("check-in", id="pairs", minutes=20)],
    ...     allocations=[GroupAllocation("pairs", [Group(["ana", "ben"])])],
    ... )
    >>> year = Programme(title="A year", people=[Person("Ana"), Person("Ben")], workshops=[day])
    >>> met_before(year), met_before(year, before="one")
    ((('ana', 'ben'),), ())
    """
    groups = (
        _together(workshop, allocation, group)
        for workshop, sessions in _workshops(programme, before)
        for allocation in standing(workshop)
        if allocation.session in sessions
        for group in allocation.groups
    )
    return tuple(group for group in groups if len(group) > 1)


def _workshops(programme: Programme, before: str) -> Iterator[tuple[Workshop, list[str]]]:
    """Yield the workshops that count, each with those of its sessions that do."""
    wanted, _, session = before.partition("/")
    last = programme.workshop(wanted) if wanted else None
    for workshop in programme.in_order:
        sessions = [each.id for each in workshop.sessions()]
        if workshop is last:
            if session:
                if session not in sessions:
                    raise UnknownKeyError("session", session, sessions)
                yield workshop, sessions[: sessions.index(session)]
            return
        if workshop.state(date.max) not in _OFF:
            yield workshop, sessions


def _together(workshop: Workshop, allocation: GroupAllocation, group: Group) -> tuple[str, ...]:
    """Return who of a group was there."""
    members = seated(group)
    if allocation.status == "actual":
        return members
    return tuple(name for name in members if not _is_away(workshop, name))


def _is_away(workshop: Workshop, person: str) -> bool:
    entry = workshop.attendance_of(person)
    return entry is not None and entry.status in _AWAY
