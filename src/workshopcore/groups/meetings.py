"""Who has met whom, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations

from attrs import field, frozen

__all__ = ["Meetings", "Pair", "meetings"]

Pair = tuple[str, str]


@frozen
class Meetings:
    """How often each two people have met.

    Attributes:
        people: everybody, in order.
        times: how often each two of them have met, by pair in that order; 0 where never.
    """

    people: tuple[str, ...]
    times: Mapping[Pair, int] = field(repr=False)

    def between(self, one: str, other: str) -> int:
        """Return how often two people have met; 0 of people who are not among them."""
        return self.times.get((one, other), self.times.get((other, one), 0))

    def colleagues(self, person: str) -> tuple[str, ...]:
        """Return whom somebody has met, in order."""
        return tuple(o for o in self.people if o != person and self.between(person, o))

    def strangers(self, person: str) -> tuple[str, ...]:
        """Return whom somebody has not met, in order."""
        return tuple(o for o in self.people if o != person and not self.between(person, o))

    @property
    def never(self) -> tuple[Pair, ...]:
        """The pairs that have never met, in order."""
        return tuple(pair for pair, times in self.times.items() if not times)

    @property
    def most(self) -> int:
        """How often those two have met who have met most often."""
        return max(self.times.values(), default=0)

    @property
    def repeats(self) -> int:
        """How many meetings are repeats: two who met ``c`` times count ``c (c - 1) / 2``."""
        return sum(times * (times - 1) // 2 for times in self.times.values())


def meetings(people: Iterable[str], groups: Iterable[Iterable[str]]) -> Meetings:
    """Count who met whom.

    Args:
        people: whose meetings to count, by identifier.
        groups: groups that met, each once for every time; others may be in them too.

    >>> found = meetings(["ana", "ben", "caz"], [("ana", "ben"), ("ben", "ana", "dev")])
    >>> found.between("ben", "ana"), found.never, found.repeats
    (2, (('ana', 'caz'), ('ben', 'caz')), 1)
    """
    everybody = tuple(dict.fromkeys(people))
    place = {person: number for number, person in enumerate(everybody)}
    counts: Counter[tuple[int, int]] = Counter()
    for group in groups:
        counts.update(combinations(sorted({place[one] for one in group if one in place}), 2))
    pairs = combinations(range(len(everybody)), 2)
    return Meetings(
        everybody, {(everybody[one], everybody[other]): counts[one, other] for one, other in pairs}
    )
