"""Actions in a table: a column for everything where there is room, else the owner below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from workshopcore.cli.actions import wording
from workshopcore.cli.terminal import Terminal, plain

if TYPE_CHECKING:
    from workshopcore.actions import Standing
    from workshopcore.model.programme import Programme

__all__ = ["by_due", "show_actions"]

_HEADINGS = ("id", "action", "owner", "due", "status", "progress")
_ACTION = 1
_READABLE = 40
"""Columns that what is to be done needs, at least."""
_LONGEST_ID = 20
_GAP = 2


def by_due(each: Standing) -> tuple[date, str]:
    """Order actions: the soonest due first, those without a date last."""
    return each.due or date.max, each.action.id


def show_actions(
    terminal: Terminal, programme: Programme, standings: Iterable[Standing], on: date
) -> None:
    """Print actions in a table that can be read at the terminal's width.

    Args:
        terminal: where to.
        programme: whose they are.
        standings: how they stand.
        on: the day, by which people may have left.
    """
    rows = [
        (
            each.action.id,
            each.action.statement,
            wording.owner(programme, each, on),
            wording.due(each),
            wording.status(each),
            wording.progress(each),
        )
        for each in standings
    ]
    if terminal.is_terminal and terminal.width < _least_width([_HEADINGS, *rows]):
        terminal.print(_narrow(rows))
    else:
        terminal.table(_HEADINGS, rows)


def _least_width(rows: Sequence[Sequence[str]]) -> int:
    columns = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    columns[_ACTION] = min(columns[_ACTION], _READABLE)
    return sum(columns) + _GAP * len(columns)


def _narrow(rows: Iterable[Sequence[str]]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="bold")
    table.add_column("id", overflow="fold", max_width=_LONGEST_ID)
    table.add_column("action", overflow="fold", ratio=1)
    table.add_column("due", no_wrap=True)
    table.add_column("status", no_wrap=True)
    for row in rows:
        id, statement, owner, due, status, progress = map(plain, row)
        action = Text.assemble(statement, "\n", (f"– {owner}", "dim"))
        table.add_row(Text(id), action, _below(*due.split(", ")), _below(status, progress))
    return table


def _below(*lines: str) -> Text:
    return Text("\n".join(line for line in lines if line))
