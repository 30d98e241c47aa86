"""A question made ready: its slots, turnouts and demands, and the problem that they add up to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import TypeAlias

from attrs import frozen

from workshopcore.calendar.asking import demands_of
from workshopcore.calendar.demands import Demand
from workshopcore.calendar.masks import at, every, numbers_of
from workshopcore.calendar.rules import Hours
from workshopcore.calendar.search.burdens import Limits
from workshopcore.calendar.search.stages import GRAIN, Problem, Spacing, Stage
from workshopcore.calendar.slots import Slots
from workshopcore.calendar.told import MISSED
from workshopcore.calendar.turnout import Turnout
from workshopcore.calendar.wanted import Question, Wanted

__all__ = ["Case", "Worth", "stays"]

_MORE, _MOST = 366, 3660
_EARLIEST, _LATEST = date(1, 2, 1), date(9998, 12, 1)

Worth: TypeAlias = Callable[[Turnout, int | None], Sequence[int]]
"""What every slot is worth, given the one that is agreed, as a mask, if any."""


@frozen(eq=False, slots=False)
class Case:
    """A question made ready for the search.

    Attributes:
        question: what is asked.
        wide: whether it looks beyond the first and the last day, and moves what is held: to
            find out what stands in the way.
    """

    question: Question
    wide: bool = False

    @cached_property
    def turnouts(self) -> tuple[Turnout, ...]:
        """For each workshop its slots, and who could come; equal ones are worked out once."""
        known: dict[object, Turnout] = {}
        found = []
        for wanted in self.question.workshops:
            alone = wanted.id if wanted.held or wanted.recorded else ""
            key = (wanted.hours, wanted.days, wanted.time_zone, wanted.wish.invited, alone)
            if key not in known:
                slots = self._slots(wanted)
                recorded = _recorded(wanted, slots)
                known[key] = Turnout(self.question, slots, wanted.wish.invited, recorded)
            found.append(known[key])
        return tuple(found)

    def _slots(self, wanted: Wanted) -> Slots:
        """Return where a workshop may be; one that is held, in its one place, unless wide."""
        first, last = self.question.first, self.question.last
        hours, days = wanted.hours, wanted.days
        if wanted.held is not None:
            start, end = wanted.held
            hours = (Hours(start.time(), end.time()),)
            days = (end.date() - start.date()).days + 1
            if not self.wide:
                return Slots(start.date(), 1, hours, days, wanted.time_zone)
        if self.wide:
            first, last = self._around
        return Slots(first, (last - first).days + 1, hours, days, wanted.time_zone)

    @cached_property
    def _around(self) -> tuple[date, date]:
        """How far it looks when it is wide: as far as the spacing could need, in ten years."""
        question = self.question
        held = [wanted.held[0].date() for wanted in question.workshops if wanted.held is not None]
        gaps = (question.apart(n).least for n in range(1, len(question.workshops)))
        room = _MORE + sum(gaps) + sum(wanted.days for wanted in question.workshops)
        room = min(room, _MOST)
        first, last = min([question.first, *held]), max([question.last, *held])
        return _shifted(first, -room), _shifted(last, room)

    @cached_property
    def demands(self) -> tuple[Demand, ...]:
        """Everything that is demanded, the least negotiable first."""
        return demands_of(self.question, self.turnouts)

    @cached_property
    def sharers(self) -> range:
        """The people, as bearers of what they miss."""
        return range(len(self.question.people))

    def limits(self, demands: Iterable[Demand] | None = None) -> Limits:
        """Return how many halves anybody may miss; without demands, by all of them."""
        for demand in self.demands if demands is None else demands:
            if demand.constraint.kind == "misses":
                return dict.fromkeys(self.sharers, demand.bound)
        return {}

    def allowed(self, demands: Iterable[Demand] | None = None) -> list[int]:
        """Return the slots of each stage that no demand rules out, as masks."""
        ruled_out = [0] * len(self.turnouts)
        for demand in self.demands if demands is None else demands:
            for stage, mask in demand.masks.items():
                ruled_out[stage] |= mask
        pairs = zip(self.turnouts, ruled_out, strict=True)
        return [every(turnout.slots) & ~mask for turnout, mask in pairs]

    def problem(self, worth: Worth, demands: Sequence[Demand] | None = None) -> Problem:
        """Return what is to be searched.

        Args:
            worth: what the slots of a workshop are worth.
            demands: what is demanded; left out, everything.
        """
        known: dict[object, Stage] = {}
        stages = []
        workshops = zip(self.question.workshops, self.turnouts, self.allowed(demands), strict=True)
        for wanted, turnout, allowed in workshops:
            agreed = None if wanted.agreed is None else at(wanted.agreed, turnout.slots)
            key = (id(turnout), allowed, agreed)
            if key not in known:
                known[key] = _stage(turnout, numbers_of(allowed), worth(turnout, agreed))
            stages.append(known[key])
        return Problem(tuple(stages), self._spacing(demands), len(self.question.people))

    def _spacing(self, demands: Iterable[Demand] | None) -> tuple[Spacing, ...]:
        least: dict[int, int] = {}
        most: dict[int, int] = {}
        for demand in self.demands if demands is None else demands:
            bounds = least if demand.constraint.kind == "shortest-gap" else most
            bounds |= dict.fromkeys(demand.gaps, demand.bound)
        neighbours = enumerate(pairwise(self.question.workshops))
        return tuple(
            Spacing(least.get(gap, 0), most.get(gap), *_given(*pair)) for gap, pair in neighbours
        )

    def attendance(self, turnout: Turnout, agreed: int | None) -> Sequence[int]:
        """Return what slots are worth: attendance, after as few moves as possible."""
        if agreed is None:
            return [GRAIN * value for value in turnout.values]
        moved = GRAIN * self.move
        return [
            GRAIN * value - (0 if agreed >> slot & 1 else moved)
            for slot, value in enumerate(turnout.values)
        ]

    @cached_property
    def move(self) -> int:
        """What a move counts: more than all attendance."""
        return 1 + sum(2 * max(turnout.invited_weight, default=0) for turnout in self.turnouts)


def stays(turnout: Turnout, agreed: int | None) -> Sequence[int]:
    """Return what slots are worth, if nothing counts but as few moves as possible."""
    slots = range(len(turnout.slots))
    return [0 if agreed is None or agreed >> slot & 1 else -GRAIN for slot in slots]


def _recorded(wanted: Wanted, slots: Slots) -> tuple[int, dict[str, int]] | None:
    there = numbers_of(at(wanted.held or wanted.agreed, slots))
    if not there or not wanted.recorded:
        return None
    return there[0], {who: MISSED[answer] for who, answer in wanted.recorded.items()}


def _stage(turnout: Turnout, slots: Sequence[int], values: Sequence[int]) -> Stage:
    lists = (turnout.slots.day_numbers, turnout.slots.starts, turnout.slots.ends, values)
    days, starts, ends, worth = ([each[slot] for slot in slots] for each in lists)
    return Stage(slots, days, starts, ends, worth, turnout.burdens)


def _given(before: Wanted, after: Wanted) -> tuple[bool, bool]:
    """Return whether both times are given, and whether they overlap or are out of order."""
    if before.held is None or after.held is None:
        return False, False
    return True, after.held[0] < before.held[1]


def _shifted(day: date, days: int) -> date:
    number = min(max(day.toordinal() + days, _EARLIEST.toordinal()), _LATEST.toordinal())
    return date.fromordinal(number)
