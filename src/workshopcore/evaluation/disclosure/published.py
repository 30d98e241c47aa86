"""Tables as they are published: some figures hidden."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import field, frozen

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.disclosure.table import Meaning
from workshopcore.model import accept

__all__ = ["Published"]


def _figure(value: int | None) -> int | None:
    if value is not None and (value.__class__ is not int or value < 0):
        raise InvalidValueError(value, "a count, or None for what is hidden")
    return value


def _figures(values: Iterable[int | None]) -> tuple[int | None, ...]:
    return tuple(_figure(value) for value in values)


def _cells(values: Iterable[Any]) -> tuple[tuple[int | None, ...], ...]:
    return tuple(_figures([row] if row is None or isinstance(row, int) else row) for row in values)


@frozen
class Published:
    """A table in which ``None`` stands for what is hidden.

    Attributes:
        rows, columns: the labels; no columns in a one-way table.
        cells: a list for each row; plain figures in a one-way table.
        row_totals, column_totals: the totals, hidden ones as ``None``; empty where none are
            published. A one-way table has only ``total``.
        total: of everybody; ``None`` where it is not published.
        columns_are: whether the columns are groups or answers.
        least: the fewest that a hidden figure can stand for, as readers know. 1, because
            figures of 0 are shown; 0 where a whole table is withheld.

    >>> Published(["North", "South", "West"], cells=[3, 4, None], total=9).total
    9
    """

    rows: tuple[str, ...] = field(converter=accept.texts)
    columns: tuple[str, ...] = field(default=(), converter=accept.texts)
    cells: tuple[tuple[int | None, ...], ...] = field(default=(), converter=_cells)
    row_totals: tuple[int | None, ...] = field(default=(), converter=_figures, kw_only=True)
    column_totals: tuple[int | None, ...] = field(default=(), converter=_figures, kw_only=True)
    total: int | None = field(default=None, converter=_figure, kw_only=True)
    columns_are: Meaning = field(default="groups", validator=accept.one_of(Meaning), kw_only=True)
    least: int = field(default=1, validator=accept.count(0, 1), kw_only=True)

    def __attrs_post_init__(self) -> None:
        width = len(self.columns) or 1
        wrong = [row for row in self.cells if len(row) != width]
        if not self.rows or len(self.cells) != len(self.rows) or wrong:
            raise InvalidValueError(self.cells, f"{len(self.rows)} rows of {width} figures")
        if self.row_totals and (not self.columns or len(self.row_totals) != len(self.rows)):
            raise InvalidValueError(
                self.row_totals, "a total for each row of a two-way table", field="row_totals"
            )
        if self.column_totals and len(self.column_totals) != len(self.columns):
            raise InvalidValueError(
                self.column_totals, "a total for each column", field="column_totals"
            )
