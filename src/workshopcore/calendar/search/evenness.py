"""The most even of several ways, and of equally even ones the earliest.

The gaps g of a way are the more even the less n Σ g² − (Σ g)² is, which is their variance times
n². Between a given first and a given last day the sum of the gaps is given too, and what is left
to be as small as possible is Σ g²: a sum over pairs of neighbours, for a dynamic programme.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from attrs import evolve, field, frozen

from workshopcore.calendar.search.best import way_of
from workshopcore.calendar.search.branching import branch
from workshopcore.calendar.search.burdens import Limits, Loads
from workshopcore.calendar.search.effort import Effort
from workshopcore.calendar.search.passes import Rows
from workshopcore.calendar.search.prices import Relaxation
from workshopcore.calendar.search.stages import GRAIN, Problem, Way

__all__ = ["Evenest", "evenest"]

_PAIRS_A_STEP = 10
"""How many pairs of neighbours are looked at in the time of one step of a search."""


class Evenest(NamedTuple):
    """The way that was chosen, and whether it is certain that none is more even, or earlier."""

    way: Way | None
    certain: bool


def evenest(problem: Problem, limits: Limits, floor: int, effort: Effort) -> Evenest:
    """Return the most even of the ways within limits that are worth more than a floor.

    Args:
        problem: those of its ways that are worth more are all worth the same.
        limits: what bearers may carry at most.
        floor: what a way must exceed.
        effort: how much searching may be done.
    """
    less = problem.only(Relaxation(problem, {}).above(floor))
    if len(less.stages) == 1 or not _is_small(less, effort):
        found = branch(Relaxation(less, {}), Loads(less, limits), floor, effort, any_way=True)
        way = None if found.places is None else way_of(less, found.places)
        return Evenest(way, found.complete and len(less.stages) == 1)
    return _evenest(less, limits, floor, effort)


def _is_small(problem: Problem, effort: Effort) -> bool:
    pairs = sum(len(link.after(n)) for link in problem.links for n in link.queue)
    return pairs * len(problem.stages[0].slots) <= _PAIRS_A_STEP * effort.left


def _evenest(problem: Problem, limits: Limits, floor: int, effort: Effort) -> Evenest:
    whole = _Evened.of(problem)
    best: tuple[int, Way] | None = None
    for first in range(len(whole.rows[0])):
        # A way that begins earlier is taken before one that is as even.
        most = None if best is None else best[0] - 1
        for least, last in _lasts(whole, first, floor):
            if most is not None and least > most:
                break
            reached = _earliest(whole.between(first, last), limits, floor, most, effort)
            if reached is not None:
                most = reached[0]
                best = reached if best is None else min(best, reached)
        if effort.spent or (best is not None and best[0] == 0):
            break
    return Evenest(None if best is None else best[1], not effort.spent)


def _earliest(
    part: _Evened, limits: Limits, floor: int, most: int | None, effort: Effort
) -> tuple[int, Way] | None:
    """Return how uneven the most even ways of a part are, and the earliest of them."""
    loads = Loads(part.problem, limits)
    found = branch(part, loads, part.floor(floor, most), effort)
    if found.places is None:
        return None
    earliest = branch(part, loads, found.value - GRAIN, effort, any_way=True)
    way = way_of(part.problem, earliest.places or found.places)
    return part.unevenness(found.value, 0, 0), way


def _lasts(whole: _Evened, first: int, floor: int) -> list[tuple[int, int]]:
    """Return how uneven ways from a place are at least, and their last place, from the best on."""
    totals = {first: whole.rows[0][first]}
    for stage in range(1, len(whole.rows)):
        totals = whole.onward_from(stage, totals)
    return sorted(
        (whole.unevenness(total, first, last), last)
        for last, total in totals.items()
        if whole.value(total) > floor
    )


@frozen(eq=False, slots=False)
class _Evened(Relaxation):
    """A problem in which a value comes first, and then that the sum of squared gaps is small.

    Attributes:
        unit: what a value counts, in ``GRAIN`` of a squared day: more than all squares.
    """

    unit: int = field(default=1, kw_only=True)

    @classmethod
    def of(cls, problem: Problem) -> _Evened:
        stages = problem.stages
        widest = max(each.days[-1] for each in stages) - min(each.days[0] for each in stages)
        unit = len(stages) * widest**2 + 1
        valued = [evolve(each, values=[unit * value for value in each.values]) for each in stages]
        return cls(evolve(problem, stages=tuple(valued)), {}, unit=unit)

    def between(self, first: int, last: int) -> _Evened:
        """Return the part of it between a first and a last place."""
        inner = [range(len(stage.slots)) for stage in self.problem.stages[1:-1]]
        return evolve(self, problem=self.problem.only([[first], *inner, [last]]))

    def value(self, total: int) -> int:
        """Return the value in a total."""
        return -(-total // (self.unit * GRAIN)) * GRAIN

    def unevenness(self, total: int, first: int, last: int) -> int:
        """Return how uneven the gaps of a total are, between a first and a last place."""
        squares = (self.value(total) * self.unit - total) // GRAIN
        return (len(self.rows) - 1) * squares - self._span(first, last) ** 2

    def floor(self, floor: int, most: int | None) -> int:
        """Return the total that one must exceed that is worth more and no more uneven.

        Args:
            floor: the value to exceed.
            most: the unevenness not to exceed, in a part with one first and one last place.
        """
        if most is None:
            return floor * self.unit
        squares = (most + self._span(0, 0) ** 2) // (len(self.rows) - 1)
        return (floor + GRAIN) * self.unit - GRAIN * (squares + 1)

    def _span(self, first: int, last: int) -> int:
        return self.problem.stages[-1].days[last] - self.problem.stages[0].days[first]

    def onward_from(self, stage: int, totals: Mapping[int, int]) -> dict[int, int]:
        """Return the best totals up to the places of a stage, from those of the stage before."""
        found: dict[int, int] = {}
        row = self.rows[stage]
        for before, total in totals.items():
            for place, square in self._squares(stage, before):
                further = total + row[place] - square
                if further > found.get(place, further - 1):
                    found[place] = further
        return found

    def _squares(self, stage: int, before: int) -> list[tuple[int, int]]:
        """Return the places that may follow another, with what the gap costs."""
        day, days = self.problem.stages[stage - 1].days[before], self.problem.stages[stage].days
        places = self.problem.links[stage - 1].after(before)
        return [(place, GRAIN * (days[place] - day) ** 2) for place in places]

    @cached_property
    def rest(self) -> Rows:
        """The best total from every candidate on, the gaps after it included."""
        sizes = sum(max(map(abs, row)) for row in self.rows)
        nothing = -2 * (sizes + GRAIN * self.unit) * (len(self.rows) + 1)
        rows: list[Sequence[int]] = [self.rows[-1]]
        for stage in range(len(self.rows) - 1, 0, -1):
            after = rows[-1]
            found = []
            for before, value in enumerate(self.rows[stage - 1]):
                squares = self._squares(stage, before)
                ahead = max([after[place] - square for place, square in squares], default=nothing)
                found.append(value + ahead)
            rows.append(found)
        return rows[::-1]

    def onward(self, stage: int, before: int, least: int) -> list[tuple[int, int]]:
        """Return where a way may go on, with the best total from there on, the gap included."""
        if stage == 0:
            return super().onward(stage, before, least)
        rest = self.rest[stage]
        ahead = [(rest[place] - square, place) for place, square in self._squares(stage, before)]
        return [each for each in ahead if each[0] >= least]
