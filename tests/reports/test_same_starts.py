"""Participants and facilitators are told the same times, the participants coarsely."""

import re
from datetime import UTC, datetime, timedelta

from attrs import evolve
from hypothesis import given

from workshopcore.agenda import run_sheet
from workshopcore.contracts.report import Report, Section, Table
from workshopcore.contracts.reports import ReportRequest
from workshopcore.errors import ReportError
from workshopcore.formats import catalogue
from workshopcore.model.agenda import Parallel
from workshopcore.reports.participant_agenda import ParticipantAgenda
from workshopcore.reports.run_sheet import RunSheetReport
from workshopcore.testing.strategies import programmes

NAME = re.compile(r"⟦\d+⟧")
CATALOGUE = {found.key: found for found in catalogue()}
FORMATS = {
    **CATALOGUE,
    "acme:fishbowl": CATALOGUE["fishbowl"],
    "gone:away": CATALOGUE["check-out"],
}


def lines(report: Report, title: str) -> list[dict[str, str]]:
    """Return the rows of the tables under a title, each by the titles of its columns."""
    found = [b for b in report.blocks if isinstance(b, Section) and b.title == title]
    days = [part for part in found for part in [part, *part.blocks] if isinstance(part, Section)]
    tables = [block for day in days for block in day.blocks if isinstance(block, Table)]
    return [
        dict(zip([column.title for column in table.columns], map(plain, row), strict=True))
        for table in tables
        for row in table.rows
    ]


def plain(cell) -> str:
    return cell if isinstance(cell, str) else "".join(run.text for run in cell)


def coarse(moment: datetime) -> str:
    """Round a moment to five minutes, as participants are told it."""
    passed = moment.astimezone(UTC)
    minutes = (passed.minute + 2) // 5 * 5 - passed.minute
    return f"{(passed + timedelta(minutes=minutes)).astimezone(moment.tzinfo):%H:%M}"


def with_titles(workshop):
    """Give every slot a title of its own that no other title begins with."""
    names = (f"⟦{number}⟧" for number in range(10_000))

    def titled(agenda):
        return tuple(
            evolve(
                item,
                tracks=tuple(evolve(each, agenda=titled(each.agenda)) for each in item.tracks),
            )
            if isinstance(item, Parallel)
            else evolve(item, title=next(names))
            for item in agenda
        )

    return evolve(workshop, agenda=titled(workshop.agenda))


@given(programme=programmes(workshops=1))
def test_participants_are_told_the_starts_of_the_run_sheet(programme):
    programme = evolve(programme, workshops=tuple(map(with_titles, programme.workshops)))
    for workshop in programme.workshops:
        same_starts(programme, ReportRequest(workshop=workshop.id, formats=FORMATS))


def same_starts(programme, request):
    try:
        inner = RunSheetReport().build(programme, request)
        outer = ParticipantAgenda().build(programme, request)
    except ReportError:
        return
    sheet = run_sheet(programme, request.workshop, formats=FORMATS)
    starts = {row.title: row.start for row in sheet.rows}
    for row in lines(inner, "Running order"):
        name = NAME.search(row["Item"])
        assert name is None or row["Time"][:5] == f"{starts[name[0]]:%H:%M}"
    for row in lines(outer, "The day"):
        name = NAME.search(row["What"])
        assert name is None or row["Time"] == coarse(starts[name[0]])
