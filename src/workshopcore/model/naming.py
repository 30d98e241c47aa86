"""Identifiers within a programme: made ones get a number where they repeat, given ones may not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar, cast

import attrs

from workshopcore.errors import Problem
from workshopcore.model.agenda import AgendaItem, Parallel
from workshopcore.model.identifiers import MadeIdentifier
from workshopcore.model.workshop import Workshop

__all__ = ["Scope", "name_workshop"]

T = TypeVar("T")


class Scope:
    """The identifiers of one kind of thing in one place.

    Attributes:
        problems: identifiers that were given twice.
        unclear: identifiers that would be made for several things and that none was given:
            nothing may refer to them.
    """

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.problems: list[Problem] = []
        self.unclear: set[str] = set()
        self.taken: dict[str, str] = {}
        self._given: frozenset[str] | None = None
        self._repeats: dict[str, int] = {}

    def reserve(self, entities: Sequence[Any], path: str) -> bool:
        """Take note of the identifiers that were given; return whether some were made."""
        names = [entity.id for entity in entities]
        made = MadeIdentifier in map(type, names)
        if made or len(set(names)) < len(names) or not self.taken.keys().isdisjoint(names):
            self._reserve_each(names, path)
        else:
            self.taken.update(dict.fromkeys(names, path))
        return made

    def _reserve_each(self, names: list[str], path: str) -> None:
        for number, name in enumerate(names):
            if name.__class__ is MadeIdentifier:
                continue
            if name in self.taken:
                self.problems.append(
                    Problem(
                        "WC005",
                        f"{path}[{number}].id",
                        f"'{name}' again",
                        f"an identifier that no other {self.kind} has",
                        f"'{name}' is already at {self.taken[name]}",
                    )
                )
            else:
                self.taken[name] = f"{path}[{number}]"

    def settle(self, entity: T, path: str) -> T:
        """Return an entity whose identifier is final."""
        made = entity.id  # type: ignore[attr-defined]
        if made.__class__ is not MadeIdentifier:
            return entity
        if self._given is None:
            # All that were given have been reserved before the first is made.
            self._given = frozenset(self.taken)
        name = self._unrepeated(made)
        if name != made and made not in self._given:
            self.unclear.add(str(made))
        self.taken[name] = path
        return cast(T, attrs.evolve(cast(Any, entity), id=name))

    def _unrepeated(self, made: str) -> str:
        """Return an identifier that is not taken; numbers go on from the last one given."""
        name, number = str(made), self._repeats.get(made, 1)
        while name in self.taken:
            number += 1
            name = f"{made}-{number}"
        self._repeats[made] = number
        return name

    def name_all(self, entities: tuple[T, ...], path: str) -> tuple[T, ...]:
        """Return entities whose identifiers are final."""
        if not self.reserve(entities, path):
            return entities
        return tuple([self.settle(entity, path) for entity in entities])


def name_workshop(workshop: Workshop, path: str) -> tuple[Workshop, Scope]:
    """Return a workshop whose agenda and rooms have final identifiers, and the agenda's scope."""
    scope = Scope("item of this agenda")
    made = _reserve(workshop.agenda, f"{path}.agenda", scope)
    changes: dict[str, Any] = {}
    if made:
        changes["agenda"] = _settle(workshop.agenda, f"{path}.agenda", scope)
    if workshop.venue is not None and workshop.venue.rooms:
        rooms = Scope("room of this venue")
        named = rooms.name_all(workshop.venue.rooms, f"{path}.venue.rooms")
        scope.problems += rooms.problems
        if named is not workshop.venue.rooms:
            changes["venue"] = attrs.evolve(workshop.venue, rooms=named)
    return (attrs.evolve(workshop, **changes) if changes else workshop), scope


def _reserve(agenda: tuple[AgendaItem, ...], path: str, scope: Scope) -> bool:
    made = scope.reserve(agenda, path)
    if Parallel not in map(type, agenda):
        return made
    for number, item in enumerate(agenda):
        if isinstance(item, Parallel):
            place = f"{path}[{number}].tracks"
            made |= scope.reserve(item.tracks, place)
            for lane, track in enumerate(item.tracks):
                made |= _reserve(track.agenda, f"{place}[{lane}].agenda", scope)
    return made


def _settle(agenda: tuple[AgendaItem, ...], path: str, scope: Scope) -> tuple[AgendaItem, ...]:
    named = []
    for number, item in enumerate(agenda):
        place = f"{path}[{number}]"
        settled = scope.settle(item, path)
        if isinstance(settled, Parallel):
            tracks = []
            for lane, track in enumerate(settled.tracks):
                inner = f"{place}.tracks[{lane}]"
                kept = scope.settle(track, f"{place}.tracks")
                agenda_named = _settle(kept.agenda, f"{inner}.agenda", scope)
                tracks.append(attrs.evolve(kept, agenda=agenda_named))
            settled = attrs.evolve(settled, tracks=tracks)
        named.append(settled)
    return tuple(named)
