"""What makes a programme hang together: identifiers, references, times and histories.

All faults are found in one go.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, get_args

import attrs

from workshopcore.errors import Problem, a_or_an, nearest
from workshopcore.model.brief import Phase, PhaseKind
from workshopcore.model.histories import history_problems, time_problems
from workshopcore.model.naming import Scope, name_workshop
from workshopcore.model.shape import FieldShape, shape
from workshopcore.model.workshop import Workshop

if TYPE_CHECKING:
    from workshopcore.model.programme import Programme

__all__ = ["settle"]

_NAMED = {
    "people": "person",
    "drivers": "driver",
    "objectives": "objective",
    "phases": "phase",
    "experts": "engagement",
    "ground_rules": "ground rule",
    "actions": "action",
    "decisions": "decision",
    "parked_issues": "parked issue",
    "waves": "wave",
    "themes": "theme",
    "evidence": "evidence",
    "gains": "gain",
    "quotes": "quote",
}


def settle(programme: Programme) -> tuple[dict[str, Any], list[Problem]]:
    """Return the collections of a programme with final identifiers, and every structural fault."""
    names = _Names()
    settled: dict[str, Any] = {}
    for collection, kind in _NAMED.items():
        settled[collection] = names.add(kind, getattr(programme, collection), collection)
    settled["instruments"] = _name_instruments(programme, names)
    settled["workshops"] = names.add_workshops(programme.workshops)
    settled["phases"] += _implied_phases(settled, names)
    problems = names.problems
    problems += _References(names).problems_in(programme, settled)
    problems += time_problems(programme, settled["workshops"])
    problems += history_problems(programme, settled)
    return settled, problems


def _name_instruments(programme: Programme, names: _Names) -> tuple[Any, ...]:
    named = []
    for number, instrument in enumerate(programme.instruments):
        scope = Scope("question of this instrument")
        questions = scope.name_all(instrument.questions, f"instruments[{number}].questions")
        names.problems += scope.problems
        if questions is not instrument.questions:
            instrument = attrs.evolve(instrument, questions=questions)
        named.append(instrument)
    return names.add("instrument", tuple(named), "instruments")


def _implied_phases(settled: Mapping[str, Any], names: _Names) -> tuple[Phase, ...]:
    """A workshop may name a kind of phase that nobody declared: it is declared then."""
    kinds = get_args(PhaseKind)
    wanted = dict.fromkeys(w.phase for w in settled["workshops"])
    implied = [kind for kind in wanted if kind in kinds and kind not in names.known["phase"]]
    names.known["phase"].update(dict.fromkeys(implied, ""))
    return tuple(Phase(kind.capitalize(), kind, id=kind) for kind in implied)


class _Names:
    """Every identifier of a programme, by kind, and those that nothing may refer to."""

    def __init__(self) -> None:
        self.known: dict[str, dict[str, str]] = {}
        self.unclear: dict[str, set[str]] = {}
        self.problems: list[Problem] = []
        self.sessions_of: dict[str, dict[str, str]] = {}
        self.unclear_in: dict[str, set[str]] = {}

    def add(self, kind: str, entities: tuple[Any, ...], path: str) -> tuple[Any, ...]:
        if not entities:
            self.known[kind], self.unclear[kind] = {}, set()
            return entities
        scope = Scope(kind)
        named = scope.name_all(entities, path)
        self.known[kind] = scope.taken
        self.unclear[kind] = scope.unclear
        self.problems += scope.problems
        return named

    def add_workshops(self, workshops: tuple[Workshop, ...]) -> tuple[Workshop, ...]:
        named = []
        sessions: dict[str, str] = {}
        unclear: set[str] = set()
        for number, workshop in enumerate(self.add("workshop", workshops, "workshops")):
            kept, scope = name_workshop(workshop, f"workshops[{number}]")
            named.append(kept)
            self.problems += scope.problems
            self.sessions_of[kept.id] = scope.taken
            self.unclear_in[kept.id] = scope.unclear
            within = f"{kept.id}/".__add__
            sessions.update(dict.fromkeys(map(within, scope.taken), ""))
            unclear.update(map(within, scope.unclear))
        self.known["session"] = sessions
        self.unclear["session"] = unclear
        self.known["origin"] = {**self.known["workshop"], **sessions}
        self.unclear["origin"] = self.unclear["workshop"] | unclear
        self.known["owner"] = self.known["person"]
        self.unclear["owner"] = self.unclear["person"]
        return tuple(named)


@cache
def _pointers(cls: Any) -> tuple[tuple[FieldShape, ...], tuple[FieldShape, ...]]:
    """Return the fields that refer to something, and those that hold entities which do."""
    fields = shape(cls)
    holders = tuple(f for f in fields if any(_leads_on(child, frozenset()) for child in f.children))
    return tuple(f for f in fields if f.to), holders


@cache
def _getters(cls: Any) -> tuple[tuple[tuple[Any, FieldShape], ...], ...]:
    """Return the same as ``_pointers``, each with what gets its value."""
    return tuple(
        tuple((attrgetter(field.name), field) for field in fields) for fields in _pointers(cls)
    )


def _leads_on(cls: type, seen: frozenset[type]) -> bool:
    if cls in seen:
        return False
    return any(
        f.to or any(_leads_on(child, seen | {cls}) for child in f.children) for f in shape(cls)
    )


class _References:
    """Finds references that lead nowhere."""

    def __init__(self, names: _Names) -> None:
        self.names = names
        self.known: dict[str, dict[str, str]] = dict(names.known)
        self.unclear: dict[str, set[str]] = dict(names.unclear)
        self.problems: list[Problem] = []

    def problems_in(self, programme: Programme, settled: Mapping[str, Any]) -> list[Problem]:
        root: Any = type(programme)
        for holder in _pointers(root)[1]:
            value = settled.get(holder.name, getattr(programme, holder.name))
            if holder.name == "workshops":
                self._workshops(value)
            elif not holder.many or not self._all_lead_on(value):
                self._held(value, holder, "")
        return self.problems

    def _workshops(self, workshops: tuple[Workshop, ...]) -> None:
        # Most refer to no room, and to none of their own sessions.
        self.known["room"] = self.known["own-session"] = {}
        self.unclear["room"] = self.unclear["own-session"] = set()
        if self._all_lead_on(workshops):
            return
        for number, workshop in enumerate(workshops):
            rooms = workshop.venue.rooms if workshop.venue else ()
            self.known["room"] = {room.id: "" for room in rooms}
            self.known["own-session"] = self.names.sessions_of[workshop.id]
            self.unclear["own-session"] = self.names.unclear_in[workshop.id]
            if not self._all_lead_on((workshop,)):
                self._entity(workshop, f"workshops[{number}]")

    def _all_lead_on(self, entities: Sequence[Any]) -> bool:
        """Look quickly whether all references of some entities, and of what they hold, are good.

        It looks at whole sets of names; only where it finds one amiss does anybody go through
        the entities one by one to say which.
        """
        for cls in set(map(type, entities)):
            same = [entity for entity in entities if entity.__class__ is cls]
            pointers, holders = _getters(cls)
            for get, pointer in pointers:
                names = set(map(get, same))
                if pointer.many:
                    names = set(chain.from_iterable(names))
                names.discard("")
                if names and not (
                    names <= self.known[pointer.to].keys()
                    and names.isdisjoint(self.unclear[pointer.to])
                ):
                    return False
            for get, holder in holders:
                found = [held for held in map(get, same) if held]
                if found and not self._all_lead_on(
                    list(chain.from_iterable(found)) if holder.many else found
                ):
                    return False
        return True

    def _entity(self, entity: Any, path: str) -> None:
        pointers, holders = _pointers(entity.__class__)
        for pointer in pointers:
            value = getattr(entity, pointer.name)
            if not value:
                continue
            known, unclear = self.known[pointer.to], self.unclear[pointer.to]
            if value.__class__ is str:
                if value not in known or value in unclear:
                    self._lost(value, pointer.to, f"{path}.{pointer.name}")
            else:
                for number, name in enumerate(value):
                    if name not in known or name in unclear:
                        self._lost(name, pointer.to, f"{path}.{pointer.name}[{number}]")
        for holder in holders:
            value = getattr(entity, holder.name)
            if value:
                self._held(value, holder, f"{path}.")

    def _held(self, value: Any, holder: FieldShape, prefix: str) -> None:
        if holder.many:
            for number, child in enumerate(value):
                self._entity(child, f"{prefix}{holder.name}[{number}]")
        elif value is not None:
            self._entity(value, f"{prefix}{holder.name}")

    def _lost(self, name: str, to: str, path: str) -> None:
        what = {
            "own-session": "session of this workshop",
            "origin": "workshop or session",
            "owner": "person on the programme",
            "room": "room of this workshop's venue",
        }.get(to, to)
        code = "WC013" if to == "owner" else "WC006"
        if name in self.unclear[to]:
            found = f"'{name}', which several have"
            cure = "They were named alike: give each an id of its own"
        else:
            known = self.known[to]
            # Looking for the nearest word takes long among very many, so it is not done for ever.
            few = len(known) * (len(self.problems) + 1) < 100_000
            guess = nearest(name, known) if few else ""
            found = f"'{name}'"
            cure = f"Did you mean '{guess}'?" if guess else _few(known) if few else ""
        self.problems.append(Problem(code, path, found, f"the identifier of {a_or_an(what)}", cure))


def _few(known: Mapping[str, str]) -> str:
    if not known:
        return "There are none yet"
    names = sorted(known)
    more = f" and {len(names) - 8} more" if len(names) > 8 else ""
    return f"Known: {', '.join(names[:8])}{more}"
