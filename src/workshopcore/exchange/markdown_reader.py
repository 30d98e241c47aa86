"""What a Markdown list says of actions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshopcore.actions.merging.text import trimmed
from workshopcore.contracts.exchange import ActionNews, ActionState, Advance, Imported
from workshopcore.errors import InvalidValueError, Problem
from workshopcore.exchange.markdown_lines import MOST_LINES, Heading, SentLine, Task, parts_of
from workshopcore.exchange.markdown_sent import read_sent
from workshopcore.exchange.pace import paced
from workshopcore.exchange.words import Words
from workshopcore.model.action import ActionStatus

__all__ = ["read_tasks"]

_DUE = "due "
_DONE = frozenset({"done", "verified"})
_OVER = frozenset({*_DONE, "cancelled", "superseded"})


def read_tasks(text: str, words: Words, advance: Advance) -> Imported:
    """Return what a list says, and everything in it that could not be read.

    Args:
        text: the file.
        words: reads what people type.
        advance: called with how far it is.
    """
    parts = parts_of(text)
    kept = [(part.number, part.text) for part in parts if isinstance(part, SentLine)]
    sent, problems = read_sent(kept)
    if text.count("\n") >= MOST_LINES:
        cure = "Split the file: nothing from here on was read"
        place = f"line {MOST_LINES + 1}"
        problems.append(Problem("WC001", place, "one more line", f"{MOST_LINES:,} lines", cure))
    reader = _Reader(words, sent, problems)
    listed = [part for part in parts if not isinstance(part, SentLine)]
    news = [reader.read(part) for part in paced(listed, advance)]
    return Imported(tuple(each for each in news if each is not None), reader.problems)


class _Reader:
    """Reads tasks, each under its heading."""

    def __init__(
        self, words: Words, sent: Mapping[str, ActionState], problems: list[Problem]
    ) -> None:
        self.problems = problems
        self._words = words
        self._sent = sent
        self._heading: Heading | None = None
        self._owner: str | None = None

    def read(self, part: Heading | Task) -> ActionNews | None:
        if isinstance(part, Heading):
            self._heading, self._owner = part, None
            return None
        self._settle_owner()
        place = f"line {part.number}"
        try:
            id = self._words.action(part.id) if part.id else ""
        except InvalidValueError as fault:
            self.problems.append(fault.at(place))
            return None
        if not id and not part.statement:
            expected = "what is to be done, or the action's identifier"
            self.problems.append(Problem("WC004", place, "neither", expected))
            return None
        sent = self._sent.get(id) if id else None
        return ActionNews(place, self._said(place, part, sent), id=id, sent=sent)

    def _settle_owner(self) -> None:
        """Find out whose the tasks below a heading are, when the first of them comes."""
        if self._heading is None:
            return
        try:
            self._owner = self._words.person(self._heading.text)
        except InvalidValueError as fault:
            self.problems.append(fault.at(f"line {self._heading.number}"))
        self._heading = None

    def _said(self, place: str, task: Task, sent: ActionState | None) -> ActionState:
        facts, statement = self._facts(task)
        found = {name: self._value(place, name, text) for name, text in facts.items()}
        if facts and sent is not None:
            self._look_for_emptied(place, facts, sent)
        try:
            status = _status(task.is_ticked, found.get("status"), sent)
        except InvalidValueError as fault:
            self.problems.append(fault.at(place))
            status = None
        return ActionState(
            statement=statement or None,
            owner=self._owner,
            status=status,
            progress=found.get("progress"),
            due=found.get("due"),
            note=_news(task.news, sent),
        )

    def _facts(self, task: Task) -> tuple[dict[str, str], str]:
        """Return what the brackets say, and the statement; other brackets belong to that."""
        parts = [part for part in map(str.strip, (task.facts or "").split(",")) if part]
        facts = {_field(part): part for part in parts}
        if facts.keys() & {"due", "progress"} or any(map(self._is_status, parts)):
            return facts, task.statement
        brackets = "" if task.facts is None else f" ({task.facts})"
        return {}, f"{task.statement}{brackets}".strip()

    def _is_status(self, part: str) -> bool:
        try:
            self._words.status(part)
        except InvalidValueError:
            return False
        return True

    def _value(self, place: str, name: str, text: str) -> Any:
        """Return what a part of the brackets means; ``None`` where it means nothing."""
        try:
            if name == "due":
                return self._words.day(text[len(_DUE) :])
            return self._words.progress(text) if name == "progress" else self._words.status(text)
        except InvalidValueError as fault:
            self.problems.append(fault.at(place))
            return None

    def _look_for_emptied(self, place: str, facts: Mapping[str, str], sent: ActionState) -> None:
        """Report a date or progress that was taken out of the brackets."""
        for name, what in (("due", "a due date"), ("progress", "per cent done")):
            was = getattr(sent, name)
            if was is not None and name not in facts:
                cure = "Leaving it out takes nothing away: put it back, or write what holds now"
                expected = f"{what} in the brackets, where {was} was"
                self.problems.append(Problem("WC004", place, "none", expected, cure))


def _field(part: str) -> str:
    """Return what a part of the brackets is about, by its looks."""
    if part.casefold().startswith(_DUE):
        return "due"
    return "progress" if part.endswith("%") else "status"


def _status(
    is_ticked: bool, word: ActionStatus | None, sent: ActionState | None
) -> ActionStatus | None:
    """Return the state that a box and a word behind it tell together.

    Raises:
        InvalidValueError: the box and the word were both changed, and they disagree.
    """
    was = None if sent is None else sent.status
    if was is None:
        return "done" if is_ticked and word not in _OVER else word
    if is_ticked == (was in _DONE):
        return word or was
    if word in (None, was):
        return "done" if is_ticked else "reopened"
    if is_ticked == (word in _DONE):
        return word
    box = "a ticked box" if is_ticked else "a box without a tick"
    raise InvalidValueError(word, f"a status that goes with {box}", "Change one of the two back")


def _news(lines: list[str], sent: ActionState | None) -> str | None:
    """Return what is new below a task, or all there is where nobody knows what is new."""
    was = None if sent is None else sent.note
    if was is not None and len(lines) > 1 and trimmed(lines[0]) == trimmed(was):
        return "\n".join(lines[1:])
    return "\n".join(lines) if lines else None
