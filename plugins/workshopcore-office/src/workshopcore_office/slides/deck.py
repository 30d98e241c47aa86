"""What stands on which slide: values, before anything is drawn."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import frozen

from workshopcore.contracts.report import Figure, Inline, Table
from workshopcore.renderers.tree import says

__all__ = ["Board", "Line", "Part", "Sign", "Slide", "Topic"]

_LARGE = 1.5

Sign: TypeAlias = Literal["none", "bullet", "number"]


@frozen
class Line:
    """A paragraph of a slide: its text, its level from 0, and what stands before it.

    One that is ``large`` is read from across the room.
    """

    text: Inline
    level: int = 0
    sign: Sign = "none"
    number: int = 0
    strong: bool = False
    large: bool = False

    @property
    def scale(self) -> float:
        """How much larger than others it is."""
        return _LARGE if self.large else 1.0

    @property
    def words(self) -> str:
        return says(self.text)


@frozen
class Board:
    """Something that needs a slide of its own: a figure, or a table."""

    content: Figure | Table


@frozen
class _End:
    """Where a new slide begins."""


Part: TypeAlias = Line | Board | _End
END = _End()


@frozen
class Topic:
    """What stands under one title, for however many slides it needs, and what is only spoken."""

    title: str
    parts: tuple[Part, ...]
    notes: tuple[str, ...] = ()


@frozen
class Slide:
    """One slide.

    Attributes:
        title, lines: its text.
        board: a figure or table below the lines.
        taken: the height of the lines above that, in points.
        notes: what is only spoken.
    """

    title: str
    lines: tuple[Line, ...] = ()
    board: Board | None = None
    taken: float = 0
    notes: tuple[str, ...] = ()
