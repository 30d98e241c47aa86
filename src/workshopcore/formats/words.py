"""The words that format files may use, each with what it means."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from attrs import frozen

from workshopcore.formats.tables import home, read_table

__all__ = ["Vocabulary", "vocabulary"]


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
    table = read_table(home() / "vocabulary.toml")
    words = [
        MappingProxyType(table.table(name).named_texts()) for name in ("purposes", "arrangements")
    ]
    table.finish()
    return Vocabulary(*words)
