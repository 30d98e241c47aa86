"""Joining instructions: why we meet, when and where, how to get there, and what to bring along.

For everybody they are about a workshop. For one person they also say what of their own is still
open. What somebody needs to take part is never repeated: a paper lies about.
"""

from __future__ import annotations

from datetime import date

from attrs import frozen

from workshopcore.actions.reminders import reminders
from workshopcore.contracts.report import Audience, Block, Inline, Paragraph, Report, Run
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.errors import ReportError
from workshopcore.language import gettext, gettext_noop
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.blocks import bullets, facts, filled, prose, section
from workshopcore.reports.naming import file_name
from workshopcore.reports.occasion import (
    known_day,
    numbered,
    place,
    status_notice,
    takes_place,
    when,
)
from workshopcore.reports.people import introduced
from workshopcore.reports.reminders import action_blocks
from workshopcore.reports.wording import day, listed

__all__ = ["JoiningInstructions", "PersonalJoiningInstructions", "meeting_address"]

_DECLINED = ("declined", "apology")
_CANNOT = gettext_noop("You have said that you cannot come. If that has changed, you are welcome.")
_REPLIES = {
    "accepted": gettext_noop("You have said that you will come."),
    "tentative": gettext_noop("You have said that you may come. Please say so once it is certain."),
    "declined": _CANNOT,
    "apology": _CANNOT,
}
_NOTED = gettext_noop(
    "We have a note of what you need to take part. Only the facilitators see it. If anything has"
    " changed, please say so."
)
_ASKED = gettext_noop(
    "If there is anything that would help you to take part, such as a seat near the front, papers"
    " in large print, a quiet room or a certain diet, please say so. Only the facilitators will"
    " know."
)
_TELL_US = gettext_noop("Please tell us as soon as you know.")
_STAND_IN = gettext_noop(
    "Decisions will be taken that need you, so please send somebody who can speak for you."
)


