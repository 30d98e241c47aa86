"""What a workshop leaves behind beside actions: decisions, parked issues and ground rules."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal, TypeAlias

from attrs import field, frozen

from workshopcore.model import accept
from workshopcore.model.entity import checked
from workshopcore.model.identifiers import identify
from workshopcore.model.lifecycle import PARKED_ISSUE, Event, as_events

__all__ = [
    "Decision",
    "GroundRule",
    "ParkedIssue",
    "as_decisions",
    "as_ground_rules",
    "as_parked_issues",
]

Method: TypeAlias = Literal["consensus", "vote", "sponsor"]


@checked
@frozen(slots=False)
class Decision:
    """Something the group decided: how, why, and who saw it differently."""

    statement: str = field(converter=accept.title)
    origin: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "origin"}
    )
    made: date | None = field(default=None, converter=accept.day, kw_only=True)
    id: str = field(default="", converter=accept.entity_id, kw_only=True)
    method: Method = field(default="consensus", validator=accept.one_of(Method), kw_only=True)
    rationale: str = field(default="", converter=accept.text, kw_only=True)
    dissent: str = field(default="", converter=accept.text, kw_only=True)
    authority: str = field(default="", converter=accept.text, kw_only=True)
    superseded_by: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "decision"}
    )
    reversed: date | None = field(default=None, converter=accept.day, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identify(self, self.statement, "decision")


def as_decisions(values: Iterable[Decision]) -> tuple[Decision, ...]:
    """Accept decisions."""
    return accept.items(values, Decision)


@checked
@frozen(slots=False)
class ParkedIssue:
    """Something set aside for later, which must not be forgotten.

    Attributes:
        origin: where it was raised.
        raised: the day it was raised.
        became: the action it turned into, if it did.
    """

    statement: str = field(converter=accept.title)
    origin: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "origin"}
    )
    raised: date | None = field(default=None, converter=accept.day, kw_only=True)
    raised_by: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "person"}
    )
    id: str = field(default="", converter=accept.entity_id, kw_only=True)
    became: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "action"}
    )
    events: tuple[Event, ...] = field(default=(), converter=as_events, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identify(self, self.statement, "issue")

    def state(self, as_of: date) -> str:
        """Return its state at the end of a day."""
        return PARKED_ISSUE.state(self.events, as_of)


def as_parked_issues(values: Iterable[ParkedIssue]) -> tuple[ParkedIssue, ...]:
    """Accept parked issues."""
    return accept.items(values, ParkedIssue)


@checked
@frozen(slots=False)
class GroundRule:
    """How the group agreed to work together, and at which workshop."""

    text: str = field(converter=accept.title)
    agreed_at: str = field(default="", converter=accept.reference, metadata={"to": "workshop"})
    amended: date | None = field(default=None, converter=accept.day, kw_only=True)
    id: str = field(default="", converter=accept.entity_id, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identify(self, self.text, "rule")


def as_ground_rules(values: Iterable[GroundRule]) -> tuple[GroundRule, ...]:
    """Accept ground rules."""
    return accept.items(values, GroundRule)
