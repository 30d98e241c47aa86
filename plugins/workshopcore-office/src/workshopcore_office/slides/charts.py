"""Figures as charts of PowerPoint: their numbers can be edited, and are read out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.util import Pt

from workshopcore.contracts.report import Figure
from workshopcore.renderers.characters import one_line
from workshopcore_office.charts import Bars, Chart, Lines, Plot
from workshopcore_office.charts.values import NAMELESS, on_lines
from workshopcore_office.slides.boards import Area
from workshopcore_office.slides.chart_looks import (
    LETTERS,
    lay_out_bars,
    paint_bar,
    rgb,
    sign_line,
    sign_trace,
    without_entries,
)
from workshopcore_office.slides.embedded import embedded_workbook

__all__ = ["draw_chart"]

_Categories: Any = CategoryChartData  # python-pptx leaves much of itself untyped
_Points: Any = XyChartData
_POINT = 12700
_MONTH = 30.4
_MARKS = 8


def draw_chart(
    slide: Any, figure: Figure, chart: Chart, area: Area, colours: Mapping[str, str]
) -> None:
    """Draw a chart over an area, with words for who cannot see it.

    Args:
        slide: where.
        figure: what it is of.
        chart: the chart.
        area: where on the slide.
        colours: of the style, by use.
    """
    drawn = _drawn(chart, slide, area, colours)
    made = drawn.chart
    made.part.chart_workbook.update_from_xlsx_blob(embedded_workbook(chart))
    made.font.size = Pt(LETTERS)
    made.font.color.rgb = rgb(colours["text"])
    made.has_title = bool(chart.title)
    if chart.title:
        _say(made.chart_title.text_frame, chart.title, bold=True)
        made.chart_title.include_in_layout = False
    drawn._element.nvGraphicFramePr.cNvPr.set("descr", one_line(figure.alt))


@singledispatch
def _drawn(chart: Chart, _slide: Any, _area: Area, _colours: Mapping[str, str]) -> Any:
    raise TypeError(f"expected a chart, found {type(chart).__name__}")


@_drawn.register
def _(chart: Bars, slide: Any, area: Area, colours: Mapping[str, str]) -> Any:
    data = _Categories(number_format="General")
    data.categories = list(map(on_lines, chart.categories))
    for bar in chart.series:
        data.add_series(bar.name or NAMELESS, bar.values)
    kind = XL_CHART_TYPE.BAR_STACKED if chart.stacked else XL_CHART_TYPE.BAR_CLUSTERED
    drawn = _added(slide, kind, area, data)
    made = drawn.chart
    plot = made.plots[0]
    plot.gap_width = 40
    if chart.stacked:
        plot.overlap = 100
    for series, bar in zip(plot.series, chart.series, strict=True):
        paint_bar(series, bar.tone, colours, stacked=chart.stacked)
    _set_axes(made, chart, colours)
    _legend(made, [bar.name for bar in chart.series if bar.name])
    lay_out_bars(made, chart, (area.width / _POINT, area.height / _POINT))
    return drawn


def _set_axes(made: Any, chart: Bars, colours: Mapping[str, str]) -> None:
    names, values = made.category_axis, made.value_axis
    names.reverse_order = True
    names.major_tick_mark = XL_TICK_MARK.NONE
    low, none = XL_TICK_LABEL_POSITION.LOW, XL_TICK_LABEL_POSITION.NONE
    names.tick_label_position = low if any(chart.categories) else none
    names.format.line.color.rgb = rgb(colours["text"])
    values.minimum_scale = chart.least
    values.maximum_scale = chart.most if chart.stacked else chart.most * 1.08
    values.has_major_gridlines = False
    values.major_tick_mark = XL_TICK_MARK.NONE
    values.tick_label_position = none
    values.format.line.fill.background()
    if chart.centre is not None:
        values.crosses_at = chart.centre
    if chart.said:
        _say(values.axis_title.text_frame, chart.said)


@_drawn.register
def _(chart: Lines, slide: Any, area: Area, colours: Mapping[str, str]) -> Any:
    data = _Categories(number_format="General")
    data.categories = list(chart.points)
    for line in chart.lines:
        data.add_series(line.name or NAMELESS, line.values)
    drawn = _added(slide, XL_CHART_TYPE.LINE_MARKERS, area, data)
    made = drawn.chart
    for series, line in zip(made.plots[0].series, chart.lines, strict=True):
        sign_line(series, line, colours)
    upright = made.value_axis
    upright.minimum_scale, upright.maximum_scale = 0, chart.most + 1
    upright.major_unit = max(1, round(chart.most / 6))
    upright.major_gridlines.format.line.color.rgb = rgb(colours["line"])
    _say(upright.axis_title.text_frame, chart.upright)
    if chart.said:
        _say(made.category_axis.axis_title.text_frame, chart.said)
    _legend(made, [line.name for line in chart.lines])
    return drawn


@_drawn.register
def _(chart: Plot, slide: Any, area: Area, colours: Mapping[str, str]) -> Any:
    data = _Points(number_format="General")
    for trace in chart.traces:
        series = data.add_series(trace.name or NAMELESS)
        for across, up in trace.points:
            series.add_data_point(across, up)
    drawn = _added(slide, XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS, area, data)
    made = drawn.chart
    for shown, trace in zip(made.plots[0].series, chart.traces, strict=True):
        sign_trace(shown, trace, colours)
    flat, upright = made.category_axis, made.value_axis
    flat.minimum_scale, flat.maximum_scale = chart.least, chart.widest
    flat.has_major_gridlines = False
    upright.minimum_scale, upright.maximum_scale = 0, chart.most
    upright.major_gridlines.format.line.color.rgb = rgb(colours["line"])
    if chart.share:
        _format(upright, "0%")
        upright.major_unit = 0.25
    if chart.dates:
        _format(flat, "mmm yyyy")
        months = (chart.widest - chart.least) / _MONTH
        flat.major_unit = round(_MONTH * max(1, -(-months // _MARKS)))
    if chart.across:
        _say(flat.axis_title.text_frame, chart.across)
    _say(upright.axis_title.text_frame, chart.upright)
    _legend(made, [trace.name for trace in chart.traces])
    without_entries(made, [at for at, trace in enumerate(chart.traces) if not trace.name])
    return drawn


def _added(slide: Any, kind: Any, area: Area, data: Any) -> Any:
    return slide.shapes.add_chart(kind, area.left, area.top, area.width, area.height, data)


def _legend(made: Any, names: list[str]) -> None:
    made.has_legend = len(names) > 1
    if made.has_legend:
        made.legend.position = XL_LEGEND_POSITION.BOTTOM
        made.legend.include_in_layout = False
        made.legend.font.size = Pt(LETTERS)


def _format(axis: Any, number_format: str) -> None:
    axis.tick_labels.number_format = number_format
    axis.tick_labels.number_format_is_linked = False


def _say(frame: Any, text: str, *, bold: bool = False) -> None:
    frame.text = text
    font = frame.paragraphs[0].runs[0].font
    font.size, font.bold = Pt(LETTERS), bold
