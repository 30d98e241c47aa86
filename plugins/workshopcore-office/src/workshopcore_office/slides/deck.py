"""What stands on which slide: values, before anything is drawn."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import frozen

from workshopcore.contracts.report import Figure, Inline, Table
from workshopcore.renderers.tree import says
from workshopcore_office.charts import Chart

__all__ = ["Board", "Line", "Part", "Sign", "Slide", "Topic"]

_LARGE = 1.5
_INDENT, _DENSE_INDENT = 27.0, 15.0
_SPACE, _DENSE_SPACE = 0.4, 0.25

Sign: TypeAlias = Literal["none", "bullet", "number"]


@frozen
class Line:
    """A paragraph of a slide: its text, its level from 0, and what stands before it.

    One that is ``large`` is read from across the room, one that is ``dense`` stands on a slide
    with much else.
    """

    text: Inline
    level: int = 0
    sign: Sign = "none"
    number: int = 0
    strong: bool = False
    large: bool = False
    dense: bool = False

    @property
    def indent(self) -> float:
        """How far in a level stands, in points."""
        return _DENSE_INDENT if self.dense else _INDENT

    @property
    def space(self) -> float:
        """How much is left free above it, in lines."""
        return _DENSE_SPACE if self.dense else _SPACE

    @property
    def scale(self) -> float:
        """How much larger than others it is."""
        return _LARGE if self.large else 1.0

    @property
    def words(self) -> str:
        return says(self.text)


@frozen
class Board:
    """Something that needs a slide of its own: a figure, or a table.

    A figure that PowerPoint has a chart for comes with that; one of several, where there are more
    of them than go on a slide.
    """

    content: Figure | Table
    chart: Chart | None = None


@frozen
class _End:
    """Where a new slide begins."""


Part: TypeAlias = Line | Board | _End
END = _End()


@frozen
class Topic:
    """What stands under one title, for however many slides it needs, and what is only spoken.

    ``level`` is that of its section; a report itself has 0.
    """

    title: str
    parts: tuple[Part, ...]
    notes: tuple[str, ...] = ()
    level: int = 0


@frozen
class Slide:
    """One slide.

    Attributes:
        title, lines: its text.
        board: a figure or table below the lines.
        taken: the height of the lines above that, in points.
        notes: what is only spoken.
        below: text below the figure or table.
        reach: how far down that reaches, in points, if there is something below it.
        letters: the size of the letters in a table.
    """

    title: str
    lines: tuple[Line, ...] = ()
    board: Board | None = None
    taken: float = 0
    notes: tuple[str, ...] = ()
    below: tuple[Line, ...] = ()
    reach: float = 0
    letters: float = 14.0
