"""The exact fit of a span: every part's cost as a sorted list of steps, merged up the tree.

A part costs nothing at its natural length, the grid point nearest its usual one. Each further
step away from it, shorter or longer, costs more than the one before. So a line's cheapest way
to give or take *k* steps is the *k* cheapest steps of its parts, and tracks that run side by
side add their costs step by step: a track that is shorter than the others starts to give only
when the block has come down to its length. A block is drawn out with its longest tracks, as far
as all of them can be; the others finish early, at no cost.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Protocol

from workshopcore.agenda.parts import Line, Part, Tracks
from workshopcore.agenda.weights import Weights

__all__ = ["LineCurve"]

Placed = list[tuple[int, int]]
"""Start and minutes of every part, in order."""


class _Curve(Protocol):
    """Anything that takes time: ``units`` is its natural length in grid steps."""

    units: int

    def steps(self, shorter: bool) -> Sequence[int]:
        """Return what each further step costs, cheapest first."""

    def slack(self, shorter: bool) -> int:
        """Return how many minutes it can give or take."""

    def change(self, steps: int, shorter: bool) -> None:
        """Settle on a length so many steps from the natural one."""

    def place(self, start: int, placed: Placed) -> int:
        """Note where every part starts and how long it takes; return where this ends."""


class _PartCurve:
    __slots__ = ("grid", "minutes", "natural", "part", "taken", "units", "weights")

    def __init__(self, part: Part, grid: int, weights: Weights) -> None:
        self.part, self.grid, self.weights = part, grid, weights
        usual = part.usual
        self.natural = usual if usual % grid == 0 else _natural(part, grid, weights)
        self.minutes = self.natural
        # What is fixed between two grid points leaves its remainder to the gap after it.
        self.units = -(-self.natural // grid)
        self.taken = self.units * grid

    def steps(self, shorter: bool) -> Sequence[int]:
        part, grid, start = self.part, self.grid, self.natural
        room = start - part.shortest if shorter else part.longest - start
        if room < grid or start % grid:
            return ()
        count = room // grid
        if start == part.usual:
            # The squares of 1, 2, 3 … steps: differences 1, 3, 5 …
            first = self.weights.unit(part, room) * grid * grid
            return range(first, 2 * count * first, 2 * first)
        step = -grid if shorter else grid
        costs = [self.weights.cost(part, start + step * n) for n in range(count + 1)]
        return [after - before for before, after in itertools.pairwise(costs)]

    def slack(self, shorter: bool) -> int:
        part = self.part
        return part.usual - part.shortest if shorter else part.longest - part.usual

    def change(self, steps: int, shorter: bool) -> None:
        by = steps * self.grid
        if by:
            self.minutes = self.natural - by if shorter else self.natural + by
            self.taken = self.minutes

    def place(self, start: int, placed: Placed) -> int:
        placed.append((start, self.minutes))
        return start + self.taken


def _natural(part: Part, grid: int, weights: Weights) -> int:
    """Return the grid point that costs least; the usual minutes where bounds admit none."""
    usual = part.usual
    low, high = -(-part.shortest // grid) * grid, part.longest // grid * grid
    if low > high:
        return usual
    below = usual // grid * grid
    choices = [point for point in (below, below + grid) if low <= point <= high]
    return min(choices, key=lambda point: weights.cost(part, point))


class _TracksCurve:
    __slots__ = ("grid", "lines", "units")

    def __init__(self, tracks: Tracks, grid: int, weights: Weights) -> None:
        self.grid = grid
        self.lines = [LineCurve(track, grid, weights) for track in tracks.tracks]
        self.units: int = max(line.units for line in self.lines)

    def _longest(self) -> list[LineCurve]:
        return [line for line in self.lines if line.units == self.units]

    def _count(self, shorter: bool) -> int:
        if not shorter:
            return min(len(line.steps(False)) for line in self._longest())
        return self.units - max(line.units - len(line.steps(True)) for line in self.lines)

    def steps(self, shorter: bool) -> list[int]:
        costs = [0] * self._count(shorter)
        for line in self.lines if shorter else self._longest():
            late = self.units - line.units
            for number, cost in enumerate(line.steps(shorter)[: max(0, len(costs) - late)], late):
                costs[number] += cost
        return costs

    def slack(self, shorter: bool) -> int:
        return self._count(shorter) * self.grid

    def change(self, steps: int, shorter: bool) -> None:
        changing = self.lines if shorter else self._longest()
        for line in changing:
            line.change(max(0, steps - self.units + line.units), shorter)
        self.units += -steps if shorter else steps

    def place(self, start: int, placed: Placed) -> int:
        for line in self.lines:
            line.place(start, placed)
        return start + self.units * self.grid


class LineCurve:
    """Parts and tracks one after another, on a grid of so many minutes.

    >>> parts = (Part(10, 15, 15), Part(20, 40, 40), Part(30, 50, 50))
    >>> curve = LineCurve(parts, 5, Weights(parts))
    >>> curve.change(3, shorter=True)
    >>> placed = []
    >>> curve.place(0, placed), placed
    (90, [(0, 15), (15, 30), (45, 45)])
    """

    __slots__ = ("_keys", "children", "units")

    def __init__(self, line: Line, grid: int, weights: Weights) -> None:
        self.children: list[_Curve] = [
            (_PartCurve if item.__class__ is Part else _TracksCurve)(item, grid, weights)  # type: ignore[arg-type]
            for item in line
        ]
        self.units: int = sum([child.units for child in self.children])
        self._keys: dict[bool, tuple[list[int], list[int]]] = {}

    def _merged(self, shorter: bool) -> tuple[list[int], list[int]]:
        """Return every step in the order in which they go, and the children by rank.

        A step is a number: its cost times the number of children, plus its child's rank. Ties
        go to the larger slack, then to the earlier child: that is the order of the ranks.
        """
        found = self._keys.get(shorter)
        if found is None:
            slacks = [-child.slack(shorter) for child in self.children]
            ranks = sorted(range(len(slacks)), key=slacks.__getitem__)
            keys: list[int] = []
            size = len(slacks)
            for rank, number in enumerate(ranks):
                costs = self.children[number].steps(shorter)
                if costs.__class__ is range:
                    keys += range(costs.start * size + rank, costs.stop * size, costs.step * size)
                else:
                    keys += [cost * size + rank for cost in costs]
            keys.sort()
            found = self._keys[shorter] = keys, ranks
        return found

    def steps(self, shorter: bool) -> list[int]:
        """Return what each further step costs, cheapest first."""
        size = len(self.children)
        return [key // size for key in self._merged(shorter)[0]]

    def room(self, shorter: bool) -> int:
        """Return how many steps it can give or take."""
        return len(self._merged(shorter)[0])

    def change(self, steps: int, shorter: bool) -> None:
        """Settle on the length so many steps from the natural one that costs least."""
        if not steps:
            return
        size = len(self.children)
        keys, ranks = self._merged(shorter)
        counts = [0] * size
        for key in keys[:steps]:
            counts[key % size] += 1
        for number, count in zip(ranks, counts, strict=True):
            if count:
                self.children[number].change(count, shorter)
        self.units += -steps if shorter else steps

    def place(self, start: int, placed: Placed) -> int:
        """Note where every part starts and how long it takes; return where the line ends."""
        for child in self.children:
            start = child.place(start, placed)
        return start
