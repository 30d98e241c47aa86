"""Looks through every schedule there could be, to prove that none has so few repeats.

Rounds come in an order in which the first of them repeat least. Whoever drops one of ``k + 1``
rounds after the other loses each repeat twice; so some ``k`` of them have no more than
``(k - 1) / (k + 1)`` of the repeats. Where there are few at all, the first rounds have none,
and that leaves little to look through. What differs by names alone is looked at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice, permutations
from typing import TypeAlias

from workshopcore.groups.effort import Allowance, Effort, TooLongError
from workshopcore.groups.schedule import Groups
from workshopcore.groups.turns import Turn, turns

__all__ = ["least_repeats", "schedule_within"]

_MOST_PEOPLE = 16
"""For more people there are too many rounds to look through."""
_LOOKS = 4
"""So many rounds can be looked at in the time of one swap."""
_MOST_ORDERS = 1000
"""So many ways to number the groups of the first round are tried."""

Place: TypeAlias = tuple[int, ...]
"""The number of somebody's group in each of some rounds."""
Look: TypeAlias = tuple[tuple[Place, ...], ...]


def least_repeats(
    sizes: Sequence[int], rounds: int, bound: int, known: int, effort: Effort, allowance: int
) -> int:
    """Return a number of repeats that no schedule is below.

    Args:
        sizes: how many are in each group, in every round.
        rounds: how many rounds there are.
        bound: no schedule has fewer repeats.
        known: there is a schedule with so many.
        effort: what a search has and has used.
        allowance: how many swaps it may look at, or what takes as long.

    Returns:
        the bound, raised as far as the allowance goes.

    >>> least_repeats((3, 3, 3, 3), 5, 0, 3, Effort(10**6, 0), 10**6)
    3
    """
    until = effort.spent + allowance
    while bound < known:
        if schedule_within(sizes, rounds, bound, effort, until - effort.spent) != []:
            break
        bound += 1
    return bound


def schedule_within(
    sizes: Sequence[int], rounds: int, repeats: int, effort: Effort, allowance: int
) -> list[Groups] | None:
    """Return a schedule with no more repeats than so many; an empty one where there is none.

    Args:
        sizes: how many are in each group, in every round.
        rounds: how many rounds there are.
        repeats: how many repeats there may be.
        effort: what a search has and has used.
        allowance: how many swaps it may look at, or what takes as long.

    Returns:
        ``None`` where that is too little to say, for fewer than three rounds, and for more than
        16 people.
    """
    if rounds < 3 or sum(sizes) > _MOST_PEOPLE:
        return None
    try:
        return _Examination(tuple(sizes), rounds, repeats, effort, allowance).schedule()
    except TooLongError:
        return None


class _Examination:
    def __init__(
        self, sizes: tuple[int, ...], rounds: int, repeats: int, effort: Effort, allowance: int
    ) -> None:
        self._sizes, self._rounds, self._repeats = sizes, rounds, repeats
        self._spend = Allowance(effort, allowance).spend
        self._limits = _limits(rounds, repeats)

    def schedule(self) -> list[Groups]:
        first = _in_order(self._sizes)
        for second in _different([first], self._turns([first], self._limits[2])):
            repeats, _, groups = second
            chosen = [first, groups]
            possible = list(self._turns(chosen, self._repeats - repeats))
            if self._extend(chosen, repeats, possible, _different(chosen, possible)):
                return chosen
        return []

    def _extend(
        self, chosen: list[Groups], repeats: int, possible: list[Turn], upcoming: list[Turn]
    ) -> bool:
        """Add rounds until there are enough; return whether that was possible.

        Args:
            chosen: the rounds so far.
            repeats: how many repeats they have.
            possible: every round that can be added sooner or later.
            upcoming: those that stand for all that can be added now.
        """
        for added, pairs, groups in upcoming:
            so_far = repeats + added
            if so_far > self._limits[len(chosen) + 1]:
                continue
            chosen.append(groups)
            if len(chosen) == self._rounds:
                return True
            spare = self._repeats - so_far
            left = [
                (more, other, others)
                for before, other, others in possible
                for more in [before + (other & pairs).bit_count()]
                if more <= spare
            ]
            self._spend(len(possible) // _LOOKS + len(left))
            if self._extend(chosen, so_far, left, left):
                return True
            chosen.pop()
        return False

    def _turns(self, chosen: Sequence[Groups], most: int) -> Iterator[Turn]:
        """Yield every round that repeats no more than so much of some rounds."""
        people = sum(self._sizes)
        met = [[0] * people for _ in range(people)]
        for groups in chosen:
            for one, other in (pair for group in groups for pair in combinations(group, 2)):
                met[one][other] += 1
        return turns(range(people), self._sizes, met, most, self._spend)


def _limits(rounds: int, repeats: int) -> list[int]:
    """Return for each number of rounds how many repeats the first so many have at most."""
    limits = [repeats] * (rounds + 1)
    for number in range(rounds - 1, 0, -1):
        limits[number] = limits[number + 1] * (number - 1) // (number + 1)
    return limits


def _in_order(sizes: Sequence[int]) -> Groups:
    return [list(range(sum(sizes[:at]), sum(sizes[: at + 1]))) for at in range(len(sizes))]


def _different(chosen: Sequence[Groups], possible: Iterable[Turn]) -> list[Turn]:
    """Return rounds without those that are like an earlier one but for names.

    Without names a round is: for each of its groups, where its people were before.
    """
    places = list(zip(*map(_homes, chosen), strict=True))
    renamings = list(_renamings(chosen, set(places)))
    seen: set[Look] = set()
    found = []
    for turn in possible:
        look = [[places[one] for one in group] for group in turn[2]]
        if _sorted(look) not in seen:
            found.append(turn)
            seen.update(
                _sorted([[names[place] for place in group] for group in look])
                for names in renamings
            )
    return found


def _sorted(look: Iterable[Iterable[Place]]) -> Look:
    return tuple(sorted(tuple(sorted(group)) for group in look))


def _homes(groups: Groups) -> list[int]:
    """Return the number of each person's group."""
    homes = [0] * sum(map(len, groups))
    for at, group in enumerate(groups):
        for one in group:
            homes[one] = at
    return homes


def _renamings(chosen: Sequence[Groups], places: Iterable[Place]) -> Iterator[dict[Place, Place]]:
    """Yield what the places can be called when the groups of one or two rounds are renumbered.

    Groups have a new number of which no two share more or fewer people than by the old ones.
    """
    first, *others = chosen
    sizes = [len(group) for group in first]
    homes = _homes(first)
    for order in islice(permutations(range(len(first))), _MOST_ORDERS):
        if [sizes[to] for to in order] != sizes:
            continue
        numberings = [order]
        for groups in others:
            before = [tuple(sorted(homes[one] for one in group)) for group in groups]
            after = [tuple(sorted(order[at] for at in look)) for look in before]
            if sorted(after) != sorted(before):
                break
            ranked = sorted(range(len(groups)), key=before.__getitem__)
            places_of = dict(
                zip(sorted(range(len(groups)), key=after.__getitem__), ranked, strict=True)
            )
            numberings.append(tuple(places_of[at] for at in range(len(groups))))
        else:
            yield {
                place: tuple([to[at] for to, at in zip(numberings, place, strict=True)])
                for place in places
            }
