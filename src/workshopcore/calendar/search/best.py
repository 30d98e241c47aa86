"""The best way within limits, proven or bounded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from attrs import evolve, frozen

from workshopcore.calendar.search.branching import branch
from workshopcore.calendar.search.burdens import Limits, Loads
from workshopcore.calendar.search.effort import Effort
from workshopcore.calendar.search.passes import UNREACHED, is_reached
from workshopcore.calendar.search.prices import Relaxation, at_prices, priced
from workshopcore.calendar.search.stages import GRAIN, Problem, Way

__all__ = ["ANY", "Best", "best_way", "way_of"]

ANY = UNREACHED
"""The floor that every way is above."""

_TURNS = ((0, 200), (6, 200), (6, 300), (8, 400), (10, 800), (16, None))
"""How many rounds of prices, and then how many steps of search at most; at last all there are."""

_NONE: Mapping[int, int] = MappingProxyType({})


@frozen(eq=False)
class Best:
    """What came of looking for the best way.

    Attributes:
        value: what it is worth; the floor where there is none above it.
        way: the slot of each stage; ``None`` where none was found.
        bound: no way within the limits is worth more than this and the floor.
        relaxation: what the bound comes from, with every way that is as good.
    """

    value: int
    way: Way | None
    bound: int
    relaxation: Relaxation

    @property
    def proven(self) -> bool:
        """Whether there is no better way; without a way, whether there is none at all."""
        return self.bound <= self.value


def best_way(
    problem: Problem,
    limits: Limits,
    floor: int,
    effort: Effort,
    prices: Mapping[int, int] = _NONE,
) -> Best:
    """Return the best way within limits that is worth more than a floor.

    Without limits, or where they do not bind, one pass of the dynamic programme gives it. Where
    they do, prices give a bound, and a search among the candidates that can still be part of
    a better way gives the rest.

    Args:
        problem: the stages.
        limits: what bearers may carry at most.
        floor: what a way must exceed.
        effort: how much searching may be done.
        prices: what such limits have been found to be worth, in a problem like this one.
    """
    free = Relaxation(problem, {})
    empty = not all(stage.slots for stage in problem.stages)
    if empty or not is_reached(free.top) or free.bound <= floor:
        return Best(floor, None, floor, free)
    if not limits or Loads(problem, limits).allow(free.places):
        return Best(free.top, way_of(problem, free.places), free.top, free)
    start = at_prices(problem, prices, limits) if prices else free
    return _within(Best(floor, None, min(free.bound, start.bound), start), limits, effort)


def _within(best: Best, limits: Limits, effort: Effort) -> Best:
    """Move prices and search by turns, each time further; what was found helps the other."""
    for rounds, steps in _TURNS:
        if rounds and not effort.spent:
            best = _priced(best, limits, rounds)
        if best.proven or effort.spent:
            break
        if rounds or best.value != ANY:
            best = _searched(best, limits, effort.part(steps))
        if best.proven:
            break
    return best


def _priced(best: Best, limits: Limits, rounds: int) -> Best:
    problem = best.relaxation.problem
    found = priced(best.relaxation, Loads(problem, limits), best.value, rounds)
    bound = min(best.bound, found.relaxation.bound)
    if found.places is None or found.value is None or found.value <= best.value:
        return Best(best.value, best.way, bound, found.relaxation)
    return Best(found.value, way_of(problem, found.places), bound, found.relaxation)


def _searched(best: Best, limits: Limits, effort: Effort) -> Best:
    best = _narrowed(best)
    relaxation = best.relaxation
    problem = relaxation.problem
    found = branch(relaxation, Loads(problem, limits), best.value, effort)
    bound = found.value if found.complete else best.bound
    if found.places is None:
        return evolve(best, bound=bound)
    return _narrowed(Best(found.value, way_of(problem, found.places), bound, relaxation))


def _narrowed(best: Best) -> Best:
    """Drop the candidates through which no way leads that is better, or as good as one known."""
    if best.value == ANY:
        return best
    relaxation = best.relaxation
    floor = best.value if best.way is None else best.value - GRAIN
    less = relaxation.problem.only(relaxation.above(floor))
    return evolve(best, relaxation=evolve(relaxation, problem=less))


def way_of(problem: Problem, places: Sequence[int]) -> Way:
    """Return the slots of a way, given by its places."""
    return tuple([stage.slots[n] for stage, n in zip(problem.stages, places, strict=True)])
