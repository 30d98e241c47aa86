"""Certificates of attendance: a page for each person who was there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from workshopcore.agenda import attended_minutes
from workshopcore.contracts.report import (
    Audience,
    Block,
    Column,
    FormField,
    Inline,
    PageBreak,
    Paragraph,
    Report,
    Run,
    Section,
)
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.errors import ReportError
from workshopcore.language import gettext, gettext_noop, ngettext
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.attendance import there
from workshopcore.reports.blocks import facts, filled, spliced, table
from workshopcore.reports.naming import file_name
from workshopcore.reports.occasion import takes_place, timed
from workshopcore.reports.people import named
from workshopcore.reports.wording import days, hours

__all__ = ["Certificates"]

_HOW_COUNTED = gettext_noop(
    "Hours are time in session, as it was recorded or else as planned; breaks and meals are not"
    " counted."
)
_NOT_KNOWN = gettext_noop("not recorded")
_OF_THE_CLIENT = ("participant", "sponsor")
_GIVES_IT = ("facilitator", "expert")


@frozen
class _Hours:
    """A workshop that somebody attended, and their minutes in session, ``None`` if unknown."""

    workshop: Workshop
    minutes: int | None


@frozen
class Certificates:
    """A page for each person: which workshops they attended by a day, and for how many hours.

    Everybody has one who attended a workshop that was over by then: participants, also those
    who left since, and whoever came in somebody's place. Facilitators and experts, who give the
    workshops, have one only when a request names them.

    A request may name one ``person``, or several as the option ``people``.
    """

    key: str = "certificates"
    title: str = gettext_noop("Certificate of attendance")
    audience: Audience = "participants"
    needs: frozenset[Need] = frozenset({"as_of"})

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return the certificates as of a day.

        Raises:
            AsOfRequiredError: no day was given.
            ReportError: nobody has attended anything by that day, or somebody who is asked for
                has not.
            UnknownKeyError: there is no such person.
        """
        as_of = request.day(self.key)
        attended = _attended(programme, request, as_of)
        people = _chosen(programme, request, attended, as_of)
        pages = [(_certificate(programme, person, attended[person.id]),) for person in people]
        blocks = filled(*((*page, PageBreak()) for page in pages[:-1]), *pages[-1:])
        one = [request.person] if request.person else []
        return Report(
            self.key,
            gettext(self.title),
            self.audience,
            blocks,
            subtitle=programme.title,
            language=programme.language,
            as_of=as_of,
            name=file_name(self.key, *one),
            details={"programme": programme.id, "people": [person.id for person in people]},
        )


def _attended(programme: Programme, request: ReportRequest, as_of: date) -> dict[str, list[_Hours]]:
    """Return what each person attended by the end of a day, in order of time."""
    found: dict[str, list[_Hours]] = {}
    for workshop in programme.in_order:
        if takes_place(workshop, as_of) and programme.ends(workshop).date() <= as_of:
            for person, minutes in _minutes(programme, workshop, request).items():
                found.setdefault(person, []).append(_Hours(workshop, minutes))
    return found


def _minutes(
    programme: Programme, workshop: Workshop, request: ReportRequest
) -> dict[str, int | None]:
    """Return everybody's minutes; of an agenda that cannot be timed only who was there."""
    try:
        found = attended_minutes(timed(programme, workshop, request))
    except ReportError:
        return dict.fromkeys(there(workshop))
    return {person: minutes for person, minutes in found.items() if minutes != 0}


def _chosen(
    programme: Programme,
    request: ReportRequest,
    attended: dict[str, list[_Hours]],
    as_of: date,
) -> tuple[Person, ...]:
    """Return who is to have a certificate: who is named, or else everybody who has earned it."""
    asked = _asked(request)
    for name in asked:
        if programme.person(name).id not in attended:
            raise ReportError(f"'{name}' has attended no workshop by {as_of}")
    if asked:
        return tuple(programme.person(name) for name in asked)
    found = tuple(p for p in programme.people if p.id in attended and p.role not in _GIVES_IT)
    if not found:
        raise ReportError(f"nobody is on record as having attended a workshop by {as_of}")
    return found


def _asked(request: ReportRequest) -> Sequence[str]:
    if request.person:
        return (request.person,)
    people = request.options.get("people", ())
    if isinstance(people, str):
        return (people,)
    if not isinstance(people, (list, tuple)) or not all(isinstance(name, str) for name in people):
        raise ReportError("the option 'people' is a list of identifiers")
    return tuple(dict.fromkeys(people))


def _certificate(programme: Programme, person: Person, attended: Sequence[_Hours]) -> Section:
    blocks: list[Block] = [
        Paragraph(_certified(programme, person, len(attended)), lead=True),
        *_table(programme, attended),
        Paragraph(gettext(_HOW_COUNTED)),
        *facts((gettext("Facilitators"), _facilitators(programme, attended))),
        FormField(gettext("Signature")),
        FormField(gettext("Date")),
    ]
    return Section(person.name, blocks)


def _certified(programme: Programme, person: Person, workshops: int) -> Inline:
    """Say who attended what, in a sentence that stands by itself."""
    client = programme.client.name if programme.client else ""
    theirs = client if person.role in _OF_THE_CLIENT else ""
    about = ", ".join(part for part in (person.position.strip(), theirs) if part)
    places = {"name": "{name}", "post": "{post}", "programme": "{programme}", "client": "{client}"}
    if client and not theirs:
        sentence = ngettext(
            "This is to certify that {name}{post} attended this workshop of the programme"
            " {programme}, held for {client}.",
            "This is to certify that {name}{post} attended these workshops of the programme"
            " {programme}, held for {client}.",
            workshops,
            **places,
        )
    else:
        sentence = ngettext(
            "This is to certify that {name}{post} attended this workshop of the programme"
            " {programme}.",
            "This is to certify that {name}{post} attended these workshops of the programme"
            " {programme}.",
            workshops,
            **places,
        )
    return spliced(
        sentence,
        name=Run(person.name, "strong"),
        post=f" ({about})" if about else "",
        programme=Run(programme.title, "emphasis"),
        client=client,
    )


def _table(programme: Programme, attended: Sequence[_Hours]) -> tuple[Block, ...]:
    rows: list[tuple[Inline, ...]] = [
        (
            each.workshop.title,
            _dates(programme, each.workshop),
            gettext(_NOT_KNOWN) if each.minutes is None else hours(each.minutes),
        )
        for each in attended
    ]
    if len(rows) > 1:
        rows.append(((Run(gettext("Total"), "strong"),), "", (Run(_total(attended), "strong"),)))
    columns = (
        gettext("Workshop"),
        gettext("Date"),
        Column(gettext("Hours attended"), align="right"),
    )
    return table(columns, rows, row_headings=True)


def _dates(programme: Programme, workshop: Workshop) -> str:
    return days(programme.starts(workshop).date(), programme.ends(workshop).date())


def _total(attended: Sequence[_Hours]) -> str:
    known = [each.minutes for each in attended if each.minutes is not None]
    if not known:
        return gettext(_NOT_KNOWN)
    whole = hours(sum(known))
    return gettext("at least {hours}", hours=whole) if len(known) < len(attended) else whole


def _facilitators(programme: Programme, attended: Sequence[_Hours]) -> str:
    people = (p.id for each in attended for p in programme.facilitators_of(each.workshop))
    return named(programme, dict.fromkeys(people))
