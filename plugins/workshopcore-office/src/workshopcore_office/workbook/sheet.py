"""A sheet as it is filled from the top down: rows with their heights, cells with their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from attrs import define, evolve, field, frozen

from workshopcore.contracts.report import Inline
from workshopcore.errors import RenderError
from workshopcore.renderers.width import width
from workshopcore_office.cells import write_text
from workshopcore_office.workbook.grid import Grid, Span
from workshopcore_office.workbook.heights import height_of, letters_within, lines_of
from workshopcore_office.workbook.looks import Looks
from workshopcore_office.workbook.numbers import Number
from workshopcore_office.workbook.text import Words, parts_of, words_of

__all__ = ["ROWS", "Cell", "Sheet", "too_long"]

ROWS = 1_048_576
"""How many rows a sheet has."""
_GAP = 9.0
_PLAIN = 15.0


@frozen
class Cell:
    """What stands in a cell, and over which columns it goes.

    Attributes:
        span: the first and the last of the columns.
        words: what it says.
        role: what it is there for, which decides how it looks.
        number: what it says as a number, if it is one.
        more: what looks different in it.
    """

    span: Span
    words: Words
    role: str
    number: Number | None = None
    more: Mapping[str, Any] = field(factory=dict)


@define
class Sheet:
    """A sheet of an xlsxwriter workbook, and how far it is filled.

    Attributes:
        page: the sheet of xlsxwriter.
        name: what it is called.
        grid: its columns.
        looks: the formats of its workbook.
        row: the next row, from 0.
        top: how far down that is, in points.
        heights: of the rows so far, in points.
        parts: rows with which something begins that should stand on one page of print.
        breaks: rows before which a page of print begins.
        plain: rows that may grow with what is typed.
    """

    page: Any
    name: str
    grid: Grid
    looks: Looks
    row: int = 0
    top: float = 0.0
    heights: list[float] = field(factory=list)
    parts: list[int] = field(factory=list)
    breaks: list[int] = field(factory=list)
    plain: set[int] = field(factory=set)
    _floor: float = 0.0
    _over: Mapping[str, Any] = field(factory=dict)

    def line(self, height: float = _PLAIN) -> int:
        """Begin a row and return its number.

        Raises:
            RenderError: there are no more rows.
        """
        if self.row >= ROWS:
            raise too_long(self.name)
        self.page.set_row(self.row, height)
        self.heights.append(height)
        self.row += 1
        self.top += height
        return self.row - 1

    def gap(self, height: float = _GAP) -> None:
        """Leave some room, except at the top of a sheet."""
        if self.row:
            self.line(height)

    def keep_clear(self, height: float) -> None:
        """Keep so many points from here for a chart; what comes next begins below it."""
        self._floor = max(self._floor, self.top + height)

    def clear(self) -> None:
        """Go on below whatever is beside the rows before."""
        while self.top < self._floor:
            self.line(min(max(self._floor - self.top, 1), _PLAIN))

    @contextmanager
    def within(self, **over: Any) -> Iterator[None]:
        """Let everything look different in something until the end of the ``with`` block."""
        before = self._over
        self._over = {**before, **over}
        try:
            yield
        finally:
            self._over = before

    def prose(self, role: str, text: Inline, before: str = "", **more: Any) -> None:
        """Write text across the sheet; nothing of no text."""
        words = words_of(text, before)
        if words.pieces:
            self.cells([Cell(self.grid.prose, words, role, more=more)])

    def cells(self, cells: Sequence[Cell], least: float = 0) -> int:
        """Write cells side by side, in as many rows as they need to be seen as a whole.

        Args:
            cells: from left to right.
            least: how tall the row is at least, in points.

        Returns:
            The first of the rows.
        """
        parts = [
            list(parts_of(each.words, letters_within(self._wide(each), self._size(each))))
            for each in cells
        ]
        first = self.row
        for number in range(max(map(len, parts))):
            shown = [
                evolve(cell, words=part[number]) if number < len(part) else _rest(cell)
                for cell, part in zip(cells, parts, strict=True)
            ]
            row = self.line(max([least, *map(self._height, shown)]))
            for cell in shown:
                self.put(row, cell)
        return first

    def put(self, row: int, cell: Cell) -> None:
        """Write a cell into a row that is there."""
        words, number = cell.words, cell.number
        if number is not None and width(words.text) > self._wide(cell) - 1:
            number = None  # where a number has no room, Excel shows signs instead of it
        look = self._look(cell, number)
        first, last = cell.span
        if first != last:
            self.page.merge_range(row, first, row, last, "", look)
        if number is not None:
            self.page.write_number(row, first, number.value, look)
        elif words.pieces:
            self._write(row, first, cell, look)
        else:
            self.page.write_blank(row, first, None, look)

    def _look(self, cell: Cell, number: Number | None) -> Any:
        """Return the format of a whole cell."""
        pieces = cell.words.pieces
        marks = {piece.mark for piece in pieces}
        over = self._over if cell.span[0] == 0 else _without_edge(self._over)
        more = {**over, **cell.more}
        if cell.words.address and all(piece.linked for piece in pieces):
            more |= {"font_color": "accent-text", "underline": 1}
        if number is not None:
            more |= {"num_format": number.format, "text_wrap": False}
        return self.looks.of(cell.role, marks.pop() if len(marks) == 1 else "plain", **more)

    def _write(self, row: int, column: int, cell: Cell, look: Any) -> None:
        words = cell.words
        if words.address:
            self.page.write_url(row, column, words.place, look, words.text)
        if len(words.pieces) == 1:
            write_text(self.page, row, column, words.text, look)
            return
        more = {**self._over, **cell.more}
        fragments: list[Any] = []
        for piece in words.pieces:
            letters = self.looks.letters(cell.role, piece.mark, linked=piece.linked, **more)
            fragments += [letters, piece.text]
        self.page.write_rich_string(row, column, *fragments, look)

    def _wide(self, cell: Cell) -> float:
        return self.grid.width(cell.span)

    def _size(self, cell: Cell) -> float:
        return self.looks.size(cell.role)

    def _height(self, cell: Cell) -> float:
        size = self._size(cell)
        return height_of(lines_of(cell.words.text, self._wide(cell), size), size)


def too_long(name: str) -> RenderError:
    """Return the error of what has more rows than a sheet."""
    return RenderError(
        f"'{name}' has more than {ROWS:,} rows, which is all that a sheet of Excel has:"
        " it can be a web page (html), Markdown or text instead"
    )


def _without_edge(over: Mapping[str, Any]) -> dict[str, Any]:
    """Return what looks different within a frame, away from its left edge."""
    return {name: value for name, value in over.items() if not name.startswith("left")}


def _rest(cell: Cell) -> Cell:
    """Return a cell in a row that only others go on in."""
    return evolve(cell, words=Words(()), number=None)
