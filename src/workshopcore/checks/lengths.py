"""How long things usually take, as far as that is known before the day is timed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from workshopcore.contracts.checks import CheckContext
from workshopcore.contracts.formats import SessionFormat
from workshopcore.errors import FormatError, InvalidValueError
from workshopcore.model.agenda import AgendaItem, Break, Lunch, Parallel, Session, Slot, slots
from workshopcore.model.length import Length
from workshopcore.model.moments import elapsed
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop

__all__ = [
    "Usual",
    "has_pause",
    "length_of_format",
    "minutes_of",
    "usual_in",
]

Usual: TypeAlias = Callable[[AgendaItem], int | None]
"""The usual minutes of an agenda item, ``None`` where they are not known."""


def minutes_of(programme: Programme, workshop: Workshop) -> int:
    """Return the elapsed minutes of a workshop."""
    return elapsed(programme.starts(workshop), programme.ends(workshop))


def usual_in(context: CheckContext, workshop: Workshop) -> Usual:
    """Return the function that knows the usual minutes of a workshop's agenda items."""
    people = len(context.programme.invited(workshop))

    def usual(item: AgendaItem) -> int | None:
        if isinstance(item, Parallel):
            return _longest([_total(map(usual, track.agenda)) for track in item.tracks])
        return _usual(item, people, context.formats)

    return usual


def _usual(slot: Slot, people: int, formats: Mapping[str, SessionFormat]) -> int | None:
    if slot.minutes is not None and slot.minutes.usual is not None:
        return slot.minutes.usual
    length = length_of_format(slot, people, formats) if isinstance(slot, Session) else None
    return length.usual if length is not None else None


def length_of_format(
    session: Session, people: int, formats: Mapping[str, SessionFormat]
) -> Length | None:
    """Return how long a session's format takes, ``None`` where nobody can say."""
    if not people or session.format not in formats:
        return None
    try:
        return formats[session.format].length(people, session.options)
    except (FormatError, InvalidValueError):
        # WC216 and WC218 report these; here the length is merely unknown.
        return None


def _total(minutes: Iterable[int | None]) -> int | None:
    known = list(minutes)
    return None if None in known else sum(each for each in known if each is not None)


def _longest(minutes: list[int | None]) -> int | None:
    return None if None in minutes else max(m for m in minutes if m is not None)


def has_pause(agenda: Iterable[AgendaItem]) -> bool:
    """Return whether there is a break or lunch anywhere in an agenda."""
    return any(isinstance(slot, Break | Lunch) for _, slot in slots(agenda))
