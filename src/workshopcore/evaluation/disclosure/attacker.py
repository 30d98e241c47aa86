"""What a reader can work out: the exact bounds of hidden figures, given all that is shown."""

from __future__ import annotations

from attrs import frozen

from workshopcore.evaluation.disclosure.network import UNLIMITED, Bounds, Network, Stretched

__all__ = ["Attacker", "is_unlimited"]


def is_unlimited(value: int) -> bool:
    """Return whether nothing that is shown limits a figure."""
    return value >= UNLIMITED // 2


@frozen
class Attacker:
    """A reader who knows what is shown, the sums, and the rule.

    The rule says that figures of 0 are shown, so a hidden one is at least 1. It also says that
    nothing is hidden unless some hidden figure is below k; but that narrows no bound down
    further. Where sums limit a figure, then either by others that are hidden, which are at
    their least, and so below k, when it is at its most; or by shown figures alone, and then it
    is known exactly as it is.

    Attributes:
        network: of the sums.
        bounds: what is known of each figure by itself: shown ones are exact.
        flow: some table that fits.
    """

    network: Network
    bounds: Bounds
    flow: list[int]

    def raised(self, arc: int, goal: int = UNLIMITED) -> Stretched:
        """Return a figure at its most, or at a goal if it can be that."""
        return self.network.raised(self.bounds, self.flow, arc, goal)

    def highest(self, arc: int) -> int:
        """Return the most that a figure can be."""
        return self.raised(arc).flow[arc]

    def lowest(self, arc: int) -> int:
        """Return the least that a figure can be."""
        return self.network.lowered(self.bounds, self.flow, arc).flow[arc]
