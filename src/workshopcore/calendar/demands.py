"""Demands: everything that rules out some dates, each with its name and what it rules out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias, get_args

from attrs import field, frozen

from workshopcore.calendar.words import Saying

__all__ = ["Constraint", "Demand", "Kind"]

Kind: TypeAlias = Literal[
    "past",
    "held",
    "closure",
    "weekdays",
    "month",
    "fixed",
    "leaving",
    "period",
    "window",
    "days",
    "room",
    "required",
    "quorum",
    "longest-gap",
    "shortest-gap",
    "misses",
]
"""What a constraint is about. What comes later a programme can rather do without."""


@frozen
class Constraint:
    """Something that dates have to meet.

    Attributes:
        kind: what it is about.
        say: says it as a statement.
        workshops: the workshops that it is about; ``()`` for all.
        people: those because of whom it is there.
    """

    kind: Kind
    say: Saying = field(repr=False, eq=lambda say: say())
    workshops: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What it says, in the language that is spoken."""
        return self.say()

    def __str__(self) -> str:
        return self.text


@frozen(eq=False)
class Demand:
    """A constraint, and what it does.

    Attributes:
        constraint: its words.
        masks: for each stage the slots that it rules out.
        gaps: the gaps that it bounds: on which side, says its kind.
        bound: its number: days of gaps, people of a quorum, halves that anybody may miss, the
            number of a day.
        loosest: at which number it rules out nothing any more.
        remade: makes the same demand with another number; ``None`` where it has none.
    """

    constraint: Constraint
    masks: Mapping[int, int] = field(factory=dict)
    gaps: tuple[int, ...] = ()
    bound: int = 0
    loosest: int = 0
    remade: Callable[[int], Demand] | None = None

    @property
    def order(self) -> int:
        """Where it comes among the kinds."""
        return _ORDER[self.constraint.kind]


_ORDER = {kind: number for number, kind in enumerate(get_args(Kind))}
