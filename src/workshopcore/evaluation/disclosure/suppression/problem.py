"""The choice of what else to hide, and why a choice is not enough."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from workshopcore.evaluation.disclosure.attacker import Attacker
from workshopcore.evaluation.disclosure.layout import Layout
from workshopcore.evaluation.disclosure.network import UNLIMITED

__all__ = ["Problem", "cost"]

_PER_PERSON = 10_000


def cost(value: int) -> int:
    """Return what is lost with a figure: its respondents; the figure itself breaks ties."""
    return value * _PER_PERSON + 1


@frozen
class Problem:
    """What has to be hidden in a table, and what may be hidden besides.

    A set of hidden figures is *safe* when everything that has to be hidden could be k or more,
    as far as readers can tell. Hiding more keeps a safe set safe, so every set that is not safe
    gives a *cut*: figures of which every safe set hides at least one.

    Attributes:
        layout: of the table.
        values: every figure, totals included.
        needed: what has to be hidden.
        costs: what may be hidden besides, and what is lost with it.
        k: the fewest people behind a figure.
        unbound: totals that are not part of the table.
    """

    layout: Layout
    values: list[int]
    needed: frozenset[int]
    costs: Mapping[int, int]
    k: int
    unbound: frozenset[int] = frozenset()

    def attacker(self, hidden: frozenset[int]) -> Attacker:
        """Return a reader from whom some figures are hidden."""
        bounds = [(value, value) for value in self.values]
        for arc in self.unbound:
            bounds[arc] = (0, UNLIMITED)
        for arc in hidden:
            bounds[arc] = (1, UNLIMITED)
        return Attacker(self.layout.network, bounds, self.values)

    def cuts(self, hidden: frozenset[int]) -> list[frozenset[int]]:
        """Return cuts that a set misses, no two of which share a figure; none if it is safe.

        The last one is empty if no set is safe.
        """
        found = []
        while (cut := self._cut(hidden)) is not None:
            found.append(cut)
            if not cut:
                break
            hidden |= cut
        return found

    def is_safe(self, hidden: frozenset[int]) -> bool:
        """Return whether nothing that has to be hidden can be worked out."""
        return self._cut(hidden) is None

    def _cut(self, hidden: frozenset[int]) -> frozenset[int] | None:
        attacker = self.attacker(hidden)
        for arc in sorted(self.needed):
            goal = max(self.k, self.values[arc] + 1)
            side = attacker.raised(arc, goal).side
            if side is None:
                continue
            ends = self.layout.network.ends
            return frozenset(
                each
                for each in self.costs
                if each not in hidden and (ends[each][0] in side) != (ends[each][1] in side)
            )
        return None
