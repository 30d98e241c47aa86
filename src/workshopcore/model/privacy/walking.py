"""Every text, identifier and reference of a programme, each with its place: read, or rewritten."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple, TypeAlias, cast

import attrs

from workshopcore.model import accept
from workshopcore.model.options import Options
from workshopcore.model.shape import FieldShape, shape

__all__ = ["Place", "PlaceKind", "Visit", "rewritten"]

PlaceKind: TypeAlias = Literal["text", "identifier", "reference", "file"]

_FREE = (accept.text, accept.title, accept.texts)
_NO_WORDS = {
    ("Event", "status"),
    ("Programme", "language"),
    ("Session", "format"),
    ("Silence", "code"),
    ("Silence", "path"),
}
"""Fields that take any text, and hold words of ours or of a standard."""


class Place(NamedTuple):
    """Where something stands.

    Attributes:
        path: such as ``actions[2].updates[0].note``.
        kind: text in somebody's own words, an identifier, a reference to one, or the name of a
            file.
        holder: the entity that has it.
        holder_path: where that is.
        field: the name of its field.
        to: for a reference, the kind of thing that it leads to.
    """

    path: str
    kind: PlaceKind
    holder: Any
    holder_path: str
    field: str
    to: str = ""


Visit: TypeAlias = Callable[[Place, str], str]
"""Looks at what stands somewhere, and returns what is to stand there."""


def rewritten(
    entity: Any, visit: Visit, instead: Mapping[int, Any] | None = None, path: str = ""
) -> Any:
    """Return an entity with everything in it as a visit returns it, the same one if nothing is new.

    Args:
        entity: a programme, or something in it.
        visit: called for every text, identifier and reference that is there.
        instead: entities that take the place of others, by the ``id()`` of those; they are
            gone through like all others.
        path: where the entity is.
    """
    return _Walk(visit, instead or {}).entity(entity, path)


class _Walk:
    def __init__(self, visit: Visit, instead: Mapping[int, Any]) -> None:
        self.visit = visit
        self.instead = instead

    def entity(self, entity: Any, path: str) -> Any:
        kept = self.instead.get(id(entity), entity)
        changes: dict[str, Any] = {}
        for field, kind in _fields(kept.__class__):
            old = getattr(kept, field.name)
            if old is None or old == "" or old == ():
                continue
            new = self._field(kept, path, field, kind, old)
            if new is not old and new != old:
                changes[field.name] = new
        return attrs.evolve(kept, **changes) if changes else kept

    def _field(
        self, holder: Any, path: str, field: FieldShape, kind: PlaceKind | None, value: Any
    ) -> Any:
        where = f"{path}.{field.name}" if path else field.name
        if field.children and value.__class__ is not Options:
            if field.many:
                return tuple([self.entity(e, f"{where}[{n}]") for n, e in enumerate(value)])
            return self.entity(value, where) if attrs.has(value.__class__) else value
        if value.__class__ is Options:
            return self._option(value, Place(where, "text", holder, path, field.name))
        if kind is None:
            return value
        place = Place(where, kind, holder, path, field.name, field.to)
        if isinstance(value, tuple):
            return tuple(
                [self.visit(place._replace(path=f"{where}[{n}]"), v) for n, v in enumerate(value)]
            )
        return self.visit(place, value)

    def _option(self, value: Any, place: Place) -> Any:
        if isinstance(value, str):
            return self.visit(place, value)
        if isinstance(value, tuple):
            return tuple(
                [
                    self._option(v, place._replace(path=f"{place.path}[{n}]"))
                    for n, v in enumerate(value)
                ]
            )
        if isinstance(value, Options):
            found: dict[str, Any] = {}
            for key, entry in value.items():
                within = place._replace(path=f"{place.path}.{key}")
                found[_unused(self.visit(within, key), found)] = self._option(entry, within)
            return Options(found)
        return value


def _unused(key: str, taken: Mapping[str, Any]) -> str:
    number = 2
    wanted = key
    while key in taken:
        key, number = f"{wanted} {number}", number + 1
    return key


@cache
def _fields(cls: type) -> tuple[tuple[FieldShape, PlaceKind | None], ...]:
    return tuple((field, _kind(cls, field)) for field in shape(cls))


def _kind(cls: type, field: FieldShape) -> PlaceKind | None:
    """Return what a field holds, ``None`` for what is neither words nor a name of anything."""
    if field.to:
        return "reference"
    if field.name == "id":
        return "identifier"
    if (cls.__name__, field.name) in _NO_WORDS:
        return None
    if (cls.__name__, field.name) in {("Attachment", "path"), ("AnswerFile", "path")}:
        return "file"
    converter: Any = attrs.fields_dict(cast(Any, cls))[field.name].converter
    return "text" if converter in _FREE else None
