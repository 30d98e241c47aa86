"""A workbook's bytes, looked at before any of it is believed.

A workbook is a zip archive of XML. Whoever sends one may have packed gigabytes into it, or
declared entities that grow without end; both are refused here, before a parser sees them.
"""

from __future__ import annotations

import zlib
from contextlib import suppress
from io import BytesIO
from typing import IO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from workshopcore.errors import InvalidValueError, Shown

__all__ = ["open_archive"]

_MOST_BYTES = 256 * 2**20
_MOST_PARTS = 1000
_PIECE = 2**20

_OLD = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK = "an Excel workbook (.xlsx)"
_SAVE_AS = "Open it in Excel and save it as 'Excel Workbook (*.xlsx)'"
_OTHERS = {
    "xl/workbook.bin": ("a binary workbook (.xlsb)", _SAVE_AS),
    "mimetype": ("an OpenDocument file (.ods)", "Open it and save it as an Excel workbook (.xlsx)"),
    "Index/Document.iwa": ("a Numbers file", "In Numbers, export it to Excel (.xlsx)"),
}


def open_archive(data: bytes) -> ZipFile:
    """Return the archive that a workbook is.

    Raises:
        InvalidValueError: it is something else, or not safe to open.
    """
    if data.startswith(_OLD):
        raise _refused(*_of_old_kind(data))
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, NotImplementedError, OSError, ValueError) as error:
        found = "an empty file" if not data else "a file of another kind, or a damaged one"
        raise _refused(found, _SAVE_AS) from error
    names = set(archive.namelist())
    if "[Content_Types].xml" not in names or "xl/workbook.bin" in names:
        known = (other for name, other in _OTHERS.items() if name in names)
        raise _refused(*next(known, ("an archive without a workbook in it", _SAVE_AS)))
    _check_sizes(archive)
    for name in archive.namelist():
        _check_part(archive, name)
    return archive


def _refused(found: str, cure: str, expected: str = _WORKBOOK) -> InvalidValueError:
    return InvalidValueError(Shown(found), expected, cure)


def _of_old_kind(data: bytes) -> tuple[str, str]:
    if _ENCRYPTED in data:
        return (
            "a workbook locked with a password",
            "Open it in Excel with its password, and take it off: File, Info, Protect Workbook",
        )
    return "a workbook of the old kind (.xls)", _SAVE_AS


def _check_sizes(archive: ZipFile) -> None:
    """Refuse what unpacks to far more than any list of actions needs.

    The sizes are what the archive says; nothing more than that is ever unpacked of a part.
    """
    parts = archive.infolist()
    size = sum(part.file_size for part in parts)
    if size > _MOST_BYTES or len(parts) > _MOST_PARTS:
        found = f"{len(parts)} parts with {size // 2**20} MiB"
        expected = f"at most {_MOST_PARTS} parts with {_MOST_BYTES // 2**20} MiB when unpacked"
        raise _refused(found, "Copy the list of actions into a new workbook", expected)


def _check_part(archive: ZipFile, name: str) -> None:
    try:
        with archive.open(name) as part:
            _check_prolog(part, name)
    except (BadZipFile, NotImplementedError, OSError, RuntimeError, EOFError, zlib.error) as error:
        found = f"an archive with a damaged part ({name[:60]!r})"
        raise _refused(found, "Ask for the file again, or save it anew in Excel") from error


def _check_prolog(part: IO[bytes], name: str) -> None:
    """Refuse XML with a document type: no workbook has one, and entities hide in it."""
    ahead = _Ahead()
    # What is no XML (a picture, a macro) is nothing that anybody will parse.
    with suppress(expat.ExpatError, LookupError, ValueError):
        while not ahead.over and (piece := part.read(_PIECE)):
            ahead.parser.Parse(piece, False)
    if ahead.declared:
        found = f"a part that declares a document type ({name[:60]!r})"
        raise _refused(found, "Do not open it: ask for the file again, from somebody you know")


class _Ahead:
    """Reads XML as far as its first element."""

    def __init__(self) -> None:
        self.over = False
        self.declared = False
        self.parser = expat.ParserCreate()
        self.parser.StartDoctypeDeclHandler = self._declared
        self.parser.StartElementHandler = self._begun

    def _declared(self, *_: object) -> None:
        self.declared = self.over = True
        raise ValueError

    def _begun(self, *_: object) -> None:
        self.over = True
        raise ValueError
