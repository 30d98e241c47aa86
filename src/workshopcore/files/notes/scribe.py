"""The scribe of a workshop: takes entries into its record, and keeps what is wrong with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

from attrs import define, field

from workshopcore.agenda import RunSheet, run_sheet
from workshopcore.contracts.formats import SessionFormat
from workshopcore.errors import (
    AgendaError,
    InvalidValueError,
    Problem,
    ProgrammeError,
    WorkshopCoreError,
)
from workshopcore.files.notes.names import chosen
from workshopcore.model.agenda import AgendaItem, Parallel
from workshopcore.model.outcomes import ParkedIssue
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop

__all__ = ["Place", "Scribe"]


class Place(NamedTuple):
    """Where an entry stands: a key or an option, and the file and line it is in, if any."""

    path: str
    file: str = ""
    line: int = 0


@define
class Scribe:
    """Takes entries into the record of one workshop.

    Every entry that can be taken changes ``programme``; one that cannot leaves it as it was and
    adds to ``problems``. Taking the same entry again changes nothing.

    Attributes:
        programme: with everything that was taken so far.
        name: the workshop's identifier.
        today: the day on which it is written down.
        folder: where the programme's file lies: paths of photographs and files start there.
        formats: the session formats that are installed, by key.
        on: the day of moves and triage; left out, today, but never before the workshop's end.
        problems: what is wrong.
        told: what was taken, in words; nothing for what was on record already.
    """

    programme: Programme
    name: str
    today: date
    folder: Path
    formats: Mapping[str, SessionFormat]
    on: date | None = None
    problems: list[Problem] = field(factory=list)
    told: list[str] = field(factory=list)
    seen: Counter[tuple[str, str]] = field(factory=Counter)

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is on record so far."""
        return self.programme.workshop(self.name)

    @property
    def last_day(self) -> date:
        """The day on which the workshop ends."""
        return self.workshop.end.date()

    @property
    def day(self) -> date:
        """The day of moves and triage."""
        return self.on or max(self.today, self.last_day)

    @contextmanager
    def at(self, place: Place) -> Iterator[None]:
        """Take what is done in here, or note what is wrong with it under its place."""
        before = self.programme
        try:
            yield
        except InvalidValueError as error:
            self.note(place, error.at(""))
        except ProgrammeError as error:
            for problem in error.problems:
                self.note(place, problem)
        except WorkshopCoreError as error:
            self.note(place, Problem("WC011", "", "another", "a legal move", _words(error)))
        else:
            return
        self.programme = before

    def note(self, place: Place, problem: Problem) -> None:
        """Note that something is wrong with an entry, or with a field of one in a file."""
        within = f".{problem.path}" if place.file and "[" not in problem.path else ""
        path = place.path + (within if problem.path else "")
        found = problem._replace(path=path, file=place.file, line=place.line)
        self.problems.append(found)

    def take(self, programme: Programme, words: str) -> None:
        """Take a change; what changes nothing is not told."""
        if programme != self.programme:
            self.programme = programme
            self.told.append(words)

    def person(self, word: str) -> str:
        """Return whom somebody means.

        Raises:
            InvalidValueError: nobody on the programme is called that.
        """
        return chosen("a person", word, {p.id: p.name for p in self.programme.people})

    def item(self, word: str) -> str:
        """Return which session somebody means, or which track or part of the agenda.

        Raises:
            InvalidValueError: nothing on the agenda is called that.
        """
        return chosen("a session", word, self.items)

    @property
    def items(self) -> dict[str, str]:
        """What everything on the agenda is called, tracks included, by identifier."""
        return dict(_titles(self.workshop.agenda))

    def origin(self, session: str) -> str:
        """Return where something comes from: a session, or the workshop as a whole."""
        return f"{self.name}/{self.item(session)}" if session else self.name

    def issue(self, word: str) -> ParkedIssue:
        """Return which parked issue somebody means, of whatever workshop.

        Raises:
            InvalidValueError: none is called that.
        """
        known = {issue.id: issue for issue in self.programme.parked_issues}
        titles = {name: issue.statement for name, issue in known.items()}
        return known[chosen("a parked issue", word, titles)]

    def sheet(self) -> RunSheet | None:
        """Return the workshop as planned, ``None`` where it cannot be timed."""
        try:
            return run_sheet(self.programme, self.name, formats=self.formats)
        except AgendaError:
            return None


def _titles(agenda: tuple[AgendaItem, ...]) -> Iterator[tuple[str, str]]:
    for item in agenda:
        if isinstance(item, Parallel):
            yield item.id, item.title or "In parallel"
            for track in item.tracks:
                yield track.id, track.title
                yield from _titles(track.agenda)
        else:
            yield item.id, item.name


def _words(error: Exception) -> str:
    words = str(error)
    return words[:1].upper() + words[1:]
