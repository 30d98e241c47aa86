"""The stages of a session in which people sit in groups, and whether one is within another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import evolve, frozen

from workshopcore.contracts.formats import FormatPlan, GroupPlan, Lasting

__all__ = ["Stage", "fewer", "parts_within", "stages_of"]

_MOST_PARTED = 400
"""With more people than this nobody looks whether groups fit into others."""


@frozen
class Stage:
    """Groups that people sit in for a while.

    Attributes:
        sizes: the size of each group.
        hosted: whether a host stays in each when the others move on.
        lasting: how long these groups stay together.
    """

    sizes: tuple[int, ...]
    hosted: bool = False
    lasting: Lasting = "session"


def stages_of(plan: FormatPlan) -> tuple[Stage, ...]:
    """Return the stages of a session in order: each different split, and each round that mixes.

    Groups that come again are the same groups. Where everybody works alone, or all together,
    there are none to form.

    >>> from workshopcore.contracts.formats import Step
    >>> from workshopcore.model.length import Length
    >>> pairs, fours = GroupPlan((2, 2)), GroupPlan((4,))
    >>> steps = [Step("Talk", Length(5, 5, 5), groups=each) for each in (pairs, fours, pairs)]
    >>> [stage.sizes for stage in stages_of(FormatPlan(steps, groups=fours))]
    [(2, 2)]
    """
    found = {
        (groups.sizes, step.round if groups.lasting == "round" else ""): groups
        for step in plan.steps
        if (groups := step.groups) is not None and _is_split(groups)
    }
    seated = list(found.values())
    if not seated and plan.groups is not None and _is_split(plan.groups):
        seated = [plan.groups]
    return tuple(Stage(each.sizes, each.hosted, each.lasting) for each in seated)


def fewer(stage: Stage, people: int) -> Stage:
    """Return a stage for fewer people, in as many groups if nobody sits alone.

    >>> fewer(Stage((4, 4, 4)), 10).sizes, fewer(Stage((2, 2, 2)), 5).sizes
    ((4, 3, 3), (3, 2))
    """
    groups = max(1, min(len(stage.sizes), people // 2))
    size, larger = divmod(people, groups)
    return evolve(stage, sizes=(size + 1,) * larger + (size,) * (groups - larger))


def _is_split(groups: GroupPlan) -> bool:
    return len(groups.sizes) > 1 and max(groups.sizes) > 1


def parts_within(parts: Sequence[int], wholes: Sequence[int]) -> tuple[tuple[int, ...], ...] | None:
    """Return which smaller groups make up each larger one, ``None`` where they do not fit.

    >>> parts_within((3, 2, 2, 2), (5, 4))
    ((3, 2), (2, 2))
    """
    if sum(parts) != sum(wholes) or len(parts) <= len(wholes) or sum(parts) > _MOST_PARTED:
        return None
    counts = Counter(parts)
    sizes = tuple(sorted(counts, reverse=True))

    @cache
    def rest(at: int, left: tuple[int, ...]) -> tuple[tuple[int, ...], ...] | None:
        if at == len(wholes):
            return ()
        for taken in _sums(wholes[at], sizes, left):
            after = tuple(have - take for have, take in zip(left, taken, strict=True))
            others = rest(at + 1, after)
            if others is not None:
                chosen = tuple(
                    size for size, take in zip(sizes, taken, strict=True) for _ in range(take)
                )
                return (chosen, *others)
        return None

    return rest(0, tuple(counts[size] for size in sizes))


def _sums(total: int, sizes: Sequence[int], left: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield how many of each size add up to a total."""
    if not sizes:
        if total == 0:
            yield ()
        return
    for number in range(min(left[0], total // sizes[0]), -1, -1):
        for others in _sums(total - number * sizes[0], sizes[1:], left[1:]):
            yield (number, *others)
