"""Writes an action log as an Excel workbook."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from typing import Any

from attrs import frozen

from workshopcore.contracts.exchange import ExportRequest, Matter
from workshopcore.errors import InvalidValueError, Shown
from workshopcore.exchange.table import option_problems, sheet_of
from workshopcore.language import ENGLISH, speaking
from workshopcore.model.options import Options
from workshopcore.model.programme import Programme
from workshopcore.reports.wording import day
from workshopcore_office.action_sheet import TITLE, write_actions
from workshopcore_office.cells import seen
from workshopcore_office.finishing import finished
from workshopcore_office.looks import Looks
from workshopcore_office.other_sheets import write_carried, write_guidance, write_lists

__all__ = ["ActionLogExporter"]

_NEW_ROWS = 12
_MOST_NEW_ROWS = 1000
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


@frozen
class ActionLogExporter:
    """Writes an action log as a workbook that owners can edit and send back.

    The option ``new_rows`` says how many rows there are for new actions.
    """

    key: str = "office:xlsx"
    title: str = "Excel workbook"
    matter: Matter = "actions"
    suffix: str = ".xlsx"

    def write(self, programme: Programme, request: ExportRequest) -> bytes:
        """Return the workbook.

        Raises:
            InvalidValueError: an option is of no use.
            UnknownKeyError: an action that is asked for is none of the programme's.
        """
        # What it is read by when it comes back, headings and statuses, is English: so is the rest.
        with speaking(ENGLISH):
            return self._written(programme, request)

    def _written(self, programme: Programme, request: ExportRequest) -> bytes:
        new_rows = _new_rows(request.options)
        as_of = request.as_of
        table = sheet_of(programme, ExportRequest(as_of, request.actions))
        file = BytesIO()
        workbook = _new_workbook(file)
        looks = Looks(workbook)
        _describe(workbook, programme, request)
        write_actions(
            workbook.add_worksheet(TITLE),
            programme,
            as_of,
            table,
            looks,
            new_rows=new_rows,
            advance=request.advance,
        )
        write_guidance(workbook.add_worksheet("How to use this"), looks)
        write_lists(workbook, workbook.add_worksheet("Lists"), programme, as_of, looks)
        write_carried(
            workbook.add_worksheet("Sent out"), programme, as_of, table, looks.below_title
        )
        workbook.close()
        return finished(file.getvalue(), programme.language)


def _new_workbook(file: BytesIO) -> Any:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it has no types

    return Workbook(file, dict(_OPTIONS))


def _new_rows(options: Options) -> int:
    """Return how many rows there are to be for new actions.

    Raises:
        InvalidValueError: it is no such number, or there is another option.
    """
    for fault in option_problems(options, ["new_rows"]):
        raise InvalidValueError(Shown(fault.found), fault.expected, fault.hint)
    value = options.get("new_rows", _NEW_ROWS)
    if value.__class__ is not int or not 0 <= value <= _MOST_NEW_ROWS:
        raise InvalidValueError(value, f"new_rows, a whole number from 0 to {_MOST_NEW_ROWS}")
    return int(value)


def _describe(workbook: Any, programme: Programme, request: ExportRequest) -> None:
    """Set the properties of the workbook; nothing in them comes from the clock."""
    workbook.set_properties(
        {
            "title": seen(f"Action log: {programme.title}")[:255],
            "subject": f"As it stood on {day(request.as_of)}",
            "created": datetime.combine(request.as_of, time()),
        }
    )
