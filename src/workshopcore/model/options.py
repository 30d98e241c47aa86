"""Free-form details, frozen: what a format, a policy or a plugin keeps in a programme."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any, TypeAlias

from workshopcore.errors import InvalidValueError

__all__ = ["OptionValue", "Options", "as_options"]

OptionValue: TypeAlias = "str | int | float | bool | tuple[OptionValue, ...] | Options"

_DEEPEST = 40


class Options(Mapping[str, Any]):
    """An immutable mapping of text keys to text, numbers, booleans, tuples and further options.

    Dates and times become ISO text, so that a programme says the same in TOML and in JSON.

    >>> Options({"rounds": 3, "hosts": ["a", "b"]})["hosts"]
    ('a', 'b')
    """

    __slots__ = ("_items",)
    _items: dict[str, Any]

    def __init__(self, items: Mapping[str, Any] | None = None, _depth: int = 0) -> None:
        if _depth > _DEEPEST:
            raise InvalidValueError("deeper nesting", f"at most {_DEEPEST} levels of nesting")
        frozen: dict[str, Any] = {}
        for key, value in (items or {}).items():
            if not isinstance(key, str) or not key:
                raise InvalidValueError(key, "a key that is text")
            frozen[_text(key)] = _freeze(value, _depth)
        object.__setattr__(self, "_items", frozen)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"options are immutable: cannot set {name}")

    def __getitem__(self, key: str) -> Any:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Options):
            return self._items == other._items
        return NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"Options({self._items!r})"

    def __reduce__(self) -> tuple[type[Options], tuple[dict[str, Any]]]:
        return Options, (self._items,)


def _text(value: str) -> str:
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise InvalidValueError(value, "text without lone surrogates") from None
    return value


def _freeze(value: object, depth: int) -> OptionValue:
    if isinstance(value, (bool, Options)):
        return value
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, Mapping):
        return Options(value, depth + 1)
    if isinstance(value, (list, tuple)):
        if depth > _DEEPEST:
            raise InvalidValueError("deeper nesting", f"at most {_DEEPEST} levels of nesting")
        return tuple(_freeze(item, depth + 1) for item in value)
    raise InvalidValueError(value, "text, a number, true or false, a list or a table")


def _number(value: int | float) -> int | float:
    if isinstance(value, int):
        if -(2**63) <= value < 2**63:
            return int(value)
        raise InvalidValueError(value, "a whole number of at most 64 bits")
    if math.isfinite(value):
        return float(value)
    raise InvalidValueError(value, "a finite number")


def as_options(value: Mapping[str, Any]) -> Options:
    """Return a mapping as frozen options.

    Raises:
        InvalidValueError: a value is none of the kinds that options hold.
    """
    if isinstance(value, Options):
        return value
    if not isinstance(value, Mapping):
        raise InvalidValueError(value, "a table")
    return Options(value)
