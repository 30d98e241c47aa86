"""Who was there, for how much of it, and who came in whose place."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from workshopcore.errors import InvalidValueError, nearest
from workshopcore.files.notes.hours import Hours, hours_of, looks_like_hours
from workshopcore.files.notes.scribe import Place, Scribe
from workshopcore.model.people import Person
from workshopcore.model.workshop import Attendance, AttendanceStatus

__all__ = ["STATUSES", "attend", "welcome"]

STATUSES: Mapping[str, AttendanceStatus] = {
    "present": "attended",
    "attended": "attended",
    "part": "part",
    "apology": "apology",
    "apologies": "apology",
    "no-show": "no-show",
    "absent": "no-show",
}
"""What may be said of somebody's attendance, and what it is on record."""

_INSTEAD = "substitute:"
_TOLD = {"attended": "there", "part": "there for part", "apology": "apology", "no-show": "no-show"}


def attend(
    scribe: Scribe,
    place: Place,
    who: str,
    said: str = "",
    *,
    hours: str = "",
    substitute: str = "",
    note: str = "",
) -> None:
    """Take down somebody's attendance; the last word counts.

    Args:
        scribe: who takes it down.
        place: where it is written.
        who: whom it is about.
        said: a word of ``STATUSES``, times such as ``13:00-16:30``, or ``substitute: Mei``.
        hours: the times of somebody who came for part.
        substitute: who came in their place; they then send apologies, unless more is said.
        note: for facilitators; left out, what is there stays.
    """
    with scribe.at(place):
        person = scribe.person(who)
        said = said.strip()
        if said.casefold().startswith(_INSTEAD):
            said, substitute = "", said[len(_INSTEAD) :]
        if looks_like_hours(said):
            said, hours = "part", said
        instead = scribe.person(substitute) if substitute.strip() else ""
        if instead == person:
            raise InvalidValueError(substitute, "somebody else in their place")
        status = _status(said, hours=hours, instead=instead)
        arrived, left = _hours(scribe, hours)
        old = scribe.workshop.attendance_of(person) or Attendance(person, "invited")
        same = old.status == status
        new = evolve(
            old,
            status=status,
            arrived=old.arrived if same and not hours else arrived,
            left=old.left if same and not hours else left,
            substitute=instead or (old.substitute if same else ""),
            note=note or old.note,
        )
        if new != old:
            name = scribe.programme.person(person).name
            changed = scribe.programme.with_attendance(scribe.name, new)
            scribe.take(changed, f"{name}: {_words(scribe, new)}")


def _status(said: str, *, hours: str, instead: str) -> AttendanceStatus:
    word = said.casefold() or ("part" if hours else "apology" if instead else "")
    if word in STATUSES:
        return STATUSES[word]
    guess = nearest(said, STATUSES)
    hint = f"Did you mean '{guess}'?" if guess else ""
    raise InvalidValueError(said, "present, part, apology, no-show, or times such as 13:00-", hint)


def _hours(scribe: Scribe, hours: str) -> Hours:
    return hours_of(scribe.workshop, hours) if hours.strip() else (None, None)


def _words(scribe: Scribe, entry: Attendance) -> str:
    hours = [
        f"from {entry.arrived:%H:%M}" if entry.arrived else "",
        f"until {entry.left:%H:%M}" if entry.left else "",
    ]
    instead = scribe.programme.person(entry.substitute).name if entry.substitute else ""
    parts = [_TOLD[entry.status], *hours]
    told = " ".join(part for part in parts if part)
    return f"{told}, {instead} came" if instead else told


def welcome(scribe: Scribe, place: Place, name: str, position: str = "") -> None:
    """Put somebody on the programme who came and is not on it: as an observer.

    Args:
        scribe: who takes it down.
        place: where it is written.
        name: as it appears on papers; nobody is put there twice.
        position: their post.
    """
    with scribe.at(place):
        guest = Person(name, role="observer", position=position)
        if any(person.name == guest.name for person in scribe.programme.people):
            return
        people = [*scribe.programme.people, guest]
        scribe.take(evolve(scribe.programme, people=people), f"{guest.name} is on the programme")
