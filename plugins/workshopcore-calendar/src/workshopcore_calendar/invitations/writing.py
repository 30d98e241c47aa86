"""An appointment in a calendar file: to invite, to cancel, or to be looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from attrs import frozen

from workshopcore.model.moments import zone
from workshopcore.model.people import Person
from workshopcore_calendar.exporter import PRODUCT
from workshopcore_calendar.invitations.appointment import Appointment, Guest, Reply, RolePart
from workshopcore_calendar.invitations.sent import Sent
from workshopcore_calendar.people import address_of, mailbox
from workshopcore_calendar.time_zones import time_of, time_zones
from workshopcore_calendar.values import Text

if TYPE_CHECKING:
    from icalendar import Calendar, Event, vCalAddress

__all__ = ["Pen", "calendar_file", "event_of"]


@frozen
class Pen:
    """Who invites, and how the invitations of a programme are written.

    Attributes:
        organiser: who invites.
        category: what the appointments are filed under.
        alarm: minutes before the start at which calendars remind; ``None`` for never.
    """

    organiser: Person
    category: str
    alarm: int | None = None

    def invitation(
        self, appointment: Appointment, guest: Guest, sequence: int, stamp: datetime
    ) -> bytes:
        """Return the file that invites one guest, and names no other."""
        event = event_of(appointment, sequence, stamp, self.category, self.alarm)
        _add(event, "ORGANIZER", address_of(self.organiser))
        _add(event, "ATTENDEE", self._attendee(guest.person, guest.role, guest.reply))
        return calendar_file("REQUEST", [event], [appointment.start, appointment.end])

    def cancellation(self, entry: Sent, person: Person) -> bytes:
        """Return the file that takes back an invitation as it was sent."""
        from icalendar import Event

        start, end = (
            moment.astimezone(zone(entry.time_zone))
            for moment in (entry.facts.start, entry.facts.end)
        )
        event = Event()
        for name, value in (
            ("UID", Text(entry.uid)),
            ("DTSTAMP", time_of(entry.stamp)),
            ("SEQUENCE", entry.sequence),
            ("DTSTART", time_of(start)),
            ("DTEND", time_of(end)),
            ("SUMMARY", Text(entry.title)),
            ("STATUS", "CANCELLED"),
            ("ORGANIZER", address_of(self.organiser)),
            ("ATTENDEE", address_of(person)),
        ):
            _add(event, name, value)
        return calendar_file("CANCEL", [event], [start, end])

    def _attendee(self, person: Person, role: RolePart, reply: Reply) -> vCalAddress:
        its_own = mailbox(person) == mailbox(self.organiser)
        said: Reply = "ACCEPTED" if its_own else reply
        address = address_of(person, role)
        address.params["PARTSTAT"] = said
        if said == "NEEDS-ACTION":
            address.params["RSVP"] = "TRUE"
        return address


def event_of(
    appointment: Appointment,
    sequence: int,
    stamp: datetime,
    category: str,
    alarm: int | None = None,
) -> Event:
    """Return an appointment as an event that names nobody."""
    from icalendar import Alarm, Event

    event = Event()
    for name, value in _properties(appointment, sequence, stamp, category):
        _add(event, name, value)
    if alarm is not None:
        bell = Alarm()
        _add(bell, "ACTION", "DISPLAY")
        _add(bell, "DESCRIPTION", Text(appointment.title))
        _add(bell, "TRIGGER", timedelta(minutes=-alarm))
        event.add_component(bell)
    return event


def _properties(
    appointment: Appointment, sequence: int, stamp: datetime, category: str
) -> Iterator[tuple[str, Any]]:
    yield "UID", Text(appointment.uid)
    yield "DTSTAMP", time_of(stamp.astimezone(UTC))
    yield "SEQUENCE", sequence
    yield "DTSTART", time_of(appointment.start)
    yield "DTEND", time_of(appointment.end)
    yield "SUMMARY", Text(appointment.title)
    yield "STATUS", appointment.status
    if appointment.place:
        yield "LOCATION", Text(appointment.place)
    if appointment.url:
        yield "URL", appointment.url
    if appointment.description:
        yield "DESCRIPTION", Text(appointment.description)
    yield "CATEGORIES", Text(category)


def calendar_file(
    method: str, events: Iterable[Event], instants: Iterable[datetime], name: str = ""
) -> bytes:
    """Return a calendar file of events, with the time zones that they need.

    Args:
        method: what a calendar is to do with it; ``""`` for nothing in particular.
        events: the events.
        instants: every time with a time zone in them.
        name: what the calendar is called.
    """
    from icalendar import Calendar

    calendar: Calendar = Calendar()
    _add(calendar, "VERSION", "2.0")
    _add(calendar, "PRODID", PRODUCT)
    if method:
        _add(calendar, "METHOD", method)
    if name:
        _add(calendar, "X-WR-CALNAME", Text(name))
    for component in (*time_zones(instants), *events):
        calendar.add_component(component)
    data: bytes = calendar.to_ical(sorted=False)
    return data


def _add(component: Any, name: str, value: Any) -> None:
    """Add a property; a value that knows how it is written is left as it is."""
    component.add(name, value, encode=not hasattr(value, "to_ical"))
