"""A scribe's notes: a small TOML file that is typed on the day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from attrs import define

from workshopcore.files.notes.attaching import attach
from workshopcore.files.notes.attendance import attend, welcome
from workshopcore.files.notes.course import move, ran
from workshopcore.files.notes.opening import opened
from workshopcore.files.notes.outcomes import decide, park, put_down, triage
from workshopcore.files.notes.paper import DAY, TEXT, Paper
from workshopcore.files.notes.scribe import Scribe
from workshopcore.files.parsing import FileFormat, Table
from workshopcore.model import accept

__all__ = ["take_notes"]

_ATTENDANCE = dict.fromkeys(("status", "hours", "substitute", "note"), TEXT)
_ACTUAL = dict.fromkeys(("hours", "note"), TEXT)
_OUTPUT = dict.fromkeys(("text", "label"), TEXT)
_TRIAGE = dict.fromkeys(("fate", "note", "became"), TEXT)
_PARKED = dict.fromkeys(("statement", "by", "session"), TEXT)
_ATTACHMENT = dict.fromkeys(("path", "caption", "session"), TEXT)
_GUEST = dict.fromkeys(("name", "position"), TEXT)
_DECISION = {
    **dict.fromkeys(("statement", "method", "rationale", "dissent", "authority", "session"), TEXT),
    "made": DAY,
}


def take_notes(scribe: Scribe, path: Path) -> None:
    """Take a file of notes into a record; what is left empty in it says nothing.

    Args:
        scribe: who takes it down; everything wrong goes to its ``problems``, with its line.
        path: the file. Paths of photographs in it start from its folder.

    Raises:
        ProgrammeFileError: it cannot be read as TOML (or as JSON, where its name says so).
    """
    format: FileFormat = "json" if path.suffix.lower() == ".json" else "toml"
    document, paper = opened(scribe, path, format, "a file of notes")
    _Notes(scribe, paper, path.parent).take(document)


@define
class _Notes:
    scribe: Scribe
    paper: Paper
    folder: Path

    def take(self, document: Table) -> None:
        """Take everything, people first and the workshop's state last."""
        parts: dict[str, Callable[[Any], None]] = {
            "workshop": self.workshop,
            "on": self.on,
            "guests": self.guests,
            "attendance": self.attendance,
            "actual": self.actual,
            "outputs": self.outputs,
            "decisions": self.decisions,
            "parked": self.parked,
            "triage": self.triage,
            "attachments": self.attachments,
            "state": self.state,
        }
        self.paper.refuse_others(document, (), parts)
        if document.get("workshop", self.scribe.name) != self.scribe.name:
            # Everything else in them would only look wrong as well.
            parts = {"workshop": self.workshop}
        for key, take in parts.items():
            if key in document:
                take(document[key])

    def workshop(self, value: Any) -> None:
        if value != self.scribe.name:
            cure = "These notes are about another workshop: name that one, or correct this line"
            self.paper.fault(("workshop",), "WC003", value, f"'{self.scribe.name}'", cure)

    def on(self, value: Any) -> None:
        found = self.paper.fields({"on": value}, {"on": DAY})
        if found and value:
            with self.scribe.at(self.paper.place("on")):
                self.scribe.on = self.scribe.on or accept.day(value)

    def guests(self, value: Any) -> None:
        for place, found in self.paper.blocks("guests", value, _GUEST):
            welcome(self.scribe, place, **found)

    def attendance(self, value: Any) -> None:
        for who, said in self.paper.entries("attendance", value, self.scribe.person):
            place = self.paper.place("attendance", who)
            if said.__class__ is str:
                attend(self.scribe, place, who, said)
            elif found := self.paper.fields(said, _ATTENDANCE, "attendance", who):
                attend(self.scribe, place, who, found.pop("status", ""), **found)

    def actual(self, value: Any) -> None:
        for session, said in self.paper.entries("actual", value, self.scribe.item):
            place = self.paper.place("actual", session)
            if said.__class__ is str:
                ran(self.scribe, place, session, said)
            elif found := self.paper.fields(said, _ACTUAL, "actual", session):
                ran(self.scribe, place, session, found.get("hours", ""), found.get("note", ""))

    def outputs(self, value: Any) -> None:
        for session, said in self.paper.entries("outputs", value, self.scribe.item):
            if said.__class__ is not list:
                self.output(session, said)
                continue
            for number, entry in enumerate(said):
                self.output(session, entry, number)

    def output(self, session: str, said: Any, *number: int) -> None:
        steps: tuple[str | int, ...] = ("outputs", session, *number)
        found: Table | None = {"text": said}
        if said.__class__ is dict:
            found = self.paper.fields(said, _OUTPUT, *steps)
        elif not self.paper.text(said, *steps):
            return
        if found:
            place = self.paper.place(*steps)
            put_down(self.scribe, place, session, found.get("text", ""), found.get("label", ""))

    def decisions(self, value: Any) -> None:
        for place, found in self.paper.blocks("decisions", value, _DECISION):
            decide(self.scribe, place, found.pop("statement"), **found)

    def parked(self, value: Any) -> None:
        for place, found in self.paper.blocks("parked", value, _PARKED):
            park(self.scribe, place, found.pop("statement"), **found)

    def triage(self, value: Any) -> None:
        for issue, said in self.paper.entries("triage", value, self.issue):
            place = self.paper.place("triage", issue)
            if said.__class__ is str:
                triage(self.scribe, place, issue, said)
            elif found := self.paper.fields(said, _TRIAGE, "triage", issue):
                triage(self.scribe, place, issue, found.pop("fate", ""), **found)

    def issue(self, word: str) -> str:
        return self.scribe.issue(word).id

    def attachments(self, value: Any) -> None:
        for place, found in self.paper.blocks("attachments", value, _ATTACHMENT):
            attach(self.scribe, place, found.pop("path"), beside=self.folder, **found)

    def state(self, value: Any) -> None:
        if text := self.paper.text(value, "state"):
            move(self.scribe, self.paper.place("state"), text)
