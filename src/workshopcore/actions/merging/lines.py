"""The lines of a list, made sure of: whatever a plugin reads, what is in them can be used."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from attrs import frozen

from workshopcore.actions.merging.states import same
from workshopcore.contracts.exchange import ActionNews, ActionState
from workshopcore.errors import InvalidValueError, Problem
from workshopcore.model import accept
from workshopcore.model.lifecycle import ACTION
from workshopcore.model.programme import Programme

__all__ = ["Line", "Reader"]


@frozen
class Line:
    """A line of a list.

    Attributes:
        number: which one it is, from 0.
        place: where in the file, for people.
        id: the action's identifier, as far as the file has one.
        known_as: what the other tool calls it.
        said: what it says, all of it of the right kind.
        sent: what was sent out.
        on: the day of the news, not after the day it is taken in.
    """

    number: int
    place: str
    id: str
    known_as: str
    said: ActionState
    sent: ActionState | None
    on: date

    @property
    def tool(self) -> str:
        """The tool that the list is from, ``""`` if it does not tell."""
        return self.known_as.partition(":")[0]

    def at(self, field: str = "") -> str:
        """Return the place of one of its fields, for a message."""
        return f"{self.place}, {field.replace('_', ' ')}" if field else self.place

    def reason(self) -> str:
        """Return the note that this line brings, ``""`` if it brings none of its own."""
        note = self.said.note or ""
        return "" if self.sent is not None and same("note", note, self.sent.note) else note


class Reader:
    """Makes lines of news.

    Args:
        programme: whose people and objectives are meant.
        as_of: the day the news is taken in.

    Attributes:
        problems: what could not be used, by the number of its line.
    """

    def __init__(self, programme: Programme, as_of: date) -> None:
        self.problems: list[tuple[int, Problem]] = []
        self._as_of = as_of
        people = frozenset(person.id for person in programme.people)
        objectives = frozenset(objective.id for objective in programme.objectives)
        self._accept: dict[str, Callable[[Any], Any]] = {
            "statement": _text,
            "owner": lambda value: _one_of(value, people, "somebody on the programme", "WC013"),
            "status": lambda value: _one_of(value, ACTION.moves, "a state of an action", "WC003"),
            "progress": _per_cent,
            "due": accept.day,
            "objective": lambda value: _one_of(value, objectives, "an objective", "WC006"),
            "note": _text,
        }

    def line(self, number: int, news: ActionNews) -> Line:
        """Return a line with all that can be used of it."""
        place = news.place if isinstance(news.place, str) and news.place else f"line {number + 1}"
        said, faults = self._state(news.said)
        self.problems += [(number, fault.at(f"{place}, {name}")) for name, fault in faults]
        return Line(
            number,
            place,
            _name(news.id),
            _name(news.known_as),
            said,
            None if news.sent is None else self._state(news.sent)[0],
            self._day(number, place, news.on),
        )

    def _state(self, state: ActionState) -> tuple[ActionState, list[tuple[str, InvalidValueError]]]:
        """Return a state without the values that cannot be, and what is wrong with those."""
        found: dict[str, Any] = {}
        faults = []
        for name, accepted in self._accept.items():
            value = getattr(state, name, None)
            if value is not None:
                try:
                    found[name] = accepted(value)
                except InvalidValueError as fault:
                    faults.append((name, fault))
        return ActionState(**found), faults

    def _day(self, number: int, place: str, value: object) -> date:
        """Return the day of the news: the future has none yet."""
        try:
            found = accept.day(value)  # type: ignore[arg-type]
        except InvalidValueError as fault:
            self.problems.append((number, fault.at(f"{place}, day of the news")))
            found = None
        return self._as_of if found is None else min(found, self._as_of)


def _name(value: object) -> str:
    """Return an identifier as text; what is no text, or none that a file can hold, is none."""
    try:
        return accept.text(value)  # type: ignore[arg-type]
    except InvalidValueError:
        return ""


def _text(value: Any) -> str | None:
    return accept.text(value) if not isinstance(value, str) or value.strip() else None


def _per_cent(value: Any) -> int:
    if value.__class__ is int and 0 <= value <= 100:
        return int(value)
    raise InvalidValueError(value, "a whole number from 0 to 100")


def _one_of(value: Any, known: Any, expected: str, code: str) -> str:
    if isinstance(value, str) and value in known:
        return value
    raise InvalidValueError(value, expected, code=code)
