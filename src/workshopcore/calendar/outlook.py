"""The year, day by day: what could be held when, and who or what rules out the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property, partial

from attrs import evolve, field, frozen

from workshopcore.calendar.case import Case
from workshopcore.calendar.demands import Demand
from workshopcore.calendar.search.passes import is_reached
from workshopcore.calendar.search.prices import Relaxation
from workshopcore.calendar.sentences import cannot_come, others_in_the_way, too_few
from workshopcore.calendar.words import Saying

__all__ = ["DayOutlook", "Outlook", "Rejection"]


@frozen
class Rejection:
    """Who or what rules out a day.

    Attributes:
        say: says it.
        workshops: for which workshops.
        people: those who would have to be free for it.
    """

    say: Saying = field(repr=False, eq=lambda say: say())
    workshops: tuple[str, ...]
    people: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What it says, in the language that is spoken."""
        return self.say()

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
            yield Rejection(others_in_the_way, name)
            return
        for demand in self.case.demands:
            mask = demand.masks.get(stage, 0)
            if any(mask >> slot & 1 for slot in slots):
                say, people = self._said(demand, stage, slots)
                yield Rejection(say, name, people)

    def _said(
        self, demand: Demand, stage: int, slots: Sequence[int]
    ) -> tuple[Saying, tuple[str, ...]]:
        """Return what says why slots are ruled out, and who could change that."""
        constraint, question = demand.constraint, self.case.question
        if constraint.kind == "required":
            who = question.named(constraint.people[0])
            return partial(cannot_come, who), constraint.people
        if constraint.kind != "quorum":
            return constraint.say, ()
        turnout = self.case.turnouts[stage]
        slot = max(slots, key=turnout.coming.__getitem__)
        away = tuple(turnout.absent(slot))
        names = tuple(map(question.named, away))
        coming, invited = turnout.coming[slot], turnout.invited_people[slot]
        return partial(too_few, coming, invited, names, demand.bound), away


def _merged(rejections: Sequence[Rejection]) -> tuple[Rejection, ...]:
    """Say the same of several workshops once."""
    found: dict[tuple[str, tuple[str, ...]], list[Rejection]] = {}
    for each in rejections:
        found.setdefault((each.text, each.people), []).append(each)
    return tuple(
        evolve(same[0], workshops=tuple(name for each in same for name in each.workshops))
        for same in found.values()
    )
