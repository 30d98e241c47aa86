"""A published table in a CSV file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from workshopcore.cli.program import Refusal

if TYPE_CHECKING:
    from workshopcore.evaluation.disclosure import Published

__all__ = ["table_in"]

_HIDDEN = frozenset({"", "-", "–", "—", "*", "c", "x", "hidden", "suppressed", "..", "…"})
_TOTALS = frozenset({"total", "all", "sum", "totals", "everybody"})


def table_in(path: Path, columns_are: Literal["groups", "answers"]) -> Published:
    """Return the table in a file.

    Raises:
        InvalidValueError: its figures do not fit together.
        OSError: the file cannot be read.
        Refusal: it is no table, or a cell is neither a count nor hidden.
    """
    from workshopcore.errors import Problem
    from workshopcore.evaluation.answers.source import rows_of
    from workshopcore.evaluation.disclosure import Published

    problems: list[Problem] = []
    rows = [[cell.strip() for cell in row] for row in rows_of(path, problems)]
    numbered = [(number, row) for number, row in enumerate(rows, start=1) if any(row)]
    if len(numbered) < 2 or len(numbered[0][1]) < 2:
        raise Refusal(f"{path}: expected a row of labels and rows of figures below it")
    headings = numbered[0][1]
    # With one column of figures there is no second way to divide people.
    one_way = len(headings) == 2
    total_at = -1 if one_way else _place(headings[1:])
    cells, labels, totals, foot = [], [], [], None
    for number, row in numbered[1:]:
        figures = [_figure(path, number, headings, row, at) for at in range(1, len(headings))]
        total = figures.pop(total_at) if total_at >= 0 else None
        if row[0].casefold() in _TOTALS:
            foot = (figures, total)
            continue
        labels.append(row[0])
        cells.append(figures)
        totals.append(total)
    columns = [] if one_way else [h for at, h in enumerate(headings[1:]) if at != total_at]
    if one_way:
        total = foot[0][0] if foot else None
        return Published(labels, cells=cells, total=total, columns_are=columns_are)
    return Published(
        labels,
        columns,
        cells,
        row_totals=totals if total_at >= 0 else (),
        column_totals=foot[0] if foot else (),
        total=foot[1] if foot else None,
        columns_are=columns_are,
    )


def _place(headings: Sequence[str]) -> int:
    return next((at for at, each in enumerate(headings) if each.casefold() in _TOTALS), -1)


def _figure(
    path: Path, number: int, headings: Sequence[str], row: Sequence[str], at: int
) -> int | None:
    cell = row[at] if at < len(row) else ""
    if cell.casefold() in _HIDDEN:
        return None
    digits = cell.replace(",", "").replace("\N{NO-BREAK SPACE}", "").replace(" ", "")
    if digits.isascii() and digits.isdecimal():
        return int(digits)
    raise Refusal(
        f"{path}: row {number}, column {headings[at]}: expected a count of people, or –"
        f" for one that is hidden, found {cell!r}"
    )
