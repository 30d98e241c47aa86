"""Drawings as SVG files that carry their own looks.

What a figure's parts look like is said once, in the stylesheet of the web pages: its rules for
drawings are taken from there, with the colours of the style in place of variables.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from workshopcore.renderers.characters import harmless
from workshopcore.renderers.html.figures.shapes import Box, Drawing, Label, Line, Mark, Shape

__all__ = ["svg"]

_RULE = re.compile(r"^svg ([.\w][^{]*)\{([^}]*)\}", re.MULTILINE)
_VARIABLE = re.compile(r"var\(--([\w-]+)\)")


def svg(drawing: Drawing, colours: Mapping[str, str], fonts: Sequence[str]) -> bytes:
    """Return a drawing as an SVG file.

    Args:
        drawing: what to draw.
        colours: a style's colours by use, as ``palette`` returns them.
        fonts: the families that its words are set in.
    """
    families = ", ".join(f"'{family}'" for family in fonts)
    shapes = "".join(map(_shape, drawing.shapes))
    size = f'width="{drawing.width:g}" height="{drawing.height:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}'
        f' viewBox="0 0 {drawing.width:g} {drawing.height:g}" font-family="{families}">'
        f"<style>{_rules(tuple(sorted(colours.items())))}</style>{shapes}</svg>"
    ).encode()


@cache
def _rules(colours: tuple[tuple[str, str], ...]) -> str:
    given = dict(colours)
    sheet = (files("workshopcore.renderers") / "templates" / "page.css").read_text("utf-8")
    rules = "".join(
        f"{selectors.strip().replace('svg ', '')}{{{body.strip()}}}"
        for selectors, body in _RULE.findall(sheet)
    )
    return _VARIABLE.sub(lambda match: given[match[1]], rules)


def _shape(shape: Shape) -> str:
    use = escape(shape.use)
    match shape:
        case Line():
            ends = f'x1="{shape.x}" y1="{shape.y}" x2="{shape.to_x}" y2="{shape.to_y}"'
            return f'<line class="{use}" {ends}/>'
        case Box():
            size = f'width="{shape.width}" height="{shape.height}" rx="{shape.round}"'
            return f'<rect class="{use}" x="{shape.x}" y="{shape.y}" {size}/>'
        case Mark():
            return f'<path class="{use}" d="{escape(shape.path)}"/>'
        case Label():
            place = f'x="{shape.x}" y="{shape.y}" text-anchor="{shape.anchor}"'
            return f'<text class="{use}" {place}>{escape(harmless(shape.text))}</text>'
