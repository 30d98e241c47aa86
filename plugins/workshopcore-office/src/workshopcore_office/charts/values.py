"""What a chart shows, before any program draws it: numbers and their names."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import frozen

from workshopcore.renderers.width import wrap

__all__ = [
    "LABEL",
    "NAMELESS",
    "Bar",
    "Bars",
    "Chart",
    "Line",
    "Lines",
    "Look",
    "Plot",
    "Trace",
    "on_lines",
]

LABEL = 40
"""How many letters a line of what stands on the left of bars has."""

NAMELESS = " "
"""What programs are told a series is called that has no name: without one they make one up."""

Look: TypeAlias = Literal["strong", "weak", "guide", "marks", "events"]
"""How a trace is drawn: a strong or a weak line, a broken one, signs alone, or named signs."""


@frozen
class Bar:
    """A series of bars, one for each category.

    Attributes:
        name: what it is called in the legend; ``""`` for one that only keeps others apart.
        tone: what it is drawn with, ``""`` for nothing.
        values: its numbers; ``None`` where there is none, which is not 0.
        columns: for each of them the heading of the column of the figure's table that says the
            same, if one does.
    """

    name: str
    tone: str
    values: tuple[float | None, ...]
    columns: tuple[str, ...] = ()


@frozen
class Bars:
    """Bars from left to right, the first category at the top.

    Attributes:
        title: what stands above it.
        categories: what is on the left.
        rows: for each category the row of the figure's table that says the same, if one does.
        series: in the order in which they are drawn.
        stacked: whether the series follow one another on one line.
        centre: where the line stands that the middle of a scale is on, if there is one.
        least, most: from where to where the axis goes.
        said: what is said under it.
        clock: whether values are parts of a day.
    """

    title: str
    categories: tuple[str, ...]
    rows: tuple[int | None, ...]
    series: tuple[Bar, ...]
    stacked: bool
    most: float
    least: float = 0
    centre: float | None = None
    said: str = ""
    clock: bool = False


@frozen
class Line:
    """A number for each point of a scale, as signs that a line joins."""

    name: str
    values: tuple[float, ...]
    filled: bool
    row: int


@frozen
class Lines:
    """A few lines over the points of one scale."""

    title: str
    points: tuple[str, ...]
    lines: tuple[Line, ...]
    most: float
    upright: str
    said: str = ""


@frozen
class Trace:
    """Points in a plane, joined or not, each with a name or none."""

    name: str
    points: tuple[tuple[float, float], ...]
    look: Look
    labels: tuple[str, ...] = ()


@frozen
class Plot:
    """Traces over two axes; ``share`` says that the upright one goes from none to all.

    ``dates`` says that the other one counts days as workbooks do, from ``least`` on.
    """

    title: str
    traces: tuple[Trace, ...]
    across: str
    upright: str
    least: float
    widest: float
    most: float
    share: bool = False
    dates: bool = False


Chart: TypeAlias = Bars | Lines | Plot


def on_lines(label: str) -> str:
    r"""Return a label on lines short enough to stand beside bars: programs do not agree on where.

    >>> on_lines("I know what I have to do before the next workshop")
    'I know what I have to do before the next\nworkshop'
    """
    return "\n".join(wrap(label, LABEL))
