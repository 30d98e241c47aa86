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
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.attendance import there
from workshopcore.reports.blocks import facts, filled, table
from workshopcore.reports.naming import file_name
from workshopcore.reports.occasion import takes_place, timed
from workshopcore.reports.people import named
from workshopcore.reports.wording import days, hours

__all__ = ["Certificates"]

_HOW_COUNTED = (
    "Hours are time in session, as it was recorded or else as planned; breaks and meals are not"
    " counted."
)
_NOT_KNOWN = "not recorded"
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
    title: str = "Certificate of attendance"
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
            self.title,
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
        Paragraph(_HOW_COUNTED),
        *facts(("Facilitators", _facilitators(programme, attended))),
        FormField("Signature"),
        FormField("Date"),
    ]
    return Section(person.name, blocks)


def _certified(programme: Programme, person: Person, workshops: int) -> Inline:
    """Say who attended what, in a sentence that stands by itself."""
    client = programme.client.name if programme.client else ""
    theirs = client if person.role in _OF_THE_CLIENT else ""
    about = ", ".join(part for part in (person.position.strip(), theirs) if part)
    these = "these workshops" if workshops > 1 else "this workshop"
    held_for = f", held for {client}" if client and not theirs else ""
    return (
        Run("This is to certify that "),
        Run(person.name, "strong"),
        Run(f"{f' ({about})' if about else ''} attended {these} of the programme "),
        Run(programme.title, "emphasis"),
        Run(f"{held_for}."),
    )


def _table(programme: Programme, attended: Sequence[_Hours]) -> tuple[Block, ...]:
    rows: list[tuple[Inline, ...]] = [
        (
            each.workshop.title,
            _dates(programme, each.workshop),
            _NOT_KNOWN if each.minutes is None else hours(each.minutes),
        )
        for each in attended
    ]
    if len(rows) > 1:
        rows.append(((Run("Total", "strong"),), "", (Run(_total(attended), "strong"),)))
    columns = ("Workshop", "Date", Column("Hours attended", align="right"))
    return table(columns, rows, row_headings=True)


def _dates(programme: Programme, workshop: Workshop) -> str:
    return days(programme.starts(workshop).date(), programme.ends(workshop).date())


def _total(attended: Sequence[_Hours]) -> str:
    known = [each.minutes for each in attended if each.minutes is not None]
    if not known:
        return _NOT_KNOWN
    at_least = "at least " if len(known) < len(attended) else ""
    return f"{at_least}{hours(sum(known))}"


def _facilitators(programme: Programme, attended: Sequence[_Hours]) -> str:
    people = (p.id for each in attended for p in programme.facilitators_of(each.workshop))
    return named(programme, dict.fromkeys(people))
