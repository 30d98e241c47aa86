"""Who works with whom in a session: the groups that were allocated, or what the format says."""

from __future__ import annotations

from workshopcore.agenda import Row
from workshopcore.contracts.formats import GroupPlan
from workshopcore.contracts.report import Block
from workshopcore.groups.standing import standing
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Group, Workshop
from workshopcore.reports.blocks import table
from workshopcore.reports.people import named
from workshopcore.reports.wording import count, listed

__all__ = ["group_count", "group_table", "groups_in_words", "split_in_words"]


def group_count(workshop: Workshop, row: Row) -> int:
    """Return how many groups a session has; everybody together is one."""
    allocated = [len(a.groups) for a in workshop.allocations if a.session == row.id]
    if allocated:
        return max(allocated)
    groups = row.plan.groups if row.plan else None
    return len(groups.sizes) if groups else 1


def groups_in_words(workshop: Workshop, row: Row) -> str:
    """Return how people are split, such as ``3 groups (4, 4 and 3)``."""
    allocated = [a for a in workshop.allocations if a.session == row.id]
    if allocated:
        rounds = len({allocation.round for allocation in allocated})
        number = group_count(workshop, row)
        told = count(number, "group")
        if number == 1:
            told += f" of {max(len(g.members) for a in allocated for g in a.groups)}"
        return f"{told}, {count(rounds, 'round')}" if rounds > 1 else told
    groups = row.plan.groups if row.plan else None
    return split_in_words(groups) if groups else ""


def split_in_words(groups: GroupPlan) -> str:
    """Return groups with their sizes.

    >>> split_in_words(GroupPlan([3, 2, 2], "pairs"))
    '3 pairs (3, 2 and 2)'
    """
    sizes = groups.sizes
    each = f"{sizes[0]} each" if len(set(sizes)) == 1 else listed(map(str, sizes))
    return f"{len(sizes)} {groups.called} ({each})"


def group_table(programme: Programme, workshop: Workshop, session: str) -> tuple[Block, ...]:
    """Return the groups that were allocated to a session, round by round."""
    rows = [
        (str(allocation.round), group.name or str(number), _members(programme, group))
        for allocation in standing(workshop)
        if allocation.session == session
        for number, group in enumerate(allocation.groups, start=1)
    ]
    return table(("Round", "Group", "Who"), rows, caption="Groups")


def _members(programme: Programme, group: Group) -> str:
    host = f"; host: {named(programme, [group.host])}" if group.host else ""
    return named(programme, group.members) + host
