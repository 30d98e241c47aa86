"""The record in the programme file: every entry is there before anything else happens."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol, TypeAlias

from attrs import evolve

from workshopcore import files
from workshopcore.cli.live.entry import Entry, applied
from workshopcore.cli.live.unsaved import Unsaved
from workshopcore.errors import FileChangedError, ProgrammeError, WorkshopCoreError
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Actual

__all__ = ["FileRecord", "Load", "Record", "Rehearsal"]

Load: TypeAlias = Callable[[Path], Programme]
"""Reads a programme file."""

_TRIES = 5


class Record(Protocol):
    """Where entries go.

    Attributes:
        programme: with all of them.
        trouble: why some are not safe yet, ``""`` where all are.
        shown: where they are kept, in words.
    """

    programme: Programme
    trouble: str
    shown: str

    def add(self, entries: Iterable[Entry]) -> None:
        """Keep some entries."""

    def settle(self) -> None:
        """Try again what failed, and take in what others wrote."""


class Rehearsal:
    """Keeps nothing, and begins with an empty record: for trying it out."""

    def __init__(self, programme: Programme, workshop: str) -> None:
        self._workshop = workshop
        self.programme = _recorded(programme, workshop, ())
        self.trouble = ""
        self.shown = "a rehearsal: nothing is recorded"

    def add(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self.programme = _with(self.programme, self._workshop, entry)

    def settle(self) -> None:
        """Nothing is ever left."""


class FileRecord:
    """Keeps entries in a programme file that others may be writing as well.

    Each time the file is read again, so that what somebody else wrote stays. What cannot be
    saved is held, here and in a file beside the programme, and tried again.
    """

    def __init__(self, path: Path, workshop: str, load: Load = files.load) -> None:
        """Read a programme file.

        Raises:
            ProgrammeFileError: it cannot be read as a programme.
            Refusal: what an earlier sitting could not save cannot be read.
        """
        self.trouble = ""
        self.shown = str(path)
        self._path, self._workshop, self._load = path, workshop, load
        self._seen = _stamp(path)
        self.programme = load(path)
        self._left = Unsaved(path, self.programme.workshop(workshop).id)
        self._held = self._left.read()
        if self._held:
            self._write()

    @property
    def held(self) -> tuple[Entry, ...]:
        """Entries that are not in the file yet."""
        return self._held

    @property
    def left_behind(self) -> str:
        """What is held at the end of a sitting, where, and what becomes of it, in words."""
        if not self._left.path.exists():
            told = "; ".join(_told(entry) for entry in self._held)
            return f"Not saved, and kept nowhere. Write it down: {told}"
        one = len(self._held) == 1
        count = "1 entry. It is" if one else f"{len(self._held)} entries. They are"
        which = "it" if one else "them"
        return f"Not saved: {count} kept in {self._left.path}, and the next --live takes {which} up"

    def add(self, entries: Iterable[Entry]) -> None:
        found = tuple(entries)
        if found:
            self._held += found
            self._write()

    def settle(self) -> None:
        if self._held or _stamp(self._path) != self._seen:
            self._write()

    def _write(self) -> None:
        before = self._held
        try:
            self.trouble = self._saved()
        except (WorkshopCoreError, OSError) as error:
            self.trouble = _words(error)
            for entry in self._held:
                self.programme = _tried(self.programme, self._workshop, entry)
        if self._held or before:
            self._left.write(self._held)

    def _saved(self) -> str:
        """Save what is held onto what the file says now; return what is in the way of the rest."""
        for _ in range(_TRIES):
            seen = _stamp(self._path)
            programme = self._load(self._path)
            programme.workshop(self._workshop)
            new, refused, why = self._applied(programme)
            try:
                if new != programme:
                    files.save(new, self._path)
            except FileChangedError:
                continue
            self._seen, self._held, self.programme = seen, refused, new
            return why
        return f"{self.shown} is being changed all the time"

    def _applied(self, programme: Programme) -> tuple[Programme, tuple[Entry, ...], str]:
        refused: list[Entry] = []
        why = ""
        for entry in self._held:
            try:
                programme = _with(programme, self._workshop, entry)
            except ProgrammeError as error:
                refused.append(entry)
                why = str(error)
        return programme, tuple(refused), why


def _with(programme: Programme, workshop: str, entry: Entry) -> Programme:
    """Return a programme with an entry.

    Raises:
        ProgrammeError: the workshop has no such session any more.
        UnknownKeyError: the programme has no such workshop any more.
    """
    return _recorded(programme, workshop, applied(programme.workshop(workshop).actuals, entry))


def _recorded(programme: Programme, workshop: str, actuals: tuple[Actual, ...]) -> Programme:
    """Return a programme with another record of a workshop's times."""
    old = programme.workshop(workshop)
    if actuals == old.actuals:
        return programme
    new = evolve(old, actuals=actuals)
    return evolve(programme, workshops=[new if w is old else w for w in programme.workshops])


def _tried(programme: Programme, workshop: str, entry: Entry) -> Programme:
    try:
        return _with(programme, workshop, entry)
    except WorkshopCoreError:
        return programme


def _told(entry: Entry) -> str:
    new = entry.new
    if new is None:
        return f"{entry.session}, nothing"
    if new.fate != "done":
        return f"{entry.session}, {new.fate}"
    start, end = (
        f"{moment:%Y-%m-%dT%H:%M}" if moment else "now" for moment in (new.start, new.end)
    )
    return f"{entry.session}, {start} to {end}"


def _words(error: WorkshopCoreError | OSError) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or 'the file'}: {error.strerror}"
    return str(error)


def _stamp(path: Path) -> tuple[int, ...] | None:
    """Return what tells whether a file is still the same, ``None`` where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
