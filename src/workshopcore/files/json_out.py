"""A programme as JSON for machines: two spaces to a level, every script as it is.

What is written is the document of ``plain``. The standard library's encoder is slow as soon as
it indents, so every shape of entity gets a function of its own that is one formatted string,
made when it is first met, as attrs makes methods.
"""

from __future__ import annotations

import json.encoder
from collections.abc import Callable
from datetime import date, datetime, time
from functools import lru_cache, partial
from typing import Any, TypeAlias

import attrs

from workshopcore.files.migrations import CURRENT
from workshopcore.files.plain import NEVER, SHORT, kind_of, plain, written
from workshopcore.model.length import Length
from workshopcore.model.programme import Programme

__all__ = ["json_text"]

Writer: TypeAlias = Callable[[Any], str]

_text: Callable[[str], str] = json.encoder.encode_basestring


def json_text(programme: Programme) -> str:
    """Return a programme as JSON.

    >>> print(json_text(Programme(title="A year")), end="")
    {
      "schema": 1,
      "title": "A year",
      "id": "a-year"
    }
    """
    return f'{{\n  "schema": {CURRENT},{_entity(programme, chr(10))[1:]}\n'


def _entity(entity: Any, margin: str) -> str:
    held = vars(entity)
    return _writer(entity.__class__, tuple(held), margin)(held)


@lru_cache(maxsize=4096)
def _writer(cls: type, names: tuple[str, ...], margin: str) -> Writer:
    """Return what writes an entity of a class that holds these fields, at one margin."""
    inner = f"{margin}  "
    types = {attribute.name: str(attribute.type) for attribute in attrs.fields(cls)}
    known: dict[str, Any] = {}
    parts = [repr(f',{inner}"kind": "{kind_of(cls)}"')] if kind_of(cls) else []
    for name, default in written(cls):
        if name in names:
            known[f"write_{name}"] = _BY_TYPE.get(types[name]) or partial(_any, inner)
            known[f"default_{name}"] = default
            key = f',{inner}"{name}": '
            pair = f"{key!r} + write_{name}(held[{name!r}])"
            same = "is" if default is None or default == () else "=="
            absent = f"'' if held[{name!r}] {same} default_{name} else "
            parts.append(pair if default is NEVER else absent + pair)
    # Every pair brings its comma; that of the first makes way for the brace.
    pairs = f"''.join(({', '.join(parts)},))[1:]"
    exec(f"def write(held): return '{{' + {pairs} + {margin + '}'!r}", known)
    write: Writer = known["write"]
    return write


def _between(opening: str, entries: list[str], closing: str, margin: str) -> str:
    if not entries:
        return opening + closing
    inner = f"{margin}  "
    return f"{opening}{inner}{f',{inner}'.join(entries)}{margin}{closing}"


def _any(margin: str, value: Any) -> str:
    cls = value.__class__
    if cls in _SCALARS:
        return _SCALARS[cls](value)
    inner = f"{margin}  "
    if cls is tuple or cls is list:
        return _between("[", [_any(inner, entry) for entry in value], "]", margin)
    if cls is Length:
        return _length(value.shortest, value.usual, value.longest, margin)
    if cls is dict:
        pairs = [f"{_text(key)}: {_any(inner, entry)}" for key, entry in value.items()]
        return _between("{", pairs, "}", margin)
    return _any(margin, plain(value)) if cls in SHORT else _entity(value, margin)


# The same lengths and days come again and again.
@lru_cache(maxsize=4096)
def _length(shortest: int | None, usual: int | None, longest: int | None, margin: str) -> str:
    return _any(margin, plain(Length(shortest, usual, longest)))


@lru_cache(maxsize=4096)
def _date(value: date) -> str:
    return f'"{value.isoformat()}"'


# A default is never written, so what is written of an optional date is one.
_BY_TYPE: dict[str, Writer] = {"str": _text, "date": _date, "date | None": _date}

_SCALARS: dict[type, Writer] = {
    str: _text,
    int: repr,
    float: repr,
    bool: lambda value: "true" if value else "false",
    date: _date,
    time: lambda value: f'"{value.isoformat("minutes")}"',
    datetime: lambda value: f'"{value.isoformat(timespec="minutes")}"',
}
