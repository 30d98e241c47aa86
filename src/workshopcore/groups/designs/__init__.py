"""Schedules in which nobody meets twice: written down, kept, or found by their symmetry."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from workshopcore.groups.designs.constructions import Design, constructions
from workshopcore.groups.designs.kept import kept_designs
from workshopcore.groups.designs.symmetric_search import search
from workshopcore.groups.designs.symmetry import Plan
from workshopcore.groups.designs.trimming import trimmed
from workshopcore.groups.effort import Effort

__all__ = ["Design", "longest", "with_repeats", "without_repeats"]


def without_repeats(
    sizes: Sequence[int], rounds: int, effort: Effort, allowance: int
) -> Design | None:
    """Return a schedule of so many rounds in which nobody meets twice, if one is reached.

    Args:
        sizes: how many are in each group, the largest first.
        rounds: how many rounds there are.
        effort: what a search has and has used.
        allowance: how many swaps a search may look at.

    Returns:
        the schedule of points 0, 1, 2 …, of which the first often never meet each other.
    """
    size, groups = sizes[0], len(sizes)
    if size > groups or size - sizes[-1] > 1:
        return None
    for known in chain(constructions(groups, size), kept_designs(groups, size)):
        found = trimmed(known, sizes, rounds)
        if found:
            return found
    full = [size] * groups
    # Full groups are harder, and people can be left out of them.
    seeking = [full] if full == list(sizes) else [list(sizes), full]
    for each in seeking:
        searched = with_repeats(each, rounds, effort, allowance // len(seeking), 0)
        found = searched and trimmed(searched, sizes, rounds)
        if found:
            return found
    return None


def longest(sizes: Sequence[int]) -> Design | None:
    """Return the schedule without repeats that needs no search and has the most rounds."""
    size, groups = sizes[0], len(sizes)
    if size > groups or size - sizes[-1] > 1:
        return None
    known = [*constructions(groups, size), *kept_designs(groups, size)]
    found = [trimmed(design, sizes, len(design.rounds)) for design in known]
    return max(filter(None, found), key=lambda design: len(design.rounds), default=None)


def with_repeats(
    sizes: Sequence[int], rounds: int, effort: Effort, allowance: int, repeats: int
) -> Design | None:
    """Return a symmetric schedule with no more repeats than so many, if one is reached."""
    meetings = rounds * sum(size * (size - 1) for size in sizes) // 2
    if meetings - repeats > sum(sizes) * (sum(sizes) - 1) // 2:
        return None
    found = search(sizes, rounds, effort, allowance, repeats)
    return Design(found[1], _how(found[0])) if found else None


def _how(plan: Plan) -> str:
    cycles = " × ".join(map(str, plan.symmetry.cycles))
    parts = []
    if plan.turning:
        parts.append(f"{plan.turning} base round{'s' * (plan.turning > 1)}")
    if plan.still:
        parts.append(f"{plan.still} round{'s' * (plan.still > 1)} of one base group each")
    return f"symmetric search: {' and '.join(parts)}, turned by a group of order {cycles}"
