"""The columns of the sheet, with how wide they are and who may write in them."""

from __future__ import annotations

from string import ascii_uppercase
from typing import Literal, TypeAlias

from attrs import frozen

from workshopcore.exchange.table import COLUMNS, Column

__all__ = ["LOG", "Kind", "LogColumn", "letters", "place_of"]

Kind: TypeAlias = Literal["text", "day", "per cent"]

_AGREED = Column("agreed", "Agreed")
"""The column that only this file has: a due date is not before the day an action was agreed."""

_SHAPES: dict[str, tuple[float, Kind]] = {
    "id": (17, "text"),
    "statement": (38, "text"),
    "owner": (19, "text"),
    "objective": (25, "text"),
    "agreed": (12, "day"),
    "first_due": (12, "day"),
    "due": (18, "day"),
    "status": (12, "text"),
    "progress": (10, "per cent"),
    "note": (38, "text"),
}
_FOR_NEW = frozenset({"statement", "owner", "objective"})


@frozen
class LogColumn:
    """A column of the sheet.

    Attributes:
        field: what it holds.
        heading: what stands above it.
        width: in characters.
        kind: what its cells are.
        edited: owners write in it.
        for_new: owners write in it where they add an action.
    """

    field: str
    heading: str
    width: float
    kind: Kind
    edited: bool
    for_new: bool


def _log_column(column: Column) -> LogColumn:
    width, kind = _SHAPES[column.field]
    for_new = column.edited or column.field in _FOR_NEW
    return LogColumn(column.field, column.heading, width, kind, column.edited, for_new)


def _ours() -> tuple[Column, ...]:
    first_due = [column.field for column in COLUMNS].index("first_due")
    return (*COLUMNS[:first_due], _AGREED, *COLUMNS[first_due:])


LOG = tuple(map(_log_column, _ours()))
"""The columns, from the left."""

_PLACES = {column.field: place for place, column in enumerate(LOG)}


def place_of(field: str) -> tuple[int, str]:
    """Return where a column is: its number from 0, and its letter.

    >>> place_of("statement")
    (1, 'B')
    """
    place = _PLACES[field]
    return place, letters(place)


def letters(place: int) -> str:
    """Return what a column is called, counted from 0.

    >>> letters(9), letters(26)
    ('J', 'AA')
    """
    before, letter = divmod(place, 26)
    return (letters(before - 1) if before else "") + ascii_uppercase[letter]
