"""How likely a workshop is to keep its times, as a facilitator asks it the day before."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from workshopcore.agenda.day import PLANNING, Day, day_of
from workshopcore.agenda.experience import RecordedRun, learned, learned_ranges, recorded_runs
from workshopcore.agenda.fitting import fit
from workshopcore.agenda.risk import Risk, Target, risk
from workshopcore.agenda.run_sheet import run_sheet
from workshopcore.contracts.formats import SessionFormat
from workshopcore.errors import AgendaError
from workshopcore.model.agenda import Session
from workshopcore.model.programme import Programme
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


def outlook(
    programme: Programme, workshop: str, *, formats: Mapping[str, SessionFormat]
) -> Outlook:
    """Return how likely a workshop is to keep its times.

    Every session may take anything from its shortest to its longest, most likely about its
    usual time; formats that earlier workshops ran often enough take what they took there.

    Args:
        programme: the programme, with the record of earlier workshops.
        workshop: the workshop's identifier.
        formats: the session formats that are installed, by key.

    Raises:
        AgendaError: a session has no length, or the day does not fit even at its shortest.
        UnknownKeyError: the programme has no such workshop.
    """
    day = day_of(programme, programme.workshop(workshop), formats)
    fitted = fit(day.line, day.minutes, grid=day.grid)
    if fitted.over:
        raise AgendaError(
            f"'{workshop}' is over by {fitted.over} minutes even at its shortest, so it cannot be"
            " on time. Cut something, or start earlier"
        )
    planned = tuple(zip(fitted.starts, fitted.minutes, strict=True))
    keys = [getattr(item.slot, "format", "") for item in day.items]
    experience = learned(_runs(programme, workshop, formats))
    ranges = learned_ranges(day.line, planned, keys, experience)
    found = risk(day.line, planned, minutes=day.minutes, ranges=ranges)
    closing = max((n for n, key in enumerate(keys) if key in PLANNING), default=None)
    most = found.matters_most
    return Outlook(
        None if closing is None else _prospect(day, found, closing),
        _prospect(day, found, "end"),
        "" if most is None else day.title(most),
        found.assumptions,
        found,
    )


def _prospect(day: Day, found: Risk, target: Target) -> Prospect:
    title = "" if target == "end" else day.title(target)
    return Prospect(title, found.on_time(target), found.late_by(target))


def _runs(
    programme: Programme, workshop: str, formats: Mapping[str, SessionFormat]
) -> tuple[RecordedRun, ...]:
    sheets: dict[str, dict[str, int]] = {}

    def planned(earlier: Workshop, session: Session) -> int | None:
        if earlier.id not in sheets:
            try:
                sheet = run_sheet(programme, earlier.id, formats=formats)
            except AgendaError:
                sheets[earlier.id] = {}
            else:
                sheets[earlier.id] = {row.id: row.minutes for row in sheet.rows}
        return sheets[earlier.id].get(session.id)

    return recorded_runs(programme, before=workshop, planned_minutes=planned)
