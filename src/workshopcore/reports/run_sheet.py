"""The run sheet: a workshop hour by hour, for those who run it and nobody else."""

from __future__ import annotations

from attrs import frozen

from workshopcore.agenda import RunSheet
from workshopcore.contracts.report import Audience, Block, Report
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.language import gettext, gettext_noop
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.actual_times import actual_times
from workshopcore.reports.blocks import filled, section
from workshopcore.reports.day_figure import day_figure
from workshopcore.reports.live import live_details
from workshopcore.reports.materials import packing_list
from workshopcore.reports.naming import file_name
from workshopcore.reports.occasion import known_day, status_notice, timed
from workshopcore.reports.plan_b import plan_b
from workshopcore.reports.preparations import access, at_a_glance, experts, rooms, set_up
from workshopcore.reports.prospects import prospects
from workshopcore.reports.running_order import running_order
from workshopcore.reports.session_cards import session_cards
from workshopcore.reports.too_full import changes, is_live, warnings

__all__ = ["RunSheetReport", "run_sheet_report"]


@frozen
class RunSheetReport:
    """Clock times, lengths, methods, groups, materials, plan B and what to cut first."""

    key: str = "run-sheet"
    title: str = gettext_noop("Run sheet")
    audience: Audience = "facilitators"
    needs: frozenset[Need] = frozenset({"workshop"})

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return the run sheet of a workshop.

        Raises:
            ReportError: no workshop was named, or its agenda cannot be timed.
            UnknownKeyError: there is no such workshop.
        """
        workshop = request.the_workshop(programme, self.key)
        sheet = timed(programme, workshop, request)
        return run_sheet_report(programme, sheet, request, kind=self)


_KIND = RunSheetReport()


def run_sheet_report(
    programme: Programme,
    sheet: RunSheet,
    request: ReportRequest,
    *,
    kind: RunSheetReport = _KIND,
) -> Report:
    """Return a run sheet as a document: as planned, or as re-planned on the day.

    A sheet of the day itself leaves out what is behind: setting up and packing, and the cards
    of the sessions that are over. A planned one has the facilitator mode in its ``live`` details.

    Args:
        programme: the programme.
        sheet: from :func:`~workshopcore.agenda.run_sheet`, or its ``replan``.
        request: the day it describes, and the session formats that are installed.
        kind: whose key, title and audience the document has.
    """
    workshop = sheet.workshop
    live = is_live(sheet)
    return Report(
        kind.key,
        f"{gettext(kind.title)}: {workshop.title}",
        kind.audience,
        filled(
            status_notice(workshop, known_day(request)),
            warnings(sheet, request),
            changes(sheet),
            () if live else _before(programme, sheet, request),
            section(gettext("The day at a glance"), day_figure(sheet)),
            section(gettext("Running order"), running_order(programme, sheet, request.formats)),
            section(gettext("If time runs short"), plan_b(sheet)),
            _ahead(sheet, request),
            section(gettext("Session by session"), session_cards(programme, sheet)),
            section(gettext("External expert"), experts(programme, sheet, request)),
            () if live else section(gettext("What to bring"), packing_list(programme, sheet)),
            _as_it_ran(programme, workshop, request),
        ),
        subtitle=programme.title,
        language=programme.language,
        as_of=request.as_of,
        name=file_name(kind.key, workshop.id),
        details={
            "programme": programme.id,
            "workshop": workshop.id,
            **({} if live else live_details(programme, sheet, request)),
        },
    )


def _before(programme: Programme, sheet: RunSheet, request: ReportRequest) -> tuple[Block, ...]:
    """Return what facilitators see to before the day begins."""
    workshop = sheet.workshop
    return filled(
        at_a_glance(programme, workshop, request),
        section(gettext("What people need to take part"), access(programme, workshop)),
        section(gettext("Before the start"), set_up(sheet), rooms(workshop)),
    )


def _ahead(sheet: RunSheet, request: ReportRequest) -> tuple[Block, ...]:
    """Say how likely the day is to hold, as long as it lies ahead."""
    on = request.as_of
    if is_live(sheet) or (on is not None and on > sheet.workshop.day):
        return ()
    return section(gettext("How likely it is to hold"), prospects(sheet))


def _as_it_ran(
    programme: Programme, workshop: Workshop, request: ReportRequest
) -> tuple[Block, ...]:
    """Once the workshop is over, a run sheet shows how the next one could be timed better."""
    if known_day(request) < workshop.day:
        return ()
    return actual_times(programme, workshop, request)
