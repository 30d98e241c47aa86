"""Bars as Excel draws them: patterns beside colours, numbers at what they count."""

from __future__ import annotations

from typing import Any

from workshopcore.renderers.width import width
from workshopcore_office.charts import Bar, Bars
from workshopcore_office.charts.tones import Paint, paint_of
from workshopcore_office.charts.values import NAMELESS, on_lines
from workshopcore_office.workbook.looks import Looks
from workshopcore_office.workbook.sources import Source

__all__ = ["bars_of", "legend_height", "said_height"]

_LETTER, _EDGES = 6.3, 14
_HEAD, _LINE, _GAP, _ENTRY, _SWATCH = 40, 16, 8, 21, 36
_ZEROS_HIDDEN = "0;;;"
_HOUR = 1 / 24
_MOST_HOURS = 9
_ROOM = 1.08
"""How much longer than the longest bar the axis is, for the number behind it."""


def bars_of(workbook: Any, chart: Bars, source: Source, looks: Looks, size: tuple[int, int]) -> Any:
    """Return bars of xlsxwriter, the first at the top, with room for every label."""
    kind = {"type": "bar", "subtype": "stacked"} if chart.stacked else {"type": "bar"}
    drawn = workbook.add_chart(kind)
    for bar, (name, categories, values) in zip(chart.series, source.series, strict=True):
        drawn.add_series(
            {
                "name": name if bar.name else NAMELESS,
                "categories": categories,
                "values": values,
                "gap": 40,
                **_painted(chart, bar, looks),
            }
        )
    drawn.set_y_axis(
        {
            "reverse": True,
            "label_position": "low" if any(chart.categories) else "none",
            "num_font": looks.chart_font(),
            "major_tick_mark": "none",
            "interval_unit": 1,
            "line": {"color": looks.colours["text"], "width": 1.25},
        }
    )
    drawn.set_x_axis(_across(chart, source, looks))
    legend = legend_height(chart, size[0])
    if legend:
        drawn.set_legend({"position": "bottom", "font": looks.chart_font()})
    else:
        drawn.set_legend({"none": True})
    drawn.set_plotarea({"layout": _layout(chart, size, legend, bool(source.title))})
    return drawn


def _across(chart: Bars, source: Source, looks: Looks) -> dict[str, Any]:
    axis: dict[str, Any] = {
        "min": chart.least,
        "max": chart.most,
        "label_position": "none",
        "major_gridlines": {"visible": False},
        "major_tick_mark": "none",
        "line": {"none": True},
    }
    if source.said:
        axis |= {"name": source.said, "name_font": looks.chart_font()}
    if chart.centre is not None:
        axis["crossing"] = chart.centre
    if chart.clock:
        hours = (chart.most - chart.least) / _HOUR
        axis |= {
            "label_position": "high",
            "num_format": "hh:mm",
            "num_font": looks.chart_font(),
            "major_unit": _HOUR * max(1, round(hours / _MOST_HOURS)),
            "major_gridlines": {"visible": True, "line": {"color": looks.colours["line"]}},
            "crossing": chart.least,
        }
    elif not chart.stacked:
        axis["max"] = chart.most * _ROOM
    return axis


def _layout(chart: Bars, size: tuple[int, int], legend: float, titled: bool) -> dict[str, float]:
    """Return where the bars are: labels of several lines need more room than programs give."""
    wide, tall = size
    lines = [line for label in chart.categories for line in on_lines(label).splitlines()]
    left = (max(map(width, lines), default=0) * _LETTER + _EDGES) / wide
    top = _HEAD if titled else _EDGES
    top += _ENTRY if chart.clock else 0
    bottom = legend + said_height(chart.said, wide) + _EDGES
    return {
        "x": left,
        "y": top / tall,
        "width": 1 - left - 2 * _EDGES / wide,
        "height": (tall - top - bottom) / tall,
    }


def said_height(said: str, wide: int) -> float:
    """Return how tall what stands below a chart is, in pixels."""
    return -(-width(said) * _LETTER // (wide - 6 * _EDGES)) * _LINE + _GAP if said else 0


def legend_height(chart: Bars, wide: int) -> float:
    """Return how tall the legend is, in pixels, 0 where there is none."""
    names = [bar.name for bar in chart.series if bar.name]
    if len(names) < 2:
        return 0
    taken = sum(width(name) * _LETTER + _SWATCH for name in names)
    return -(-taken // (wide - 4 * _EDGES)) * _ENTRY + _EDGES


def _painted(chart: Bars, bar: Bar, looks: Looks) -> dict[str, Any]:
    if not bar.tone:
        return {"fill": {"none": True}, "border": {"none": True}}
    paint = paint_of(bar.tone, looks.colours)
    if chart.clock:
        return _fill(paint)
    labels: dict[str, Any] = {
        "value": True,
        "num_format": _ZEROS_HIDDEN if chart.stacked else "0",
        "position": "center" if chart.stacked else "outside_end",
        "font": looks.chart_font(colour=paint.ink if chart.stacked else ""),
    }
    if paint.pattern and chart.stacked:
        labels["fill"] = {"color": paint.paper}
    return {**_fill(paint), "data_labels": labels}


def _fill(paint: Paint) -> dict[str, Any]:
    edge = {"border": {"color": paint.edge}}
    if not paint.pattern:
        return {"fill": {"color": paint.colour}, **edge}
    pattern = {"pattern": paint.pattern, "fg_color": paint.colour, "bg_color": paint.paper}
    return {"pattern": pattern, **edge}
