"""Tables of Word: the head on every page, no row broken, columns as wide as they need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from workshopcore.contracts.report import Column, Inline, Table
from workshopcore.language import gettext
from workshopcore.renderers.tree import says
from workshopcore_office.widths import column_widths, narrow_enough, pressed
from workshopcore_office.word.inline import words
from workshopcore_office.word.manuscript import Manuscript
from workshopcore_office.word.markup import attribute, field, run

__all__ = ["caption", "grid", "row_of", "table_of"]

_TWIPS = 20
_NUMBER = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a caption for the field that counts."""
_MOST_COLUMNS = 60
_SMALLER = 0.85
"""How large the letters are of a table whose words would have to be parted otherwise."""
_WRITING, _LINE = 400, 30
"""How tall all rows to write into are, in points, and the least that one is."""
_SIDES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_LINES = f"<w:tblBorders>{_SIDES}</w:tblBorders>"
"""Lines all round, between which people write."""
_ALIGNED = {"right": "right", "centre": "center"}


def table_of(manuscript: Manuscript, table: Table) -> str:
    """Return a table with its caption; one too wide for Word is several, one below another."""
    parts = narrow_enough(table, _MOST_COLUMNS) if table.columns else ()
    return "".join(_one(manuscript, part) for part in parts)


def caption(
    manuscript: Manuscript, label: Literal["Figure", "Table"], text: str, *, keep: bool
) -> str:
    """Return a numbered caption, which Word can list and refer to."""
    if not text.strip():
        return ""
    number = field(f"SEQ {label} \\* ARABIC", str(manuscript.counted(label)))
    before, _, after = _numbered(label, text).partition(_NUMBER)
    return manuscript.paragraph("caption", run(before) + number + run(after), keep=keep)


def _numbered(label: Literal["Figure", "Table"], text: str) -> str:
    if label == "Figure":
        return gettext("Figure {number}: {caption}", number=_NUMBER, caption=text)
    return gettext("Table {number}: {caption}", number=_NUMBER, caption=text)


def grid(
    manuscript: Manuscript,
    widths: Sequence[float],
    rows: Sequence[str],
    *,
    looks: str,
    properties: str = "",
    heads: str = "",
) -> str:
    """Return a table of Word from the columns' widths in points and the rows' markup."""
    columns = "".join(f'<w:gridCol w:w="{_twips(each)}"/>' for each in widths)
    before = manuscript.turned()
    return (
        f'{before}<w:tbl><w:tblPr>{looks}<w:tblW w:w="{sum(map(_twips, widths))}" w:type="dxa"/>'
        f'{properties}<w:tblLayout w:type="fixed"/>{heads}</w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>{manuscript.gap()}"
    )


def row_of(
    cells: Sequence[str], widths: Sequence[float], *, head: bool = False, tall: float = 0
) -> str:
    """Return a row that stays on one page, ``tall`` points or more, from its cells' content."""
    height = f'<w:trHeight w:val="{_twips(tall)}" w:hRule="atLeast"/>' if tall else ""
    repeated = "<w:tblHeader/>" if head else ""
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{_twips(size)}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, size in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{repeated}</w:trPr>{written}</w:tr>"


def _one(manuscript: Manuscript, table: Table) -> str:
    above = caption(manuscript, "Table", table.caption, keep=True) + manuscript.turned()
    small = "small " if pressed(table, manuscript.measure) > 1 and not table.writable else ""
    larger = manuscript.size * (_SMALLER if small else 1)
    widths = column_widths(table, manuscript.measure, larger, full=False)
    heads = [_heading(manuscript, column, small) for column in table.columns]
    head = row_of(heads, widths, head=True)
    tall = max(_WRITING / max(len(table.rows), 1), _LINE) if table.writable else 0
    body = [row_of(_cells(manuscript, table, row, small), widths, tall=tall) for row in table.rows]
    named = f"<w:tblCaption w:val={attribute(table.caption)}/>" if table.caption.strip() else ""
    looks = (
        f'<w:tblLook w:val="{"06A0" if table.writable else "04A0"}" w:firstRow="1" w:lastRow="0"'
        f' w:firstColumn="{int(table.row_headings)}" w:lastColumn="0"'
        f' w:noHBand="{int(table.writable)}" w:noVBand="1"/>'
    )
    style = f"<w:tblStyle w:val={attribute(manuscript.styles['table'])}/>"
    lines = _LINES if table.writable else ""
    whole = grid(
        manuscript, widths, [head, *body], looks=style, properties=lines, heads=looks + named
    )
    return above + whole


def _heading(manuscript: Manuscript, column: Column, small: str) -> str:
    aligned = _ALIGNED.get(column.align, "")
    return manuscript.paragraph(f"{small}head", run(column.title), keep=True, align=aligned)


def _cells(manuscript: Manuscript, table: Table, row: Sequence[Inline], small: str) -> list[str]:
    cells = []
    for number, (column, text) in enumerate(zip(table.columns, row, strict=True)):
        head = table.row_headings and number == 0
        content = run(says(text), "<w:b/>") if head else words(manuscript, text)
        aligned = _ALIGNED.get(column.align, "")
        cells.append(manuscript.paragraph(f"{small}cell", content, align=aligned))
    return cells


def _twips(points: float) -> int:
    return round(points * _TWIPS)
