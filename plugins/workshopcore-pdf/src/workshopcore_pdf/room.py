"""How much room a page has within its margins, and what fits into that."""

from __future__ import annotations

from attrs import frozen

from workshopcore.contracts.reports import Style
from workshopcore.renderers.styles.margins import PAPERS, margins_of, usual_margins
from workshopcore_pdf.tables import Sheet

__all__ = ["Room", "room_of"]

_POINTS = 72 / 25.4
_CHARACTERS, _CHARACTERS_ACROSS = 100, 150
_EXTENT, _EXTENT_ACROSS = (1.0, 1.26), (0.72, 0.54)
"""How wide and how high a picture may be on a page with the usual margins, as shares of the text's
width: its words are no larger than those around it."""


@frozen
class Room:
    """What a page has room for.

    Attributes:
        sheet: what its tables stand on.
        widest, tallest: how wide and how high a picture may be, as shares of the text's width.
        measure: how wide the text is, in points.
    """

    sheet: Sheet
    widest: float
    tallest: float
    measure: float


def room_of(style: Style, *, landscape: bool) -> Room:
    """Return what a page of a style has room for, upright or lying on its side.

    Raises:
        RenderError: a margin of the style is none.
    """
    wide, tall = PAPERS.get(style.paper, PAPERS["A4"])
    if landscape:
        wide, tall = tall, wide
    own, usual = margins_of(style), usual_margins()
    broader = (wide - own.across) / (wide - usual.across)
    taller = (tall - own.down) / (tall - usual.down)
    characters = _CHARACTERS_ACROSS if landscape else _CHARACTERS
    widest, tallest = _EXTENT_ACROSS if landscape else _EXTENT
    sheet = Sheet(
        round(characters * broader),
        upright=not landscape,
        tall=taller,
        bands=style.tables == "bands",
    )
    measure = (wide - own.across) * _POINTS
    return Room(sheet, widest, tallest * taller / broader, measure)
