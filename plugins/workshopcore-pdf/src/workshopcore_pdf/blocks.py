"""Each kind of block as data for the template, sections opened out into headings and blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import singledispatch
from typing import Any

from attrs import evolve, field, frozen

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
    Run,
    Section,
    Table,
)
from workshopcore.errors import RenderError
from workshopcore.language import gettext
from workshopcore.renderers.abreast import Abreast
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.turning import Turn
from workshopcore_pdf.drawing import svg
from workshopcore_pdf.sides import Sides
from workshopcore_pdf.tables import Sheet, table_data
from workshopcore_pdf.words import plain, words

__all__ = ["Drawer", "block_data"]


_FEW, _FEW_ROWS, _FEW_CHOICES, _FEW_LINES = 8, 8, 16, 20
_LITTLE, _LITTLE_IN_ROWS = 1500, 700
_MOST_COLUMNS, _LONGEST_HEAD = 10, 40
"""A matrix with more columns or longer heads has numbers in their place, and a key."""

_LABEL, _NARROW_LABEL = (38, 64, 1.9), (16, 34, 1.65)
"""How wide the labels of facts are at least and at most, and a letter of them, in millimetres."""

_DEEPEST_FRAME, _DEEPEST_LIST = 4, 8
"""What is nested deeper than that stays there: there is no room left, and typst sets limits."""


@frozen
class Drawer:
    """What a figure is drawn with, and the pictures that were drawn.

    Attributes:
        colours: a style's colours by use.
        fonts: the families that words in a picture are set in.
        sides: how much room pages have, upright and turned.
        pictures: the SVG files, in the order of the figures.
    """

    colours: Mapping[str, str]
    fonts: Sequence[str]
    sides: Sides
    pictures: list[bytes] = field(factory=list, init=False)


@frozen
class _Place:
    """Where a block stands.

    Attributes:
        drawer: who draws, and knows the page.
        level: of a heading there.
        frames: how many callouts it stands in.
        filled_in: whether a table there may have rows to be filled in by hand.
        narrow: whether it stands in one of two columns.
    """

    drawer: Drawer
    level: int = 2
    frames: int = 0
    filled_in: bool = True
    narrow: bool = False

    @property
    def below(self) -> _Place:
        return evolve(self, level=self.level + 1, filled_in=False)

    @property
    def sheet(self) -> Sheet:
        sheet = self.drawer.sides.room.sheet
        return sheet if self.filled_in else evolve(sheet, room=False)


def block_data(blocks: Iterable[Block], drawer: Drawer) -> list[dict[str, Any]]:
    """Return blocks as the template takes them.

    Raises:
        RenderError: there is something that is not a block.
    """
    return _all(blocks, _Place(drawer))


def _all(blocks: Iterable[Block], place: _Place) -> list[dict[str, Any]]:
    return [part for block in blocks for part in _parts(block, place)]


@singledispatch
def _parts(block: Block, _place: _Place) -> Iterable[dict[str, Any]]:
    raise RenderError(
        f"expected a block of a report, found {type(block).__name__}:"
        " compose what you need from the blocks of workshopcore.contracts.report"
    )


@_parts.register
def _(block: Section, place: _Place) -> Iterator[dict[str, Any]]:
    title = plain(block.title).strip()
    if title:  # a heading that says nothing is none, and leaves no gap in the levels
        yield {"kind": "heading", "level": place.level, "text": title}
    yield from _all(block.blocks, place.below if title else place)


@_parts.register
def _(block: Paragraph, _place: _Place) -> Iterator[dict[str, Any]]:
    text = words(block.text)
    if text:
        yield {"kind": "paragraph", "text": text, "lead": block.lead}


@_parts.register
def _(block: Bullets, _place: _Place) -> Iterator[dict[str, Any]]:
    if block.items:
        items = _items(block.items)
        yield {"kind": "bullets", "ordered": block.ordered, "items": items, "whole": _small(items)}


@_parts.register
def _(block: Table, place: _Place) -> Iterator[dict[str, Any]]:
    yield from _table(block, place.sheet)


def _table(table: Table, sheet: Sheet) -> Iterator[dict[str, Any]]:
    if table.columns:
        data = table_data(table, sheet)
        told = [data["caption"], *data["headings"]]
        few = _small(data["rows"], _FEW_ROWS, _LITTLE_IN_ROWS)
        yield {**data, "whole": few and len(str(told)) <= _LITTLE}


@_parts.register
def _(block: Abreast, place: _Place) -> Iterator[dict[str, Any]]:
    columns = [_all(column, evolve(place, narrow=True)) for column in block.columns]
    yield {"kind": "beside", "columns": columns, "share": block.share}


@_parts.register
def _(block: Facts, place: _Place) -> Iterator[dict[str, Any]]:
    pairs = [[words(label), words(value)] for label, value in block.pairs]
    if pairs:
        longest = max(len(label) for label, _ in block.pairs)
        least, most, letter = _NARROW_LABEL if place.narrow else _LABEL
        room = max(least, min(most, longest * letter))
        yield {"kind": "facts", "pairs": pairs, "room": room, "whole": _small(pairs)}


@_parts.register
def _(block: QuoteBlock, _place: _Place) -> Iterator[dict[str, Any]]:
    said = {"text": words(block.text), "by": words(block.attribution)}
    yield {"kind": "quote", "whole": _small(said), **said}


@_parts.register
def _(block: Checklist, _place: _Place) -> Iterator[dict[str, Any]]:
    items = [{"text": words(task.text), "done": task.done} for task in block.items]
    if items:
        yield {"kind": "checklist", "items": items}


@_parts.register
def _(block: FormField, _place: _Place) -> Iterator[dict[str, Any]]:
    yield {
        "kind": "field",
        "type": block.kind,
        "whole": _small([block.label, block.hint, *block.options, *block.rows], _FEW_CHOICES)
        and block.lines <= _FEW_LINES,
        "label": words(block.label),
        "hint": words(block.hint),
        "options": [words(option) for option in block.options],
        "rows": [words(row) for row in block.rows],
        "keyed": len(block.options) > _MOST_COLUMNS
        or any(len(option) > _LONGEST_HEAD for option in block.options),
        "lines": block.lines,
    }


@_parts.register
def _(_block: PageBreak, _place: _Place) -> Iterator[dict[str, Any]]:
    yield {"kind": "page"}


@_parts.register
def _(block: Turn, place: _Place) -> Iterator[dict[str, Any]]:
    place.drawer.sides.landscape = block.landscape
    yield {"kind": "turn", "landscape": block.landscape}


@_parts.register
def _(block: Figure, place: _Place) -> Iterator[dict[str, Any]]:
    drawing = drawing_of(block)
    alt = plain(block.alt).strip()
    data: dict[str, Any] = {"kind": "figure", "alt": alt, "caption": words(block.caption)}
    if drawing:
        drawer = place.drawer
        data["picture"] = len(drawer.pictures)
        data["width"] = drawer.sides.width_of(drawing.width, drawing.height)
        drawer.pictures.append(svg(drawing, drawer.colours, drawer.fonts))
    yield data
    yield from _table(block.table, place.sheet.smaller if drawing else place.below.sheet)


@_parts.register
def _(block: Callout, place: _Place) -> Iterator[dict[str, Any]]:
    title = words(_warned(block) if block.title.strip() else "")
    inner = _all(block.blocks, evolve(place, frames=place.frames + 1))
    if place.frames < _DEEPEST_FRAME:
        yield {"kind": "callout", "type": block.kind, "title": title, "blocks": inner}
    else:
        yield from _parts(Paragraph((Run(block.title, "strong"),)), place)
        yield from inner


def _warned(block: Callout) -> str:
    if block.kind != "warning":
        return block.title
    return gettext("Warning: {title}", title=block.title)


def _small(data: Sequence[Any] | Mapping[str, Any], few: int = _FEW, most: int = _LITTLE) -> bool:
    """Return whether something has so few parts and words that it belongs on one page."""
    return len(data) <= few and len(str(data)) <= most


def _items(items: Iterable[Inline | Item], depth: int = 1) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for item in items:
        text, below = (item.text, item.items) if isinstance(item, Item) else (item, ())
        inner = _items(below, depth + 1)
        if depth < _DEEPEST_LIST:
            found.append({"text": words(text), "items": inner})
        else:
            found += [{"text": words(text), "items": []}, *inner]
    return found
