"""The rows of a file of answers, whatever wrote it, without holding it in memory."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, TypeAlias

from workshopcore.errors import InvalidValueError, Problem

__all__ = ["Source", "rows_of"]

Source: TypeAlias = "Path | str | bytes | Iterable[Sequence[object]]"
"""The name of a CSV file, what is in one, or rows with the headings first."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE, _LOOKED_AT = 65536, 25
_ELSE = "workshopcore-else-windows"


def _windows(error: UnicodeError) -> tuple[str, int]:
    """Read what is not UTF-8 as Windows in western Europe writes it."""
    assert isinstance(error, UnicodeDecodeError), "it is used for reading only"
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


def rows_of(
    source: Source, problems: list[Problem], *, encoding: str = "", delimiter: str = ""
) -> Iterator[list[str]]:
    """Yield the rows of a file, cells as text.

    A file is UTF-8 or, by its first bytes, UTF-16; bytes that cannot be UTF-8 are read as
    Windows writes them (cp1252), so a file into which both were pasted is read as well.

    Args:
        source: the file, what is in it, or rows.
        problems: what cannot be read is added to it, with its line.
        encoding: of the file, where it is known.
        delimiter: what stands between its columns, where that is known.

    Raises:
        InvalidValueError: it is a workbook, or the encoding is not known.
        OSError: the file cannot be read.
    """
    if isinstance(source, (str, Path)):
        with Path(source).open("rb") as file:
            yield from _divided(file, problems, encoding, delimiter)
    elif isinstance(source, bytes):
        yield from _divided(io.BytesIO(source), problems, encoding, delimiter)
    else:
        yield from (["" if cell is None else str(cell) for cell in row] for row in source)


def _divided(
    file: BinaryIO, problems: list[Problem], encoding: str, delimiter: str
) -> Iterator[list[str]]:
    start = file.read(_SAMPLE)
    file.seek(0)
    if start.startswith(b"PK\x03\x04"):
        hint = "Save it as CSV, or read it with an importer for workbooks"
        raise InvalidValueError("a workbook, or another archive", "a CSV file", hint)
    codecs.register_error(_ELSE, _windows)
    text = io.TextIOWrapper(file, encoding=_encoding(start, encoding), errors=_ELSE, newline="")
    sample = text.read(_SAMPLE)
    text.seek(0)
    declared = _declared(sample)
    reader = csv.reader(text, delimiter=delimiter or declared or _delimiter(sample))
    if declared:
        next(reader, None)
    try:
        yield from _read(reader, problems)
    finally:
        text.detach()


def _encoding(start: bytes, encoding: str) -> str:
    if encoding:
        try:
            return codecs.lookup(encoding).name
        except LookupError:
            raise InvalidValueError(
                encoding, "the name of an encoding, such as utf-8 or cp1252", field="encoding"
            ) from None
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name
    if start[1:40:2].count(0) > 10:
        return "utf-16-le"
    return "utf-16-be" if start[:40:2].count(0) > 10 else "utf-8"


def _declared(sample: str) -> str:
    first = sample.lstrip("\ufeff").partition("\n")[0].strip().strip('"')
    return first[4:5] if first[:4].casefold() == "sep=" else ""


def _delimiter(sample: str) -> str:
    """Return what divides most of the first rows into equally many columns, the more the better."""
    return max(_DELIMITERS, key=lambda each: _columns(sample, each))


def _columns(sample: str, delimiter: str) -> tuple[int, int]:
    lines = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    widths = []
    try:
        for row in lines:
            if any(row):
                widths.append(len(row))
            if len(widths) == _LOOKED_AT:
                break
    except csv.Error:
        return (0, 0)
    alike = sum(width == widths[0] for width in widths) if widths else 0
    if not widths or widths[0] < 2 or 2 * alike <= len(widths):
        return (0, 0)
    return (widths[0], alike)


def _read(reader: Iterator[list[str]], problems: list[Problem]) -> Iterator[list[str]]:
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            line = f"line {getattr(reader, 'line_num', 0)}"
            problems.append(
                Problem("WC001", line, str(error), "a row of a CSV file", "Mend the line")
            )
            continue
        yield row
