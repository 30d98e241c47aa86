"""Each kind of block as plain text within so many columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import singledispatch

from attrs import evolve, frozen

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
    PageBreak,
    Paragraph,
    QuoteBlock,
    Section,
    Table,
)
from workshopcore.errors import RenderError
from workshopcore.language import gettext
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.text.inline import hanging, words
from workshopcore.renderers.text.tables import table_lines
from workshopcore.renderers.width import pad, width, wrap

__all__ = ["Place", "document_lines", "heading"]

_FEWEST_COLUMNS = 40


@frozen
class Place:
    """Where a block stands: the columns it has, and the level of a heading there."""

    columns: int
    level: int

    def indented(self, columns: int) -> Place:
        """Return the place further in; blocks set apart within blocks never run out of room."""
        return evolve(self, columns=max(self.columns - columns, _FEWEST_COLUMNS))


def document_lines(blocks: Iterable[Block], place: Place) -> list[str]:
    """Return blocks as lines, a blank line between one and the next."""
    return _apart(*(_lines(block, place) for block in blocks))


def heading(title: str, place: Place) -> list[str]:
    """Return a heading, underlined according to its level."""
    lines = wrap(one_line(title), place.columns)
    sign = {1: "=", 2: "-"}.get(place.level, "~")
    return [*lines, sign * max(map(width, lines))] if lines != [""] else []


@singledispatch
def _lines(block: Block, _place: Place) -> list[str]:
    raise RenderError(
        f"expected a block of a report, found {type(block).__name__}:"
        " compose what you need from the blocks of workshopcore.contracts.report"
    )


@_lines.register
def _(block: Paragraph, place: Place) -> list[str]:
    return wrap(words(block.text), place.columns)


@_lines.register
def _(block: Bullets, place: Place) -> list[str]:
    return _list(block.items, block.ordered, place.columns)


@_lines.register
def _(block: Table, place: Place) -> list[str]:
    return table_lines(block, place.columns)


@_lines.register
def _(block: Facts, place: Place) -> list[str]:
    labels = [one_line(label) for label, _ in block.pairs]
    start = min(max(map(width, labels), default=0) + 2, place.columns // 3)
    lines: list[str] = []
    for label, (_, value) in zip(labels, block.pairs, strict=True):
        begin = pad(f"{label}:", start)
        if width(begin) > start:
            lines += wrap(f"{label}:", place.columns)
            begin = " " * start
        lines += hanging(begin, words(value), place.columns)
    return lines


@_lines.register
def _(block: QuoteBlock, place: Place) -> list[str]:
    by = one_line(block.attribution)
    inner = place.indented(4).columns
    lines = wrap(words(block.text), inner) + (hanging("— ", by, inner) if by else [])
    return [f"    {line}".rstrip(" ") for line in lines]


@_lines.register
def _(block: Checklist, place: Place) -> list[str]:
    return [
        line
        for task in block.items
        for line in hanging("[x] " if task.done else "[ ] ", words(task.text), place.columns)
    ]


@_lines.register
def _(block: FormField, place: Place) -> list[str]:
    label, columns = one_line(block.label), place.columns
    asked = hanging("[ ] ", label, columns) if block.kind == "tick" else wrap(label, columns)
    if block.hint.strip():
        asked += wrap(one_line(block.hint), columns)
    return asked + _answers(block, columns)


@_lines.register
def _(_block: PageBreak, _place: Place) -> list[str]:
    return []


@_lines.register
def _(block: Figure, place: Place) -> list[str]:
    caption, alt = (wrap(one_line(text), place.columns) for text in (block.caption, block.alt))
    return _apart(caption, alt, table_lines(block.table, place.columns))


@_lines.register
def _(block: Callout, place: Place) -> list[str]:
    told = block.title
    if block.kind == "warning":
        told = gettext("Warning: {title}", title=told)
    inner = place.indented(2)
    title = wrap(one_line(told), inner.columns)
    lines = _apart(title, document_lines(block.blocks, inner))
    return [f"| {line}".rstrip(" ") for line in lines]


@_lines.register
def _(block: Section, place: Place) -> list[str]:
    below = document_lines(block.blocks, evolve(place, level=place.level + 1))
    return _apart(heading(block.title, place), below)


def _answers(block: FormField, columns: int) -> list[str]:
    match block.kind:
        case "tick":
            return []
        case "choice" | "scale" | "several" | "ranking":
            options = map(one_line, block.options)
            mark = {"several": "[ ] ", "ranking": "___ "}.get(block.kind, "( ) ")
            return [line for option in options for line in hanging(mark, option, columns)]
        case "matrix":
            return _matrix(block, columns)
        case "text":
            return ["_" * columns] * block.lines
    return ["_" * columns]


def _matrix(block: FormField, columns: int) -> list[str]:
    """Return a number for each option, and each row with the numbers to ring."""
    options = enumerate(map(one_line, block.options), 1)
    lines = [line for number, o in options for line in hanging(f"{number} = ", o, columns)]
    numbers = "  ".join(str(number) for number in range(1, len(block.options) + 1))
    room = max(columns - width(numbers) - 2, _FEWEST_COLUMNS // 2)
    for row in map(one_line, block.rows):
        *above, last = wrap(row, room)
        lines += ["", *above]
        if width(last) + 2 + width(numbers) <= columns:
            lines.append(f"{pad(last, room)}  {numbers}")
        else:
            lines += [last, *wrap(numbers, columns)]
    return lines


def _list(items: Sequence[Inline | Item], ordered: bool, columns: int) -> list[str]:
    lines: list[str] = []
    size = len(str(len(items)))
    for number, item in enumerate(items, 1):
        text, below = (item.text, item.items) if isinstance(item, Item) else (item, ())
        start = f"{number:>{size}}. " if ordered else "- "
        lines += hanging(start, words(text), columns)
        inner = max(columns - len(start), _FEWEST_COLUMNS)
        lines += [" " * len(start) + line for line in _list(below, False, inner)]
    return lines


def _apart(*parts: Sequence[str]) -> list[str]:
    """Return parts with a blank line between each, those that say nothing left out."""
    lines: list[str] = []
    for part in parts:
        if any(part):
            lines += ["", *part] if lines else part
    return lines
