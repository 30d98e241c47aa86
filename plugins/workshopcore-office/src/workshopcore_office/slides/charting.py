"""Which figures are charts of PowerPoint's own on slides, and on how many slides each is."""

from __future__ import annotations

from workshopcore.contracts.report import Figure
from workshopcore_office.charts import Bars, Chart, charts_of
from workshopcore_office.charts.portions import portions

__all__ = ["charts_on_slides"]

_DRAWN = frozenset({"day"})
"""Kinds that say more as a drawing, with tracks side by side and the steps within sessions."""
_LINES = 10
"""How many lines stand beside the bars of one slide, in letters that can be read at the back."""
_BARS = 12
"""How many bars one slide has that are not of parts, each with its number."""


def charts_on_slides(figure: Figure) -> tuple[Chart, ...]:
    """Return the charts of a figure, one for each slide; none where a drawing is what it needs."""
    if figure.kind in _DRAWN:
        return ()
    return tuple(part for chart in charts_of(figure) for part in portions(chart, _most(chart)))


def _most(chart: Chart) -> int:
    return _BARS if isinstance(chart, Bars) and not chart.stacked else _LINES
