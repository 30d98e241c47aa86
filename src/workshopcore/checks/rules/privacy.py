"""Rules about how long people may be known by name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from workshopcore.checks.places import numbered
from workshopcore.checks.rule import Found, rule
from workshopcore.checks.timeline import last_recorded_day
from workshopcore.checks.wording import called, on_day
from workshopcore.contracts.checks import CheckContext
from workshopcore.model.programme import Programme

_OVER = frozenset({"closed", "cancelled"})
_LONGEST = 12_000  # in months: a day so far away can still be written


@rule("WC140")
def names_past_their_time(context: CheckContext) -> Iterator[Found]:
    """Find people who are still named so long after the programme, or their part in it, ended."""
    programme, limits = context.programme, context.thresholds
    now = context.as_of or last_recorded_day(programme)
    if now is None:
        return
    over = _over(programme)
    for path, person in numbered(programme.people, "people"):
        if person.pseudonymised is not None or person.role not in limits["roles"]:
            continue
        ends = [
            (_later(day, limits[name]), day, how)
            for day, name, how in (
                (over, "closed", "the programme ended"),
                (person.left, "left", "they left"),
            )
            if day is not None
        ]
        until, day, how = min(ends, default=(now, now, ""))
        if until < now:
            message = f"{called(person.name)} is still named; {how} on {on_day(day)}"
            yield Found(f"{path}.name", f"{message}, and names were to go by {on_day(until)}")


def _over(programme: Programme) -> date | None:
    """Return the day on which a programme closed or was cancelled."""
    return min((event.on for event in programme.events if event.status in _OVER), default=None)


def _later(day: date, months: int) -> date:
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=min(months, _LONGEST))
