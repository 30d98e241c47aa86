"""Figures that this renderer can draw; others print their table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workshopcore.contracts.report import Figure
from workshopcore.model.options import Options
from workshopcore.renderers.html.figures.day import draw_day
from workshopcore.renderers.html.figures.shapes import Drawing
from workshopcore.renderers.html.figures.timeline import draw_timeline

__all__ = ["drawing_of"]

_KINDS: Mapping[str, Callable[[Options], Drawing | None]] = {
    "timeline": draw_timeline,
    "day": draw_day,
}


def drawing_of(figure: Figure) -> Drawing | None:
    """Return a figure's drawing, or None: of an unknown kind, or its data are not as they should.

    Data of the kinds that are drawn here:

    - ``timeline``: ``points``, each with ``label``, ``date`` (``2027-01-19``) and ``group``.
    - ``day``: ``rows``, each with ``label``, ``start`` and ``end`` (minutes after midnight),
      ``track`` (empty for the main line), ``kind`` (session, break, lunch, buffer, gap) and,
      where they apply, ``time`` as the clocks show it (``09:30–09:50``), ``locked`` (true),
      ``state`` (planned, running, done) and ``steps``, each with ``label`` and ``start``.
    """
    draw = _KINDS.get(figure.kind)
    return draw(figure.data) if draw else None
