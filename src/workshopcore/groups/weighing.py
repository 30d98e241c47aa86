"""Looks through all schedules of a few people who are not all the same to each other.

Some have met before, are kept apart or together, or are alike; so names cannot be exchanged as
in `examination`. What a schedule costs is a sum: of its rounds, each by what its pairs cost
anyway, and of every two rounds, by the pairs that they have in common.
"""

from __future__ import annotations

from itertools import combinations
from typing import TypeAlias

from workshopcore.groups.bounds import crossings
from workshopcore.groups.effort import Allowance, Effort, TooLongError
from workshopcore.groups.schedule import Groups
from workshopcore.groups.task import Round, Task
from workshopcore.groups.turns import turns

__all__ = ["cheapest"]

_MOST_PEOPLE = 16
"""For more people there are too many rounds to look through."""

Option: TypeAlias = tuple[int, int, int, Groups]
"""A round: what it costs, its number, the pairs in it as bits, and its groups."""


def cheapest(task: Task, known: int, effort: Effort, allowance: int) -> list[Groups] | None:
    """Return the cheapest schedule, an empty one where none is cheaper than what is known.

    Args:
        task: what is asked.
        known: what a schedule costs that is known.
        effort: what a search has and has used.
        allowance: how many swaps it may look at, or what takes as long.

    Returns:
        ``None`` where that is too little to say, and for more than 16 people.
    """
    if task.people > _MOST_PEOPLE:
        return None
    try:
        return _Weighing(task, known, effort, allowance).schedule()
    except TooLongError:
        return None


class _Weighing:
    """Rounds chosen one after another, looking back when they cost too much."""

    def __init__(self, task: Task, known: int, effort: Effort, allowance: int) -> None:
        self._task, self._most = task, known - 1
        self._spend = Allowance(effort, allowance).spend
        self._prices = [
            [times + toll for times, toll in zip(*rows, strict=True)]
            for rows in zip(task.met(), task.tolls(), strict=True)
        ]
        self._best: list[Groups] = []
        # What the rounds from here on repeat of each other at least.
        self._ahead = [
            sum(crossings(task, *pair) for pair in combinations(task.rounds[at:], 2))
            for at in range(len(task.rounds) + 1)
        ]

    def schedule(self) -> list[Groups]:
        before = sum(
            times * (times - 1) // 2
            for at, row in enumerate(self._task.met())
            for times in row[:at]
        )
        spare = self._most - before - self._ahead[0]
        known = {each: self._options(each, spare) for each in set(self._task.rounds)}
        self._choose([], before, [known[each] for each in self._task.rounds])
        return self._best

    def _options(self, each: Round, most: int) -> list[Option]:
        """Return what a round can be, the cheapest first."""
        found = turns(each.present, each.sizes, self._prices, most, self._spend)
        ranked = sorted(turn for turn in found if self._keeps_together(turn[2]))
        return [(turn[0], number, *turn[1:]) for number, turn in enumerate(ranked)]

    def _keeps_together(self, groups: Groups) -> bool:
        return all(
            sum(1 for group in groups if not block.isdisjoint(group)) <= 1
            for block in map(set, self._task.together)
        )

    def _choose(self, chosen: list[Groups], cost: int, options: list[list[Option]]) -> None:
        """Choose the other rounds, each of its options, which cost more with what was chosen."""
        if not options:
            self._best, self._most = list(chosen), cost - 1
            return
        here, *later = options
        for price, number, pairs, groups in here:
            left = self._left(len(chosen), number, pairs, later)
            least = cost + price + sum(each[0][0] for each in left if each)
            if all(left) and least + self._ahead[len(chosen) + 1] <= self._most:
                self._choose([*chosen, groups], cost + price, left)

    def _left(
        self, at: int, number: int, pairs: int, options: list[list[Option]]
    ) -> list[list[Option]]:
        """Return the options of later rounds, with what they repeat of a round.

        Rounds that are the same but for their number come in the order of their options.
        """
        rounds = self._task.rounds
        left = []
        for later, each in enumerate(options, at + 1):
            first = number if rounds[later] == rounds[at] else 0
            left.append(
                sorted(
                    (price + (other & pairs).bit_count(), rank, other, groups)
                    for price, rank, other, groups in each
                    if rank >= first
                )
            )
            self._spend(len(each))
        return left
