"""Rules about when the workshops are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from workshopcore.checks.places import name_of, workshops
from workshopcore.checks.rule import Found, rule
from workshopcore.checks.timeline import days_of, live_workshops
from workshopcore.checks.wording import called, counted, listed, on_day
from workshopcore.contracts.checks import CheckContext
from workshopcore.errors import InvalidValueError
from workshopcore.model.moments import elapsed
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop

_WEEK = 7


@rule("WC130")
def uneven_spacing(context: CheckContext) -> Iterator[Found]:
    """Find workshops too close for anything to be done in between, or too far to remember."""
    least, most = context.thresholds["least"], context.thresholds["most"]
    paths = {workshop.id: path for path, workshop in workshops(context.programme)}
    for earlier, later in pairwise(live_workshops(context.programme)):
        days = (later.day - earlier.day).days
        if not least * _WEEK <= days <= most * _WEEK:
            between = (
                f"{called(later.title)} is {counted(days, 'day')} after {called(earlier.title)}"
            )
            message = f"{between}; {least} to {most} weeks keep the work alive"
            yield Found(f"{paths[later.id]}.start", message)


@rule("WC131")
def workshop_on_closure(context: CheckContext) -> Iterator[Found]:
    """Find workshops on days when the organisation should not be asked for anything."""
    kinds = context.thresholds["kinds"]
    for path, workshop in workshops(context.programme):
        for closure in context.programme.closures:
            day = next((day for day in days_of(workshop) if closure.covers(day)), None)
            if day is not None and closure.kind in kinds:
                what = f"{called(closure.title)} ({closure.kind.replace('-', ' ')})"
                message = f"{called(workshop.title)} is on {on_day(day)}, during {what}"
                yield Found(f"{path}.start", message)
    if context.thresholds["months"]:
        yield from _in_closed_months(context)


def _in_closed_months(context: CheckContext) -> Iterator[Found]:
    # The calendar is needed for this alone, and few houses ask for it.
    from workshopcore.calendar.accepting import months
    from workshopcore.language.english import MONTHS

    try:
        closed = months(context.thresholds["months"])
    except InvalidValueError as error:
        own = "months" in context.programme.policy.get("WC131", {})
        yield Found("policy.WC131.months" if own else "", f"the policy's months: {error}")
        return
    for path, workshop in workshops(context.programme):
        day = next((day for day in days_of(workshop) if day.month in closed), None)
        if day is not None:
            where = f"{called(workshop.title)} is on {on_day(day)}"
            month = MONTHS[day.month - 1]
            yield Found(f"{path}.start", f"{where}, and the house has no workshops in {month}")


@rule("WC132")
def workshop_at_the_weekend(context: CheckContext) -> Iterator[Found]:
    """Find workshops on days of the week when people are off."""
    for path, workshop in workshops(context.programme):
        day = next(
            (d for d in days_of(workshop) if d.isoweekday() in context.thresholds["weekend"]), None
        )
        if day is not None:
            yield Found(f"{path}.start", f"{called(workshop.title)} is on {on_day(day)}")


@rule("WC133")
def two_workshops_at_once(context: CheckContext) -> Iterator[Found]:
    """Find people who are expected at two workshops at the same time."""
    programme = context.programme
    paths = {workshop.id: path for path, workshop in workshops(programme)}
    running: list[Workshop] = []
    for workshop in live_workshops(programme):
        start = programme.starts(workshop)
        running = [each for each in running if elapsed(start, programme.ends(each)) > 0]
        for other in running:
            both = [p for p in _expected(programme, workshop) if p in _expected(programme, other)]
            if both:
                names = listed([name_of(programme, name) for name in both])
                at_once = f"{called(workshop.title)} and {called(other.title)} at once"
                yield Found(f"{paths[workshop.id]}.start", f"{names} cannot be at {at_once}")
        running.append(workshop)


def _expected(programme: Programme, workshop: Workshop) -> dict[str, None]:
    people = [*programme.facilitators_of(workshop), *programme.invited(workshop)]
    leads = [name for session in workshop.sessions() for name in session.lead]
    return dict.fromkeys([*(person.id for person in people), *leads])
