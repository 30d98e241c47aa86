"""What was sent out with a Markdown list, kept in a comment at its end.

Each action has a line of JSON there, in which nothing can end the comment.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from attrs import asdict

from workshopcore.contracts.exchange import ActionState
from workshopcore.errors import InvalidValueError, Problem
from workshopcore.exchange.words import our_status
from workshopcore.model import accept

__all__ = ["OPENING", "read_sent", "sent_lines"]

OPENING = "<!-- sent"
"""How the comment begins."""

_CURE = "Nothing can be compared for it; leave the comment at the end of the file as it was"


def sent_lines(sent: Mapping[str, ActionState], as_of: date) -> Iterator[str]:
    """Yield the lines of the comment."""
    yield f"{OPENING} on {as_of.isoformat()}: please leave this part as it is"
    for id, state in sent.items():
        told = {name: value for name, value in asdict(state).items() if name in _ACCEPT}
        kept = {"id": id} | {name: value for name, value in told.items() if value is not None}
        line = json.dumps(kept, default=date.isoformat)
        yield line.replace("<", "\\u003c").replace(">", "\\u003e").replace("--", "-\\u002d")
    yield "-->"


def read_sent(
    lines: Iterable[tuple[int, str]],
) -> tuple[dict[str, ActionState], list[Problem]]:
    """Return what was sent out, by identifier, and the lines that cannot be read.

    Args:
        lines: those between the first and the last of the comment, each with its number.
    """
    sent: dict[str, ActionState] = {}
    problems = []
    for number, line in lines:
        if line.strip():
            try:
                id, state = _read(line)
            except InvalidValueError as fault:
                problems.append(fault.at(f"line {number}"))
            else:
                sent[id] = state
    return sent, problems


def _read(line: str) -> tuple[str, ActionState]:
    expected = "what was sent out of one action"
    try:
        found: Any = json.loads(line)
    except (ValueError, RecursionError):
        raise InvalidValueError(line, expected, _CURE) from None
    if not isinstance(found, dict) or not isinstance(found.get("id"), str):
        raise InvalidValueError(line, expected, _CURE)
    values = {name: accepted(found[name]) for name, accepted in _ACCEPT.items() if name in found}
    return found["id"], ActionState(**values)


def _per_cent(value: Any) -> int:
    if value.__class__ is int and 0 <= value <= 100:
        return int(value)
    raise InvalidValueError(value, "a whole number from 0 to 100", _CURE)


_ACCEPT: dict[str, Callable[[Any], Any]] = {
    "owner": accept.text,
    "status": our_status,
    "progress": _per_cent,
    "due": accept.day,
    "note": accept.text,
}
