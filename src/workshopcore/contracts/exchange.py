"""Importers and exporters: bringing other people's files in, and sending ours out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias, runtime_checkable

from attrs import field, frozen

from workshopcore.errors import Problem

if TYPE_CHECKING:
    from workshopcore.model.programme import Programme

__all__ = ["Exporter", "Imported", "Importer", "Matter"]

Matter: TypeAlias = Literal["busy-time", "actions", "answers"]
"""What a file of this kind is about."""


def _problems(values: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(values)


@frozen
class Imported:
    """What an importer made of a file: a value, and every line it could not use."""

    value: Any
    problems: tuple[Problem, ...] = field(default=(), converter=_problems)


@runtime_checkable
class Importer(Protocol):
    """Reads a file of some kind. It refuses nothing that it can report instead."""

    @property
    def key(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def matter(self) -> Matter: ...

    @property
    def suffixes(self) -> tuple[str, ...]: ...

    def read(self, data: bytes, programme: Programme) -> Imported:
        """Return what the file says, in terms of the programme."""


@runtime_checkable
class Exporter(Protocol):
    """Writes a file of some kind."""

    @property
    def key(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def matter(self) -> Matter: ...

    @property
    def suffix(self) -> str: ...

    def write(self, programme: Programme, as_of: date) -> bytes:
        """Return the file as it stands at the end of a day."""
