"""Tables in pieces that fit a slide, each with the head."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from attrs import evolve

from workshopcore.contracts.report import Inline, Table
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.tree import says
from workshopcore.renderers.width import wrap
from workshopcore_office.slides.room import LEADING, LETTER, Room
from workshopcore_office.widths import PADDING, column_widths

__all__ = ["cut", "tall_table"]

_PRINT, _SMALL = 9.5, 12.0
"""The size of letters on paper, and the least that those in a table of a slide have."""
_CAPTION, _CELL_EDGES = 26.0, 9.0


def cut(table: Table, room: Room, taken: float) -> tuple[list[Table], float]:
    """Return a table in pieces that fit a slide, and the size of their letters.

    They are a little smaller where that saves a slide.

    Args:
        table: the table.
        room: what a slide has room for.
        taken: what of the first one is taken, in points.
    """
    usual = list(_split(table, room, taken))
    if len(usual) == 1 or table.writable:
        return usual, room.table
    small = evolve(room, table=_SMALL)
    smaller = list(_split(table, small, taken))
    return (smaller, _SMALL) if len(smaller) < len(usual) else (usual, room.table)


def _split(table: Table, room: Room, taken: float) -> Iterator[Table]:
    """Yield a table in pieces that fit a slide, each with the head; lines to write on evenly."""
    pieces = list(_filled(table, room, taken))
    if not table.writable or len(pieces) < 2:
        yield from pieces
        return
    rows = [row for piece in pieces for row in piece.rows]
    most = math.ceil(len(rows) / len(pieces))
    for start in range(0, len(rows), most):
        yield evolve(table, rows=rows[start : start + most])


def _letters(table: Table, room: Room) -> list[int]:
    """Return how many letters a line of each column has."""
    widths = column_widths(table, room.width, room.table / _PRINT)
    return [max(int((each - PADDING) / (room.table * LETTER)), 1) for each in widths]


def _high(row: Sequence[Inline], letters: Sequence[int], room: Room) -> float:
    """Return how tall a row is."""
    lines = max(map(_lines, map(says, row), letters), default=1)
    return lines * room.table * LEADING + _CELL_EDGES


def _head(table: Table, letters: Sequence[int], room: Room) -> float:
    caption = _CAPTION if table.caption.strip() else 0.0
    return _high([column.title for column in table.columns], letters, room) + caption


def tall_table(table: Table, room: Room) -> float:
    """Return how tall a table is with its caption, in points."""
    letters = _letters(table, room)
    return _head(table, letters, room) + sum(_high(row, letters, room) for row in table.rows)


def _filled(table: Table, room: Room, taken: float) -> Iterator[Table]:
    letters = _letters(table, room)
    whole = room.height - _head(table, letters, room)
    left = whole - taken
    most = max(int((left - _CELL_EDGES) / (room.table * LEADING)), 1)
    rows: list[tuple[Inline, ...]] = []
    used = 0.0
    for row in table.rows:
        for piece in _row_pieces(row, letters, most):
            need = _high(piece, letters, room)
            if rows and used + need > left:
                yield evolve(table, rows=rows)
                rows, used, left = [], 0.0, whole
            rows.append(piece)
            used += need
    yield evolve(table, rows=rows)


def _row_pieces(
    row: Sequence[Inline], letters: Sequence[int], most: int
) -> Iterator[tuple[Inline, ...]]:
    """Yield a row, or the parts of one whose cells are taller than a slide."""
    cells = [wrap(one_line(says(cell)), size) for cell, size in zip(row, letters, strict=True)]
    tallest = max(map(len, cells))
    if tallest <= most:
        yield tuple(row)
        return
    for number in range(math.ceil(tallest / most)):
        yield tuple(" ".join(cell[number * most : (number + 1) * most]) for cell in cells)


def _lines(text: str, letters: int) -> int:
    return len(wrap(one_line(text), letters))
