"""The two sides that a page may lie on, and what each has room for."""

from __future__ import annotations

from attrs import asdict, define, evolve

from workshopcore.contracts.reports import Style
from workshopcore.renderers.paper import Paper
from workshopcore.renderers.styles.margins import BOUNDS, margins_of
from workshopcore_pdf.fitting import Fit
from workshopcore_pdf.room import Room, room_of
from workshopcore_pdf.tables import Sheet

__all__ = ["Sides", "narrowed", "paper_of", "sides_of"]

_LINES, _LINES_TURNED = 48.0, 30.0
"""How many lines of text a page with the usual margins has."""
_SIZES = {"run-sheet": 1.02}  # lies on a table and is read standing up
_LARGER = {"certificates": 1.2, "session-materials": 1.35}
"""How much larger than other documents' the letters of some are, as their sheets are laid out."""
_FILLED_IN = ("action-review",)
_LABEL = 11
"""How large the smallest words of a drawing are, in its own pixels."""


@define
class Sides:
    """What a document's pages hold, and on which side the one lies that is being written.

    Attributes:
        upright, turned: what a page has room for.
        size: how large pictures are, as a share of the usual.
        landscape: whether the page that is being written is turned.
    """

    upright: Room
    turned: Room
    size: float = 1.0
    landscape: bool = False

    @property
    def room(self) -> Room:
        """What the page that is being written has room for."""
        return self.turned if self.landscape else self.upright

    def width_of(self, wide: float, tall: float) -> float:
        """Return how wide a picture is, as a share of the text's width.

        A document that has to fit has smaller ones, as far as their words can be read.

        Args:
            wide: of the drawing, in its own pixels.
            tall: of the drawing, too.
        """
        legible = Sheet.least / (_LABEL * self.room.measure / wide)
        widest = self.room.widest * max(self.size, min(legible, 1.0))
        return round(min(widest, self.room.tallest * wide / tall), 3)


def sides_of(style: Style, report: str, fit: Fit, points: float) -> Sides:
    """Return what the pages of a report hold.

    Args:
        style: the style.
        report: the report's key.
        fit: how tightly it is set.
        points: the size of its text.

    Raises:
        RenderError: a margin of the style is none.
    """
    rooms = (room_of(style, landscape=landscape) for landscape in (False, True))
    upright, turned = (_fitted(room, report, fit, points) for room in rooms)
    return Sides(upright, turned, fit.size)


def narrowed(style: Style, fit: Fit) -> Style:
    """Return a style with its margins as narrow as a fit wants them, and a printer allows.

    Raises:
        RenderError: a margin of the style is none.
    """
    if fit.margins == 1:
        return style
    own = asdict(margins_of(style))
    return evolve(
        style, margins={side: max(own[side] * fit.margins, BOUNDS[side][0]) for side in own}
    )


def paper_of(sides: Sides) -> Paper:
    """Return what that is in letters and lines, by which tables are turned or not."""
    upright, turned = sides.upright.sheet, sides.turned.sheet
    return Paper(
        upright.characters, turned.characters, _LINES * upright.tall, _LINES_TURNED * turned.tall
    )


def _fitted(room: Room, report: str, fit: Fit, points: float) -> Room:
    size = max(_SIZES.get(report, room.sheet.size), Sheet.least / points)
    larger = fit.size * _LARGER.get(report, 1.0) * size / room.sheet.size
    sheet = evolve(
        room.sheet,
        characters=round(room.sheet.characters / larger),
        size=size,
        points=points,
        room=report in _FILLED_IN,
    )
    return evolve(room, sheet=sheet)
