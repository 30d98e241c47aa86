"""The shapes of a figure as DrawingML, which Word and PowerPoint share but for the wrapping.

Lengths are English Metric Units (EMU), 914,400 to the inch.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from attrs import frozen

from workshopcore.renderers.characters import flat
from workshopcore.renderers.html.figures.shapes import Box, Drawing, Label, Line, Mark, Shape
from workshopcore.renderers.width import width
from workshopcore_office.colours import digits_of
from workshopcore_office.drawings.looks import Look, Looks
from workshopcore_office.drawings.paths import Step, steps_of

__all__ = ["Piece", "Text", "pieces_of"]

_PIXEL = 9525
_TALLER, _LETTER = 1.5, 0.68
_SMALLER = 0.92
"""Letters leave some room: nobody knows how wide those of the reader's machine are."""
_CENTRE = 0.35
"""How far above the line it stands on the middle of a line of letters is, by their size."""


@frozen
class Text:
    """The one line of letters in a piece: ``points`` tall, in a colour such as ``1D4F7C``."""

    words: str
    points: float
    colour: str
    bold: bool
    anchor: str


@frozen
class Piece:
    """A shape: where its box is, what it is drawn with (DrawingML), and its text."""

    x: int
    y: int
    width: int
    height: int
    drawn: str
    text: Text | None = None

    @property
    def properties(self) -> str:
        """The content of its ``spPr``."""
        return (
            f'<a:xfrm><a:off x="{self.x}" y="{self.y}"/>'
            f'<a:ext cx="{self.width}" cy="{self.height}"/></a:xfrm>{self.drawn}'
        )


def pieces_of(drawing: Drawing, looks: Looks, scale: float) -> Iterator[Piece]:
    """Yield the pieces of a drawing, ``scale`` times as large as in CSS pixels."""
    for shape in drawing.shapes:
        yield _piece(shape, looks.of(shape.kind, shape.use), scale)


@singledispatch
def _piece(shape: Shape, _look: Look, _scale: float) -> Piece:
    raise TypeError(f"expected a shape of a drawing, found {type(shape).__name__}")


@_piece.register
def _(shape: Line, look: Look, scale: float) -> Piece:
    steps = (("move", ((shape.x, shape.y),)), ("line", ((shape.to_x, shape.to_y),)))
    return _along(steps, look, scale, filled=False)


@_piece.register
def _(shape: Box, look: Look, scale: float) -> Piece:
    shorter = min(shape.width, shape.height)
    corner = round(50_000 * min(1, 2 * shape.round / shorter)) if shorter > 0 else 0
    geometry = (
        f'<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {corner}"/></a:avLst>'
        "</a:prstGeom>"
    )
    return Piece(
        _emu(shape.x, scale),
        _emu(shape.y, scale),
        _emu(shape.width, scale),
        _emu(shape.height, scale),
        geometry + _fill(look.fill) + _line(look, scale),
    )


@_piece.register
def _(shape: Mark, look: Look, scale: float) -> Piece:
    return _along(steps_of(shape.path), look, scale, filled=bool(look.fill))


@_piece.register
def _(shape: Label, look: Look, scale: float) -> Piece:
    words = flat(shape.text)
    room = (width(words) + 2) * look.size * _LETTER * (1.08 if look.bold else 1)
    left = {"middle": shape.x - room / 2, "end": shape.x - room}.get(shape.anchor, shape.x)
    tall = look.size * _TALLER
    top = shape.y - look.size * _CENTRE - tall / 2
    points = look.size * scale * _SMALLER * 0.75
    return Piece(
        _emu(left, scale),
        _emu(top, scale),
        _emu(room, scale),
        _emu(tall, scale),
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>',
        Text(words, points, digits_of(look.fill), look.bold, shape.anchor),
    )


def _along(steps: tuple[Step, ...], look: Look, scale: float, *, filled: bool) -> Piece:
    """Return a piece that follows steps, its box as tight as their points are."""
    points = [point for _, several in steps for point in several] or [(0.0, 0.0)]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    wide = _emu(max(x for x, _ in points) - left, scale)
    tall = _emu(max(y for _, y in points) - top, scale)
    names = {"move": "moveTo", "line": "lnTo", "curve": "cubicBezTo"}
    drawn = "".join(
        "<a:close/>"
        if kind == "close"
        else f"<a:{names[kind]}>"
        + "".join(
            f'<a:pt x="{_emu(x - left, scale)}" y="{_emu(y - top, scale)}"/>' for x, y in several
        )
        + f"</a:{names[kind]}>"
        for kind, several in steps
    )
    fill = "" if filled else ' fill="none"'
    geometry = (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{wide}" h="{tall}"{fill}>{drawn}</a:path></a:pathLst></a:custGeom>'
    )
    paint = _fill(look.fill if filled else "") + _line(look, scale)
    return Piece(_emu(left, scale), _emu(top, scale), wide, tall, geometry + paint)


def _fill(colour: str) -> str:
    if not colour:
        return "<a:noFill/>"
    return f'<a:solidFill><a:srgbClr val="{digits_of(colour)}"/></a:solidFill>'


def _line(look: Look, scale: float) -> str:
    if not look.stroke:
        return "<a:ln><a:noFill/></a:ln>"
    dash = '<a:prstDash val="dash"/>' if look.dashed else ""
    return f'<a:ln w="{_emu(look.width, scale)}">{_fill(look.stroke)}{dash}</a:ln>'


def _emu(pixels: float, scale: float) -> int:
    return round(pixels * scale * _PIXEL)
