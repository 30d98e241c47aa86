"""How an action stands on a day: read once, from what had been recorded by then."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from attrs import frozen

from workshopcore.actions.held import Held, Moment
from workshopcore.model.action import CLOSED, Action, Review, Update

__all__ = ["Opening", "Span", "Standing", "stand"]

_DONE = frozenset({"done", "verified"})
_on = attrgetter("on")

Entry: TypeAlias = Update | Review


class Opening(NamedTuple):
    """A workshop that began while an action was open.

    Attributes:
        workshop: its identifier.
        reviewed: it has a review of the action, or there is news of the action on its days.
        carried: it carried the action over.
    """

    workshop: str
    reviewed: bool
    carried: bool


class Span(NamedTuple):
    """From when to when an action was open; without an end it still is."""

    opened: date
    closed: date | None


@frozen(slots=False)
class Standing:
    """An action as it stood on a day.

    Attributes:
        moment: when it is looked at.
        status: its state.
        start: the day from which its age counts: when it was agreed, or else put forward.
        first_due: the due date first agreed, which never changes.
        due: the due date that holds.
        slips: how often the due date was put later.
        opened: the day it was put forward, or last reopened; ``None`` when nobody wrote it down.
        closed: the day it was closed (done, or given up); ``None`` while it is open.
        earlier: when it was open before it was last reopened.
    """

    action: Action
    moment: Moment
    status: str
    start: date | None
    first_due: date | None
    due: date | None
    slips: int
    opened: date | None
    closed: date | None
    earlier: tuple[Span, ...]

    @property
    def history(self) -> tuple[Entry, ...]:
        """What had been recorded of it by then, in order.

        Updates and reviews are in order, or the programme would not have been built.
        """
        entries, last = self.action.history(), self.moment.last
        if entries and entries[-1].on > last:
            return entries[: bisect_right(entries, last, key=_on)]
        return entries

    @property
    def owner(self) -> str:
        """Who it belonged to on record, by identifier."""
        return self.action.owner_on(self.moment.last)

    @property
    def is_open(self) -> bool:
        """Whether it still needs work."""
        return self.closed is None

    @property
    def is_done(self) -> bool:
        """Whether it was done, verified or not."""
        return self.status in _DONE

    @property
    def given_up(self) -> bool:
        """Whether it was cancelled or superseded: such actions are in no denominator."""
        return self.closed is not None and self.status not in _DONE

    @property
    def age(self) -> int | None:
        """Days since it was agreed; ``None`` when nobody wrote down when that was."""
        return None if self.start is None else (self.moment.on - self.start).days

    @property
    def late(self) -> int:
        """Days by which it is overdue; 0 when it is not."""
        if self.due is None or self.closed is not None:
            return 0
        return max(0, (self.moment.on - self.due).days)

    @property
    def slipped(self) -> int:
        """Days from the first due date to the one that holds; negative if it is sooner now."""
        if self.due is None or self.first_due is None:
            return 0
        return (self.due - self.first_due).days

    @property
    def lead_time(self) -> int | None:
        """Days from when it was agreed to when it was done; ``None`` if that is not known."""
        if self.start is None or self.closed is None or not self.is_done:
            return None
        return max(0, (self.closed - self.start).days)

    @property
    def progress(self) -> int | None:
        """The per cent last reported; done is 100."""
        return 100 if self.is_done else self.action.reported(self.moment.last)

    @property
    def carries(self) -> int:
        """At how many reviews it was carried over."""
        last = self.moment.last
        return sum(1 for review in self.action.reviews if review.carried and review.on <= last)

    @property
    def spans(self) -> tuple[Span, ...]:
        """When it was open, as far as anybody wrote down."""
        if self.opened is None:
            return self.earlier
        return (*self.earlier, Span(self.opened, self.closed))

    @property
    def openings(self) -> tuple[Opening, ...]:
        """The workshops that began while it was open, and what became of it there.

        What happens on a workshop's day comes after its opening: an action agreed that day is
        not there yet, and one that is done that day is still open.
        """
        days, workshops = self.moment.held
        found: tuple[Held, ...] = ()
        for opened, closed in self.spans if self.earlier else ((self.opened, self.closed),):
            if opened is not None:
                end = None if closed is None else bisect_right(days, closed)
                found += workshops[bisect_right(days, opened) : end]
        return tuple([self._opening(workshop) for workshop in found]) if found else ()

    def _opening(self, workshop: Held) -> Opening:
        last = self.moment.last
        reviewed = carried = False
        for review in self.action.reviews:
            if review.workshop == workshop.id and review.on <= last:
                reviewed, carried = True, carried or review.carried
        return Opening(workshop.id, reviewed or self._has_news(workshop), carried)

    def _has_news(self, workshop: Held) -> bool:
        history = self.history
        begin = bisect_left(history, workshop.first, key=_on)
        end = bisect_right(history, workshop.last, key=_on)
        return any(isinstance(entry, Update) for entry in history[begin:end])

    @property
    def unreviewed(self) -> tuple[str, ...]:
        """The workshops that began while it was open and said nothing of it."""
        return tuple(each.workshop for each in self.openings if not each.reviewed)

    @property
    def since(self) -> date | None:
        """The day it reached its status; ``None`` where no entry says so."""
        reached = self._reached
        return None if reached is None else self.history[reached].on

    @property
    def reason(self) -> str:
        """The note of the entry that brought its status."""
        reached = self._reached
        return "" if reached is None else self.history[reached].note

    @property
    def news(self) -> str:
        """The last note."""
        return _last_note(self.history)

    @property
    def blocked_by(self) -> str:
        """What blocks it: the last note since it was blocked; ``""`` where there is none."""
        if self.status != "blocked" or self._reached is None:
            return ""
        return _last_note(self.history[self._reached :])

    @property
    def replacement(self) -> str:
        """The action that takes its place."""
        for entry in reversed(self.history):
            if isinstance(entry, Update) and entry.superseded_by:
                return entry.superseded_by
        return ""

    @property
    def _reached(self) -> int | None:
        """Which entry brought the status; one that only repeats it brought nothing."""
        found, before = None, ""
        for number, entry in enumerate(self.history):
            if entry.status is not None and entry.status != before:
                found, before = number, entry.status
        return found


def _last_note(history: Sequence[Entry]) -> str:
    return next((entry.note for entry in reversed(history) if entry.note.strip()), "")


def stand(action: Action, began: date | None, moment: Moment) -> Standing:
    """Return how an action stands at a moment.

    Args:
        action: the action, which exists then.
        began: the day it was put forward, ``None`` when nobody wrote it down.
        moment: when it is looked at.
    """
    agreed = action.agreed
    if agreed is not None and agreed > moment.last:
        agreed = None
    status = "proposed" if agreed is None else "agreed"
    first = due = action.due
    slips = 0
    opened, closed = began, None
    earlier: tuple[Span, ...] = ()
    last = moment.last
    for on, to, later in action.changes:
        if on > last:
            break
        if later is not None:
            first = first or later
            slips += due is not None and later > due
            due = later
        if to is None or to == status:
            continue
        status = to
        if to in CLOSED:
            closed = closed or on
        elif closed is not None:
            earlier += _span(opened, closed)
            opened, closed = on, None
        elif to == "agreed":
            agreed = agreed or on
    start = agreed or began
    return Standing(action, moment, status, start, first, due, slips, opened, closed, earlier)


def _span(opened: date | None, closed: date) -> tuple[Span, ...]:
    return () if opened is None else (Span(opened, closed),)
