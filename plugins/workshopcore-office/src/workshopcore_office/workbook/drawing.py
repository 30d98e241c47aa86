"""Charts as xlsxwriter writes them, each with its title."""

from __future__ import annotations

from typing import Any

from workshopcore_office.charts import Bars, Chart, Lines
from workshopcore_office.workbook.bar_charts import bars_of
from workshopcore_office.workbook.line_charts import lines_of, plot_of
from workshopcore_office.workbook.looks import Looks
from workshopcore_office.workbook.sources import Source

__all__ = ["chart_of"]

_TITLE = 11


def chart_of(
    workbook: Any, chart: Chart, source: Source, looks: Looks, size: tuple[int, int]
) -> Any:
    """Return a chart of xlsxwriter.

    Args:
        workbook: the workbook that it is for.
        chart: what it shows.
        source: where its words and numbers are. What people wrote is only ever named by its
            cell: a title that begins with an equals sign would be taken for a formula.
        looks: the formats of the workbook.
        size: how wide and how tall it is, in pixels.
    """
    if isinstance(chart, Bars):
        drawn = bars_of(workbook, chart, source, looks, size)
    elif isinstance(chart, Lines):
        drawn = lines_of(workbook, chart, source, looks)
    else:
        drawn = plot_of(workbook, chart, source, looks)
    title: dict[str, Any] = {"none": True}
    if source.title:
        font = looks.chart_font(_TITLE, bold=True)
        title = {"name": source.title, "name_font": font, "overlay": False}
    drawn.set_title(title)
    drawn.set_size({"width": size[0], "height": size[1]})
    drawn.set_chartarea({"border": {"color": looks.colours["line"]}, "fill": {"color": "#FFFFFF"}})
    return drawn
