"""Fields of a form: lists to choose from, boxes to tick, and room to write on paper too."""

from __future__ import annotations

from typing import Any

from workshopcore.contracts.report import Column, FormField, Table
from workshopcore.language import gettext
from workshopcore_office.workbook.sheet import Cell, Sheet
from workshopcore_office.workbook.tables import draw_table
from workshopcore_office.workbook.text import Words, words_of

__all__ = ["EMPTY", "FULL", "draw_box", "draw_field"]

EMPTY, FULL = "☐", "☑"
_RING, _DISC = "○", "●"
_LINE = 21.0
_TITLE, _HINT = 32, 255
"""How long Excel lets the title and the text of a hint be."""


def draw_field(sheet: Sheet, block: FormField) -> None:
    """Write a field with its question and whatever there is to choose from."""
    sheet.gap()
    if block.kind == "tick":
        draw_box(sheet, block.label, ticked=False)
        sheet.prose("hint", block.hint)
        return
    sheet.prose("question", block.label)
    sheet.prose("hint", block.hint)
    match block.kind:
        case "choice" | "scale":
            _choice(sheet, block)
        case "several":
            for option in block.options:
                draw_box(sheet, option, ticked=False)
        case "ranking":
            _ranking(sheet, block)
        case "matrix":
            _matrix(sheet, block)
        case _:
            _answer(sheet, _LINE * max(block.lines, 1) if block.kind == "text" else _LINE)


def draw_box(sheet: Sheet, text: Any, *, ticked: bool) -> None:
    """Write a box to tick, on the screen from a list, and what it is for."""
    first, last = sheet.grid.prose
    box = Cell((first, first), words_of(FULL if ticked else EMPTY), "box")
    row = sheet.cells([box, Cell((first + 1, last), words_of(text), "item")])
    _accept(sheet, row, first, {"validate": "list", "source": [EMPTY, FULL]})


def _answer(sheet: Sheet, height: float) -> int:
    return sheet.cells([Cell(sheet.grid.prose, Words(()), "answer")], height)


def _choice(sheet: Sheet, block: FormField) -> None:
    """Write a cell to choose in, and the options, each with a ring for the pen.

    The ring is a part of the format, so that what is chosen is the option alone.
    """
    first, _ = sheet.grid.prose
    answer = _answer(sheet, _LINE)
    ring = {"num_format": f'"{_RING} "@', "indent": 1}
    rows = [
        sheet.cells([Cell(sheet.grid.prose, words_of(option), "item", more=ring)])
        for option in block.options
    ]
    if not rows:
        return
    name = sheet.name.replace("'", "''")
    rule = {
        "validate": "list",
        "source": f"='{name}'!{_place(rows[0], first)}:{_place(rows[-1], first)}",
        "input_title": gettext("Choose one")[:_TITLE],
        "error_type": "warning",
    }
    _accept(sheet, answer, first, rule)


def _ranking(sheet: Sheet, block: FormField) -> None:
    first, last = sheet.grid.prose
    most = len(block.options)
    hint = gettext("A number from 1, for the first, to {most}", most=most)
    for option in block.options:
        row = sheet.cells(
            [
                Cell((first, first), Words(()), "box"),
                Cell((first + 1, last), words_of(option), "item"),
            ]
        )
        rule = {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": most}
        _accept(sheet, row, first, {**rule, "input_message": hint[:_HINT]})


def _matrix(sheet: Sheet, block: FormField) -> None:
    """Write a table of rings; each of them can be filled from a list."""
    rings = [_RING] * len(block.options)
    heads = [Column(option, align="centre") for option in block.options]
    rows = [[row, *rings] for row in block.rows]
    table = Table(["", *heads], rows, row_headings=True)
    placed = draw_table(sheet, table, lambda _row, column: "box" if column else "")
    for row in placed.rows:
        for column in placed.columns[1:]:
            _accept(sheet, row, column, {"validate": "list", "source": [_RING, _DISC]})


def _accept(sheet: Sheet, row: int, column: int, rule: dict[str, Any]) -> None:
    sheet.page.data_validation(row, column, row, column, rule)


def _place(row: int, column: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell  # type: ignore[import-untyped]

    return str(xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True))
