"""Takes points out of a schedule, so that it suits fewer people."""

from __future__ import annotations

from collections.abc import Sequence

from workshopcore.groups.designs.constructions import Design, Rounds

__all__ = ["trimmed"]

_MOST_TRIES = 20_000


def trimmed(design: Design, sizes: Sequence[int], rounds: int) -> Design | None:
    """Return the first rounds of a schedule for groups of these sizes, if there is a way.

    Points that never meet are in different groups in every round; without them the groups
    differ in size by one at most.

    Args:
        design: a schedule of as many groups of one size, no smaller than those wanted.
        sizes: the sizes wanted; they differ by one at most.
        rounds: how many rounds are wanted.
    """
    if len(design.rounds) < rounds:
        return None
    taken = design.rounds[:rounds]
    groups, points = len(sizes), sum(len(group) for group in taken[0])
    strangers = _strangers(taken, points)
    gone = 0
    surplus = points - sum(sizes)
    while surplus:
        leaving = _never_meeting(strangers, gone, min(surplus, groups))
        if leaving is None:
            return None
        gone |= leaving
        surplus -= leaving.bit_count()
    if not gone:
        return Design(taken, design.how)
    left = [point for point in range(points) if not gone >> point & 1]
    number = {point: at for at, point in enumerate(left)}
    fewer = [[[number[p] for p in group if p in number] for group in turn] for turn in taken]
    return Design(fewer, f"{design.how}, with {points - len(left)} of its {points} places left out")


def _strangers(rounds: Rounds, points: int) -> list[int]:
    """Return for each point, as bits, those that it never meets."""
    strangers = [(1 << points) - 1 for _ in range(points)]
    for groups in rounds:
        for group in groups:
            together = sum(1 << point for point in group)
            for point in group:
                strangers[point] &= ~together
    return strangers


def _never_meeting(strangers: list[int], gone: int, wanted: int) -> int | None:
    """Return so many points, as bits, of which no two meet; the last ones if possible."""
    tries = 0

    def extended(found: int, candidates: int, missing: int) -> int | None:
        nonlocal tries
        tries += 1
        if not missing:
            return found
        while candidates.bit_count() >= missing and tries < _MOST_TRIES:
            last = candidates.bit_length() - 1
            candidates &= ~(1 << last)
            whole = extended(found | 1 << last, candidates & strangers[last], missing - 1)
            if whole is not None:
                return whole
        return None

    return extended(0, (1 << len(strangers)) - 1 & ~gone, wanted)
