"""The record of invitations as a file: `invitations.json` beside the programme.

It only ever grows. Who it names, and where, is what the programme file says as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from attrs import frozen

from workshopcore.errors import FileChangedError, InvalidValueError, Shown
from workshopcore.model.moments import zone
from workshopcore.toolkit.writing import put
from workshopcore_calendar.invitations.appointment import Facts, Status
from workshopcore_calendar.invitations.sent import Method, Sent

__all__ = ["NAME", "RecordFile"]

NAME = "invitations.json"
_VERSION = 1
_CURE = "Restore the file from a backup: without it, calendars do not take what moves or cancels"
_NUMBERS = "a whole number from 0"
_MOMENT = "a moment in UTC such as 2027-01-04T09:00:00+00:00"


@frozen
class RecordFile:
    """A record as it was read, so that nothing that others add meanwhile is overwritten."""

    path: Path
    before: bytes
    record: tuple[Sent, ...]

    @classmethod
    def read(cls, path: Path) -> RecordFile:
        """Read a record; an empty one where there is no file yet.

        Raises:
            InvalidValueError: the file is no record. Nothing is guessed about what was sent.
        """
        data = path.read_bytes() if path.exists() else b""
        return cls(path, data, _entries(data, path) if data else ())

    def keep(self, record: Iterable[Sent]) -> None:
        """Put a record in place of the one that was read, in one step.

        Raises:
            FileChangedError: somebody else has written to it since.
        """
        now = self.path.read_bytes() if self.path.exists() else b""
        if now != self.before:
            raise FileChangedError(
                f"{self.path}: somebody has invited people meanwhile. Run the command again"
            )
        entries = [_to_json(entry) for entry in record]
        text = json.dumps({"version": _VERSION, "invitations": entries}, indent=2)
        put(self.path, f"{text}\n".encode())


def _entries(data: bytes, path: Path) -> tuple[Sent, ...]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _unreadable(path, str(error)) from error
    if not isinstance(found, dict) or found.get("version") != _VERSION:
        raise _unreadable(path, f"no record of version {_VERSION}")
    entries = found.get("invitations")
    if not isinstance(entries, list):
        raise _unreadable(path, "no list of invitations")
    return tuple(_entry(each, f"{path}: invitations[{n}]") for n, each in enumerate(entries))


def _unreadable(path: Path, why: str) -> InvalidValueError:
    return InvalidValueError(Shown(f"{path}: {why}"), "the record of earlier invitations", _CURE)


def _to_json(entry: Sent) -> dict[str, Any]:
    return {
        "uid": entry.uid,
        "workshop": entry.workshop,
        "file": entry.id,
        "person": entry.person,
        "address": entry.address,
        "method": entry.method,
        "sequence": entry.sequence,
        "stamp": entry.stamp.isoformat(),
        "title": entry.title,
        "start": entry.facts.start.isoformat(),
        "end": entry.facts.end.isoformat(),
        "time_zone": entry.time_zone,
        "place": entry.facts.place,
        "status": entry.facts.status,
        "content": entry.content,
    }


def _entry(found: Any, where: str) -> Sent:
    if not isinstance(found, dict):
        raise _wrong(where, found, "a message")
    facts = Facts(
        _moment(found, "start", where),
        _moment(found, "end", where),
        _text(found, "place", where),
        cast("Status", _one_of(found, "status", where, ("TENTATIVE", "CONFIRMED", "CANCELLED"))),
    )
    return Sent(
        uid=_text(found, "uid", where),
        person=_text(found, "person", where),
        address=_text(found, "address", where),
        method=cast("Method", _one_of(found, "method", where, ("REQUEST", "CANCEL"))),
        sequence=_number(found, "sequence", where),
        stamp=_moment(found, "stamp", where),
        facts=facts,
        title=_text(found, "title", where),
        time_zone=_zone(found, where),
        id=_text(found, "file", where),
        workshop=_text(found, "workshop", where),
        content=_text(found, "content", where),
    )


def _text(found: Mapping[str, Any], name: str, where: str) -> str:
    value = found.get(name)
    if not isinstance(value, str):
        raise _wrong(f"{where}.{name}", value, "text")
    return value


def _one_of(found: Mapping[str, Any], name: str, where: str, words: tuple[str, ...]) -> str:
    value = _text(found, name, where)
    if value not in words:
        raise _wrong(f"{where}.{name}", value, f"one of {', '.join(words)}")
    return value


def _number(found: Mapping[str, Any], name: str, where: str) -> int:
    value = found.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise _wrong(f"{where}.{name}", value, _NUMBERS)
    return value


def _moment(found: Mapping[str, Any], name: str, where: str) -> datetime:
    value = _text(found, name, where)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise _wrong(f"{where}.{name}", value, _MOMENT) from None
    if moment.tzinfo is None:
        raise _wrong(f"{where}.{name}", value, _MOMENT)
    return moment.astimezone(UTC)


def _zone(found: Mapping[str, Any], where: str) -> str:
    value = _text(found, "time_zone", where)
    try:
        return zone(value).key
    except InvalidValueError as error:
        raise _wrong(f"{where}.time_zone", value, error.expected) from None


def _wrong(where: str, found: object, expected: str) -> InvalidValueError:
    return InvalidValueError(found, f"{expected} in {where}", _CURE)
