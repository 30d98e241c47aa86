"""Changes to a programme: each returns a new one and refuses an illegal move."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs

from workshopcore.errors import IllegalMoveError, UnknownKeyError
from workshopcore.model import lifecycle
from workshopcore.model.action import Action, Review, Update
from workshopcore.model.evaluation import Instrument, Wave
from workshopcore.model.expert import INTERVIEW, ExpertEngagement
from workshopcore.model.lifecycle import Event, Lifecycle
from workshopcore.model.outcomes import Decision, ParkedIssue
from workshopcore.model.people import Organisation, Person
from workshopcore.model.workshop import Actual, Attachment, Attendance, Capture, GroupAllocation

if TYPE_CHECKING:
    from workshopcore.model.programme import Programme

__all__ = ["Changes"]

T = TypeVar("T")

_EVENTFUL: dict[str, tuple[str, Lifecycle]] = {
    "workshop": ("workshops", lifecycle.WORKSHOP),
    "expert": ("experts", lifecycle.ENGAGEMENT),
    "parked-issue": ("parked_issues", lifecycle.PARKED_ISSUE),
    "wave": ("waves", lifecycle.WAVE),
    "gain": ("gains", lifecycle.GAIN),
    "quote": ("quotes", lifecycle.QUOTE),
}


class Changes:
    """The methods of a programme that return a changed copy."""

    __slots__ = ()

    def with_action(self, action: Action) -> Programme:
        """Return the programme with one more action.

        An action whose identifier is given and already there takes the place of the old one,
        with its first due date, its first owner and its history intact.

        Raises:
            IllegalMoveError: one of them would be overwritten (E18).
        """
        programme = cast("Programme", self)
        old = next((a for a in programme.actions if a.id == action.id), None)
        if old is None or action.id.__class__ is not str:
            return attrs.evolve(programme, actions=[*programme.actions, action])
        if old.due is not None and action.due != old.due:
            raise IllegalMoveError(
                f"the first due date of '{old.id}' stays {old.due.isoformat()}:"
                " give the new one in an update"
            )
        if action.owner != old.owner:
            raise IllegalMoveError(
                f"the first owner of '{old.id}' stays '{old.owner}': hand it over in an update"
            )
        if (
            action.updates[: len(old.updates)] != old.updates
            or action.reviews[: len(old.reviews)] != old.reviews
        ):
            raise IllegalMoveError(f"the history of '{old.id}' can only be added to")
        return attrs.evolve(programme, actions=_replaced(programme.actions, old, action))

    def with_update(self, action: str, update: Update) -> Programme:
        """Return the programme with news of an action.

        Raises:
            IllegalMoveError: the action cannot move that way, or has later news already.
            UnknownKeyError: there is no such action.
        """
        programme = cast("Programme", self)
        old = programme.action(action)
        _check_appended(old, update)
        new = attrs.evolve(old, updates=[*old.updates, update])
        return attrs.evolve(programme, actions=_replaced(programme.actions, old, new))

    def with_review(self, action: str, review: Review) -> Programme:
        """Return the programme with what a workshop said of an action.

        Raises:
            IllegalMoveError: the action cannot move that way, has later news already, or was
                reviewed at that workshop before.
            UnknownKeyError: there is no such action.
        """
        programme = cast("Programme", self)
        old = programme.action(action)
        if any(earlier.workshop == review.workshop for earlier in old.reviews):
            raise IllegalMoveError(f"'{action}' was already reviewed at '{review.workshop}'")
        _check_appended(old, review)
        new = attrs.evolve(old, reviews=[*old.reviews, review])
        return attrs.evolve(programme, actions=_replaced(programme.actions, old, new))

    def with_decision(self, decision: Decision) -> Programme:
        """Return the programme with one more decision."""
        programme = cast("Programme", self)
        return attrs.evolve(programme, decisions=[*programme.decisions, decision])

    def with_parked_issue(self, issue: ParkedIssue) -> Programme:
        """Return the programme with one more parked issue."""
        programme = cast("Programme", self)
        return attrs.evolve(programme, parked_issues=[*programme.parked_issues, issue])

    def with_triage(
        self, issue: str, on: date | str, fate: str, note: str = "", *, became: str = ""
    ) -> Programme:
        """Return the programme with what became of a parked issue, looked at and settled.

        Args:
            issue: its identifier.
            on: the day.
            fate: ``action``, ``agenda``, ``escalated`` or ``dropped``.
            note: why, or where it goes.
            became: the action that it turned into.

        Raises:
            IllegalMoveError: it is settled already, or there is later news of it.
            UnknownKeyError: there is no such issue, or no such action.
        """
        programme = cast("Programme", self)
        old = next((one for one in programme.parked_issues if one.id == issue), None)
        if old is None:
            known = [one.id for one in programme.parked_issues]
            raise UnknownKeyError("parked issue", issue, known)
        events = list(old.events)
        for event in (Event(on, "triaged"), Event(on, fate, note)):
            if event.status == "triaged" and old.state(event.on) == "triaged":
                continue
            _check_event(lifecycle.PARKED_ISSUE, tuple(events), event)
            events.append(event)
        named = programme.action(became).id if became else old.became
        new = attrs.evolve(old, events=events, became=named)
        return attrs.evolve(programme, parked_issues=_replaced(programme.parked_issues, old, new))

    def with_attendance(self, workshop: str, attendance: Attendance) -> Programme:
        """Return the programme with somebody's attendance at a workshop; the last word counts."""
        kept = [
            entry
            for entry in cast("Programme", self).workshop(workshop).attendance
            if entry.person != attendance.person
        ]
        return self._with_record(workshop, attendance=[*kept, attendance])

    def with_capture(self, workshop: str, capture: Capture) -> Programme:
        """Return the programme with something a session brought out."""
        captures = cast("Programme", self).workshop(workshop).captures
        return self._with_record(workshop, captures=[*captures, capture])

    def with_actual(self, workshop: str, actual: Actual) -> Programme:
        """Return the programme with a session's actual times; the last word counts."""
        kept = [
            entry
            for entry in cast("Programme", self).workshop(workshop).actuals
            if entry.session != actual.session
        ]
        return self._with_record(workshop, actuals=[*kept, actual])

    def with_attachment(self, workshop: str, attachment: Attachment) -> Programme:
        """Return the programme with a file of a workshop's record; the last word counts."""
        kept = [
            entry
            for entry in cast("Programme", self).workshop(workshop).attachments
            if entry.path != attachment.path
        ]
        return self._with_record(workshop, attachments=[*kept, attachment])

    def with_allocation(self, workshop: str, allocation: GroupAllocation) -> Programme:
        """Return the programme with the groups of a session's round; the last word counts."""
        kept = [
            entry
            for entry in cast("Programme", self).workshop(workshop).allocations
            if (entry.session, entry.round) != (allocation.session, allocation.round)
        ]
        return self._with_record(workshop, allocations=[*kept, allocation])

    def with_engagement(self, engagement: ExpertEngagement) -> Programme:
        """Return the programme with an expert's engagement, new or in the place of the old.

        Raises:
            IllegalMoveError: its history would be overwritten.
        """
        programme = cast("Programme", self)
        old = next((one for one in programme.experts if one.id == engagement.id), None)
        if old is None or engagement.id.__class__ is not str:
            return attrs.evolve(programme, experts=[*programme.experts, engagement])
        if engagement.events[: len(old.events)] != old.events:
            raise IllegalMoveError(f"the history of '{old.id}' can only be added to")
        return attrs.evolve(programme, experts=_replaced(programme.experts, old, engagement))

    def with_visit(self, engagement: str, *, format: str = INTERVIEW) -> Programme:
        """Return the programme with an expert's visit built into the agenda of its workshop.

        What the engagement says is put into its session, as far as nothing stands there yet:
        the times between which it may start (``arrives``, as a window that re-planning on the
        day holds), the host as the one who leads it, and the minutes of talk and questions.

        Args:
            engagement: its identifier.
            format: what a session without a format follows from now on, so that the host's
                welcome and the questions have a time of their own; ``""`` for none.

        Raises:
            IllegalMoveError: it has no session, or the session is locked to another time.
            UnknownKeyError: there is no such engagement.
        """
        from workshopcore.model.visit import with_visit

        programme = cast("Programme", self)
        return with_visit(programme, programme.engagement(engagement), format)

    def with_instrument(self, instrument: Instrument, *, on: date | str | None = None) -> Programme:
        """Return the programme with an instrument, new or in the place of the old.

        What it asks stays as it is from the day it is frozen, and once a wave with it is open or
        has answers; its title, and the constructs and levels of its questions, may still change.

        Args:
            instrument: one of the bank, such as ``toolkit.instruments["session-pulse"]``, one
                of the house, or a changed one.
            on: the day of the change; left out, the end of all that is on record.

        Raises:
            IllegalMoveError: it asks something else than what was frozen or answered (E15).
        """
        from workshopcore.model.instruments import with_instrument
        from workshopcore.model.moments import as_of_day

        day = date.max if on is None else as_of_day(on, "changing an instrument")
        return with_instrument(cast("Programme", self), instrument, day)

    def with_frozen(self, instrument: str, on: date | str) -> Programme:
        """Return the programme with an instrument frozen: from that day it asks what it asks.

        The fingerprint of its questions is kept with it, so that `check` finds a change that
        was made in the file afterwards.

        Raises:
            IllegalMoveError: it is frozen already.
            UnknownKeyError: there is no such instrument.
        """
        from workshopcore.model.instruments import with_frozen

        return with_frozen(cast("Programme", self), instrument, on)

    def with_wave(self, wave: Wave) -> Programme:
        """Return the programme with a wave, new or in the place of the old.

        Raises:
            IllegalMoveError: its history would be overwritten, or answers to one instrument
                would be said to be answers to another.
        """
        programme = cast("Programme", self)
        old = next((one for one in programme.waves if one.id == wave.id), None)
        if old is None or wave.id.__class__ is not str:
            return attrs.evolve(programme, waves=[*programme.waves, wave])
        if wave.events[: len(old.events)] != old.events:
            raise IllegalMoveError(f"the history of '{old.id}' can only be added to")
        if old.answers is not None and wave.instrument != old.instrument:
            raise IllegalMoveError(f"'{old.id}' has answers to '{old.instrument}'")
        return attrs.evolve(programme, waves=_replaced(programme.waves, old, wave))

    def with_event(self, event: Event, kind: str = "programme", id: str = "") -> Programme:
        """Return the programme after a move in a lifecycle.

        Args:
            event: the new state, and the day it was reached.
            kind: ``programme``, ``workshop``, ``expert``, ``parked-issue``, ``wave``, ``gain``
                or ``quote``.
            id: which one.

        Raises:
            IllegalMoveError: the move is not legal, there is a later event already, or a
                workshop would be closed over an issue that nobody has looked at (E16).
            UnknownKeyError: there is nothing of that kind with that identifier.

        >>> from workshopcore.model.programme import Programme
        >>> year = Programme(title="A year").with_event(Event("2027-01-05", "proposed"))
        >>> year.state(date(2027, 1, 5))
        'proposed'
        """
        programme = cast("Programme", self)
        if kind == "programme":
            _check_event(lifecycle.PROGRAMME, programme.events, event)
            return attrs.evolve(programme, events=[*programme.events, event])
        if kind not in _EVENTFUL:
            raise UnknownKeyError("kind with a lifecycle", kind, ["programme", *_EVENTFUL])
        collection, rules = _EVENTFUL[kind]
        entities: tuple[Any, ...] = getattr(programme, collection)
        old = next((entity for entity in entities if entity.id == id), None)
        if old is None:
            raise UnknownKeyError(kind, id, [entity.id for entity in entities])
        _check_event(rules, old.events, event)
        if kind == "workshop" and event.status == "closed":
            _check_triaged(programme, id, event.on)
        new = attrs.evolve(old, events=[*old.events, event])
        changes: dict[str, Any] = {collection: _replaced(entities, old, new)}
        return attrs.evolve(programme, **changes)

    def pseudonymise(self, person: str, *, on: date | str, also: Iterable[str] = ()) -> Programme:
        """Return the programme without somebody's name; what they did stays.

        :func:`workshopcore.model.privacy.pseudonymised` says what goes, and returns besides
        where the name stood, what could not be judged, and what lies outside the programme.

        Args:
            person: their identifier.
            on: the day, which the programme keeps.
            also: further words that mean them, as they are written.

        Raises:
            IllegalMoveError: it was done before, or a quote of theirs has later news.
            UnknownKeyError: there is nobody of this identifier.
        """
        from workshopcore.model.privacy import pseudonymised

        return pseudonymised(cast("Programme", self), person, on=on, also=also).programme

    def as_template(
        self,
        *,
        title: str,
        start: date | str,
        client: Organisation | str | None = None,
        people: Iterable[Person] = (),
    ) -> Programme:
        """Return the same design for another team; record and answers are left behind.

        Args:
            title: what the new programme is called.
            start: the day of its first workshop; every other date moves with it.
            client: whom it is for.
            people: the new team; facilitators and experts come along.

        Raises:
            ProgrammeError: the new programme would not hang together.
        """
        from workshopcore.model.template import from_template

        programme = cast("Programme", self)
        return from_template(programme, title=title, start=start, client=client, people=people)

    def _with_record(self, workshop: str, **changes: Any) -> Programme:
        programme = cast("Programme", self)
        old = programme.workshop(workshop)
        new = attrs.evolve(old, **changes)
        return attrs.evolve(programme, workshops=_replaced(programme.workshops, old, new))


