"""The times that a page took down on the day, taken into the record: all of them or none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from attrs import evolve, frozen

from workshopcore.agenda.fingerprint import agenda_fingerprint
from workshopcore.errors import InvalidValueError, nearest
from workshopcore.files.notes.opening import opened
from workshopcore.files.notes.paper import TEXT, Paper
from workshopcore.files.notes.scribe import Scribe
from workshopcore.files.parsing import Table
from workshopcore.model import accept
from workshopcore.model.moments import elapsed
from workshopcore.model.workshop import Actual, Fate

__all__ = ["FORMAT", "VERSION", "take_times"]

FORMAT, VERSION = "workshopcore-times", 1
"""What a file of times calls itself."""

_WHAT = "a file of times, as a run sheet's page saves it"
_KEYS = ("format", "version", "programme", "workshop", "agenda", "actuals")
_ACTUAL: Mapping[str, str] = dict.fromkeys(("session", "title", "start", "end", "fate"), TEXT)
_FATES = ("done", "cut", "moved")
_AROUND = 12 * 60
"""Minutes before and after a workshop in which its times lie."""


def take_times(scribe: Scribe, path: Path, *, replace: bool = False) -> None:
    """Take the times that a run sheet's page saved into a record.

    What is on record already stays, and only what it lacks is added, such as the end of a
    session that had begun when times were saved before.

    Args:
        scribe: who takes them down; everything wrong goes to its ``problems``, with its line.
        path: the file.
        replace: whether the file counts where the record says otherwise; left out, that is
            wrong too.

    Raises:
        ProgrammeFileError: the file cannot be read as JSON.
    """
    document, paper = opened(scribe, path, "json", "a file of times")
    times = _Times(scribe, paper, replace)
    if times.is_ours(document):
        times.take(document.get("actuals", []))
        if document.get("agenda") not in (None, agenda_fingerprint(scribe.workshop)):
            changed = "The agenda has changed since the page was made: check that each time fits"
            scribe.told.append(changed)


@frozen
class _Times:
    scribe: Scribe
    paper: Paper
    replace: bool

    def is_ours(self, document: Table) -> bool:
        """Return whether a file is one of times, of this workshop; note what it is instead."""
        scribe, paper = self.scribe, self.paper
        if document.get("format") != FORMAT:
            cure = "Save the times on the page, or give notes with --from"
            paper.fault(("format",), "WC003", document.get("format"), _WHAT, cure)
        elif document.get("version") != VERSION:
            cure = "A newer workshopcore reads newer files"
            paper.fault(("version",), "WC003", document.get("version"), str(VERSION), cure)
        elif document.get("programme") != scribe.programme.id:
            cure = "These times are of another programme: name its file"
            wanted = f"'{scribe.programme.id}'"
            paper.fault(("programme",), "WC003", document.get("programme"), wanted, cure)
        elif document.get("workshop") != scribe.name:
            cure = "These times are of another workshop: name that one"
            paper.fault(("workshop",), "WC003", document.get("workshop"), f"'{scribe.name}'", cure)
        else:
            paper.refuse_others(document, (), _KEYS)
            return True
        return False

    def take(self, actuals: Any) -> None:
        """Take each session's times."""
        if actuals.__class__ is not list:
            self.paper.fault(("actuals",), "WC003", actuals, "a list")
            return
        for number, entry in enumerate(actuals):
            found = self.paper.fields(entry, _ACTUAL, "actuals", number)
            if found is not None:
                with self.scribe.at(self.paper.place("actuals", number)):
                    self._take(found)

    def _take(self, said: Table) -> None:
        scribe = self.scribe
        session = said.get("session", "")
        titles = {slot.id: slot.name for _, slot in scribe.workshop.slots()}
        if session not in titles:
            guess = nearest(session, titles)
            hint = f"Did you mean '{guess}'?" if guess else "The agenda has changed since"
            raise InvalidValueError(session, "an item of the agenda", hint, code="WC006")
        new = self._actual(session, said)
        known = {actual.session: actual for actual in scribe.workshop.actuals}
        old = known.get(session)
        if old is not None:
            new = evolve(new, note=old.note) if self.replace else _added(old, new)
        self._check_order(new)
        if new != old:
            changed = scribe.programme.with_actual(scribe.name, new)
            scribe.take(changed, f"{titles[session]}: {_words(new)}")

    def _actual(self, session: str, said: Table) -> Actual:
        fate = said.get("fate", "done")
        if fate not in _FATES:
            raise InvalidValueError(fate, f"one of {', '.join(_FATES)}")
        start, end = (self._moment(said.get(edge)) for edge in ("start", "end"))
        if start is None and end is None and fate == "done":
            raise InvalidValueError("neither", "a start or an end")
        return Actual(session, start, end, fate=cast(Fate, fate))

    def _check_order(self, actual: Actual) -> None:
        """Refuse an end before its start.

        Raises:
            InvalidValueError: it is.
        """
        workshop = self.scribe.workshop
        edges = [each for each in (actual.start, actual.end) if each is not None]
        instants = [self.scribe.programme.at(workshop, each) for each in edges]
        if instants != sorted(instants):
            raise InvalidValueError(_words(actual), "an end after the start", code="WC010")

    def _moment(self, text: str | None) -> datetime | None:
        """Return a time of the workshop.

        Raises:
            InvalidValueError: it is none.
        """
        moment = accept.moment(text)
        if moment is None:
            return None
        programme, workshop = self.scribe.programme, self.scribe.workshop
        starts, ends = programme.starts(workshop), programme.ends(workshop)
        minutes = elapsed(starts, programme.at(workshop, moment))
        if not -_AROUND <= minutes <= elapsed(starts, ends) + _AROUND:
            day = f"{starts:%Y-%m-%d %H:%M} to {ends:%Y-%m-%d %H:%M}"
            raise InvalidValueError(text, f"a time of the workshop, {day}", code="WC010")
        return moment


def _added(old: Actual, new: Actual) -> Actual:
    """Return what is on record with what it lacks.

    Raises:
        InvalidValueError: the two say different things.
    """
    empty = old.start is None and old.end is None and old.fate == "done"
    edges = ((old.start, new.start), (old.end, new.end))
    same = all(None in (one, other) or one == other for one, other in edges)
    if not empty and not (same and old.fate == new.fate):
        hint = "Add --replace if the file is right; if the record is, take this out of the file"
        raise InvalidValueError(_words(new), f"what is on record, {_words(old)}", hint)
    start, end = (one if one is not None else other for one, other in edges)
    return evolve(old, start=start, end=end, fate=new.fate)


def _words(actual: Actual) -> str:
    start, end = (f"{moment:%H:%M}" if moment else "" for moment in (actual.start, actual.end))
    times = f"{start}-{end}" if start or end else ""
    return " ".join(part for part in (times, actual.fate if actual.fate != "done" else "") if part)
