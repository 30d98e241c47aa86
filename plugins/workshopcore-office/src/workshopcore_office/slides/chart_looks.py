"""How charts of PowerPoint look: patterns beside colours, and letters that can be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN_TYPE
from pptx.util import Pt

from workshopcore.renderers.width import width
from workshopcore_office.charts import Bars, Line, Trace
from workshopcore_office.charts.tones import Paint, paint_of
from workshopcore_office.charts.values import on_lines
from workshopcore_office.colours import digits_of

__all__ = [
    "LETTERS",
    "lay_out_bars",
    "paint_bar",
    "rgb",
    "sign_line",
    "sign_trace",
    "without_entries",
]

_Colour: Any = RGBColor  # python-pptx leaves much of itself untyped
LETTERS = 14
"""The size of letters, in points: the smallest that is read from the back of a room."""
_LETTER = 0.56
"""How wide a letter is, by its size."""
_HEAD, _LINE, _EDGES, _SWATCH = 34.0, 20.0, 12.0, 48.0
_LEGEND = 0.65
"""How much of the width programs give to a legend."""
_PATTERNS = {
    "light_vertical": MSO_PATTERN_TYPE.LIGHT_VERTICAL,
    "light_horizontal": MSO_PATTERN_TYPE.LIGHT_HORIZONTAL,
    "wide_upward_diagonal": MSO_PATTERN_TYPE.WIDE_UPWARD_DIAGONAL,
    "wide_downward_diagonal": MSO_PATTERN_TYPE.WIDE_DOWNWARD_DIAGONAL,
    "outlined_diamond": MSO_PATTERN_TYPE.OUTLINED_DIAMOND,
}
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_ZEROS_HIDDEN = "0;;;"


def rgb(colour: str) -> Any:
    """Return a colour as python-pptx has it."""
    digits = digits_of(colour)
    return _Colour(*(int(digits[at : at + 2], 16) for at in (0, 2, 4)))


def paint_bar(series: Any, tone: str, colours: Mapping[str, str], *, stacked: bool) -> None:
    """Paint a series of bars in its tone and put its numbers on it; one without a tone is none."""
    if not tone:
        series.format.fill.background()
        series.format.line.fill.background()
        return
    paint = paint_of(tone, colours)
    _fill(series.format.fill, paint)
    series.format.line.color.rgb = rgb(paint.edge)
    labels = series.data_labels
    labels.show_value = True
    labels.number_format = _ZEROS_HIDDEN if stacked else "0"
    labels.number_format_is_linked = False
    labels.position = XL_LABEL_POSITION.CENTER if stacked else XL_LABEL_POSITION.OUTSIDE_END
    labels.font.size = Pt(LETTERS)
    labels.font.color.rgb = rgb(paint.ink if stacked else colours["text"])
    if paint.pattern and stacked:
        _ground(labels._element, paint.paper)


def _fill(fill: Any, paint: Paint) -> None:
    if not paint.pattern:
        fill.solid()
        fill.fore_color.rgb = rgb(paint.colour)
        return
    fill.patterned()
    fill.pattern = _PATTERNS[paint.pattern]
    fill.fore_color.rgb = rgb(paint.colour)
    fill.back_color.rgb = rgb(paint.paper)


def _ground(labels: Any, colour: str) -> None:
    """Put a ground behind numbers that stand on a pattern."""
    shape = etree.fromstring(
        f'<c:spPr xmlns:c="{_C}" xmlns:a="{_A}"><a:solidFill>'
        f'<a:srgbClr val="{digits_of(colour)}"/></a:solidFill></c:spPr>'
    )
    labels.find(f"{{{_C}}}numFmt").addnext(shape)


def sign_line(series: Any, line: Line, colours: Mapping[str, str]) -> None:
    """Draw a line with its signs: filled, or open and joined by a broken line."""
    accent = rgb(colours["accent-text"])
    series.smooth = False
    series.format.line.color.rgb = accent
    series.format.line.width = Pt(2.25)
    series.marker.style = XL_MARKER_STYLE.CIRCLE
    series.marker.size = 10 if line.filled else 13
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = accent if line.filled else rgb(colours["paper"])
    series.marker.format.line.color.rgb = accent
    if not line.filled:
        series.format.line.dash_style = MSO_LINE_DASH_STYLE.DASH
    labels = series.data_labels
    labels.show_value = True
    labels.position = XL_LABEL_POSITION.RIGHT if line.filled else XL_LABEL_POSITION.ABOVE
    labels.font.size = Pt(LETTERS)
    labels.font.bold = line.filled


def sign_trace(series: Any, trace: Trace, colours: Mapping[str, str]) -> None:
    """Draw a trace as its look says."""
    accent, line = rgb(colours["accent-text"]), series.format.line
    series.marker.style = XL_MARKER_STYLE.NONE
    match trace.look:
        case "strong":
            line.color.rgb, line.width = accent, Pt(3)
        case "weak":
            line.color.rgb, line.width = rgb(colours["muted"]), Pt(1.25)
            line.dash_style = MSO_LINE_DASH_STYLE.DASH
        case "guide":
            line.color.rgb, line.width = rgb(colours["text"]), Pt(1.75)
            line.dash_style = MSO_LINE_DASH_STYLE.SQUARE_DOT
        case "marks":
            line.fill.background()
            series.marker.style, series.marker.size = XL_MARKER_STYLE.X, 9
            series.marker.format.line.color.rgb = accent
        case "events":
            line.fill.background()
            series.marker.style, series.marker.size = XL_MARKER_STYLE.TRIANGLE, 12
            series.marker.format.fill.solid()
            series.marker.format.fill.fore_color.rgb = accent
            _name_points(series, trace.labels)


def _name_points(series: Any, labels: Iterable[str]) -> None:
    for number, said in enumerate(labels):
        label = series.points[number].data_label
        label.position = XL_LABEL_POSITION.ABOVE
        frame = label.text_frame
        frame.text = said
        frame.paragraphs[0].runs[0].font.size = Pt(LETTERS)


def without_entries(chart: Any, numbers: Iterable[int]) -> None:
    """Take series that have no name out of a legend."""
    legend = chart._chartSpace.find(f".//{{{_C}}}legend")
    position = legend.find(f"{{{_C}}}legendPos")
    for number in reversed(list(numbers)):
        position.addnext(
            etree.fromstring(
                f'<c:legendEntry xmlns:c="{_C}"><c:idx val="{number}"/><c:delete val="1"/>'
                "</c:legendEntry>"
            )
        )


def lay_out_bars(chart: Any, bars: Bars, size: tuple[float, float]) -> None:
    """Give labels beside bars the room they need, each of them, on its lines.

    Args:
        chart: the chart of python-pptx.
        bars: what it shows.
        size: how wide and how tall it is, in points.
    """
    wide, tall = size
    lines = [line for label in bars.categories for line in on_lines(label).splitlines()]
    beside = max(map(width, lines), default=0) * LETTERS * _LETTER + _EDGES
    names = [bar.name for bar in bars.series if bar.name]
    entries = sum(width(name) * LETTERS * _LETTER + _SWATCH for name in names)
    below = -(-entries // (wide * _LEGEND)) * _LINE + _EDGES if len(names) > 1 else 0
    if bars.said:
        taken = width(bars.said) * LETTERS * _LETTER
        below += -(-taken // (wide - beside - _EDGES)) * _LINE + _EDGES
    top = _HEAD if bars.title else _EDGES
    left = min(beside / wide, 0.6)
    layout = (
        f'<c:layout xmlns:c="{_C}"><c:manualLayout><c:layoutTarget val="inner"/>'
        '<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{left:.4f}"/><c:y val="{top / tall:.4f}"/>'
        f'<c:w val="{1 - left - _EDGES / wide * 2:.4f}"/>'
        f'<c:h val="{max((tall - top - below) / tall, 0.2):.4f}"/></c:manualLayout></c:layout>'
    )
    area = chart._chartSpace.find(f".//{{{_C}}}plotArea")
    for old in area.findall(f"{{{_C}}}layout"):
        area.remove(old)
    area.insert(0, etree.fromstring(layout))
    last = area.find(f".//{{{_C}}}catAx/{{{_C}}}noMultiLvlLbl")
    last.addprevious(etree.fromstring(f'<c:tickLblSkip xmlns:c="{_C}" val="1"/>'))