@frozen
class JoiningInstructions:
    """What people need to know before a workshop: for everybody, or for one who is named."""

    key: str = "joining-instructions"
    title: str = gettext_noop("Joining instructions")
    audience: Audience = "participants"
    needs: frozenset[Need] = frozenset({"workshop"})

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return the joining instructions of a workshop.

        Raises:
            AsOfRequiredError: a person was named, and no day.
            ReportError: no workshop was named, or the person is not invited to it.
            UnknownKeyError: there is no such workshop or person.
        """
        workshop = request.the_workshop(programme, self.key)
        if not request.person:
            return _report(self, programme, workshop, request, None)
        person = programme.person(request.person)
        if person not in _expected(programme, workshop):
            raise ReportError(f"{person.name} is not invited to '{workshop.id}'")
        request.day(self.key)
        return _report(self, programme, workshop, request, person)


@frozen
class PersonalJoiningInstructions:
    """One person's joining instructions for the next workshop that they are invited to."""

    key: str = "personal-joining-instructions"
    title: str = gettext_noop("Your joining instructions")
    audience: Audience = "participants"
    needs: frozenset[Need] = frozenset({"as_of", "person"})

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return what one person needs to know before their next workshop.

        Raises:
            AsOfRequiredError: no day was given.
            ReportError: no person was named, or nothing that they are invited to is to come.
            UnknownKeyError: there is no such person.
        """
        on = request.day(self.key)
        if not request.person:
            names = ", ".join(person.id for person in programme.people) or "none yet"
            raise ReportError(f"the report '{self.key}' is about a person: name one of {names}")
        person = programme.person(request.person)
        coming = (
            workshop
            for workshop in programme.in_order
            if programme.ends(workshop).date() >= on
            and takes_place(workshop, on)
            and person in _expected(programme, workshop)
        )
        workshop = next(coming, None)
        if workshop is None:
            raise ReportError(f"no workshop that {person.name} is invited to follows {day(on)}")
        return _report(self, programme, workshop, request, person)


def meeting_address(workshop: Workshop) -> str:
    """Return the web address at which a workshop is held, ``""`` where its venue gives none.

    It is the first in the venue's address, name or directions; what a link may be is for
    whoever makes one of it.

    >>> from workshopcore.model.workshop import Venue
    >>> call = Venue("Video call", address="https://meet.example/desk, opens at 09:50")
    >>> times = {"start": "2027-01-19T10:00", "end": "2027-01-19T12:00"}
    >>> meeting_address(Workshop("Looking back", **times, mode="online", venue=call))
    'https://meet.example/desk'
    """
    venue = workshop.venue
    if venue is None or workshop.mode == "in-person":
        return ""
    words = f"{venue.address} {venue.name} {venue.travel}".split()
    linked = (word.rstrip(".,;") for word in words if word.lower().startswith("https://"))
    return next(linked, "")


def _report(
    kind: JoiningInstructions | PersonalJoiningInstructions,
    programme: Programme,
    workshop: Workshop,
    request: ReportRequest,
    person: Person | None,
) -> Report:
    on = known_day(request)
    about = [workshop.id] if kind.key == "joining-instructions" else []
    return Report(
        kind.key,
        f"{gettext(kind.title)}: {workshop.title}",
        kind.audience,
        filled(
            status_notice(workshop, on),
            _opening(workshop, person),
            _at_a_glance(programme, workshop),
            section(gettext("Why we meet"), prose(workshop.purpose), _outputs(workshop)),
            section(gettext("Please prepare"), bullets(workshop.pre_work)),
            section(gettext("Your open actions"), _actions(programme, person, on)),
            section(gettext("So that you can take part"), _access(person)),
            section(gettext("If you cannot come"), _apologies(workshop, person)),
            section(gettext("Whom to ask"), bullets(_contacts(programme, workshop))),
        ),
        subtitle=programme.title,
        language=programme.language,
        as_of=request.as_of,
        name=file_name(kind.key, *about, *([person.id] if person else [])),
        details={
            "programme": programme.id,
            "workshop": workshop.id,
            **({"person": person.id} if person else {}),
        },
    )


def _expected(programme: Programme, workshop: Workshop) -> tuple[Person, ...]:
    """Return who is invited, and who comes in the place of those who declined."""
    last = {entry.person: entry for entry in workshop.attendance}
    sent = (e.substitute for e in last.values() if e.substitute and e.status in _DECLINED)
    return (*programme.invited(workshop), *(programme.person(name) for name in sent))


def _opening(workshop: Workshop, person: Person | None) -> tuple[Block, ...]:
    if person is None:
        return ()
    said = [entry.status for entry in workshop.attendance if entry.person == person.id]
    reply = _REPLIES.get(said[-1], "") if said else ""
    greeting = gettext("Dear {name},", name=person.name)
    return filled((Paragraph(greeting, lead=True),), (Paragraph(gettext(reply)),) if reply else ())


def _at_a_glance(programme: Programme, workshop: Workshop) -> tuple[Block, ...]:
    address = meeting_address(workshop)
    link: Inline = (Run(address, href=address),) if address else ""
    return facts(
        (gettext("When"), when(programme, workshop)),
        *place(workshop),
        (gettext("Join at"), link),
        (gettext("Part of"), f"{numbered(programme, workshop)}, {programme.title}"),
        (
            gettext("Facilitation"),
            listed(introduced(p) for p in programme.facilitators_of(workshop)),
        ),
    )


def _outputs(workshop: Workshop) -> tuple[Block, ...]:
    listing = bullets(workshop.outputs)
    return (Paragraph(gettext("We want to leave with:")), *listing) if listing else ()


def _actions(programme: Programme, person: Person | None, on: date) -> tuple[Block, ...]:
    """Return what one person has open on a day, and nobody else's."""
    if person is None:
        return ()
    found = [one for one in reminders(programme, on, people=[person.id]) if one.actions]
    if not found:
        return (Paragraph(gettext("You have none.")),) if programme.actions else ()
    return action_blocks(found[0])


def _access(person: Person | None) -> tuple[Block, ...]:
    noted = person is not None and person.access_needs.strip()
    return (Paragraph(gettext(_NOTED if noted else _ASKED)),)


def _apologies(workshop: Workshop, person: Person | None) -> tuple[Block, ...]:
    needed = workshop.decides and person is not None and person.required
    ask = gettext(_TELL_US)
    return (Paragraph(f"{ask} {gettext(_STAND_IN)}" if needed else ask),)


def _contacts(programme: Programme, workshop: Workshop) -> tuple[Inline, ...]:
    """Return the facilitators who can be written to, or else all of them by name."""
    everybody = programme.facilitators_of(workshop)
    able = [person for person in everybody if person.email.strip()]
    return tuple(
        (Run(f"{p.name}: "), Run(p.email, href=f"mailto:{p.email}")) if p in able else p.name
        for p in able or everybody
    )
