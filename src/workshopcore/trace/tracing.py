"""The trace of a programme: gain, evidence, action, session, workshop, objective, driver."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TypeAlias

from attrs import frozen

from workshopcore.errors import UnknownKeyError
from workshopcore.model.moments import as_of_day
from workshopcore.model.programme import Programme
from workshopcore.trace.coverage import Coverage, coverage_of
from workshopcore.trace.gains import GainTrace, gain_traces
from workshopcore.trace.links import KINDS, Kind, Link, Node, links_of, parts_of
from workshopcore.trace.orphans import Orphan, orphans_of

__all__ = ["Trace", "trace"]

_PLACES = frozenset({"workshop", "session"})
_Step: TypeAlias = tuple[Node, bool]
"""A part, and whether every link from there may be followed."""


@frozen(slots=False)
class Trace:
    """What rests on what, at the end of a day.

    Attributes:
        as_of: the day.
        nodes: every part that was there by then, from the drivers to the gains.
        links: what leads to what, in that direction.
        gains: each gain with its grade, its path to an objective, and what that lacks.
        coverage: how much is covered, in figures with their denominators.
        orphans: what lacks a link.
    """

    as_of: date
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    gains: tuple[GainTrace, ...]
    coverage: Coverage
    orphans: tuple[Orphan, ...]

    def node(self, kind: Kind, id: str) -> Node:
        """Return a part. Raises UnknownKeyError: there is none, or not by that day."""
        known = {node.id: node for node in self.nodes if node.kind == kind}
        if id not in known:
            raise UnknownKeyError(kind, id, known)
        return known[id]

    def gain(self, id: str) -> GainTrace:
        """Return the trace of a gain. Raises UnknownKeyError: it was not stated by that day."""
        known = {each.gain.id: each for each in self.gains}
        if id not in known:
            raise UnknownKeyError("gain", id, known)
        return known[id]

    def back(self, node: Node) -> tuple[Node, ...]:
        """Return everything that a part goes back to, the nearest to the drivers first.

        An action with an objective of its own goes back to that one, and not to whatever else
        its workshop worked towards.
        """
        return self._reached(node, self._before)

    def forward(self, node: Node) -> tuple[Node, ...]:
        """Return everything that a part has led to, the nearest to the drivers first."""
        return self._reached(node, self._after)

    @cached_property
    def _aimed(self) -> frozenset[Node]:
        """The actions that have an objective of their own."""
        ends = (link for link in self.links if link.source.kind == "objective")
        return frozenset(link.target for link in ends if link.target.kind == "action")

    @cached_property
    def _before(self) -> dict[_Step, list[_Step]]:
        """What is one step nearer to the drivers.

        A place that was reached from an action with an objective of its own leads no further
        than to its workshop.
        """
        found: dict[_Step, list[_Step]] = {}
        for source, target, _ in self.links:
            through = source.kind not in _PLACES or target not in self._aimed
            found.setdefault((target, True), []).append((source, through))
            if source.kind in _PLACES:
                found.setdefault((target, False), []).append((source, False))
        return found

    @cached_property
    def _after(self) -> dict[_Step, list[_Step]]:
        """What is one step nearer to the gains.

        From a place that was reached from an objective, no action is reached that has an
        objective of its own.
        """
        found: dict[_Step, list[_Step]] = {}
        for source, target, _ in self.links:
            reaches = target.kind not in _PLACES or source.kind in _PLACES
            found.setdefault((source, True), []).append((target, reaches))
            if target not in self._aimed:
                found.setdefault((source, False), []).append((target, target.kind not in _PLACES))
        return found

    def _reached(self, node: Node, steps: dict[_Step, list[_Step]]) -> tuple[Node, ...]:
        reached = {there for there, _ in _from((node, True), steps)} - {node}
        return tuple(each for each in self.nodes if each in reached)


def _from(start: _Step, steps: dict[_Step, list[_Step]]) -> Iterator[_Step]:
    waiting, seen = [start], {start}
    while waiting:
        here = waiting.pop()
        yield here
        for there in steps.get(here, ()):
            if there not in seen:
                seen.add(there)
                waiting.append(there)


def trace(programme: Programme, as_of: date | str) -> Trace:
    """Return what rests on what in a programme, at the end of a day.

    What happened later changes nothing. Objectives stand for their earlier versions; actions
    that were cancelled or superseded, and decisions that were reversed, carry nothing.

    Args:
        programme: the programme.
        as_of: the day.

    Raises:
        AsOfRequiredError: no day was given.

    >>> from workshopcore.model.action import Action, Update
    >>> from workshopcore.model.brief import Objective
    >>> from workshopcore.model.evaluation import Evidence, Gain
    >>> from workshopcore.model.people import Person
    >>> from workshopcore.model.workshop import Workshop
    >>> year = Programme(
    ...     title="A year of change",
    ...     people=[Person("Amina Yusuf")],
    ...     objectives=[Objective("A shared vision", id="vision")],
    ...     workshops=[Workshop("Where now?", start="2027-01-19T09:30", end="2027-01-19T16:30")],
    ...     actions=[
    ...         Action(
    ...             "Draft the vision", "amina-yusuf", id="draft", objective="vision",
    ...             origin="where-now", agreed="2027-01-19",
    ...         )
    ...     ],
    ...     evidence=[Evidence("The page on the intranet", id="page", dated="2027-04-01")],
    ...     gains=[Gain("Staff know the vision", id="known", actions=["draft"], evidence=["page"])],
    ... )
    >>> found = trace(year, "2027-12-31")
    >>> [node.id for node in found.gain("known").path]
    ['vision', 'where-now', 'draft', 'page', 'known']
    >>> str(found.coverage.acted), str(found.gain("known"))
    ('1 of 1', 'Shown by records: Staff know the vision')
    """
    parts = parts_of(programme, as_of_day(as_of, "a trace"))
    links = tuple(links_of(parts))
    gains = gain_traces(parts, links)
    nodes = sorted(parts.nodes.values(), key=lambda node: KINDS.index(node.kind))
    return Trace(
        as_of=parts.as_of,
        nodes=tuple(nodes),
        links=links,
        gains=gains,
        coverage=coverage_of(parts, gains),
        orphans=tuple(orphans_of(parts, links, gains)),
    )
