"""What a format's file says: its options, steps, rounds and materials, before anybody comes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Literal, TypeAlias

from attrs import field, frozen

from workshopcore.contracts.formats import MaterialPlan
from workshopcore.errors import FormatError, InvalidValueError
from workshopcore.formats.expression import Constant, Expression
from workshopcore.formats.grouping import GroupRule
from workshopcore.formats.joining import Joined
from workshopcore.formats.timing import Bounds

__all__ = [
    "MOST_ROUNDS",
    "ONE",
    "Counts",
    "MaterialRule",
    "OptionRule",
    "Per",
    "RoundRule",
    "Splitting",
    "StepRule",
    "whole",
]

Per: TypeAlias = Literal["workshop", "group", "person"]
Counts: TypeAlias = Mapping[str, int]
"""``n`` people, ``g`` groups, ``s`` in the largest of them, and the options by name."""
Splitting: TypeAlias = GroupRule | Joined

ONE = Expression("1", Constant(Fraction(1)))
MOST_ROUNDS = 60
_MOST_GOES = 10_000
_ENORMOUS = 10**9


@frozen(kw_only=True)
class OptionRule:
    """A number that a session may set, such as how many guests sit on a panel.

    Attributes:
        bounds: the least, the usual and the greatest.
    """

    name: str
    meaning: str
    bounds: tuple[int, int, int]

    def chosen(self, options: Mapping[str, object]) -> int:
        """Return what a session says, or the usual number.

        Raises:
            InvalidValueError: it is no whole number within the bounds.
        """
        least, usual, most = self.bounds
        value = options.get(self.name, usual)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            expected = f"a whole number from {least} to {most} for the option '{self.name}'"
            raise InvalidValueError(value, expected, f"It says how many {self.meaning}")
        return value


@frozen(kw_only=True)
class StepRule:
    """One step as the catalogue has it.

    Attributes:
        minutes: shortest, usual and longest minutes of one go.
        times: how many goes; none, and the step is left out.
        arrangement: how people sit or stand.
        splitting: how people are split in this step alone; ``None`` where they are not, or
            sit in the groups of the format.
        between: whether it comes between two rounds, and so not after the last.
    """

    name: str
    minutes: tuple[Expression, Expression, Expression]
    times: Expression = ONE
    arrangement: str = "plenary"
    splitting: Splitting | None = None
    prompt: str = ""
    capture: str = ""
    between: bool = False

    def goes(self, counts: Counts) -> int:
        """Return how many goes it is made of.

        Raises:
            FormatError: that is no whole number.
        """
        return whole(self.times, counts, _MOST_GOES, "times")

    def bounds(self, counts: Counts) -> Bounds:
        """Return the exact minutes of all goes together.

        Raises:
            FormatError: they are negative or out of order.
        """
        shortest, usual, longest = (each.value(counts) for each in self.minutes)
        if not 0 <= shortest <= usual <= longest:
            found = f"{_minutes(shortest)}, {_minutes(usual)}, {_minutes(longest)}"
            raise FormatError(
                "expected shortest, usual and longest minutes in rising order, none below 0,"
                f" found {found}{_given(self.minutes, counts)}. Correct its minutes"
            )
        times = self.goes(counts)
        return shortest * times, usual * times, longest * times


@frozen(kw_only=True)
class RoundRule:
    """Steps that are run through several times, one round after another.

    Attributes:
        rounds: how many; none, and its steps are left out.
        called: what one is called.
    """

    rounds: Expression
    steps: tuple[StepRule, ...] = field(converter=tuple[StepRule, ...])
    called: str = "Round"

    def number(self, counts: Counts) -> int:
        """Return how many rounds there are.

        Raises:
            FormatError: that is no whole number, or too many.
        """
        return whole(self.rounds, counts, MOST_ROUNDS, "rounds")


@frozen(kw_only=True)
class MaterialRule:
    """Something to bring: so many for the workshop, for each group or for each person."""

    item: str
    quantity: Expression = ONE
    per: Per = "workshop"

    def plan(self, counts: Counts) -> MaterialPlan:
        """Return how many that makes; a part of one is one.

        Raises:
            FormatError: that is less than none.
        """
        times = {"workshop": 1, "group": counts["g"], "person": counts["n"]}[self.per]
        quantity = math.ceil(self.quantity.value(counts) * times)
        if quantity < 0:
            raise FormatError(
                f"expected a quantity of 0 or more, found {quantity}{self.quantity.given(counts)}."
                " Correct its quantity"
            )
        return MaterialPlan(self.item, quantity)


def whole(expression: Expression, counts: Counts, most: int, key: str) -> int:
    """Return a whole number from 0 to ``most``.

    Raises:
        FormatError: the expression comes to something else; ``key`` says what to correct.
    """
    value = expression.value(counts)
    if value.denominator != 1 or not 0 <= value <= most:
        raise FormatError(
            f"expected a whole number from 0 to {most} of {key},"
            f" found {_minutes(value)}{expression.given(counts)}. Correct its {key}; ceil and"
            " floor make a number whole"
        )
    return int(value)


def _given(minutes: Iterable[Expression], counts: Counts) -> str:
    names = sorted({name for each in minutes for name in each.names})
    found = ", ".join(f"{name} = {counts[name]}" for name in names)
    return found and f" for {found}"


def _minutes(value: Fraction) -> str:
    """Return an exact number as people write it."""
    if abs(value) > _ENORMOUS:
        return "an enormous number"
    return str(value) if value.denominator == 1 else f"{float(value):.4g}"
