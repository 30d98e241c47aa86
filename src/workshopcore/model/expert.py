"""The external expert: who, for which session, on what terms, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal, localcontext
from typing import Literal, TypeAlias

from attrs import field, frozen

from workshopcore.errors import InvalidValueError
from workshopcore.model import accept
from workshopcore.model.entity import checked
from workshopcore.model.identifiers import identify
from workshopcore.model.lifecycle import ENGAGEMENT, Event, as_events
from workshopcore.model.money import Money, as_money

__all__ = ["INTERVIEW", "PANEL", "ExpertEngagement", "ExpertQuestion", "FollowUp", "as_experts"]

INTERVIEW = "expert-interview"
"""The format with a host, the room's own questions and thanks."""
PANEL = "expert-panel"
"""The format to which several experts come."""

Consent: TypeAlias = Literal["not-asked", "given", "refused"]
FeeBasis: TypeAlias = Literal["fixed", "day-rate", "pro-bono"]
Interests: TypeAlias = Literal["not-asked", "none", "declared"]


@checked
@frozen(slots=False)
class ExpertQuestion:
    """A question for the expert, and the answer when there is one.

    Attributes:
        asked_by: who asked it first; the expert never reads who, only in which role.
        also_asked_by: who else asked it.
        wordings: other words for the same question, as people wrote them.
        points: what the group gave it in a ranking: its dots, or the points of its places.
    """

    text: str = field(converter=accept.title)
    asked_by: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "person"}
    )
    also_asked_by: tuple[str, ...] = field(
        default=(), converter=accept.references, kw_only=True, metadata={"to": "person"}
    )
    wordings: tuple[str, ...] = field(default=(), converter=accept.texts, kw_only=True)
    points: int = field(default=0, validator=accept.count(0, 1_000_000), kw_only=True)
    answer: str = field(default="", converter=accept.text, kw_only=True)

    @property
    def askers(self) -> tuple[str, ...]:
        """Who asked it, the first first."""
        return tuple(dict.fromkeys(name for name in (self.asked_by, *self.also_asked_by) if name))


def _questions(values: Iterable[ExpertQuestion]) -> tuple[ExpertQuestion, ...]:
    return accept.items(values, ExpertQuestion)


@checked
@frozen(slots=False)
class FollowUp:
    """Something promised after the session.

    Attributes:
        owner: who promised it.
        action: the action that it became; from then on the action log tells how it stands.
    """

    text: str = field(converter=accept.title)
    owner: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "person"}
    )
    due: date | None = field(default=None, converter=accept.day, kw_only=True)
    done: date | None = field(default=None, converter=accept.day, kw_only=True)
    action: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "action"}
    )


def _follow_ups(values: Iterable[FollowUp]) -> tuple[FollowUp, ...]:
    return accept.items(values, FollowUp)


def _positive(value: Decimal | int | str | None) -> Decimal | None:
    found = accept.decimal(value)
    if found is not None and found <= 0:
        raise InvalidValueError(value, "a number of days above 0")
    return found


_EXACT = 200
"""Digits in which sums are exact: an amount has at most 64."""
_NO_INTERESTS = frozenset({"none", "none declared", "no interests", "nothing to declare"})


def _arrives(values: Iterable[time | str] | None) -> tuple[time, time] | None:
    """Accept the earliest and the latest clock time at which a session may start."""
    found = accept.window(values)
    if found is None:
        return None
    first, last = found
    if isinstance(first, datetime) or isinstance(last, datetime) or last < first:
        raise InvalidValueError(values, "two clock times of one day, the earlier first")
    return first, last


