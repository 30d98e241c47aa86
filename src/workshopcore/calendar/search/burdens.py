"""What bearers carry, all of them in one whole number: added and compared in one step each.

Each bearer has a field of bits, the highest of which is always free: a field of a limit minus a
load borrows from its own highest bit exactly when the load is over the limit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from attrs import frozen

from workshopcore.calendar.search.stages import Problem, Stage

__all__ = ["Limits", "Loads"]

Limits: TypeAlias = Mapping[int, int]
"""The most that a bearer may carry in all; those who are not in it may carry anything."""


@frozen(eq=False, slots=False)
class Loads:
    """The loads of a problem's bearers against their limits."""

    problem: Problem
    limits: Limits

    @cached_property
    def _width(self) -> int:
        return (2 * self.problem.most_burden + 1).bit_length() + 1

    @cached_property
    def _guards(self) -> int:
        ones = sum(1 << self._width * n for n in range(len(self.limits)))
        return ones << self._width - 1

    @cached_property
    def _limit(self) -> int:
        most = self.problem.most_burden
        fields = (min(limit, most) << self._width * n for n, limit in enumerate(self._kept))
        return self._guards + sum(fields)

    @cached_property
    def _kept(self) -> tuple[int, ...]:
        return tuple(self.limits.values())

    @cached_property
    def rows(self) -> list[list[int]]:
        """The packed load of every candidate of every stage."""
        known: dict[int, list[int]] = {}
        for stage in self.problem.stages:
            if id(stage) not in known:
                known[id(stage)] = self._packed(stage)
        return [known[id(stage)] for stage in self.problem.stages]

    def _packed(self, stage: Stage) -> list[int]:
        carried = self._carried(stage)
        return [_load(carried, slot) for slot in stage.slots]

    def _carried(self, stage: Stage) -> list[tuple[Mapping[int, int], int]]:
        """Return what each bearer carries at a stage, with the place of their field."""
        burdens = [stage.burdens[bearer] for bearer in self.limits]
        return [(burden, self._width * n) for n, burden in enumerate(burdens) if burden]

    def within(self, load: int) -> bool:
        """Return whether nobody carries more than their limit."""
        return (self._limit - load) & self._guards == self._guards

    def of(self, places: Sequence[int]) -> int:
        """Return the load of a way, by places."""
        stages = zip(self.problem.stages, places, strict=True)
        return sum([_load(self._carried(stage), stage.slots[place]) for stage, place in stages])

    def allow(self, places: Sequence[int]) -> bool:
        """Return whether nobody carries more than their limit on a way, by places."""
        return self.within(self.of(places))

    def excess(self, load: int) -> list[int]:
        """Return by how much each bearer is over their limit; below 0 for those under it."""
        mask = (1 << self._width) - 1
        return [(load >> self._width * n & mask) - limit for n, limit in enumerate(self._kept)]


def _load(carried: Sequence[tuple[Mapping[int, int], int]], slot: int) -> int:
    return sum([burden[slot] << shift for burden, shift in carried if slot in burden])
