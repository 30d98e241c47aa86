"""Red, amber, green: a house's rule over recorded progress and lateness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Literal, TypeAlias

from attrs import field, frozen

from workshopcore.actions.figures import Proportion
from workshopcore.actions.standing import Standing
from workshopcore.errors import InvalidValueError

__all__ = ["Colour", "Rag", "RagRule", "rag"]

Colour: TypeAlias = Literal["red", "amber", "green", "complete"]


@frozen
class RagRule:
    """When an action is red, amber or green. The default is that of a published register.

    Attributes:
        red_up_to: red up to so many per cent.
        amber_up_to: amber above that, up to so many per cent; green above.
        late_below: red too when it is past its date and below so many per cent.

    Raises:
        InvalidValueError: the thresholds are not per cents in rising order.

    >>> [RagRule().colour(progress) for progress in (25, 26, 75, 76)]
    ['red', 'amber', 'amber', 'green']
    >>> RagRule().colour(49, late=True)
    'red'
    """

    red_up_to: int = field(default=25, kw_only=True)
    amber_up_to: int = field(default=75, kw_only=True)
    late_below: int = field(default=50, kw_only=True)

    def __attrs_post_init__(self) -> None:
        given = (self.red_up_to, self.amber_up_to, self.late_below)
        if not 0 <= self.red_up_to <= self.amber_up_to <= 100 or not 0 <= self.late_below <= 100:
            raise InvalidValueError(
                ", ".join(map(str, given)),
                "per cents from 0 to 100, red_up_to not above amber_up_to",
            )

    def colour(self, progress: int, late: bool = False) -> Colour:
        """Return the colour of an action that is not complete.

        Args:
            progress: per cent done.
            late: whether it is past its date.
        """
        if progress <= self.red_up_to or (late and progress < self.late_below):
            return "red"
        return "amber" if progress <= self.amber_up_to else "green"


@frozen
class Rag:
    """How many actions are of each colour; complete ones stay in the denominator.

    Attributes:
        unreported: how many of them have no progress on record, which counts as none made.
    """

    green: Proportion
    amber: Proportion
    red: Proportion
    complete: Proportion
    unreported: Proportion


def rag(
    standings: Iterable[Standing], rule: RagRule | None = None, since: date | None = None
) -> Rag:
    """Return the colours of a plan.

    Args:
        standings: the plan; cancelled and superseded actions are left out.
        rule: the house's rule.
        since: the day of the last report, if what it showed as complete leaves the register.
    """
    rule = rule or RagRule()
    colours = Counter[str]()
    unreported = 0
    for each in standings:
        if each.closed is None:
            progress = each.progress
            unreported += progress is None
            colours[rule.colour(progress or 0, each.late > 0)] += 1
        elif each.is_done:
            colours["complete"] += since is None or since < each.closed
    total = colours.total()
    green, amber, red, complete = (
        Proportion(colours[name], total) for name in ("green", "amber", "red", "complete")
    )
    return Rag(green, amber, red, complete, Proportion(unreported, total))
