"""The exact fit of any day: windows, and locks inside tracks.

Where a fixed time stands inside a track, or may be met anywhere in a window, a day does not
fall apart into spans. Then it is a network of moments: every part ties its end to its start at
a convex cost, and idle time before a fixed moment costs more than any change of lengths. A sum
of convex functions of differences is L-natural convex, and such a function is at its minimum as
soon as no set of moments can be moved together, one step up or down, at a gain (K. Murota,
*Discrete Convex Analysis*, SIAM 2003, section 7). The best set to move is a minimum cut. Moving
by many steps first, then by half as many, down to one, keeps the number of moves small.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import gcd

from attrs import frozen

from workshopcore.agenda.min_cut import MinCut
from workshopcore.agenda.parts import Line, Part, Tracks, leaves
from workshopcore.agenda.weights import Weights

__all__ = ["Network", "has_inner_locks", "network_grid"]

Cost = Callable[[int], int]

_FIRST_STEP = 32


@frozen
class _Tie:
    """Two moments with at least and at most so many steps between them, at a cost."""

    before: int
    after: int
    least: int
    most: int
    cost: Cost

    def change(self, apart: int, by: int, now: int) -> int | None:
        """Return what a change of the steps between them costs, ``None`` where it may not be."""
        changed = apart + by
        return self.cost(changed) - now if self.least <= changed <= self.most else None


def has_inner_locks(line: Line) -> bool:
    """Return whether a day has windows, or anything fixed inside tracks."""
    return any(
        any(part.start is not None for part in leaves((item,)))
        if isinstance(item, Tracks)
        else item.start is not None and item.start[0] != item.start[1]
        for item in line
    )


def network_grid(line: Line, minutes: int, grid: int) -> int:
    """Return the largest grid, the house's or a finer one, that every fixed time lies on."""
    fixed = [moment for part in leaves(line) if part.start for moment in part.start]
    return gcd(grid, minutes, *fixed)


class Network:
    """A day as moments, in grid steps from its start, and ties between them.

    The day must fit: with every part at its shortest on this grid, no fixed time is missed.
    """

    def __init__(self, line: Line, minutes: int, grid: int) -> None:
        every = list(leaves(line))
        self._grid = grid
        self._weights = Weights(every)
        self._most = minutes // grid
        # The lowest bits are for ties: of idle time that must be, the later is the better.
        total_idle = (self._most + 1) * (2 * len(every) + 2)
        self._bits = total_idle.bit_length()
        self._idle = self._weights.limit << self._bits
        self._never = self._idle * total_idle
        self._times = [0]
        self._ties: list[_Tie] = []
        self._placed: list[tuple[int, int, int | None]] = []
        end, _ = self._line(line, 0)
        last = self._moment(self._most)
        self._fix(last, self._most, self._most)
        self._tie(end, last, 0, self._most, lambda steps: self._idle * steps)

    def solve(self) -> list[tuple[int, int]]:
        """Return where every part starts and how long it takes, in minutes."""
        step = _FIRST_STEP
        while step:
            while self._move(step):
                pass
            step //= 2
        return [
            (
                self._times[start] * self._grid,
                self._between(start, end) * self._grid if fixed is None else fixed,
            )
            for start, end, fixed in self._placed
        ]

    def _between(self, start: int, end: int) -> int:
        return self._times[end] - self._times[start]

    def _moment(self, time: int) -> int:
        self._times.append(time)
        return len(self._times) - 1

    def _tie(self, before: int, after: int, least: int, most: int, cost: Cost) -> None:
        self._ties.append(_Tie(before, after, least, most, cost))

    def _fix(self, moment: int, first: int, last: int) -> None:
        self._tie(0, moment, first, last, _free)

    def _idle_cost(self, steps: int) -> int:
        return (self._idle + 1) * steps

    def _line(self, line: Line, start: int) -> tuple[int, int]:
        """Add a line that starts at a moment; return where it ends, and its usual steps."""
        usual = 0
        for item in line:
            adding = self._part if isinstance(item, Part) else self._tracks
            start, steps = adding(item, start)  # type: ignore[arg-type]
            usual += steps
        return start, usual

    def _part(self, part: Part, arrival: int) -> tuple[int, int]:
        start = arrival
        if part.start is not None:
            first, last = (moment // self._grid for moment in part.start)
            start = self._moment(max(self._times[arrival], first))
            self._fix(start, first, last)
            cost = _free if part.rests else self._idle_cost
            self._tie(arrival, start, 0, self._most, cost)
        grid = self._grid
        least, most = -(-part.shortest // grid), part.longest // grid
        if least > most:
            # It is fixed between two grid points; its remainder goes to the gap after it.
            least = most = -(-part.usual // grid)
            end = self._moment(self._times[start] + least)
            self._tie(start, end, least, most, _free)
            self._placed.append((start, end, part.usual))
            return end, least
        end = self._moment(self._times[start] + least)
        cost = partial(self._part_cost, part)
        self._tie(start, end, least, most, cost)
        self._placed.append((start, end, None))
        return end, min(range(least, most + 1), key=cost)

    def _part_cost(self, part: Part, steps: int) -> int:
        return self._weights.cost(part, steps * self._grid) << self._bits

    def _tracks(self, tracks: Tracks, start: int) -> tuple[int, int]:
        ends = [self._line(track, start) for track in tracks.tracks]
        usual = max(steps for _, steps in ends)
        end = self._moment(max(self._times[last] for last, _ in ends))
        for last, steps in ends:
            # The block is drawn out with its longest tracks; the others may finish early.
            self._tie(last, end, 0, self._most, self._idle_cost if steps == usual else _free)
        return end, usual

    def _move(self, step: int) -> bool:
        """Move the set of moments that gains most, up or down; return whether any does."""
        up, down = self._best(step), self._best(-step)
        gain, moments, by = (*up, step) if up[0] <= down[0] else (*down, -step)
        if gain >= 0:
            return False
        for moment in moments:
            self._times[moment + 1] += by
        return True

    def _best(self, by: int) -> tuple[int, list[int]]:
        choice = MinCut(len(self._times) - 1)
        for tie in self._ties:
            self._weigh(tie, by, choice)
        return choice.solve()

    def _weigh(self, tie: _Tie, by: int, choice: MinCut) -> None:
        before, after = tie.before - 1, tie.after - 1  # the start of the whole is no choice
        apart = self._between(tie.before, tie.after)
        now = tie.cost(apart)
        grown = tie.change(apart, by, now)
        if before < 0:
            choice.alone(after, self._never if grown is None else grown)
            return
        shrunk = tie.change(apart, -by, now)
        if grown is not None:
            choice.alone(after, grown)
            choice.alone(before, -grown)
            choice.apart(before, after, self._never if shrunk is None else grown + shrunk)
        else:
            choice.apart(after, before, self._never)
            if shrunk is None:
                choice.apart(before, after, self._never)
            else:
                choice.alone(before, shrunk)
                choice.alone(after, -shrunk)


def _free(_: int) -> int:
    return 0
