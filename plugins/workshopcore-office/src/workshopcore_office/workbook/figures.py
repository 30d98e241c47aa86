"""Figures on a sheet: a chart beside its table, or filled cells where there is no such chart."""

from __future__ import annotations

from workshopcore.contracts.report import Figure
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.html.figures import drawing_of
from workshopcore_office.charts import charts_of
from workshopcore_office.workbook.beside import beside_of, draw_beside
from workshopcore_office.workbook.charting import Charts
from workshopcore_office.workbook.sheet import Sheet
from workshopcore_office.workbook.tables import Placed, Role, draw_table

__all__ = ["draw_figure"]


def draw_figure(sheet: Sheet, figure: Figure, charts: Charts) -> Placed:
    """Write a figure with its caption and its table.

    Who cannot see a chart is told what it shows by the chart; without one that stands in a cell.
    """
    caption = one_line(figure.caption)
    if caption != one_line(figure.table.caption):
        sheet.gap()
        sheet.prose("caption", caption)
    found = charts_of(figure) if sheet.grid.charts is not None else ()
    if not found:
        sheet.prose("alt", figure.alt)
    cells = beside_of(figure)
    start = sheet.row, sheet.top
    placed = draw_table(sheet, figure.table, _role(figure), cells.head if cells else 0)
    if found:
        charts.draw(sheet, found, placed, figure, start)
    elif cells:
        draw_beside(sheet, cells, placed)
    return placed


def _role(figure: Figure) -> Role | None:
    """Return what cells are for where the picture itself is a table: covered ones are filled."""
    if figure.kind != "coverage-matrix" or drawing_of(figure) is None:
        return None
    rows = figure.data["rows"]
    if len(rows) != len(figure.table.rows):
        return None
    if len(figure.table.columns) != len(figure.data["columns"]) + 1:
        return None

    def role(row: int, column: int) -> str:
        if not column:
            return ""
        return "covered" if rows[row]["cells"][column - 1]["covered"] else "uncovered"

    return role
