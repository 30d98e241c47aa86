"""What can be read of a programme file that need not be right."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from attrs import field, frozen

from workshopcore.errors import Problem, ProgrammeFileError
from workshopcore.files.content import LARGEST, bytes_of, decoded
from workshopcore.files.diagnosis import diagnose, original
from workshopcore.files.layout import Layout, Node, layout_of
from workshopcore.files.loading import known_format
from workshopcore.files.migrations import migrated, renames_since
from workshopcore.files.parsing import FileFormat, Table, parsed, refuse_deep
from workshopcore.files.paths import Path as Steps
from workshopcore.files.paths import steps
from workshopcore.model.programme import Programme

__all__ = ["Reading", "read", "reading_of"]


@frozen(slots=False)
class Reading:
    """What could be read of a programme file, and everything that is wrong with it.

    Attributes:
        file: the file.
        programme: what is left when everything at fault is left out; ``None`` if nothing is.
        problems: every structural fault, each with its line, in the order of the file.
    """

    file: str
    programme: Programme | None
    problems: tuple[Problem, ...] = ()
    _text: str = field(default="", repr=False, eq=False)
    _format: FileFormat = field(default="toml", repr=False, eq=False)
    _kept: dict[Steps, list[int]] = field(factory=dict, repr=False, eq=False)
    _renamed: dict[str, str] = field(factory=dict, repr=False, eq=False)

    def line_of(self, path: str) -> int:
        """Return the line on which something stands.

        Args:
            path: a path in ``programme``, such as ``workshops[2].agenda[0]``, also where
                things before it were left out. Of what is not in the file (a default, say)
                it is the line of the nearest thing around it.

        Returns:
            The line, counted from 1; 0 if the file could not be read at all.
        """
        return self._line(original(steps(path), self._kept))

    def _line(self, path: Steps) -> int:
        if not self._text:
            return 0
        return self._layout.line_of(tuple(self._renamed.get(str(s), s) for s in path))

    @cached_property
    def _layout(self) -> Layout:
        try:
            return layout_of(self._text, self._format)
        except RecursionError:
            return Layout(self._text, Node("value", 0, 0, 0))

    def _with_problems(self, problems: Iterable[Problem]) -> Reading:
        placed = [p._replace(file=self.file, line=self._line(steps(p.path))) for p in problems]
        return Reading(
            self.file,
            self.programme,
            tuple(sorted(placed, key=lambda problem: problem.line)),
            self._text,
            self._format,
            self._kept,
            self._renamed,
        )


def read(path: str | os.PathLike[str], *, largest: int = LARGEST) -> Reading:
    """Read what there is of a programme file, and everything that is wrong with it.

    Nothing in a file makes it raise: a file that is no document at all gives a reading without
    a programme.

    Args:
        path: a file whose name ends in ``.toml`` or ``.json``.
        largest: the largest file to read, in bytes.
    """
    path = Path(path)
    try:
        format = known_format(path)
        text = decoded(bytes_of(path, largest), str(path))
        return reading_of(text, format, str(path), parsed(text, format, str(path)))
    except ProgrammeFileError as error:
        return Reading(str(path), None, error.problems)


def reading_of(text: str, format: FileFormat, file: str, document: Table) -> Reading:
    """Return the reading of a text, given the document that it holds.

    Raises:
        ProgrammeFileError: it nests too deeply, or is of an unknown version.
    """
    refuse_deep(document, file)
    text = text.removeprefix("\ufeff")
    try:
        today = migrated(document, file)
    except ProgrammeFileError as error:
        raise ProgrammeFileError(
            Reading(file, None, (), text, format)._with_problems(error.problems).problems
        ) from None
    diagnosis = diagnose(today, Path(file).stem or "Untitled")
    reading = Reading(
        file, diagnosis.programme, (), text, format, diagnosis.kept, renames_since(document)
    )
    return reading._with_problems(diagnosis.problems)
