"""The sums of a table as a network, in which exact integer bounds are flows.

Every figure of a one- or two-way table, totals included, is an arc, and every sum of the table
says that what runs into a node runs out of it: rows and columns are nodes, a row total runs
into its row, a cell from its row to its column, a column total out of its column, and the
grand total back. Such a system is totally unimodular, so the bounds that flows give are exact
for whole numbers (Ahuja, Magnanti and Orlin, Network Flows, 1993, chapter 11).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from attrs import field, frozen

__all__ = ["UNLIMITED", "Bounds", "Network", "Stretched"]

UNLIMITED = 10**12
"""More than any sum of counts."""

Bounds = list[tuple[int, int]]
"""The least and the most of each arc."""

Ends = tuple[tuple[int, int], ...]


@frozen
class Stretched:
    """An arc at its most.

    Attributes:
        flow: of every arc.
        side: the nodes on the far side of what holds it back; ``None`` if nothing does.
    """

    flow: list[int]
    side: frozenset[int] | None


@frozen
class Network:
    """A network of arcs, each from a node to a node.

    >>> triangle = Network(2, ((0, 1), (0, 1), (1, 0)))
    >>> flow = triangle.feasible([(1, UNLIMITED), (1, UNLIMITED), (9, 9)])
    >>> triangle.raised([(1, UNLIMITED), (1, UNLIMITED), (9, 9)], flow, 0).flow[0]
    8
    """

    nodes: int
    ends: Ends
    touching: tuple[tuple[int, ...], ...] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        at: list[list[int]] = [[] for _ in range(self.nodes)]
        for arc, (tail, head) in enumerate(self.ends):
            at[tail].append(arc)
            at[head].append(arc)
        object.__setattr__(self, "touching", tuple(map(tuple, at)))

    def feasible(self, bounds: Bounds) -> list[int] | None:
        """Return a flow within bounds, or ``None`` if there is none.

        Each arc starts at its least; what is then missing at a node is brought by augmenting
        paths from where there is too much.
        """
        flow = [least for least, _ in bounds]
        excess = [0] * self.nodes
        for (tail, head), amount in zip(self.ends, flow, strict=True):
            excess[head] += amount
            excess[tail] -= amount
        for start in range(self.nodes):
            while excess[start] > 0:
                steps, _ = self._search(bounds, flow, start, lambda node: excess[node] < 0)
                if steps is None:
                    return None
                goal = self._end(start, steps)
                amount = min(excess[start], -excess[goal], _room(bounds, flow, steps))
                _push(flow, steps, amount)
                excess[start] -= amount
                excess[goal] += amount
        return flow

    def raised(
        self, bounds: Bounds, flow: Sequence[int], arc: int, goal: int = UNLIMITED
    ) -> Stretched:
        """Raise the flow of an arc as far as it goes, or to a goal."""
        tail, head = self.ends[arc]
        return self._moved(bounds, list(flow), (arc, 1), (head, tail), min(goal, bounds[arc][1]))

    def lowered(self, bounds: Bounds, flow: Sequence[int], arc: int, goal: int = 0) -> Stretched:
        """Lower the flow of an arc as far as it goes, or to a goal."""
        tail, head = self.ends[arc]
        return self._moved(bounds, list(flow), (arc, -1), (tail, head), max(goal, bounds[arc][0]))

    def _moved(
        self,
        bounds: Bounds,
        flow: list[int],
        move: tuple[int, int],
        between: tuple[int, int],
        goal: int,
    ) -> Stretched:
        arc, sign = move
        start, end = between
        while (left := (goal - flow[arc]) * sign) > 0:
            steps, seen = self._search(bounds, flow, start, lambda node: node == end, arc)
            if steps is None:
                return Stretched(flow, seen)
            amount = min(left, _room(bounds, flow, steps))
            _push(flow, steps, amount)
            flow[arc] += sign * amount
        return Stretched(flow, None)

    def _search(
        self,
        bounds: Bounds,
        flow: list[int],
        start: int,
        found: Callable[[int], bool],
        without: int = -1,
    ) -> tuple[list[tuple[int, int]] | None, frozenset[int]]:
        """Return the shortest way along which flow can be changed, and the nodes reached."""
        came: dict[int, tuple[int, int, int]] = {start: (-1, 0, 0)}
        queue = deque([start])
        while queue:
            node = queue.popleft()
            if node != start and found(node):
                return _way(came, node), frozenset(came)
            for arc in self.touching[node]:
                tail, head = self.ends[arc]
                step = (head, 1) if tail == node else (tail, -1)
                least, most = bounds[arc]
                room = most - flow[arc] if step[1] > 0 else flow[arc] - least
                if room > 0 and arc != without and step[0] not in came:
                    came[step[0]] = (node, arc, step[1])
                    queue.append(step[0])
        return None, frozenset(came)

    def _end(self, start: int, steps: list[tuple[int, int]]) -> int:
        node = start
        for arc, sign in steps:
            node = self.ends[arc][1] if sign > 0 else self.ends[arc][0]
        return node


def _way(came: dict[int, tuple[int, int, int]], node: int) -> list[tuple[int, int]]:
    steps = []
    while came[node][2]:
        node, arc, sign = came[node]
        steps.append((arc, sign))
    return steps[::-1]


def _room(bounds: Bounds, flow: list[int], steps: list[tuple[int, int]]) -> int:
    return min(
        bounds[arc][1] - flow[arc] if sign > 0 else flow[arc] - bounds[arc][0]
        for arc, sign in steps
    )


def _push(flow: list[int], steps: list[tuple[int, int]], amount: int) -> None:
    for arc, sign in steps:
        flow[arc] += sign * amount
