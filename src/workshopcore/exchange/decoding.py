"""From bytes to text, whichever program wrote them."""

from __future__ import annotations

import codecs

from workshopcore.errors import Problem, shown

__all__ = ["MOST_BYTES", "decoded"]

MOST_BYTES = 32 * 2**20
"""A list of ten thousand actions takes a sixth of that."""

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_FAMILIES = ("utf-", "cp", "iso8859-", "mac-", "koi8-", "big5", "gb", "shift_jis", "euc_")
_ENCODING = "the name of an encoding, such as utf-8 or cp1252"


def decoded(data: bytes, encoding: str = "") -> tuple[str, list[Problem]]:
    """Return the text of a file, and what is wrong with its bytes.

    Args:
        data: the file.
        encoding: its encoding. Left out, a byte order mark tells; else it is UTF-8, or where
            it cannot be, that of Windows in western Europe (cp1252).

    >>> decoded("Élodie".encode("utf-16"))[0], decoded("Élodie".encode("cp1252"))[0]
    ('Élodie', 'Élodie')
    """
    if len(data) > MOST_BYTES:
        size = f"{len(data):,} bytes"
        return "", [Problem("WC001", "file", size, f"at most {MOST_BYTES:,} bytes", "Split it")]
    if data.startswith(b"PK\x03\x04"):
        cure = "Save it as CSV, or read it with an importer for workbooks"
        return "", [Problem("WC001", "file", "a workbook, or another archive", "plain text", cure)]
    if encoding and not _is_known(encoding):
        return "", [Problem("WC003", "options.encoding", shown(encoding), _ENCODING)]
    text, problems = _text(data, encoding or _encoding_of(data))
    return text.removeprefix("\ufeff"), problems


def _is_known(encoding: str) -> bool:
    """Return whether it is an encoding of text, and none of the codecs that do other things."""
    try:
        return codecs.lookup(encoding).name.startswith(_FAMILIES)
    except (LookupError, ValueError):
        return False


def _encoding_of(data: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return encoding
    try:
        data.decode()
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _text(data: bytes, encoding: str) -> tuple[str, list[Problem]]:
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        cure = "Save the file as UTF-8, or name its encoding"
        problem = Problem(
            "WC001", f"line {line}", f"bytes that are not {encoding}", f"{encoding}", cure
        )
        return data.decode(encoding, "replace"), [problem]
