"""Who came to a workshop, for how much of it, and who came in whose place."""

from __future__ import annotations

from workshopcore.contracts.report import Block, Column, Paragraph
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Attendance, Workshop
from workshopcore.reports.blocks import filled, table
from workshopcore.reports.people import introduced
from workshopcore.reports.wording import clock, share

__all__ = ["attendance", "present"]

_STATUS = {
    "attended": "Present",
    "part": "Present for part of the day",
    "apology": "Apologies",
    "no-show": "Absent",
}
_UNRECORDED = "Not recorded"


def present(programme: Programme, workshop: Workshop) -> tuple[Person, ...]:
    """Return who of those invited was there in person."""
    there = {entry.person for entry in workshop.attendance if entry.present}
    return tuple(p for p in programme.invited(workshop) if p.id in there)


def attendance(programme: Programme, workshop: Workshop) -> tuple[Block, ...]:
    """Return who was there; notes on attendance are for facilitators only."""
    entries = {entry.person: entry for entry in workshop.attendance}
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
    rows = [_row(programme, person, entries.get(person.id)) for person in [*invited, *guests]]
    return filled(_count(programme, workshop), table(columns, rows))


def _count(programme: Programme, workshop: Workshop) -> tuple[Block, ...]:
    invited = programme.invited(workshop)
    if not workshop.attendance or not invited:
        return ()
    there = share(len(present(programme, workshop)), len(invited))
    expected = {person.id for person in invited}
    stood_in = sum(bool(e.substitute) for e in workshop.attendance if e.person in expected)
    told = f"{there} of those invited were there"
    more = f"; {stood_in} sent somebody in their place" if stood_in else ""
    return (Paragraph(f"{told}{more}."),)


def _row(
    programme: Programme, person: Person, entry: Attendance | None
) -> tuple[str, str, str, str]:
    if entry is None:
        return introduced(person), _UNRECORDED, "", ""
    instead = introduced(programme.person(entry.substitute)) if entry.substitute else ""
    return introduced(person), _status(entry), instead, entry.note


def _status(entry: Attendance) -> str:
    told = _STATUS.get(entry.status, _UNRECORDED)
    hours = [
        f"from {clock(entry.arrived)}" if entry.arrived else "",
        f"until {clock(entry.left)}" if entry.left else "",
    ]
    during = " ".join(part for part in hours if part)
    return f"{told}, {during}" if entry.present and during else told
