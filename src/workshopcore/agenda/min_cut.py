"""The cheapest set of moments to move: a minimum cut (E. A. Dinic, 1970)."""

from __future__ import annotations

from collections import deque

__all__ = ["MinCut"]


class MinCut:
    """Choices to move or to stay that cost something alone and in pairs.

    >>> choice = MinCut(2)
    >>> choice.alone(0, -5)
    >>> choice.alone(1, 3)
    >>> choice.apart(0, 1, 4)
    >>> choice.solve()
    (-2, [0, 1])
    """

    def __init__(self, things: int) -> None:
        self._gain = [0] * things
        self._arcs: list[list[int]] = [[] for _ in range(things + 2)]
        self._head: list[int] = []
        self._free: list[int] = []
        self._base = 0

    def alone(self, thing: int, cost: int) -> None:
        """Add what it costs that a thing moves; below 0, what it saves."""
        self._gain[thing] += cost

    def apart(self, moves: int, stays: int, cost: int) -> None:
        """Add what it costs that one thing moves while another stays, 0 or more."""
        if cost:
            self._arc(moves, stays, cost)

    def _arc(self, tail: int, head: int, free: int) -> None:
        self._arcs[tail].append(len(self._head))
        self._head.append(head)
        self._free.append(free)
        self._arcs[head].append(len(self._head))
        self._head.append(tail)
        self._free.append(0)

    def solve(self) -> tuple[int, list[int]]:
        """Return the least cost, and the smallest set of things that moves at that cost."""
        things = len(self._gain)
        source, sink = things, things + 1
        least = 0
        for thing, cost in enumerate(self._gain):
            if cost < 0:
                least += cost
                self._arc(source, thing, -cost)
            elif cost > 0:
                self._arc(thing, sink, cost)
        while (levels := self._levels(source))[sink] >= 0:
            following = [0] * len(self._arcs)
            while pushed := self._push(source, sink, None, levels, following):
                least += pushed
        return least, [thing for thing in range(things) if levels[thing] >= 0]

    def _levels(self, source: int) -> list[int]:
        levels = [-1] * len(self._arcs)
        levels[source] = 0
        waiting = deque([source])
        while waiting:
            tail = waiting.popleft()
            for arc in self._arcs[tail]:
                head = self._head[arc]
                if self._free[arc] and levels[head] < 0:
                    levels[head] = levels[tail] + 1
                    waiting.append(head)
        return levels

    def _push(
        self, tail: int, sink: int, most: int | None, levels: list[int], following: list[int]
    ) -> int:
        if tail == sink:
            return most or 0
        arcs = self._arcs[tail]
        while following[tail] < len(arcs):
            arc = arcs[following[tail]]
            head, free = self._head[arc], self._free[arc]
            if free and levels[head] == levels[tail] + 1:
                room = free if most is None else min(most, free)
                pushed = self._push(head, sink, room, levels, following)
                if pushed:
                    self._free[arc] -= pushed
                    self._free[arc ^ 1] += pushed
                    return pushed
            following[tail] += 1
        return 0
