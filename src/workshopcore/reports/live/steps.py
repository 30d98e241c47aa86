"""How a session runs in any number of minutes: its steps, said once, and their lengths.

A page cannot ask a format, which is Python. So it is asked beforehand. Most formats have the
same steps whatever minutes they get, and share these out as the run sheet does: then one line
says it all. Others say for every number of minutes what they do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import define, field

from workshopcore.agenda.day import Day
from workshopcore.agenda.lengths import fit_lengths
from workshopcore.contracts.formats import FormatPlan, Step
from workshopcore.reports.grouping import seating, split_in_words

__all__ = ["session_plans"]

Shape = tuple[tuple[int, ...], ...]
"""Of each step, which it is; and its minutes, or its three bounds where they are fitted."""


def session_plans(day: Day, number: int) -> dict[str, Any]:
    """Return the steps of an item, and which of them it has from how many minutes on.

    Args:
        day: the day.
        number: which item of it.

    Returns:
        ``steps``, each with what a facilitator needs to know of it; and ``plans``, each with
        ``least``, the minutes from which it is the plan, and ``steps``: of each the number
        and either its minutes or its bounds. Nothing where no format says how it runs.
    """
    part = day.items[number].part
    found = _Plans(day, number)
    found.between(part.shortest, part.longest)
    return {"steps": found.steps, "plans": found.plans} if found.steps else {}


@define
class _Plans:
    day: Day
    number: int
    steps: list[dict[str, Any]] = field(factory=list)
    plans: list[dict[str, Any]] = field(factory=list)

    def between(self, first: int, last: int) -> None:
        """Note the plans from a number of minutes to another: what begins and ends alike is so."""
        shape, other = self._shape(first), self._shape(last)
        if shape == other or last - first < 2:
            self._add(first, shape)
            self._add(last, other)
            return
        middle = (first + last) // 2
        self.between(first, middle)
        self.between(middle, last)

    def _add(self, least: int, shape: Shape) -> None:
        if not self.plans or self.plans[-1]["steps"] != shape:
            self.plans.append({"least": least, "steps": shape})

    def _shape(self, minutes: int) -> Shape:
        plan = self.day.plan(self.number, minutes)
        return tuple(self._steps(plan, minutes)) if plan is not None else ()

    def _steps(self, plan: FormatPlan, minutes: int) -> Iterator[tuple[int, ...]]:
        fitted = fit_lengths([step.length for step in plan.steps], minutes)
        own = [step.minutes for step in plan.steps]
        as_fitted = None in own or own == list(fitted)
        for step in plan.steps:
            number = self._known(step)
            if as_fitted:
                yield (number, *_bounds(step))
            else:
                yield number, step.minutes or 0

    def _known(self, step: Step) -> int:
        told = _told(step)
        if told not in self.steps:
            self.steps.append(told)
        return self.steps.index(told)


def _told(step: Step) -> dict[str, Any]:
    said = {
        "name": step.name,
        "round": step.round,
        "how": split_in_words(step.groups) if step.groups else seating(step.arrangement),
        "prompt": step.prompt,
        "capture": step.capture,
    }
    goes = {"times": step.times} if step.times > 1 else {}
    return {name: text for name, text in said.items() if text} | goes


def _bounds(step: Step) -> tuple[int, int, int]:
    usual = step.length.usual or 0
    shortest = usual if step.length.shortest is None else step.length.shortest
    return shortest, usual, usual if step.length.longest is None else step.length.longest
