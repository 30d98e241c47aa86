"""Topics over slides: what is too much for one goes on to the next, at the same size."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, field, frozen

from workshopcore.contracts.report import Figure, Inline, Table
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.tree import says
from workshopcore.renderers.width import wrap
from workshopcore_office.slides.deck import Board, Line, Part, Slide, Topic
from workshopcore_office.widths import PADDING, column_widths, narrow_enough

__all__ = ["Room", "slides_of"]

_EM, _LEADING, _SPACE, _INDENT = 0.58, 1.22, 0.4, 27.0
_PRINT = 9.5
_MOST_COLUMNS = 9
_CELL_EDGES = 9.0
_CAPTION = 26.0
_FEWEST = 8
_LITTLE_TEXT, _HEADING = 0.5, 0.25


@frozen
class Room:
    """What a slide has room for, in points.

    Attributes:
        width, height: of its body.
        size: of the letters there.
        title: how many letters a title may have.
        table: the size of the letters in tables.
    """

    width: float
    height: float
    size: float
    title: int
    table: float = field(default=14.0)

    def below(self, points: float) -> Room:
        """Return what is left below so many points."""
        return evolve(self, height=self.height - points)

    @property
    def lines(self) -> int:
        """How many lines there is room for; each paragraph takes a little more than its own."""
        return max(int(self.height / (self.size * _LEADING)), 2)

    def columns(self, level: int = 0) -> int:
        """Return how many letters a line has at a level."""
        return max(int((self.width - _INDENT * (level + 1)) / (self.size * _EM)), _FEWEST)


def slides_of(topics: Iterable[Topic], room: Room) -> Iterator[Slide]:
    """Yield slides in order. A topic that needs several says which of them each is."""
    for topic in topics:
        title = one_line(topic.title)
        short, rest = _short(title, room.title)
        first: list[Part] = [Line(title, strong=True)] if rest else []
        parts = first + list(topic.parts)
        pages = list(_pages(parts, room)) or [Slide("")]
        for number, page in enumerate(pages, 1):
            count = f" ({number} of {len(pages)})" if len(pages) > 1 else ""
            notes = topic.notes if number == 1 else ()
            yield evolve(page, title=short + count, notes=notes)


def _short(title: str, most: int) -> tuple[str, bool]:
    """Return a title that fits, and whether something of it was left out."""
    lines = wrap(title, most)
    return (f"{lines[0]} …", True) if len(lines) > 1 else (title, False)


def _pages(parts: Sequence[Part], room: Room) -> Iterator[Slide]:
    lines: list[Line] = []
    for part in parts:
        if isinstance(part, Line):
            for piece in _pieces(part, room):
                if lines and _used([*lines, piece], room) > room.lines:
                    lines, kept = _without_heading(lines)
                    yield Slide("", tuple(lines))
                    lines = kept
                lines.append(piece)
        elif isinstance(part, Board):
            yield from _boards(part, lines, room)
            lines = []
        elif lines:
            yield Slide("", tuple(lines))
            lines = []
    if lines:
        yield Slide("", tuple(lines))


def _used(lines: Iterable[Line], room: Room) -> float:
    return sum(_need(line, room) for line in lines)


def _without_heading(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Return lines without a heading at their end, which belongs to what follows, and that."""
    if len(lines) > 1 and lines[-1].strong:
        return lines[:-1], lines[-1:]
    return lines, []


def _pieces(line: Line, room: Room) -> Iterator[Line]:
    """Yield a line, or the parts of one that is too long for a slide of its own."""
    most = max(int(room.lines - _SPACE), 1)
    if _need(line, room) <= most + _SPACE:
        yield line
        return
    line = evolve(line, large=False)
    wrapped = wrap(one_line(line.words), room.columns(line.level))
    for start in range(0, len(wrapped), most):
        text = " ".join(wrapped[start : start + most])
        sign = line.sign if start == 0 else "none"
        yield evolve(line, text=text, sign=sign)


def _need(line: Line, room: Room) -> float:
    letters = max(int(room.columns(line.level) / line.scale), _FEWEST)
    return (len(wrap(one_line(line.words), letters)) + _SPACE) * line.scale


def _boards(board: Board, lines: Sequence[Line], room: Room) -> Iterator[Slide]:
    """Yield the slides of a figure or table; a little text stays on the first of them."""
    taken = _used(lines, room) * room.size * _LEADING if lines else 0
    content = board.content
    together = taken <= room.height * _HEADING or (
        taken <= room.height * _LITTLE_TEXT
        and (isinstance(content, Figure) or _fits(content, room.below(taken)))
    )
    if lines and not together:
        yield Slide("", tuple(lines))
    above = (tuple(lines), taken) if together else ((), 0)
    if isinstance(content, Figure):
        yield Slide("", above[0], board, above[1])
        return
    first = True
    for part in narrow_enough(content, _MOST_COLUMNS):
        for piece in _split(part, room.below(above[1] if first else 0)):
            shown, used = above if first else ((), 0)
            yield Slide("", shown, Board(piece), used)
            first = False


def _fits(table: Table, room: Room) -> bool:
    return len(table.columns) <= _MOST_COLUMNS and len(list(_split(table, room))) == 1


def _split(table: Table, room: Room) -> Iterator[Table]:
    """Yield a table in pieces that fit a slide, each with the head; lines to write on evenly."""
    pieces = list(_filled(table, room))
    if not table.writable or len(pieces) < 2:
        yield from pieces
        return
    rows = [row for piece in pieces for row in piece.rows]
    most = math.ceil(len(rows) / len(pieces))
    for start in range(0, len(rows), most):
        yield evolve(table, rows=rows[start : start + most])


def _filled(table: Table, room: Room) -> Iterator[Table]:
    widths = column_widths(table, room.width, room.table / _PRINT)
    letters = [max(int((each - PADDING) / (room.table * _EM)), 1) for each in widths]
    tall = room.table * _LEADING
    titles = [column.title for column in table.columns]
    head = max(_lines(title, most) for title, most in zip(titles, letters, strict=True))
    left = room.height - _CAPTION - head * tall - _CELL_EDGES
    most = max(int((left - _CELL_EDGES) / tall), 1)
    rows: list[tuple[Inline, ...]] = []
    used = 0.0
    for row in table.rows:
        for piece in _row_pieces(row, letters, most):
            need = max(map(_lines, map(says, piece), letters), default=1) * tall + _CELL_EDGES
            if rows and used + need > left:
                yield evolve(table, rows=rows)
                rows, used = [], 0.0
            rows.append(piece)
            used += need
    yield evolve(table, rows=rows)


def _row_pieces(
    row: Sequence[Inline], letters: Sequence[int], most: int
) -> Iterator[tuple[Inline, ...]]:
    """Yield a row, or the parts of one whose cells are taller than a slide."""
    cells = [wrap(one_line(says(cell)), size) for cell, size in zip(row, letters, strict=True)]
    tallest = max(map(len, cells))
    if tallest <= most:
        yield tuple(row)
        return
    for number in range(math.ceil(tallest / most)):
        yield tuple(" ".join(cell[number * most : (number + 1) * most]) for cell in cells)


def _lines(text: str, letters: int) -> int:
    return len(wrap(one_line(text), letters))
