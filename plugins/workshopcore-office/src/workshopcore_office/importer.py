"""Reads an action log that came back as a workbook."""

from __future__ import annotations

from attrs import evolve, frozen

from workshopcore.contracts.exchange import Imported, ImportRequest, Matter
from workshopcore.errors import InvalidValueError
from workshopcore.exchange.table import OPTIONS, option_problems, read_table
from workshopcore.model.programme import Programme
from workshopcore_office.book import pages_of
from workshopcore_office.finding import find_carried, find_list
from workshopcore_office.places import in_order, with_cells
from workshopcore_office.rows import Rows

__all__ = ["ActionLogImporter"]

_SHEET = "sheet"


@frozen
class ActionLogImporter:
    """Reads an action log from a workbook: one of ours that came back, or anybody's.

    The option ``sheet`` names the sheet with the list; the others are those of every table.
    """

    key: str = "office:xlsx"
    title: str = "Excel workbook"
    matter: Matter = "actions"
    suffixes: tuple[str, ...] = (".xlsx", ".xlsm")

    def read(self, data: bytes, programme: Programme, request: ImportRequest) -> Imported:
        """Return what the workbook says of actions.

        Whatever the bytes are, it returns: what cannot be read is a problem with its place.
        """
        problems = option_problems(request.options, (*OPTIONS, _SHEET))
        options = dict(request.options)
        sheet = options.pop(_SHEET, "")
        try:
            if not isinstance(sheet, str):
                raise InvalidValueError(sheet, "the name of a sheet", field="options.sheet")
            imported = _read(data, programme, evolve(request, options=options), sheet)
        except InvalidValueError as fault:
            return Imported((), [*problems, fault.at(fault.field or "file")])
        return Imported(imported.value, [*problems, *imported.problems])


def _read(data: bytes, programme: Programme, request: ImportRequest, sheet: str) -> Imported:
    """Return what a workbook says of actions.

    Raises:
        InvalidValueError: it is none, or has no list of actions.
    """
    pages = pages_of(data)
    found, problems = find_list(pages, request, sheet)
    carried, faults = find_carried(pages, programme, found.layout)
    rows = Rows(found.page, found.row, found.layout, carried)
    sent = carried.sent if carried else None
    imported = read_table(found.headings, rows, programme, request, sent)
    cells = with_cells(imported.problems, found.layout)
    return Imported(imported.value, [*problems, *faults, *in_order([*rows.problems, *cells])])
