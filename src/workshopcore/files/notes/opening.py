"""Opening what somebody wrote down: a small file, its tables, and where everything stands in it."""

from __future__ import annotations

from pathlib import Path

from workshopcore.errors import Problem, ProgrammeFileError
from workshopcore.files.content import bytes_of, decoded
from workshopcore.files.layout import layout_of
from workshopcore.files.notes.paper import Paper
from workshopcore.files.notes.scribe import Scribe
from workshopcore.files.parsing import FileFormat, Table, parsed, refuse_deep

__all__ = ["LARGEST", "opened"]

LARGEST = 2**20
"""The largest file that is read, in bytes."""


def opened(scribe: Scribe, path: Path, format: FileFormat, what: str) -> tuple[Table, Paper]:
    """Return what stands in a file, and the paper that knows the line of each of it.

    Args:
        scribe: who takes it down.
        path: the file.
        format: ``toml`` or ``json``.
        what: what it should be, such as "a file of notes".

    Raises:
        ProgrammeFileError: it cannot be read.
    """
    try:
        text = decoded(bytes_of(path, LARGEST), str(path)).removeprefix("\ufeff")
        document = parsed(text, format, str(path))
        refuse_deep(document, str(path))
    except ProgrammeFileError as error:
        raise ProgrammeFileError(_said_of(what, problem) for problem in error.problems) from None
    return document, Paper(scribe, str(path), layout_of(text, format))


def _said_of(what: str, problem: Problem) -> Problem:
    """Return what is said of a programme's file as said of another."""
    expected = problem.expected.replace("a programme's fields", what.removeprefix("a file of "))
    return problem._replace(
        expected=expected.replace("a programme file", what),
        hint="" if "load(path" in problem.hint else problem.hint,
    )
