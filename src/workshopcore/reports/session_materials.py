"""What hangs on the wall and lies on the tables: charts and sheets, session by session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from workshopcore.agenda import Row, RunSheet
from workshopcore.contracts.report import (
    Audience,
    Block,
    Checklist,
    PageBreak,
    Paragraph,
    Report,
    Section,
)
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.errors import ReportError, UnknownKeyError
from workshopcore.language import gettext, gettext_noop
from workshopcore.model.agenda import Session
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.blocks import bullets, filled, prose, section
from workshopcore.reports.materials import brought, packing_list
from workshopcore.reports.naming import file_name
from workshopcore.reports.occasion import known_day, status_notice, timed
from workshopcore.reports.sheets_to_fill import sheets, to_print
from workshopcore.reports.wall_charts import charts, opening, unworded

__all__ = ["SessionMaterials"]


@frozen
class SessionMaterials:
    """A chart for each session and each step that people work in, and the sheets they fill in.

    It is for the facilitators, who print it: on the first page, theirs alone, stands what to
    bring. Whatever follows hangs on the wall or lies on the tables, and says nothing that is not
    for everybody. A copy with ``audience="participants"`` has no such first page.

    The option ``session`` names one session.
    """

    key: str = "session-materials"
    title: str = gettext_noop("Session materials")
    audience: Audience = "facilitators"
    needs: frozenset[Need] = frozenset({"workshop"})

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return the charts and sheets of a workshop, or of one of its sessions.

        Raises:
            ReportError: no workshop was named, it has no sessions, or its agenda cannot be timed.
            UnknownKeyError: there is no such workshop, or no such session in it.
        """
        workshop = request.the_workshop(programme, self.key)
        chosen = request.options.get("session", "")
        sheet = timed(programme, workshop, request)
        rows = _rows(sheet, chosen)
        told = rows[0].title if chosen else workshop.title
        return Report(
            self.key,
            f"{gettext(self.title)}: {told}",
            self.audience,
            filled(
                status_notice(workshop, known_day(request)),
                _to_bring(programme, sheet, rows, whole=not chosen),
                () if chosen else _aims(workshop),
                *(_session(programme, workshop, row) for row in rows),
            ),
            subtitle=programme.title,
            language=programme.language,
            as_of=request.as_of,
            name=file_name(self.key, workshop.id, *([rows[0].id] if chosen else [])),
            details={"programme": programme.id, "workshop": workshop.id},
        )


def _rows(sheet: RunSheet, chosen: object) -> tuple[Row, ...]:
    """Return the sessions that are asked for, in the order of the day."""
    rows = tuple(row for row in sheet.rows if isinstance(row.slot, Session))
    if not rows:
        raise ReportError(f"'{sheet.workshop.id}' has no sessions to make charts for")
    if not chosen:
        return rows
    found = tuple(row for row in rows if row.id == chosen)
    if not found:
        raise UnknownKeyError("session", str(chosen), [row.id for row in rows])
    return found


def _to_bring(
    programme: Programme, sheet: RunSheet, rows: Iterable[Row], *, whole: bool
) -> tuple[Block, ...]:
    """Return the first page: what to pack, to print and to put into words; never for the wall."""
    packed = packing_list(programme, sheet) if whole else _packed(programme, sheet.workshop, rows)
    printed = [line for row in rows for line in to_print(row)]
    blocks = filled(
        packed,
        section(gettext("To print"), (Checklist(printed),) if printed else ()),
        section(
            gettext("Still to be put into words"),
            bullets([f"{row.title}: {prompt}" for row in rows for prompt in unworded(row)]),
        ),
        _who_sits_where(sheet.workshop, rows),
    )
    if not blocks:
        return ()
    return (Section(gettext("What to bring"), blocks, audience=("facilitators",)),)


def _packed(programme: Programme, workshop: Workshop, rows: Iterable[Row]) -> tuple[Block, ...]:
    lines = [line for row in rows for line in brought(programme, workshop, row)]
    return (Checklist(lines),) if lines else ()


def _who_sits_where(workshop: Workshop, rows: Iterable[Row]) -> tuple[Block, ...]:
    seated = {allocation.session for allocation in workshop.allocations}
    if not any(row.id in seated for row in rows):
        return ()
    said = gettext("Who sits where, and cards for the tables, are in the group lists.")
    return (Paragraph(said),)


def _aims(workshop: Workshop) -> tuple[Block, ...]:
    """Return the chart of the day: what it is for, and what people want to leave with."""
    purpose = [evolve(part, lead=True) for part in prose(workshop.purpose)]
    blocks = filled(purpose, bullets(workshop.outputs))
    return (PageBreak(), Section(workshop.title, blocks)) if blocks else ()


def _session(programme: Programme, workshop: Workshop, row: Row) -> tuple[Block, ...]:
    """Return the charts of a session and then its sheets, each on a page of its own."""
    pages = (*charts(workshop, row), *sheets(programme, workshop, row))
    blocks = filled(opening(workshop, row), _apart(pages))
    return PageBreak(), Section(row.title, blocks, id=row.id)


def _apart(pages: Iterable[Section]) -> Iterator[Block]:
    for page in pages:
        yield PageBreak()
        yield page
