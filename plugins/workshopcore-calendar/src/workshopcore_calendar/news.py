"""What a task says of an action."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import TypeVar

from attrs import define, field

from workshopcore.actions import Standing, answering, plan
from workshopcore.actions.merging import state_of
from workshopcore.contracts.exchange import ActionNews, ActionState
from workshopcore.errors import InvalidValueError, Problem
from workshopcore.exchange.words import Words
from workshopcore.model import accept
from workshopcore.model.action import ActionStatus
from workshopcore.model.programme import Programme
from workshopcore.renderers.characters import harmless, one_line
from workshopcore_calendar.dates import day_of, due_of
from workshopcore_calendar.description import note_in
from workshopcore_calendar.identity import action_of
from workshopcore_calendar.lines import Property
from workshopcore_calendar.people import owners_in
from workshopcore_calendar.problems import place, problem
from workshopcore_calendar.sent import ANSWERING, MODIFIED, recalled
from workshopcore_calendar.states import status_of
from workshopcore_calendar.tasks import Task

__all__ = ["Reader"]

_RECURRING = ("RRULE", "RDATE", "RECURRENCE-ID", "EXRULE")
_LAST_DAY = date(accept.LAST_YEAR, 12, 31)
_NOTHING = ActionState()
T = TypeVar("T")


@define
class Reader:
    """Reads the tasks of one file, and keeps what could not be read.

    What a task was sent out with is in it, if it is one of ours and has not lost it; otherwise
    what the programme has of the action now tells whether a coarser word says anything new.
    """

    programme: Programme
    problems: list[Problem] = field(factory=list)
    _words: Words = field(init=False)
    _standings: dict[str, Standing] = field(init=False)
    _addresses: dict[str, str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._words = Words(self.programme)
        people = self.programme.people
        self._addresses = {person.id: person.email.strip().casefold() for person in people}
        self._standings = {}
        for standing in plan(self.programme, _LAST_DAY):
            action = standing.action
            self._standings.update(dict.fromkeys((action.id, *action.known_as), standing))

    def news(self, task: Task) -> ActionNews | None:
        """Return what a task says, ``None`` where it is nothing that an action could be."""
        if recurring := task.first(*_RECURRING):
            cure = "An action is done once: make a task of its own for each time"
            error = InvalidValueError(recurring.name, "a task that is done once", cure)
            self._fault(recurring, error)
            return None
        uid = task.first("UID")
        name = one_line(uid.text) if uid else ""
        id = action_of(name, self.programme.id)
        known_as = f"ics:{name}" if name and not id else ""
        sent = recalled(task.kept) if id else None
        if sent is not None and sent.due is not None and not task.first("DUE", "DURATION"):
            cure = "Taking it away changes nothing: write the date that holds"
            self._lacks(task, f"DUE, as {sent.due} was sent", cure)
        said = self._said(task, sent or self._recorded(id or known_as), ours=bool(id))
        if not id and said.statement is None:
            self._lacks(task, "SUMMARY, which says what is to be done")
            return None
        newly_done = said.status == "done" and (sent is None or sent.status != "done")
        on = self._on(task, "COMPLETED" if newly_done else "")
        return ActionNews(place(task.line), said, id, known_as, sent, on)

    def _recorded(self, name: str) -> ActionState:
        """Return what the programme itself has of an action that it knows by this name."""
        standing = self._standings.get(name)
        return state_of(standing) if standing else _NOTHING

    def _said(self, task: Task, before: ActionState, *, ours: bool) -> ActionState:
        return ActionState(
            statement=_statement(task, before),
            owner=self._owner(task, before),
            status=self._status(task, before),
            progress=self._progress(task, before),
            due=self._due(task),
            objective=None if ours else self._objective(task),
            note=_note(task, before, ours=ours),
        )

    def _owner(self, task: Task, before: ActionState) -> str | None:
        """Return who answers for it, where the task names one person for it."""
        named = owners_in(task)
        if len(named) != 1:
            return None
        known = task.kept.get(ANSWERING) or self._answering(before.owner)
        # First of all, because several people may share an address.
        if named[0].text.casefold() == self._addresses.get(known):
            return before.owner
        found = self._read(named[0], self._words.person)
        return before.owner if found == known else found

    def _answering(self, owner: str | None) -> str:
        """Return who answers for somebody's actions now, as far as the programme knows."""
        person = answering(self.programme, owner, _LAST_DAY) if owner else None
        return person.id if person else owner or ""

    def _status(self, task: Task, before: ActionState) -> ActionStatus | None:
        if found := task.first("STATUS"):
            status = self._read(found, self._words.status)
        else:
            status = "done" if task.first("COMPLETED") else None
        return status and status_of(status, before.status)

    def _progress(self, task: Task, before: ActionState) -> int | None:
        found = task.first("PERCENT-COMPLETE")
        progress = self._read(found, self._words.progress) if found else None
        # Some programs write 0 into every task that says nothing of it.
        return progress or (None if before.progress is None else progress)

    def _due(self, task: Task) -> date | None:
        due, start, length = (task.first(name) for name in ("DUE", "DTSTART", "DURATION"))
        zone = self.programme.time_zone
        if due is not None:
            return self._tried(due, lambda: day_of(due, zone))
        if length is None:
            return None
        if start is None:
            error = InvalidValueError("DURATION alone", "DUE, or DTSTART with DURATION")
            self._fault(length, error)
            return None
        return self._tried(length, lambda: due_of(start, length, zone))

    def _objective(self, task: Task) -> str | None:
        """Return the objective that a category names; most categories are about other things."""
        for one in task.all("CATEGORIES"):
            for name in one.texts:
                with suppress(InvalidValueError):
                    return self._words.objective(name)
        return None

    def _on(self, task: Task, first: str) -> date | None:
        """Return the day of the news.

        That it was done is news of the day it was done. A task that says it was changed when
        it was sent out was changed by somebody who did not say when.
        """
        found = task.first(first) or task.first("LAST-MODIFIED") or task.first("DTSTAMP")
        if found is None or found.raw.strip() == task.kept.get(MODIFIED):
            return None
        return self._tried(found, lambda: day_of(found, self.programme.time_zone))

    def _read(self, found: Property, read: Callable[[str], T]) -> T | None:
        return self._tried(found, lambda: read(found.text))

    def _tried(self, found: Property, read: Callable[[], T]) -> T | None:
        try:
            return read()
        except InvalidValueError as error:
            self._fault(found, error)
            return None

    def _fault(self, found: Property, error: InvalidValueError) -> None:
        self.problems.append(problem(found.line, error, found.name))

    def _lacks(self, task: Task, expected: str, cure: str = "") -> None:
        error = InvalidValueError(None, expected, cure, code="WC004")
        self.problems.append(problem(task.line, error))


def _statement(task: Task, before: ActionState) -> str | None:
    found = task.first("SUMMARY")
    text = one_line(found.text) if found else ""
    if not text:
        return None
    return before.statement if text == one_line(before.statement or "") else text


def _note(task: Task, before: ActionState, *, ours: bool) -> str | None:
    found = task.first("DESCRIPTION")
    if found is None:
        return None
    text = harmless(found.text)
    note = note_in(text) if ours else text.strip()
    if not note:
        return None
    return before.note if note.split() == harmless(before.note or "").split() else note
