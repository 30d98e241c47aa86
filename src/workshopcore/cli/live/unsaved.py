"""Entries that could not be saved: kept beside the programme until they can."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from workshopcore.cli.live.entry import Entry
from workshopcore.cli.program import Refusal
from workshopcore.errors import WorkshopCoreError
from workshopcore.files.atomic import write_whole
from workshopcore.model.workshop import Actual

__all__ = ["Unsaved"]

_VERSION = 1
_FIELDS = ("start", "end", "fate", "note")


class Unsaved:
    """A file of entries beside a programme file; it is there only while there are some."""

    def __init__(self, programme: Path, workshop: str) -> None:
        self.path = programme.with_name(f"{programme.stem}.{workshop}.unsaved.json")

    def read(self) -> tuple[Entry, ...]:
        """Return the entries; none where there is no file.

        Raises:
            Refusal: the file holds something else. Nobody's record is guessed at.
        """
        try:
            found = json.loads(self.path.read_bytes())
            if found["version"] != _VERSION:
                raise ValueError(f"version {found['version']!r}")
            return tuple(_from_json(entry) for entry in found["entries"])
        except FileNotFoundError:
            return ()
        except (ValueError, TypeError, LookupError, RecursionError, WorkshopCoreError) as error:
            raise Refusal(
                f"{self.path}: expected entries that an earlier sitting could not save ({error})."
                " Mend it, or move it away"
            ) from error

    def write(self, entries: Iterable[Entry]) -> None:
        """Keep some entries, or remove the file where there are none; failing is no harm."""
        found = [_to_json(entry) for entry in entries]
        try:
            if found:
                content = json.dumps({"version": _VERSION, "entries": found}, indent=2) + "\n"
                write_whole(self.path, content.encode())
            else:
                self.path.unlink(missing_ok=True)
        except OSError:
            # They are still in memory, the display says so, and saving is tried again.
            return


def _to_json(entry: Entry) -> dict[str, Any]:
    return {"session": entry.session, "old": _words(entry.old), "new": _words(entry.new)}


def _words(actual: Actual | None) -> dict[str, str] | None:
    if actual is None:
        return None
    moments = {"start": actual.start, "end": actual.end}
    said = {name: moment.isoformat() for name, moment in moments.items() if moment is not None}
    return {**said, "fate": actual.fate, "note": actual.note}


def _from_json(found: dict[str, Any]) -> Entry:
    session = found["session"]
    return Entry(session, _actual(session, found["old"]), _actual(session, found["new"]))


def _actual(session: str, found: dict[str, Any] | None) -> Actual | None:
    if found is None:
        return None
    if not set(found) <= set(_FIELDS):
        raise ValueError("unknown fields")
    return Actual(session, **found)
