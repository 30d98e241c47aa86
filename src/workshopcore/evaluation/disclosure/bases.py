"""The bases that a table shows figures of."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from workshopcore.contracts.publication import Base
from workshopcore.evaluation.disclosure.digests import base_of
from workshopcore.evaluation.disclosure.layout import TOTAL, Place
from workshopcore.evaluation.disclosure.table import Table

__all__ = ["EVERYBODY", "Recording"]

EVERYBODY = "everybody"


def _strings(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


@frozen
class Recording:
    """How the bases of a table are written down.

    Attributes:
        wave: in which its figures were asked for.
        questions: what they are figures of.
        key: for the digests of members; without one, or without members, only counts are kept.
    """

    wave: str = ""
    questions: tuple[str, ...] = field(default=(), converter=_strings)
    key: bytes | None = field(default=None, repr=False)

    def base(self, table: Table, place: Place) -> Base:
        """Return the base at a place of a table; of a whole row where columns are answers."""
        row, column = place
        rows = range(len(table.rows)) if row == TOTAL else (row,)
        columns = range(len(table.columns) or 1)
        if column != TOTAL and table.columns_are == "groups" and table.columns:
            columns = range(column, column + 1)
        cells = [(each, other) for each in rows for other in columns]
        named = _named(table, place)
        if not table.members:
            count = sum(table.counts[each][other] for each, other in cells)
            return Base(self.wave, named, count, self.questions)
        tokens = frozenset().union(*(table.members[each][other] for each, other in cells))
        return base_of(tokens, self.key, wave=self.wave, group=named, questions=self.questions)

    def every_base(self, table: Table) -> list[Base]:
        """Return every base of a table, whether it may be shown or not."""
        rows = [*range(len(table.rows)), TOTAL]
        columns = [*range(len(table.columns) or 1), TOTAL]
        return [self.base(table, (row, column)) for row in rows for column in columns]


def _named(table: Table, place: Place) -> str:
    row, column = place
    labels = [table.rows[row]] if row != TOTAL else []
    if column != TOTAL and table.columns and table.columns_are == "groups":
        labels.append(table.columns[column])
    return ", ".join(labels) or EVERYBODY
