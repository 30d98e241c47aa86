"""Where in a workbook a problem is: the row, the column's heading, and the cell."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workshopcore.errors import Problem
from workshopcore.exchange.layout import Layout
from workshopcore_office.columns import letters

__all__ = ["in_order", "place_in", "with_cells"]

_PLACE = re.compile(r"row (\d+)(?:, column (.+))?", re.DOTALL)
_CELL = re.compile(r"\(([A-Z]+)\d+\)$")


def place_in(row: int, heading: str, column: int) -> str:
    """Return where a cell is, for people: the column counts from 0.

    >>> place_in(7, "Note", 9)
    'row 7, column Note (J7)'
    """
    return f"row {row}, column {heading} ({letters(column)}{row})"


def with_cells(problems: Iterable[Problem], layout: Layout) -> list[Problem]:
    """Return problems of a table, each with its cell where it is that of one."""
    # Where a heading is there twice, only its first column is read.
    columns: dict[str, int] = {}
    for column, heading in layout.headings.items():
        columns.setdefault(heading, column)
    found = []
    for problem in problems:
        match = _PLACE.fullmatch(problem.path)
        if match and match[2] in columns:
            place = place_in(int(match[1]), match[2], columns[match[2]])
            problem = problem._replace(path=place)
        found.append(problem)
    return found


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems by row and column; those of no row come first."""
    return sorted(problems, key=_order)


def _order(problem: Problem) -> tuple[int, int, str]:
    row = _PLACE.match(problem.path)
    cell = _CELL.search(problem.path)
    column = cell[1] if cell else ""
    return int(row[1]) if row else 0, len(column), column
