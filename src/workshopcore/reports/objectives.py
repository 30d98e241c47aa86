"""Which objectives are in force on a day, and how they turned out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from workshopcore.model.brief import Objective
from workshopcore.model.programme import Programme

__all__ = ["current_objectives", "numbers", "outcome"]


def current_objectives(programme: Programme, on: date) -> tuple[Objective, ...]:
    """Return the objectives in force on a day, whether agreed yet or only proposed.

    A later version takes the place of the earlier one on the day it is agreed.
    """
    known = [o for o in programme.objectives if not o.replaces or _agreed(o, on)]
    replaced = {objective.replaces for objective in known if objective.replaces != objective.id}
    return tuple(objective for objective in known if objective.id not in replaced)


def _agreed(objective: Objective, on: date) -> bool:
    return objective.agreed is None or objective.agreed <= on


def numbers(objectives: Iterable[Objective]) -> dict[str, str]:
    """Return the numbers under which objectives stand in an ordered list, by identifier."""
    return {objective.id: str(n) for n, objective in enumerate(objectives, start=1)}


def outcome(objective: Objective, on: date) -> str:
    """Return how an objective was judged by the end of a day, ``""`` if it was not."""
    judged = objective.judged is None or objective.judged <= on
    return objective.outcome or "" if judged else ""
