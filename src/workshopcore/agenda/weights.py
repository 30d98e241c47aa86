"""What it costs to change a length: the square of the change over the slack, by tier.

Costs are integers: every cost of a day is brought to one denominator, and a tier's costs are
shifted above all that the tiers below it can add up to. So sums and comparisons are exact, and
comparing two integers compares tier by tier, what must be kept first.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import lcm

from workshopcore.agenda.parts import Part, Tier

__all__ = ["Weights"]


class Weights:
    """The costs of a set of parts, comparable with each other.

    ``limit`` is more than all lengths together can cost.

    >>> weights = Weights([Part(10, 20, 20), Part(15, 20, 25)])
    >>> [weights.cost(Part(10, 20, 20), minutes) for minutes in (20, 15, 10)]
    [0, 25, 100]
    """

    __slots__ = ("_common", "_shift", "limit")

    def __init__(self, parts: Iterable[Part]) -> None:
        slacks: set[int] = set()
        total = 0
        present = [0] * len(Tier)
        for part in parts:
            down, up = part.usual - part.shortest, part.longest - part.usual
            slacks.add(down)
            slacks.add(up)
            total += down if down > up else up
            present[part.tier] = 1
        slacks.discard(0)
        self._common = lcm(*slacks)
        bits = (self._common * total).bit_length()
        # Tiers that do not occur take no room.
        self._shift = [bits * sum(present[:tier]) for tier in range(len(present))]
        self.limit = 1 << bits * sum(present)

    def cost(self, part: Part, minutes: int) -> int:
        """Return what it costs that a part takes so many minutes, within its bounds."""
        change = minutes - part.usual
        if change == 0:
            return 0
        slack = part.usual - part.shortest if change < 0 else part.longest - part.usual
        return change * change * (self._common // slack) << self._shift[part.tier]

    def unit(self, part: Part, slack: int) -> int:
        """Return what a change by one minute costs, in a direction with so much slack."""
        return self._common // slack << self._shift[part.tier]
