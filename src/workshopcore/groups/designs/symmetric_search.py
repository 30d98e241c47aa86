"""Finds base rounds by annealing: a few groups to change, and the whole schedule follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from operator import add, itemgetter, sub

from workshopcore.groups.designs.constructions import Rounds
from workshopcore.groups.designs.symmetry import Plan, plans
from workshopcore.groups.effort import Effort, chances

__all__ = ["search"]

_PLANS, _FEWEST = 7, 4
"""How many plans are tried first, and how many are never given up."""
_FIRST_STEPS = 1_000
_STAGES = 32
_HOT, _COOLING = 0.3, 0.987
"""A price of 1 is accepted with this probability at first, and after each stage with less."""
_DEAR = 12
"""Prices from here on are never accepted."""
_CHOICES = 8
"""So often another seat is chosen, until one is strained."""
_STEP = 12
"""A step counts like so many swaps that are looked at."""
_ROUGH = 4
"""By how much a price may be lower than it seems, where kinds come twice in a move."""

Groups = list[list[int]]


def search(
    sizes: Sequence[int], rounds: int, effort: Effort, allowance: int, repeats: int = 0
) -> tuple[Plan, Rounds] | None:
    """Return a schedule that has a symmetry, with no more repeats than so many, if one is found.

    Every plan has a short try, and the better two thirds of them one twice as long, and so on,
    until one succeeds or the allowance is used up.
    """
    hopeful = plans(sizes, rounds, repeats)[:_PLANS]
    until = effort.spent + min(allowance, effort.left)
    steps = _FIRST_STEPS
    while hopeful and effort.spent < until:
        reached: list[int] = []
        for plan in hopeful:
            base = BaseRounds(plan, sizes, effort)
            if base.anneal(steps, until, 2 * repeats // plan.symmetry.order):
                return plan, plan.developed(
                    base.rounds[: plan.turning], base.rounds[plan.turning :]
                )
            reached.append(base.least)
        ranks = sorted(range(len(hopeful)), key=reached.__getitem__)
        hopeful = [hopeful[rank] for rank in ranks[: max(_FEWEST, 2 * len(hopeful) // 3)]]
        steps *= 2
    return None


class BaseRounds:
    """The base rounds of a plan while they are searched for.

    The cost is twice the number of repeats, divided by the order of the group. A pair of a kind
    of weight ``w`` whose pairs have met ``c`` times costs ``2 c + w - 1`` more.

    Attributes:
        rounds: the base rounds, those that turn first.
        cost: what they cost; 0 without repeats.
        least: the least they have cost.
    """

    def __init__(self, plan: Plan, sizes: Sequence[int], effort: Effort) -> None:
        self.plan, self._effort = plan, effort
        self._kinds, self._weights = plan.symmetry.kinds()
        self._prices_of = [itemgetter(*row) for row in self._kinds]
        self._joining = [max(0, weight - 1) for weight in self._weights]
        if plan.by_row:
            self._meet_by_row()
        self._leaving = [
            price - 2 * weight for price, weight in zip(self._joining, self._weights, strict=True)
        ]
        self.rounds = self._dealt(sizes)
        self.cost = sum(
            self._meet(point, group[:at])
            for groups in self.rounds
            for group in groups
            for at, point in enumerate(group)
        )
        self.least = self.cost
        self._strain = [self._strained(groups) for groups in self.rounds]
        self._seats = [
            (number, group, at)
            for number, groups in enumerate(self.rounds)
            for group in groups
            for at in range(len(group))
        ]

    def anneal(self, steps: int, until: int, goal: int = 0) -> bool:
        """Search for so many steps, or until so many swaps were looked at in all.

        Returns:
            whether they cost no more than the goal.
        """
        chance = _HOT
        for _ in range(_STAGES):
            accepted = chances(chance, _DEAR)
            for _ in range(-(-steps // _STAGES)):
                if self.cost <= goal or self._effort.spent >= until:
                    return self.cost <= goal
                self._step(accepted)
            chance *= _COOLING
        return self.cost <= goal

    def _step(self, accepted: list[float]) -> None:
        """Move one point as well as can be; a move for the worse is taken by chance."""
        random = self._effort.random
        number, group, at = self._strained_seat()
        price, to, other = self._best(number, group, at)
        luck = random()
        if other is None or luck >= accepted[max(0, price - _ROUGH)]:
            return
        point = group[at]
        price = self._replace(group, at, to, other)
        if price < _DEAR and luck < accepted[max(0, price)]:
            self.cost += price
            self.least = min(self.least, self.cost)
            self._strain = [self._strained(groups) for groups in self.rounds]
        else:
            self._replace(group, at, point, other)

    def _strained_seat(self) -> tuple[int, list[int], int]:
        """Return a seat, if possible one whose point would gain by going elsewhere."""
        random, seats = self._effort.random, self._seats
        for _ in range(_CHOICES):
            number, group, at = seats[int(random() * len(seats))]
            if self._strain[number][group[at]] > 0:
                break
        return number, group, at

    def _best(self, number: int, group: list[int], at: int) -> tuple[int, int, list[int] | None]:
        """Return the best that can take a seat: its price, roughly, and the group it is from.

        Kinds are looked at one by one, as if none of them came twice in a move.
        """
        joining, random = self._joining, self._effort.random
        point, strain = group[at], self._strain[number]
        mine = self._prices_of[point](joining)
        theirs: Iterable[int] = repeat(-strain[point])
        for mate in group:
            if mate != point:
                theirs = map(add, theirs, self._prices_of[mate](joining))
        images = list(theirs)
        others = list(map(sub, map(sub, images, mine), strain))
        best, to, ties, origin, looked = _DEAR, point, 0, None, 0
        for source, candidates in self._sources(number, group, point):
            prices = images if source is group else others
            base = 0 if source is group else sum([mine[one] for one in source])
            looked += len(candidates)
            for one in candidates:
                price = base + prices[one]
                if price > best:
                    continue
                ties = ties + 1 if price == best else 1
                if ties == 1 or random() * ties < 1:
                    best, to, origin = price, one, source
        self._effort.spend(_STEP + looked)
        return best, to, origin

    def _sources(
        self, number: int, group: list[int], point: int
    ) -> Iterator[tuple[list[int], Sequence[int]]]:
        """Yield where another point can come from; the group itself stands for images."""
        for other in self.rounds[number]:
            if other is not group:
                yield other, other
        if number >= self.plan.turning:
            order = self.plan.symmetry.order
            first = order * (point // order)
            yield group, [image for image in range(first, first + order) if image != point]

    def _replace(self, group: list[int], at: int, to: int, other: list[int]) -> int:
        """Give a seat to another point, which is in the other group or an image; price it."""
        point = group[at]
        mates = group[:at] + group[at + 1 :]
        price = -self._part(point, mates)
        if other is not group:
            there = other.index(to)
            others = other[:there] + other[there + 1 :]
            price += self._meet(point, others) - self._part(to, others)
            other[there] = point
        group[at] = to
        return price + self._meet(to, mates)

    def _meet(self, point: int, mates: list[int]) -> int:
        kinds, joining, leaving = self._kinds[point], self._joining, self._leaving
        price = 0
        for mate in mates:
            kind = kinds[mate]
            by = 2 * self._weights[kind]
            price += joining[kind]
            joining[kind] += by
            leaving[kind] += by
        return price

    def _part(self, point: int, mates: list[int]) -> int:
        kinds, joining, leaving = self._kinds[point], self._joining, self._leaving
        price = 0
        for mate in mates:
            kind = kinds[mate]
            by = 2 * self._weights[kind]
            price += leaving[kind]
            joining[kind] -= by
            leaving[kind] -= by
        return price

    def _strained(self, groups: Groups) -> list[int]:
        """Return what each point would save by leaving its group."""
        leaving = self._leaving
        strain = [0] * self.plan.symmetry.points
        for group in groups:
            for point in group:
                kinds = self._kinds[point]
                strain[point] = sum([leaving[kinds[mate]] for mate in group])
        return strain

    def _meet_by_row(self) -> None:
        order = self.plan.symmetry.order
        for row in range(self.plan.symmetry.rows):
            for kind in {self._kinds[order * row][order * row + n] for n in range(1, order)}:
                self._joining[kind] += 2

    def _dealt(self, sizes: Sequence[int]) -> list[Groups]:
        """Return base rounds at random."""
        effort, symmetry = self._effort, self.plan.symmetry
        turning = [
            _parted(effort.shuffled(range(symmetry.points)), sizes)
            for _ in range(self.plan.turning)
        ]
        still = [
            _parted(
                [
                    symmetry.order * row + int(effort.random() * symmetry.order)
                    for row in effort.shuffled(range(symmetry.rows))
                ],
                [sizes[0]] * (symmetry.rows // sizes[0]),
            )
            for _ in range(self.plan.still)
        ]
        return [*turning, *still]


def _parted(points: list[int], sizes: Sequence[int]) -> Groups:
    groups, start = [], 0
    for size in sizes:
        groups.append(points[start : start + size])
        start += size
    return groups
