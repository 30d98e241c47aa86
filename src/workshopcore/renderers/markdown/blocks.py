"""Each kind of block as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import singledispatch

from attrs import frozen

from workshopcore.contracts.report import (
    Block,
    Bullets,
    Callout,
    Checklist,
    Column,
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
from workshopcore.renderers.markdown.inline import line, marked, strong
from workshopcore.renderers.markdown.tables import table_lines

__all__ = ["document_lines", "heading"]

_DOTS = "…" * 12
_LISTS = (Bullets, Checklist, Facts)


@frozen
class _Place:
    """Where a block stands: the level of a heading there, and whether it follows a list.

    Two lists in succession would be read as one; the second gets other markers.
    """

    level: int
    other: bool = False

    @property
    def bullet(self) -> str:
        return "*" if self.other else "-"


def document_lines(blocks: Iterable[Block], level: int) -> list[str]:
    """Return blocks as lines, a blank line between one and the next."""
    lines: list[str] = []
    other = False
    for block in blocks:
        written = _lines(block, _Place(level, other))
        if written:
            lines += ["", *written] if lines else written
            other = isinstance(block, _LISTS) and not other
    return lines


def heading(title: str, level: int) -> str:
    """Return a heading; those below the sixth level stay there, for Markdown has no deeper."""
    return f"{'#' * min(level, 6)} {marked(title)}".rstrip(" ")


@singledispatch
def _lines(block: Block, _place: _Place) -> list[str]:
    raise RenderError(
        f"expected a block of a report, found {type(block).__name__}:"
        " compose what you need from the blocks of workshopcore.contracts.report"
    )


@_lines.register
def _(block: Paragraph, _place: _Place) -> list[str]:
    return list(filter(None, [line(block.text)]))


@_lines.register
def _(block: Bullets, place: _Place) -> list[str]:
    if not block.ordered:
        return _list(block.items, [place.bullet] * len(block.items))
    stop = ")" if place.other else "."
    return _list(block.items, [f"{number}{stop}" for number in range(1, len(block.items) + 1)])


@_lines.register
def _(block: Table, _place: _Place) -> list[str]:
    return table_lines(block)


@_lines.register
def _(block: Facts, place: _Place) -> list[str]:
    return [
        f"{place.bullet} {strong(f'{label.rstrip()}:')} {marked(value)}".rstrip(" ")
        for label, value in block.pairs
    ]


@_lines.register
def _(block: QuoteBlock, _place: _Place) -> list[str]:
    by = [f"— {marked(block.attribution)}"] if block.attribution.strip() else []
    return _quoted(_apart([line(block.text)], by))


@_lines.register
def _(block: Checklist, place: _Place) -> list[str]:
    return [
        f"{place.bullet} [{'x' if task.done else ' '}] {marked(task.text)}".rstrip(" ")
        for task in block.items
    ]


@_lines.register
def _(block: FormField, _place: _Place) -> list[str]:
    hint = list(filter(None, [line(block.hint)]))
    if block.kind == "tick":
        return _apart([f"☐ {marked(block.label)}"], hint)
    if block.kind == "matrix":
        return _apart([strong(block.label)], hint, table_lines(_grid(block)))
    if block.kind == "ranking":
        places = [f"+ \\_\\_\\_ {marked(option)}".rstrip(" ") for option in block.options]
        return _apart([strong(block.label)], hint, places)
    if block.kind in ("choice", "several", "scale"):
        options = [f"+ ☐ {marked(option)}".rstrip(" ") for option in block.options]
        return _apart([strong(block.label)], hint, options)
    if block.kind == "text":
        return _apart([strong(block.label)], hint, *([_DOTS * 3] for _ in range(block.lines)))
    return _apart([f"{strong(block.label)} {_DOTS}"], hint)


@_lines.register
def _(_block: PageBreak, _place: _Place) -> list[str]:
    return ["---"]


@_lines.register
def _(block: Figure, _place: _Place) -> list[str]:
    return _apart([strong(block.caption)], [line(block.alt)], table_lines(block.table))


@_lines.register
def _(block: Callout, place: _Place) -> list[str]:
    told = block.title
    if block.kind == "warning":
        told = gettext("Warning: {title}", title=told)
    return _quoted(_apart([strong(told)], document_lines(block.blocks, place.level)))


@_lines.register
def _(block: Section, place: _Place) -> list[str]:
    title = heading(block.title, place.level)
    return _apart([title], document_lines(block.blocks, place.level + 1))


def _grid(block: FormField) -> Table:
    """Return a matrix as a table with boxes to tick."""
    columns = [Column(""), *(Column(option, align="centre") for option in block.options)]
    return Table(columns, [(row, *("☐" for _ in block.options)) for row in block.rows])


def _list(items: Sequence[Inline | Item], markers: Sequence[str]) -> list[str]:
    lines: list[str] = []
    for marker, item in zip(markers, items, strict=True):
        text, below = (item.text, item.items) if isinstance(item, Item) else (item, ())
        indent = " " * (len(marker) + 1)
        lines.append(f"{marker} {line(text)}".rstrip(" "))
        lines += [indent + deeper for deeper in _list(below, ["-"] * len(below))]
    return lines


def _apart(*parts: Sequence[str]) -> list[str]:
    """Return parts with a blank line between each, those that say nothing left out."""
    lines: list[str] = []
    for part in parts:
        if any(part):
            lines += ["", *part] if lines else part
    return lines


def _quoted(lines: Iterable[str]) -> list[str]:
    return [f"> {line}".rstrip(" ") for line in lines]
