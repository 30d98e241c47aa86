"""Figures that this renderer can draw; others print their table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workshopcore.contracts.report import Figure
from workshopcore.model.options import Options
from workshopcore.renderers.html.figures.bars import draw_bars
from workshopcore.renderers.html.figures.burn import draw_burn_up
from workshopcore.renderers.html.figures.curve import draw_curve
from workshopcore.renderers.html.figures.day import draw_day
from workshopcore.renderers.html.figures.diverging import draw_diverging
from workshopcore.renderers.html.figures.dots import draw_dots
from workshopcore.renderers.html.figures.graph import draw_graph
from workshopcore.renderers.html.figures.matrix import draw_matrix
from workshopcore.renderers.html.figures.meetings import draw_meetings
from workshopcore.renderers.html.figures.response import draw_response
from workshopcore.renderers.html.figures.shapes import Drawing
from workshopcore.renderers.html.figures.timeline import draw_timeline
from workshopcore.renderers.html.figures.year import draw_year

__all__ = ["drawing_of"]

_KINDS: Mapping[str, Callable[[Options], Drawing | None]] = {
    "timeline": draw_timeline,
    "day": draw_day,
    "stacked-bars": draw_bars,
    "step-curve": draw_curve,
    "burn-up": draw_burn_up,
    "trace-graph": draw_graph,
    "who-met-whom": draw_meetings,
    "year": draw_year,
    "diverging-bars": draw_diverging,
    "before-after-dots": draw_dots,
    "response-funnel": draw_response,
    "coverage-matrix": draw_matrix,
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
    - ``burn-up``: ``points``, each with ``date``, ``agreed`` (how many there were by then) and
      ``done`` (how many of them were), in the order of dates; ``workshops``, each with ``date``
      and ``label``; ``until``, the date of the end.
    - ``trace-graph``: ``columns`` from left to right, each with ``label`` and ``nodes``, each with
      ``id``, ``label`` and, where it applies, ``tone`` (strong, plain, weak); ``links``, pairs of
      identifiers, each from a column to one further right.
    - ``who-met-whom``: ``people``, their names; ``times``, for each of them how often they met
      each of those before them: none for the first, one number for the second, and so on.
    - ``year``: ``days``, each with ``date``, ``mark`` (workshop, most, nearly, fewer, closed,
      people, ruled-out) and, for the day of a workshop, its ``number``; ``legend``, each with a
      ``mark`` and its ``label``.
    - ``diverging-bars``: ``points`` of a scale, from low to high; ``bars``, each with ``label``,
      ``answered``, ``asked`` and either ``counts``, a whole number for each point, or ``note``,
      why there are none; where they apply ``group``, a heading, and ``reverse`` (true: the low
      end is the favourable one). Of a part of a figure also ``reach``, by which it has the scale
      of the whole: the most answers to the left of the middle, and to the right.
    - ``before-after-dots``: ``points`` of a scale; ``rows``, what the earlier and the later time
      are called; ``items``, each with ``label``, ``counts`` (for each of the two rows a whole
      number for each point) and, where they apply, ``note`` and ``reverse`` (true).
    - ``response-funnel``: ``stages``; ``rows``, each with ``label`` and ``counts``, a whole number
      for each stage, or ``""`` where it is not known or does not apply.
    - ``coverage-matrix``: ``columns``; ``rows``, each with ``label`` and ``cells``, for each column
      ``covered`` (true or false) and ``words``.
    """
    draw = _KINDS.get(figure.kind)
    return draw(figure.data) if draw else None
