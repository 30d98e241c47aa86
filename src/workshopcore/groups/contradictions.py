"""Whether people can be seated at all, and what contradicts what if they cannot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Literal, TypeAlias

from workshopcore.errors import GroupsError

__all__ = ["Demand", "Seating", "smallest_contradiction"]

Demand: TypeAlias = tuple[Literal["apart", "together", "hosts"], tuple[int, ...]]
"""What is asked of some people: hosts sit apart too."""

_MOST_TRIES = 20_000


def _in_order() -> float:
    return 0.0


class Seating:
    """A round's groups, filled one block of people after the other, looking back when stuck.

    Args:
        present: who is there.
        sizes: how many sit in each group.
        demands: who sits apart, each from everybody else of the demand, and who together.
        random: for groups in a random order, instead of the first that are found.
    """

    def __init__(
        self,
        present: Sequence[int],
        sizes: Sequence[int],
        demands: Sequence[Demand],
        random: Callable[[], float] = _in_order,
    ) -> None:
        self._random, self._tries = random, 0
        blocks = _blocks(present, demands)
        self._blocks = [block for block in blocks if len(block) > 1 or _has_foes(block, demands)]
        # Nobody minds where the others sit: they take what is left.
        self._others = [one for block in blocks if block not in self._blocks for one in block]
        self._foes = _foes(self._blocks, demands)
        self._held = [0] * len(sizes)
        self._room = list(sizes)

    def groups(self) -> list[list[int]] | None:
        """Return the groups, ``None`` where there are none.

        Raises:
            GroupsError: it would take too long to find out.
        """
        if any(foes >> at & 1 for at, foes in enumerate(self._foes)):
            return None
        if not self._fill((1 << len(self._blocks)) - 1):
            return None
        others = sorted(self._others, key=lambda _: self._random())
        found = []
        for held, room in zip(self._held, self._room, strict=True):
            seated = [
                one for at, block in enumerate(self._blocks) if held >> at & 1 for one in block
            ]
            found.append([*seated, *others[:room]])
            del others[:room]
        return found

    def _fill(self, waiting: int) -> bool:
        if not waiting:
            return True
        self._tries += 1
        if self._tries > _MOST_TRIES:
            raise GroupsError(
                "no groups were found that keep people apart and together as asked, and to show"
                " that there are none would take too long: ask for less"
            )
        at, places = self._hardest(waiting)
        size = len(self._blocks[at])
        for place in places:
            self._held[place] |= 1 << at
            self._room[place] -= size
            if self._fill(waiting & ~(1 << at)):
                return True
            self._held[place] &= ~(1 << at)
            self._room[place] += size
        return False

    def _hardest(self, waiting: int) -> tuple[int, list[int]]:
        """Return the block with the fewest places to go, of several the largest, and those."""
        options = [
            ((len(places), -len(block), -self._foes[at].bit_count(), self._random()), at, places)
            for at, block in enumerate(self._blocks)
            if waiting >> at & 1
            for places in [self._places(at)]
        ]
        _, at, places = min(options, key=lambda option: option[0])
        return at, sorted(places, key=lambda _: self._random())

    def _places(self, at: int) -> list[int]:
        """Return where a block can go; of empty groups of one size the first stands for all."""
        size, foes = len(self._blocks[at]), self._foes[at]
        found, empty = [], set()
        for place, (held, room) in enumerate(zip(self._held, self._room, strict=True)):
            if room < size or held & foes or (not held and room in empty):
                continue
            if not held:
                empty.add(room)
            found.append(place)
        return found


def smallest_contradiction(
    present: Sequence[int], sizes: Sequence[int], demands: Sequence[Demand]
) -> list[Demand]:
    """Return demands that cannot be met together, of which nobody could be left out."""
    needed = list(demands)
    for demand in demands:
        kept = demand
        for one in [*demand[1], None]:
            # Without this person first, and in the end without the demand.
            fewer = () if one is None else tuple(other for other in kept[1] if other != one)
            rest = [other for other in needed if other is not kept]
            smaller: Demand = (kept[0], fewer)
            trial = [*rest, smaller] if len(fewer) > 1 else rest
            if _is_contradiction(present, sizes, trial):
                needed, kept = trial, smaller
    return needed


def _is_contradiction(
    present: Sequence[int], sizes: Sequence[int], demands: Sequence[Demand]
) -> bool:
    try:
        return Seating(present, sizes, demands).groups() is None
    except GroupsError:
        return False


def _has_foes(block: list[int], demands: Sequence[Demand]) -> bool:
    return any(kind != "together" and not {*block}.isdisjoint(people) for kind, people in demands)


def _foes(blocks: list[list[int]], demands: Sequence[Demand]) -> list[int]:
    """Return for each block, as bits, the blocks that it may not sit with."""
    home = {one: at for at, block in enumerate(blocks) for one in block}
    foes = [0] * len(blocks)
    for kind, people in demands:
        here = [home[one] for one in people if one in home]
        for one, other in combinations(here, 2) if kind != "together" else ():
            foes[one] |= 1 << other
            foes[other] |= 1 << one
    return foes


def _blocks(present: Sequence[int], demands: Sequence[Demand]) -> list[list[int]]:
    """Return those who sit together; whoever does not need to is a block alone."""
    block_of = {one: [one] for one in present}
    for kind, people in demands:
        here = [one for one in people if one in block_of] if kind == "together" else []
        for other in here[1:]:
            first, second = block_of[here[0]], block_of[other]
            if first is not second:
                first.extend(second)
                block_of.update(dict.fromkeys(second, first))
    return list({id(block): block for block in block_of.values()}.values())