@checked
@frozen(slots=False)
class ExpertEngagement:
    """An expert's part in one session.

    Several engagements for one session are its shortlist, in the order in which they are to be
    asked.

    Attributes:
        expert: the person, with the role ``expert``.
        topic: what they are to speak about.
        session: where, as ``workshop/session``.
        reason: why this person, by the criteria of the shortlist.
        reply_by: the day by which an answer to the approach is expected.
        brief: what they are told: purpose, and what would help the group most.
        brief_sent: the day they were sent it.
        audience, prior_knowledge, sensitivities: who is in the room, in words.
        talk_minutes, question_minutes: how the slot is divided.
        arrival, recording, kit: practical terms, in words.
        arrives: the earliest and the latest clock time at which their session may start.
        recording_consent: whether they agreed to be recorded.
        host: who looks after them on the day.
        fee_basis: a fixed fee, so much for a day, or none.
        fee: what was agreed; on a day rate, for one day.
        days: on a day rate, how many days are paid for; one unless it says otherwise.
        expenses: what they are expected to come to, or came to.
        expenses_cap: the most that is repaid.
        cancellation: what holds if either side calls it off, in words.
        approved_by: who agreed to the terms on the client's side.
        approved: the day on which they did.
        conflict_of_interest: what they declared, or ``None declared``; empty, nobody asked yet.
        thanked: the day on which they were written to afterwards.
        invoiced: the day on which their invoice came.
        invoice: what it asks for. Paid is a state, with its day in ``events``.
    """

    expert: str = field(converter=accept.reference, metadata={"to": "person"})
    topic: str = field(converter=accept.title)
    session: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "session"}
    )
    id: str = field(default="", converter=accept.entity_id, kw_only=True)
    reason: str = field(default="", converter=accept.text, kw_only=True)
    reply_by: date | None = field(default=None, converter=accept.day, kw_only=True)
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
    arrives: tuple[time, time] | None = field(default=None, converter=_arrives, kw_only=True)
    recording: str = field(default="", converter=accept.text, kw_only=True)
    recording_consent: Consent = field(
        default="not-asked", validator=accept.one_of(Consent), kw_only=True
    )
    kit: tuple[str, ...] = field(default=(), converter=accept.texts, kw_only=True)
    host: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "person"}
    )
    fee_basis: FeeBasis = field(default="fixed", validator=accept.one_of(FeeBasis), kw_only=True)
    fee: Money | None = field(default=None, converter=as_money, kw_only=True)
    days: Decimal | None = field(default=None, converter=_positive, kw_only=True)
    expenses: Money | None = field(default=None, converter=as_money, kw_only=True)
    expenses_cap: Money | None = field(default=None, converter=as_money, kw_only=True)
    cancellation: str = field(default="", converter=accept.text, kw_only=True)
    approved_by: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "person"}
    )
    approved: date | None = field(default=None, converter=accept.day, kw_only=True)
    conflict_of_interest: str = field(default="", converter=accept.text, kw_only=True)
    thanked: date | None = field(default=None, converter=accept.day, kw_only=True)
    invoiced: date | None = field(default=None, converter=accept.day, kw_only=True)
    invoice: Money | None = field(default=None, converter=as_money, kw_only=True)
    questions: tuple[ExpertQuestion, ...] = field(default=(), converter=_questions, kw_only=True)
    follow_ups: tuple[FollowUp, ...] = field(default=(), converter=_follow_ups, kw_only=True)
    events: tuple[Event, ...] = field(default=(), converter=as_events, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identify(self, self.topic, "engagement")

    def state(self, as_of: date) -> str:
        """Return its state at the end of a day."""
        return ENGAGEMENT.state(self.events, as_of)

    def reached(self, status: str, as_of: date) -> date | None:
        """Return the first day on which it came into a state, if it had by the end of a day."""
        days = (event.on for event in self.events if event.status == status and event.on <= as_of)
        return min(days, default=None)

    @property
    def interests(self) -> Interests:
        """Whether interests were declared, there are none, or nobody asked yet.

        >>> ExpertEngagement("eve", "Choice", conflict_of_interest="None declared").interests
        'none'
        """
        said = self.conflict_of_interest.strip().strip(".").casefold()
        if not said:
            return "not-asked"
        return "none" if said in _NO_INTERESTS else "declared"

    @property
    def owed(self) -> Money | None:
        """The most that the terms allow: the fee and the expenses; ``None`` if it is not known.

        >>> terms = ExpertEngagement(
        ...     "eve", "Choice", fee_basis="day-rate", fee="600.00 GBP", days="1.5",
        ...     expenses_cap="80.00 GBP",
        ... )
        >>> str(terms.owed)
        '980.00 GBP'
        """
        fee, expenses = self.fee, self.expenses_cap or self.expenses
        if self.fee_basis == "pro-bono":
            return expenses
        if fee is None:
            return None
        if expenses is not None and expenses.currency != fee.currency:
            return None
        paid = self.days if self.fee_basis == "day-rate" and self.days else Decimal(1)
        amounts = [fee.amount] if expenses is None else [fee.amount, expenses.amount]
        with localcontext(prec=_EXACT):
            total = sum(amounts[1:], fee.amount * paid)
            finest = min(amounts, key=lambda amount: amount.as_tuple().exponent)
            return Money(total.quantize(finest), fee.currency)


def as_experts(values: Iterable[ExpertEngagement]) -> tuple[ExpertEngagement, ...]:
    """Accept expert engagements."""
    return accept.items(values, ExpertEngagement)
