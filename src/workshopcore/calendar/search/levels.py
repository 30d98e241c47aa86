"""One aim after another: what comes later decides only between what is equal so far."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias

from attrs import evolve, frozen

from workshopcore.calendar.search.best import ANY, Best, best_way
from workshopcore.calendar.search.burdens import Limits
from workshopcore.calendar.search.effort import Effort
from workshopcore.calendar.search.evenness import evenest
from workshopcore.calendar.search.few import FEW, few_ways, fittest
from workshopcore.calendar.search.prices import Relaxation, at_prices
from workshopcore.calendar.search.stages import GRAIN, Problem, Way

__all__ = ["Aim", "Level", "Settled", "settle"]

Aim: TypeAlias = Literal["first", "value", "most-carried", "shortest-gap", "longest-gap"]


@frozen
class Level:
    """How far an aim was reached, and how far it could be at best.

    Attributes:
        aim: what goes before fairness, and the value (more is better); what the one carries
            who carries most (less is better); the shortest gap in days (more is better), and
            the longest (less is better).
        reached: what was reached.
        bound: nothing better than this is possible, given the aims before.
    """

    aim: Aim
    reached: int
    bound: int


@frozen(eq=False)
class Settled:
    """The way that was chosen, and how far it is known to be the best.

    Attributes:
        way: the slot of each stage; ``None`` where there is none, or none was found.
        levels: the aims in order.
        complete: whether, without a way, there is known to be none.
        even: whether it is certain that no way that is as good by these aims is more even, or
            as even and earlier.
    """

    way: Way | None
    levels: tuple[Level, ...] = ()
    complete: bool = True
    even: bool = True


def settle(
    problem: Problem,
    limits: Limits,
    sharers: Sequence[int],
    effort: Effort,
    *,
    first: Problem | None = None,
    few: int = FEW,
) -> Settled:
    """Return the way that is best by one aim after another.

    The value comes first; then whoever carries most is to carry as little as possible; then the
    shortest gap is to be as long, and the longest as short as possible; then the gaps are to be as
    even as possible; then the earlier way.

    Args:
        problem: the stages.
        limits: what bearers may carry at most.
        sharers: the bearers among whom the one who carries most is looked at.
        effort: how much searching may be done.
        first: the same stages with what little goes before fairness as their values. Fairness
            then comes before the value.
        few: up to how many ways each of them is looked at.
    """
    if not problem.stages:
        return Settled(())
    aim: Aim = "value" if first is None else "first"
    start = _valued(first or problem, limits, effort, aim)
    if isinstance(start, Settled):
        return start
    course = start
    if first is not None:
        course = _fair(start, sharers)
        again = _valued(problem, course.limits, effort, "value")
        if isinstance(again, Settled):
            # There is a way, that of fairness, but no effort left to find a better one.
            return _cut_short(course, problem)
        course = evolve(again, levels=(*course.levels, *again.levels))
    ways = few_ways(course.problem, few)
    if ways is not None:
        return _among(course, ways, sharers, fair=first is None)
    return _evenest(_even(_fair(course, sharers) if first is None else course), few)


def _cut_short(course: _Course, problem: Problem) -> Settled:
    stages = zip(problem.stages, course.way, strict=True)
    value = sum([stage.values[stage.places[slot]] for stage, slot in stages])
    level = Level("value", value, Relaxation(problem, {}).bound)
    return Settled(course.way, (*course.levels, level), even=False)


def _among(
    course: _Course, ways: Sequence[Sequence[int]], sharers: Sequence[int], *, fair: bool
) -> Settled:
    """Settle everything at once, where there are only a few ways."""
    look = fittest(course.problem, ways, course.limits, course.floor, sharers)
    levels = [Level("most-carried", look.most, look.most)] if fair else []
    if len(course.free) > 1:
        levels.append(Level("shortest-gap", -look.shortage, -look.shortage))
        levels.append(Level("longest-gap", look.longest, look.longest))
    return Settled(look.way, (*course.levels, *levels))


def _evenest(course: _Course, few: int) -> Settled:
    """Settle what is left to be settled: how even the other gaps are."""
    priced = at_prices(course.problem, course.prices, course.limits)
    less = course.problem.only(priced.above(course.floor))
    ways = few_ways(less, few)
    if ways is not None:
        look = fittest(less, ways, course.limits, course.floor, ())
        return Settled(look.way, course.levels)
    found = evenest(less, course.limits, course.floor, course.effort)
    return Settled(found.way or course.way, course.levels, even=found.certain)


@frozen(eq=False)
class _Course:
    """Where the settling stands: a way, and what any other one has to keep to."""

    problem: Problem
    limits: Limits
    way: Way
    floor: int
    effort: Effort
    prices: Mapping[int, int]
    levels: tuple[Level, ...] = ()

    @property
    def free(self) -> list[int]:
        """The gaps that can be evened out."""
        return [n for n, spacing in enumerate(self.problem.spacing) if not spacing.given]

    def other(self, problem: Problem, limits: Limits) -> Best:
        """Look for a way that is worth as much in a narrower problem, or within other limits."""
        return best_way(problem, limits, self.floor, self.effort, self.prices)


def _valued(problem: Problem, limits: Limits, effort: Effort, aim: Aim) -> _Course | Settled:
    """Settle the value: what cannot be part of a way that is worth as much is dropped."""
    best = best_way(problem, limits, ANY, effort)
    if best.way is None:
        return Settled(None, complete=best.proven)
    floor, relaxation = best.value - GRAIN, best.relaxation
    tight = relaxation.problem.only(relaxation.above(floor))
    level = Level(aim, best.value, best.bound)
    return _Course(tight, limits, best.way, floor, effort, relaxation.prices, (level,))


def _fair(course: _Course, sharers: Sequence[int]) -> _Course:
    """Settle what the one carries who carries most."""
    way, bound = course.way, 0
    most = _most(course.problem, way, sharers)
    while most > bound:
        less = _limited(course.limits, sharers, most - 1)
        found = course.other(course.problem, less)
        if found.way is None:
            bound = most if found.proven else bound
            break
        way = found.way
        most = _most(course.problem, way, sharers)
    level = Level("most-carried", most, bound)
    limits = _limited(course.limits, sharers, most)
    return evolve(course, way=way, limits=limits, levels=(*course.levels, level))


def _limited(limits: Limits, sharers: Sequence[int], most: int) -> Limits:
    return {**limits, **{bearer: min(most, limits.get(bearer, most)) for bearer in sharers}}


def _most(problem: Problem, way: Way, sharers: Sequence[int]) -> int:
    carried = [(stage.burdens, slot) for stage, slot in zip(problem.stages, way, strict=True)]
    return max((sum([b[who].get(slot, 0) for b, slot in carried]) for who in sharers), default=0)


def _even(course: _Course) -> _Course:
    """Settle the shortest gap, and then the longest, where there are gaps to be evened out."""
    free = course.free
    if len(free) < 2:
        return course
    course, shortest = _stretched(course, free)
    return _pressed(course, free, shortest)


def _stretched(course: _Course, free: Sequence[int]) -> tuple[_Course, int]:
    way, reached = course.way, min(_gaps(course.problem, course.way, free))
    limit = bound = _widest(course.problem, free)
    while reached < limit:
        middle = (reached + limit + 1) // 2
        found = course.other(course.problem.narrowed(middle, None), course.limits)
        if found.way is None:
            limit, bound = middle - 1, middle - 1 if found.proven else bound
        else:
            way = found.way
            reached = min(_gaps(course.problem, way, free))
    level = Level("shortest-gap", reached, max(bound, reached))
    narrower = course.problem.narrowed(reached, None)
    return evolve(course, problem=narrower, way=way, levels=(*course.levels, level)), reached


def _pressed(course: _Course, free: Sequence[int], shortest: int) -> _Course:
    way, reached = course.way, max(_gaps(course.problem, course.way, free))
    limit = bound = shortest
    while reached > limit:
        middle = (reached + limit) // 2
        found = course.other(course.problem.narrowed(0, middle), course.limits)
        if found.way is None:
            limit, bound = middle + 1, middle + 1 if found.proven else bound
        else:
            way = found.way
            reached = max(_gaps(course.problem, way, free))
    level = Level("longest-gap", reached, min(bound, reached))
    narrower = course.problem.narrowed(0, reached)
    return evolve(course, problem=narrower, way=way, levels=(*course.levels, level))


def _gaps(problem: Problem, way: Way, free: Sequence[int]) -> list[int]:
    days = [
        stage.days[bisect_left(stage.slots, slot)]
        for stage, slot in zip(problem.stages, way, strict=True)
    ]
    return [days[n + 1] - days[n] for n in free]


def _widest(problem: Problem, free: Sequence[int]) -> int:
    """Return a bound on the shortest gap: so much room there is for all of them together."""
    stages = problem.stages
    if len(free) == len(problem.spacing):
        return (stages[-1].days[-1] - stages[0].days[0]) // len(free)
    return min(stages[n + 1].days[-1] - stages[n].days[0] for n in free)
