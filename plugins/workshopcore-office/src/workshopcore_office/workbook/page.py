"""How a sheet is printed: paper and margins of the style, one page wide, what heads each page."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from workshopcore.contracts.report import Report
from workshopcore.contracts.reports import Style
from workshopcore.language import gettext
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.styles.margins import margins_of
from workshopcore.renderers.tree import as_of_line
from workshopcore_office.workbook.breaks import page_breaks
from workshopcore_office.workbook.sheet import Sheet

__all__ = ["Paper", "lay_out"]

_PAPERS = {"A4": (9, 595.0, 842.0), "Letter": (1, 612.0, 792.0)}
"""Excel's number of a paper, and how wide and tall it is, in points."""
_INCH, _EDGE = 25.4, 0.3
_TOO_WIDE = 104.0
"""How wide a sheet is, in figures, that is turned to landscape."""
_LONGEST = 90
_POINTS = 72
_FIGURE, _EDGES = 5.25, 3.75
"""How wide a figure of the usual size and the edges of a column are, in points."""


@frozen
class Paper:
    """What is the same on every page of a workbook.

    Attributes:
        name: of the paper.
        margins: in inches, by side.
        header, footer: what stands there, in Excel's codes.
    """

    name: str
    margins: dict[str, float]
    header: str
    footer: str

    @classmethod
    def of(cls, report: Report, style: Style) -> Paper:
        """Return the paper of a report in a style."""
        margins = margins_of(style)
        sides = {
            side: max(getattr(margins, side) / _INCH, _EDGE)
            for side in ("left", "right", "top", "bottom")
        }
        page = gettext("Page {page} of {pages}", page="&P", pages="&N")
        head = f"&L&9{_coded(report.title)}&R&9{_coded(as_of_line(report))}"
        return cls(style.paper, sides, head, f"&L&9{_coded(style.foot)}&R&9 {page}")

    def room(self, *, landscape: bool) -> tuple[float, float]:
        """Return how wide and how tall what is printed on a page can be, in points."""
        _, wide, tall = _PAPERS[self.name]
        if landscape:
            wide, tall = tall, wide
        across = self.margins["left"] + self.margins["right"]
        upright = self.margins["top"] + self.margins["bottom"]
        return wide - across * _POINTS, tall - upright * _POINTS


def lay_out(sheet: Sheet, paper: Paper, *, head: int | None, leftwards: bool) -> None:
    """Set a sheet up for the screen and for printing.

    Args:
        sheet: the sheet, with everything on it.
        paper: what is the same on every page.
        head: the row that heads its only table, if there is one.
        leftwards: whether its language is written from right to left.
    """
    page, widths = sheet.page, sheet.grid.widths
    for at, wide in enumerate(widths):
        page.set_column(at, at, wide)
    page.hide_gridlines(2)
    if leftwards:
        page.right_to_left()
    landscape = sum(widths) > _TOO_WIDE
    if landscape:
        page.set_landscape()
    print_on(page, paper)
    last = max(sheet.row - 1, 0)
    page.print_area(0, 0, last, len(widths) - 1)
    if head is not None:
        page.repeat_rows(head)
    wide, tall = paper.room(landscape=landscape)
    scale = min(wide / sum(each * _FIGURE + _EDGES for each in widths), 1)
    rows = page_breaks(sheet.heights, sheet.parts, sheet.breaks, tall / scale)
    page.set_h_pagebreaks(rows)
    page.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})


def print_on(page: Any, paper: Paper) -> None:
    """Set paper, margins, header and footer of a sheet of xlsxwriter."""
    page.set_paper(_PAPERS[paper.name][0])
    page.set_margins(**paper.margins)
    page.set_header(paper.header, {"margin": paper.margins["top"] / 2})
    page.set_footer(paper.footer, {"margin": paper.margins["bottom"] / 2})
    page.fit_to_pages(1, 0)


def _coded(text: str) -> str:
    """Return text as it can stand in a header, where an ampersand begins an order to Excel.

    A space before it keeps a figure at its beginning from being read as the size of letters.
    """
    shown = one_line(text)
    short = shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
    return " " + short.replace("&", "&&") if short else ""
