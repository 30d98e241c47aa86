"""The workbook within a chart on a slide: what PowerPoint opens when somebody edits its data.

python-pptx writes one too, but takes text that begins with an equals sign for a formula, and the
time of day from the clock. Cells stand where it says that they do.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

from workshopcore_office.cells import write_text
from workshopcore_office.charts import Bars, Chart, Lines, Plot
from workshopcore_office.charts.values import NAMELESS, on_lines
from workshopcore_office.sealing import sealed

__all__ = ["embedded_workbook"]

_MADE = datetime(1980, 1, 1)
_LABELS, _NUMBERS = 44, 14
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def embedded_workbook(chart: Chart) -> bytes:
    """Return the workbook of a chart; the same chart gives the same bytes."""
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it has no types

    file = BytesIO()
    workbook = Workbook(file, dict(_OPTIONS))
    workbook.set_properties({"created": _MADE})
    sheet = workbook.add_worksheet("Sheet1")
    sheet.set_column(0, 0, _LABELS)
    sheet.set_column(1, 60, _NUMBERS)
    look = workbook.add_format({"text_wrap": True, "valign": "top"})
    match chart:
        case Bars():
            columns = [(bar.name, bar.values) for bar in chart.series]
            _write_columns(sheet, list(map(on_lines, chart.categories)), columns, look)
            _write_offsets(sheet, chart)
        case Lines():
            columns = [(line.name, line.values) for line in chart.lines]
            _write_columns(sheet, list(chart.points), columns, look)
        case Plot():
            _write_traces(sheet, chart, look)
    workbook.close()
    return sealed(file.getvalue())


def _write_columns(sheet: Any, labels: list[str], columns: list[Any], look: Any) -> None:
    for row, label in enumerate(labels, 1):
        write_text(sheet, row, 0, label, look)
    for column, (name, values) in enumerate(columns, 1):
        write_text(sheet, 0, column, name or NAMELESS, look)
        for row, value in enumerate(values, 1):
            if value is not None:
                sheet.write_number(row, column, value, look)


def _write_offsets(sheet: Any, chart: Bars) -> None:
    """Work out where bars begin that diverge, so that they move with what somebody types."""
    from xlsxwriter.utility import xl_rowcol_to_cell  # type: ignore[import-untyped]

    if chart.centre is None:
        return
    parts = len(chart.series) - 1
    for row, value in enumerate(chart.series[0].values, 1):
        if value is None:
            continue
        left = [str(xl_rowcol_to_cell(row, column)) for column in range(2, 2 + parts // 2)]
        if parts % 2:
            left.append(f"{xl_rowcol_to_cell(row, 2 + parts // 2)}/2")
        sheet.write_formula(row, 1, f"={chart.centre:g}-({'+'.join(left)})", None, value)


def _write_traces(sheet: Any, chart: Plot, look: Any) -> None:
    row = 0
    for trace in chart.traces:
        write_text(sheet, row, 1, trace.name or NAMELESS, look)
        for at, (across, upright) in enumerate(trace.points, row + 1):
            sheet.write_number(at, 0, across)
            sheet.write_number(at, 1, upright)
        row += len(trace.points) + 2
