"""Dates for the workshops of a programme: chosen, and chosen again when something changes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType

from attrs import evolve

from workshopcore.calendar.accepting import names
from workshopcore.calendar.availability import Told, as_availability
from workshopcore.calendar.choosing import STEPS, answer, held_on, invitee, minded, period
from workshopcore.calendar.dates import Dates
from workshopcore.calendar.reading import State, times_of, wanted_of, without_own, workshops_on
from workshopcore.calendar.rules import DateRules, Wish
from workshopcore.calendar.wanted import Question, Wanted
from workshopcore.errors import InvalidValueError
from workshopcore.model.moments import as_of_day
from workshopcore.model.programme import Programme

__all__ = ["choose_dates", "reschedule"]

_NO_WISHES: Mapping[str, Wish] = MappingProxyType({})


def choose_dates(
    programme: Programme,
    availability: Told = (),
    *,
    as_of: date | datetime | str | None = None,
    rules: DateRules | None = None,
    wishes: Mapping[str, Wish] = _NO_WISHES,
    only: Iterable[str] | str | None = None,
    steps: int = STEPS,
) -> Dates:
    """Choose dates for the workshops of a programme.

    The workshops keep their order, their hours and their lengths; their present dates count for
    nothing but that. Of all dates that meet the rules and the wishes, the choice is one with the
    greatest attendance (weights of people, a maybe counting half). Among those, whoever misses
    most misses as little as possible; then the shortest gap is as long and the longest gap as
    short as possible, and the others as even; then the earlier dates are taken.

    Who runs a workshop or leads one of its sessions, its expert, and for one that decides every
    required person, must be able to come.

    Args:
        programme: people with their weights, workshops, experts and closures are taken from it.
        availability: when people, and rooms, can come; see :class:`Availability`.
        as_of: dates lie after this day. What has begun by then is a fact, and what is confirmed
            then stays; what is cancelled then is left out.
        rules: the house's, such as ``DateRules(apart=weeks(5, 9), quorum=7)``.
        wishes: what single workshops ask beyond that, by identifier.
        only: the workshops to choose dates for, confirmed or not; all others stay.
        steps: how much searching may be done where limits make it necessary.

    Raises:
        AsOfRequiredError: no day was given.
        InvalidValueError: something cannot be what it is.
        UnknownKeyError: there is no such workshop or person, or nothing is known of a room.

    >>> from workshopcore.calendar import weeks
    >>> from workshopcore.model.people import Person
    >>> from workshopcore.model.workshop import Workshop
    >>> year = Programme(
    ...     title="A year of change",
    ...     start="2027-01-11",
    ...     end="2027-03-19",
    ...     people=[Person("Amina Yusuf"), Person("Tomasz Nowak")],
    ...     workshops=[
    ...         Workshop("One", start="2027-01-19T09:30", end="2027-01-19T16:30"),
    ...         Workshop("Two", start="2027-03-09T09:30", end="2027-03-09T16:30"),
    ...     ],
    ... )
    >>> found = choose_dates(
    ...     year,
    ...     {"amina-yusuf": ["2027-01-12", "2027-03-02"]},
    ...     as_of="2026-11-27",
    ...     rules=DateRules(weekdays="Tuesday", apart=weeks(6, 7)),
    ... )
    >>> [str(day) for day in found.plan.days], found.proven
    (['2027-01-19', '2027-03-09'], True)
    """
    day = as_of_day(as_of, "a choice of dates")
    chosen = None if only is None else _known(programme, only)

    def dated(state: State, wanted: Wanted) -> Wanted:
        stays = state.agreed if chosen is None else state.workshop.id not in chosen
        stays = stays and not state.postponed
        return evolve(wanted, held=times_of(state.workshop)) if stays else wanted

    question = _question(programme, availability, day, rules, wishes, dated)
    return answer(question, steps)


def reschedule(
    programme: Programme,
    availability: Told = (),
    *,
    as_of: date | datetime | str | None = None,
    moving: Iterable[str] | str = (),
    keep: Iterable[str] | str = (),
    rules: DateRules | None = None,
    wishes: Mapping[str, Wish] = _NO_WISHES,
    steps: int = STEPS,
) -> Dates:
    """Move workshops whose dates no longer hold, and as few others as possible.

    A workshop has to move if it is named or postponed, or if its date does not meet the rules
    and wishes any more: because somebody who must be there is busy, the quorum fails, or a
    closure has come. Of all dates the choice is one that moves the fewest workshops, and among
    those as :func:`choose_dates` has it.

    Args:
        programme: with its present dates.
        availability: when people, and rooms, can come. Appointments that are the workshops
            themselves do not count as busy, and replies on record count before diaries.
        as_of: new dates lie after this day. What has begun by then stays.
        moving: the workshops that cannot stay where they are.
        keep: those that have to stay, whatever the rules say.
        rules: the house's, as for :func:`choose_dates`.
        wishes: what single workshops ask beyond that, by identifier.
        steps: how much searching may be done where limits make it necessary.

    Raises:
        AsOfRequiredError: no day was given.
        InvalidValueError: a workshop that is to move has begun, or is to be kept too.
        UnknownKeyError: there is no such workshop or person, or nothing is known of a room.
    """
    day = as_of_day(as_of, "moving a workshop")
    leaving, kept = _known(programme, moving), _known(programme, keep)
    for name in leaving:
        if name in kept:
            raise InvalidValueError(name, "a workshop either to move or to keep")

    def dated(state: State, wanted: Wanted) -> Wanted:
        times = times_of(state.workshop)
        if state.workshop.id in kept:
            return evolve(wanted, held=times)
        gone = state.postponed or state.workshop.id in leaving
        return evolve(wanted, agreed=times, leaving=gone)

    question = _question(programme, availability, day, rules, wishes, dated)
    for wanted in question.workshops:
        if wanted.fact and wanted.id in leaving:
            raise InvalidValueError(wanted.id, f"a workshop that has not begun by {day}")
    return answer(question, steps)


def _question(
    programme: Programme,
    availability: Told,
    day: date,
    rules: DateRules | None,
    wishes: Mapping[str, Wish],
    dated: Callable[[State, Wanted], Wanted],
) -> Question:
    house = rules or DateRules()
    _known(programme, wishes)
    wanted = []
    for state in workshops_on(programme, day):
        wish = wishes.get(state.workshop.id, Wish())
        each = wanted_of(programme, state.workshop, wish, day)
        if state.begun:
            each = evolve(each, held=times_of(state.workshop), fact=True)
        elif wish.on is not None:
            each = held_on(each, wish.on)
        else:
            each = dated(state, each)
        wanted.append(each)
    return Question(
        tuple(wanted),
        tuple(invitee(person) for person in programme.people),
        without_own(as_availability(availability), programme),
        house,
        minded(programme.closures, house),
        *period(house, programme.start, programme.end),
        day,
    )


def _known(programme: Programme, workshops: Iterable[str] | str) -> Collection[str]:
    """Return identifiers of workshops, each of which there is."""
    return {programme.workshop(name).id for name in names(workshops) or ()}
