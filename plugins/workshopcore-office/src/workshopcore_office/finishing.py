"""What xlsxwriter has no words for, put into the workbook that it wrote."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

__all__ = ["finished"]

_PROPERTIES = "docProps/core.xml"
_END = b"</cp:coreProperties>"
_TAG = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_FIRST_SHEET = "xl/worksheets/sheet1.xml"


def finished(workbook: bytes, language: str) -> bytes:
    """Return a workbook with its language, and with rows that grow with what is typed.

    xlsxwriter marks every height that it is given as somebody's choice, which Excel then keeps
    however long a note becomes. The dates in the archive stay those of the one that came in.
    """
    file = BytesIO()
    with ZipFile(BytesIO(workbook)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == _FIRST_SHEET:
                content = content.replace(b' customHeight="1"', b"")
            elif part.filename == _PROPERTIES:
                content = content.replace(_END, _language(language) + _END)
            new.writestr(part, content)
    return file.getvalue()


def _language(language: str) -> bytes:
    """Return the element that says so, or nothing of what is the name of no language."""
    if not _TAG.fullmatch(language):
        return b""
    return f"<dc:language>{language}</dc:language>".encode()
