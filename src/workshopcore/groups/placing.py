"""Seats people at the places of a schedule in which no two places meet twice."""

from __future__ import annotations

from itertools import permutations

from workshopcore.groups.designs import Design
from workshopcore.groups.effort import Effort, chances
from workshopcore.groups.schedule import Groups
from workshopcore.groups.task import Matrix, Round, Task

__all__ = ["placed"]

_STEPS = 60
"""Steps for each person."""
_STAGES = 16
_HOT, _COOLING = 0.3, 0.8
_DEAR = 24


def placed(task: Task, design: Design, effort: Effort) -> list[Groups]:
    """Return the schedule of a design with people at its places, as cheaply as may be.

    Who has met before, and who should not meet, is given places that never meet; hosts have
    the first places if nothing else speaks against it. People who miss a round leave their
    place empty, and the groups of that round are evened out. There are as many rounds as the
    design has, or the task where that has fewer.
    """
    people = _in_places(task, design, effort)
    rounds = []
    for turn, each in zip(design.rounds, task.rounds, strict=False):
        present = set(each.present)
        groups = [[people[place] for place in group if people[place] in present] for group in turn]
        rounds.append(_evened(groups, each))
    return rounds


def _in_places(task: Task, design: Design, effort: Effort) -> list[int]:
    """Return who sits at each place."""
    rest = [one for one in range(task.people) if one not in task.hosts]
    people = [*task.hosts, *rest]
    if task.is_plain:
        return people
    met, tolls = task.met(), task.tolls()
    prices = [[a + b for a, b in zip(*rows, strict=True)] for rows in zip(met, tolls, strict=True)]
    places = _Places(people, design, prices)
    best, least, cost = list(people), 0, 0
    chance = _HOT
    for _ in range(_STAGES):
        accepted = chances(chance, _DEAR)
        for _ in range(_STEPS * task.people // _STAGES):
            if effort.left == 0:
                return best
            cost += places.step(accepted, effort)
            if cost < least:
                best, least = list(people), cost
        chance *= _COOLING
    return best


class _Places:
    """Who sits where, while people change places for all rounds at once.

    ``strain[place][person]`` is what the neighbours of a place would cost a person.
    """

    def __init__(self, people: list[int], design: Design, prices: Matrix) -> None:
        every = range(len(people))
        self.people, self.prices = people, prices
        self.met = [[0] * len(people) for _ in every]
        for turn in design.rounds:
            for group in turn:
                for place, other in permutations(group, 2):
                    self.met[place][other] += 1
        self.strain = [
            [sum([prices[person][people[at]] for at in every if near[at]]) for person in every]
            for near in self.met
        ]

    def step(self, accepted: list[float], effort: Effort) -> int:
        """Let somebody change places with the best of all others; return what it cost."""
        people, random = self.people, effort.random
        place = int(random() * len(people))
        one = people[place]
        here, near, prices = self.strain[place], self.met[place], self.prices[one]
        options = [
            (
                here[two] + there[one] - here[one] - there[two] + 2 * near[other] * prices[two],
                random(),
                other,
            )
            for other, (two, there) in enumerate(zip(people, self.strain, strict=True))
            if other != place
        ]
        effort.spend(len(options))
        price, _, other = min(options)
        if price > 0 and (price >= _DEAR or random() >= accepted[price]):
            return 0
        self._change(place, other)
        return price

    def _change(self, place: int, other: int) -> None:
        one, two = self.people[place], self.people[other]
        self.people[place], self.people[other] = two, one
        change = [new - old for new, old in zip(self.prices[two], self.prices[one], strict=True)]
        for near, strain in zip(self.met, self.strain, strict=True):
            times = near[place] - near[other]
            if times:
                strain[:] = [cost + times * by for cost, by in zip(strain, change, strict=True)]


def _evened(groups: Groups, wanted: Round) -> Groups:
    """Return groups of the sizes wanted, with as few people moved as that takes."""
    groups = sorted(groups, key=len, reverse=True)
    while len(groups) > len(wanted.sizes):
        groups[0] = groups[0] + groups.pop()
        groups.sort(key=len, reverse=True)
    sizes = sorted(wanted.sizes, reverse=True)
    spare = [one for group, size in zip(groups, sizes, strict=True) for one in group[size:]]
    found = []
    for group, size in zip(groups, sizes, strict=True):
        kept = group[:size]
        while len(kept) < size:
            kept.append(spare.pop())
        found.append(kept)
    return found
