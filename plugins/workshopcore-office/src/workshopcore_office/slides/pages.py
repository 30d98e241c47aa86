"""Topics over slides: what is too much for one goes on to the next, at the same size."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from workshopcore.contracts.report import Figure, Table
from workshopcore.language import gettext
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.width import wrap
from workshopcore_office.slides.cutting import cut, tall_table
from workshopcore_office.slides.deck import Board, Line, Part, Slide, Topic
from workshopcore_office.slides.gathering import gathered
from workshopcore_office.slides.room import LEADING, Room, need, used
from workshopcore_office.widths import narrow_enough

__all__ = ["slides_of"]

_MOST_COLUMNS = 9
_APART = 8.0
_LITTLE_TEXT, _HEADING = 0.5, 0.25


def slides_of(topics: Iterable[Topic], room: Room) -> Iterator[Slide]:
    """Yield slides in order. A topic that needs several says which of them each is."""
    for topic in gathered(topics, lambda lines: used(lines, room) <= room.lines):
        title = one_line(topic.title)
        short, rest = _short(title, room.title)
        first: list[Part] = [Line(title, strong=True)] if rest else []
        parts = first + list(topic.parts)
        pages = list(_pages(parts, room)) or [Slide("")]
        for number, page in enumerate(pages, 1):
            notes = topic.notes if number == 1 else ()
            yield evolve(page, title=_one_of(short, number, len(pages)), notes=notes)


def _one_of(title: str, number: int, pages: int) -> str:
    if pages == 1:
        return title
    return gettext("{title} ({number} of {parts})", title=title, number=number, parts=pages)


def _short(title: str, most: int) -> tuple[str, bool]:
    """Return a title that fits, and whether something of it was left out."""
    lines = wrap(title, most)
    return (f"{lines[0]} …", True) if len(lines) > 1 else (title, False)


def _pages(parts: Sequence[Part], room: Room) -> Iterator[Slide]:
    lines: list[Line] = []
    last: list[Slide] = []  # of a figure or table: what follows may still go below it
    for part in parts:
        if isinstance(part, Line):
            lines.append(part)
            continue
        if isinstance(part, Board):
            yield from last
            *before, beside = _spread(lines, room) or [[]]
            yield from (Slide("", tuple(each)) for each in before)
            *whole, end = _boards(part, beside, room)
            yield from whole
            last = [end]
        else:
            yield from _finished(last, lines, room)
            last = []
        lines = []
    yield from _finished(last, lines, room)


def _finished(last: Sequence[Slide], lines: Sequence[Line], room: Room) -> Iterator[Slide]:
    """Yield a figure or table and the lines after it, on one slide if there is room for them."""
    if last and lines:
        joined = _with_lines_below(last[0], lines, room)
        if joined:
            yield joined
            return
    yield from last
    yield from (Slide("", tuple(each)) for each in _spread(lines, room))


def _with_lines_below(slide: Slide, lines: Sequence[Line], room: Room) -> Slide | None:
    tall = used(lines, room) * room.size * LEADING
    content = slide.board.content if slide.board else None
    if isinstance(content, Table):
        reach = slide.taken + tall_table(content, evolve(room, table=slide.letters)) + _APART
        fits = reach + tall <= room.height and not content.writable
    else:
        reach = room.height - tall
        fits = tall <= room.height * _HEADING
    return evolve(slide, below=tuple(lines), reach=reach) if fits else None


def _spread(lines: Iterable[Line], room: Room) -> list[list[Line]]:
    """Return lines slide by slide, on as few as there can be, and none with a lonely line."""
    pieces = [piece for line in lines for piece in _pieces(line, room)]
    slides = _filled_up(pieces, room, room.lines)
    if len(slides) < 2:
        return slides
    least = math.ceil(used(pieces, room) / len(slides))
    evenly = (_filled_up(pieces, room, limit) for limit in range(least, room.lines))
    return next((each for each in evenly if len(each) == len(slides)), slides)


def _filled_up(pieces: Iterable[Line], room: Room, limit: int) -> list[list[Line]]:
    slides: list[list[Line]] = []
    lines: list[Line] = []
    for piece in pieces:
        if lines and used([*lines, piece], room) > limit:
            lines, kept = _without_heading(lines)
            slides.append(lines)
            lines = kept
        lines.append(piece)
    return [*slides, lines] if lines else slides


def _without_heading(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Return lines without a heading at their end, which belongs to what follows, and that."""
    if len(lines) > 1 and lines[-1].strong:
        return lines[:-1], lines[-1:]
    return lines, []


def _pieces(line: Line, room: Room) -> Iterator[Line]:
    """Yield a line, or the parts of one that is too long for a slide of its own."""
    most = max(int(room.lines - line.space), 1)
    if need(line, room) <= most + line.space:
        yield line
        return
    line = evolve(line, large=False)
    wrapped = wrap(one_line(line.words), room.columns(line))
    each = math.ceil(len(wrapped) / math.ceil(len(wrapped) / most))
    for start in range(0, len(wrapped), each):
        text = " ".join(wrapped[start : start + each])
        sign = line.sign if start == 0 else "none"
        yield evolve(line, text=text, sign=sign)


def _boards(board: Board, lines: Sequence[Line], room: Room) -> Iterator[Slide]:
    """Yield the slides of a figure or table; a little text stays on the first of them."""
    taken = used(lines, room) * room.size * LEADING if lines else 0
    content = board.content
    together = taken <= room.height * _HEADING or (
        taken <= room.height * _LITTLE_TEXT
        and board.chart is None
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
        pieces, letters = cut(part, room, above[1] if first else 0)
        for piece in pieces:
            shown, above_it = above if first else ((), 0)
            yield Slide("", shown, Board(piece), above_it, letters=letters)
            first = False


def _fits(table: Table, room: Room) -> bool:
    return len(table.columns) <= _MOST_COLUMNS and len(cut(table, room, 0)[0]) == 1
