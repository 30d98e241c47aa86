"""Tables as HTML: what is the same in every row is worked out once, for tables may be long."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from attrs import frozen
from markupsafe import Markup

from workshopcore.contracts.report import Column, Inline, Table
from workshopcore.renderers.html.marks import marked
from workshopcore.renderers.tree import says

__all__ = ["Grid", "grid_of"]

_MANY_COLUMNS = 4
_SHORT, _MEDIUM, _LONG_WORD = 12, 20, 24
_SHORT_WITH_ROOM, _WIDE_TABLE = 17, 7
_BETWEEN = "\x1f"
_ALIGNED = {"right": "right", "centre": "centre"}
_ALIGNED_HEADINGS = {align: f' class="{name}"' for align, name in _ALIGNED.items()}


@frozen
class Grid:
    """A table's HTML.

    Attributes:
        stacks: whether its rows become cards on a narrow screen. Its roles are then spelt out:
            some browsers forget that a table is one when it is not laid out as one.
        compact: whether it has nothing that would need the full width.
        writable: whether people write into it.
        headings: the cells of the head.
        rows: all rows of the body.
    """

    stacks: bool
    compact: bool
    writable: bool
    headings: Markup
    rows: Markup

    @property
    def classes(self) -> str:
        shape = "stacks" if self.stacks else "compact" if self.compact else ""
        if self.writable:
            return "stacks writable" if self.stacks else "writable"
        return shape


def grid_of(table: Table) -> Grid:
    """Return a table's HTML; whatever people wrote in it is escaped."""
    stacks = len(table.columns) >= _MANY_COLUMNS
    cells = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    widths = [_width(column, len(cells)) for column in cells]
    row = _row(table, widths, stacks)
    gaps = "\n".join([row] * len(table.rows))
    return Grid(
        stacks=stacks,
        compact=all(width == "short" for width in widths),
        writable=table.writable,
        headings=Markup("").join(_heading(column, stacks) for column in table.columns),
        rows=Markup(gaps % tuple(_escaped([cell for line in table.rows for cell in line]))),
    )


def _escaped(cells: Sequence[Inline]) -> list[str]:
    """Return cells as HTML, the plain ones escaped in one go: that counts in long tables."""
    plain = [cell if cell.__class__ is str else "" for cell in cells]
    parts = escape(_BETWEEN.join(plain)).split(_BETWEEN)
    if len(parts) != len(cells):  # somebody's text has the separator in it
        parts = [escape(cell) for cell in plain]
    return [
        part if cell.__class__ is str else marked(cell)
        for part, cell in zip(parts, cells, strict=True)
    ]


def _width(cells: Sequence[Inline], columns: int) -> str:
    """Return ``short`` for cells that never wrap, ``long`` for words that may have to break.

    Cells of ``medium`` width, such as dates, stay on one line where the table leaves room, and
    never get narrower than half of themselves.
    """
    texts = {cell if cell.__class__ is str else says(cell) for cell in cells}
    longest = max(map(len, texts), default=0)
    if longest <= (_SHORT_WITH_ROOM if columns < _WIDE_TABLE else _SHORT):
        return "short"
    if longest <= _MEDIUM:
        return "medium"
    breaks = max(map(len, " ".join(texts).split()), default=0) > _LONG_WORD
    return "long" if breaks else ""


def _row(table: Table, widths: Sequence[str], stacks: bool) -> str:
    """Return a row with a gap (``%s``) for the content of each cell."""
    heads = [table.row_headings and number == 0 for number in range(len(widths))]
    shapes = zip(table.columns, widths, heads, strict=True)
    role = ' role="row"' if stacks else ""
    return f"<tr{role}>{''.join(_place(*shape, stacks) for shape in shapes)}</tr>"


def _place(column: Column, width: str, head: bool, stacks: bool) -> str:
    tag, kind = ("th", ' scope="row"') if head else ("td", "")
    role = f' role="{"rowheader" if head else "cell"}"' if stacks else ""
    label = f' data-label="{escape(column.title)}"'.replace("%", "%%") if stacks else ""
    classes = " ".join(filter(None, [_ALIGNED.get(column.align), width]))
    styled = f' class="{classes}"' if classes else ""
    return f"<{tag}{kind}{role}{label}{styled}>%s</{tag}>"


def _heading(column: Column, stacks: bool) -> Markup:
    role = Markup(' role="columnheader"' if stacks else "")
    aligned = Markup(_ALIGNED_HEADINGS.get(column.align, ""))
    if not column.title.strip():  # a heading that says nothing is none
        return Markup("<td{}></td>").format(aligned)
    return Markup('<th scope="col"{}{}>{}</th>').format(role, aligned, column.title)
