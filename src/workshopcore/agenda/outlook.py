"""How likely a workshop is to keep its times, as a facilitator asks it the day before."""

from __future__ import annotations

from attrs import frozen

from workshopcore.agenda.day import Day
from workshopcore.agenda.experience import RecordedRun, learned, learned_ranges, recorded_runs
from workshopcore.agenda.risk import Risk, Target, risk
from workshopcore.agenda.run_sheet import RunSheet, run_sheet
from workshopcore.errors import AgendaError
from workshopcore.model.agenda import Session
from workshopcore.model.moments import elapsed
from workshopcore.model.workshop import Workshop

__all__ = ["Outlook", "Prospect", "outlook"]


@frozen
class Prospect:
    """A moment of the day, and how likely it is to be kept.

    Attributes:
        title: what it is, such as the title of the closing session; ``""`` for the finish.
        on_time: the probability that it comes on time, between 0 and 1.
        late: nine times out of ten it is late by no more than so many minutes.
    """

    title: str
    on_time: float
    late: int


@frozen
class Outlook:
    """How likely a workshop is to keep its times if nobody re-plans.

    Attributes:
        planning: the start of the closing action planning; ``None`` where there is none.
        finish: the end of the workshop.
        matters_most: title of the session that would help most by keeping to its minutes.
        assumptions: what the figures take for granted, a sentence each; show them beside.
        risk: the whole computation, with a distribution for every item.
    """

    planning: Prospect | None
    finish: Prospect
    matters_most: str
    assumptions: tuple[str, ...]
    risk: Risk


def outlook(sheet: RunSheet) -> Outlook:
    """Return how likely a workshop is to keep its times.

    Every session may take anything from its shortest to its longest, most likely about its
    usual time; formats that earlier workshops ran often enough take what they took there.

    Args:
        sheet: the workshop as :func:`~workshopcore.agenda.run_sheet` plans it; its programme
            holds the record of earlier workshops.

    Raises:
        AgendaError: the day does not fit even at its shortest.
    """
    day = sheet.day
    if day is None:
        raise AgendaError("this run sheet was not made by run_sheet(), so its risk is not known")
    if sheet.over:
        raise AgendaError(
            f"'{day.workshop.id}' is over by {sheet.over} minutes even at its shortest,"
            " so it cannot be on time. Cut something, or start earlier"
        )
    rows = sheet.numbered().values()
    planned = [(elapsed(day.starts, row.start), row.minutes) for row in rows]
    keys = [getattr(item.slot, "format", "") for item in day.items]
    experience = learned(_runs(day))
    ranges = learned_ranges(day.line, planned, keys, experience)
    found = risk(day.line, planned, minutes=day.minutes, ranges=ranges)
    most = found.matters_most
    return Outlook(
        _prospect(day, found, day.planning[-1]) if day.planning else None,
        _prospect(day, found, "end"),
        "" if most is None else day.title(most),
        found.assumptions,
        found,
    )


def _prospect(day: Day, found: Risk, target: Target) -> Prospect:
    title = "" if target == "end" else day.title(target)
    return Prospect(title, found.on_time(target), found.late_by(target))


def _runs(day: Day) -> tuple[RecordedRun, ...]:
    sheets: dict[str, dict[str, int]] = {}

    def planned(earlier: Workshop, session: Session) -> int | None:
        if earlier.id not in sheets:
            try:
                sheet = run_sheet(day.programme, earlier.id, formats=day.formats)
            except AgendaError:
                sheets[earlier.id] = {}
            else:
                sheets[earlier.id] = {row.id: row.minutes for row in sheet.rows}
        return sheets[earlier.id].get(session.id)

    return recorded_runs(day.programme, before=day.workshop.id, planned_minutes=planned)
