"""The record question by question: people first, then what came out, the state last."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

from attrs import define

from workshopcore.cli.record.asking import Desk, LeftError
from workshopcore.cli.record.attending import ask_attendance
from workshopcore.cli.record.book import Enter
from workshopcore.cli.record.show import show_missing
from workshopcore.files.notes import Place
from workshopcore.files.notes.attaching import attach
from workshopcore.files.notes.course import move, untriaged
from workshopcore.files.notes.outcomes import decide, park, put_down, triage
from workshopcore.model.outcomes import ParkedIssue

__all__ = ["Dialogue"]

_METHODS = {
    "c": "consensus",
    "consensus": "consensus",
    "v": "vote",
    "vote": "vote",
    "s": "sponsor",
    "sponsor": "sponsor",
}
_FATES = {
    "a": "action",
    "action": "action",
    "g": "agenda",
    "agenda": "agenda",
    "e": "escalated",
    "escalated": "escalated",
    "d": "dropped",
    "dropped": "dropped",
    "": "",
}
_NEXT = {
    "proposed": "confirmed",
    "pencilled": "confirmed",
    "confirmed": "delivered",
    "in-progress": "delivered",
    "delivered": "written-up",
    "written-up": "closed",
}
_OPEN = ("parked", "triaged")


@define
class Dialogue:
    """Asks for everything that a record holds, and goes on from what is there."""

    desk: Desk

    def run(self) -> None:
        """Ask part by part; whoever leaves one goes on with the next."""
        workshop = self.desk.book.workshop
        self.desk.terminal.say(
            (workshop.title, "bold"), f", {workshop.day}. Every answer is saved at once: Ctrl-C"
        )
        self.desk.terminal.say(
            "ends it, and the next time goes on from here. A full stop alone leaves a part."
        )
        parts: tuple[Callable[[], None], ...] = (
            lambda: ask_attendance(self.desk),
            self.outputs,
            self.decisions,
            self.parked,
            self.triage,
            self.attachments,
            self.state,
        )
        for ask in parts:
            with suppress(LeftError):
                ask()
        self.desk.terminal.say()
        show_missing(self.desk.book, self.desk.book.missing())

    def outputs(self) -> None:
        """Ask what came out of each session, in the order of the agenda."""
        self.desk.part("What came out of it", "Word for word, one thing a line; Enter: next.")
        for session in self.desk.book.workshop.sessions():
            captures = self.desk.book.workshop.captures
            number = sum(capture.session == session.id for capture in captures)
            there = f" ({number} on record)" if number else ""
            for text in self.desk.texts(f"{session.name}{there}"):
                self.desk.take(self._output(session.id, text))

    def _output(self, session: str, text: str) -> Enter:
        return lambda scribe: put_down(scribe, Place("output"), session, text)

    def decisions(self) -> None:
        """Ask what was decided, how, and who saw it differently."""
        self.desk.part("Decisions", "Enter: no more.")
        book = self.desk.book
        for decision in book.programme.decisions:
            if decision.origin.partition("/")[0] == book.name:
                self.desk.terminal.say(("  on record: ", "dim"), decision.statement)
        for statement in self.desk.texts("Decision"):
            method = self.desk.choice("  c consensus, v vote, s sponsor", _METHODS, "c")
            dissent = self.desk.text("  Who saw it differently, in their words")
            self.desk.take(self._decision(statement, method, dissent))

    def _decision(self, statement: str, method: str, dissent: str) -> Enter:
        return lambda scribe: decide(
            scribe, Place("decision"), statement, method=method, dissent=dissent
        )

    def parked(self) -> None:
        """Ask what was set aside."""
        self.desk.part("Parked for later", "Enter: no more.")
        for statement in self.desk.texts("Issue"):
            self.desk.until_taken(partial(self._issue, statement))

    def _issue(self, statement: str) -> Enter:
        by = self.desk.text("  Raised by")
        return lambda scribe: park(scribe, Place("issue"), statement, by=by)

    def triage(self) -> None:
        """Ask what becomes of every issue that is not settled, of earlier workshops too."""
        waiting = [i for i in self.desk.book.programme.parked_issues if i.state(date.max) in _OPEN]
        if not waiting:
            return
        self.desk.part(
            "What becomes of what is parked",
            "a action, g agenda of another workshop, e escalated, d dropped; Enter: later.",
        )
        for issue in waiting:
            self.desk.until_taken(partial(self._fate, issue))

    def _fate(self, issue: ParkedIssue) -> Enter | None:
        fate = self.desk.choice(issue.statement, _FATES)
        if not fate:
            return None
        became = ""
        if fate == "action":
            became = self.desk.text("  Which action (its identifier, or its words)")
        note = self.desk.text("  Why, or where it goes")
        return lambda scribe: triage(
            scribe, Place("issue"), issue.id, fate, note=note, became=became
        )

    def attachments(self) -> None:
        """Ask for photographs and files."""
        self.desk.part("Photographs and files", "They stay where they are. Enter: no more.")
        for each in self.desk.book.workshop.attachments:
            self.desk.terminal.say(("  on record: ", "dim"), each.path)
        for path in self.desk.texts("Path"):
            if self.desk.take(self._attachment(path)):
                caption = self.desk.text("  What it shows, for those who cannot see it")
                self.desk.take(self._attachment(path, caption))

    def _attachment(self, path: str, caption: str = "") -> Enter:
        return lambda scribe: attach(scribe, Place("path"), path, beside=Path(), caption=caption)

    def state(self) -> None:
        """Ask if the workshop has come further in its life, one state after the other."""
        book = self.desk.book
        while new := _NEXT.get(book.workshop.state(date.max)):
            waiting = untriaged(book.programme, book.name) if new == "closed" else ()
            if waiting:
                told = f"It can be closed once somebody has looked at {', '.join(waiting)}."
                self.desk.terminal.say(told)
                return
            self.desk.terminal.say()
            old = book.workshop.state(date.max)
            asked_for = f"By the record it is {old}. Is it {new} now?"
            if not self.desk.agreed(asked_for, usual=new in ("confirmed", "delivered")):
                return
            if not self.desk.take(partial(move, place=Place("state"), state=new)):
                return
