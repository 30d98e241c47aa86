"""What pages hold, upright and on their side, and which tables want the broader ones."""

from __future__ import annotations

from enum import IntEnum

from attrs import frozen

from workshopcore.contracts.report import Block, Figure, Table
from workshopcore.renderers.columns import Shares, shared_out, texts_of
from workshopcore.renderers.extent import cell_room
from workshopcore.renderers.tree import says

__all__ = ["Need", "Paper", "need_of"]

_NARROW, _TALL, _WORTH = 20.0, 6.0, 0.75
"""Cells of so few letters in a line, and so many lines, are hard to read; a table is turned for
them if that makes them lower by a quarter."""
_PRESSED, _UNREADABLE = 1.15, 1.5
"""How much too wide the longest words of a table are, for it to be turned, and at any price."""
_SMALLER = 1.12
"""How many more letters a line of a figure's table holds, which repeats what the figure shows."""
_TO_WRITE_IN = 7


@frozen
class Paper:
    """What pages hold, upright and turned: letters in a line of a table, and lines."""

    letters: float = 100.0
    letters_turned: float = 150.0
    lines: float = 52.0
    lines_turned: float = 32.0


class Need(IntEnum):
    """How much a block wants to be turned: its cells are tall, words parted, or all in shreds."""

    NONE = 0
    CRAMPED = 1
    CROWDED = 2
    UNREADABLE = 3


def need_of(block: Block, paper: Paper) -> Need:
    """Return how much a block wants to be turned; of a figure, its table does."""
    table = block.table if isinstance(block, Figure) else block
    if not isinstance(table, Table):
        return Need.NONE
    if table.writable:
        return Need.UNREADABLE if len(table.columns) >= _TO_WRITE_IN else Need.NONE
    smaller = _SMALLER if isinstance(block, Figure) else 1.0
    upright = _shares(table, paper.letters * smaller)
    if upright.pressed > _PRESSED:
        return Need.UNREADABLE if upright.pressed > _UNREADABLE else Need.CROWDED
    narrow = 0.0 if upright.whole else _tall(table, upright)
    if narrow < _TALL or _tall(table, _shares(table, paper.letters_turned)) > narrow * _WORTH:
        return Need.NONE
    return Need.CRAMPED


def _shares(table: Table, letters: float) -> Shares:
    return shared_out(texts_of(table), cell_room(len(table.columns), letters))


def _tall(table: Table, shares: Shares) -> float:
    """Return how many lines a row has on average, in its narrow columns."""
    lines = [shares.lines([says(cell) for cell in row], _NARROW) for row in table.rows]
    return sum(lines) / max(len(lines), 1)
