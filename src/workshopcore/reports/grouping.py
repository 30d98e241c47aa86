"""Who works with whom in a session: the groups that were allocated, or what the format says."""

from __future__ import annotations

from workshopcore.agenda import Row
from workshopcore.contracts.formats import GroupPlan
from workshopcore.contracts.report import Block
from workshopcore.groups.standing import standing
from workshopcore.language import gettext, ngettext, pgettext
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Group, Workshop
from workshopcore.reports.blocks import table
from workshopcore.reports.people import named
from workshopcore.reports.wording import listed

__all__ = ["group_count", "group_table", "groups_in_words", "seating", "split_in_words"]


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
        told = ngettext("{count} group", "{count} groups", number)
        if number == 1:
            told = _one_group(max(len(g.members) for a in allocated for g in a.groups))
        if rounds == 1:
            return told
        times = ngettext("{count} round", "{count} rounds", rounds)
        return f"{told}, {times}"
    groups = row.plan.groups if row.plan else None
    return split_in_words(groups) if groups else ""


def split_in_words(groups: GroupPlan) -> str:
    """Return groups with their sizes.

    >>> split_in_words(GroupPlan([3, 2, 2], "pairs"))
    '3 pairs (3, 2 and 2)'
    """
    sizes = groups.sizes
    if len(sizes) == 1:
        return _one_group(sizes[0])
    alike = len(set(sizes)) == 1
    each = gettext("{size} each", size=sizes[0]) if alike else listed(map(str, sizes))
    return f"{len(sizes)} {groups.called} ({each})"


def _one_group(size: int) -> str:
    return gettext("1 group of {size}", size=size)


def seating(arrangement: str) -> str:
    """Return how people sit or stand, in a word: the library's, or a plugin's as it is."""
    words = {
        "plenary": pgettext("how people sit", "plenary"),
        "alone": pgettext("how people sit", "alone"),
        "pairs": pgettext("how people sit", "pairs"),
        "threes": pgettext("how people sit", "threes"),
        "fours": pgettext("how people sit", "fours"),
        "groups": pgettext("how people sit", "groups"),
        "self-chosen": pgettext("how people sit", "self-chosen"),
    }
    return words.get(arrangement, arrangement)


def group_table(programme: Programme, workshop: Workshop, session: str) -> tuple[Block, ...]:
    """Return the groups that were allocated to a session, round by round."""
    rows = [
        (str(allocation.round), group.name or str(number), _members(programme, group))
        for allocation in standing(workshop)
        if allocation.session == session
        for number, group in enumerate(allocation.groups, start=1)
    ]
    columns = (gettext("Round"), gettext("Group"), gettext("Who"))
    return table(columns, rows, caption=gettext("Groups"))


def _members(programme: Programme, group: Group) -> str:
    members = named(programme, group.members)
    if not group.host:
        return members
    host = named(programme, [group.host])
    return gettext("{members}; host: {host}", members=members, host=host)
