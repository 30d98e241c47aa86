"""Other good dates: the best that really differ from all that were named before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from workshopcore.calendar.case import Case
from workshopcore.calendar.ready import Ready
from workshopcore.calendar.search.effort import Effort
from workshopcore.calendar.search.stages import Problem, Stage, Way

__all__ = ["other_ways", "usual_difference"]

_WEEK = 7


def usual_difference(case: Case) -> int:
    """Return in how many workshops dates are to differ: a third of those whose date is open."""
    return max(1, -(-_open(case) // 3))


def _open(case: Case) -> int:
    return sum(1 for wanted in case.question.workshops if wanted.held is None)


def other_ways(case: Case, best: Way, differ_in: int, steps: int) -> Iterator[Way]:
    """Yield the next best ways, one after another.

    Each is the best of all that lie, for so many workshops at least, in another week (Monday
    to Sunday) than each of the ways before it.

    Args:
        case: what is asked.
        best: the way that was chosen.
        differ_in: for how many workshops.
        steps: how much searching each may take.
    """
    named = [best]
    while differ_in <= _open(case):
        found = _unlike(case, named, _open(case) - differ_in).settled(Effort(steps))
        if found.way is None:
            return
        yield found.way
        named.append(found.way)


def _unlike(case: Case, named: Sequence[Way], most: int) -> Ready:
    """Return what is searched, with a bearer for each way that carries what is in its weeks."""
    ready = Ready.of(case)
    weeks = [_weeks(case, way) for way in named]
    people = len(ready.sharers)
    limits = {**ready.limits, **{people + n: most for n in range(len(named))}}
    first = ready.first and _with_bearers(ready.first, weeks)
    return evolve(ready, problem=_with_bearers(ready.problem, weeks), limits=limits, first=first)


def _weeks(case: Case, way: Way) -> list[int | None]:
    """Return the week of each workshop whose date is open; the first day of all is a Monday."""
    return [
        None if wanted.held is not None else _week(turnout.slots.day_numbers[slot])
        for wanted, turnout, slot in zip(case.question.workshops, case.turnouts, way, strict=True)
    ]


def _week(day: int) -> int:
    return (day - 1) // _WEEK


def _with_bearers(problem: Problem, weeks: Sequence[Sequence[int | None]]) -> Problem:
    stages = []
    for number, stage in enumerate(problem.stages):
        same = [_in_week(stage, of_way[number]) for of_way in weeks]
        stages.append(evolve(stage, burdens=(*stage.burdens, *same)))
    return evolve(problem, stages=tuple(stages), bearers=problem.bearers + len(weeks))


def _in_week(stage: Stage, week: int | None) -> Mapping[int, int]:
    pairs = zip(stage.slots, stage.days, strict=True)
    return {slot: 1 for slot, day in pairs if _week(day) == week}
