"""The arithmetic by which a reader works out a hidden figure, in words."""

from __future__ import annotations

from attrs import frozen

from workshopcore.evaluation.disclosure.attacker import Attacker
from workshopcore.evaluation.disclosure.figures import called, joined
from workshopcore.evaluation.disclosure.layout import Layout
from workshopcore.evaluation.disclosure.published import Published

__all__ = ["Attack"]


@frozen
class Attack:
    """What limits a hidden figure from above, from the figures that are shown.

    What runs into one side of a network runs out of it again. So a figure is the sum of those
    that cross over one way, less the sum of the others that cross the way it does: the sums of
    some rows less those of some columns, or a single row or column with its total.

    Attributes:
        published: the table.
        layout: of it.
        attacker: who looks at it.
    """

    published: Published
    layout: Layout
    attacker: Attacker

    def in_words(self, arc: int, lowest: int, highest: int) -> str:
        """Return the arithmetic that leaves a hidden figure no more than its highest."""
        side = self.attacker.raised(arc).side or frozenset()
        added, taken, hidden = self._crossing(arc, side)
        sum_ = sum(self._value(each) for each in added) - sum(self._value(each) for each in taken)
        text = joined(self._named(each) for each in added)
        if taken:
            text += f" minus the published {joined(self._named(each) for each in taken)}"
        text += f" leaves {sum_}"
        if hidden:
            others = f"{len(hidden)} other hidden figure{'s' if len(hidden) > 1 else ''}"
            text += f" for it and {others}, so it is {_between(lowest, highest)}"
        return text

    def _crossing(self, arc: int, side: frozenset[int]) -> tuple[list[int], list[int], list[int]]:
        """Return the figures that are added, those taken away, and hidden ones of these."""
        added, taken, hidden = [], [], []
        for each, (tail, head) in enumerate(self.layout.network.ends):
            if each == arc or (tail in side) == (head in side):
                continue
            least, most = self.attacker.bounds[each]
            if tail in side:
                added.append(each)
            elif least == most:
                taken.append(each)
            else:
                hidden.append(each)
        return added, [each for each in taken if self._value(each)], hidden

    def _value(self, arc: int) -> int:
        return self.attacker.bounds[arc][0]

    def _named(self, arc: int) -> str:
        return f"{called(self.published, self.layout.places[arc])} {self._value(arc)}"


def _between(lowest: int, highest: int) -> str:
    return f"exactly {highest}" if lowest == highest else f"{lowest} to {highest}"
