"""What the options of `workshopcore record` put on record."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TypeAlias

from attrs import field, frozen

from workshopcore.errors import Problem, shown
from workshopcore.files.notes import Place, Scribe, take_notes, take_times
from workshopcore.files.notes.attaching import attach
from workshopcore.files.notes.attendance import attend, welcome
from workshopcore.files.notes.course import move, ran
from workshopcore.files.notes.outcomes import decide, park, put_down, triage

__all__ = ["Orders"]

Texts: TypeAlias = tuple[str, ...]


@frozen(kw_only=True)
class Orders:
    """What was asked for on the command line, option by option."""

    guest: Texts = ()
    present: Texts = ()
    part: Texts = ()
    apology: Texts = ()
    no_show: Texts = ()
    substitute: Texts = ()
    actual: Texts = ()
    output: Texts = ()
    decision: Texts = ()
    method: Texts = ()
    dissent: Texts = ()
    park: Texts = ()
    triage: Texts = ()
    attach: Texts = ()
    caption: Texts = ()
    state: Texts = ()
    notes: Path | None = field(default=None)
    times: Path | None = field(default=None)
    replace: bool = False

    @property
    def anything(self) -> bool:
        """Whether anything is to be put on record."""
        return self != Orders()

    def enter(self, scribe: Scribe) -> None:
        """Give everything to a scribe: files first, then people, and the state last."""
        if self.notes is not None:
            take_notes(scribe, self.notes)
        if self.times is not None:
            take_times(scribe, self.times, replace=self.replace)
        self._people(scribe)
        for session, said in _pairs(scribe, "--actual", self.actual, "SESSION=10:05-11:10"):
            ran(scribe, Place(f"--actual {session}"), session, said)
        for session, said in _pairs(scribe, "--output", self.output, "SESSION=TEXT"):
            put_down(scribe, Place(f"--output {session}"), session, said)
        self._decisions(scribe)
        for text in self.park:
            park(scribe, Place("--park"), text)
        for issue, fate in _pairs(scribe, "--triage", self.triage, "ISSUE=escalated"):
            triage(scribe, Place(f"--triage {issue}"), issue, fate)
        self._attachments(scribe)
        for state in self.state:
            move(scribe, Place("--state"), state)

    def _people(self, scribe: Scribe) -> None:
        for name in self.guest:
            who, _, position = name.partition(",")
            welcome(scribe, Place("--guest"), who, position.strip())
        for option, names, said in (
            ("--present", self.present, "present"),
            ("--apology", self.apology, "apology"),
            ("--no-show", self.no_show, "no-show"),
        ):
            for name in names:
                attend(scribe, Place(f"{option} {name}"), name, said)
        for name, hours in _pairs(scribe, "--part", self.part, "NAME=13:00-16:30"):
            attend(scribe, Place(f"--part {name}"), name, hours=hours)
        for name, other in _pairs(scribe, "--substitute", self.substitute, "NAME=OTHER"):
            attend(scribe, Place(f"--substitute {name}"), name, substitute=other)

    def _decisions(self, scribe: Scribe) -> None:
        methods = self.method
        if len(methods) == 1:
            methods *= len(self.decision) or 1
        decided = _together(scribe, "--decision", self.decision, ("--method", methods))
        dissents = _together(scribe, "--decision", self.decision, ("--dissent", self.dissent))
        for (statement, method), (_, dissent) in zip(decided, dissents, strict=True):
            decide(scribe, Place("--decision"), statement, method=method, dissent=dissent)

    def _attachments(self, scribe: Scribe) -> None:
        attached = _together(scribe, "--attach", self.attach, ("--caption", self.caption))
        for path, caption in attached:
            attach(scribe, Place("--attach"), path, beside=Path(), caption=caption)


def _pairs(
    scribe: Scribe, option: str, values: Sequence[str], example: str
) -> list[tuple[str, str]]:
    """Return what stands before and after the sign of each value."""
    found = []
    for value in values:
        before, sign, after = value.partition("=")
        if sign and before.strip() and after.strip():
            found.append((before.strip(), after.strip()))
        else:
            scribe.note(Place(option), Problem("WC003", "", shown(value), example))
    return found


def _together(
    scribe: Scribe, option: str, values: Sequence[str], with_it: tuple[str, Sequence[str]]
) -> list[tuple[str, str]]:
    """Return each value with its own of another option: the first goes with the first."""
    name, others = with_it
    if len(others) > len(values):
        found = f"{len(others)} for {len(values)}"
        problem = Problem("WC003", "", found, f"no more of them than of {option}")
        scribe.note(Place(name), problem)
        others = others[: len(values)]
    return list(zip_longest(values, others, fillvalue=""))
