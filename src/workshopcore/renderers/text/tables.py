"""Tables within so many columns of text: side by side where they fit, otherwise row by row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from workshopcore.contracts.report import Table
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.text.inline import hanging, words
from workshopcore.renderers.width import pad, width, wrap

__all__ = ["column_widths", "table_lines"]

_GAP = 2
_NARROW, _LONG_WORD = 9, 18


def table_lines(table: Table, columns: int) -> list[str]:
    """Return the lines of a table, its caption before it."""
    caption = one_line(table.caption)
    before = [*wrap(caption, columns), ""] if caption else []
    titles = [one_line(column.title) for column in table.columns]
    rows = [[words(cell) for cell in row] for row in table.rows]
    widths = column_widths([titles, *rows], columns)
    if widths:
        aligns = [column.align for column in table.columns]
        return before + _side_by_side(titles, rows, widths, aligns)
    return before + _row_by_row(titles, rows, table.row_headings, columns)


def column_widths(rows: Sequence[Sequence[str]], columns: int) -> list[int]:
    """Return how wide each column may be, nothing if they cannot stand side by side.

    No column gets narrower than its longest usual word; what room is left goes, one column of
    text after the other, to whichever needs it most for its longest cell.
    """
    cells = list(zip(*rows, strict=True))
    full = [max(1, *map(width, column)) for column in cells]
    widths = [
        size if size <= _NARROW else min(size, max(_NARROW, _longest_word(column)))
        for size, column in zip(full, cells, strict=True)
    ]
    room = columns - _GAP * (len(widths) - 1) - sum(widths)
    if not widths or room < 0:
        return []
    while room and widths != full:
        neediest = max(range(len(full)), key=lambda number: full[number] / widths[number])
        widths[neediest] += 1
        room -= 1
    return widths


def _longest_word(column: Iterable[str]) -> int:
    longest = max((width(word) for cell in column for word in cell.split(" ")), default=0)
    return min(longest, _LONG_WORD)


def _side_by_side(
    titles: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[int],
    aligns: Sequence[str],
) -> list[str]:
    wrapped = [[wrap(cell, size) for cell, size in zip(row, widths, strict=True)] for row in rows]
    apart = [""] if any(len(cell) > 1 for row in wrapped for cell in row) else []
    heads = [wrap(title, size) for title, size in zip(titles, widths, strict=True)]
    lines = [*_row(heads, widths, aligns), _joined("-" * size for size in widths)]
    for number, row in enumerate(wrapped):
        lines += [*(apart if number else ()), *_row(row, widths, aligns)]
    return lines


def _row(
    cells: Sequence[Sequence[str]], widths: Sequence[int], aligns: Sequence[str]
) -> Iterable[str]:
    for parts in zip_longest(*cells, fillvalue=""):
        yield _joined(pad(*part) for part in zip(parts, widths, aligns, strict=True))


def _joined(parts: Iterable[str]) -> str:
    return (" " * _GAP).join(parts).rstrip(" ")


def _row_by_row(
    titles: Sequence[str], rows: Iterable[Sequence[str]], row_headings: bool, columns: int
) -> list[str]:
    lines: list[str] = []
    for row in rows:
        lines += [""] if lines else []
        for number, (title, cell) in enumerate(zip(titles, row, strict=True)):
            if row_headings and number == 0:
                lines += wrap(cell, columns)
            elif cell:
                label = f"{title}: " if title else ""
                lines += [f"  {line}" for line in hanging("", label + cell, columns - 2)]
    return lines
