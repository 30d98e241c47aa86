"""What was sent out, carried in the workbook itself, so that it tells what was changed.

It is a hidden sheet of plain text: a line for people, a line that says what follows, and a line
for each action. The lines are JSON in ASCII, which every program hands on as it is. A sum over
them shows whether somebody changed them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, get_args

from attrs import asdict, fields, frozen

from workshopcore.contracts.exchange import ActionState
from workshopcore.errors import InvalidValueError, Shown, shown
from workshopcore.exchange.table import COLUMNS, Cell, Sheet
from workshopcore.model import accept
from workshopcore.model.action import ActionStatus

__all__ = ["FOR_PEOPLE", "Carried", "carried_rows", "is_carried", "read_carried"]

FOR_PEOPLE = "This is how it is known what you changed. Please leave it as it is."
_KIND = "workshopcore action log"
_START = f'{{"kind":"{_KIND}"'
_VERSION = 1
_PIECE, _MORE = 30_000, "+"
_NAMED = ("owner", "objective")
_STATUSES = frozenset(get_args(ActionStatus))
_STATE = tuple(attribute.name for attribute in fields(ActionState))


@frozen
class Carried:
    """What was sent out.

    Attributes:
        programme: the identifier of the programme.
        as_of: the day as which it stood.
        sent: what the workbook said of each action, by identifier.
        named: what it called owner and objective, by identifier and field.
    """

    programme: str
    as_of: date
    sent: Mapping[str, ActionState]
    named: Mapping[str, Mapping[str, str]]


def carried_rows(programme: str, as_of: date, sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield the rows: first the line that says what follows, then one for each action.

    A line takes as many rows as it needs, because a cell has an end; the second cell of a row
    says whether the line goes on below.
    """
    places = {column.field: place for place, column in enumerate(COLUMNS)}
    lines = [_line(_told(row, places, sheet.sent)) for row in sheet.rows]
    head = {
        "kind": _KIND,
        "version": _VERSION,
        "programme": programme,
        "as-of": as_of.isoformat(),
        "actions": len(lines),
        "sum": _sum(lines),
    }
    for line in (_line(head), *lines):
        for start in range(0, len(line), _PIECE):
            yield line[start : start + _PIECE], _MORE if start + _PIECE < len(line) else ""


def _told(
    row: Sequence[Cell], places: Mapping[str, int], sent: Mapping[str, ActionState]
) -> dict[str, Any]:
    id = str(row[places["id"]])
    state = {name: value for name, value in asdict(sent[id]).items() if value is not None}
    named = {name: row[places[name]] for name in _NAMED if row[places[name]] is not None}
    return {"id": id, **state, "named": named}


def _line(value: object) -> str:
    """Return a value as text in which no program finds anything to change."""
    text = json.dumps(value, default=date.isoformat, separators=(",", ":"))
    return text.replace("_", r"\u005f")


def _sum(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def is_carried(cell: object) -> bool:
    """Return whether this is the cell that says what follows."""
    return isinstance(cell, str) and cell.startswith(_START)


def read_carried(rows: Iterable[Sequence[object]]) -> Carried:
    """Return what was sent out.

    Args:
        rows: two cells of each row, from the one on that says what follows.

    Raises:
        InvalidValueError: they are not what was written, or of a newer kind.
    """
    first, *lines = _joined(rows)
    try:
        head = json.loads(first)
        version = head["version"]
        if version == _VERSION and [head["actions"], head["sum"]] == [len(lines), _sum(lines)]:
            return _carried(head, [json.loads(line) for line in lines])
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise _damaged() from error
    if version == _VERSION:
        raise _damaged()
    found = Shown(f"what was sent out in version {shown(version)}")
    raise InvalidValueError(found, f"version {_VERSION}", "Update workshopcore-office")


def _joined(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield the lines, each put together again."""
    pieces: list[str] = []
    for piece, more in rows:
        pieces.append(piece if isinstance(piece, str) else "")
        if more != _MORE:
            yield "".join(pieces)
            pieces = []
    if pieces:
        yield "".join(pieces)


def _damaged() -> InvalidValueError:
    return InvalidValueError(Shown("something else"), "what was sent out, as it was written")


def _carried(head: Mapping[str, Any], told: Iterable[Mapping[str, Any]]) -> Carried:
    sent, named = {}, {}
    for each in told:
        id = accept.text(each["id"])
        sent[id] = _state(each)
        named[id] = {name: accept.text(text) for name, text in each["named"].items()}
    return Carried(accept.text(head["programme"]), date.fromisoformat(head["as-of"]), sent, named)


def _state(told: Mapping[str, Any]) -> ActionState:
    values = {name: told.get(name) for name in _STATE}
    due, progress, status = values.pop("due"), values.pop("progress"), values.pop("status")
    texts = {name: None if value is None else accept.text(value) for name, value in values.items()}
    right_progress = progress is None or (progress.__class__ is int and 0 <= progress <= 100)
    if not right_progress or (status is not None and status not in _STATUSES):
        raise ValueError
    return ActionState(**texts, status=status, progress=progress, due=accept.day(due))
