"""From a document to a programme, the quick way: anything unexpected is left to the diagnosis.

Entities are built from the inside out, each by its own constructor, which does every check
there is. Nothing here looks for faults: it raises on the first, and ``diagnosis`` then names
all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from workshopcore.files.parsing import Table
from workshopcore.model.agenda import Break, Buffer, Lunch, Parallel, Session
from workshopcore.model.programme import Programme
from workshopcore.model.shape import shape

__all__ = ["AGENDA_KINDS", "build", "builder"]

AGENDA_KINDS: Mapping[str, type] = {
    kind.kind: kind for kind in (Session, Break, Lunch, Buffer, Parallel)
}
"""What an agenda item can be, by its ``kind`` in a file; left out, it is a session."""


def build(document: dict[str, Any], origin: object = None) -> Programme:
    """Build a programme from a document in this version's form.

    Args:
        document: what a file holds, without its version.
        origin: for the programme's field of that name, which no file may hold.

    Raises:
        ProgrammeError, TypeError, AttributeError, LookupError: something is wrong; which of
            them, and with what, means nothing until it has been diagnosed.
    """
    if "origin" in document:
        raise LookupError("origin")
    programme: Programme = builder(Programme)({**document, "origin": origin})
    return programme


@cache
def builder(cls: type) -> Callable[[Table], Any]:
    """Return what builds an entity of a class from its table."""
    new: Any = cls.__new__
    take_in: Any = cls.take_in  # type: ignore[attr-defined]

    def build_flat(table: Table) -> Any:
        entity = new(cls)
        take_in(entity, table)
        return entity

    nested = tuple(
        (field.name, _several(field.children) if field.many else _one(field.children[0]))
        for field in shape(cls)
        if field.children
    )

    def build_nested(table: Table) -> Any:
        values = table
        for name, build_field in nested:
            if name in table:
                value = table[name]
                built = build_field(value)
                if built is not value:
                    # The document is left as it is, for the diagnosis.
                    values = dict(table) if values is table else values
                    values[name] = built
        return build_flat(values)

    return build_nested if nested else build_flat


def _several(kinds: tuple[type, ...]) -> Callable[[Any], Any]:
    if len(kinds) > 1:
        return _agenda

    def build_several(tables: list[Table]) -> list[Any]:
        if tables.__class__ is not list:
            raise TypeError(tables)
        build_one = builder(kinds[0])
        return [build_one(table) for table in tables]

    return build_several


def _one(kind: type) -> Callable[[Any], Any]:
    """A table is an entity; anything else is left to the field, which may accept a short form."""

    def build_one(value: Any) -> Any:
        return builder(kind)(value) if value.__class__ is dict else value

    return build_one


def _agenda(tables: list[Table]) -> list[Any]:
    if tables.__class__ is not list:
        raise TypeError(tables)
    build_session = builder(Session)
    return [_item(table) if "kind" in table else build_session(table) for table in tables]


def _item(table: Table) -> Any:
    values = dict(table)
    return builder(AGENDA_KINDS[values.pop("kind")])(values)
