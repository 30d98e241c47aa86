"""A document as TOML for people: one block for each thing, short tables on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from workshopcore.files.parsing import Table

__all__ = ["WIDTH", "key_text", "line_text", "needs_block", "toml_block", "toml_text", "value_text"]

WIDTH = 88
"""What is longer than this many characters gets lines of its own."""

# Lists of these always get a block for each entry, however short they are.
_BLOCKS = frozenset(
    {"people", "drivers", "objectives", "phases", "workshops", "agenda", "tracks", "experts"}
    | {"ground_rules", "actions", "decisions", "parked_issues", "instruments", "questions"}
    | {"waves", "themes", "evidence", "gains", "quotes", "groups"}
)
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_UNPRINTABLE = re.compile(r'[\x00-\x1f\x7f"\\]')
_UNPRINTABLE_IN_LINES = re.compile(r'[\x00-\x09\x0b-\x1f\x7f\\]|"""|"\Z')
_ESCAPES = {
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
    '"': '\\"',
    "\\": "\\\\",
    '"""': '""\\"',
}


def toml_text(document: Table) -> str:
    """Return a document as TOML.

    >>> print(toml_text({"title": "A year", "people": [{"name": "Amina"}]}), end="")
    title = "A year"
    <BLANKLINE>
    [[people]]
    name = "Amina"
    """
    return "\n".join(_lines(document, ())).removeprefix("\n") + "\n"


def toml_block(table: Table, path: tuple[str, ...], *, several: bool) -> str:
    """Return a table as a block of its own, beginning with its header.

    Args:
        table: what it holds.
        path: the keys of its header.
        several: it is one of an array of tables.
    """
    return "\n".join(_block(table, path, several)) + "\n"


def _block(table: Table, path: tuple[str, ...], several: bool) -> list[str]:
    header = ".".join(map(key_text, path))
    return [f"[[{header}]]" if several else f"[{header}]", *_lines(table, path)]


def _lines(table: Table, path: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines of a table: first what fits beside its key, then the blocks."""
    blocks = {key: value for key, value in table.items() if needs_block(key, value)}
    for key, value in table.items():
        if key not in blocks:
            yield f"{key_text(key)} = {value_text(value, len(key))}"
    for key, value in blocks.items():
        for entry in value if isinstance(value, list) else [value]:
            yield ""
            yield from _block(entry, (*path, key), isinstance(value, list))


def needs_block(key: str, value: Any) -> bool:
    """Return whether a value gets a header of its own rather than a place beside its key."""
    if value.__class__ is dict:
        return not _is_short(value, len(key))
    tables = value.__class__ is list and value and all(v.__class__ is dict for v in value)
    return bool(tables) and (key in _BLOCKS or not all(_is_short(v, 4) for v in value))


def _is_short(table: Table, taken: int) -> bool:
    """Whether a table reads well on one line."""
    if any("\n" in v if v.__class__ is str else v.__class__ is dict for v in table.values()):
        return False
    return len(line_text(table)) + taken <= WIDTH


def key_text(key: str) -> str:
    """Return a key, in quotes if it needs them."""
    return key if _BARE.fullmatch(key) else _quoted(key)


def value_text(value: Any, taken: int = 0) -> str:
    """Return a value as it stands beside its key, on several lines if it is long.

    Args:
        value: anything a document holds.
        taken: characters that stand before it.
    """
    if value.__class__ is str:
        return _in_lines(value) if "\n" in value.strip("\n") else _quoted(value)
    line = line_text(value)
    if value.__class__ is not list or not value:
        return line
    if taken + len(line) <= WIDTH and not any(entry.__class__ is dict for entry in value):
        return line
    return "[\n" + "".join(f"  {line_text(entry)},\n" for entry in value) + "]"


def line_text(value: Any) -> str:
    """Return a value on one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _quoted(value)
        case int() | float():
            return repr(value)
        case datetime() | date() | time():
            return value.isoformat()
        case dict():
            pairs = [f"{key_text(key)} = {line_text(entry)}" for key, entry in value.items()]
            return "{ " + ", ".join(pairs) + " }" if pairs else "{}"
    return "[" + ", ".join(map(line_text, value)) + "]"


def _escaped(match: re.Match[str]) -> str:
    found = match[0]
    return _ESCAPES.get(found) or f"\\u{ord(found):04x}"


def _quoted(text: str) -> str:
    return f'"{_UNPRINTABLE.sub(_escaped, text)}"'


def _in_lines(text: str) -> str:
    return f'"""\n{_UNPRINTABLE_IN_LINES.sub(_escaped, text)}"""'
