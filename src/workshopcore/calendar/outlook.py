"""The year, day by day: what could be held when, and who or what rules out the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property

from attrs import frozen

from workshopcore.calendar.case import Case
from workshopcore.calendar.demands import Demand
from workshopcore.calendar.search.passes import is_reached
from workshopcore.calendar.search.prices import Relaxation
from workshopcore.calendar.words import listed

__all__ = ["DayOutlook", "Outlook", "Rejection"]


@frozen
class Rejection:
    """Who or what rules out a day.

    Attributes:
        text: in words.
        workshops: for which workshops.
        people: those who would have to be free for it.
    """

    text: str
    workshops: tuple[str, ...]
    people: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.text


@frozen
class DayOutlook:
    """What a day is good for.

    Attributes:
        day: the day.
        workshops: those that could start on it, with dates for all the others.
        attendance: the weight of those who could come, at the best hour; ``None`` where no
            workshop could start.
        rejections: who or what rules out the other workshops.
    """

    day: date
    workshops: tuple[str, ...]
    attendance: Fraction | None
    rejections: tuple[Rejection, ...]


@frozen(eq=False)
class Outlook:
    """The days of a case, seen from outside the search.

    ``nobody_misses_more_than`` is about all dates together: no day is ruled out by it.
    """

    case: Case

    @cached_property
    def days(self) -> tuple[DayOutlook, ...]:
        """Every day between the first and the last."""
        question = self.case.question
        count = (question.last - question.first).days + 1
        return tuple(self.on(question.first + timedelta(days=n)) for n in range(count))

    def on(self, day: date) -> DayOutlook:
        """Return what a day is good for."""
        possible, best, found = [], [], []
        for stage, wanted in enumerate(self.case.question.workshops):
            if wanted.held is not None:
                continue
            slots = self._slots(stage, day)
            fitting = [slot for slot in slots if slot in self._fitting[stage]]
            if fitting:
                possible.append(wanted.id)
                best += [self.case.turnouts[stage].values[slot] for slot in fitting]
            else:
                found += list(self._rejections(stage, slots))
        attendance = Fraction(max(best), 2 * self.case.question.scale) if best else None
        return DayOutlook(day, tuple(possible), attendance, _merged(found))

    def _slots(self, stage: int, day: date) -> range:
        number = day.toordinal()
        return self.case.turnouts[stage].slots.starting(number, number)

    @cached_property
    def _allowed(self) -> list[int]:
        return self.case.allowed()

    @cached_property
    def _fitting(self) -> list[frozenset[int]]:
        """For each stage the slots that leave room for all the other workshops."""
        problem = self.case.problem(self.case.attendance)
        if not all(stage.slots for stage in problem.stages):
            return [frozenset() for _ in problem.stages]
        free = Relaxation(problem, {})
        return [
            frozenset(
                slot
                for slot, up, on in zip(stage.slots, before, after, strict=True)
                if is_reached(up) and is_reached(on)
            )
            for stage, before, after in zip(problem.stages, free.totals, free.rest, strict=True)
        ]

    def _rejections(self, stage: int, slots: Sequence[int]) -> Iterator[Rejection]:
        name = (self.case.question.workshops[stage].id,)
        if any(self._allowed[stage] >> slot & 1 for slot in slots):
            yield Rejection("The other workshops find no dates around it", name)
            return
        for demand in self.case.demands:
            mask = demand.masks.get(stage, 0)
            if any(mask >> slot & 1 for slot in slots):
                text, people = self._said(demand, stage, slots)
                yield Rejection(text, name, people)

    def _said(
        self, demand: Demand, stage: int, slots: Sequence[int]
    ) -> tuple[str, tuple[str, ...]]:
        """Return in words what rules out slots, and who could change that."""
        constraint, question = demand.constraint, self.case.question
        if constraint.kind == "required":
            return f"{question.named(constraint.people[0])} cannot come", constraint.people
        if constraint.kind != "quorum":
            return constraint.text, ()
        turnout = self.case.turnouts[stage]
        slot = max(slots, key=turnout.coming.__getitem__)
        away = tuple(turnout.absent(slot))
        coming = f"{turnout.coming[slot]} of {turnout.invited_people[slot]} can come"
        without = f" (not {listed(map(question.named, away), 'or')})" if away else ""
        return f"{coming}{without}, and {demand.bound} are needed", away


def _merged(rejections: Sequence[Rejection]) -> tuple[Rejection, ...]:
    """Say the same of several workshops once."""
    found: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for each in rejections:
        found.setdefault((each.text, each.people), []).extend(each.workshops)
    return tuple(
        Rejection(text, tuple(workshops), people) for (text, people), workshops in found.items()
    )
