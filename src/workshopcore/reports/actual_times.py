"""How a workshop really ran beside how it was planned: for facilitators, who learn from it."""

from __future__ import annotations

from workshopcore.agenda import Row
from workshopcore.contracts.report import Block, Column, Section
from workshopcore.contracts.reports import ReportRequest
from workshopcore.errors import ReportError
from workshopcore.language import gettext
from workshopcore.model.moments import elapsed
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Actual, Workshop
from workshopcore.reports.blocks import table
from workshopcore.reports.occasion import item_titles, timed
from workshopcore.reports.wording import clock, clocks, state

__all__ = ["actual_times"]


def _columns() -> tuple[Column, ...]:
    return (
        Column(gettext("Session")),
        Column(gettext("Planned")),
        Column(gettext("Actual")),
        Column(gettext("Longer by (minutes)"), align="right"),
        Column(gettext("What happened")),
        Column(gettext("Note")),
    )


def actual_times(
    programme: Programme, workshop: Workshop, request: ReportRequest
) -> tuple[Block, ...]:
    """Return planned and actual times of the sessions that have any."""
    if not workshop.actuals:
        return ()
    planned = _planned(programme, workshop, request)
    titles = item_titles(workshop, request.formats)
    rows = [
        _line(programme, workshop, actual, titles[actual.session], planned.get(actual.session))
        for actual in workshop.actuals
    ]
    title = gettext("Actual and planned times")
    return (Section(title, table(_columns(), rows), audience=("facilitators",)),)


def _planned(programme: Programme, workshop: Workshop, request: ReportRequest) -> dict[str, Row]:
    """Return the planned rows; an agenda that can no longer be timed has none."""
    try:
        sheet = timed(programme, workshop, request)
    except ReportError:
        return {}
    return {row.id: row for row in sheet.rows if row.slot}


def _line(
    programme: Programme, workshop: Workshop, actual: Actual, title: str, row: Row | None
) -> tuple[str, ...]:
    took = _minutes(programme, workshop, actual)
    longer = f"{took - row.minutes:+d}" if took is not None and row is not None else ""
    return (
        title,
        clocks(row.start, row.end) if row else "",
        _actual(actual),
        longer,
        state(actual.fate, "session"),
        actual.note,
    )


def _minutes(programme: Programme, workshop: Workshop, actual: Actual) -> int | None:
    if actual.start is None or actual.end is None:
        return None
    return elapsed(programme.at(workshop, actual.start), programme.at(workshop, actual.end))


def _actual(actual: Actual) -> str:
    if actual.start is not None and actual.end is not None:
        return clocks(actual.start, actual.end)
    if actual.start is not None:
        return gettext("from {time}", time=clock(actual.start))
    return gettext("until {time}", time=clock(actual.end)) if actual.end is not None else ""
