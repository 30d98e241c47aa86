"""Tables of respondents as they are, before anything is hidden."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, TypeAlias

from attrs import field, frozen

from workshopcore.errors import InvalidValueError
from workshopcore.model import accept

__all__ = ["Meaning", "Members", "Table"]

Meaning: TypeAlias = Literal["groups", "answers"]
Members: TypeAlias = tuple[tuple[frozenset[str], ...], ...]
_MOST = 1_000_000


def _counts(values: Iterable[Any]) -> tuple[tuple[int, ...], ...]:
    rows = [[row] if isinstance(row, int) else list(row) for row in values]
    for row in rows:
        for count in row:
            if count.__class__ is not int or not 0 <= count <= _MOST:
                hint = (
                    "One- and two-way tables can be controlled; a table of three ways, or several"
                    " that share cells, cannot: show one two-way table of it"
                )
                raise InvalidValueError(count, f"a count from 0 to {_MOST}", hint)
    return tuple(tuple(row) for row in rows)


def _members(values: Iterable[Iterable[Iterable[str]]]) -> Members:
    return tuple(tuple(frozenset(cell) for cell in row) for row in values)


@frozen
class Table:
    """A one- or two-way table of respondents.

    Attributes:
        rows: the groups down the side.
        columns: across the top: further groups, or the answers; none in a one-way table.
        counts: respondents, a list for each row; plain numbers in a one-way table.
        columns_are: ``groups``, so that every cell is a base of its own, or ``answers``, so
            that every row is one.
        margins: whether the totals are to be shown as well.
        members: who is behind each cell, by pseudonymous token; left out, nothing can be
            compared with earlier releases.

    >>> Table(["North", "South"], counts=[6, 3]).total
    9
    """

    rows: tuple[str, ...] = field(converter=accept.texts)
    columns: tuple[str, ...] = field(default=(), converter=accept.texts)
    counts: tuple[tuple[int, ...], ...] = field(default=(), converter=_counts)
    columns_are: Meaning = field(default="groups", validator=accept.one_of(Meaning), kw_only=True)
    margins: bool = field(default=True, converter=accept.flag, kw_only=True)
    members: Members = field(default=(), converter=_members, kw_only=True)

    def __attrs_post_init__(self) -> None:
        width = len(self.columns) or 1
        if not self.rows or len(self.counts) != len(self.rows):
            raise InvalidValueError(self.counts, f"counts for {len(self.rows)} rows, at least one")
        if any(len(row) != width for row in self.counts):
            raise InvalidValueError(self.counts, f"{width} counts in every row")
        for labels in (self.rows, self.columns):
            if len(set(labels)) < len(labels):
                raise InvalidValueError(labels, "labels that differ from each other")
        if self.columns_are == "answers" and not self.columns:
            raise InvalidValueError(self.columns, "the answers across the top", field="columns")
        self._check_members()

    def _check_members(self) -> None:
        if not self.members:
            return
        sizes = tuple(tuple(len(cell) for cell in row) for row in self.members)
        if sizes != self.counts:
            raise InvalidValueError(self.members, "as many members of each cell as it counts")
        everybody = [token for row in self.members for cell in row for token in cell]
        if len(set(everybody)) < len(everybody):
            raise InvalidValueError(
                self.members,
                "everybody in one cell only",
                "Cells that share people make linked tables, which cannot be controlled together",
            )

    @property
    def total(self) -> int:
        """Everybody in the table."""
        return sum(map(sum, self.counts))

    @property
    def bases(self) -> tuple[int, ...]:
        """The respondents of each row."""
        return tuple(map(sum, self.counts))

    @classmethod
    def of(
        cls,
        people: Mapping[str, str | Sequence[str]],
        rows: Iterable[str] = (),
        columns: Iterable[str] = (),
        *,
        columns_are: Meaning = "groups",
        margins: bool = True,
    ) -> Table:
        """Count people.

        Args:
            people: by pseudonymous token, the row in which somebody is, or row and column.
            rows: their labels in order; left out, as they first occur.
            columns: likewise.
            columns_are: what the columns are.
            margins: whether the totals are to be shown.

        >>> table = Table.of({"t1": ("North", "Yes"), "t2": ("North", "No"), "t3": ("South", "No")})
        >>> table.columns, table.counts
        (('Yes', 'No'), ((1, 1), (0, 1)))
        """
        placed = {token: _place(place) for token, place in people.items()}
        down = tuple(rows) or tuple(dict.fromkeys(row for row, _ in placed.values()))
        across = tuple(columns) or tuple(
            dict.fromkeys(column for _, column in placed.values() if column)
        )
        cells: dict[tuple[str, str], set[str]] = {
            (row, column): set() for row in down for column in across or ("",)
        }
        for token, place in placed.items():
            if place not in cells:
                raise InvalidValueError(" / ".join(place), "one of the rows and columns given")
            cells[place].add(token)
        members = [[cells[row, column] for column in across or ("",)] for row in down]
        return cls(
            down,
            across,
            [[len(cell) for cell in row] for row in members],
            columns_are=columns_are,
            margins=margins,
            members=members,
        )


def _place(place: str | Sequence[str]) -> tuple[str, str]:
    found = (place,) if isinstance(place, str) else tuple(place)
    if not 1 <= len(found) <= 2 or not all(isinstance(label, str) for label in found):
        hint = "A table of three ways cannot be controlled: show one two-way table of it"
        raise InvalidValueError(list(found), "a row, or a row and a column", hint)
    return found[0], found[1] if len(found) == 2 else ""
