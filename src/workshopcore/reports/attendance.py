"""Who came to a workshop, for how much of it, and who came in whose place."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from workshopcore.contracts.report import Block, Column, Paragraph
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Attendance, Workshop
from workshopcore.reports.blocks import filled, table
from workshopcore.reports.people import introduced
from workshopcore.reports.wording import clock, count, day, listed, share

__all__ = ["attendance", "present", "there"]

_STATUS = {
    "attended": "Present",
    "part": "Present for part of it",
    "apology": "Apologies",
    "no-show": "Absent",
}
_ABSENT = ("apology", "no-show")
_UNRECORDED = "Not recorded"


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
        Column("Name"),
        Column("Attendance"),
        Column("In their place"),
        Column("Note", audience=("facilitators",)),
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
    told = f"{share(there, len(invited))} of those invited were there"
    if found["part"]:
        told += f", {found['part']} of them for part of it"
    others = [
        f"{found['apology']} sent apologies" if found["apology"] else "",
        f"{count(found['no-show'], 'was', 'were')} absent" if found["no-show"] else "",
    ]
    unknown = len(invited) - there - found["apology"] - found["no-show"]
    others.append(f"of {unknown} nothing is recorded" if unknown else "")
    rest = listed(others)
    stood_in = sum(bool(entry.substitute) for entry in entries)
    in_place = f" {stood_in} sent somebody in their place." if stood_in else ""
    return (Paragraph(f"{told}{'; ' if rest else ''}{rest}.{in_place}"),)


def _last_words(workshop: Workshop) -> dict[str, Attendance]:
    """Return what is on record of each person; the last word counts."""
    return {entry.person: entry for entry in workshop.attendance}


def _row(
    programme: Programme, workshop: Workshop, person: Person, entry: Attendance | None
) -> tuple[str, str, str, str]:
    if entry is None:
        return introduced(person), _UNRECORDED, "", ""
    instead = introduced(programme.person(entry.substitute)) if entry.substitute else ""
    return introduced(person), _status(workshop, entry), instead, entry.note


def _status(workshop: Workshop, entry: Attendance) -> str:
    told = _STATUS.get(entry.status, _UNRECORDED)
    hours = [
        f"from {_moment(workshop, entry.arrived)}" if entry.arrived else "",
        f"until {_moment(workshop, entry.left)}" if entry.left else "",
    ]
    during = " ".join(part for part in hours if part)
    return f"{told}, {during}" if entry.present and during else told


def _moment(workshop: Workshop, value: datetime) -> str:
    """Return a clock time, with its day where the workshop has several."""
    if workshop.start.date() == workshop.end.date():
        return clock(value)
    return f"{clock(value)} on {day(value)}"
