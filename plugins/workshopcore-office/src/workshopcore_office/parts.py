"""Which part of an archive each sheet of a workbook is."""

from __future__ import annotations

from posixpath import basename, dirname, join, normpath
from xml.etree import ElementTree
from zipfile import ZipFile

__all__ = ["parts_of"]

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_USUALLY = "xl/workbook.xml"


def parts_of(archive: ZipFile) -> dict[str, str]:
    """Return the part that each sheet is, by the name of the sheet.

    Raises:
        Exception: the archive is no workbook, or a damaged one.
    """
    book = _book(archive)
    folder = dirname(book)
    relations = archive.read(join(folder, "_rels", f"{basename(book)}.rels"))
    targets = {
        each.attrib["Id"]: normpath(join("/", folder, each.attrib["Target"])).lstrip("/")
        for each in ElementTree.fromstring(relations)
    }
    sheets = ElementTree.fromstring(archive.read(book)).iterfind("{*}sheets/{*}sheet")
    return {each.attrib["name"]: targets[each.attrib[_RELATION]] for each in sheets}


def _book(archive: ZipFile) -> str:
    """Return the part that lists the sheets: the one whose kind says that it is a workbook."""
    kinds = ElementTree.fromstring(archive.read("[Content_Types].xml"))
    books = [
        each.attrib["PartName"].lstrip("/")
        for each in kinds.iterfind("{*}Override")
        if each.attrib["ContentType"].endswith(".main+xml")
    ]
    if len(books) > 1:
        raise ValueError
    return books[0] if books else _USUALLY