def _replaced(entities: tuple[T, ...], old: T, new: T) -> list[T]:
    return [new if entity is old else entity for entity in entities]


def _check_triaged(programme: Programme, workshop: str, on: date) -> None:
    waiting = [
        issue.id
        for issue in programme.parked_issues
        if issue.origin.partition("/")[0] == workshop and issue.state(on) == "parked"
    ]
    if waiting:
        raise IllegalMoveError(
            f"'{workshop}' cannot be closed while an issue is only parked:"
            f" {', '.join(waiting)}. Settle it first, with_triage(...)"
        )


def _check_event(rules: Lifecycle, events: tuple[Event, ...], event: Event) -> None:
    if events and event.on < events[-1].on:
        raise IllegalMoveError(
            f"there is later news of {events[-1].on.isoformat()}: a history is append-only"
        )
    rules.step(events[-1].status if events else rules.start, event.status)


def _check_appended(action: Action, entry: Update | Review) -> None:
    history = action.history()
    last: date | None = history[-1].on if history else action.born
    if last is not None and entry.on < last:
        raise IllegalMoveError(
            f"there is later news of '{action.id}' ({last.isoformat()}): a history is append-only"
        )
    current = action.status(entry.on)
    if entry.status is not None and entry.status != current:
        lifecycle.ACTION.step(current, entry.status)
