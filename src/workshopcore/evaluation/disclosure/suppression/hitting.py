"""The cheapest set that has a member in each of some sets, by branch and bound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import define

__all__ = ["Effort", "cheapest"]


@define
class Effort:
    """How much searching is left, in sets looked at; the same on every machine."""

    left: int

    def spend(self, amount: int) -> bool:
        """Take some, if any is left."""
        self.left -= amount
        return self.left >= 0


def cheapest(
    sets: Iterable[frozenset[int]], costs: Mapping[int, int], below: int, effort: Effort
) -> frozenset[int] | None:
    """Return the cheapest choice with a member in each set, if any costs less than ``below``.

    With no effort left, the best that was found.

    >>> cheapest([frozenset({1, 2}), frozenset({2, 3})], {1: 2, 2: 3, 3: 2}, 99, Effort(100))
    frozenset({2})
    """
    # The cheapest members first, so that a set's lowest bit is its cheapest member.
    members = sorted(costs, key=lambda each: (costs[each], each))
    bits = {member: 1 << number for number, member in enumerate(members)}
    search = _Search([costs[each] for each in members], below, effort)
    search.branch(_smallest_first(sum(bits[each] for each in one) for one in sets), 0, 0)
    if search.best is None:
        return None
    return frozenset(members[number] for number in _numbers(search.best))


@define
class _Search:
    """Sets of members are whole numbers, a bit for each member."""

    costs: list[int]
    below: int
    effort: Effort
    best: int | None = None

    def branch(self, unhit: list[int], chosen: int, spent: int) -> None:
        if spent + self._bound(unhit) >= self.below:
            return
        if not unhit:
            self.best, self.below = chosen, spent
            return
        if not self.effort.spend(len(unhit)):
            return
        tried = 0
        for number in _numbers(unhit[0]):
            bit = 1 << number
            # What was tried is not tried again together with the others.
            left = [one & ~tried for one in unhit if not one & bit]
            if all(left):
                self.branch(_smallest_first(left), chosen | bit, spent + self.costs[number])
            tried |= bit

    def _bound(self, unhit: list[int]) -> int:
        """Return what sets that share no member cost at least, together."""
        used = bound = 0
        for one in unhit:
            if not used & one:
                used |= one
                bound += self.costs[(one & -one).bit_length() - 1]
        return bound


def _numbers(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _smallest_first(sets: Iterable[int]) -> list[int]:
    return sorted(set(sets), key=lambda one: (one.bit_count(), one))
