"""Older programme files: each version of their form is one small step from the one before.

A step changes a document and says what it renamed, so that messages still find the line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from workshopcore.errors import Problem, ProgrammeFileError, shown
from workshopcore.files.parsing import Table

__all__ = ["CURRENT", "UNNUMBERED", "Migration", "migrated", "renames_since"]

CURRENT = 1
"""The version of the form that is written; a file without ``schema`` has the first published."""

UNNUMBERED = 1


@frozen
class Migration:
    """One step from a version to the next.

    Attributes:
        step: returns the document in the next version's form; the given one stays as it is.
        renamed: new names of keys, each with the old one.
    """

    step: Callable[[Table], Table]
    renamed: Mapping[str, str]


def _renamed(table: Any, old: str, new: str) -> Any:
    """Return a table with one key renamed in its place; anything but a table as it is."""
    if table.__class__ is not dict or old not in table or new in table:
        return table
    return {new if key == old else key: value for key, value in table.items()}


def _each(table: Any, key: str, change: Callable[[Any], Any]) -> Any:
    """Return a table with every entry of one of its lists changed."""
    if table.__class__ is not dict or table.get(key).__class__ is not list:
        return table
    return {**table, key: [change(entry) for entry in table[key]]}


def _from_0(document: Table) -> Table:
    """Version 0 called everybody a participant, and an agenda its sessions."""
    document = _renamed(document, "participants", "people")
    return _each(document, "workshops", _agenda_from_0)  # type: ignore[no-any-return]


def _agenda_from_0(holder: Any) -> Any:
    holder = _renamed(holder, "sessions", "agenda")
    return _each(holder, "agenda", lambda item: _each(item, "tracks", _agenda_from_0))


_MIGRATIONS: Mapping[int, Migration] = {
    0: Migration(_from_0, {"people": "participants", "agenda": "sessions"}),
}


def migrated(document: Table, file: str = "") -> Table:
    """Return a document in today's form, without its ``schema`` key.

    Raises:
        ProgrammeFileError: its version is newer than this library knows, or no version at all.
    """
    version = _version(document, file)
    document = {key: value for key, value in document.items() if key != "schema"}
    for number in range(version, CURRENT):
        document = _MIGRATIONS[number].step(document)
    return document


def renames_since(document: Table) -> dict[str, str]:
    """Return what today's keys were called in the document's version."""
    version = document.get("schema", UNNUMBERED)
    steps = [_MIGRATIONS[number].renamed for number in range(version, CURRENT)]
    return {new: old for renamed in reversed(steps) for new, old in renamed.items()}


def _version(document: Table, file: str) -> int:
    version = document.get("schema", UNNUMBERED)
    if version.__class__ is int and 0 <= version <= CURRENT:
        return int(version)
    cure = ""
    if version.__class__ is int and version > CURRENT:
        cure = "The file was written by a newer version of workshopcore: update it"
    problem = Problem(
        "WC003", "schema", shown(version), f"a version from 0 to {CURRENT}", cure, file
    )
    raise ProgrammeFileError([problem])
