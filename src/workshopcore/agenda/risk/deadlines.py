"""How late each step may be reached for the whole still to end in time.

What comes after a step is left to chance, and so is its deadline. Going backwards through the
day once gives all of them; how likely the day is to hold after any change to one step then
needs that step alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from workshopcore.agenda.risk.course import (
    Abreast,
    Course,
    Pause,
    Run,
    Step,
    Steps,
    is_free,
)
from workshopcore.agenda.risk.distribution import Distribution

__all__ = ["deadlines", "met"]

NEVER = -1
"""A deadline that is missed in any case: no moment lies before the start of the whole."""


def deadlines(
    course: Course, steps: Steps, reached: Sequence[Distribution], limit: int
) -> list[Distribution]:
    """Return the deadline of every step, and last that of the end itself.

    Args:
        course: what took the moment through the steps.
        steps: all steps of the whole.
        reached: when each step is reached, and last the end.
        limit: when the whole is to end.
    """
    found = [Distribution.certain(limit)]
    for step, moments in zip(reversed(steps), reversed(reached[:-1]), strict=True):
        earlier = _before(course, step, moments, found[-1])
        # Beyond the moments that are possible it makes no difference how far: a session that
        # keeps to its plan keeps to its range too, so that it ends between those moments.
        found.append(_within(earlier, moments.first - 1, moments.last).reduced())
    return found[::-1]


def met(reached: Distribution, deadline: Distribution) -> Fraction:
    """Return the probability that a moment comes no later than an independent deadline."""
    weight = sum(
        weight * (deadline.total - deadline.weight_up_to(moment - 1))
        for moment, weight in reached.weighted()
    )
    return Fraction(weight, reached.total * deadline.total)


def _before(
    course: Course, step: Step, reached: Distribution, deadline: Distribution
) -> Distribution:
    """Return the deadline of a step, from that of the next one."""
    if isinstance(step, Abreast):
        return _before_tracks(course, step, reached, deadline)
    if isinstance(step, Run):
        earlier = deadline.plus(step.takes.negative())
    else:
        earlier = Distribution.gathered((_latest(step, end), w) for end, w in deadline.weighted())
    return earlier if step.earliest is None else _opened(earlier, step.earliest)


def _latest(pause: Pause, end: int) -> int:
    """Return the latest start of a pause that ends by a moment."""
    if end >= pause.start + pause.minutes:
        return end - pause.shortest
    return end - max(pause.shortest, pause.minutes)


def _opened(deadline: Distribution, earliest: int) -> Distribution:
    """Return the deadline of a lock: missed in any case where it opens too late."""
    return Distribution.gathered(
        (moment if moment >= earliest else NEVER, weight) for moment, weight in deadline.weighted()
    )


def _before_tracks(
    course: Course, step: Abreast, reached: Distribution, deadline: Distribution
) -> Distribution:
    if is_free(step):
        return deadline.plus(course.latest(step, 0).negative())
    moments = range(reached.first, reached.last + 1)
    ends = [course.latest(step, start) for start in moments]
    # The weight of meeting the deadline from each start: it falls as the start gets later.
    holds = [
        sum(weight * end.weight_up_to(limit) for limit, weight in deadline.weighted())
        for end in ends
    ]
    falls = [ends[0].total * deadline.total, *holds, 0]
    return Distribution(reached.first - 1, [more - less for more, less in pairwise(falls)])


def _within(deadline: Distribution, first: int, last: int) -> Distribution:
    return Distribution.gathered(
        (min(max(moment, first), last), weight) for moment, weight in deadline.weighted()
    )
