"""The choice of dates, from plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal

from attrs import evolve

from workshopcore.calendar.availability import Told, as_availability
from workshopcore.calendar.case import Case
from workshopcore.calendar.dates import Dates
from workshopcore.calendar.ready import Ready
from workshopcore.calendar.rules import DateRules, Wish
from workshopcore.calendar.search.effort import Effort
from workshopcore.calendar.wanted import Invitee, Question, Wanted
from workshopcore.errors import InvalidValueError
from workshopcore.model.moments import time_zone as as_time_zone
from workshopcore.model.people import Person
from workshopcore.model.programme import Closure

__all__ = ["STEPS", "answer", "choose", "held_on", "invitee", "minded", "period"]

STEPS = 60_000
"""How much searching is worth while; a step takes some microseconds."""


def choose(
    workshops: Mapping[str, Wish],
    availability: Told = (),
    *,
    people: Iterable[Person | str] | None = None,
    rules: DateRules | None = None,
    closures: Iterable[Closure] = (),
    time_zone: str = "UTC",
    steps: int = STEPS,
) -> Dates:
    """Choose dates for workshops, given as plain values.

    It does for a script what :func:`choose_dates` does for a programme, by the same rules.

    Args:
        workshops: what each asks of its date, by name, in the order in which they are held.
        availability: when people, and rooms, can come.
        people: who is invited; left out, everybody whose availability is given. Those that are
            required, by a person's own ``required``, are so at every workshop.
        rules: for all dates; they must say ``between`` when.
        closures: when there is no workshop, as far as the rules mind their kind.
        time_zone: where the workshops are held.
        steps: how much searching may be done where limits make it necessary.

    Raises:
        InvalidValueError: something cannot be what it is.
        UnknownKeyError: somebody is invited or required, or a room asked for, whom nobody knows.

    >>> from workshopcore.calendar import weeks
    >>> found = choose(
    ...     {"One": Wish(), "Two": Wish()},
    ...     {"amina": ["2027-01-05", "2027-02-02"], "tomasz": ["2027-02-09"]},
    ...     rules=DateRules(
    ...         between=("2027-01-04", "2027-02-14"), weekdays="Tuesday", apart=weeks(4, 5)
    ...     ),
    ... )
    >>> [str(day) for day in found.plan.days], str(found.attendance), found.proven
    (['2027-01-12', '2027-02-09'], '3', True)
    """
    rules = rules or DateRules()
    told, zone = as_availability(availability), as_time_zone(time_zone)
    rooms = {room for wish in workshops.values() for room in wish.rooms or ()}
    named = [name for name in told.names if name not in rooms]
    known = list(named if people is None else people)
    needed = [each.id for each in known if isinstance(each, Person) and each.required]
    wanted = [
        held_on(Wanted(name, name, _needing(wish, needed), zone), wish.on)
        for name, wish in workshops.items()
    ]
    first, last = period(rules, None, None)
    return answer(
        Question(
            tuple(wanted),
            tuple(invitee(each) for each in known),
            told,
            rules,
            minded(closures, rules),
            first,
            last,
        ),
        steps,
    )


def answer(question: Question, steps: int) -> Dates:
    """Return the dates that answer a question."""
    case, effort = Case(question), Effort(steps)
    settled = Ready.of(case).settled(effort)
    return Dates(case, settled, steps, steps - max(effort.left, 0))


def invitee(person: Person | str) -> Invitee:
    """Return somebody as one who may be invited."""
    if isinstance(person, str):
        return Invitee(person, person)
    weight = Decimal(1) if person.weight is None else person.weight
    participates = person.role == "participant"
    return Invitee(person.id, person.name, weight, person.joined, person.left, participates)


def held_on(wanted: Wanted, day: date | None) -> Wanted:
    """Return a workshop as held on a day, at the first of its hours, if a day is given."""
    if day is None:
        return wanted
    hours = wanted.hours[0]
    start = datetime.combine(day, hours.start)
    end = datetime.combine(day + timedelta(days=wanted.days - 1), hours.end)
    return evolve(wanted, held=(start, end))


def minded(closures: Iterable[Closure], rules: DateRules) -> tuple[Closure, ...]:
    """Return the closures during which there is no workshop, by the rules."""
    return (*(each for each in closures if each.kind in rules.closed), *rules.closures)


def period(rules: DateRules, start: date | None, end: date | None) -> tuple[date, date]:
    """Return the first and the last day on which anything may take place.

    Raises:
        InvalidValueError: one of them is given nowhere.
    """
    first, last = rules.between[0] or start, rules.between[1] or end
    if first is None or last is None:
        cure = "Give them in the rules: DateRules(between=('2027-01-11', '2027-12-17'))"
        raise InvalidValueError(None, "the first and the last day of all dates", cure)
    if last < first:
        raise InvalidValueError(f"{first} to {last}", "a first day not after the last")
    return first, last


def _needing(wish: Wish, people: Iterable[str]) -> Wish:
    return evolve(wish, required=tuple(dict.fromkeys((*(wish.required or ()), *people))))
