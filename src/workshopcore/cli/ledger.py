"""The ledger of what was released: `releases.json` beside the programme.

It only ever grows. Disclosure control reads it, so an entry is never changed or dropped, and
what a later version wrote into it is kept.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from workshopcore.cli.program import Refusal
from workshopcore.contracts.publication import Base, Release

__all__ = ["NAME", "read_bases", "read_ledger", "record"]

NAME = "releases.json"
_VERSION = 1
_IDENTITY = ("report", "name", "audience", "sha256")


def read_ledger(path: Path) -> dict[str, Any]:
    """Return the ledger; an empty one where there is no file yet.

    Raises:
        Refusal: the file is not a ledger. Nothing is guessed about what was released.
    """
    try:
        found = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {"version": _VERSION, "releases": []}
    except (ValueError, RecursionError) as error:
        raise _unreadable(path, str(error)) from error
    if not isinstance(found, dict) or not isinstance(found.get("releases"), list):
        raise _unreadable(path, "no list of releases in it")
    if not all(isinstance(entry, dict) for entry in found["releases"]):
        raise _unreadable(path, "a release that is not a table")
    if found.get("version") != _VERSION:
        raise _unreadable(path, f"version {found.get('version')!r}, this release knows {_VERSION}")
    return found


def read_bases(path: Path) -> tuple[Base, ...]:
    """Return whose figures went out, as a ledger has it; documents without figures have none.

    Raises:
        Refusal: the file is not a ledger, or what it says of somebody cannot be read.
    """
    found = [
        _base(path, base)
        for entry in read_ledger(path)["releases"]
        for base in _list(path, entry.get("bases", []))
    ]
    return tuple(dict.fromkeys(found))


def _list(path: Path, value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise _unreadable(path, "bases that are not a list")
    return value


def _base(path: Path, entry: Any) -> Base:
    match entry:
        case {
            "wave": str(wave),
            "group": str(group),
            "count": int(count),
            "questions": list(questions),
            "members": list(members),
            "key": str(key),
        } if all(isinstance(each, str) for each in [*questions, *members]):
            return Base(wave, group, count, questions, members, key)
    raise _unreadable(path, "a base without wave, group, count, questions, members or key")


def record(path: Path, releases: Iterable[Release]) -> int:
    """Add what is new among releases to a ledger, all or nothing.

    Returns:
        How many were added; the same content under the same name counts once.
    """
    with _alone(path.parent):
        ledger = read_ledger(path)
        known = {_identity(entry) for entry in ledger["releases"]}
        new = []
        for entry in map(_to_json, releases):
            if _identity(entry) not in known:
                known.add(_identity(entry))
                new.append(entry)
        if new:
            ledger["releases"] = [*ledger["releases"], *new]
            _replace(path, json.dumps(ledger, indent=2) + "\n")
    return len(new)


def _identity(entry: dict[str, Any]) -> tuple[str, ...]:
    """Return what makes an entry the same: with bases it says more than it did without."""
    bases = json.dumps(entry.get("bases", []), sort_keys=True)
    return (*(str(entry.get(name, "")) for name in _IDENTITY), bases)


def _to_json(release: Release) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "report": release.report,
        "name": release.name,
        "audience": release.audience,
        "as_of": release.as_of.isoformat() if release.as_of else None,
        "sha256": release.sha256,
    }
    if release.bases:
        entry["bases"] = [
            {
                "wave": base.wave,
                "group": base.group,
                "count": base.count,
                "questions": list(base.questions),
                "members": list(base.members),
                "key": base.key,
            }
            for base in release.bases
        ]
    return entry


def _replace(path: Path, text: str) -> None:
    """Put a file in place in one step: a crash leaves the old ledger or the new one."""
    handle, name = tempfile.mkstemp(prefix=f".{NAME}.", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.chmod(path.stat().st_mode if path.exists() else 0o644)
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other process records in this folder, where the system can tell."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _unreadable(path: Path, why: str) -> Refusal:
    return Refusal(
        f"{path}: expected the ledger of earlier releases, found {why}:"
        " restore the file from a backup, or move it away to start a new ledger"
    )
