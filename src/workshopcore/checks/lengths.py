"""How long things usually take, as far as that is known before the day is timed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from workshopcore.checks.places import numbered
from workshopcore.contracts.checks import CheckContext
from workshopcore.contracts.formats import SessionFormat
from workshopcore.errors import FormatError, InvalidValueError
from workshopcore.model.agenda import AgendaItem, Break, Lunch, Parallel, Session, Slot, slots
from workshopcore.model.length import Length
from workshopcore.model.moments import elapsed
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop

__all__ = [
    "Stretch",
    "Usual",
    "has_pause",
    "length_of_format",
    "minutes_of",
    "stretches",
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


class Stretch(NamedTuple):
    """Work without a break: where it starts, and its usual minutes if all of them are known."""

    path: str
    minutes: int | None


def stretches(agenda: Iterable[AgendaItem], path: str, usual: Usual) -> Iterator[Stretch]:
    """Yield the stretches of work between breaks.

    A lock starts a new stretch, because there may be a gap before it; tracks that have breaks
    of their own are stretches apart.
    """
    run: list[tuple[str, int | None]] = []
    for place, item in numbered(agenda, path):
        pause = isinstance(item, Break | Lunch)
        apart = isinstance(item, Parallel) and has_pause([item])
        if run and (pause or apart or _locked(item)):
            yield _stretch(run)
            run = []
        if apart:
            yield from _in_tracks(item, place, usual)
        elif not pause:
            run.append((place, usual(item)))
    if run:
        yield _stretch(run)


def _stretch(run: list[tuple[str, int | None]]) -> Stretch:
    return Stretch(run[0][0], _total(minutes for _, minutes in run))


def _in_tracks(item: AgendaItem, place: str, usual: Usual) -> Iterator[Stretch]:
    tracks = item.tracks if isinstance(item, Parallel) else ()
    for lane, track in numbered(tracks, f"{place}.tracks"):
        yield from stretches(track.agenda, f"{lane}.agenda", usual)


def _locked(item: AgendaItem) -> bool:
    return not isinstance(item, Parallel) and (item.start is not None or item.window is not None)
