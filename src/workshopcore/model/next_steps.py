"""What is to be done next about an expert's engagement, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from workshopcore.model.agenda import Session
from workshopcore.model.expert import ExpertEngagement
from workshopcore.model.shortlist import shortlist
from workshopcore.model.visit import holds_arrival

if TYPE_CHECKING:
    from workshopcore.model.programme import Programme

__all__ = ["NextStep", "next_steps"]

_OFF = frozenset({"declined", "withdrawn"})
_HELD = frozenset({"delivered", "followed-up", "paid"})


class NextStep(NamedTuple):
    """Something to do.

    Attributes:
        what: in words, as an order.
        by: the day by which, where one is known.
    """

    what: str
    by: date | None = None


def next_steps(
    programme: Programme, engagement: ExpertEngagement, as_of: date
) -> tuple[NextStep, ...]:
    """Return what is to be done next, in the usual order.

    Until somebody has agreed that is one step; then everything that is still missing before the
    session, and after it everything that is still owed.

    Args:
        programme: the programme.
        engagement: one of its engagements.
        as_of: the day; what was recorded for later days changes nothing.
    """
    state = engagement.state(as_of)
    if state in _OFF:
        return ()
    ahead = _ahead(programme, engagement, as_of)
    if ahead:
        return (NextStep(f"wait: {ahead} comes first on the shortlist"),)
    if state == "identified":
        return (NextStep("approach them"),)
    if state == "approached":
        return (NextStep("get their answer", engagement.reply_by),)
    if state in _HELD:
        return tuple(_after(engagement, as_of))
    return tuple(_before(programme, engagement, as_of))


def _ahead(programme: Programme, engagement: ExpertEngagement, as_of: date) -> str:
    """Return who comes before them on the shortlist of their session."""
    if not engagement.session:
        return ""
    in_play = shortlist(programme, engagement.session, as_of).in_play
    return "" if engagement in in_play else programme.person(in_play[0].expert).name


def _before(programme: Programme, engagement: ExpertEngagement, as_of: date) -> Iterator[NextStep]:
    workshop = engagement.session.partition("/")[0]
    day = programme.workshop(workshop).day if workshop else None
    if day is not None and day < as_of:
        yield NextStep("record that it was delivered, or withdrawn", day)
        return
    yield from (NextStep(what, day) for what in _terms(engagement, as_of))
    if not workshop:
        yield NextStep("give it a session")
    yield from (NextStep(what, day) for what in _preparations(programme, engagement, as_of))


def _terms(engagement: ExpertEngagement, as_of: date) -> Iterator[str]:
    if engagement.interests == "not-asked":
        yield "ask about conflicts of interest"
    if engagement.fee is None and engagement.fee_basis != "pro-bono":
        yield "agree the fee"
    elif engagement.fee is not None and _later(engagement.approved, as_of):
        yield "have the terms approved"
    if engagement.recording.strip() and engagement.recording_consent == "not-asked":
        yield "ask for consent to recording"
    if engagement.state(as_of) == "agreed":
        yield "put the terms into a contract"


def _preparations(programme: Programme, engagement: ExpertEngagement, as_of: date) -> Iterator[str]:
    if not engagement.host:
        yield "name a host"
    session = _session(programme, engagement)
    if engagement.arrives is None:
        yield "agree when they can be there"
    elif session is not None and not holds_arrival(session, engagement.arrives):
        yield "lock their times into the agenda"
    if not engagement.questions:
        yield "collect questions from the group"
    elif len(engagement.questions) > 1 and not any(one.points for one in engagement.questions):
        yield "have the questions put in order"
    if not engagement.brief.strip():
        yield "write the brief"
    elif _later(engagement.brief_sent, as_of) and not engagement.reached("briefed", as_of):
        yield "send the brief"
    if not engagement.reached("confirmed", as_of):
        yield "have them confirm"


def _after(engagement: ExpertEngagement, as_of: date) -> Iterator[NextStep]:
    if _later(engagement.thanked, as_of) and not engagement.reached("followed-up", as_of):
        yield NextStep("send the letter of thanks")
    for promise in engagement.follow_ups:
        if promise.action == "" and _later(promise.done, as_of):
            yield NextStep(f"see to what was promised: {promise.text}", promise.due)
    owed = engagement.invoice or engagement.owed
    if owed is None or owed.amount <= 0 or engagement.reached("paid", as_of):
        return
    waiting = _later(engagement.invoiced, as_of)
    yield NextStep("ask for the invoice" if waiting else f"have {owed} paid")


def _session(programme: Programme, engagement: ExpertEngagement) -> Session | None:
    workshop, _, name = engagement.session.partition("/")
    sessions = programme.workshop(workshop).sessions() if workshop else ()
    return next((session for session in sessions if session.id == name), None)


def _later(day: date | None, as_of: date) -> bool:
    """Return whether something has not happened by the end of a day."""
    return day is None or day > as_of
