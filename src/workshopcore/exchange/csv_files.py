"""Action lists as CSV files, ours and those of other tools."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from io import StringIO
from typing import Any

from attrs import frozen

from workshopcore.contracts.exchange import ExportRequest, Imported, ImportRequest, Matter
from workshopcore.delimited.formulas import as_text
from workshopcore.errors import InvalidValueError, Problem, Shown
from workshopcore.exchange.decoding import decoded
from workshopcore.exchange.delimited import Rows, checked_delimiter
from workshopcore.exchange.table import (
    AS_SENT,
    COLUMNS,
    OPTIONS,
    Cell,
    option_problems,
    read_table,
    sheet_of,
)
from workshopcore.model import accept
from workshopcore.model.options import Options
from workshopcore.model.programme import Programme

__all__ = ["CsvExporter", "CsvImporter"]

_KEPT = ("owner", "due", "status", "progress", "note")
_OPTIONS = (*OPTIONS, "delimiter", "encoding")


@frozen
class CsvExporter:
    """Writes actions as CSV: UTF-8 with a byte order mark, so that spreadsheets read accents.

    The last columns have what was sent out, for comparing when the file comes back; owners
    leave them alone. A cell that a spreadsheet would run as a formula is written as text.

    The option ``delimiter`` is what stands between cells, a comma unless it is given.
    """

    key: str = "csv"
    title: str = "Comma-separated values"
    matter: Matter = "actions"
    suffix: str = ".csv"

    def write(self, programme: Programme, request: ExportRequest) -> bytes:
        """Return the file."""
        delimiter = _delimiter(request.options)
        sheet = sheet_of(programme, request)
        text = StringIO(newline="")
        writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
        kept = [number for number, column in enumerate(COLUMNS) if column.field in _KEPT]
        writer.writerow([*sheet.headings, *(sheet.headings[n] + AS_SENT for n in kept)])
        for row in sheet.rows:
            cells = [_written(cell) for cell in row]
            writer.writerow([*cells, *(cells[number] for number in kept)])
        return text.getvalue().encode("utf-8-sig")


def _delimiter(options: Options) -> str:
    """Return what is to stand between cells.

    Raises:
        InvalidValueError: it is no such thing, or there is another option.
    """
    for fault in option_problems(options, ["delimiter"]):
        raise InvalidValueError(Shown(fault.found), fault.expected, fault.hint)
    return checked_delimiter(options.get("delimiter", ","))


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    return as_text(cell) if isinstance(cell, str) else str(cell)


@frozen
class CsvImporter:
    """Reads actions from CSV files, ours and those of other tools.

    It finds out the encoding (UTF-8, UTF-16 with a byte order mark, cp1252), the delimiter
    (comma, semicolon, tab) and the row that has the headings, and knows the headings of tools
    that there is a preset for. Options: ``preset``, ``columns``, ``statuses``, ``month_first``
    and ``tool`` as in :func:`~workshopcore.exchange.table.read_table`, ``delimiter``, and
    ``encoding``.
    """

    key: str = "csv"
    title: str = "Comma-separated values"
    matter: Matter = "actions"
    suffixes: tuple[str, ...] = (".csv", ".tsv", ".txt")

    def read(self, data: bytes, programme: Programme, request: ImportRequest) -> Imported:
        """Return what the file says of actions."""
        problems = option_problems(request.options, _OPTIONS)
        encoding = _option(request.options, "encoding", accept.text, problems)
        delimiter = _option(request.options, "delimiter", checked_delimiter, problems)
        text, faults = decoded(data, encoding)
        problems += faults
        if not text.strip():
            return Imported((), problems or [Problem("WC004", "file", "nothing", "a table")])
        rows = Rows(text, delimiter, request.options)
        found = read_table(rows.headings, rows, programme, request)
        return Imported(found.value, [*problems, *rows.problems, *found.problems])


def _option(
    options: Options, name: str, accepted: Callable[[Any], str], problems: list[Problem]
) -> str:
    """Return an option of one's own, ``""`` where it is left out or cannot be."""
    try:
        return accepted(options[name]) if name in options else ""
    except InvalidValueError as fault:
        problems.append(fault.at(f"options.{name}"))
        return ""
