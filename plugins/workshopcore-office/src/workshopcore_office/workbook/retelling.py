"""A report as a workbook tells it: one list instead of several, and one thing in each cell.

A plan of actions has a table for each owner, a run sheet over two days one for each day. On paper
that reads well; in a workbook a reader wants one list, with the owner or the day in a column.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve

from workshopcore.contracts.report import Block, Callout, Column, Figure, Inline, Section, Table
from workshopcore.language import gettext
from workshopcore.renderers.characters import one_line
from workshopcore_office.workbook.parting import with_parts

__all__ = ["retold"]

_SHARED = 2
"""How many columns tables have in common that are one list."""


def retold(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks with one list where several are alike, and one thing in each cell.

    Sections that hold nothing but tables of one kind become one table, with their titles in its
    first column, so that nothing is lost.
    """
    return [_retold(block) for block in blocks]


def _retold(block: Block) -> Block:
    if isinstance(block, Table):
        return with_parts(block)
    if isinstance(block, Figure):
        return evolve(block, table=with_parts(block.table))
    if isinstance(block, Section):
        merged = _merged(block.blocks)
        return evolve(block, blocks=retold([merged] if merged else block.blocks))
    if isinstance(block, Callout):
        return evolve(block, blocks=retold(block.blocks))
    return block


def _merged(blocks: Sequence[Block]) -> Table | None:
    """Return blocks as one table, ``None`` if they are anything but sections with one each."""
    parts: list[tuple[str, Table]] = []
    for block in blocks:
        if not isinstance(block, Section) or len(block.blocks) != 1:
            return None
        table = block.blocks[0]
        if not isinstance(table, Table) or table.writable or not table.rows:
            return None
        parts.append((one_line(block.title), table))
    if len(parts) < 2 or not all(title for title, _ in parts):
        return None
    columns = _common([table for _, table in parts])
    if not columns:
        return None
    rows = [
        (title, *(cells.get(column.title, "") for column in columns))
        for title, table in parts
        for cells in _named(table)
    ]
    return Table([Column(gettext("Section")), *columns], rows, caption=parts[0][1].caption)


def _named(table: Table) -> list[dict[str, Inline]]:
    titles = [column.title for column in table.columns]
    return [dict(zip(titles, row, strict=True)) for row in table.rows]


def _common(tables: Sequence[Table]) -> list[Column]:
    """Return the columns of tables together, none if those are not of one kind.

    A table may lack columns of another: where nobody has hours, a report leaves them out.
    """
    found: list[Column] = []
    for table in tables:
        titles = [column.title for column in table.columns]
        known = [column.title for column in found]
        if len(set(titles)) < len(titles) or table.caption != tables[0].caption:
            return []
        shared = [title for title in titles if title in known]
        if found and (titles[0] != known[0] or len(shared) < _SHARED):
            return []
        if shared != [title for title in known if title in titles]:
            return []
        at = 0
        for column in table.columns:
            if column.title in known:
                at = [each.title for each in found].index(column.title) + 1
            else:
                found.insert(at, column)
                at += 1
    return found
