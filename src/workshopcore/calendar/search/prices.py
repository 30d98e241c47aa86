"""Limits turned into prices: an upper bound on every way that keeps them.

Each unit that a bearer carries costs their price, and each unit of the limit is paid out. A way
within the limits never gains less than its value by that, so the best priced way, which is a
plain dynamic programme again, bounds them all. Prices go up for those over their limit and
down for those under it, for a number of rounds (subgradient steps after Polyak).

Source: M. L. Fisher, "The Lagrangian relaxation method for solving integer programming
problems", *Management Science* 27 (1981).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import evolve, frozen

from workshopcore.calendar.search.burdens import Limits, Loads
from workshopcore.calendar.search.passes import Rows, backward, forward, on_best_ways, trace
from workshopcore.calendar.search.stages import GRAIN, Problem, Stage

__all__ = ["Relaxation", "at_prices", "priced"]


@frozen(eq=False, slots=False)
class Relaxation:
    """A problem without its limits, at prices.

    Attributes:
        prices: by bearer, only those above 0.
        refund: what the limits pay out at these prices.
    """

    problem: Problem
    prices: Mapping[int, int]
    refund: int = 0

    @cached_property
    def rows(self) -> Rows:
        """The priced value of every candidate."""
        if not self.prices:
            return [stage.values for stage in self.problem.stages]
        known: dict[int, list[int]] = {}
        for stage in self.problem.stages:
            if id(stage) not in known:
                known[id(stage)] = _priced(stage, self.prices)
        return [known[id(stage)] for stage in self.problem.stages]

    @cached_property
    def totals(self) -> Rows:
        """The best priced total up to every candidate, itself included."""
        return forward(self.rows, self.problem.links)

    @cached_property
    def rest(self) -> Rows:
        """The best priced total from every candidate on, itself included."""
        return backward(self.rows, self.problem.links)

    @cached_property
    def top(self) -> int:
        """What the best way gains at these prices."""
        return max(self.totals[-1]) + self.refund

    @property
    def bound(self) -> int:
        """No way within the limits is worth more."""
        return self.top - self.top % GRAIN

    @cached_property
    def places(self) -> list[int]:
        """A best way at these prices."""
        return trace(self.problem, self.rows, self.totals)

    def onward(self, stage: int, before: int, least: int) -> list[tuple[int, int]]:
        """Return where a way may go on, with the best total from there on.

        Args:
            stage: the one to go on to.
            before: the place at the stage before it; below 0 at the first.
            least: a total below that is of no interest.
        """
        rest = self.rest[stage]
        places = self.problem.links[stage - 1].after(before) if stage else range(len(rest))
        return [(rest[place], place) for place in places if rest[place] >= least]

    def above(self, floor: int) -> list[list[int]]:
        """Return the candidates through which a way may lead that is worth more than a floor."""
        least = floor + GRAIN - self.refund
        if least == self.top - self.refund:
            return on_best_ways(self.problem, self.rows, self.totals)
        return [
            [n for n, (x, a, b) in enumerate(zip(row, up, on, strict=True)) if a + b - x >= least]
            for row, up, on in zip(self.rows, self.totals, self.rest, strict=True)
        ]


def _priced(stage: Stage, prices: Mapping[int, int]) -> list[int]:
    found = list(stage.values)
    places = stage.places
    for bearer, price in prices.items():
        burden = stage.burdens[bearer]
        for slot in burden.keys() & places.keys():
            found[places[slot]] -= price * burden[slot]
    return found


@frozen(eq=False)
class Priced:
    """What prices have come to.

    Attributes:
        relaxation: at the prices with the lowest bound.
        value, places: the best way within the limits that was met on the way there.
    """

    relaxation: Relaxation
    value: int | None = None
    places: Sequence[int] | None = None


def at_prices(problem: Problem, prices: Mapping[int, int], limits: Limits) -> Relaxation:
    """Return a problem at prices, as far as there are limits to them."""
    paid = {bearer: price for bearer, price in prices.items() if price and bearer in limits}
    refund = sum([limits[bearer] * price for bearer, price in paid.items()])
    return Relaxation(problem, paid, refund)


def priced(start: Relaxation, loads: Loads, floor: int, rounds: int) -> Priced:
    """Return prices that bound the ways within limits better.

    Args:
        start: the problem at the prices to begin with; ways lead through it.
        loads: with one limit or more.
        floor: a way is of interest only if it is worth more.
        rounds: how often the prices are moved.
    """
    found = Priced(start)
    now = start
    prices = {bearer: start.prices.get(bearer, 0) for bearer in loads.limits}
    while True:
        if now.top < found.relaxation.top:
            found = evolve(found, relaxation=now)
        excess = loads.excess(loads.of(now.places))
        if max(excess) <= 0:
            found = _with_way(found, now)
        goal = floor if found.value is None else max(floor, found.value)
        slopes = [
            over if price else max(over, 0)
            for over, price in zip(excess, prices.values(), strict=True)
        ]
        if found.relaxation.bound <= goal or not rounds or not any(slopes):
            return found
        top = found.relaxation.top
        prices = _moved(prices, slopes, now.top - max(goal, top - _reach(top)))
        now = at_prices(start.problem, prices, loads.limits)
        rounds -= 1


def _with_way(found: Priced, now: Relaxation) -> Priced:
    chosen = zip(now.problem.stages, now.places, strict=True)
    value = sum([stage.values[place] for stage, place in chosen])
    if found.value is not None and value <= found.value:
        return found
    return evolve(found, value=value, places=now.places)


def _reach(top: int) -> int:
    """Return by how much a bound may be hoped to come down while no way is known."""
    return max(4 * GRAIN, abs(top) >> 6)


def _moved(prices: Mapping[int, int], slopes: Sequence[int], stride: int) -> dict[int, int]:
    length = sum([slope * slope for slope in slopes])
    moved = zip(prices.items(), slopes, strict=True)
    return {bearer: max(0, price + stride * slope // length) for (bearer, price), slope in moved}
