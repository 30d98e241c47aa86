"""The JSON Schema of programme files, made from the model: what editors complete from.

It says what a document may look like. What must hang together (references, times, histories)
only reading the file can tell.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, Union

import attrs

from workshopcore.files.building import AGENDA_KINDS
from workshopcore.files.migrations import CURRENT
from workshopcore.files.plain import kind_of
from workshopcore.model import accept
from workshopcore.model.agenda import Session
from workshopcore.model.length import LONGEST_MINUTES, Length
from workshopcore.model.money import Money
from workshopcore.model.options import Options
from workshopcore.model.people import Organisation
from workshopcore.model.programme import Programme
from workshopcore.model.shape import FieldShape, shape
from workshopcore.model.workshop import Venue

__all__ = ["schema"]

Schema: TypeAlias = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_KEBAB = "^[a-z0-9]+(-[a-z0-9]+)*$"
_MINUTES: Schema = {"type": "integer", "minimum": 0, "maximum": LONGEST_MINUTES}
_DAY: Schema = {"type": "string", "format": "date"}
_CLOCK = r"^([01][0-9]|2[0-3]):[0-5][0-9](:00)?$"
_OFFSET = "([+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?|Z)?"
_MOMENT = f"^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}[T ][0-9]{{2}}:[0-9]{{2}}(:00)?{_OFFSET}$"

_VALUES: dict[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Decimal: {"type": ["number", "string"]},
    date: _DAY,
    datetime: {"type": "string", "pattern": _MOMENT},
    time: {"type": "string", "pattern": _CLOCK},
    Options: {"type": "object"},
}
# What can also be said in short: text for a name, minutes for a length.
_SHORT: dict[type, list[Schema]] = {
    Organisation: [{"type": "string", "minLength": 1}],
    Venue: [{"type": "string", "minLength": 1}],
    Money: [{"type": "string", "pattern": r"^-?[0-9]{1,15}(\.[0-9]{1,6})? [A-Z]{3}$"}],
    Length: [_MINUTES, {"type": "array", "items": _MINUTES, "minItems": 3, "maxItems": 3}],
}


def schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of a programme file.

    Dates and times are text in it, as editors and JSON have them; TOML's own dates match.

    >>> schema()["required"]
    ['title']
    """
    classes = {cls.__name__: cls for cls in _entities(Programme)}
    whole = _object(Programme)
    version: Schema = {"const": CURRENT, "description": "The version of this form of file."}
    return {
        "$schema": _DIALECT,
        "$id": f"urn:workshopcore:programme:{CURRENT}",
        "title": "A programme of facilitated workshops",
        **whole,
        "properties": {"schema": version, **whole["properties"]},
        "$defs": {
            name: _object(cls) for name, cls in sorted(classes.items()) if cls is not Programme
        },
    }


def _entities(cls: type, seen: frozenset[type] = frozenset()) -> Iterator[type]:
    yield cls
    for field in shape(cls):
        for child in field.children:
            if child not in seen and child is not cls:
                yield from _entities(child, seen | {cls})


def _object(cls: type) -> Schema:
    described = _descriptions(cls)
    attributes = attrs.fields_dict(typing.cast(Any, cls))
    fields = shape(cls)
    properties: dict[str, Schema] = {}
    kind = kind_of(cls)
    if kind or cls is Session:
        properties["kind"] = {"const": kind or Session.kind}
    for field in fields:
        about = {"description": described[field.name]} if field.name in described else {}
        properties[field.name] = {**_field(field, attributes[field.name]), **about}
    return {
        "type": "object",
        "description": described.get("", ""),
        "properties": properties,
        "required": [*(["kind"] if kind else []), *(f.name for f in fields if f.required)],
        "additionalProperties": False,
    }


def _field(field: FieldShape, attribute: attrs.Attribute[Any]) -> Schema:
    found = dict(_type(field.type))
    convert: Any = attribute.converter
    validate: Any = attribute.validator
    if isinstance(validate, accept.count):
        found |= {"minimum": validate.least, "maximum": validate.most}
    elif convert is accept.title:
        found["pattern"] = r"\S"
    elif convert is accept.entity_id:
        found = {"type": "string", "pattern": _KEBAB, "maxLength": 64}
    return found


def _type(hint: Any) -> Schema:
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin in (Union, UnionType):
        return _any_of([part for part in parts if part is not NoneType])
    if origin is Literal:
        return {"enum": list(parts)}
    if origin is tuple:
        if parts[-1] is Ellipsis:
            return {"type": "array", "items": _type(parts[0])}
        items = [_type(part) for part in parts]
        size = len(items)
        return {"type": "array", "prefixItems": items, "minItems": size, "maxItems": size}
    if attrs.has(hint):
        reference: Schema = {"$ref": f"#/$defs/{hint.__name__}"}
        return {"anyOf": [*_SHORT[hint], reference]} if hint in _SHORT else reference
    return _VALUES[hint]


def _any_of(parts: list[Any]) -> Schema:
    if len(parts) == 1:
        return _type(parts[0])
    if set(parts) == set(AGENDA_KINDS.values()):
        return {"oneOf": [_type(part) for part in parts]}
    return {"anyOf": [_type(part) for part in parts]}


_ENTRY = re.compile(r"^ {4,8}([a-z_]+(?:, [a-z_]+)*): (.+)$")


def _descriptions(cls: type) -> dict[str, str]:
    """Return what the docstring of a class says of its fields, and of itself under ``""``."""
    base = cls.__mro__[1]
    found = _descriptions(base) if attrs.has(base) else {}
    summary, _, rest = (cls.__doc__ or "").partition("\n")
    found[""] = summary
    names: list[str] = []
    _, _, listed = rest.partition("Attributes:\n")
    for line in listed.splitlines():
        entry = _ENTRY.match(line)
        if entry:
            names = entry[1].split(", ")
            found.update(dict.fromkeys(names, entry[2]))
        elif names and line.startswith(" " * 12):
            found.update({name: f"{found[name]} {line.strip()}" for name in names})
        else:
            names = []
    return {name: text.replace("``", "`") for name, text in found.items()}
