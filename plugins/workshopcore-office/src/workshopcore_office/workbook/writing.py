"""A report put into a workbook: its sheets one after another, then what refers to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, time
from io import BytesIO
from typing import Any

from attrs import define, field

from workshopcore.contracts.report import Block, Figure, Report
from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.language import gettext
from workshopcore.language.locales import locale_of
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.html.look import language
from workshopcore.renderers.tree import walk
from workshopcore_office.charts import charts_of
from workshopcore_office.finishing import finished
from workshopcore_office.sealing import sealed
from workshopcore_office.workbook.beside import beside_of
from workshopcore_office.workbook.blocks import Hand, write
from workshopcore_office.workbook.charting import CHART, Charts
from workshopcore_office.workbook.front import Link, write_contents, write_top
from workshopcore_office.workbook.grid import Grid, grid_of
from workshopcore_office.workbook.looks import SIZE, Looks
from workshopcore_office.workbook.names import sheet_name
from workshopcore_office.workbook.page import Paper, lay_out, print_on
from workshopcore_office.workbook.planning import Heading, Leaf, Plan, planned, tables_in
from workshopcore_office.workbook.sheet import ROWS, Sheet, too_long
from workshopcore_office.workbook.sources import Sources

__all__ = ["workbook_of"]

_MOST_SHEETS, _MOST_COLUMNS = 500, 16_000
_LONGEST = 255
_UNDATED = datetime(1980, 1, 1)
_AUTHOR = "workshopcore"
_FROZEN = 190.0
"""How much of the screen rows that stay in sight may take, in points."""
_OPTIONS = {
    # Every program measures columns by the figures of this typeface, which all of them have.
    "default_format_properties": {"font_name": "Arial", "font_size": SIZE, "font_scheme": ""},
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def workbook_of(report: Report, style: Style) -> bytes:
    """Return a report as a workbook.

    Raises:
        RenderError: the report does not fit, or the style has a value that is not one.
    """
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it has no types

    plan = _counted(planned(report), report)
    file = BytesIO()
    workbook = Workbook(file, dict(_OPTIONS))
    tag = language(report.language)
    press = _Press.of(workbook, report, style, leftwards=_is_leftwards(tag))
    _describe(workbook, report, style)
    press.print(plan, report, style)
    workbook.close()
    return sealed(finished(file.getvalue(), tag, press.growing))


def _counted(plan: Plan, report: Report) -> Plan:
    tables = [table for leaf in plan.leaves for table in tables_in(leaf.blocks)]
    if any(len(table.rows) >= ROWS for table in tables):
        raise too_long(report.name)
    if any(len(table.columns) > _MOST_COLUMNS for table in tables):
        raise RenderError(
            f"the report '{report.name}' has a table of more than {_MOST_COLUMNS:,} columns, and"
            " a sheet of Excel has no room for those: it can be a web page (html), a Word document"
            " (office:docx) or text instead"
        )
    if len(plan.leaves) > _MOST_SHEETS:
        raise RenderError(
            f"the report '{report.name}' has tables of so many kinds that it would be"
            f" {len(plan.leaves)} sheets, and nobody finds anything in more than {_MOST_SHEETS}:"
            " it can be a web page (html), a Word document (office:docx) or text instead"
        )
    return plan


def _is_leftwards(tag: str) -> bool:
    return locale_of(tag).character_order == "right-to-left"


def _describe(workbook: Any, report: Report, style: Style) -> None:
    """Say what the workbook is; nothing in it comes from the clock."""
    dated = report.as_of is not None and report.as_of >= _UNDATED.date()
    made = datetime.combine(report.as_of, time()) if report.as_of and dated else _UNDATED
    workbook.set_properties(
        {
            "title": one_line(report.title)[:_LONGEST],
            "subject": one_line(report.subtitle)[:_LONGEST],
            "author": one_line(style.house)[:_LONGEST] or _AUTHOR,
            "created": made,
        }
    )


@define
class _Press:
    """What a workbook is made with, and what is known of it so far.

    Attributes:
        growing: rows that may grow with what is typed, by the file of their sheet.
    """

    workbook: Any
    looks: Looks
    paper: Paper
    charts: Charts
    leftwards: bool
    growing: dict[str, Collection[int]] = field(factory=dict)
    _taken: set[str] = field(factory=set)

    @classmethod
    def of(cls, workbook: Any, report: Report, style: Style, *, leftwards: bool) -> _Press:
        looks = Looks(workbook, style, leftwards=leftwards)
        name = sheet_name(gettext("Chart figures"), (), "")
        charts = Charts(workbook, looks, Sources(name))
        press = cls(workbook, looks, Paper.of(report, style), charts, leftwards)
        press._taken.add(name.casefold())
        return press

    def print(self, plan: Plan, report: Report, style: Style) -> None:
        """Write all sheets."""
        first = gettext("Contents") if plan.leaves else plan.front.title
        front = self._hand(first, grid_of(tables_in(plan.front.blocks)))
        write_top(front.sheet, report, style)
        write(front, plan.front.entries)
        links = [link for leaf in plan.leaves for link in self._leaf(leaf)]
        if links:
            write_contents(front.sheet, [*front.links, *links])
        self._finish(front)
        page = self.charts.sources.write(self.workbook.add_worksheet, self.looks)
        if page:
            page.set_landscape()
            print_on(page, self.paper)
            if self.leftwards:
                page.right_to_left()

    def _leaf(self, leaf: Leaf) -> list[Link]:
        """Write a sheet and return where its headings are."""
        hand = self._hand(leaf.title, grid_of(tables_in(leaf.blocks), _beside(leaf)))
        entries: Sequence[Heading | Block] = leaf.entries
        if not isinstance(entries[0], Heading):
            entries = (Heading(leaf.title, 1), *entries)
        write(hand, entries)
        hand.sheet.clear()
        self._finish(hand)
        return hand.links

    def _hand(self, title: str, grid: Grid) -> Hand:
        name = sheet_name(title, self._taken, gettext("Sheet"))
        self._taken.add(name.casefold())
        return Hand(Sheet(self.workbook.add_worksheet(name), name, grid, self.looks), self.charts)

    def _finish(self, hand: Hand) -> None:
        """Freeze, filter and set up for print what is on a sheet."""
        sheet, tables = hand.sheet, hand.tables
        only = tables[0] if len(tables) == 1 else None
        # Programs print what floats over a row that is repeated on every page once more.
        head = only.head if only and sheet.grid.charts is None else None
        lay_out(sheet, self.paper, head=head, leftwards=self.leftwards)
        if only and len(only.rows) > 1 and only.filtered:
            sheet.page.autofilter(only.head, 0, only.last, only.columns[-1])
        if only and only.top <= _FROZEN:
            sheet.page.freeze_panes(only.head + 1, 0)
        elif tables:
            sheet.page.freeze_panes(1, 0)
        if sheet.grid.charts is None:
            self.growing[f"xl/worksheets/sheet{sheet.page.index + 1}.xml"] = sheet.plain


def _beside(leaf: Leaf) -> list[float]:
    """Return how wide the columns beside the tables of a sheet have to be."""
    widths: list[float] = []
    for _, block in walk(leaf.blocks):
        if not isinstance(block, Figure):
            continue
        cells = beside_of(block)
        if charts_of(block):
            widths = widths or [CHART]
        elif cells and len(widths) < len(cells.heads):
            widths = [cells.width] * len(cells.heads)
    return widths
