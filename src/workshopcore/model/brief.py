"""The brief: what drives the programme, what it is to achieve, and in which phases."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from attrs import field, frozen

from workshopcore.model import accept
from workshopcore.model.entity import checked
from workshopcore.model.identifiers import identify

__all__ = ["Driver", "Objective", "Phase", "PhaseKind", "as_drivers", "as_objectives", "as_phases"]

Framework: TypeAlias = Literal["pestle", "steepv"]
Source: TypeAlias = Literal["internal", "external"]
ObjectiveType: TypeAlias = Literal["performance", "delivery", "user-outcome", "relational"]
Outcome: TypeAlias = Literal["met", "partly", "not-met", "dropped"]
PhaseKind: TypeAlias = Literal["strategic", "tactical", "operational", "review"]


@checked
@frozen(slots=False)
class Driver:
    """Something that makes change necessary.

    Attributes:
        statement: the driver, in a sentence.
        source: from inside the organisation or outside.
        framework, category: such as ``pestle`` and "political".
        statutory: whether the law demands it.
        importance, uncertainty: 1 (low) to 5 (high).
        agreed, superseded: the days this happened.
    """

    statement: str = field(converter=accept.title)
    id: str = field(default="", converter=accept.entity_id, kw_only=True)
    source: Source = field(default="external", validator=accept.one_of(Source), kw_only=True)
    framework: Framework | None = field(
        default=None, validator=accept.one_of(Framework), kw_only=True
    )
    category: str = field(default="", converter=accept.text, kw_only=True)
    statutory: bool = field(default=False, converter=accept.flag, kw_only=True)
    importance: int | None = field(default=None, validator=accept.count(1, 5), kw_only=True)
    uncertainty: int | None = field(default=None, validator=accept.count(1, 5), kw_only=True)
    evidence: str = field(default="", converter=accept.text, kw_only=True)
    agreed: date | None = field(default=None, converter=accept.day, kw_only=True)
    superseded: date | None = field(default=None, converter=accept.day, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identify(self, self.statement, "driver")


def as_drivers(values: Iterable[Driver]) -> tuple[Driver, ...]:
    """Accept drivers."""
    return accept.items(values, Driver)


@checked
@frozen(slots=False)
class Objective:
    """What the programme is to achieve.

    Attributes:
        statement: the objective, in a sentence.
        type: what kind of change it is.
        indicator, unit, baseline, target: how it is measured.
        due: when it should be reached.
        drivers: what makes it necessary.
        agreed: the day it was agreed.
        replaces: the objective of which this is a new version.
        outcome, judged: how it turned out, and the day that was judged.
    """

    statement: str = field(converter=accept.title)
    id: str = field(default="", converter=accept.entity_id, kw_only=True)
    type: ObjectiveType | None = field(
        default=None, validator=accept.one_of(ObjectiveType), kw_only=True
    )
    indicator: str = field(default="", converter=accept.text, kw_only=True)
    unit: str = field(default="", converter=accept.text, kw_only=True)
    baseline: Decimal | None = field(default=None, converter=accept.decimal, kw_only=True)
    target: Decimal | None = field(default=None, converter=accept.decimal, kw_only=True)
    due: date | None = field(default=None, converter=accept.day, kw_only=True)
    drivers: tuple[str, ...] = field(
        default=(), converter=accept.references, kw_only=True, metadata={"to": "driver"}
    )
    agreed: date | None = field(default=None, converter=accept.day, kw_only=True)
    replaces: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "objective"}
    )
    outcome: Outcome | None = field(default=None, validator=accept.one_of(Outcome), kw_only=True)
    judged: date | None = field(default=None, converter=accept.day, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identify(self, self.statement, "objective")


def as_objectives(values: Iterable[Objective]) -> tuple[Objective, ...]:
    """Accept objectives."""
    return accept.items(values, Objective)


@checked
@frozen(slots=False)
class Phase:
    """A stretch of the programme: strategic before operational."""

    title: str = field(converter=accept.title)
    kind: PhaseKind = field(default="strategic", validator=accept.one_of(PhaseKind))
    id: str = field(default="", converter=accept.entity_id, kw_only=True)
    purpose: str = field(default="", converter=accept.text, kw_only=True)
    objectives: tuple[str, ...] = field(
        default=(), converter=accept.references, kw_only=True, metadata={"to": "objective"}
    )

    def __attrs_post_init__(self) -> None:
        identify(self, self.title, "phase")


def as_phases(values: Iterable[Phase]) -> tuple[Phase, ...]:
    """Accept phases."""
    return accept.items(values, Phase)
