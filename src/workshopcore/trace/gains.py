"""One gain, and the best path by which it goes back to an objective."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Set
from typing import NamedTuple

from attrs import frozen

from workshopcore.language import gettext
from workshopcore.model.evaluation import Gain
from workshopcore.trace.grades import GRADES, Grade, grade
from workshopcore.trace.links import Link, Node, Parts

__all__ = ["GainTrace", "gain_traces"]


class _Path(NamedTuple):
    """The steps from an objective to a gain; ``None`` where one is missing."""

    objective: Node | None
    place: Node | None
    outcome: Node | None
    evidence: Node | None


@frozen
class GainTrace:
    """What a gain goes back to, and how well it is supported.

    Attributes:
        gain: the gain.
        grade: how well it is supported: ``confirmed``, ``recorded`` or ``reported``.
        objectives, places, outcomes, evidence: the objectives it serves, the workshops and
            sessions it came from, the actions and decisions that contributed, and what bears
            it out; all of them, whether on the path or not.
        path: the fullest path there is, from the objective to the gain.
        lacks: the steps that no path has, in words; empty for a gain that can be traced.
    """

    gain: Gain
    grade: Grade
    objectives: tuple[Node, ...]
    places: tuple[Node, ...]
    outcomes: tuple[Node, ...]
    evidence: tuple[Node, ...]
    path: tuple[Node, ...]
    lacks: tuple[str, ...]

    @property
    def is_traceable(self) -> bool:
        """Whether it goes back, without a gap, from evidence to an objective."""
        return not self.lacks

    def __str__(self) -> str:
        told = f"{gettext(GRADES[self.grade].label)}: {self.gain.statement}"
        return f"{told} ({'; '.join(self.lacks)})" if self.lacks else told


class _Links:
    """What each part goes back to by one link, and what shows an action done."""

    def __init__(self, links: Iterable[Link]) -> None:
        self._sources: dict[Node, list[Node]] = {}
        self._shown: dict[Node, set[Node]] = {}
        for source, target, _ in links:
            self._sources.setdefault(target, []).append(source)
            if target.kind == "evidence":
                self._shown.setdefault(source, set()).add(target)

    def before(self, node: Node, *kinds: str) -> list[Node]:
        return [each for each in self._sources.get(node, ()) if each.kind in kinds]

    def shown_by(self, outcome: Node) -> Set[Node]:
        """Return what was given as evidence that an action is done."""
        return self._shown.get(outcome, frozenset())


def gain_traces(parts: Parts, links: Collection[Link]) -> tuple[GainTrace, ...]:
    """Return the trace of every gain, in the order of the programme."""
    known = _Links(links)
    return tuple(_traced(parts, known, gain) for gain in parts.gains)


def _traced(parts: Parts, links: _Links, gain: Gain) -> GainTrace:
    node = parts.nodes["gain", gain.id]
    evidence = links.before(node, "evidence")
    outcomes = _each(
        [
            *links.before(node, "action", "decision"),
            *(action for each in evidence for action in links.before(each, "action")),
        ]
    )
    paths = [_through(links, node, outcome) for outcome in outcomes]
    paths.append(_without_outcome(links, node))
    best = min(paths, key=lambda path: _weakness(links, path))
    return GainTrace(
        gain=gain,
        grade=grade(parts.programme, gain, parts.as_of),
        objectives=_each(
            [
                *links.before(node, "objective"),
                *(path.objective for path in paths if path.objective),
            ]
        ),
        places=_each(path.place for path in paths if path.place),
        outcomes=outcomes,
        evidence=tuple(evidence),
        path=(*(step for step in best if step), node),
        lacks=_lacks(best),
    )


def _through(links: _Links, gain: Node, outcome: Node) -> _Path:
    """Return the path that leads through an action or a decision."""
    place = next(iter(links.before(outcome, "session", "workshop")), None)
    served = links.before(outcome, "objective") or _aims(links, place)
    return _Path(
        objective=_preferred(served, links.before(gain, "objective")),
        place=place,
        outcome=outcome,
        evidence=_preferred(links.before(gain, "evidence"), links.shown_by(outcome)),
    )


def _without_outcome(links: _Links, gain: Node) -> _Path:
    objective = next(iter(links.before(gain, "objective")), None)
    return _Path(objective, None, None, next(iter(links.before(gain, "evidence")), None))


def _weakness(links: _Links, path: _Path) -> tuple[int, bool]:
    """Return how many steps are missing, and whether the evidence is of something else."""
    shown = path.outcome is not None and path.evidence in links.shown_by(path.outcome)
    return sum(step is None for step in path), not shown


def _aims(links: _Links, place: Node | None) -> list[Node]:
    """Return what a session is for, or else the workshop that it is part of."""
    if place is None:
        return []
    workshops = links.before(place, "workshop")
    return links.before(place, "objective") or [
        aim for workshop in workshops for aim in links.before(workshop, "objective")
    ]


def _preferred(found: Iterable[Node], liked: Collection[Node | None]) -> Node | None:
    """Return the first that is liked, or else the first."""
    every = list(found)
    return next((each for each in every if each in liked), next(iter(every), None))


def _each(found: Iterable[Node]) -> tuple[Node, ...]:
    return tuple(dict.fromkeys(found))


def _lacks(path: _Path) -> tuple[str, ...]:
    told = []
    if path.evidence is None:
        told.append(gettext("no evidence"))
    if path.outcome is None:
        told.append(gettext("no action or decision"))
    elif path.place is None:
        told.append(gettext("nobody wrote down which workshop its actions come from"))
    if path.objective is None:
        told.append(gettext("no objective in force"))
    return tuple(told)
