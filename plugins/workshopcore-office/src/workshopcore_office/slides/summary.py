"""A report that asks for a page or two on as few slides: panels below and beside one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby, product

from attrs import evolve, frozen

from workshopcore.contracts.report import Figure, Report, Table
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.tree import as_of_line
from workshopcore_office.slides.cutting import tall_table
from workshopcore_office.slides.deck import Board, Line, Topic
from workshopcore_office.slides.room import LEADING, Room, used
from workshopcore_office.slides.topics import told, topics

__all__ = ["Panel", "Placed", "summary"]

_SIZES = (18.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0)
_SLIDES, _MOST_ABREAST = 2, 3
_EDGES = 8.0
_GAP, _BETWEEN = 0.5, 22.0
_STEPS, _FEWEST_STEPS = 20, 4
"""Columns share a row in twentieths, of which each has at least so many."""
_PIXEL, _LEAST = 0.75, 0.8
"""How many points a pixel of a drawing is, and how small it may be drawn."""


@frozen
class Piece:
    """What stands in one place: lines, or a figure or table with the lines above it."""

    lines: tuple[Line, ...] = ()
    board: Board | None = None


@frozen
class Placed:
    """A piece and where it stands, in points from the corner of the body.

    ``taken`` is how much of the height its lines take above its figure or table.
    """

    piece: Piece
    left: float
    top: float
    width: float
    height: float
    taken: float


@frozen
class Panel:
    """A slide of pieces, and the size of its letters."""

    title: str
    placed: tuple[Placed, ...]
    size: float
    notes: tuple[str, ...] = ()


_Row = tuple[Piece, ...]


def summary(report: Report, room: Room) -> tuple[Panel, ...]:
    """Return a report on two slides for each page that it asks for, in the largest letters.

    Sections of short text stand side by side. If the tables below figures leave no room, they go
    to the notes. Nothing is returned if the report asks for no such thing, or cannot have it.

    Args:
        report: the report.
        room: what a slide has room for.
    """
    if not report.pages:
        return ()
    found = topics(report)
    notes = tuple(note for topic in found for note in topic.notes)
    for tables in (True, False):
        rows, spoken = _rows(report, found, tables=tables)
        for size in _SIZES:
            slides = _packed(rows, _sized(room, size))
            if slides and len(slides) <= report.pages * _SLIDES:
                return _panels(report.title, slides, room, notes + spoken)
    return ()


def _panels(
    title: str, slides: Sequence[list[_Row]], room: Room, notes: tuple[str, ...]
) -> tuple[Panel, ...]:
    """Return slides, each in the largest letters that it has room for."""
    panels = []
    for number, rows in enumerate(slides):
        size = next(size for size in _SIZES if len(_packed(rows, _sized(room, size))) == 1)
        placed = tuple(_placed(rows, _sized(room, size)))
        panels.append(Panel(title, placed, size, () if number else notes))
    return tuple(panels)


def _sized(room: Room, size: float) -> Room:
    return evolve(room, size=size, table=size)


def _rows(
    report: Report, found: Iterable[Topic], *, tables: bool
) -> tuple[list[_Row], tuple[str, ...]]:
    """Return what stands below one another, and what is only noted."""
    pieces: list[Piece] = []
    spoken: list[str] = []
    about = [text for text in (report.subtitle, as_of_line(report)) if text.strip()]
    head = [Line(" · ".join(about), dense=True)] if about else []
    for topic in found:
        lines = head if topic.level == 0 else [*head, Line(topic.title, strong=True, dense=True)]
        head = []
        figure: Figure | None = None
        for part in topic.parts:
            if isinstance(part, Line):
                lines.append(evolve(part, large=False, dense=True))
            elif isinstance(part, Board):
                content = part.content
                if figure is not None and content is figure.table and not tables:
                    spoken += told(content)
                    continue
                figure = content if isinstance(content, Figure) else None
                pieces.append(Piece(tuple(lines), part))
                lines = []
        if lines:
            pieces.append(Piece(tuple(lines)))
    return list(_beside(pieces, lead=1)), tuple(spoken)


def _beside(pieces: Sequence[Piece], lead: int) -> Iterator[_Row]:
    """Yield rows: neighbours of text side by side, but for what the report begins with."""
    for piece in pieces[:lead]:
        yield (piece,)
    for is_text, several in groupby(pieces[lead:], key=lambda piece: piece.board is None):
        neighbours = tuple(several)
        abreast = _MOST_ABREAST if is_text else 1
        for start in range(0, len(neighbours), abreast):
            yield neighbours[start : start + abreast]


def _packed(rows: Sequence[_Row], room: Room) -> list[list[_Row]]:
    """Return rows slide by slide, nothing if one of them is taller than a slide."""
    slides: list[list[_Row]] = [[]]
    left = room.height
    for row in rows:
        need = _need(row, room)
        if need > room.height:
            return []
        gap = room.size * _GAP if slides[-1] else 0
        if slides[-1] and need + gap > left:
            slides.append([])
            left, gap = room.height, 0
        slides[-1].append(row)
        left -= need + gap
    return slides


def _placed(rows: Sequence[_Row], room: Room) -> Iterator[Placed]:
    """Yield the pieces of a slide; figures share what is left of its height."""
    needs = [_need(row, room) for row in rows]
    spare = room.height - sum(needs) - room.size * _GAP * (len(rows) - 1)
    figures = sum(map(_is_figure, rows))
    top = 0.0
    for row, need in zip(rows, needs, strict=True):
        tall, left = need, 0.0
        if _is_figure(row):
            whole = _taken(row[0], room) + _tallest(row[0], room.width)
            tall = min(need + spare / figures, max(need, whole))
        for piece, narrow in zip(row, _columns(row, room), strict=True):
            yield Placed(piece, left, top, narrow.width, tall, _taken(piece, narrow))
            left += narrow.width + _BETWEEN
        top += tall + room.size * _GAP


def _is_figure(row: _Row) -> bool:
    return row[0].board is not None and isinstance(row[0].board.content, Figure)


def _columns(row: _Row, room: Room) -> list[Room]:
    """Return what each column of a row has room for, so that the tallest is as low as can be."""
    wide = room.width - _BETWEEN * (len(row) - 1)
    tried = ([evolve(room, width=wide * share) for share in shares] for shares in _shares(len(row)))
    return min(tried, key=lambda rooms: max(map(_tall, row, rooms)))


@cache
def _shares(count: int) -> tuple[tuple[float, ...], ...]:
    """Return ways to share a row among so many columns, the even one first."""
    steps = range(_FEWEST_STEPS, _STEPS)
    ways = (way for way in product(steps, repeat=count) if sum(way) == _STEPS)
    return ((1 / count,) * count, *(tuple(step / _STEPS for step in way) for way in ways))


def _taken(piece: Piece, room: Room) -> float:
    """Return how tall the lines of a piece are."""
    return used(piece.lines, room) * room.size * LEADING + _EDGES if piece.lines else 0.0


def _need(row: _Row, room: Room) -> float:
    """Return how tall a row is at least."""
    return max(map(_tall, row, _columns(row, room)))


def _tall(piece: Piece, room: Room) -> float:
    return _taken(piece, room) + _board(piece, room)


def _board(piece: Piece, room: Room) -> float:
    content = piece.board.content if piece.board else None
    if isinstance(content, Table):
        return tall_table(content, room)
    drawing = drawing_of(content) if content else None
    return drawing.height * _PIXEL * _LEAST if drawing else 0.0


def _tallest(piece: Piece, wide: float) -> float:
    content = piece.board.content if piece.board else None
    drawing = drawing_of(content) if isinstance(content, Figure) else None
    return wide * drawing.height / drawing.width if drawing else 0.0
