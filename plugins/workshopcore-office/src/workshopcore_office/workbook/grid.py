"""The columns of a sheet: as wide as its widest table needs, and shared by everything on it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, frozen

from workshopcore.contracts.report import Table
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.columns import longest_word
from workshopcore.renderers.tree import says
from workshopcore.renderers.width import width
from workshopcore_office.workbook.numbers import numbers_in

__all__ = ["PROSE", "Grid", "Span", "grid_of"]

Span = tuple[int, int]
"""The first and the last column of something, counted from 0."""

PROSE = 92
"""How wide running text is, in figures of the usual size."""
_PLAIN = (5.0, 21.0, 66.0)
"""Columns where there is no table: for boxes to tick, and for labels with what they say."""
_LEAST, _MOST = 7, 60
_EDGES, _ARROW = 2, 3
_HEAD = 2
"""How many lines a heading has, if its words can be parted so."""
_WHOLE, _SHARED = 150.0, 116.0
"""How wide a table is at most, alone and with charts beside it."""
_TIGHT = 1.3
"""How much wider than its column what is in it may want to be."""
_TALLEST = 26
"""How many lines a cell should have at most: Excel shows about thirty."""


@frozen
class Grid:
    """How wide the columns of a sheet are.

    Attributes:
        widths: in figures of the usual size.
        columns: how many of them the widest table has.
        charts: the column that charts stand in, if there are any.
    """

    widths: tuple[float, ...]
    columns: int
    charts: int | None = field(default=None)

    @property
    def prose(self) -> Span:
        """The columns over which running text goes."""
        taken = 0.0
        for number, each in enumerate(self.widths):
            taken += each
            if number and taken >= PROSE:
                return 0, number
        return 0, len(self.widths) - 1

    def width(self, span: Span) -> float:
        """Return how wide some columns are together."""
        return sum(self.widths[span[0] : span[1] + 1])

    def spans(self, wanted: Sequence[float]) -> list[Span]:
        """Return columns for a table: one each where that is enough, else several.

        Args:
            wanted: how wide each of its columns should be.
        """
        alike = len(wanted) == self.columns
        if alike or all(need <= self.widths[at] * _TIGHT for at, need in enumerate(wanted)):
            return [(at, at) for at in range(len(wanted))]
        return self._shared(wanted)

    def _shared(self, wanted: Sequence[float]) -> list[Span]:
        """Return columns in proportion to what is wanted, at least one for each."""
        room = self.columns if self.charts is not None else len(self.widths)
        ends = [sum(self.widths[: number + 1]) for number in range(room)]
        scale = ends[-1] / sum(wanted)
        spans: list[Span] = []
        start, aim = 0, 0.0
        for number, need in enumerate(wanted):
            aim += need * scale
            last = room - (len(wanted) - number)
            near = min(range(start, last + 1), key=lambda at: abs(ends[at] - aim))
            end = last if number == len(wanted) - 1 else near
            spans.append((start, end))
            start = end + 1
        return spans


def grid_of(tables: Sequence[Table], beside: Sequence[float] = ()) -> Grid:
    """Return the columns for some tables.

    Args:
        tables: what stands on the sheet; the one with the most columns decides.
        beside: how wide the columns for charts beside them are.
    """
    if not tables:
        return Grid(_PLAIN, len(_PLAIN))
    lead = max(tables, key=lambda table: (len(table.columns), len(table.rows)))
    alike = [table for table in tables if _titles(table) == _titles(lead)]
    widths = wanted_widths(alike, _SHARED if beside else _WHOLE)
    count = len(widths)
    if beside:
        return Grid((*widths, float(_EDGES), *beside), count, count + 1)
    rest = PROSE - sum(widths)
    if rest > _LEAST or len(widths) < 2:
        widths.append(max(rest, _LEAST))
    return Grid(tuple(widths), count)


def wanted_widths(tables: Sequence[Table], most: float = _WHOLE) -> list[float]:
    """Return how wide the columns of tables of one kind should be, together so much at most."""
    first = tables[0]
    columns = [
        [one_line(says(row[at])) for table in tables for row in table.rows]
        for at in range(len(first.columns))
    ]
    heads = [one_line(column.title) for column in first.columns]
    wanted = [_natural(head, texts) for head, texts in zip(heads, columns, strict=True)]
    if sum(wanted) > most:
        least = [_least(head, texts) for head, texts in zip(heads, columns, strict=True)]
        wanted = _within(most, wanted, least)
    return [max(width, _roomy(texts)) for width, texts in zip(wanted, columns, strict=True)]


def _titles(table: Table) -> tuple[str, ...]:
    return tuple(one_line(column.title) for column in table.columns)


def _natural(head: str, texts: Sequence[str]) -> float:
    longest = max(map(width, texts), default=0)
    return max(_least(head, texts), min(longest, _MOST) + _EDGES)


def _least(head: str, texts: Sequence[str]) -> float:
    """Return how narrow a column can be: words are not broken, and numbers are on one line."""
    whole = any(number is not None for number in numbers_in(texts))
    longest = max(map(width, texts), default=0) if whole else longest_word(texts)
    above = max(longest_word([head]), -(-width(head) // _HEAD)) + _ARROW
    return float(min(max(above, longest + _EDGES, _LEAST), _MOST))


def _roomy(texts: Sequence[str]) -> float:
    """Return how wide a column has to be for its longest text to be seen as a whole."""
    return min(max(map(width, texts), default=0) / _TALLEST, 2 * _MOST)


def _within(whole: float, wanted: Sequence[float], least: Sequence[float]) -> list[float]:
    """Return widths that fit, the wider ones giving way in proportion to what they can give."""
    over = sum(wanted) - whole
    spare = [want - need for want, need in zip(wanted, least, strict=True)]
    share = min(over / sum(spare), 1) if sum(spare) else 0
    return [want - give * share for want, give in zip(wanted, spare, strict=True)]
