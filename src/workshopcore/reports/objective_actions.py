"""Which actions work towards which objective, and what works towards nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from workshopcore.actions import Standing
from workshopcore.model.brief import Objective
from workshopcore.model.programme import Programme
from workshopcore.model.versions import current_objectives, version_among

__all__ = ["ObjectiveActions", "by_objective", "without_objective"]


@frozen
class ObjectiveActions:
    """The actions that work towards one objective; those given up do not count.

    Attributes:
        objective: the version that is in force.
        actions: those that name it, or an earlier version of it.
    """

    objective: Objective
    actions: tuple[Standing, ...]

    @property
    def done(self) -> int:
        """How many are done."""
        return sum(one.is_done for one in self.actions)

    @property
    def overdue(self) -> int:
        """How many are open and past their date."""
        return sum(one.late > 0 for one in self.actions)

    @property
    def in_time(self) -> int:
        """How many are open and not past their date."""
        return len(self.actions) - self.done - self.overdue


def by_objective(
    programme: Programme, actions: Iterable[Standing], on: date
) -> tuple[ObjectiveActions, ...]:
    """Return the objectives in force on a day, each with its actions, some with none."""
    held: dict[str, list[Standing]] = {o.id: [] for o in current_objectives(programme, on)}
    for one in actions:
        name = version_among(programme, one.action.objective, held)
        if name and not one.given_up:
            held[name].append(one)
    return tuple(
        ObjectiveActions(programme.objective(name), tuple(served)) for name, served in held.items()
    )


def without_objective(
    programme: Programme, actions: Iterable[Standing], on: date
) -> tuple[Standing, ...]:
    """Return the actions that work towards no objective in force on a day."""
    held = {objective.id for objective in current_objectives(programme, on)}
    return tuple(
        one
        for one in actions
        if not one.given_up and not version_among(programme, one.action.objective, held)
    )
