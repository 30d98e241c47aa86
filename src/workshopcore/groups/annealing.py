"""Improves a whole schedule by swaps: all rounds at once, cooled by the number of steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import frozen

from workshopcore.groups.asking import Asked
from workshopcore.groups.blocks import Blocks
from workshopcore.groups.effort import Effort, chances
from workshopcore.groups.schedule import Groups, Schedule, dealt
from workshopcore.groups.task import Task

__all__ = ["SEARCH", "Best", "anneal", "search"]

SEARCH = "search over the whole schedule"

_FIRST_STEPS, _MOST_STEPS = 100, 10_000
"""Steps for each seat in the first run of a search, and in all of them: then it has seen enough."""
_STAGES = 32
_STRETCH = 64
"""Steps between two looks at whether the search is over."""
_HOT, _COOLING = 0.1, 0.95
_STEP, _MADE = 8, 50
"""A step counts like so many swaps that are looked at, and a swap that is made like so many."""
_CHOICES = 8
"""So often another person is chosen, until one would gain by going elsewhere."""
_DEAR = 16
"""Prices from here on are never accepted."""
_FAIRER = 40
"""Steps for each seat in which a schedule without avoidable repeats may still be made fairer."""


@frozen
class Best:
    """The best schedule that a search has seen.

    Attributes:
        cost: repeats and tolls.
        known: how many colleagues somebody meets who meets the fewest.
        rounds: the groups.
    """

    cost: int
    known: int
    rounds: tuple[Groups, ...]

    @property
    def rank(self) -> tuple[int, int]:
        """What it is compared by: the smaller the better."""
        return self.cost, -self.known


def anneal(
    schedule: Schedule, steps: int, bound: int, effort: Effort, *, hot: float = _HOT
) -> Best:
    """Improve a schedule for about so many steps, or until it cannot be better.

    A step looks at every swap of one person in one round, and makes the best of them if it does
    no harm, or by chance if it does. How likely that is falls from stage to stage.

    Args:
        schedule: where to start; it changes.
        steps: how many steps to take at most.
        bound: no schedule costs less.
        effort: the swaps that may be looked at, and the random numbers.
        hot: how likely one more repeat is accepted at first.

    Returns:
        the cheapest schedule on the way; of several, the one in which the person who meets the
        fewest colleagues meets the most.
    """
    walk = _Walk(schedule, bound, effort)
    for _ in range(_STAGES):
        walk.go(-(-steps // _STAGES), chances(hot, _DEAR))
        hot *= _COOLING
    return walk.best


def search(question: Asked, prices: Sequence[int], bound: int, effort: Effort, swaps: int) -> Best:
    """Return the best of some searches from random groups, each twice as long as the last one.

    Args:
        question: what is asked.
        prices: what one more meeting costs two people who have met so often.
        bound: no schedule costs less.
        effort: what the search has and has used.
        swaps: how many swaps to look at, at most.
    """
    task = question.task
    seats = sum(len(each.present) for each in task.rounds)
    until = effort.spent + swaps
    steps, left = _FIRST_STEPS * seats, _MOST_STEPS * seats
    found: list[Best] = []
    while not found or found[-1].cost > bound:
        affordable = min(steps, left, _steps_for(task, until - effort.spent))
        if found and affordable < seats:
            break
        start = Schedule(task, dealt(question, effort), prices)
        found.append(anneal(start, affordable, bound, effort))
        left -= affordable
        steps *= 2
    return min(found, key=lambda each: each.rank)


def _steps_for(task: Task, swaps: int) -> int:
    """Return about how many steps look at so many swaps."""
    seats = sum(len(each.present) for each in task.rounds)
    looks = sum(size * (len(each.present) - size) for each in task.rounds for size in each.sizes)
    return swaps * seats // (looks + _STEP * seats)


class _Walk:
    """A walk from schedule to schedule that remembers the best."""

    def __init__(self, schedule: Schedule, bound: int, effort: Effort) -> None:
        self.schedule, self.bound, self.effort = schedule, bound, effort
        self.best = self._seen()
        self.blocks = Blocks(schedule, effort)
        self.seats = [
            (number, one)
            for number, each in enumerate(schedule.task.rounds)
            if len(each.sizes) > 1
            for one in each.present
        ]
        # Where first meetings are worth something, nobody is calm whose mates are no news.
        self.calm = schedule.prices[0] * (min(schedule.task.sizes) - 1)
        self.reach = _reach(schedule)
        self.patience = _FAIRER * len(self.seats)

    def go(self, steps: int, accepted: list[float]) -> None:
        """Take so many steps, accepting prices at these chances."""
        while steps > 0 and self.seats and not self._is_done():
            self.effort.spend(sum([self._step(accepted) for _ in range(min(steps, _STRETCH))]))
            steps -= _STRETCH

    def _step(self, accepted: list[float]) -> int:
        """Take one step; return how many swaps were looked at."""
        random, schedule = self.effort.random, self.schedule
        number, one = self._strained()
        groups, own = schedule.rounds[number], schedule.where[number][one]
        ones = [one]
        if one in self.blocks.tied:
            price, ones, there, others = self.blocks.best_swap(number, one)
        else:
            price, there, others = _best_swap(
                one,
                own,
                groups,
                schedule.joining[number],
                schedule.leaving[number],
                schedule.price[one],
                random,
                self.blocks.tied,
            )
        if price <= 0 or (price < _DEAR and random() < accepted[price]):
            schedule.swap(number, ones, there, others, price)
            self.effort.spend(_MADE)
            if schedule.cost <= self.best.cost:
                self._compare()
        return _STEP + len(schedule.where[number]) - len(groups[own])

    def _strained(self) -> tuple[int, int]:
        """Return a round and a person, if possible one who meets somebody there again."""
        random, seats, leaving = self.effort.random, self.seats, self.schedule.leaving
        count, calm = len(seats), self.calm
        number, one = seats[int(random() * count)]
        for _ in range(_CHOICES):
            if leaving[number][one] > calm:
                break
            number, one = seats[int(random() * count)]
        return number, one

    def _is_done(self) -> bool:
        if self.effort.left == 0:
            return True
        if self.best.cost > self.bound:
            return False
        self.patience -= _STRETCH
        return self.patience < 0 or self.best.known >= self.reach

    def _compare(self) -> None:
        schedule, best = self.schedule, self.best
        if schedule.cost < best.cost or min(schedule.known) > best.known:
            self.best = self._seen()

    def _seen(self) -> Best:
        schedule = self.schedule
        rounds = tuple([list(group) for group in groups] for groups in schedule.rounds)
        return Best(schedule.cost, min(schedule.known), rounds)


def _best_swap(
    one: int,
    own: int,
    groups: Groups,
    joining: list[list[int]],
    leaving: list[int],
    prices: list[int],
    random: Callable[[], float],
    tied: dict[int, list[int]],
) -> tuple[int, int, list[int]]:
    """Return the least price for which somebody can go elsewhere, where, and who comes instead.

    Nobody needs to come where the other group has one person less: then the two change sizes.
    """
    least, there, found, ties = _DEAR, own, one, 0
    mine, saved, fewer = joining[own], leaving[one], len(groups[own]) - 1
    for place, group in enumerate(groups):
        if place == own:
            continue
        base = joining[place][one] - saved
        if len(group) == fewer and base <= least:
            ties = ties + 1 if base == least else 1
            if random() * ties < 1:
                least, there, found = base, place, one
        for other in group:
            price = base + mine[other] - leaving[other] - 2 * prices[other]
            if price > least or (tied and other in tied):
                continue
            ties = ties + 1 if price == least else 1
            if ties == 1 or random() * ties < 1:
                least, there, found = price, place, other
    return least, there, [] if found == one else [found]


def _reach(schedule: Schedule) -> int:
    """Return how many colleagues everybody could meet at most."""
    task = schedule.task
    new = sum(size * (size - 1) // 2 for each in task.rounds for size in each.sizes)
    before = sum(1 for row in task.met() for times in row if times) // 2
    return min(task.people - 1, 2 * (new + before) // task.people)
