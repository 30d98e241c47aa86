"""What a document says: a tree of typed blocks, each with the audiences it is meant for.

A report never holds markup. Text is plain text or runs of it; how a heading, a table or a
figure looks is the renderer's affair, and so is escaping.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Literal, TypeAlias

from attrs import Factory, field, frozen

from workshopcore.model.options import Options, as_options

__all__ = [
    "Audience",
    "Block",
    "Bullets",
    "Callout",
    "Checklist",
    "Column",
    "Facts",
    "Figure",
    "FormField",
    "Inline",
    "Item",
    "PageBreak",
    "Paragraph",
    "QuoteBlock",
    "Report",
    "Run",
    "Section",
    "Table",
    "Task",
]

Audience: TypeAlias = Literal["facilitators", "participants", "expert", "sponsor", "public"]
"""Who a report or a block is for. A block for nobody in particular is for everybody."""

Mark: TypeAlias = Literal["plain", "strong", "emphasis", "code"]
Align: TypeAlias = Literal["left", "right", "centre"]
CalloutKind: TypeAlias = Literal["note", "warning", "success"]
FieldKind: TypeAlias = Literal[
    "line", "text", "tick", "choice", "several", "ranking", "scale", "matrix"
]


@frozen
class Run:
    """A stretch of text with one mark, and a link if ``href`` is given."""

    text: str
    mark: Mark = "plain"
    href: str = ""


Inline: TypeAlias = str | tuple[Run, ...]
"""Plain text, or a sequence of runs."""


def _audiences(values: Iterable[Audience]) -> tuple[Audience, ...]:
    return (values,) if isinstance(values, str) else tuple(values)  # type: ignore[return-value]


def _inline(value: str | Run | Iterable[str | Run]) -> Inline:
    if isinstance(value, str):
        return value
    if isinstance(value, Run):
        return (value,)
    return tuple(Run(part) if isinstance(part, str) else part for part in value)


@frozen(kw_only=True)
class _Block:
    """What every block has: the audiences it is for (empty: everybody)."""

    audience: tuple[Audience, ...] = field(default=(), converter=_audiences)


@frozen
class Paragraph(_Block):
    """Running text. ``lead`` marks an opening paragraph that sums a document up."""

    text: Inline = field(converter=_inline)
    lead: bool = field(default=False, kw_only=True)


def _items(values: Iterable[str | Sequence[Run] | Item]) -> tuple[Inline | Item, ...]:
    return tuple(value if isinstance(value, Item) else _inline(value) for value in values)


@frozen
class Item:
    """A list item with items of its own beneath it."""

    text: Inline = field(converter=_inline)
    items: tuple[Inline | Item, ...] = field(default=(), converter=_items)


@frozen
class Bullets(_Block):
    """A list, numbered when ``ordered``."""

    items: tuple[Inline | Item, ...] = field(converter=_items)
    ordered: bool = field(default=False, kw_only=True)


@frozen
class Column:
    """A column of a table. One meant for some audiences only disappears for the others."""

    title: str
    align: Align = field(default="left", kw_only=True)
    audience: tuple[Audience, ...] = field(default=(), converter=_audiences, kw_only=True)


def _columns(values: Iterable[Column | str]) -> tuple[Column, ...]:
    return tuple(Column(value) if isinstance(value, str) else value for value in values)


def _rows(values: Iterable[Iterable[str | Sequence[Run]]]) -> tuple[tuple[Inline, ...], ...]:
    return tuple(
        tuple([cell if cell.__class__ is str else _inline(cell) for cell in row]) for row in values
    )


@frozen
class Table(_Block):
    """Rows under columns. The first column heads its row when ``row_headings`` is set.

    People write into one that is ``writable``: on paper and on slides its rows are tall.

    Raises:
        ValueError: a row has more or fewer cells than there are columns.
    """

    columns: tuple[Column, ...] = field(converter=_columns)
    rows: tuple[tuple[Inline, ...], ...] = field(converter=_rows)
    caption: str = field(default="", kw_only=True)
    row_headings: bool = field(default=False, kw_only=True)
    writable: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        width = len(self.columns)
        for number, row in enumerate(self.rows):
            if len(row) != width:
                raise ValueError(f"row {number} has {len(row)} cells for {width} columns")


def _pairs(values: Iterable[tuple[str, str | Sequence[Run]]]) -> tuple[tuple[str, Inline], ...]:
    return tuple((label, _inline(value)) for label, value in values)


@frozen
class Facts(_Block):
    """Labelled values: when, where, who."""

    pairs: tuple[tuple[str, Inline], ...] = field(converter=_pairs)


@frozen
class QuoteBlock(_Block):
    """Somebody's words, and who said them as far as their consent goes."""

    text: Inline = field(converter=_inline)
    attribution: str = ""


