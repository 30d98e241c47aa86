"""When nothing fits: demands that cannot all be met, none of which is there for nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from attrs import frozen

from workshopcore.calendar.case import Case
from workshopcore.calendar.demands import Demand
from workshopcore.calendar.search.best import best_way
from workshopcore.calendar.search.effort import Effort
from workshopcore.calendar.search.stages import GRAIN
from workshopcore.calendar.turnout import Turnout

__all__ = ["Clash", "Fits", "clash", "fitting", "largest_fitting"]

Fits: TypeAlias = Callable[[Sequence[Demand]], "bool | None"]
"""Says whether all of some demands can be met; ``None`` where the effort did not do to tell."""


def fitting(case: Case, steps: int) -> Fits:
    """Return what tells, in so many steps each time, whether demands can be met together."""

    def fits(demands: Sequence[Demand]) -> bool | None:
        problem = case.problem(_worth_nothing, demands)
        best = best_way(problem, case.limits(demands), -GRAIN, Effort(steps))
        if best.way is not None:
            return True
        return False if best.proven else None

    return fits


def _worth_nothing(turnout: Turnout, _agreed: int | None) -> Sequence[int]:
    return [0] * len(turnout.slots)


@frozen(eq=False)
class Clash:
    """Demands that cannot all be met.

    Attributes:
        demands: in the order in which they were given.
        certain: whether every one of them is certain to be needed for that.
    """

    demands: tuple[Demand, ...]
    certain: bool


def clash(demands: Sequence[Demand], fits: Fits) -> Clash:
    """Return some of the demands that cannot all be met, while any fewer of them could.

    Demands are left out, many at a time and then fewer, as long as the rest still cannot be
    met. Those that come first are tried first, so that what remains is rather of the last.

    Source: deletion filtering (J. W. Chinneck and E. W. Dravnieks, "Locating minimal infeasible
    constraint sets in linear programs", *ORSA Journal on Computing* 3, 1991), by blocks.
    """
    kept = list(demands)
    certain = True
    blocks = [kept[len(kept) // 2 :], kept[: len(kept) // 2]]
    while blocks:
        block = blocks.pop()
        rest = [demand for demand in kept if demand not in block]
        needed = fits(rest)
        if needed is False:
            kept = rest
        elif len(block) > 1:
            blocks += [block[len(block) // 2 :], block[: len(block) // 2]]
        else:
            certain = certain and needed is True
    return Clash(tuple(kept), certain)


def largest_fitting(demands: Sequence[Demand], fits: Fits) -> list[Demand]:
    """Return as many of the demands, from the first on, as can be met together."""
    kept: list[Demand] = []
    for demand in demands:
        if fits([*kept, demand]):
            kept.append(demand)
    return kept
