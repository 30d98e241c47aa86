"""Where each figure of a table stands in the network of its sums."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from attrs import field, frozen

from workshopcore.evaluation.disclosure.network import Network
from workshopcore.evaluation.disclosure.published import Published
from workshopcore.evaluation.disclosure.table import Table

__all__ = ["TOTAL", "Layout", "Place", "layout"]

TOTAL = -1
"""The row, or the column, of totals."""

Place: TypeAlias = tuple[int, int]
"""A row and a column, from 0; a one-way table has the column 0."""


@frozen
class Layout:
    """The arcs of a table of some shape.

    Attributes:
        places: of each arc.
        network: rows are the first nodes, columns the next, then where everything comes from
            and where it goes; a one-way table has the last two only.
        arcs: the arc of each place.
    """

    rows: int
    columns: int
    places: tuple[Place, ...]
    network: Network
    arcs: dict[Place, int] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "arcs", {place: arc for arc, place in enumerate(self.places)})

    def is_total(self, arc: int) -> bool:
        """Return whether an arc is a total of any kind."""
        return TOTAL in self.places[arc]

    def values(self, table: Table) -> list[int]:
        """Return every figure of a table, totals included."""
        return [_value(table, place) for place in self.places]

    def figures(self, published: Published) -> list[int | None]:
        """Return every figure that is published, and ``None`` for the others."""
        return [_figure(published, place) for place in self.places]


@lru_cache(maxsize=64)
def layout(rows: int, columns: int) -> Layout:
    """Return the layout of a table with so many rows and columns; 0 columns if one-way."""
    if not columns:
        places = [*((row, 0) for row in range(rows)), (TOTAL, TOTAL)]
        return Layout(rows, 0, tuple(places), Network(2, ((0, 1),) * rows + ((1, 0),)))
    source, sink = rows + columns, rows + columns + 1
    ends: dict[Place, tuple[int, int]] = {
        (row, column): (row, rows + column) for row in range(rows) for column in range(columns)
    }
    ends |= {(row, TOTAL): (source, row) for row in range(rows)}
    ends |= {(TOTAL, column): (rows + column, sink) for column in range(columns)}
    ends[TOTAL, TOTAL] = (sink, source)
    return Layout(rows, columns, tuple(ends), Network(sink + 1, tuple(ends.values())))


def _value(table: Table, place: Place) -> int:
    row, column = place
    rows = table.counts if row == TOTAL else (table.counts[row],)
    return sum(sum(each) if column == TOTAL else each[column] for each in rows)


def _figure(published: Published, place: Place) -> int | None:
    row, column = place
    if place == (TOTAL, TOTAL):
        return published.total
    if column == TOTAL:
        return published.row_totals[row] if published.row_totals else None
    if row == TOTAL:
        return published.column_totals[column] if published.column_totals else None
    return published.cells[row][column]
