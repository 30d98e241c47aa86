"""Tables out of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.tree import SyntaxTreeNode

from workshopcore.contracts.report import Align, Block, Column, Inline, Table
from workshopcore.reports.templates.inline import lines_of, runs_of, words_of
from workshopcore.reports.templates.markdown import MarkdownError

__all__ = ["table_of"]

_ALIGNS: dict[str, Align] = {"text-align:right": "right", "text-align:center": "centre"}
_BAR = re.compile(r"(?<!\\)\|")


def table_of(node: SyntaxTreeNode, line: int, source: Sequence[str]) -> Iterator[Block]:
    """Yield a table, nothing if it has no rows.

    Args:
        node: the table.
        line: where it begins, counted from 0.
        source: the Markdown, line by line.

    Raises:
        MarkdownError: a row has more cells than there are columns, which would be lost.
    """
    head, *bodies = node.children
    columns = [_column(cell, line) for cell in head.children[0].children]
    rows = []
    for row in (row for body in bodies for row in body.children):
        at = row.map[0] if row.map else line
        cells = _BAR.split(source[at].strip().strip("|"))
        if len(cells) > len(columns):
            raise MarkdownError(
                at, f"a row has {len(cells)} cells, and the table {len(columns)} columns"
            )
        rows.append([_cell(cell, at) for cell in row.children])
    if rows:
        yield Table(columns, rows)


def _column(cell: SyntaxTreeNode, line: int) -> Column:
    align = _ALIGNS.get(str(cell.attrs.get("style", "")), "left")
    return Column(words_of(lines_of(cell.children[0]), line), align=align)


def _cell(cell: SyntaxTreeNode, line: int) -> Inline:
    return runs_of(lines_of(cell.children[0]), line)
