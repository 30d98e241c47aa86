"""Objectives in documents: by their number, and with what they are measured by."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from workshopcore.model.brief import Objective
from workshopcore.reports.wording import day

__all__ = ["measure", "numbers"]


def numbers(objectives: Iterable[Objective]) -> dict[str, str]:
    """Return the numbers under which objectives stand in an ordered list, by identifier."""
    return {objective.id: str(n) for n, objective in enumerate(objectives, start=1)}


def measure(objective: Objective) -> str:
    """Return how far an objective is to be reached, ``""`` if nothing was agreed.

    >>> aim = Objective("Less waiting", indicator="Weeks to support", baseline=9, target=6)
    >>> measure(aim)
    'Weeks to support: from 9 to 6'
    """
    unit = objective.unit
    steps = [
        f"from {_amount(objective.baseline, unit)}" if objective.baseline is not None else "",
        f"to {_amount(objective.target, unit)}" if objective.target is not None else "",
        f"by {day(objective.due)}" if objective.due else "",
    ]
    way = " ".join(step for step in steps if step)
    return ": ".join(part for part in (objective.indicator, way) if part.strip())


def _amount(value: Decimal, unit: str) -> str:
    return f"{value} {unit}".strip()
