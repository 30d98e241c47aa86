"""What is asked of a rotation, in numbers: people are 0, 1, 2 and so on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import combinations

from attrs import frozen

__all__ = ["FORBIDDEN", "UNEVEN", "Matrix", "Round", "Task", "spread"]

Matrix = list[list[int]]

UNEVEN = 10
"""One person too many of a kind in a group weighs as much as so many repeat meetings."""

FORBIDDEN = 1_000_000
"""What it costs that two people meet who are to be kept apart."""


@frozen
class Round:
    """One round: who is there, and how many sit in each group."""

    present: tuple[int, ...]
    sizes: tuple[int, ...]


@frozen
class Task:
    """What is asked.

    Attributes:
        people: how many there are.
        sizes: the sizes of the groups with everybody there.
        rounds: the rounds.
        earlier: groups that met before, once each.
        apart: pairs that never sit together, the smaller number first; hosts among them.
        together: people who always sit together.
        hosts: who stays at the first, second, … table.
        alike: for each attribute and each of its values, who shares it.
    """

    people: int
    sizes: tuple[int, ...]
    rounds: tuple[Round, ...]
    earlier: tuple[tuple[int, ...], ...] = ()
    apart: frozenset[tuple[int, int]] = frozenset()
    together: tuple[tuple[int, ...], ...] = ()
    hosts: tuple[int, ...] = ()
    alike: tuple[tuple[int, ...], ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether people are as good as interchangeable: nothing tells them apart."""
        complete = all(len(each.present) == self.people for each in self.rounds)
        return complete and not (self.earlier or self.apart or self.together or self.alike)

    def met(self) -> Matrix:
        """Return how often each two people met before."""
        counts = [[0] * self.people for _ in range(self.people)]
        for group in self.earlier:
            for one, other in combinations(group, 2):
                counts[one][other] += 1
                counts[other][one] += 1
        return counts

    def tolls(self) -> Matrix:
        """Return what it costs each time that two people meet, whatever they did before."""
        tolls = [[0] * self.people for _ in range(self.people)]
        for members in self.alike:
            for one, other in combinations(members, 2):
                tolls[one][other] += UNEVEN
                tolls[other][one] += UNEVEN
        for one, other in self.apart:
            tolls[one][other] += FORBIDDEN
            tolls[other][one] += FORBIDDEN
        return tolls

    def inevitable(self) -> int:
        """Return what tolls cost at least, with people who are alike spread as evenly as can be."""
        return UNEVEN * sum(
            max(spread(len(there), len(each.sizes)), self.held(there))
            for each in self.rounds
            for members in self.alike
            for there in [set(members) & set(each.present)]
        )

    def uneven(self, rounds: Iterable[Iterable[Iterable[int]]]) -> int:
        """Return how many pairs who are alike sit together beyond what is inevitable."""
        alike = sum(
            number * (number - 1) // 2
            for groups in rounds
            for group in map(set, groups)
            for members in self.alike
            for number in [len(group.intersection(members))]
        )
        return alike - self.inevitable() // UNEVEN

    def held(self, people: Collection[int]) -> int:
        """Return how many pairs of some people are kept together."""
        return sum(
            number * (number - 1) // 2
            for block in self.together
            for number in [sum(1 for one in block if one in people)]
        )


def spread(people: int, groups: int) -> int:
    """Return how many pairs still sit together when people are spread over groups.

    >>> spread(5, 3)
    2
    """
    size, larger = divmod(people, groups)
    return (groups - larger) * (size * (size - 1) // 2) + larger * (size * (size + 1) // 2)
