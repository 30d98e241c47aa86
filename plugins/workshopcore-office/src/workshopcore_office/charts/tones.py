"""What parts of charts are painted with: a pattern for each tone, so that no colour is needed."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from workshopcore.renderers.html.colour import readable

__all__ = ["Paint", "paint_of"]


@frozen
class Paint:
    """A fill with its edge, and the colour of a number on it.

    Attributes:
        colour: of the fill, or of the lines of its pattern.
        pattern: DrawingML's name of it in small letters, ``""`` for none.
        edge: the colour of the edge.
        ink: the colour of letters on it; patterns have a plain ground behind them.
        paper: what lies under a pattern.
    """

    colour: str
    pattern: str
    edge: str
    ink: str
    paper: str


_TONES = {
    "done": ("accent-text", ""),
    "fine": ("success", "light_vertical"),
    "good": ("success", "light_horizontal"),
    "plain": ("soft", ""),
    "caution": ("warning", "wide_upward_diagonal"),
    "poor": ("warning", "wide_downward_diagonal"),
    "alarm": ("alarm", "outlined_diamond"),
    "open": ("paper", ""),
}


def paint_of(tone: str, colours: Mapping[str, str]) -> Paint:
    """Return the paint of a tone in the colours of a style."""
    use, pattern = _TONES[tone]
    colour, paper = colours[use], colours["paper"]
    pale = use in ("soft", "paper")
    edge = colours["edge"] if pale else colour
    ink = colours["text"] if pattern else readable(colours["text"], colour)
    if tone == "done":
        ink = readable(paper, colour)
    return Paint(colour, pattern, edge, ink, paper)
