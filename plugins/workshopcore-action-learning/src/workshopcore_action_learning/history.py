"""The turns of earlier meetings: as recorded, or else as they were planned."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from workshopcore.agenda import run_sheet
from workshopcore.contracts.formats import FormatPlan, FormatRequest, SessionFormat
from workshopcore.errors import FormatError, WorkshopCoreError
from workshopcore.formats import catalogue
from workshopcore.model.length import Length
from workshopcore.model.moments import elapsed
from workshopcore.model.options import Options
from workshopcore_action_learning.record import Meeting, meetings_before
from workshopcore_action_learning.sets import named_sets
from workshopcore_action_learning.timetable import Timetable
from workshopcore_action_learning.turns import Turns, one_by_one

__all__ = ["History", "history"]


@frozen
class History:
    """The turns before a meeting.

    Attributes:
        turns: who has presented.
        meetings: the earlier meetings.
        assumed: those of them of which that is not recorded, so that their plan stands.
    """

    turns: Turns = field(factory=Turns)
    meetings: tuple[Meeting, ...] = ()
    assumed: tuple[Meeting, ...] = ()


def history(meeting: Meeting, own: SessionFormat) -> History:
    """Return the turns that were had, or are planned, before a meeting.

    Args:
        meeting: the meeting.
        own: the format of the meetings, which says how long they take.
    """
    found = History()
    for earlier in meetings_before(meeting):
        heard, assumed = earlier.recorded(), found.assumed
        if heard is None:
            heard = _as_planned(earlier, found.turns, own, meeting.workshop.day)
            assumed += (earlier,) if heard else ()
        found = History(found.turns.after(heard), (*found.meetings, earlier), assumed)
    return found


def _as_planned(meeting: Meeting, turns: Turns, own: SessionFormat, by: date) -> tuple[str, ...]:
    if not meeting.held(by):
        return ()
    try:
        sets = named_sets(meeting.programme, meeting.workshop, meeting.session)
        timetable = Timetable.of(meeting.session.options)
        number = timetable.presenters(_minutes(meeting, own))
    except WorkshopCoreError:
        return ()  # it could not be planned, so nobody was heard
    return one_by_one(turns.presenters(sets, number))


def _minutes(meeting: Meeting, own: SessionFormat) -> int:
    """Return how long a meeting took, or has on the run sheet of its day."""
    actual, programme, workshop = meeting.actual, meeting.programme, meeting.workshop
    if actual is not None and actual.start is not None and actual.end is not None:
        return elapsed(programme.at(workshop, actual.start), programme.at(workshop, actual.end))
    rows = run_sheet(programme, workshop.id, formats=_lengths(own)).rows
    return next(row.minutes for row in rows if row.id == meeting.session.id)


@frozen
class _OnlyLength:
    """A format that is asked how long it takes and no more, so that no plan asks for another."""

    format: SessionFormat

    @property
    def key(self) -> str:
        return self.format.key

    @property
    def title(self) -> str:
        return self.format.title

    @property
    def people(self) -> tuple[int, int]:
        return self.format.people

    def length(self, people: int, options: Options) -> Length:
        return self.format.length(people, options)

    def expand(self, request: FormatRequest) -> FormatPlan:
        raise FormatError(f"'{self.key}' is only asked how long it takes, not {request.minutes}")


def _lengths(own: SessionFormat) -> Mapping[str, SessionFormat]:
    return {each.key: _OnlyLength(each) for each in (*catalogue(), own)}
