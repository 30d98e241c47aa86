"""Where only a few ways are left, each of them can be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from workshopcore.calendar.search.best import way_of
from workshopcore.calendar.search.burdens import Limits, Loads
from workshopcore.calendar.search.stages import Problem, Way

__all__ = ["FEW", "Look", "few_ways", "fittest"]

FEW = 64
"""How many ways are soon looked at."""


@frozen(order=True)
class Look:
    """How a way looks: the less, the better, one after another.

    Attributes:
        most: what the one carries who carries most.
        shortage: the shortest of the free gaps, below 0.
        longest: the longest of the free gaps.
        unevenness: n times the sum of all squared gaps, less their squared sum.
        way: the earlier, the better.
    """

    most: int
    shortage: int
    longest: int
    unevenness: int
    way: Way


def few_ways(problem: Problem, few: int) -> list[list[int]] | None:
    """Return every way, by places; ``None`` where there are more than a few."""
    ways = [[place] for place in range(len(problem.stages[0].slots))]
    for link in problem.links:
        if sum(len(link.after(way[-1])) for way in ways) > few:
            return None
        ways = [[*way, place] for way in ways for place in link.after(way[-1])]
    return ways if len(ways) <= few else None


def fittest(
    problem: Problem,
    ways: Sequence[Sequence[int]],
    limits: Limits,
    floor: int,
    sharers: Sequence[int],
) -> Look:
    """Return the best look of the ways within limits that are worth more than a floor.

    There must be one.
    """
    loads, shares = Loads(problem, limits), Loads(problem, dict.fromkeys(sharers, 0))
    return min(
        _look(problem, way, shares)
        for way in ways
        if _value(problem, way) > floor and (not limits or loads.allow(way))
    )


def _value(problem: Problem, way: Sequence[int]) -> int:
    return sum([stage.values[n] for stage, n in zip(problem.stages, way, strict=True)])


def _look(problem: Problem, way: Sequence[int], shares: Loads) -> Look:
    days = [stage.days[n] for stage, n in zip(problem.stages, way, strict=True)]
    gaps = [after - before for before, after in pairwise(days)]
    free = [gap for gap, spacing in zip(gaps, problem.spacing, strict=True) if not spacing.given]
    if len(free) < 2:
        free = [0]
    return Look(
        max(shares.excess(shares.of(way)), default=0),
        -min(free),
        max(free),
        len(gaps) * sum([gap * gap for gap in gaps]) - sum(gaps) ** 2,
        way_of(problem, way),
    )
