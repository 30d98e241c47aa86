"""Inviting: what every guest has to be sent, given what they were sent before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import evolve, field, frozen

from workshopcore.errors import InvalidValueError
from workshopcore.model.moments import zone
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.renderers.characters import one_line
from workshopcore_calendar.invitations.appointment import Appointment, Facts, Guest
from workshopcore_calendar.invitations.appointments import appointments
from workshopcore_calendar.invitations.sent import Ledger, Sent
from workshopcore_calendar.invitations.writing import Pen
from workshopcore_calendar.people import mailbox, organiser_of

if TYPE_CHECKING:
    from workshopcore import Toolkit

__all__ = ["Invitation", "Invitations", "News", "invite"]

News: TypeAlias = Literal["new", "moved", "changed", "updated", "cancelled", "unchanged"]

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)


@frozen
class Invitation:
    """A message to one person about one appointment.

    Attributes:
        person: whom it is for.
        news: what it brings: ``new``, ``moved`` (another time or place), ``changed`` (whether
            it is certain), ``updated`` (other words), ``cancelled``, or ``unchanged``.
        sent: the message as the record keeps it.
        data: the file.
        description: what it says beside time and place.
    """

    person: Person
    news: News
    sent: Sent
    data: bytes = field(repr=False)
    description: str = field(default="", repr=False)


@frozen
class Invitations:
    """What everybody is to be sent.

    Attributes:
        messages: the newest message about each appointment to each guest, unchanged ones too.
        unaddressed: guests without an e-mail address.
        organiser: who invites.
        record: the record with what is new in it: keep it once the messages are written.
    """

    messages: tuple[Invitation, ...]
    unaddressed: tuple[Person, ...]
    organiser: Person
    record: tuple[Sent, ...] = field(repr=False)

    @property
    def news(self) -> tuple[Invitation, ...]:
        """The messages that say something new."""
        return tuple(each for each in self.messages if each.news != "unchanged")


def invite(
    toolkit: Toolkit,
    programme: Programme,
    at: datetime,
    record: Iterable[Sent] = (),
    *,
    people: Collection[str] | None = None,
    workshops: Collection[str] | None = None,
    organiser: Person | None = None,
    set_up: int | None = None,
    alarm: int | None = None,
) -> Invitations:
    """Return what every guest of a programme's workshops has to be sent.

    Nothing is sent and nothing is stored. A message says nothing of other guests. What is over
    by then is left alone.

    Args:
        toolkit: whose formats time the day, and whose participants' agenda describes it.
        programme: the programme.
        at: the moment of writing, with a time zone; later than the record.
        record: what was written before, as the last call returned it.
        people: only these, by identifier; left out, everybody.
        workshops: only these, by identifier; left out, all of them.
        organiser: who invites; left out, the lead facilitator.
        set_up: minutes before the start that facilitators are asked for; left out, what the
            run sheet says: 60, and 30 online.
        alarm: minutes before the start at which calendars remind; left out, never.

    Raises:
        InvalidValueError: nobody can invite, as no facilitator has an e-mail address; or the
            moment has no time zone.
        UnknownKeyError: there is no such person or workshop.
    """
    if at.tzinfo is None:
        raise InvalidValueError(at.isoformat(), "a moment with a time zone")
    chosen = None if people is None else {programme.person(id).id for id in people}
    held = None if workshops is None else {programme.workshop(id).id for id in workshops}
    on = at.astimezone(zone(programme.time_zone)).date()
    standing = appointments(toolkit, programme, on, set_up=set_up)
    kept = tuple(record)
    pen = Pen(_organiser(programme, organiser), one_line(programme.title), alarm)
    desk = _Desk(programme, pen, at.astimezone(UTC).replace(microsecond=0), Ledger.of(kept))
    found = [
        each
        for each in desk.messages(standing)
        if (chosen is None or each.sent.person in chosen)
        and (held is None or each.sent.workshop in held)
    ]
    added = [each.sent for each in found if each.news != "unchanged"]
    out = desk.unaddressed(a for a in standing if held is None or a.workshop in held)
    unaddressed = tuple(p for p in out if chosen is None or p.id in chosen)
    return Invitations(tuple(found), unaddressed, pen.organiser, (*kept, *added))


def _organiser(programme: Programme, given: Person | None) -> Person:
    found = given or organiser_of(programme)
    if found is None or not mailbox(found):
        cure = "Give the lead facilitator an email in the programme"
        raise InvalidValueError(found and found.email, "an organiser's e-mail address", cure)
    return found


@frozen
class _Desk:
    """Writes what everybody is to be sent at a moment."""

    programme: Programme
    pen: Pen
    at: datetime
    ledger: Ledger

    def messages(self, standing: Iterable[Appointment]) -> Iterator[Invitation]:
        """Yield the newest message about each appointment to everybody who has or needs one."""
        every = {each.uid: each for each in standing}
        for appointment in every.values():
            for guest in appointment.guests if self._is_on(appointment) else ():
                if mailbox(guest.person):
                    yield self._invited(appointment, guest)
        for own in self.ledger.last.values():
            found = every.get(own.uid)
            if found is None or self._is_off(found, own.person):
                yield from self._taken_back(own)

    def unaddressed(self, standing: Iterable[Appointment]) -> tuple[Person, ...]:
        """Return the guests who cannot be written to, each of them once."""
        guests = (guest for each in standing if self._is_on(each) for guest in each.guests)
        return tuple(dict.fromkeys(g.person for g in guests if not mailbox(g.person)))

    def _is_on(self, appointment: Appointment) -> bool:
        return appointment.status != "CANCELLED" and appointment.end > self.at

    def _is_off(self, appointment: Appointment, person: str) -> bool:
        """Return whether somebody is not to come who may have been asked to."""
        if appointment.status == "CANCELLED":
            return True
        return appointment.end > self.at and appointment.guest(person) is None

    def _invited(self, appointment: Appointment, guest: Guest) -> Invitation:
        own = self.ledger.last.get((appointment.uid, guest.person.id))
        content = self._content(appointment, guest)
        sequence = self.ledger.sequence(appointment.uid, appointment.facts, own)
        news = _news(own, appointment.facts, content)
        entry = Sent(
            appointment.uid,
            guest.person.id,
            mailbox(guest.person),
            "REQUEST",
            sequence,
            own.stamp if own is not None and news == "unchanged" else self._stamp(own),
            appointment.facts,
            appointment.title,
            str(appointment.start.tzinfo),
            appointment.id,
            appointment.workshop,
            content,
        )
        data = self.pen.invitation(appointment, guest, entry.sequence, entry.stamp)
        return Invitation(guest.person, news, entry, data, appointment.description)

    def _taken_back(self, own: Sent) -> Iterator[Invitation]:
        """Yield what cancels an invitation, also again, until it would have been over."""
        if own.facts.end <= self.at:
            return
        person = self._addressee(own)
        if own.method == "CANCEL":
            yield Invitation(person, "unchanged", own, self.pen.cancellation(own, person))
            return
        entry = evolve(
            own,
            method="CANCEL",
            sequence=self.ledger.following(own.uid),
            stamp=self._stamp(own),
            facts=evolve(own.facts, status="CANCELLED"),
            content="",
        )
        yield Invitation(person, "cancelled", entry, self.pen.cancellation(entry, person))

    def _addressee(self, own: Sent) -> Person:
        """Return whom an earlier message went to, at the address it went to."""
        known = {person.id: person.name for person in self.programme.people}
        return Person(known.get(own.person, own.address), id=own.person, email=own.address)

    def _stamp(self, own: Sent | None) -> datetime:
        """Return the moment of writing, later than that of the message before."""
        return self.at if own is None else max(self.at, own.stamp + _SECOND)

    def _content(self, appointment: Appointment, guest: Guest) -> str:
        """Return a hash of what a message says beside its number, its moment and the reply."""
        unanswered = evolve(guest, reply="NEEDS-ACTION")
        return sha256(self.pen.invitation(appointment, unanswered, 0, _NEVER)).hexdigest()


def _news(own: Sent | None, facts: Facts, content: str) -> News:
    if own is None or own.method == "CANCEL":
        return "new"
    if own.facts != facts:
        return "changed" if evolve(own.facts, status=facts.status) == facts else "moved"
    return "unchanged" if own.content == content else "updated"
