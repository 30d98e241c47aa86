"""The parts of a programme that a trace runs through, and what links them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from workshopcore.actions import Standing, plan
from workshopcore.model.evaluation import Gain
from workshopcore.model.outcomes import Decision
from workshopcore.model.programme import Programme
from workshopcore.model.versions import current_objectives, version_among
from workshopcore.trace.grades import evidence_for, gains_by

__all__ = ["KINDS", "Kind", "Link", "Node", "Parts", "links_of", "nodes_of", "parts_of"]

Kind: TypeAlias = Literal[
    "driver", "objective", "workshop", "session", "action", "decision", "evidence", "gain"
]

KINDS: tuple[Kind, ...] = (
    "driver",
    "objective",
    "workshop",
    "session",
    "action",
    "decision",
    "evidence",
    "gain",
)
"""The kinds in the order in which a programme runs through them."""

_NOT_HELD = frozenset({"cancelled", "postponed"})


class Node(NamedTuple):
    """One part of a programme.

    Attributes:
        kind: what it is.
        id: its identifier; of a session ``workshop/session``.
        title: what it is called.
    """

    kind: Kind
    id: str
    title: str


class Link(NamedTuple):
    """One part that leads to another: an objective to a workshop, evidence to a gain.

    Attributes:
        source: the one that is nearer to the drivers.
        target: the one that is nearer to the gains.
        told: how the two hang together, from the source: ``is worked towards in``.
    """

    source: Node
    target: Node
    told: str


class Parts(NamedTuple):
    """What had happened by the end of a day, as far as a trace can run through it.

    Attributes:
        actions: those that count; what was cancelled or superseded carries nothing.
        objectives: those in force, by identifier.
    """

    programme: Programme
    as_of: date
    nodes: dict[tuple[Kind, str], Node]
    actions: tuple[Standing, ...]
    decisions: tuple[Decision, ...]
    gains: tuple[Gain, ...]
    objectives: frozenset[str]

    def node(self, kind: Kind, id: str) -> Node | None:
        """Return a part, ``None`` where it was not there yet."""
        return self.nodes.get((kind, id))

    def current(self, objective: str) -> str:
        """Return the version of an objective that is in force, ``""`` where there is none."""
        return version_among(self.programme, objective, self.objectives) if objective else ""


def parts_of(programme: Programme, as_of: date) -> Parts:
    """Return what a trace can run through at the end of a day."""
    actions = tuple(each for each in plan(programme, as_of) if not each.given_up)
    decisions = tuple(d for d in programme.decisions if _stands(programme, d, as_of))
    gains = gains_by(programme, as_of)
    objectives = frozenset(o.id for o in current_objectives(programme, as_of))
    parts = Parts(programme, as_of, {}, actions, decisions, gains, objectives)
    parts.nodes.update({(node.kind, node.id): node for node in nodes_of(parts)})
    return parts


def _stands(programme: Programme, decision: Decision, as_of: date) -> bool:
    """Return whether a decision had been made, and neither reversed nor replaced."""
    made = decision.made is None or decision.made <= as_of
    reversed_ = decision.reversed is not None and decision.reversed <= as_of
    later = next((d for d in programme.decisions if d.id == decision.superseded_by), None)
    replaced = later is not None and (later.made is None or later.made <= as_of)
    return made and not reversed_ and not replaced


def nodes_of(parts: Parts) -> Iterator[Node]:
    """Yield every part, in the order in which the programme runs through them."""
    yield from _brief(parts)
    yield from _places(parts)
    for each in parts.actions:
        yield Node("action", each.action.id, each.action.statement)
    for decision in parts.decisions:
        yield Node("decision", decision.id, decision.statement)
    for evidence in parts.programme.evidence:
        if evidence.dated is None or evidence.dated <= parts.as_of:
            yield Node("evidence", evidence.id, evidence.title)
    for gain in parts.gains:
        yield Node("gain", gain.id, gain.statement)


def _brief(parts: Parts) -> Iterator[Node]:
    as_of = parts.as_of
    for driver in parts.programme.drivers:
        agreed = driver.agreed is None or driver.agreed <= as_of
        if agreed and (driver.superseded is None or driver.superseded > as_of):
            yield Node("driver", driver.id, driver.statement)
    for objective in current_objectives(parts.programme, as_of):
        yield Node("objective", objective.id, objective.statement)


def _places(parts: Parts) -> Iterator[Node]:
    """Yield the workshops that had begun by then, and after them their sessions."""
    as_of = parts.as_of
    held = [
        workshop
        for workshop in parts.programme.in_order
        if workshop.day <= as_of and workshop.state(as_of) not in _NOT_HELD
    ]
    for workshop in held:
        yield Node("workshop", workshop.id, workshop.title)
    for workshop in held:
        for session in workshop.sessions():
            yield Node("session", f"{workshop.id}/{session.id}", session.name)


def links_of(parts: Parts) -> Iterator[Link]:
    """Yield every link between parts, each once."""
    seen: set[tuple[Node, Node]] = set()
    for source, target, told in _all(parts):
        if source and target and (source, target) not in seen:
            seen.add((source, target))
            yield Link(source, target, told)


_Loose: TypeAlias = "tuple[Node | None, Node | None, str]"


def _all(parts: Parts) -> Iterator[_Loose]:
    yield from _of_brief(parts)
    yield from _of_workshops(parts)
    yield from _of_outcomes(parts)
    yield from _of_gains(parts)


def _of_brief(parts: Parts) -> Iterator[_Loose]:
    for objective in parts.programme.objectives:
        for driver in objective.drivers:
            current = parts.node("objective", parts.current(objective.id))
            yield parts.node("driver", driver), current, "makes necessary"


def _of_workshops(parts: Parts) -> Iterator[_Loose]:
    for workshop in parts.programme.in_order:
        held = parts.node("workshop", workshop.id)
        for aim in workshop.aims:
            yield parts.node("objective", parts.current(aim)), held, "is worked towards in"
        for session in workshop.sessions():
            place = parts.node("session", f"{workshop.id}/{session.id}")
            yield held, place, "has the session"
            for aim in session.aims:
                yield parts.node("objective", parts.current(aim)), place, "is worked towards in"


def _of_outcomes(parts: Parts) -> Iterator[_Loose]:
    for each in parts.actions:
        action = parts.node("action", each.action.id)
        yield _origin(parts, each.action.origin), action, "gave rise to"
        aim = parts.node("objective", parts.current(each.action.objective))
        yield aim, action, "is served by"
        for evidence in each.action.evidence(parts.as_of):
            yield action, parts.node("evidence", evidence), "is shown by"
    for decision in parts.decisions:
        yield _origin(parts, decision.origin), parts.node("decision", decision.id), "decided"


def _origin(parts: Parts, origin: str) -> Node | None:
    return parts.node("session" if "/" in origin else "workshop", origin)


def _of_gains(parts: Parts) -> Iterator[_Loose]:
    for gain in parts.gains:
        node = parts.node("gain", gain.id)
        for evidence in evidence_for(parts.programme, gain, parts.as_of):
            yield parts.node("evidence", evidence.id), node, "bears out"
        for action in gain.actions:
            yield parts.node("action", action), node, "contributed to"
        for decision in gain.decisions:
            yield parts.node("decision", decision), node, "contributed to"
        for aim in gain.objectives:
            yield parts.node("objective", parts.current(aim)), node, "has the gain"
