"""Objectives change: which version is in force on a day, and how it turned out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshopcore.model.brief import Objective
    from workshopcore.model.programme import Programme

__all__ = ["current_objectives", "outcome", "version_among"]


def current_objectives(programme: Programme, on: date) -> tuple[Objective, ...]:
    """Return the objectives in force on a day, whether agreed yet or only proposed.

    A later version takes the place of the earlier one on the day it is agreed.
    """
    known = [o for o in programme.objectives if not o.replaces or _agreed(o, on)]
    replaced = {objective.replaces for objective in known if objective.replaces != objective.id}
    return tuple(objective for objective in known if objective.id not in replaced)


def _agreed(objective: Objective, on: date) -> bool:
    return objective.agreed is None or objective.agreed <= on


def version_among(programme: Programme, name: str, held: Collection[str]) -> str:
    """Return which of some objectives is a version of another, ``""`` if none is."""
    return next((version for version in _versions(programme, name) if version in held), "")


def _versions(programme: Programme, name: str) -> Iterator[str]:
    """Yield an objective, what it became, and what it was before."""
    became = {o.replaces: o.id for o in programme.objectives if o.replaces}
    was = {o.id: o.replaces for o in programme.objectives}
    for steps in (became, was):
        version, passed = name, set[str]()
        while version and version not in passed:
            yield version
            passed.add(version)
            version = steps.get(version, "")


def outcome(objective: Objective, on: date) -> str:
    """Return how an objective was judged by the end of a day, ``""`` if it was not."""
    judged = objective.judged is None or objective.judged <= on
    return objective.outcome or "" if judged else ""