@frozen
class Task:
    """A line of a checklist."""

    text: Inline = field(converter=_inline)
    done: bool = False


def _tasks(values: Iterable[Task | str]) -> tuple[Task, ...]:
    return tuple(Task(value) if isinstance(value, str) else value for value in values)


@frozen
class Checklist(_Block):
    """Things to tick off."""

    items: tuple[Task, ...] = field(converter=_tasks)


@frozen
class FormField(_Block):
    """A place for a reader to write or choose.

    ``kind`` is a single ``line``, free ``text`` over ``lines`` lines, a ``tick``, a ``choice``
    of one of the ``options``, or of ``several``, a ``ranking`` in which each option is given a
    number, a ``scale`` whose points are ``options``, or a ``matrix`` in which each of the
    ``rows`` is answered with one of them.

    Raises:
        ValueError: it has rows and is no matrix, or the other way round.
    """

    label: str
    kind: FieldKind = "line"
    options: tuple[str, ...] = field(default=(), converter=tuple[str, ...], kw_only=True)
    rows: tuple[str, ...] = field(default=(), converter=tuple[str, ...], kw_only=True)
    lines: int = field(default=3, kw_only=True)
    hint: str = field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        if bool(self.rows) != (self.kind == "matrix"):
            raise ValueError(f"a form field of kind {self.kind} with {len(self.rows)} rows")


@frozen
class PageBreak(_Block):
    """A new page, where there are pages."""


@frozen
class Figure(_Block):
    """A picture as data: a renderer that does not know ``kind`` prints ``table``.

    ``alt`` says in words what the picture shows.
    """

    kind: str
    data: Options = field(converter=as_options)
    alt: str
    table: Table
    caption: str = field(default="", kw_only=True)


@frozen
class Callout(_Block):
    """Blocks set apart from the text, under a short title."""

    title: str
    blocks: tuple[Block, ...] = field(converter=tuple["Block", ...])
    kind: CalloutKind = field(default="note", kw_only=True)


@frozen
class Section(_Block):
    """A heading and what stands under it; sections nest, so no heading level is ever skipped."""

    title: str
    blocks: tuple[Block, ...] = field(converter=tuple["Block", ...])
    id: str = field(default="", kw_only=True)


Block: TypeAlias = (
    Paragraph
    | Bullets
    | Table
    | Facts
    | QuoteBlock
    | Checklist
    | FormField
    | PageBreak
    | Figure
    | Callout
    | Section
)


def _blocks(values: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(values)


@frozen
class Report:
    """One document: a title, whom it is for, and its blocks.

    Attributes:
        key: the key of the report type that made it.
        title: the document's title.
        audience: whom the whole document is for; nothing else reaches them.
        blocks: what it says.
        subtitle: a line under the title, usually the programme's.
        language: a BCP 47 tag.
        as_of: the day the document describes, if it depends on one.
        name: the stem of its file name, made of ASCII letters, digits and hyphens.
        details: facts for machines (programme identifier, workshop identifier …).
        pages: how many pages it asks to fit, where there are pages; 0 for as many as it takes.
    """

    key: str
    title: str
    audience: Audience
    blocks: tuple[Block, ...] = field(converter=_blocks)
    subtitle: str = field(default="", kw_only=True)
    language: str = field(default="en-GB", kw_only=True)
    as_of: date | None = field(default=None, kw_only=True)
    name: str = field(default=Factory(lambda self: self.key, takes_self=True), kw_only=True)
    details: Mapping[str, Any] = field(factory=dict, converter=as_options, kw_only=True)
    pages: int = field(default=0, kw_only=True)
