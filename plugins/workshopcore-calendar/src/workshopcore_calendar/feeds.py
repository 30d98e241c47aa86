"""A calendar for one person: their workshops, and the days on which their own actions are due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from workshopcore.actions import Standing, reminders
from workshopcore.language import gettext, speaking
from workshopcore.model.moments import as_of_day
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.renderers.characters import one_line
from workshopcore_calendar.invitations.appointment import Appointment, uid_of
from workshopcore_calendar.invitations.appointments import appointments
from workshopcore_calendar.invitations.sent import Ledger, Sent
from workshopcore_calendar.invitations.writing import calendar_file, event_of
from workshopcore_calendar.people import address_of, organiser_of
from workshopcore_calendar.values import Text, noon

if TYPE_CHECKING:
    from icalendar import Event

    from workshopcore import Toolkit

__all__ = ["feed", "feeds"]


def feed(
    toolkit: Toolkit,
    programme: Programme,
    person: str,
    as_of: date | str,
    record: Iterable[Sent] = (),
    *,
    actions: bool = False,
) -> bytes:
    """Return the calendar of one person, to be put where their calendar program looks for it.

    It holds what that person is asked to come to, cancelled workshops marked as such, and
    names no other guest. The appointments are those of the invitations, so nobody who has both
    sees anything twice. The same programme, record and day give the same bytes.

    Args:
        toolkit: whose formats time the day, and whose participants' agenda describes it.
        programme: the programme.
        person: whose calendar, by identifier.
        as_of: how things stand at the end of this day.
        record: what was written in invitations.
        actions: whether their own open actions are in it, each on the day it is due.

    Raises:
        AsOfRequiredError: no day was given.
        UnknownKeyError: there is no such person.
    """
    wanted = programme.person(person)
    day = as_of_day(as_of, "a calendar feed")
    standing = appointments(toolkit, programme, day)
    with speaking(programme.language, folders=toolkit.translations):
        return _written(programme, wanted, day, standing, Ledger.of(record), actions)


def feeds(
    toolkit: Toolkit,
    programme: Programme,
    as_of: date | str,
    record: Iterable[Sent] = (),
    *,
    actions: bool = False,
) -> tuple[tuple[Person, bytes], ...]:
    """Return the calendar of everybody who has something in it; see :func:`feed`.

    Raises:
        AsOfRequiredError: no day was given.
    """
    day = as_of_day(as_of, "a calendar feed")
    standing = appointments(toolkit, programme, day)
    busy = {guest.person.id for each in standing for guest in each.guests}
    if actions:
        busy.update(each.person.id for each in reminders(programme, day) if each.actions)
    ledger = Ledger.of(record)
    with speaking(programme.language, folders=toolkit.translations):
        return tuple(
            (person, _written(programme, person, day, standing, ledger, actions))
            for person in programme.people
            if person.id in busy
        )


def _written(
    programme: Programme,
    person: Person,
    day: date,
    standing: Iterable[Appointment],
    ledger: Ledger,
    actions: bool,
) -> bytes:
    theirs = [each for each in standing if each.guest(person.id) is not None]
    stamp = noon(day, programme.time_zone)
    events = [
        event_of(each, _sequence(each, person, ledger), stamp, one_line(programme.title))
        for each in theirs
    ]
    if actions:
        events += _due(programme, person, day, stamp)
    organiser = organiser_of(programme)
    # A published event must say who organises it (RFC 5546, section 3.2.1).
    if organiser is not None:
        for event in events:
            event.add("ORGANIZER", address_of(organiser))
    times = [time for each in theirs for time in (each.start, each.end)]
    method = "PUBLISH" if organiser and events else ""
    return calendar_file(method, events, times, one_line(programme.title))


def _sequence(appointment: Appointment, person: Person, ledger: Ledger) -> int:
    """Return the number that the person's invitation has, or would have if it went out now."""
    own = ledger.last.get((appointment.uid, person.id))
    if appointment.status == "CANCELLED":
        return own.sequence if own and own.method == "CANCEL" else ledger.following(appointment.uid)
    return ledger.sequence(appointment.uid, appointment.facts, own)


def _due(programme: Programme, person: Person, day: date, stamp: datetime) -> Iterator[Event]:
    for reminder in reminders(programme, day, people=[person.id]):
        for standing in reminder.actions:
            if standing.due is not None:
                yield _due_day(programme, standing, standing.due, stamp)


def _due_day(programme: Programme, standing: Standing, due: date, stamp: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("UID", uid_of("due", programme.id, standing.action.id))
    event.add("DTSTAMP", stamp)
    event.add("SEQUENCE", len(standing.history))
    event.add("DTSTART", due)
    event.add("DTEND", due + timedelta(days=1))
    said = gettext("Due: {action}", action=one_line(standing.action.statement))
    event.add("SUMMARY", Text(said), encode=False)
    # A day on which something is due is not a day on which nobody has time.
    event.add("TRANSP", "TRANSPARENT")
    event.add("CATEGORIES", Text(one_line(programme.title)), encode=False)
    return event
