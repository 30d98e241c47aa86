"""Who came to a workshop, for how much of it, and who came in whose place."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from workshopcore.contracts.report import Block, Column, Paragraph
from workshopcore.language import gettext, gettext_noop, ngettext, npgettext
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Attendance, Workshop
from workshopcore.reports.blocks import filled, table
from workshopcore.reports.people import introduced
from workshopcore.reports.wording import clock, day, listed

__all__ = ["attendance", "present", "there"]

_STATUS = {
    "attended": gettext_noop("Present"),
    "part": gettext_noop("Present for part of it"),
    "apology": gettext_noop("Apologies"),
    "no-show": gettext_noop("Absent"),
}
_ABSENT = ("apology", "no-show")
_UNRECORDED = gettext_noop("Not recorded")


def present(programme: Programme, workshop: Workshop) -> tuple[Person, ...]:
    """Return who of those invited was there in person."""
    there = {entry.person for entry in workshop.attendance if entry.present}
    return tuple(p for p in programme.invited(workshop) if p.id in there)


def there(workshop: Workshop) -> tuple[str, ...]:
    """Return everybody who was there by the record, substitutes included, by identifier."""
    found = _last_words(workshop)
    stood_in = (entry.substitute for entry in found.values() if entry.status in _ABSENT)
    substitutes = (name for name in stood_in if name and name not in found)
    return tuple(dict.fromkeys([*(n for n, e in found.items() if e.present), *substitutes]))


def attendance(programme: Programme, workshop: Workshop) -> tuple[Block, ...]:
    """Return who was there; notes on attendance are for facilitators only."""
    entries = _last_words(workshop)
    invited = programme.invited(workshop)
    expected = {person.id for person in invited}
    guests = [programme.person(name) for name in entries if name not in expected]
    if not invited and not guests:
        return ()
    columns = (
        Column(gettext("Name")),
        Column(gettext("Attendance")),
        Column(gettext("In their place")),
        Column(gettext("Note"), audience=("facilitators",)),
    )
    rows = [
        _row(programme, workshop, person, entries.get(person.id)) for person in [*invited, *guests]
    ]
    return filled(_count(programme, workshop), table(columns, rows))


def _count(programme: Programme, workshop: Workshop) -> tuple[Block, ...]:
    """Say how many of those invited were there, and what is known of the others."""
    invited = programme.invited(workshop)
    if not workshop.attendance or not invited:
        return ()
    expected = {person.id for person in invited}
    entries = [entry for entry in _last_words(workshop).values() if entry.person in expected]
    found = Counter(entry.status for entry in entries)
    there = found["attended"] + found["part"]
    told = _came(there, len(invited), found["part"])
    unknown = len(invited) - there - found["apology"] - found["no-show"]
    rest = listed(_others(found["apology"], found["no-show"], unknown))
    if rest:
        told = f"{told}; {rest}"
    stood_in = sum(bool(entry.substitute) for entry in entries)
    in_place = ngettext(
        "{count} sent somebody in their place.", "{count} sent somebody in their place.", stood_in
    )
    return (Paragraph(f"{told}. {in_place}" if stood_in else f"{told}."),)


def _came(came: int, invited: int, part: int) -> str:
    if not part:
        return npgettext(
            "attendance",
            "{count} of {invited} of those invited were there",
            "{count} of {invited} of those invited were there",
            came,
            invited=invited,
        )
    return npgettext(
        "attendance",
        "{count} of {invited} of those invited were there, {part} of them for part of it",
        "{count} of {invited} of those invited were there, {part} of them for part of it",
        came,
        invited=invited,
        part=part,
    )


def _others(apologies: int, absent: int, unknown: int) -> tuple[str, ...]:
    return (
        ngettext("{count} sent apologies", "{count} sent apologies", apologies)
        if apologies
        else "",
        ngettext("{count} was absent", "{count} were absent", absent) if absent else "",
        ngettext("of {count} nothing is recorded", "of {count} nothing is recorded", unknown)
        if unknown
        else "",
    )


def _last_words(workshop: Workshop) -> dict[str, Attendance]:
    """Return what is on record of each person; the last word counts."""
    return {entry.person: entry for entry in workshop.attendance}


def _row(
    programme: Programme, workshop: Workshop, person: Person, entry: Attendance | None
) -> tuple[str, str, str, str]:
    if entry is None:
        return introduced(person), gettext(_UNRECORDED), "", ""
    instead = introduced(programme.person(entry.substitute)) if entry.substitute else ""
    return introduced(person), _status(workshop, entry), instead, entry.note


def _status(workshop: Workshop, entry: Attendance) -> str:
    told = gettext(_STATUS.get(entry.status, _UNRECORDED))
    during = _during(workshop, entry)
    return f"{told}, {during}" if entry.present and during else told


def _during(workshop: Workshop, entry: Attendance) -> str:
    arrived = _moment(workshop, entry.arrived) if entry.arrived else ""
    left = _moment(workshop, entry.left) if entry.left else ""
    if arrived and left:
        return gettext("from {start} until {end}", start=arrived, end=left)
    if arrived:
        return gettext("from {time}", time=arrived)
    return gettext("until {time}", time=left) if left else ""


def _moment(workshop: Workshop, value: datetime) -> str:
    """Return a clock time, with its day where the workshop has several."""
    if workshop.start.date() == workshop.end.date():
        return clock(value)
    return gettext("{time} on {day}", time=clock(value), day=day(value))
