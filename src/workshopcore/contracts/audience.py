"""Who may read what: takes out of a report everything that is not for its audience."""

from __future__ import annotations

import attrs

from workshopcore.contracts.report import (
    Audience,
    Block,
    Callout,
    Column,
    Figure,
    Report,
    Section,
    Table,
)

__all__ = ["filtered"]


def filtered(report: Report) -> Report:
    """Return a report without the blocks and columns that are not for its audience.

    A block for nobody in particular is for everybody. Sections and callouts that are left with
    nothing in them disappear, heading and all, and so does a table without columns. A figure
    whose table loses a column gives way to that table, because its picture would still show
    what the column said.

    >>> from workshopcore.contracts.report import Paragraph
    >>> note = Paragraph("Let them struggle a little", audience="facilitators")
    >>> filtered(Report("agenda", "Agenda", "participants", [note, Paragraph("Lunch")])).blocks
    (Paragraph(audience=(), text='Lunch', lead=False),)
    """
    return attrs.evolve(report, blocks=_blocks(report.blocks, report.audience))


def _blocks(blocks: tuple[Block, ...], audience: Audience) -> tuple[Block, ...]:
    kept = (_block(block, audience) for block in blocks)
    return tuple(block for block in kept if block is not None)


def _block(block: Block, audience: Audience) -> Block | None:
    if not _is_for(block, audience):
        return None
    match block:
        case Section() | Callout():
            inner = _blocks(block.blocks, audience)
            emptied = bool(block.blocks) and not inner
            return None if emptied else attrs.evolve(block, blocks=inner)
        case Table():
            return _table(block, audience)
        case Figure():
            return _figure(block, audience)
    return block


def _is_for(part: Block | Column, audience: Audience) -> bool:
    return not part.audience or audience in part.audience


def _table(table: Table, audience: Audience) -> Table | None:
    kept = [number for number, column in enumerate(table.columns) if _is_for(column, audience)]
    if len(kept) == len(table.columns):
        return table
    if not kept:
        return None
    return attrs.evolve(
        table,
        columns=[table.columns[number] for number in kept],
        rows=[[row[number] for number in kept] for row in table.rows],
        row_headings=table.row_headings and kept[0] == 0,
    )


def _figure(figure: Figure, audience: Audience) -> Figure | Table | None:
    table = _block(figure.table, audience)
    if table is figure.table:
        return figure
    if not isinstance(table, Table):
        return None
    return attrs.evolve(
        table, caption=table.caption or figure.caption, audience=figure.audience or table.audience
    )
