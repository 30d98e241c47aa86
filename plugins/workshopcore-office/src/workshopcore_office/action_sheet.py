"""The sheet that people see and write in: one row for each action, and room for new ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import ceil
from typing import Any

from workshopcore.contracts.exchange import Advance
from workshopcore.exchange.pace import paced
from workshopcore.exchange.table import COLUMNS, Cell, Sheet
from workshopcore.exchange.words import status_word
from workshopcore.model.action import CLOSED
from workshopcore.model.programme import Programme
from workshopcore.reports.wording import day, listed
from workshopcore_office.cells import fitted, seen, write_text
from workshopcore_office.columns import LOG, LogColumn, place_of
from workshopcore_office.looks import Looks
from workshopcore_office.rules import ListRows, add_rules, mark_rows

__all__ = ["TITLE", "write_actions"]

TITLE = "Actions"
_HEADINGS = 3
_LINE, _ROOMY, _HIGHEST = 13.5, 21, 400
_PER_WIDTH = 1.12
"""Letters of the list's size on the width of one figure of the usual size, as words break."""

_ALLOWED = (
    *("select_locked_cells", "select_unlocked_cells", "format_columns", "format_rows"),
    *("sort", "autofilter"),
)
_STATUS = [column.field for column in COLUMNS].index("status")
_CLOSED = frozenset(map(status_word, CLOSED))
_EDITED = listed(column.heading for column in LOG if column.edited)


def write_actions(
    sheet: Any,
    programme: Programme,
    as_of: date,
    table: Sheet,
    looks: Looks,
    *,
    new_rows: int,
    advance: Advance,
) -> None:
    """Write the sheet.

    Args:
        sheet: the xlsxwriter sheet, empty.
        programme: whose actions.
        as_of: the day as which they stand.
        table: the actions.
        looks: the formats of its workbook.
        new_rows: how many rows there are for new actions.
        advance: called with how many actions are written.
    """
    rows = ListRows(
        _HEADINGS + 1, _HEADINGS + len(table.rows), _HEADINGS + len(table.rows) + new_rows
    )
    _write_top(sheet, programme, as_of, looks)
    open_first = sorted(table.rows, key=_is_closed)
    agreed = {action.id: action.agreed or action.created for action in programme.actions}
    for row, cells in enumerate(paced(open_first, advance), rows.first):
        placed = list(_placed(cells, agreed))
        sheet.set_row(row - 1, _height(placed))
        for place, column, cell in placed:
            _write(sheet, row - 1, place, cell, looks.cell(column.kind, column.edited))
    for row in range(rows.last + 1, rows.end + 1):
        sheet.set_row(row - 1, _ROOMY)
        for place, column in enumerate(LOG):
            _write(sheet, row - 1, place, None, looks.cell(column.kind, column.for_new))
    if rows.end >= rows.first:
        add_rules(sheet, rows, as_of, has_objectives=bool(programme.objectives))
        mark_rows(sheet, rows, as_of, looks)
        sheet.ignore_errors({"number_stored_as_text": f"A1:{place_of('note')[1]}{rows.end}"})
    _set_up(sheet, rows)
    _set_up_print(sheet, programme, as_of)


def _write_top(sheet: Any, programme: Programme, as_of: date, looks: Looks) -> None:
    sheet.set_row(0, 26)
    sheet.set_row(1, 18)
    sheet.set_row(_HEADINGS - 1, _ROOMY)
    write_text(sheet, 0, 0, f"Action log: {programme.title}", looks.title)
    told = f"As it stood on {day(as_of)}. You can change what is in the columns {_EDITED}, "
    write_text(sheet, 1, 0, f"{told}and add actions at the foot.", looks.below_title)
    for place, column in enumerate(LOG):
        heading = looks.open_heading if column.edited else looks.heading
        write_text(sheet, _HEADINGS - 1, place, column.heading, heading)


def _is_closed(cells: Sequence[Cell]) -> bool:
    return cells[_STATUS] in _CLOSED


def _placed(
    cells: Sequence[Cell], agreed: Mapping[str, date | None]
) -> Iterator[tuple[int, LogColumn, Cell]]:
    """Yield the cells of an action, each with its column."""
    values = dict(zip((column.field for column in COLUMNS), cells, strict=True))
    values["agreed"] = agreed[str(values["id"])]
    for place, column in enumerate(LOG):
        yield place, column, values[column.field]


def _height(placed: Iterable[tuple[int, LogColumn, Cell]]) -> float:
    """Return how high a row has to be for its text, in points.

    Excel works it out by itself; other programs trust the file.
    """
    lines = [_lines(cell, column.width) for _, column, cell in placed if isinstance(cell, str)]
    return min(_HIGHEST, _LINE * max(lines) + 3)


def _lines(text: str, width: float) -> int:
    """Return how many lines text takes; letters of East Asia are twice as wide."""
    lengths = (
        len(line) if line.isascii() else sum(2 if letter > "\u1100" else 1 for letter in line)
        for line in fitted(text).split("\n")
    )
    return sum(max(1, ceil(length / (_PER_WIDTH * width))) for length in lengths)


def _write(sheet: Any, row: int, place: int, cell: Cell, look: Any) -> None:
    if isinstance(cell, str):
        write_text(sheet, row, place, cell, look)
    elif isinstance(cell, date):
        sheet.write_datetime(row, place, cell, look)
    elif cell is None:
        sheet.write_blank(row, place, None, look)
    else:
        sheet.write_number(row, place, cell, look)


def _set_up(sheet: Any, rows: ListRows) -> None:
    for place, column in enumerate(LOG):
        sheet.set_column(place, place, column.width)
    sheet.freeze_panes(_HEADINGS, 0)
    sheet.autofilter(_HEADINGS - 1, 0, max(rows.end, _HEADINGS) - 1, len(LOG) - 1)
    sheet.protect("", dict.fromkeys(_ALLOWED, True))
    sheet.set_selection(_HEADINGS, place_of("due")[0], _HEADINGS, place_of("due")[0])


def _set_up_print(sheet: Any, programme: Programme, as_of: date) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADINGS - 1)
    sheet.set_footer(f"&L{_plain(programme.title)}&CPage &P of &N&RAs it stood on {day(as_of)}")


def _plain(text: str) -> str:
    """Return text for a footer, in which an ampersand begins an order to Excel."""
    short = " ".join(seen(text).replace("&", " and ").split())
    return short if len(short) <= 60 else f"{short[:59]}…"
