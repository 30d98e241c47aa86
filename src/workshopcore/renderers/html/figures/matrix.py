"""What is covered and what is not: a sign and words in every cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from workshopcore.model.options import Options
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.html.figures.shapes import Box, Drawing, Label, Line, Mark, Shape
from workshopcore.renderers.width import wrap

__all__ = ["draw_matrix"]

_MOST_ROWS, _MOST_COLUMNS = 60, 5
_WIDTH, _NAMES, _LETTER, _LINE, _GAP = 720, 250, 6.9, 16, 12
_SIGN = 20


@frozen
class _Cell:
    covered: bool
    words: str


def draw_matrix(data: Options) -> Drawing | None:
    """Return rows of signs with their words, or None if the data are no such rows."""
    try:
        columns = [one_line(column) for column in data["columns"]]
        rows = [(one_line(row["label"]), [_cell(c) for c in row["cells"]]) for row in data["rows"]]
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    if not 1 <= len(columns) <= _MOST_COLUMNS or not 1 <= len(rows) <= _MOST_ROWS:
        return None
    if any(len(cells) != len(columns) for _, cells in rows):
        return None
    across = (_WIDTH - _NAMES) / len(columns)
    shapes, top = _headings(columns, across)
    for label, cells in rows:
        drawn, height = _row(label, cells, across, top)
        shapes += drawn
        top += height + _GAP
    return Drawing(_WIDTH, top, tuple(shapes))


def _cell(cell: Options) -> _Cell:
    return _Cell(cell["covered"] is True, one_line(cell["words"]))


def _headings(columns: Sequence[str], across: float) -> tuple[list[Shape], float]:
    lines = [wrap(column, int((across - 10) / _LETTER)) for column in columns]
    shapes: list[Shape] = []
    for number, words in enumerate(lines):
        for n, line in enumerate(words):
            x = round(_NAMES + number * across, 1)
            shapes.append(Label(x, 14 + n * _LINE, line, "moment"))
    bottom = 14 + (max(map(len, lines)) - 1) * _LINE + 8
    shapes.append(Line(0, bottom, _WIDTH, bottom, "tick"))
    return shapes, float(bottom + 10)


def _row(
    label: str, cells: Sequence[_Cell], across: float, top: float
) -> tuple[list[Shape], float]:
    names = wrap(label, int((_NAMES - 16) / _LETTER))
    words = [wrap(cell.words, int((across - _SIGN - 18) / _LETTER)) for cell in cells]
    height = max(_SIGN, *(len(lines) * _LINE for lines in (names, *words)))
    shapes: list[Shape] = [
        Label(0, top + 14 + n * _LINE, line, "words") for n, line in enumerate(names)
    ]
    for number, (cell, lines) in enumerate(zip(cells, words, strict=True)):
        x = round(_NAMES + number * across, 1)
        shapes += _sign(cell, x, top)
        for n, line in enumerate(lines):
            shapes.append(Label(x + _SIGN + 8, top + 14 + n * _LINE, line, "words"))
    return shapes, height


def _sign(cell: _Cell, x: float, y: float) -> Iterator[Shape]:
    """Yield a filled box with a tick, or an empty one with a broken frame."""
    yield Box(x, y, _SIGN, _SIGN, "covered" if cell.covered else "uncovered")
    if cell.covered:
        yield Mark(f"M{x + 5:g} {y + 10:g}l4 5l7 -9", "covered-sign")
