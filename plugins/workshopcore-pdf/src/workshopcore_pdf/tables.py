"""Tables as data for the template, each column as wide as what is in it asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from attrs import evolve, frozen

from workshopcore.contracts.report import Table
from workshopcore.renderers.columns import shared_out, texts_of
from workshopcore.renderers.extent import cell_room, cell_width
from workshopcore.renderers.tree import says
from workshopcore_pdf.words import Words, words

__all__ = ["Sheet", "table_data"]

_SMALL, _HEAD = 0.84, 0.92
_MANY = 7
_WRITING, _WRITING_ACROSS, _LINE = 145.0, 85.0, 9.0
"""How tall all rows to write into are with the usual margins, in millimetres, and the least that
one is."""
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
        upright: whether it does not lie on its side.
        tall: how much taller it is than with the usual margins.
        bands: whether every other row has a tint behind it.
        points: how large the letters of the text are.
    """

    least: ClassVar[float] = 8.0
    """No letter of a table is smaller, in points."""

    characters: int
    size: float = 0.94
    room: bool = False
    upright: bool = True
    tall: float = 1.0
    bands: bool = False
    points: float = 9.6

    @property
    def head(self) -> float:
        """How large the letters of a table's head are, as a share of those below it."""
        return round(max(_HEAD, self.least / (self.points * self.size)), 3)

    @property
    def smaller(self) -> Sheet:
        """The same sheet for a table that says once more what a picture shows."""
        size = min(max(_SMALL, self.least / self.points), self.size)
        characters = round(self.characters * self.size / size)
        return evolve(self, characters=characters, size=round(size, 3), room=False)


def table_data(table: Table, sheet: Sheet) -> dict[str, Any]:
    """Return a table as the template takes it.

    ``widths`` has for each column a share of the sheet's width, or 0 where the columns are as
    wide as their cells.
    """
    count = len(table.columns)
    heads = [words(column.title) for column in table.columns]
    shares = shared_out(texts_of(table), cell_room(count, sheet.characters))
    as_they_are = shares.whole and not sheet.room
    widths = (
        [0.0] * count if as_they_are else [round(cell_width(each), 1) for each in shares.letters]
    )
    if table.writable:
        widths = _to_write_in(count)
    rows = [[words(cell) for cell in row] for row in table.rows]
    data: dict[str, Any] = {
        "kind": "table",
        "caption": words(table.caption),
        "size": sheet.size,
        "head": sheet.head,
        "widths": widths,
        "crowded": shares.crowded,
        "aligns": [column.align for column in table.columns],
        "headings": heads if any(heads) else [],
        "rows": rows,
        "rowheads": table.row_headings,
        "compact-head": all(len(column.title) <= _TALL_HEAD for column in table.columns),
        "bands": sheet.bands and not (table.writable or sheet.room),
        "breaks": any(len(says(cell)) > _TALL for row in table.rows for cell in row),
    }
    if table.writable:
        whole = (_WRITING if sheet.upright else _WRITING_ACROSS) * sheet.tall
        data["tall"] = round(max(whole / max(len(rows), 1), _LINE), 1)
    elif sheet.room:
        data["room"] = [_emptiest(row) for row in rows]
    return data


def _to_write_in(columns: int) -> list[float]:
    """Return widths of columns to write into: alike, but for the first of a great many."""
    many = columns >= _MANY
    return [2.5 if many else 1.0, *[1.0] * (columns - 1)]


def _emptiest(row: Sequence[Words]) -> int:
    """Return the cell of a row that says least: there a strut keeps the row open."""
    lengths = [len(str(cell)) for cell in row]
    return lengths.index(min(lengths))
