"""The margins of a style's pages."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.renderers.styles import DEFAULT_STYLE

__all__ = ["BOUNDS", "PAPERS", "Margins", "margins_of", "usual_margins"]

BOUNDS: Mapping[str, tuple[float, float]] = {
    "top": (10, 40),
    "right": (10, 40),
    "bottom": (15, 40),
    "left": (10, 40),
}
"""The least and the most that each margin may be, in millimetres.

Less, and printers cut something off; at the bottom the footer stands in it. More, and tables and
certificates have no room.
"""
PAPERS: Mapping[str, tuple[float, float]] = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
"""How wide and how tall each paper is, in millimetres."""


@frozen
class Margins:
    """How far from the edges of the paper the text stands, in millimetres."""

    top: float
    right: float
    bottom: float
    left: float

    @property
    def across(self) -> float:
        """What they take of the width."""
        return self.left + self.right

    @property
    def down(self) -> float:
        """What they take of the height."""
        return self.top + self.bottom


def margins_of(style: Style) -> Margins:
    """Return the margins of a style; sides that it leaves out are as in the default style.

    Raises:
        RenderError: a margin is no number, or too narrow or too wide.

    >>> margins_of(Style("acme:house", "Acme", margins={"left": 25}))
    Margins(top=17, right=16, bottom=20, left=25)
    """
    for side, value in style.margins.items():
        least, most = BOUNDS.get(side, (0, 0))
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if not number or not least <= value <= most:
            expected = (
                f"{least:g} to {most:g} millimetres" if most else "one of " + ", ".join(BOUNDS)
            )
            raise RenderError(
                f"style '{style.key}', margins.{side}: expected {expected}, found {value!r}:"
                " correct it in the style"
            )
    return Margins(**{**DEFAULT_STYLE.margins, **style.margins})


def usual_margins() -> Margins:
    """Return the margins of styles that name none."""
    return Margins(**DEFAULT_STYLE.margins)
