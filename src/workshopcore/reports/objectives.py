"""Objectives in documents: by their number, and with what they are measured by."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from workshopcore.language import gettext, gettext_noop
from workshopcore.model.brief import Objective
from workshopcore.reports.wording import day, exact

__all__ = ["measure", "numbers"]

_WAYS = {
    (True, True, True): gettext_noop("from {baseline} to {target} by {day}"),
    (True, True, False): gettext_noop("from {baseline} to {target}"),
    (True, False, True): gettext_noop("from {baseline} by {day}"),
    (False, True, True): gettext_noop("to {target} by {day}"),
    (True, False, False): gettext_noop("from {baseline}"),
    (False, True, False): gettext_noop("to {target}"),
    (False, False, True): gettext_noop("by {day}"),
}
"""What is said of how far and until when, by whether there is a start, a target and a day."""


def numbers(objectives: Iterable[Objective]) -> dict[str, str]:
    """Return the numbers under which objectives stand in an ordered list, by identifier."""
    return {objective.id: str(n) for n, objective in enumerate(objectives, start=1)}


def measure(objective: Objective) -> str:
    """Return how far an objective is to be reached, ``""`` if nothing was agreed.

    >>> aim = Objective("Less waiting", indicator="Weeks to support", baseline=9, target=6)
    >>> measure(aim)
    'Weeks to support: from 9 to 6'
    """
    baseline, target, due = objective.baseline, objective.target, objective.due
    words = _WAYS.get((baseline is not None, target is not None, due is not None), "")
    way = gettext(
        words,
        baseline=_amount(baseline, objective.unit),
        target=_amount(target, objective.unit),
        day=day(due) if due else "",
    )
    return ": ".join(part for part in (objective.indicator, way) if part.strip())


def _amount(value: Decimal | None, unit: str) -> str:
    return "" if value is None else f"{exact(value)} {unit}".strip()
