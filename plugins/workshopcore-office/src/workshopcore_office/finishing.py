"""What xlsxwriter has no words for, put into the workbook that it wrote."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

__all__ = ["finished"]

_PROPERTIES = "docProps/core.xml"
_END = b"</cp:coreProperties>"
_TAG = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_ROW = re.compile(rb'<row r="(\d+)"[^>]*>')
_CHOSEN = b' customHeight="1"'
_LINKS = "xl/worksheets/_rels/"
_FIRST_SHEET = "xl/worksheets/sheet1.xml"


def finished(
    workbook: bytes, language: str, growing: Mapping[str, Collection[int]] | None = None
) -> bytes:
    """Return a workbook with its language, and with rows that grow with what is typed.

    xlsxwriter marks every height that it is given as somebody's choice, which Excel then keeps
    however long a note becomes. The dates in the archive stay those of the one that came in.

    Args:
        workbook: the workbook.
        language: its language.
        growing: which rows may grow, counted from 0, by the part of the archive that their sheet
            is; left out, all those of the first sheet.
    """
    file = BytesIO()
    with ZipFile(BytesIO(workbook)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if growing is None and part.filename == _FIRST_SHEET:
                content = content.replace(_CHOSEN, b"")
            elif growing and part.filename in growing:
                content = _let_grow(content, growing[part.filename])
            elif part.filename.startswith(_LINKS):
                # Paths are written as one system has them; all of them read the other way.
                content = content.replace(b"\\", b"/")
            elif part.filename == _PROPERTIES:
                content = content.replace(_END, _language(language) + _END)
            new.writestr(part, content)
    return file.getvalue()


def _let_grow(sheet: bytes, rows: Collection[int]) -> bytes:
    def row(match: re.Match[bytes]) -> bytes:
        return match[0].replace(_CHOSEN, b"") if int(match[1]) - 1 in rows else match[0]

    return _ROW.sub(row, sheet)


def _language(language: str) -> bytes:
    """Return the element that says so, or nothing of what is the name of no language."""
    if not _TAG.fullmatch(language):
        return b""
    return f"<dc:language>{language}</dc:language>".encode()
