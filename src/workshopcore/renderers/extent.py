"""How much room blocks take on paper, as far as that can be told before they are laid out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from workshopcore.contracts.report import (
    Block,
    Bullets,
    Callout,
    Checklist,
    Facts,
    Figure,
    FormField,
    Inline,
    Item,
    Paragraph,
    QuoteBlock,
    Section,
    Table,
)
from workshopcore.renderers.columns import shared_out, texts_of
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.tree import says
from workshopcore.renderers.width import width

__all__ = ["cell_room", "cell_width", "lines_of"]

_EDGES, _ROOMY = 2, 1.06
"""What the edges of a cell take, in letters, and how much wider than on average its letters are."""
_APART, _HEADING, _ROW, _BOX, _INDENT = 0.7, 2.6, 0.45, 1.5, 4
_LABELS = 0.3
_WRITING, _ANSWER = 1.7, 3.0
_TABLES_LETTERS = 0.92
_TALL_LETTER = 3.1
"""How many letters in a row are as wide as a line is high."""


def lines_of(blocks: Iterable[Block], letters: float) -> float:
    """Return about how many lines of text blocks are as tall as.

    Args:
        blocks: what is to be printed.
        letters: how many letters go into a line.
    """
    return sum(_lines(block, max(letters, 1)) for block in blocks)


def cell_room(columns: int, letters: float) -> float:
    """Return how many letters the cells of a row have together in a line of so many."""
    return max(letters - columns * _EDGES, columns) / _ROOMY


def cell_width(letters: float) -> float:
    """Return how many letters of a line a cell takes, with its edges."""
    return letters * _ROOMY + _EDGES


def _lines(block: Block, letters: float) -> float:
    match block:
        case Section():
            return (_HEADING if block.title.strip() else 0) + lines_of(block.blocks, letters)
        case Callout():
            return _HEADING + lines_of(block.blocks, letters - _INDENT)
        case Table():
            return _table(block, letters)
        case Facts():
            values = letters * (1 - _LABELS)
            return _APART + sum(_text(value, values) + _ROW for _, value in block.pairs)
        case Figure():
            drawing = drawing_of(block)
            share = drawing.height / drawing.width if drawing else 0
            return letters / _TALL_LETTER * share + _HEADING + _table(block.table, letters)
        case FormField():
            return _field(block, letters)
    return _prose(block, letters)


def _prose(block: Block, letters: float) -> float:
    match block:
        case Paragraph():
            return _text(block.text, letters) + _APART
        case Bullets():
            return _APART + _items(block.items, letters)
        case QuoteBlock():
            return _text(block.text, letters - _INDENT) + _APART + _BOX
        case Checklist():
            return _APART + sum(_text(task.text, letters - _INDENT) for task in block.items)
    return 0.0


def _items(items: Sequence[Inline | Item], letters: float) -> float:
    total = 0.0
    for item in items:
        if isinstance(item, Item):
            total += _text(item.text, letters - _INDENT) + _items(item.items, letters - _INDENT)
        else:
            total += _text(item, letters - _INDENT)
    return total


def _table(table: Table, letters: float) -> float:
    shares = shared_out(texts_of(table), cell_room(len(table.columns), letters))
    heads = shares.lines([column.title for column in table.columns])
    rows = (shares.lines([says(cell) for cell in row]) for row in table.rows)
    tall = sum(row * _TABLES_LETTERS + _ROW for row in (heads, *rows))
    return tall + _APART + (_HEADING if table.caption.strip() else 0)


def _field(block: FormField, letters: float) -> float:
    asked = _HEADING + math.ceil(width(block.hint) / letters)
    match block.kind:
        case "matrix":
            return asked + _ANSWER + _WRITING * len(block.rows)
        case "text" | "line":
            return asked + _WRITING * max(block.lines if block.kind == "text" else 1, 1)
        case "scale":
            return asked + _ANSWER
    return asked + sum(math.ceil(width(each) / letters) for each in block.options)


def _text(text: Inline, letters: float) -> float:
    return float(max(math.ceil(width(says(text)) / max(letters, 1)), 1))
