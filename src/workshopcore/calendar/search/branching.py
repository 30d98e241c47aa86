"""Branch and bound: one candidate after another, as far as the bound of the rest allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import frozen

from workshopcore.calendar.search.burdens import Loads
from workshopcore.calendar.search.effort import Effort
from workshopcore.calendar.search.prices import Relaxation
from workshopcore.calendar.search.stages import GRAIN

__all__ = ["Branched", "branch"]


class Branched(NamedTuple):
    """The best way that was found, by places, and whether all that could be better was seen."""

    value: int
    places: Sequence[int] | None
    complete: bool


class _Node(NamedTuple):
    """A way so far: its last place, and its value, load and priced total.

    ``bound`` is what no way that begins like this is worth more than.
    """

    place: int
    total: int
    value: int
    load: int
    bound: int


@frozen(eq=False)
class _Tree:
    """What grows from a way so far, bounded by the best priced total of the rest."""

    relaxation: Relaxation
    loads: Loads
    promising_first: bool

    def grow(self, stage: int, node: _Node, floor: int) -> Iterator[_Node]:
        """Yield how a way may go on so that it can still be worth more than a floor."""
        least = floor + GRAIN - node.total
        onward = self.relaxation.onward(stage, node.place, least)
        if self.promising_first:
            onward.sort(key=_ahead, reverse=True)
        row, rest = self.relaxation.rows[stage], self.relaxation.rest[stage]
        loads, values = self.loads.rows[stage], self.relaxation.problem.stages[stage].values
        for ahead, place in onward:
            load = node.load + loads[place]
            if self.loads.within(load):
                step = ahead - rest[place]
                total, value = node.total + row[place] + step, node.value + values[place] + step
                yield _Node(place, total, value, load, node.total + ahead)


def _ahead(onward: tuple[int, int]) -> int:
    return onward[0]


def branch(
    relaxation: Relaxation, loads: Loads, floor: int, effort: Effort, *, any_way: bool = False
) -> Branched:
    """Return the best way within the limits that is worth more than a floor.

    Args:
        relaxation: at prices that bound the ways well.
        loads: with the limits.
        floor: what a way must exceed.
        effort: each candidate that is looked at is a step.
        any_way: stop at the first such way, which is then the earliest: of all of them the one
            whose first workshop is earliest, then its second, and so on.
    """
    tree = _Tree(relaxation, loads, promising_first=not any_way)
    last = len(relaxation.rows) - 1
    taken: list[int] = []
    best: list[int] | None = None
    growing = [tree.grow(0, _Node(-1, relaxation.refund, 0, 0, 0), floor)]
    while growing:
        node = next(growing[-1], None)
        if node is None:
            growing.pop()
            del taken[-1:]
        elif not effort.spend():
            return Branched(floor, best, False)
        elif node.bound <= floor:
            continue
        elif len(taken) < last:
            taken.append(node.place)
            growing.append(tree.grow(len(taken), node, floor))
        elif node.value > floor:
            floor, best = node.value, [*taken, node.place]
            if any_way:
                break
    return Branched(floor, best, True)
