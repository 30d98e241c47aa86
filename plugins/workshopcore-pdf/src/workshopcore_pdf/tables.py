"""Tables as data for the template, each column as wide as what is in it asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from attrs import frozen

from workshopcore.contracts.report import Column, Table
from workshopcore.renderers.tree import says
from workshopcore_pdf.words import LONGEST_WORD, Words, words

__all__ = ["Sheet", "table_data"]

_SHORT, _SHORT_WITH_ROOM, _WIDE_TABLE = 12, 17, 7
_WORTH = 70
"""Beyond so many characters a cell asks for no more width: its lines are long enough."""

_SMALL = 0.84
_MANY, _UPRIGHT = 7, 110
_WRITING, _WRITING_ACROSS, _LINE = 145.0, 85.0, 9.0
"""How tall all rows to write into are, in millimetres, and the least that one is."""
_GAP = 2
_ROOMY = 1.12
"""How much wider than on average characters may be: capitals, and what is in bold."""

_APART = re.compile(r" +|(?<=-)")
_TALL_HEAD, _TALL = 200, 700
"""A head with more characters in a cell is a row like others, a row with more may be parted:
a page may not hold it."""


@frozen
class Sheet:
    """The sheet that a table stands on.

    Attributes:
        characters: how many go into a line of a table, roughly.
        size: how large the letters of a table are, as a share of the text's.
        room: whether its rows are filled in by hand.
    """

    characters: int
    size: float = 0.94
    room: bool = False

    @property
    def smaller(self) -> Sheet:
        """The same sheet for a table that says once more what a picture shows."""
        return Sheet(round(self.characters * self.size / _SMALL), _SMALL)


@frozen
class _Extent:
    """How many characters wide a column is: at the least, and on one line."""

    least: int
    most: int


def table_data(table: Table, sheet: Sheet) -> dict[str, Any]:
    """Return a table as the template takes it.

    ``widths`` has for each column a share of the sheet's width, or 0 where the columns are as
    wide as their cells.
    """
    extents = [_extent(column, cells) for column, cells in _columns(table)]
    heads = [words(column.title) for column in table.columns]
    widths, crowded = _widths(extents, sheet.characters)
    if table.writable:
        widths = _shares(len(extents))
    rows = [[words(cell) for cell in row] for row in table.rows]
    data: dict[str, Any] = {
        "kind": "table",
        "caption": words(table.caption),
        "size": sheet.size,
        "widths": widths,
        "crowded": crowded,
        "aligns": [column.align for column in table.columns],
        "headings": heads if any(heads) else [],
        "rows": rows,
        "rowheads": table.row_headings,
        "compact-head": all(len(column.title) <= _TALL_HEAD for column in table.columns),
        "breaks": any(len(says(cell)) > _TALL for row in table.rows for cell in row),
    }
    if table.writable:
        upright = sheet.characters <= _UPRIGHT
        whole = _WRITING if upright else _WRITING_ACROSS
        data["tall"] = round(max(whole / max(len(rows), 1), _LINE), 1)
    elif sheet.room:
        data["room"] = [_emptiest(row) for row in rows]
    return data


def _shares(columns: int) -> list[float]:
    """Return widths of columns to write into: alike, but for the first of a great many."""
    many = columns >= _MANY
    return [2.5 if many else 1.0, *[1.0] * (columns - 1)]


def _columns(table: Table) -> list[tuple[Column, list[str]]]:
    cells = [[says(row[number]) for row in table.rows] for number in range(len(table.columns))]
    return list(zip(table.columns, cells, strict=True))


def _extent(column: Column, cells: Sequence[str]) -> _Extent:
    texts = {column.title, *cells}
    longest = max((len(piece) for text in texts for piece in _APART.split(text)), default=0)
    return _Extent(
        max(min(longest, LONGEST_WORD), 3),
        max([min(len(text), _WORTH) for text in cells] + [longest, 3]),
    )


def _widths(extents: Sequence[_Extent], characters: int) -> tuple[list[float], bool]:
    """Return the share of each column, and whether they are too many for their longest words.

    The shares are 0 where the table does not need the full width.

    As browsers do it: every column gets what its longest word needs, and what is left is shared
    out by how much more each could use.
    """
    short = _SHORT_WITH_ROOM if len(extents) < _WIDE_TABLE else _SHORT
    least = [_ROOMY * (e.most if e.most <= short else e.least) + _GAP for e in extents]
    more = [max(_ROOMY * e.most + _GAP - own, 0) for e, own in zip(extents, least, strict=True)]
    if not any(more):
        return [0.0] * len(extents), sum(least) > characters
    spare = characters - sum(least)
    shares = [
        round(own + max(spare, 0) * further / sum(more), 1)
        for own, further in zip(least, more, strict=True)
    ]
    return shares, spare < 0


def _emptiest(row: Sequence[Words]) -> int:
    """Return the cell of a row that says least: there a strut keeps the row open."""
    lengths = [len(str(cell)) for cell in row]
    return lengths.index(min(lengths))
