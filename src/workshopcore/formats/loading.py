"""Reads session formats from a folder of TOML files, one file to a format."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from workshopcore.errors import InvalidValueError
from workshopcore.formats.definition import CatalogueFormat
from workshopcore.formats.sections import (
    read_groups,
    read_material,
    read_option,
    read_sheets,
    read_steps,
)
from workshopcore.formats.tables import Table, home, read_table
from workshopcore.formats.words import vocabulary

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

__all__ = ["catalogue", "load_formats"]

_KEY = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*:)?[a-z0-9]+(?:-[a-z0-9]+)*")
_MOST_PEOPLE = 100_000


@cache
def catalogue() -> tuple[CatalogueFormat, ...]:
    """Return the built-in session formats, sorted by key.

    >>> [format.key for format in catalogue() if "engage-expert" in format.purposes]
    ['delphi', 'expert-interview', 'expert-panel']
    """
    return load_formats(home() / "catalogue")


def load_formats(folder: Traversable | Path) -> tuple[CatalogueFormat, ...]:
    """Read every format in a folder: each TOML file is one, named after its key.

    Args:
        folder: a path, or a folder of an installed package (``importlib.resources``).

    Returns:
        The formats, sorted by key.

    Raises:
        InvalidValueError: a file is faulty (the message names it and the key), or there
            is none.
    """
    if not folder.is_dir():
        raise InvalidValueError(str(folder), "a folder of format files")
    files = [file for file in folder.iterdir() if file.name.endswith(".toml")]
    if not files:
        raise InvalidValueError(str(folder), "a folder with at least one .toml file in it")
    return tuple(sorted(map(_format, files), key=lambda found: found.key))


def _format(file: Traversable) -> CatalogueFormat:
    table = read_table(file)
    options = [
        read_option(table, name, each) for name, each in table.table("options").named_tables()
    ]
    names = [option.name for option in options]
    prompts = table.texts("prompts", ())
    found = CatalogueFormat(
        key=_key(table, file.name),
        title=table.text("title"),
        summary=table.text("summary"),
        purposes=table.words("purposes", vocabulary().purposes),
        people=_people(table),
        groups=read_groups(table.table("groups")) if table.has("groups") else None,
        steps=read_steps(table, names),
        materials=[read_material(inner, names) for inner in table.tables("materials")],
        sheets=read_sheets(table, names),
        options=options,
        outputs=table.texts("outputs"),
        prompts=prompts,
        own_words=_own_words(table, prompts),
        source=table.text("source", ""),
        provenance=table.text("provenance"),
        licence=table.text("licence", ""),
        notes=table.texts("notes", ()),
    )
    table.finish()
    return found


def _key(table: Table, file: str) -> str:
    key = table.text("key")
    if not _KEY.fullmatch(key):
        raise table.fault("key", key, "lower-case words with hyphens")
    # A namespace (acme:fishbowl) is not part of the file's name: not every disk allows a colon.
    name = key.rpartition(":")[2]
    if file != f"{name}.toml":
        raise table.fault("key", key, "the name of its file", f"Name the file {name}.toml")
    return key


def _own_words(table: Table, prompts: tuple[str, ...]) -> tuple[str, ...]:
    """Take the prompts that a session puts into words of its own."""
    if not table.has("own_words"):
        return ()
    return table.words("own_words", prompts)


def _people(table: Table) -> tuple[int, int]:
    least, most = table.pair("people")
    if most > _MOST_PEOPLE:
        raise table.fault("people", most, f"at most {_MOST_PEOPLE} people")
    return least, most
