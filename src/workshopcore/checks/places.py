"""Everything in a programme together with its path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from workshopcore.checks.timeline import END, is_live
from workshopcore.checks.wording import one_line
from workshopcore.model.agenda import AgendaItem, Parallel, Session
from workshopcore.model.expert import ExpertEngagement
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop

__all__ = ["agendas", "engagements", "name_of", "numbered", "parallels", "sessions", "workshops"]

T = TypeVar("T")


def numbered(things: Iterable[T], path: str) -> Iterator[tuple[str, T]]:
    """Yield things with their paths.

    >>> list(numbered(["a", "b"], "people"))
    [('people[0]', 'a'), ('people[1]', 'b')]
    """
    for number, thing in enumerate(things):
        yield f"{path}[{number}]", thing


def name_of(programme: Programme, person: str) -> str:
    """Return a person's name as messages have it."""
    return one_line(programme.person(person).name)


def workshops(programme: Programme) -> Iterator[tuple[str, Workshop]]:
    """Yield the workshops that are neither cancelled nor postponed."""
    for path, workshop in numbered(programme.workshops, "workshops"):
        if is_live(workshop):
            yield path, workshop


def agendas(programme: Programme) -> Iterator[tuple[str, Workshop]]:
    """Yield the live workshops that have an agenda."""
    return ((path, workshop) for path, workshop in workshops(programme) if workshop.agenda)


def sessions(programme: Programme) -> Iterator[tuple[str, Session, Workshop]]:
    """Yield the sessions of live workshops, those of parallel tracks included."""
    for path, workshop in workshops(programme):
        for place, slot in workshop.slots():
            if isinstance(slot, Session):
                yield f"{path}.{place}", slot, workshop


def parallels(agenda: Iterable[AgendaItem], path: str) -> Iterator[tuple[str, Parallel]]:
    """Yield what runs in parallel, at any depth."""
    for place, item in numbered(agenda, path):
        if isinstance(item, Parallel):
            yield place, item
            for lane, track in numbered(item.tracks, f"{place}.tracks"):
                yield from parallels(track.agenda, f"{lane}.agenda")


def engagements(programme: Programme) -> Iterator[tuple[str, ExpertEngagement]]:
    """Yield the experts' engagements that were neither declined nor withdrawn."""
    for path, engagement in numbered(programme.experts, "experts"):
        if engagement.state(END) not in ("declined", "withdrawn"):
            yield path, engagement
