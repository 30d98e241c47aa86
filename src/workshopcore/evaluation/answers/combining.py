"""One answer from the several columns that some tools spread it over."""

from __future__ import annotations

from collections.abc import Sequence

from workshopcore.evaluation.answers.coding import (
    Answer,
    Coder,
    Other,
    choice_coder,
    coder_of,
    mark_coder,
)
from workshopcore.evaluation.answers.mapping import AnswerMapping
from workshopcore.evaluation.answers.matching import Column

__all__ = ["coders_of", "combined"]


def coders_of(columns: Sequence[Column], mapping: AnswerMapping) -> list[Coder]:
    """Return what reads the cells of each column of an item."""
    return [_coder(column, mapping) for column in columns]


def _coder(column: Column, mapping: AnswerMapping) -> Coder:
    if column.rank:
        return choice_coder(column.item, mapping)
    if column.option:
        return mark_coder(column.item, column.option, mapping)
    return coder_of(column.item, mapping)


def combined(columns: Sequence[Column], cells: Sequence[Answer | None]) -> Answer | None:
    """Return the answer that the cells of one person make together.

    An item has one column, or one for each option, or one for each place of a ranking; and
    beside any of them one for the words under "Other".
    """
    if columns[0].rank:
        return _in_order(columns, cells)
    if all(column.option for column in columns):
        return _marked([column.option for column in columns], cells)
    whole = next(at for at, column in enumerate(columns) if not column.option)
    words = next((cell for cell in cells if isinstance(cell, Other)), None)
    return words if words is not None else cells[whole]


def _in_order(columns: Sequence[Column], cells: Sequence[Answer | None]) -> Answer | None:
    """Return options in the order of the places that they were put in."""
    ranked = sorted(zip(columns, cells, strict=True), key=lambda each: each[0].rank)
    found = dict.fromkeys(cell for _, cell in ranked if isinstance(cell, str))
    return tuple(found) or None


def _marked(options: Sequence[str], marks: Sequence[Answer | None]) -> Answer | None:
    """Return the options that were marked, in order of place where places were given."""
    if all(mark is None for mark in marks):
        return None
    chosen = [
        (
            0 if isinstance(mark, (bool, Other)) else mark,
            mark if isinstance(mark, Other) else option,
        )
        for option, mark in zip(options, marks, strict=True)
        if mark not in (None, False)
    ]
    return tuple(option for _, option in sorted(chosen, key=_place))


def _place(chosen: tuple[object, str | Other]) -> int:
    return chosen[0] if isinstance(chosen[0], int) else 0
