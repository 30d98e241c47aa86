"""Heads of rows, told to a screen reader.

Typst tags the heads of columns, and keeps those of rows behind a switch that its Python package
does not have yet. So the cells that head a row are tagged here, in the finished file. The new
tag is as long as the old one, so that nothing in the file moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

__all__ = ["with_row_heads"]

# A cell says which head it stands under: U3x0y0 is the first column of the third table. Nobody's
# words can look like an object of the file, for no text in it has a line break.
_OBJECT = rb"\n\d+ 0 obj\n<</Type/StructElem"
_CELL = re.compile(
    rb"(" + _OBJECT + rb"/S/T)D(/P \d+ 0 R/A\[<</O/Table)(/Headers\[\(U(\d+)x0y0\)\])"
)
_HEAD = re.compile(_OBJECT + rb"/S/TH/P \d+ 0 R/ID\(U(\d+)x")
_ROW = b"/Scope/Row"


@frozen
class _Heads:
    """Which heads a table has."""

    columns: bool
    rows: bool


def with_row_heads(document: bytes, blocks: Iterable[Mapping[str, Any]]) -> bytes:
    """Return a PDF in which the cells that head a row are tagged as heads, with their scope.

    Where the file does not number its tables as expected, it comes back as it was.

    Args:
        document: the file, as typst wrote it.
        blocks: what the template was given.
    """
    tables = dict(enumerate(_tables(blocks), 1))
    numbered = {int(number) for number in _HEAD.findall(document)}
    if numbered != {number for number, heads in tables.items() if heads.columns}:
        return document

    def tagged(match: re.Match[bytes]) -> bytes:
        if not tables[int(match[4])].rows:
            return match[0]
        return match[1] + b"H" + match[2] + _ROW.ljust(len(match[3]))

    return _CELL.sub(tagged, document)


def _tables(blocks: Iterable[Mapping[str, Any]]) -> Iterator[_Heads]:
    """Yield the tables of a document in their order."""
    for block in blocks:
        if block["kind"] in ("callout", "turned"):
            yield from _tables(block["blocks"])
        elif block["kind"] == "table":
            columns = bool(block["headings"]) and block["compact-head"]
            yield _Heads(columns, columns and block["rowheads"])
        elif block["kind"] == "field" and block["type"] == "matrix":
            yield _Heads(columns=True, rows=True)
