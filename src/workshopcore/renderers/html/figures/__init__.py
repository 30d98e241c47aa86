"""Figures that this renderer can draw; others print their table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workshopcore.contracts.report import Figure
from workshopcore.model.options import Options
from workshopcore.renderers.html.figures.bars import draw_bars
from workshopcore.renderers.html.figures.curve import draw_curve
from workshopcore.renderers.html.figures.day import draw_day
from workshopcore.renderers.html.figures.shapes import Drawing
from workshopcore.renderers.html.figures.timeline import draw_timeline

__all__ = ["drawing_of"]

_KINDS: Mapping[str, Callable[[Options], Drawing | None]] = {
    "timeline": draw_timeline,
    "day": draw_day,
    "stacked-bars": draw_bars,
    "step-curve": draw_curve,
}


def drawing_of(figure: Figure) -> Drawing | None:
    """Return a figure's drawing, or None: of an unknown kind, or its data are not as they should.

    Data of the kinds that are drawn here:

    - ``timeline``: ``points``, each with ``label``, ``date`` (``2027-01-19``) and ``group``.
    - ``day``: ``rows``, each with ``label``, ``start`` and ``end`` (minutes after midnight),
      ``track`` (empty for the main line), ``kind`` (session, break, lunch, buffer, gap) and,
      where they apply, ``time`` as the clocks show it (``09:30–09:50``), ``locked`` (true),
      ``state`` (planned, running, done) and ``steps``, each with ``label`` and ``start``.
    - ``stacked-bars``: ``keys``, what the parts of a bar are, each with ``label``, ``tone`` (done,
      good, caution, alarm, plain) and, where it applies, ``note`` for the legend; ``bars``, each
      with ``counts``, a whole number for each key, and ``label`` if there are several.
    - ``step-curve``: ``count``, how many there are; ``steps``, each with ``days``, ``done`` (how
      many that day), ``share`` (what is left after it, from 0 to 1) and, where there is a band,
      ``low`` and ``high``; ``not_done``, the days after which the others were last seen; where
      it is reached, ``median`` in days.
    """
    draw = _KINDS.get(figure.kind)
    return draw(figure.data) if draw else None
