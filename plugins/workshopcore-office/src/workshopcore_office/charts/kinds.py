"""Which kinds of figures are charts, and which stay drawings, filled cells or tables.

A trace graph, a coverage matrix, who met whom, a timeline and a calendar year are no kind of
chart that an office program has.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from workshopcore.contracts.report import Figure
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.html.figures import drawing_of
from workshopcore_office.charts.bars import day_charts, response_chart, stacked_chart
from workshopcore_office.charts.diverging import diverging_chart
from workshopcore_office.charts.lines import burn_chart, curve_chart, dots_charts
from workshopcore_office.charts.values import Chart

__all__ = ["charts_of"]

_KINDS: Mapping[str, Callable[[Figure, str], Sequence[Chart]]] = {
    "stacked-bars": lambda figure, title: (stacked_chart(figure, title),),
    "diverging-bars": lambda figure, title: (diverging_chart(figure, title),),
    "response-funnel": lambda figure, title: (response_chart(figure, title),),
    "day": day_charts,
    "before-after-dots": dots_charts,
    "step-curve": lambda figure, title: (curve_chart(figure, title),),
    "burn-up": lambda figure, title: (burn_chart(figure, title),),
}


def charts_of(figure: Figure) -> tuple[Chart, ...]:
    """Return the charts of a figure; none where there is no such chart, or nothing to draw.

    What is drawn in other documents decides: a figure whose data are not as they should be is
    no chart either.
    """
    made = _KINDS.get(figure.kind)
    if made is None or drawing_of(figure) is None:
        return ()
    return tuple(made(figure, one_line(figure.caption) or one_line(figure.table.caption)))
