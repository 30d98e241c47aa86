"""Reads session formats from a folder of TOML files, one file to a format."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, get_args

from attrs import frozen

from workshopcore.errors import InvalidValueError
from workshopcore.formats.definition import (
    CatalogueFormat,
    MaterialRule,
    OptionRule,
    Per,
    StepRule,
)
from workshopcore.formats.grouping import GroupRule
from workshopcore.formats.tables import Table

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

__all__ = ["Vocabulary", "catalogue", "load_formats", "vocabulary"]

_KEY = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*:)?[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNTS = ("people", "groups", "largest-group")


@frozen
class Vocabulary:
    """The words that format files may use, each with what it means."""

    purposes: Mapping[str, str]
    arrangements: Mapping[str, str]


@cache
def vocabulary() -> Vocabulary:
    """Return the words that format files may use.

    >>> vocabulary().purposes["decide"]
    'weigh options and choose'
    """
    table = _table(_home() / "vocabulary.toml")
    words = [
        MappingProxyType(table.table(name).named_texts()) for name in ("purposes", "arrangements")
    ]
    table.finish()
    return Vocabulary(*words)


@cache
def catalogue() -> tuple[CatalogueFormat, ...]:
    """Return the built-in session formats, sorted by key.

    >>> [format.key for format in catalogue() if "engage-expert" in format.purposes]
    ['delphi', 'expert-interview', 'expert-panel']
    """
    return load_formats(_home() / "catalogue")


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


def _home() -> Traversable:
    from importlib.resources import files

    return files("workshopcore.formats")


def _table(file: Traversable) -> Table:
    import tomllib
    from decimal import Decimal

    try:
        text = file.read_bytes().decode("utf-8")
        return Table(tomllib.loads(text, parse_float=Decimal), file.name)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidValueError(str(error), f"TOML in {file.name}") from error


def _format(file: Traversable) -> CatalogueFormat:
    table = _table(file)
    options = [_option(name, inner) for name, inner in table.table("options").named_tables()]
    steps = table.tables("steps")
    if not steps:
        raise table.fault("steps", None, "at least one step")
    found = CatalogueFormat(
        key=_key(table, file.name),
        title=table.text("title"),
        summary=table.text("summary"),
        purposes=table.words("purposes", vocabulary().purposes),
        people=table.pair("people"),
        groups=_groups(table.table("groups")) if table.has("groups") else None,
        steps=[_step(inner, [*_COUNTS, *(option.name for option in options)]) for inner in steps],
        materials=[_material(inner) for inner in table.tables("materials")],
        options=options,
        outputs=table.texts("outputs"),
        prompts=table.texts("prompts", ()),
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


def _option(name: str, table: Table) -> OptionRule:
    rule = OptionRule(name=name, meaning=table.text("meaning"), bounds=table.triple("bounds"))
    table.finish()
    return rule


def _step(table: Table, counts: list[str]) -> StepRule:
    rule = StepRule(
        name=table.text("name"),
        minutes=table.minutes("minutes"),
        times=table.count_or_word("times", counts, 1),
        arrangement=table.word("arrangement", vocabulary().arrangements, "plenary"),
        prompt=table.text("prompt", ""),
        capture=table.text("capture", ""),
    )
    table.finish()
    return rule


def _material(table: Table) -> MaterialRule:
    per: dict[str, Per] = {word: word for word in get_args(Per)}
    rule = MaterialRule(
        item=table.text("item"),
        quantity=table.count("quantity", 1),
        per=per[table.word("per", per, "workshop")],
    )
    table.finish()
    return rule


def _groups(table: Table) -> GroupRule:
    rule = GroupRule(
        bounds=table.pair("split"),
        aim=table.count("aim") if table.has("aim") else None,
        whole_up_to=table.count("whole_up_to", 0, least=0),
        otherwise=table.pair_if_given("otherwise"),
        inner=table.pair_if_given("inner"),
        called=table.text("called", "groups"),
    )
    table.finish()
    return rule
