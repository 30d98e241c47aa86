"""A schedule while it is improved: what every swap would cost is known at any moment."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from workshopcore.groups.asking import Asked
from workshopcore.groups.contradictions import Seating
from workshopcore.groups.effort import Effort
from workshopcore.groups.task import Matrix, Task

__all__ = ["Groups", "Schedule", "dealt", "repeat_prices"]

Groups = list[list[int]]


def repeat_prices(task: Task) -> list[int]:
    """Return how many repeats one more meeting makes of two people who have met so often."""
    return list(range(len(task.earlier) + len(task.rounds) + 2))


def dealt(question: Asked, effort: Effort) -> list[Groups]:
    """Return groups at random that keep people apart and together as asked."""
    rounds = []
    for each in question.task.rounds:
        groups = Seating(each.present, each.sizes, question.demands, effort.random).groups()
        rounds.append(groups or [])
    return rounds


class Schedule:
    """Groups for every round, with the cost of what they have in common.

    A meeting of two people costs ``prices[times they met before]``, and their toll. For every
    round, ``joining[group][person]`` is what it would cost a person to meet all of a group, and
    ``leaving[person]`` what leaving the own group would save. So the price of a swap is a sum
    of five numbers; after a swap that is made, the numbers follow in a few steps per person
    and round (compare the incremental evaluation of I. Dotú and P. Van Hentenryck, *Scheduling
    social golfers locally*, CPAIOR 2005).

    Attributes:
        rounds: the groups of every round.
        where: for every round, the group of each person; one past the last for who is absent.
        cost: repeats and tolls.
        known: how many colleagues each person has met, earlier ones included.
    """

    def __init__(self, task: Task, rounds: Sequence[Groups], prices: Sequence[int]) -> None:
        people = range(task.people)
        self.task, self.rounds = task, [[list(group) for group in groups] for groups in rounds]
        self.prices = prices
        self.tolls = task.tolls()
        self.met = task.met()
        self.where = [_places(task.people, groups) for groups in self.rounds]
        self.cost = sum(
            sum(prices[:times]) for one, row in enumerate(self.met) for times in row[:one]
        )
        for groups in self.rounds:
            for group in groups:
                for one, other in combinations(group, 2):
                    times = self.met[one][other]
                    self.cost += prices[times] + self.tolls[one][other]
                    self.met[one][other] = self.met[other][one] = times + 1
        self.known = [sum(1 for times in self.met[one] if times) for one in people]
        self.price: Matrix = [
            [
                0 if one == other else prices[self.met[one][other]] + self.tolls[one][other]
                for other in people
            ]
            for one in people
        ]
        # The absent sit in a group of their own, past the last: nothing looks at it.
        self.joining = [
            [
                [sum([self.price[one][mate] for mate in group]) for one in people]
                for group in [*groups, []]
            ]
            for groups in self.rounds
        ]
        self.leaving = [[0] * task.people for _ in self.rounds]
        for number, groups in enumerate(self.rounds):
            for group in groups:
                self._settle(number, group)

    def swap(self, number: int, ones: list[int], there: int, others: list[int], price: int) -> None:
        """Let people of one group change places with people of another, in one round.

        Args:
            number: the round, from 0.
            ones: who leaves a group.
            there: the group where they go.
            others: who leaves that one for theirs; nobody, where the two groups change sizes.
            price: what it costs, which the caller knows.
        """
        where, groups = self.where[number], self.rounds[number]
        here = where[ones[0]]
        mine = [mate for mate in groups[here] if mate not in ones]
        theirs = [mate for mate in groups[there] if mate not in others]
        for one in ones:
            self._count(one, mine, -1)
            self._count(one, theirs, 1)
        for other in others:
            self._count(other, theirs, -1)
            self._count(other, mine, 1)
        self._move(number, here, ones, others)
        self._move(number, there, others, ones)
        groups[here], groups[there] = [*mine, *others], [*theirs, *ones]
        for one in ones:
            where[one] = there
        for other in others:
            where[other] = here
        self._settle(number, groups[here])
        self._settle(number, groups[there])
        self.cost += price

    def _count(self, one: int, mates: list[int], by: int) -> None:
        """Let two people have met once more, or once less, and let the prices follow."""
        changes = [(mate, *self._count_two(one, mate, by)) for mate in mates]
        for where, joining, leaving in zip(self.where, self.joining, self.leaving, strict=True):
            here = where[one]
            to_here = joining[here]
            for mate, change, saves in changes:
                there = where[mate]
                joining[there][one] += change
                to_here[mate] += change
                if here == there:
                    leaving[one] += saves
                    leaving[mate] += saves

    def _count_two(self, one: int, mate: int, by: int) -> tuple[int, int]:
        """Count a meeting; return how the price of the next and of the last one changes."""
        met, prices = self.met, self.prices
        times = met[one][mate]
        now = met[one][mate] = met[mate][one] = times + by
        price = prices[now]
        self.price[one][mate] = self.price[mate][one] = price + self.tolls[one][mate]
        if times == 0 or now == 0:
            self.known[one] += by
            self.known[mate] += by
            return price - prices[times], 0
        return price - prices[times], prices[now - 1] - prices[times - 1]

    def _move(self, number: int, group: int, gone: list[int], come: list[int]) -> None:
        """Let a group be joined at the prices of those who are in it now."""
        joining = self.joining[number][group]
        for one in gone:
            joining[:] = [
                total - price for total, price in zip(joining, self.price[one], strict=True)
            ]
        for one in come:
            joining[:] = [
                total + price for total, price in zip(joining, self.price[one], strict=True)
            ]

    def _settle(self, number: int, group: list[int]) -> None:
        leaving, prices = self.leaving[number], self.prices
        for one in group:
            met, tolls = self.met[one], self.tolls[one]
            leaving[one] = sum(
                [prices[met[mate] - 1] + tolls[mate] for mate in group if mate != one]
            )


def _places(people: int, groups: Groups) -> list[int]:
    places = [len(groups)] * people
    for number, group in enumerate(groups):
        for one in group:
            places[one] = number
    return places
