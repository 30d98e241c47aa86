"""Swaps of people who sit together whatever happens."""

from __future__ import annotations

from workshopcore.groups.effort import Effort
from workshopcore.groups.schedule import Schedule

__all__ = ["Blocks"]

_NEVER = 1_000_000_000


class Blocks:
    """Those who are kept together, and whom they can change places with.

    Attributes:
        tied: everybody who is kept together with others, with the whole block.
    """

    __slots__ = ("_effort", "_schedule", "tied")

    def __init__(self, schedule: Schedule, effort: Effort) -> None:
        self._schedule, self._effort = schedule, effort
        self.tied = {one: list(block) for block in schedule.task.together for one in block}

    def best_swap(self, number: int, one: int) -> tuple[int, list[int], int, list[int]]:
        """Return the least price for which a person's block can change places, and with whom.

        One choice of each other group is looked at, taken at random.
        """
        groups, where = self._schedule.rounds[number], self._schedule.where[number]
        own = where[one]
        ones = [mate for mate in self.tied[one] if where[mate] == own]
        least, there, found = _NEVER, own, ones
        for place, group in enumerate(groups):
            others = self._as_many(group, len(ones)) if place != own else []
            if others:
                price = self._price(number, ones, others)
                if price < least:
                    least, there, found = price, place, others
        return least, ones, there, found

    def _as_many(self, group: list[int], wanted: int) -> list[int]:
        """Return so many people of a group, with all their mates; nobody where that fails."""
        found: list[int] = []
        for one in self._effort.shuffled(group):
            if one in found:
                continue
            mates = [mate for mate in self.tied.get(one, (one,)) if mate in group]
            if len(found) + len(mates) <= wanted:
                found.extend(mates)
        return found if len(found) == wanted else []

    def _price(self, number: int, ones: list[int], others: list[int]) -> int:
        """Return what it costs that people of two groups change places."""
        schedule = self._schedule
        where, joining = schedule.where[number], schedule.joining[number]
        leaving = schedule.leaving[number]
        here, there = where[ones[0]], where[others[0]]
        price = sum(joining[there][one] - leaving[one] for one in ones)
        price += sum(joining[here][other] - leaving[other] for other in others)
        price -= 2 * sum(schedule.price[one][other] for one in ones for other in others)
        return price + 2 * (self._within(ones) + self._within(others))

    def _within(self, block: list[int]) -> int:
        """Return what would be saved if people parted who stay together."""
        schedule = self._schedule
        return sum(
            schedule.prices[schedule.met[one][mate] - 1] + schedule.tolls[one][mate]
            for at, one in enumerate(block)
            for mate in block[:at]
        )
