"""How the open work is spread over people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from attrs import frozen

from workshopcore.actions.owners import by_answering
from workshopcore.actions.standing import Standing
from workshopcore.errors import InvalidValueError
from workshopcore.model import accept
from workshopcore.model.programme import Programme

__all__ = ["Capacity", "Load", "Loads", "loads"]

Capacity: TypeAlias = Mapping[str, Decimal | int | float | str]
"""The hours that people have for actions, by person."""


@frozen
class Load:
    """The open actions that one person answers for.

    Attributes:
        person: their identifier; ``""`` for actions that need a new owner.
        actions: how many.
        hours: what they are thought to take, those with an estimate.
        unestimated: how many have none.
        capacity: the hours they have for them, if that is known.
    """

    person: str
    actions: int
    hours: Decimal
    unestimated: int
    capacity: Decimal | None = None

    def share(self) -> Fraction | None:
        """Return open hours ÷ capacity; ``None`` if either is not known."""
        if self.capacity is None or self.unestimated:
            return None
        return Fraction(self.hours) / Fraction(self.capacity)


@frozen
class Loads:
    """The loads of everybody who has open actions, in the order of the programme.

    Attributes:
        people: one load each; that of actions without an owner comes last.
        by_capacity: whether hours are weighed against what people have.
    """

    people: tuple[Load, ...]
    by_capacity: bool = False

    def balance(self) -> Fraction | None:
        """Return the largest load ÷ the mean of all who have one; 1 is an even spread.

        Loads are hours ÷ capacity, or hours where no capacities were given. ``None`` when
        there is nothing to compare, or an estimate or a capacity is missing.
        """
        owned = [load for load in self.people if load.person]
        if any(load.unestimated for load in owned):
            return None
        if not self.by_capacity:
            return _spread([Fraction(load.hours) for load in owned])
        shares = [share for load in owned if (share := load.share()) is not None]
        return _spread(shares) if len(shares) == len(owned) else None


def _spread(loads: list[Fraction]) -> Fraction | None:
    total = sum(loads, Fraction())
    return max(loads) * len(loads) / total if total > 0 else None


def loads(
    programme: Programme, standings: Iterable[Standing], on: date, capacity: Capacity | None = None
) -> Loads:
    """Return who has how much open work on a day.

    Raises:
        InvalidValueError: a capacity is not a number of hours above 0.
        UnknownKeyError: a capacity is of somebody unknown.
    """
    hours = {programme.person(name).id: _hours(given) for name, given in (capacity or {}).items()}
    unfinished = [each for each in standings if each.is_open]
    return Loads(
        tuple(
            _load(person.id if person else "", actions, hours)
            for person, actions in by_answering(programme, unfinished, on)
        ),
        by_capacity=capacity is not None,
    )


def _hours(given: Decimal | int | float | str) -> Decimal:
    hours = accept.decimal(given)
    if hours is None or hours <= 0:
        raise InvalidValueError(given, "hours that somebody has, above 0")
    return hours


def _load(person: str, actions: Sequence[Standing], hours: Mapping[str, Decimal]) -> Load:
    efforts = [effort for each in actions if (effort := each.action.effort) is not None]
    total = sum(efforts, Decimal())
    return Load(person, len(actions), total, len(actions) - len(efforts), hours.get(person))
