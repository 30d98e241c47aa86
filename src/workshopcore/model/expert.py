"""The external expert: who, for which session, on what terms, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from workshopcore.model import accept
from workshopcore.model.entity import checked
from workshopcore.model.identifiers import identify
from workshopcore.model.lifecycle import ENGAGEMENT, Event, as_events
from workshopcore.model.money import Money, as_money

__all__ = ["ExpertEngagement", "ExpertQuestion", "FollowUp", "as_experts"]


@checked
@frozen(slots=False)
class ExpertQuestion:
    """A question for the expert, and the answer when there is one."""

    text: str = field(converter=accept.title)
    asked_by: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "person"}
    )
    answer: str = field(default="", converter=accept.text, kw_only=True)


def _questions(values: Iterable[ExpertQuestion]) -> tuple[ExpertQuestion, ...]:
    return accept.items(values, ExpertQuestion)


@checked
@frozen(slots=False)
class FollowUp:
    """Something promised after the session."""

    text: str = field(converter=accept.title)
    owner: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "person"}
    )
    due: date | None = field(default=None, converter=accept.day, kw_only=True)
    done: date | None = field(default=None, converter=accept.day, kw_only=True)


def _follow_ups(values: Iterable[FollowUp]) -> tuple[FollowUp, ...]:
    return accept.items(values, FollowUp)


@checked
@frozen(slots=False)
class ExpertEngagement:
    """An expert's part in one session.

    Attributes:
        expert: the person, with the role ``expert``.
        topic: what they are to speak about.
        session: where, as ``workshop/session``.
        brief: what they are told: purpose, and what would help the group most.
        brief_sent: the day they were sent it.
        audience, prior_knowledge, sensitivities: who is in the room, in words.
        talk_minutes, question_minutes: how the slot is divided.
        arrival, recording, kit: practical terms, in words.
        host: who looks after them on the day.
        fee, expenses: what it costs.
        conflict_of_interest: declared interests, or that there are none.
    """

    expert: str = field(converter=accept.reference, metadata={"to": "person"})
    topic: str = field(converter=accept.title)
    session: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "session"}
    )
    id: str = field(default="", converter=accept.entity_id, kw_only=True)
    brief: str = field(default="", converter=accept.text, kw_only=True)
    brief_sent: date | None = field(default=None, converter=accept.day, kw_only=True)
    audience: str = field(default="", converter=accept.text, kw_only=True)
    prior_knowledge: str = field(default="", converter=accept.text, kw_only=True)
    sensitivities: str = field(default="", converter=accept.text, kw_only=True)
    talk_minutes: int | None = field(default=None, validator=accept.count(0, 1440), kw_only=True)
    question_minutes: int | None = field(
        default=None, validator=accept.count(0, 1440), kw_only=True
    )
    arrival: str = field(default="", converter=accept.text, kw_only=True)
    recording: str = field(default="", converter=accept.text, kw_only=True)
    kit: tuple[str, ...] = field(default=(), converter=accept.texts, kw_only=True)
    host: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "person"}
    )
    fee: Money | None = field(default=None, converter=as_money, kw_only=True)
    expenses: Money | None = field(default=None, converter=as_money, kw_only=True)
    conflict_of_interest: str = field(default="", converter=accept.text, kw_only=True)
    questions: tuple[ExpertQuestion, ...] = field(default=(), converter=_questions, kw_only=True)
    follow_ups: tuple[FollowUp, ...] = field(default=(), converter=_follow_ups, kw_only=True)
    events: tuple[Event, ...] = field(default=(), converter=as_events, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identify(self, self.topic, "engagement")

    def state(self, as_of: date) -> str:
        """Return its state at the end of a day."""
        return ENGAGEMENT.state(self.events, as_of)


def as_experts(values: Iterable[ExpertEngagement]) -> tuple[ExpertEngagement, ...]:
    """Accept expert engagements."""
    return accept.items(values, ExpertEngagement)
