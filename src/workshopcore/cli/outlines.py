"""What the workshops of a new programme are about: outlines, and an agenda for each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from importlib import resources
from typing import Any, NamedTuple, TypeAlias

from attrs import frozen

from workshopcore.contracts.formats import SessionFormat
from workshopcore.errors import WorkshopCoreError
from workshopcore.model.length import Length
from workshopcore.model.options import Options

__all__ = ["MOST_WORKSHOPS", "PlannedWorkshop", "days", "plan_workshops"]

MOST_WORKSHOPS = 24

Item: TypeAlias = dict[str, Any]
Formats: TypeAlias = Mapping[str, SessionFormat]

_FIRST_DAY = (65, 60, 55, 25)
_LATER_DAYS = (45, 60, 55, 25)
"""Usual minutes of the four sessions between opening, breaks and closing."""

_A_YEAR = 44
"""Weeks over which the workshops are spread."""
_QUIET = ((12, 21), (1, 3))
"""From and to which day of the year, as (month, day), nobody holds a workshop."""


class _Known(NamedTuple):
    shortest: int
    longest: int


@frozen
class PlannedWorkshop:
    """A workshop of a new programme, with its agenda as the tables of a programme file."""

    title: str
    phase: str
    day: date
    purpose: str
    outputs: Sequence[str]
    aims: Sequence[str]
    agenda: Sequence[Item]


def days(first: date, count: int) -> list[date]:
    """Return the days of some workshops: the same weekday, three to eight weeks apart.

    The end of December is left out; the next one then comes up to two weeks later.

    >>> [day.isoformat() for day in days(date(2027, 11, 2), 3)]
    ['2027-11-02', '2028-01-04', '2028-02-29']
    """
    between = timedelta(weeks=max(3, min(8, _A_YEAR // max(1, count - 1))))
    found = [first]
    while len(found) < count:
        day = found[-1] + between
        while _quiet(day):
            day += timedelta(weeks=1)
        found.append(day)
    return found


def _quiet(day: date) -> bool:
    first, last = _QUIET
    return (day.month, day.day) >= first or (day.month, day.day) <= last


def plan_workshops(on: Sequence[date], people: int, formats: Formats) -> list[PlannedWorkshop]:
    """Plan workshops for a number of people: strategic first, operational after, then a review.

    Args:
        on: the day of each workshop.
        people: how many take part.
        formats: the session formats that are installed, by key.
    """
    source = resources.files("workshopcore.cli") / "templates" / "outlines.toml"
    outlines = tomllib.loads(source.read_text(encoding="utf-8"))
    seen: dict[str, int] = {}
    planned = []
    for number, day in enumerate(on):
        phase = _phase(number, len(on))
        known = outlines[phase]
        turn = seen.get(phase, 0)
        seen[phase] = turn + 1
        outline = known[turn % len(known)]
        again = turn // len(known)
        planned.append(
            PlannedWorkshop(
                title=outline["title"] + (f" (part {again + 1})" if again else ""),
                phase=phase,
                day=day,
                purpose=outline["purpose"],
                outputs=outline["outputs"],
                aims=_aims(phase, alone=len(on) == 1),
                agenda=_agenda(outline["sessions"], people, formats, first=number == 0),
            )
        )
    return planned


def _aims(phase: str, *, alone: bool) -> list[str]:
    """Return the objectives of a workshop; the only one there is works towards both."""
    if alone:
        return ["direction", "delivery"]
    return ["direction"] if phase == "strategic" else ["delivery"]


def _phase(number: int, count: int) -> str:
    if number < max(1, min(2, count // 3)):
        return "strategic"
    return "review" if count > 2 and number == count - 1 else "operational"


def _agenda(sessions: Sequence[Item], people: int, formats: Formats, *, first: bool) -> list[Item]:
    """Return a day of which about a tenth is not spoken for."""
    minutes = _FIRST_DAY if first else _LATER_DAYS
    content = [
        _session(session, usual, people, formats)
        for session, usual in zip(sessions, minutes, strict=True)
    ]
    if first:
        start = [_framed("opening", "Welcome, and why we are here", 15, people, formats)]
    else:
        start = [
            _framed("check-in", "How we arrive today", 15, people, formats),
            _framed("action-review", "What became of our actions?", 20, people, formats),
        ]
    planning = _framed("action-planning", "Who does what by when?", 40, people, formats)
    return [
        {**start[0], "frame": "opening"},
        *start[1:],
        content[0],
        {"kind": "break", "minutes": 15},
        content[1],
        {"kind": "lunch", "minutes": 45, "start": "12:15"},
        content[2],
        content[3],
        {"kind": "break", "minutes": 15},
        {"kind": "buffer", "minutes": [0, 20, 30]},
        {**planning, "priority": "must"},
        {**_framed("check-out", "Closing round", 10, people, formats), "frame": "closing"},
    ]


def _session(session: Item, usual: int, people: int, formats: Formats) -> Item:
    """Return a session, in a format if one of those it names can be run in this time."""
    named = {"title": session["title"], "purpose": session["purpose"]}
    for key in session["formats"]:
        length = _length(formats.get(key), people)
        if length and length.shortest <= usual <= length.longest:
            return {"format": key, **named, "minutes": usual}
    # Little room above: two such sessions in a row are to stay within an hour and a half.
    return {**named, "minutes": [usual - 15, usual, usual + 5]}


def _framed(key: str, title: str, usual: int, people: int, formats: Formats) -> Item:
    """Return a part of every day, as near to its usual minutes as its format allows."""
    length = _length(formats.get(key), people)
    if length is None:
        return {"title": title, "minutes": [usual - 5, usual, usual + 5]}
    near = max(length.shortest, min(usual, length.longest))
    shortest, longest = max(length.shortest, near - 5), min(length.longest, near + 5)
    return {"format": key, "title": title, "minutes": [shortest, near, longest]}


def _length(format: SessionFormat | None, people: int) -> _Known | None:
    try:
        length = format.length(people, Options()) if format else Length()
    except WorkshopCoreError:
        return None
    if length.shortest is None or length.longest is None:
        return None
    return _Known(length.shortest, length.longest)
