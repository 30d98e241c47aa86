"""From a path to text: only ordinary files of a sensible size, in UTF-8."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from workshopcore.errors import Problem, ProgrammeFileError

__all__ = ["LARGEST", "bytes_of", "decoded", "unreadable"]

LARGEST = 16 * 2**20
"""The largest programme file that is read unless another limit is given, in bytes."""

_BYTE_ORDER_MARKS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


def unreadable(
    found: str, expected: str, hint: str = "", file: str = "", line: int = 0
) -> ProgrammeFileError:
    """Return the error for a file that cannot be read as a document at all (WC001)."""
    return ProgrammeFileError([Problem("WC001", "", found, expected, hint, file, line)])


def bytes_of(path: Path, largest: int = LARGEST) -> bytes:
    """Return what is in an ordinary file; neither a pipe nor a device keeps it waiting.

    Raises:
        ProgrammeFileError: there is no such file, it is not an ordinary one, it is larger than
            the limit, or it may not be read.
    """
    try:
        # Opening a pipe that nobody writes to would wait for ever without O_NONBLOCK.
        handle = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
        try:
            return _content(handle, str(path), largest)
        finally:
            os.close(handle)
    except ProgrammeFileError:
        raise
    except (OSError, ValueError) as error:
        raise unreadable(_reason(error), "a programme file", _cure(error), str(path)) from None


def _content(handle: int, path: str, largest: int) -> bytes:
    about = os.fstat(handle)
    if not stat.S_ISREG(about.st_mode):
        raise unreadable(_kind(about.st_mode), "an ordinary file", file=path)
    with os.fdopen(handle, "rb", closefd=False) as file:
        content = b"" if about.st_size > largest else file.read(largest + 1)
    if about.st_size > largest or len(content) > largest:
        found = f"{max(about.st_size, len(content)):,} bytes"
        cure = "If it really is a programme, pass a higher limit: load(path, largest=…)"
        raise unreadable(found, f"at most {largest:,} bytes", cure, path)
    return content


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and error.errno == errno.ENOENT:
        return "no file of that name"
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)


def _cure(error: OSError | ValueError) -> str:
    return "Check the path" if isinstance(error, FileNotFoundError) else ""


def _kind(mode: int) -> str:
    kinds = {
        stat.S_IFDIR: "a folder",
        stat.S_IFIFO: "a pipe",
        stat.S_IFCHR: "a device",
        stat.S_IFBLK: "a device",
        stat.S_IFSOCK: "a socket",
    }
    return kinds.get(stat.S_IFMT(mode), "something else")


def decoded(content: bytes, file: str = "") -> str:
    """Return UTF-8 as text; a byte-order mark, which some editors write, is dropped.

    Raises:
        ProgrammeFileError: it is not UTF-8; the message names the line and the column.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The position counts from after a mark that was dropped.
        start = error.start + 3 * content.startswith(b"\xef\xbb\xbf")
        before = content[:start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        for mark, encoding in _BYTE_ORDER_MARKS.items():
            if content.startswith(mark):
                raise unreadable(encoding, "UTF-8", "Save the file as UTF-8", file, 1) from None
        found = f"the byte 0x{content[start]:02x} in column {column}"
        raise unreadable(found, "text in UTF-8", "Save the file as UTF-8", file, line) from None
