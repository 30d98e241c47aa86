"""Schedules that a group of symmetries carries into themselves.

A few base rounds, turned by every element of an abelian group, are a whole schedule. Points
are rows of the group's elements, and points that stay where they are. How often two points
meet depends on their rows and the difference of their elements alone, so a search keeps one
count for each such *kind* of pair and needs only the base rounds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, product
from math import prod

from attrs import frozen

from workshopcore.groups.designs.constructions import Rounds

__all__ = ["Plan", "Symmetry", "plans"]


@frozen
class Symmetry:
    """An abelian group, a product of cycles, and what it acts on.

    Attributes:
        cycles: the orders of the cycles.
        rows: how many copies of the group's elements there are.
        fixed: how many points it leaves where they are.
    """

    cycles: tuple[int, ...]
    rows: int
    fixed: int = 0

    @property
    def order(self) -> int:
        """How many elements the group has."""
        return prod(self.cycles)

    @property
    def points(self) -> int:
        """How many points there are: the rows one after another, then the fixed ones."""
        return self.order * self.rows + self.fixed

    def kinds(self) -> tuple[list[list[int]], list[int]]:
        """Return the kind of each pair of points, and how often a kind counts.

        A group with two points of a kind meets each pair of that kind once when it is turned by
        every element; twice where an element swaps the two, and as often as there are elements
        where both are fixed. The last kind is that of a point with itself.
        """
        numbers: dict[tuple[int, ...], int] = {}
        weights: list[int] = []
        kinds = [[0] * self.points for _ in range(self.points)]
        for i, j in combinations(range(self.points), 2):
            key, weight = self._kind(i, j)
            if key not in numbers:
                numbers[key] = len(weights)
                weights.append(weight)
            kinds[i][j] = kinds[j][i] = numbers[key]
        for i in range(self.points):
            kinds[i][i] = len(weights)
        return kinds, [*weights, 0]

    def _kind(self, i: int, j: int) -> tuple[tuple[int, ...], int]:
        """Return what tells the kind of a pair, the smaller point first, and its weight."""
        order, moving = self.order, self.order * self.rows
        if i >= moving:
            return (moving + i, j), order
        if j >= moving:
            return (i // order, j), 1
        gaps = _gaps(self.cycles)
        gap, back = gaps[j % order][i % order], gaps[i % order][j % order]
        if i // order != j // order:
            return (i // order, j // order, gap), 1
        return (i // order, i // order, min(gap, back)), 2 if gap == back else 1

    def turned(self, groups: Sequence[Sequence[int]], element: int) -> list[list[int]]:
        """Return groups of points, turned back by an element."""
        order, moving = self.order, self.order * self.rows
        gaps = _gaps(self.cycles)
        return [
            [
                point - point % order + gaps[point % order][element] if point < moving else point
                for point in group
            ]
            for group in groups
        ]


@lru_cache(maxsize=16)
def _gaps(cycles: tuple[int, ...]) -> list[list[int]]:
    """Return the differences of every two elements of a product of cycles."""
    every = list(product(*map(range, cycles)))
    numbers = {each: number for number, each in enumerate(every)}
    return [
        [
            numbers[tuple((x - y) % n for x, y, n in zip(one, other, cycles, strict=True))]
            for other in every
        ]
        for one in every
    ]


@frozen
class Plan:
    """What a schedule is made of.

    Attributes:
        symmetry: what turns it.
        turning: base rounds, each turned into as many rounds as there are elements.
        still: rounds that turn into themselves: each group has one point of a row at most, and
            all its images belong to the round.
        by_row: whether the rows themselves are the groups of one more round.
    """

    symmetry: Symmetry
    turning: int = 0
    still: int = 0
    by_row: bool = False

    @property
    def rounds(self) -> int:
        """How many rounds there are in all."""
        return self.symmetry.order * self.turning + self.still + self.by_row

    @property
    def labour(self) -> int:
        """How many seats a search has to fill."""
        return self.turning * self.symmetry.points + self.still * self.symmetry.rows

    def developed(
        self, turning: Sequence[list[list[int]]], still: Sequence[list[list[int]]]
    ) -> Rounds:
        """Return the whole schedule that base rounds stand for."""
        symmetry = self.symmetry
        every = range(symmetry.order)
        rounds = [symmetry.turned(base, element) for base in turning for element in every]
        rounds += [
            [group for element in every for group in symmetry.turned(base, element)]
            for base in still
        ]
        if self.by_row:
            order = symmetry.order
            rows = range(symmetry.rows)
            rounds.append([list(range(order * row, order * row + order)) for row in rows])
        return rounds


def plans(sizes: Sequence[int], rounds: int, repeats: int = 0) -> list[Plan]:
    """Return plans for groups of these sizes and so many rounds, the easiest first.

    Without repeats, plans of more rounds will do; left out are those that have to have some
    because there are too few kinds of pairs.
    """
    people, size = sum(sizes), sizes[0]
    even = size == sizes[-1]
    found = [
        plan
        for order in range(2, people + 1)
        for fixed in range(people % order, len(sizes) + 1, order)
        if people - fixed >= order
        for cycles in _products(order)
        for plan in _made_of(
            Symmetry(cycles, (people - fixed) // order, fixed), size if even else 0, rounds
        )
        if plan.labour <= 3 * people
        and (plan.rounds == rounds if repeats else _has_room(plan, sizes))
    ]
    return sorted(found, key=lambda plan: (plan.rounds > rounds, plan.labour, plan.symmetry.fixed))


def _products(order: int) -> Iterator[tuple[int, ...]]:
    yield (order,)
    for root in (2, 3, 5):
        if order in (root * root, 2 * root * root) and order > 2:
            yield (order // root, root)


def _made_of(symmetry: Symmetry, size: int, rounds: int) -> Iterator[Plan]:
    """Yield what a symmetry allows; ``size`` is 0 where groups are not all of one size."""
    order = symmetry.order
    alone = size > 0 and symmetry.fixed == 0
    for turning in range(-(-rounds // order) + 1):
        for by_row in (False, True) if alone and order == size else (False,):
            still = rounds - turning * order - by_row
            if still > 0 and not (alone and symmetry.rows % size == 0):
                continue
            if still > -order and turning + max(still, 0) > 0:
                yield Plan(symmetry, turning, max(still, 0), by_row)


def _has_room(plan: Plan, sizes: Sequence[int]) -> bool:
    """Return whether there are enough kinds of pairs, each to be met once."""
    symmetry = plan.symmetry
    order, rows = symmetry.order, symmetry.rows
    halves = 2 ** sum(1 for cycle in symmetry.cycles if cycle % 2 == 0) - 1
    own = 0 if plan.by_row else (order - 1 - halves) // 2 * rows
    across = rows * (rows - 1) // 2 * order
    in_round = sum(size * (size - 1) // 2 for size in sizes)
    in_still = plan.still * (rows * (sizes[0] - 1) // 2)
    in_all = plan.turning * in_round + in_still
    return in_still <= across and in_all <= own + across + rows * symmetry.fixed
