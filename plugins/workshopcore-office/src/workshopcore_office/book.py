"""A workbook that came back, opened with openpyxl; whatever is in it, only one error comes out."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from typing import Any
from zipfile import ZipFile

from attrs import field, frozen

from workshopcore.errors import InvalidValueError, Shown
from workshopcore_office.archive import open_archive
from workshopcore_office.cells import value_of
from workshopcore_office.extent import Extent, extent_of
from workshopcore_office.parts import parts_of

__all__ = ["Page", "pages_of"]

_BATCH = 500
_MOST_SHEETS = 100


@frozen
class Page:
    """A sheet of a workbook, read row by row.

    Attributes:
        title: its name.
        hidden: whether people see it.
        extent: what it takes up.
    """

    title: str
    hidden: bool
    extent: Extent
    _sheet: Any = field(repr=False)

    def rows(self, first: int, last: int, width: int) -> Iterator[tuple[int, list[object]]]:
        """Yield the rows with anything in them, each with its number and its values.

        Args:
            first: the first row, from 1.
            last: the last row.
            width: how many columns.

        Raises:
            InvalidValueError: the file is damaged.
        """
        from openpyxl.cell.read_only import EMPTY_CELL

        end = min(last, self.extent.last)
        if first > end:
            return
        rows = enumerate(self._sheet.iter_rows(first, end, 1, width), first)
        while True:
            with _guarded():
                batch = list(islice(rows, _BATCH))
                filled = [
                    (number, list(map(value_of, cells)))
                    for number, cells in batch
                    if any(cell is not EMPTY_CELL for cell in cells)
                ]
            if not batch:
                return
            for number, values in filled:
                if any(value is not None for value in values):
                    yield number, values


def pages_of(data: bytes) -> list[Page]:
    """Return the sheets of a workbook, in order.

    Raises:
        InvalidValueError: it is something else, not safe to open, or damaged.
    """
    archive = open_archive(data)
    with _guarded():
        parts = parts_of(archive)
    _check_parts(parts)
    with _guarded():
        from openpyxl import load_workbook

        workbook = load_workbook(BytesIO(data), read_only=True, keep_links=False)
        return [_page(sheet, archive, parts) for sheet in workbook.worksheets]


def _page(sheet: Any, archive: ZipFile, parts: Mapping[str, str]) -> Page:
    # What a sheet says of its own size is wrong in some programs.
    sheet.reset_dimensions()
    with archive.open(parts[sheet.title]) as part:
        extent = extent_of(part)
    return Page(sheet.title, sheet.sheet_state != "visible", extent, sheet)


def _check_parts(parts: Mapping[str, str]) -> None:
    """Refuse what would have one part read again and again."""
    if len(parts) > _MOST_SHEETS or len(set(parts.values())) < len(parts):
        found = Shown(f"{len(parts)} sheets in {len(set(parts.values()))} parts")
        cure = "Copy the list of actions into a new workbook"
        expected = f"at most {_MOST_SHEETS} sheets, each in a part of its own"
        raise InvalidValueError(found, expected, cure)


@contextmanager
def _guarded() -> Iterator[None]:
    """Make one error of whatever a damaged file makes openpyxl raise, and pass over warnings."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except Exception as error:
        raise InvalidValueError(
            Shown("a workbook that cannot be read as far as that"),
            "an Excel workbook (.xlsx)",
            "Open it in Excel and save it anew, or ask for the file again",
        ) from error
