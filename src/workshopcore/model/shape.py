"""What an entity is made of, read once from its class: for walking, loading and describing it."""

from __future__ import annotations

import typing
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union

import attrs

from workshopcore.model.entity import default_of

__all__ = ["FieldShape", "shape"]


class FieldShape(typing.NamedTuple):
    """One field of an entity.

    Attributes:
        name: its name, also in files.
        type: the resolved type annotation.
        required: whether it must be given.
        default: its default, if it is not required.
        to: the kind of thing it refers to, ``""`` for none.
        many: whether it holds a tuple.
        children: the entity classes it may hold.
    """

    name: str
    type: Any
    required: bool
    default: Any
    to: str
    many: bool
    children: tuple[type, ...]


@cache
def shape(cls: type) -> tuple[FieldShape, ...]:
    """Return the fields of an entity class in order."""
    hints = typing.get_type_hints(cls)
    return tuple(
        _field(attribute, hints[attribute.name])
        for attribute in attrs.fields(cls)
        if not attribute.metadata.get("private")
    )


def _field(attribute: attrs.Attribute[Any], hint: Any) -> FieldShape:
    many = typing.get_origin(hint) is tuple and typing.get_args(hint)[-1:] == (Ellipsis,)
    content = typing.get_args(hint)[0] if many else hint
    required = attribute.default is attrs.NOTHING
    return FieldShape(
        attribute.name,
        hint,
        required,
        None if required else default_of(attribute),
        attribute.metadata.get("to", ""),
        many,
        tuple(part for part in _parts(content) if attrs.has(part)),
    )


def _parts(hint: Any) -> tuple[Any, ...]:
    if typing.get_origin(hint) in (Union, UnionType):
        return tuple(part for part in typing.get_args(hint) if part is not NoneType)
    return (hint,)
