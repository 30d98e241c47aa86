"""Notes to fill in: people, sessions and what was carried over are there already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from attrs import evolve

from workshopcore.cli.filling import filled
from workshopcore.files.notes import Place, Scribe
from workshopcore.files.notes.attendance import attend
from workshopcore.files.notes.course import ran
from workshopcore.files.toml_out import line_text
from workshopcore.model.agenda import Session

__all__ = ["notes_to_fill_in"]

_HERE = Place("template")
_SAID = {"attended": "present", "part": "part", "apology": "apology", "no-show": "no-show"}


def notes_to_fill_in(scribe: Scribe) -> str:
    """Return a file of notes that says what is on record; taking it changes nothing."""
    workshop = scribe.workshop
    sheet = scribe.sheet()
    rows = sheet.rows if sheet else ()
    planned = {row.id: f"{row.start:%H:%M}-{row.end:%H:%M}" for row in rows if row.slot}
    sessions = [slot for _, slot in workshop.slots() if isinstance(slot, Session)]
    return filled(
        "notes.toml",
        workshop=workshop,
        title=_comment(workshop.title),
        people=[
            (person.id, line_text(_attendance(scribe, person.id)), _comment(person.name))
            for person in dict.fromkeys(scribe.programme.invited(workshop))
        ],
        actuals=[
            (s.id, line_text(_actual(scribe, s.id)), planned.get(s.id, ""), _comment(s.name))
            for s in sessions
        ],
        sessions=[(s.id, _comment(s.name)) for s in sessions],
        issues=[
            (issue.id, _comment(issue.statement))
            for issue in scribe.programme.parked_issues
            if issue.state(date.max) in ("parked", "triaged")
        ],
    )


def _comment(text: str) -> str:
    """Return text as it may stand in a comment."""
    return "".join(c if c.isprintable() else " " for c in text)


def _attendance(scribe: Scribe, person: str) -> str | dict[str, Any]:
    entry = scribe.workshop.attendance_of(person)
    if entry is None or entry.status not in _SAID:
        return ""
    hours = _hours(entry.arrived, entry.left)
    if not entry.substitute and not (hours and entry.status != "part"):
        said: dict[str, str] = {"status": hours or _SAID[entry.status]}
    else:
        said = {"status": _SAID[entry.status], "hours": hours, "substitute": entry.substitute}
    told = {name: value for name, value in said.items() if value}
    if _is_news(scribe, lambda trial: _attend(trial, person, **told)):
        return ""
    return told["status"] if len(told) == 1 else told


def _attend(scribe: Scribe, person: str, status: str, **said: str) -> None:
    attend(scribe, _HERE, person, status, **said)


def _actual(scribe: Scribe, session: str) -> str:
    found = [actual for actual in scribe.workshop.actuals if actual.session == session]
    if not found:
        return ""
    actual = found[-1]
    said = actual.fate if actual.fate != "done" else _hours(actual.start, actual.end)
    if not said or _is_news(scribe, lambda trial: ran(trial, _HERE, session, said)):
        return ""
    return said


def _is_news(scribe: Scribe, enter: Callable[[Scribe], None]) -> bool:
    """Return whether an entry would say more than the record: notes cannot say all it holds."""
    trial = evolve(scribe, problems=[], told=[], seen=Counter())
    enter(trial)
    return bool(trial.problems) or trial.programme is not scribe.programme


def _hours(start: datetime | None, end: datetime | None) -> str:
    moments = [moment.isoformat(timespec="minutes") if moment else "" for moment in (start, end)]
    return "-".join(moments) if any(moments) else ""
