"""One row of an action list: what it says of an action, and what was sent out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from attrs import fields

from workshopcore.contracts.exchange import ActionNews, ActionState
from workshopcore.errors import InvalidValueError, Problem
from workshopcore.exchange.layout import Layout
from workshopcore.exchange.manners import Manners
from workshopcore.exchange.words import Words
from workshopcore.model import accept
from workshopcore.model.programme import Programme

__all__ = ["RowReader"]

_STATE = frozenset(attribute.name for attribute in fields(ActionState))
_MOST_BITS = 200
_KEPT = {"owner": "an owner", "due": "a date", "status": "a status", "progress": "per cent done"}


class RowReader:
    """Reads the rows of one table.

    Args:
        programme: whose actions are meant.
        layout: which column holds what.
        manners: how the people behind the table write.
        sent: what was sent out, by identifier; ``None`` where the table itself may tell.

    Attributes:
        problems: whatever could not be read so far, each with its row and column.
    """

    def __init__(
        self,
        programme: Programme,
        layout: Layout,
        manners: Manners,
        sent: Mapping[str, ActionState] | None = None,
    ) -> None:
        self.problems: list[Problem] = []
        words = Words(programme, statuses=manners.statuses, month_first=manners.month_first)
        self._words = words
        self._layout = layout
        self._manners = manners
        self._sent = sent
        self._read: dict[str, Callable[[Any], Any]] = {
            "id": lambda cell: words.action(_text(cell)),
            "statement": _text,
            "owner": self._owner,
            "objective": lambda cell: words.objective(_text(cell)),
            "due": words.day,
            "status": words.status,
            "progress": words.progress,
            "note": _text,
            "on": words.day,
            "known_as": lambda cell: f"{manners.tool}:{_text(cell).strip()}",
            "outcome": _text,
        }
        self._columns = [
            (name, place)
            for name, place in sorted(layout.columns.items(), key=lambda column: column[1])
            if name in self._read and (name != "known_as" or manners.tool)
        ]

    def read(self, place: str, cells: Sequence[object]) -> ActionNews | None:
        """Return what a row says; ``None`` for an empty one, and for one of no use."""
        filled = {
            name: cells[at]
            for name, at in self._columns
            if at < len(cells) and not _is_blank(cells[at])
        }
        if not filled:
            return None
        said = self._values(place, filled, self._layout.columns)
        if "id" in filled and "id" not in said:
            return None
        if not said.keys() & {"id", "statement", "known_as"}:
            expected = "what is to be done, or the action's identifier"
            self.problems.append(Problem("WC004", place, "neither", expected))
            return None
        id = said.get("id", "")
        sent = self._as_sent(place, id, filled, said, cells)
        if sent is not None:
            self._look_for_emptied(place, filled, sent)
        _settle_outcome(said, self._words)
        return ActionNews(
            place,
            ActionState(**{name: said[name] for name in said.keys() & _STATE}),
            id=id,
            known_as=said.get("known_as", ""),
            sent=sent,
            on=said.get("on"),
        )

    def _values(
        self, place: str, filled: Mapping[str, object], columns: Mapping[str, int]
    ) -> dict[str, Any]:
        found = {}
        for name, cell in filled.items():
            try:
                found[name] = self._read[name](cell)
            except InvalidValueError as fault:
                self.problems.append(fault.at(self._place(place, columns[name])))
        return found

    def _place(self, place: str, column: int) -> str:
        return f"{place}, column {self._layout.headings[column]}"

    def _owner(self, cell: object) -> str:
        name = _text(cell)
        separator = self._manners.separator
        if separator and separator in name:
            several = [each for each in map(str.strip, name.split(separator)) if each]
            if len(several) > 1:
                cure = "Name the one person who answers for it; the others are supporters"
                raise InvalidValueError(name, "exactly one owner", cure, code="WC008")
            name = "".join(several)
        return self._words.person(name)

    def _as_sent(
        self,
        place: str,
        id: str,
        filled: Mapping[str, object],
        said: Mapping[str, Any],
        cells: Sequence[object],
    ) -> ActionState | None:
        if self._sent is not None or not id:
            return (self._sent or {}).get(id)
        found: dict[str, Any] = {}
        changed: dict[str, object] = {}
        for name, at in self._layout.sent.items():
            if name in _STATE and at < len(cells) and not _is_blank(cells[at]):
                if cells[at] == filled.get(name) and name in said:
                    found[name] = said[name]
                else:
                    changed[name] = cells[at]
        found |= self._values(place, changed, self._layout.sent)
        return ActionState(**found) if found else None

    def _look_for_emptied(
        self, place: str, filled: Mapping[str, object], sent: ActionState
    ) -> None:
        for name, what in _KEPT.items():
            was = getattr(sent, name)
            at = self._layout.columns.get(name)
            if at is not None and name not in filled and was is not None:
                cure = "Emptying a cell takes nothing away: put it back, or write what holds now"
                fault = InvalidValueError(None, what, cure, code="WC004")
                self.problems.append(fault.at(self._place(place, at)))


def _is_blank(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _text(cell: object) -> str:
    """Return a cell as text: spreadsheets make numbers and dates of what looks like one."""
    if isinstance(cell, str):
        return accept.text(cell)
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell)
    if isinstance(cell, int) and cell.__class__ is not bool and cell.bit_length() <= _MOST_BITS:
        return str(cell)
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second):
        cell = cell.date()
    if isinstance(cell, date):
        return cell.isoformat()
    raise InvalidValueError(cell, "text")


def _settle_outcome(said: dict[str, Any], words: Words) -> None:
    """Make an action cancelled that was closed without being done, for the reason given."""
    outcome = said.get("outcome", "")
    if outcome and said.get("status") == "done" and words.means(outcome, "cancelled"):
        said["status"] = "cancelled"
        said.setdefault("note", outcome)
