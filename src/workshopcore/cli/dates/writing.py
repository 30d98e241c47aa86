"""The dates in the programme file, each workshop in the state that new dates have."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from workshopcore.cli.dates.words import short_day
from workshopcore.cli.program import Refusal
from workshopcore.errors import IllegalMoveError

if TYPE_CHECKING:
    from workshopcore.calendar import DatedWorkshop, Dates
    from workshopcore.model.programme import Programme

__all__ = ["with_new_dates"]


def with_new_dates(programme: Programme, dates: Dates, on: date) -> Programme:
    """Return the programme with its workshops on the dates, pencilled until they are agreed.

    A workshop that was confirmed for another day is postponed first, so that its history tells
    of the move. What was given, and not chosen, stays as it is.

    Raises:
        Refusal: a workshop has later news than that day.
    """
    from workshopcore.calendar import with_dates

    changed = with_dates(programme, dates)
    for each in dates.workshops:
        if not each.held:
            try:
                changed = _pencilled(programme, changed, each, on)
            except IllegalMoveError as error:
                cure = "Name a later day with --as-of"
                raise Refusal(f"'{each.title}' cannot be pencilled: {error}. {cure}") from error
    return changed


def _pencilled(
    programme: Programme, changed: Programme, each: DatedWorkshop, on: date
) -> Programme:
    from workshopcore.model.lifecycle import Event

    before = programme.workshop(each.workshop)
    state, moved = before.state(on), before.start.replace(tzinfo=None) != each.start
    if state == "confirmed" and moved:
        note = f"Was to be on {short_day(before.day)}"
        changed = changed.with_event(Event(on, "postponed", note), "workshop", each.workshop)
        state = "postponed"
    if state in ("proposed", "postponed"):
        return changed.with_event(Event(on, "pencilled"), "workshop", each.workshop)
    return changed
