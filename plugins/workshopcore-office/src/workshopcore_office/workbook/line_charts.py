"""Lines and plots as Excel draws them: broken and whole, with signs that differ without colour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshopcore_office.charts import Line, Lines, Plot, Trace
from workshopcore_office.charts.values import NAMELESS
from workshopcore_office.workbook.looks import Looks
from workshopcore_office.workbook.sources import Source

__all__ = ["lines_of", "plot_of"]

_MONTH, _MARKS = 30.4, 7
"""How many days a month has, and how many marks an axis of dates has room for."""


def lines_of(workbook: Any, chart: Lines, source: Source, looks: Looks) -> Any:
    """Return lines of xlsxwriter over the points of a scale."""
    drawn = workbook.add_chart({"type": "line"})
    for line, (name, categories, values) in zip(chart.lines, source.series, strict=True):
        place = {"name": name, "categories": categories, "values": values}
        drawn.add_series({**place, **_signed(line, looks)})
    axis: dict[str, Any] = {"num_font": looks.chart_font()}
    if source.said:
        axis |= {"name": source.said, "name_font": looks.chart_font()}
    drawn.set_x_axis(axis)
    drawn.set_y_axis(
        {
            "name": chart.upright,
            "name_font": looks.chart_font(),
            "num_font": looks.chart_font(),
            "min": 0,
            "max": chart.most + 1,
            "major_unit": max(1, round(chart.most / 6)),
            "major_gridlines": {"visible": True, "line": {"color": looks.colours["line"]}},
        }
    )
    drawn.set_legend({"position": "bottom", "font": looks.chart_font()})
    return drawn


def plot_of(workbook: Any, chart: Plot, source: Source, looks: Looks) -> Any:
    """Return traces of xlsxwriter over two axes."""
    drawn = workbook.add_chart({"type": "scatter", "subtype": "straight"})
    for trace, (name, categories, values) in zip(chart.traces, source.series, strict=True):
        drawn.add_series(
            {
                "name": name if trace.name else NAMELESS,
                "categories": categories,
                "values": values,
                **_traced(trace, looks),
            }
        )
    drawn.set_x_axis(_across(chart, source, looks))
    drawn.set_y_axis(_upright(chart, looks))
    nameless = [number for number, trace in enumerate(chart.traces) if not trace.name]
    drawn.set_legend({"position": "bottom", "font": looks.chart_font(), "delete_series": nameless})
    return drawn


def _signed(line: Line, looks: Looks) -> dict[str, Any]:
    """Return how a line looks: filled signs, or open ones that a broken line joins."""
    colour = looks.colours["accent-text"]
    dash, size, fill, place = (
        ("solid", 7, colour, "right") if line.filled else ("dash", 9, "#FFFFFF", "above")
    )
    return {
        "line": {"color": colour, "width": 1.75, "dash_type": dash},
        "marker": {
            "type": "circle",
            "size": size,
            "fill": {"color": fill},
            "border": {"color": colour},
        },
        "data_labels": {
            "value": True,
            "position": place,
            "font": looks.chart_font(bold=line.filled),
        },
    }


def _across(chart: Plot, source: Source, looks: Looks) -> dict[str, Any]:
    axis: dict[str, Any] = {
        "min": chart.least,
        "max": chart.widest,
        "num_font": looks.chart_font(),
        "major_gridlines": {"visible": False},
    }
    if chart.dates:
        axis |= {"num_format": "mmm yyyy", "major_unit": _days(chart)}
    if source.said:
        axis |= {"name": source.said, "name_font": looks.chart_font()}
    return axis


def _upright(chart: Plot, looks: Looks) -> dict[str, Any]:
    axis: dict[str, Any] = {
        "min": 0,
        "max": chart.most,
        "name": chart.upright,
        "name_font": looks.chart_font(),
        "num_font": looks.chart_font(),
        "major_gridlines": {"visible": True, "line": {"color": looks.colours["line"]}},
    }
    if chart.share:
        axis |= {"num_format": "0%", "major_unit": 0.25}
    return axis


def _days(chart: Plot) -> int:
    """Return how many days lie between two marks of an axis: a month, or some."""
    months = (chart.widest - chart.least) / _MONTH
    return round(_MONTH * max(1, -(-months // _MARKS)))


def _traced(trace: Trace, looks: Looks) -> dict[str, Any]:
    accent, muted = looks.colours["accent-text"], looks.colours["muted"]
    nothing = {"line": {"none": True}}
    signs: Mapping[str, Any] = {"type": "none"}
    match trace.look:
        case "strong":
            return {"line": {"color": accent, "width": 2.25}, "marker": signs}
        case "weak":
            return {"line": {"color": muted, "width": 1, "dash_type": "dash"}, "marker": signs}
        case "guide":
            line = {"color": looks.colours["text"], "width": 1.5, "dash_type": "square_dot"}
            return {"line": line, "marker": signs}
        case "marks":
            return {**nothing, "marker": {"type": "x", "size": 7, "border": {"color": accent}}}
    sign = {"type": "triangle", "size": 9, "fill": {"color": accent}, "border": {"color": accent}}
    labels = {
        "value": True,
        "custom": [{"value": label} for label in trace.labels],
        "position": "above",
        "font": looks.chart_font(),
    }
    return {**nothing, "marker": sign, "data_labels": labels}
