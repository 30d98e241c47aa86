"""The book that a record is kept in: a programme's file, read anew before every entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeAlias

from attrs import define

from workshopcore import files
from workshopcore.cli.editing import edit
from workshopcore.contracts.formats import SessionFormat
from workshopcore.errors import ProgrammeError
from workshopcore.files.notes import Missing, Scribe, missing
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop

__all__ = ["Book", "Enter"]

Enter: TypeAlias = Callable[[Scribe], None]
"""Gives a scribe one entry or many."""


@define
class Book:
    """The record of a workshop in its programme's file.

    Attributes:
        file: the programme's file.
        name: the workshop's identifier.
        formats: the session formats that are installed, by key.
        today: the day on which this is written.
        on: the day of moves and triage, if it is another.
    """

    file: Path
    name: str
    formats: Mapping[str, SessionFormat]
    today: date
    on: date | None = None

    @property
    def programme(self) -> Programme:
        """The programme as its file says now."""
        return files.load(self.file)

    @property
    def workshop(self) -> Workshop:
        """The workshop as its file says now."""
        return self.programme.workshop(self.name)

    def scribe(self, programme: Programme) -> Scribe:
        """Return somebody who takes entries into a programme."""
        return Scribe(programme, self.name, self.today, self.file.parent, self.formats, on=self.on)

    def take(self, enter: Enter) -> tuple[str, ...]:
        """Take entries and save them at once: all of them or none.

        Returns:
            What is new on record, in words.

        Raises:
            OSError: the file cannot be written; it is as it was.
            ProgrammeError: everything that is wrong with the entries; nothing was written.
            Refusal: somebody else changes the file all the time.
        """
        told: list[str] = []

        def change(programme: Programme) -> Programme:
            scribe = self.scribe(programme)
            enter(scribe)
            if scribe.problems:
                in_order = sorted(scribe.problems, key=lambda each: (not each.file, each.line))
                raise ProgrammeError(in_order)
            told[:] = scribe.told
            return scribe.programme

        edit(self.file, change)
        return tuple(told)

    def missing(self) -> tuple[Missing, ...]:
        """Return what the record still lacks."""
        return missing(self.programme, self.name, self.file.parent)
