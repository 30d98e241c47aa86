"""Charts on sheets: drawn by Excel, beside the table that they show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import define

from workshopcore.contracts.report import Figure
from workshopcore.renderers.characters import one_line
from workshopcore_office.charts import Bars, Chart, Lines
from workshopcore_office.charts.values import LABEL
from workshopcore_office.workbook.bar_charts import legend_height, said_height
from workshopcore_office.workbook.drawing import chart_of
from workshopcore_office.workbook.looks import Looks
from workshopcore_office.workbook.sheet import Sheet
from workshopcore_office.workbook.sources import Sources
from workshopcore_office.workbook.tables import Placed

__all__ = ["CHART", "Charts"]

CHART = 88.0
"""How wide the column that charts stand in is, in figures of the usual size."""
_WIDE = 612
_BAR, _HOUR, _THIN, _FRAME = 30, 36, 12, 60
_LINE, _GAP = 14, 6
_LINES, _PLOT = 280, 320
_APART = 14
_POINTS = 0.75


@define
class Charts:
    """The charts of a workbook, and the cells that they are drawn from."""

    workbook: Any
    looks: Looks
    sources: Sources

    def draw(
        self,
        sheet: Sheet,
        charts: Sequence[Chart],
        placed: Placed,
        figure: Figure,
        start: tuple[int, float],
    ) -> None:
        """Put charts beside their table, one below another, and keep what follows clear of them.

        Args:
            sheet: the sheet with the table.
            charts: what the figure is as charts.
            placed: where the table is.
            figure: the figure, which says in words what they show.
            start: the row where they begin, and how far down that is.
        """
        row, top = start
        down = 0
        for chart in charts:
            high = _height(chart)
            source = self.sources.add(chart, placed, sheet.name)
            drawn = chart_of(self.workbook, chart, source, self.looks, (_WIDE, high))
            said = one_line(figure.alt)
            more = {"description": said, "object_position": 2, "y_offset": down}
            sheet.page.insert_chart(row, sheet.grid.charts, drawn, more)
            down += high + _APART
        sheet.keep_clear(top + down * _POINTS - sheet.top)


def _height(chart: Chart) -> int:
    """Return how tall a chart is, in pixels."""
    if isinstance(chart, Lines):
        return _LINES
    if not isinstance(chart, Bars):
        return _PLOT
    bar = _HOUR if chart.clock else _BAR
    one = bar if chart.stacked else _THIN * len(chart.series) + _THIN
    lines = [-(-len(label) // LABEL) for label in chart.categories]
    below = legend_height(chart, _WIDE) + said_height(chart.said, _WIDE)
    return round(_FRAME + below + sum(max(one, each * _LINE + _GAP) for each in lines))
