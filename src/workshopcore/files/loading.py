"""Programmes from files and texts: all of it, or an error that names everything wrong."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workshopcore.errors import InvalidValueError, ProgrammeFileError
from workshopcore.files.building import build
from workshopcore.files.content import LARGEST, bytes_of, decoded, unreadable
from workshopcore.files.migrations import migrated
from workshopcore.files.origin import Origin
from workshopcore.files.parsing import FileFormat, checked_format, format_of, parsed
from workshopcore.model.programme import Programme

__all__ = ["known_format", "load", "loads"]


def load(path: str | os.PathLike[str], *, largest: int = LARGEST) -> Programme:
    """Read a programme from a TOML or JSON file.

    Args:
        path: a file whose name ends in ``.toml`` or ``.json``.
        largest: the largest file to read, in bytes.

    Raises:
        ProgrammeFileError: everything that is wrong, each with its line.

    >>> from pathlib import Path
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "year.toml")
    ...     _ = file.write_text('title = "A year of change"')
    ...     load(file).title
    'A year of change'
    """
    path = Path(path)
    format = known_format(path)
    content = bytes_of(path, largest)
    origin = Origin()
    origin.note(path, content)
    return _programme(decoded(content, str(path)), format, str(path), origin)


def loads(text: str, format: str = "toml") -> Programme:
    """Read a programme from text.

    Args:
        text: a whole document.
        format: ``toml`` or ``json``.

    Raises:
        InvalidValueError: there is no such format.
        ProgrammeFileError: everything that is wrong, each with its line.

    >>> loads('title = "A year of change"').id
    'a-year-of-change'
    """
    return _programme(text, checked_format(format), "", None)


def _programme(text: str, format: FileFormat, file: str, origin: Origin | None) -> Programme:
    with _no_collection():
        return _built(text, format, file, origin)


def _built(text: str, format: FileFormat, file: str, origin: Origin | None) -> Programme:
    document = parsed(text, format, file)
    try:
        return build(migrated(document, file), origin)
    except (TypeError, ValueError, LookupError, AttributeError, RecursionError) as error:
        from workshopcore.files.reading import reading_of

        reading = reading_of(text, format, file, document)
        if reading.problems:
            raise ProgrammeFileError(reading.problems) from None
        raise AssertionError("a document was refused in which nothing is wrong") from error


def known_format(path: Path) -> FileFormat:
    """Return the format of a file to be read.

    Raises:
        ProgrammeFileError: its name ends in neither ``.toml`` nor ``.json``.
    """
    try:
        return format_of(path)
    except InvalidValueError as error:
        raise unreadable(error.found, error.expected, error.hint, str(path)) from None


@contextmanager
def _no_collection() -> Iterator[None]:
    """Let the garbage collector wait while a document becomes a programme.

    Reading makes many objects and drops none in a circle. With a thousand programmes in memory,
    the collector's going through all of them meanwhile costs about a seventh of the time.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
