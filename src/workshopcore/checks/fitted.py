"""Days with their clock times, as far as they can be timed: fitted once for all checks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from attrs import frozen

from workshopcore.agenda import Fit, fit
from workshopcore.agenda.day import Day, Item, day_of
from workshopcore.checks.places import agendas
from workshopcore.contracts.checks import CheckContext
from workshopcore.contracts.formats import FormatPlan
from workshopcore.errors import AgendaError
from workshopcore.model.agenda import Session
from workshopcore.model.workshop import Workshop

__all__ = ["FittedDay", "fitted", "fitted_days", "groups_of"]


@frozen
class FittedDay:
    """A workshop's day with the minutes at which everything starts, and how long it takes."""

    day: Day
    fit: Fit

    @property
    def fits(self) -> bool:
        """Whether every fixed time can be met."""
        return not self.fit.over

    def span(self, path: str) -> tuple[int, int]:
        """Return when an item of the agenda starts and ends, in minutes from the start."""
        number = self.day.numbers[path]
        start = self.fit.starts[number]
        return start, start + self.fit.minutes[number]

    def clock(self, position: int) -> datetime:
        """Return the moment some minutes after the start."""
        return self.day.at(position)

    def minutes(self, path: str) -> int:
        """Return how long an item takes."""
        return self.fit.minutes[self.day.numbers[path]]

    def plan(self, path: str) -> FormatPlan | None:
        """Return how an item runs in the minutes that it has, ``None`` where no format says."""
        number = self.day.numbers[path]
        return self.day.plan(number, self.fit.minutes[number])

    def items(self) -> Iterator[tuple[str, Item]]:
        """Yield every item with its path within the workshop, tracks included, in order."""
        return ((item.path, item) for item in self.day.items)


def fitted(context: CheckContext, workshop: Workshop) -> FittedDay | None:
    """Return a workshop's day as it is timed, ``None`` where a length is not known."""
    return context.once(("fitted day", workshop.id), lambda: _fitted(context, workshop))


def _fitted(context: CheckContext, workshop: Workshop) -> FittedDay | None:
    try:
        day = day_of(context.programme, workshop, context.formats)
    except AgendaError:
        return None
    return FittedDay(day, fit(day.line, day.minutes, grid=day.grid))


def fitted_days(context: CheckContext) -> Iterator[tuple[str, Workshop, FittedDay]]:
    """Yield the live workshops whose day can be timed and fits, each with its path."""
    for path, workshop in agendas(context.programme):
        found = fitted(context, workshop)
        if found is not None and found.fits:
            yield path, workshop, found


def groups_of(timed: FittedDay, path: str, session: Session) -> int:
    """Return how many groups a session works in, as allocated or as its format has it."""
    allocations = timed.day.workshop.allocations
    allocated = [len(each.groups) for each in allocations if each.session == session.id]
    if allocated:
        return max(allocated)
    plan = timed.plan(path)
    return len(plan.groups.sizes) if plan is not None and plan.groups is not None else 1
