"""The groups that count where several are on record for one round."""

from __future__ import annotations

from workshopcore.model.workshop import Group, GroupAllocation, Workshop

__all__ = ["seated", "standing"]

_CERTAINTY = ("proposed", "locked", "actual")


def standing(workshop: Workshop) -> tuple[GroupAllocation, ...]:
    """Return the groups of each round of a workshop's sessions, in the order of its agenda.

    The actual groups count, else the locked ones, else the proposed ones; of several of one
    kind, the last. Groups of what is no session do not count.

    >>> from workshopcore.model.agenda import Session
    >>> from workshopcore.model.workshop import Group
    >>> day = Workshop(
    ...     "One", start="2027-01-19T09:30", end="2027-01-19T16:30",
    ...     agenda=[Session("check-in", id="pairs", minutes=20)],
    ...     allocations=[
    ...         GroupAllocation("pairs", [Group(["ana", "ben"])], status="actual"),
    ...         GroupAllocation("pairs", [Group(["ana", "caz"])]),
    ...     ],
    ... )
    >>> [group.members for each in standing(day) for group in each.groups]
    [('ana', 'ben')]
    """
    order = {session.id: number for number, session in enumerate(workshop.sessions())}
    counting: dict[tuple[int, int], GroupAllocation] = {}
    for allocation in workshop.allocations:
        if allocation.session not in order:
            continue
        key = order[allocation.session], allocation.round
        held = counting.get(key)
        if held is None or _certainty(held) <= _certainty(allocation):
            counting[key] = allocation
    return tuple(counting[key] for key in sorted(counting))


def seated(group: Group) -> tuple[str, ...]:
    """Return who sits in a group, its host first.

    >>> seated(Group(["ana", "ben"], host="ben"))
    ('ben', 'ana')
    """
    return tuple(dict.fromkeys([*([group.host] if group.host else []), *group.members]))


def _certainty(allocation: GroupAllocation) -> int:
    return _CERTAINTY.index(allocation.status)
