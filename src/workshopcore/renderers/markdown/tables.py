"""Tables as Markdown knows them, lined up where that fits on a screen."""

from __future__ import annotations

from collections.abc import Sequence

from workshopcore.contracts.report import Table
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.markdown.escape import escaped
from workshopcore.renderers.markdown.inline import marked, strong
from workshopcore.renderers.width import pad, width

__all__ = ["table_lines"]

_WIDEST = 100
_RULES = {"right": "{}:", "centre": ":{}:"}


def table_lines(table: Table) -> list[str]:
    """Return the lines of a table, its caption before it."""
    caption = strong(table.caption)
    before = [caption, ""] if caption else []
    if not table.columns:
        return before
    head = [escaped(one_line(column.title)) for column in table.columns]
    body = [[marked(cell) for cell in row] for row in table.rows]
    widths = [max(3, *map(width, cells)) for cells in zip(head, *body, strict=True)]
    if sum(widths) + 3 * len(widths) > _WIDEST:
        widths = [3] * len(widths)
    aligns = [column.align for column in table.columns]
    rules = [
        _RULES.get(align, "{}").format("-" * (size - {"right": 1, "centre": 2}.get(align, 0)))
        for align, size in zip(aligns, widths, strict=True)
    ]
    return [*before, *(_line(cells, widths, aligns) for cells in (head, rules, *body))]


def _line(cells: Sequence[str], widths: Sequence[int], aligns: Sequence[str]) -> str:
    padded = (pad(*cell) for cell in zip(cells, widths, aligns, strict=True))
    return f"| {' | '.join(padded)} |"
