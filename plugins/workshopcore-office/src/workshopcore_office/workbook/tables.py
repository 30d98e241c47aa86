"""Tables on a sheet: headings, and cells that hold numbers and dates where they are such."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from attrs import field, frozen

from workshopcore.contracts.report import Align, Inline, Table
from workshopcore.renderers.characters import one_line
from workshopcore_office.workbook.grid import Span, wanted_widths
from workshopcore_office.workbook.heights import height_of, lines_of
from workshopcore_office.workbook.numbers import Number, numbers_in
from workshopcore_office.workbook.sheet import Cell, Sheet
from workshopcore_office.workbook.text import words_of

__all__ = ["Placed", "Role", "draw_table"]

_WRITING, _LINE = 360.0, 30.0
"""How tall all rows to write into are, in points, and the least that one is."""
_BOLD, _EDGES = 0.85, 4.0
_ALIGNED: Mapping[Align, Mapping[str, Any]] = {
    "left": {"align": "left"},
    "right": {"align": "right", "indent": 1},
    "centre": {"align": "center"},
}

Role: TypeAlias = Callable[[int, int], str]
"""What a cell is there for, by its row and column in the table; ``""`` for the usual."""


@frozen
class Placed:
    """Where a table stands.

    Attributes:
        head: the row of its headings.
        rows: the first row of the sheet that each of its rows has.
        last: its last row.
        columns: the first column of the sheet that each of its columns has.
        top: how far down its first row begins, in points.
        filtered: whether each of its columns is one of the sheet's, and nobody writes into it.
        numbers: the row, the column and the value of each cell that is a number, by the row in
            the table and the heading of the column.
    """

    head: int
    rows: tuple[int, ...]
    last: int
    columns: tuple[int, ...]
    top: float
    filtered: bool
    numbers: dict[tuple[int, str], tuple[int, int, float]] = field(factory=dict)


def draw_table(sheet: Sheet, table: Table, role: Role | None = None, head: float = 0) -> Placed:
    """Write a table with its caption below what there is.

    Args:
        sheet: the sheet.
        table: the table.
        role: what its cells are there for, if it is not the usual.
        head: how tall the row of its headings is at least, in points.
    """
    sheet.gap()
    sheet.prose("caption", table.caption)
    spans = sheet.grid.spans(wanted_widths([table]))
    top = _headings(sheet, table, spans, head)
    columns = [_numbers([row[at] for row in table.rows]) for at in range(len(spans))]
    titles = [one_line(column.title) for column in table.columns]
    placed: dict[tuple[int, str], tuple[int, int, float]] = {}
    below, rows = sheet.top, []
    tall = max(_WRITING / max(len(table.rows), 1), _LINE) if table.writable else 0.0
    for at, row in enumerate(table.rows):
        cells = []
        for place, (span, text) in enumerate(zip(spans, row, strict=True)):
            number = columns[place][at]
            cells.append(_cell(sheet, table, (at, place), span, text, number, role))
            if number is not None:
                placed.setdefault((at, titles[place]), (sheet.row, span[0], number.value))
        rows.append(sheet.cells(cells, tall))
    apart = all(first == last for first, last in spans)
    if apart:
        sheet.plain.update(range(top + 1, sheet.row))
    starts = tuple(first for first, _ in spans)
    filtered = apart and not table.writable
    return Placed(top, tuple(rows), sheet.row - 1, starts, below, filtered, placed)


def _headings(sheet: Sheet, table: Table, spans: Sequence[Span], least: float) -> int:
    lines = max(
        lines_of(one_line(column.title), sheet.grid.width(span) * _BOLD)
        for column, span in zip(table.columns, spans, strict=True)
    )
    row = sheet.line(max(height_of(lines) + _EDGES, least))
    for column, span in zip(table.columns, spans, strict=True):
        more = _ALIGNED[column.align]
        sheet.put(row, Cell(span, words_of(column.title), "head", more=more))
    return row


def _numbers(texts: Sequence[Inline]) -> list[Number | None]:
    """Return the numbers of a column; words with marks in them or with a link are none."""
    words = list(map(words_of, texts))
    found = numbers_in([each.text for each in words])
    simple = all(
        len(each.pieces) == 1 and not each.address
        for each, number in zip(words, found, strict=True)
        if number is not None
    )
    return found if simple else [None] * len(texts)


def _cell(
    sheet: Sheet,
    table: Table,
    place: tuple[int, int],
    span: Span,
    text: Inline,
    number: Number | None,
    role: Role | None,
) -> Cell:
    row, column = place
    more = dict(_ALIGNED[table.columns[column].align])
    chosen = role(row, column) if role else ""
    if not chosen:
        heads = table.row_headings and column == 0
        chosen = "row head" if heads else "answer" if table.writable else "cell"
        if row % 2 and sheet.looks.banded:
            more["bg_color"] = "soft"
    return Cell(span, words_of(text), chosen, number, more)
