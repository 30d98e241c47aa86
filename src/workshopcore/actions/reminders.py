"""Reminders: one personal letter for everybody who has something open."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from attrs import field, frozen

from workshopcore.actions.held import is_live
from workshopcore.actions.owners import by_answering
from workshopcore.actions.plan import plan
from workshopcore.actions.standing import Standing
from workshopcore.language import Speech
from workshopcore.model.moments import as_of_day
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop

if TYPE_CHECKING:
    from email.message import EmailMessage

__all__ = ["Enclosure", "Reminder", "reminders", "without_owner"]


@frozen
class Enclosure:
    """A file that goes out with a letter.

    Attributes:
        name: what the file is called.
        media_type: such as ``text/calendar``.
        data: what is in it.
    """

    name: str
    media_type: str
    data: bytes


def _enclosures(values: Iterable[Enclosure]) -> tuple[Enclosure, ...]:
    return tuple(values)


@frozen
class Reminder:
    """What one person is reminded of on a day.

    Attributes:
        programme: what it is about.
        person: whom it is for.
        as_of: the day it describes.
        actions: the open actions that they answer for: those past their date first, the latest
            of them on top, then the soonest due; those without a date come last.
        unowned: for the facilitator: the open actions that nobody answers for any more.
        workshop: the next workshop that takes place; ``None`` after the last.
        enclosures: what goes out with it.
        speech: how it is worded, where that is settled already; otherwise the letter is in the
            language of the programme.
    """

    programme: Programme = field(repr=False)
    person: Person
    as_of: date
    actions: tuple[Standing, ...]
    unowned: tuple[Standing, ...] = ()
    workshop: Workshop | None = field(default=None, repr=False)
    enclosures: tuple[Enclosure, ...] = field(default=(), converter=_enclosures, repr=False)
    speech: Speech | None = field(default=None, repr=False, eq=False)

    @property
    def late(self) -> tuple[Standing, ...]:
        """Those of the actions that are past their date."""
        return tuple(each for each in self.actions if each.late)

    @property
    def by(self) -> date | None:
        """The one date to keep in mind: the next day on which any of the actions comes up.

        It is the soonest due date that is still to come, or the day of the next workshop if
        that is sooner, because every open action is looked at there. A date that has passed is
        no deadline. ``None`` where there is neither.
        """
        days = [each.due for each in self.actions if each.due and each.due >= self.as_of]
        return min([*days, *([self.workshop.day] if self.workshop else [])], default=None)

    @property
    def email(self) -> str:
        """The address it goes to.

        Raises:
            InvalidValueError: the person has none, or what they have is none.
        """
        from workshopcore.actions.letters.address import checked_address

        cure = f"Give '{self.person.id}' an email in the programme, or print the letter"
        return checked_address(self.person.email, f"an e-mail address of {self.person.name}", cure)

    @property
    def reachable(self) -> bool:
        """Whether there is an address that it can go to; otherwise print it."""
        from workshopcore.actions.letters.address import is_address

        return is_address(self.person.email)

    def message(
        self,
        sender: Person | str,
        *,
        attachments: Iterable[Enclosure] = (),
        sent: datetime | None = None,
    ) -> EmailMessage:
        """Return the letter as an e-mail, in plain text and in HTML. Nothing is sent.

        The same reminder and arguments give the same bytes.

        Args:
            sender: a person, or an address such as ``Miriam Oduya <miriam@example.org>``.
            attachments: more files to go with it.
            sent: the moment in its Date, with a time zone; left out, nine in the morning of
                the day that the reminder describes, in the programme's time zone.

        Raises:
            InvalidValueError: one of the two has no e-mail address, or the moment no zone.
        """
        from workshopcore.actions.letters.mail import message

        return message(self, sender, [*self.enclosures, *attachments], sent)


def reminders(
    programme: Programme, as_of: date | str, *, people: Collection[str] | None = None
) -> tuple[Reminder, ...]:
    """Return a reminder for everybody who has something open, in the order of the programme.

    Each holds the actions that this person answers for and nobody else's. The actions of
    somebody who has left go to who took over. Those that nobody answers for are in the reminder
    of the lead facilitator, as ``unowned``, so that somebody is asked to place them; see
    :func:`without_owner`.

    Args:
        programme: the programme.
        as_of: how things stand at the end of this day.
        people: only these, by identifier; left out, everybody.

    Raises:
        AsOfRequiredError: no day was given.
        UnknownKeyError: there is no such person.

    >>> from workshopcore.model.action import Action
    >>> year = Programme(
    ...     title="A year of change",
    ...     people=[Person("Amina Yusuf"), Person("Jo Park")],
    ...     actions=[
    ...         Action("Draft the vision", "amina-yusuf", "2027-02-26", agreed="2027-01-19"),
    ...         Action("Book the hall", "amina-yusuf", "2027-03-05", agreed="2027-01-19"),
    ...     ],
    ... )
    >>> [(each.person.name, len(each.actions), each.by) for each in reminders(year, "2027-03-01")]
    [('Amina Yusuf', 2, datetime.date(2027, 3, 5))]
    """
    day = as_of_day(as_of, "a reminder")
    wanted = None if people is None else {programme.person(id).id for id in people}
    workshop = _next_workshop(programme, day)
    return tuple(
        Reminder(programme, person, day, _in_order(mine), _in_order(unowned), workshop)
        for person, mine, unowned in _shares(programme, day)
        if wanted is None or person.id in wanted
    )


def without_owner(programme: Programme, as_of: date | str) -> tuple[Standing, ...]:
    """Return the open actions whose owner has left without anybody taking over.

    Raises:
        AsOfRequiredError: no day was given.
    """
    day = as_of_day(as_of, "a reminder")
    return _in_order(_answered(programme, day).get("", []))


def _answered(programme: Programme, day: date) -> dict[str, list[Standing]]:
    """Return the open actions by who answers for them, ``""`` for nobody."""
    unfinished = [each for each in plan(programme, day) if each.is_open]
    return {
        person.id if person else "": actions
        for person, actions in by_answering(programme, unfinished, day)
    }


def _shares(
    programme: Programme, day: date
) -> Iterator[tuple[Person, list[Standing], list[Standing]]]:
    """Yield everybody with what is theirs, and what they are to find an owner for."""
    answered = _answered(programme, day)
    unowned = answered.pop("", [])
    placing = _placing(programme, day) if unowned else None
    for person in programme.people:
        to_place = unowned if person == placing else []
        if person.id in answered or to_place:
            yield person, answered.get(person.id, []), to_place


def _placing(programme: Programme, day: date) -> Person | None:
    """Return who finds new owners: a lead facilitator, or else any, or else the sponsor."""
    leads = {each.person for each in programme.facilitators if each.function == "lead"}
    here = [person for person in programme.people if person.belongs(day)]
    able = [person for person in here if person.role in ("facilitator", "sponsor")]
    return min(able, key=lambda p: (p.role == "sponsor", p.id not in leads), default=None)


def _next_workshop(programme: Programme, day: date) -> Workshop | None:
    coming = (w for w in programme.in_order if w.day > day and is_live(w, day))
    return next(coming, None)


def _in_order(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    return tuple(sorted(standings, key=lambda one: (one.due or date.max, one.action.id)))
