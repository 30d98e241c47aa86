"""Questions about who was there: Enter for everybody who was."""

from __future__ import annotations

from functools import partial

from workshopcore.cli.record.asking import Desk
from workshopcore.cli.record.book import Enter
from workshopcore.errors import InvalidValueError
from workshopcore.files.notes import Place, Scribe
from workshopcore.files.notes.attendance import attend, welcome
from workshopcore.model.people import Person
from workshopcore.model.workshop import Attendance

__all__ = ["ask_attendance"]

_ANSWERS = {
    "y": "present",
    "there": "present",
    "p": "part",
    "part": "part",
    "a": "apology",
    "apology": "apology",
    "n": "no-show",
    "no-show": "no-show",
    "s": "substitute",
    "substitute": "substitute",
    "-": "",
    "not known": "",
}
_ON_RECORD = {"attended": "there", "part": "part", "apology": "apology", "no-show": "no-show"}


def ask_attendance(desk: Desk) -> None:
    """Ask of each person who was invited whether they were there."""
    desk.part(
        "Who was there",
        "Enter: what stands in brackets. p part, a apology, n no-show, s somebody came in their"
        " place, y was there, - not known.",
    )
    for person in dict.fromkeys(desk.book.programme.invited(desk.book.workshop)):
        desk.until_taken(partial(_asked, desk, person))


def _asked(desk: Desk, person: Person) -> Enter | None:
    entry = desk.book.workshop.attendance_of(person.id)
    usual = _usual(entry)
    said = desk.choice(_introduced(person), _ANSWERS, usual)
    if not said or (entry is not None and said == _ANSWERS[usual]):
        return None
    if said == "part":
        return partial(_part, person.id, desk.text("  From"), desk.text("  Until"))
    if said == "substitute":
        return _substitute(desk, person)
    return lambda scribe: attend(scribe, Place(person.name), person.id, said)


def _introduced(person: Person) -> str:
    return f"{person.name}, {person.position}" if person.position else person.name


def _usual(entry: Attendance | None) -> str:
    """Return what Enter stands for: what is on record, and that somebody was there before."""
    if entry is None or entry.status not in _ON_RECORD:
        return "there"
    return "substitute" if entry.substitute else _ON_RECORD[entry.status]


def _part(person: str, arrived: str, left: str, scribe: Scribe) -> None:
    hours = f"{arrived}-{left}" if arrived or left else ""
    attend(scribe, Place("part"), person, "part", hours=hours)


def _substitute(desk: Desk, person: Person) -> Enter | None:
    name = desk.text("  Who came")
    if not name:
        return None
    position = ""
    known = _is_known(desk, name)
    if not known:
        question = f"  Nobody on the programme is called {name}. Put them there?"
        if not desk.agreed(question, usual=True):
            return _substitute(desk, person)
        position = desk.text("  Their post")

    def enter(scribe: Scribe) -> None:
        if not known:
            welcome(scribe, Place("guest"), name, position)
        attend(scribe, Place("substitute"), person.id, substitute=name)

    return enter


def _is_known(desk: Desk, name: str) -> bool:
    try:
        return bool(desk.book.scribe(desk.book.programme).person(name))
    except InvalidValueError as error:
        # One that several have is known too, and will be asked for again.
        return error.hint.startswith("Several")
