"""What the fields of an entity accept: each function turns what a person writes into a value.

They are attrs converters and validators. A value that cannot be is refused with
``InvalidValueError``; ``checked`` gathers those of one entity and names the fields.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from datetime import date, datetime, time, timezone
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar, get_args

import attrs

from workshopcore.errors import InvalidValueError, nearest
from workshopcore.model.identifiers import identifier, is_identifier

__all__ = [
    "clock",
    "count",
    "day",
    "decimal",
    "entity_id",
    "flag",
    "items",
    "moment",
    "one_of",
    "reference",
    "references",
    "sha256",
    "text",
    "texts",
    "title",
    "window",
]

T = TypeVar("T")
FIRST_YEAR, LAST_YEAR = 1900, 2500
_SHA256 = re.compile("[0-9a-f]{64}")


def text(value: str) -> str:
    """Accept any text that can be written to a file (no lone surrogates)."""
    if value.__class__ is not str:
        if not isinstance(value, str):
            raise InvalidValueError(value, "text")
        value = str(value)
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise InvalidValueError(value, "text without lone surrogates") from None
    return value


def title(value: str) -> str:
    """Accept text with something in it; outer white space is dropped."""
    if value.__class__ is not str or not value.isascii():
        value = text(value)
    stripped = value.strip()
    if not stripped:
        raise InvalidValueError(value, "text that is not empty")
    return stripped


def sha256(value: str) -> str:
    """Accept the SHA-256 hash of a file."""
    if not isinstance(value, str) or not _SHA256.fullmatch(value):
        raise InvalidValueError(value, "a SHA-256 hash in 64 hexadecimal digits")
    return value


def texts(values: Iterable[str]) -> tuple[str, ...]:
    """Accept a list of texts."""
    return tuple([text(value) for value in _several(values, "texts")])


def _several(values: Iterable[T], what: str) -> Iterable[T]:
    if isinstance(values, (str, bytes, dict)) or not isinstance(values, Iterable):
        raise InvalidValueError(values, f"a list of {what}")
    return values


def items(values: Iterable[T], kind: type[T]) -> tuple[T, ...]:
    """Accept any iterable of one kind of entity (an attrs class, or a union of them)."""
    if values.__class__ is not list and values.__class__ is not tuple:
        values = _several(values, _plural(kind))
    found = tuple(values)
    for number, value in enumerate(found):
        if not isinstance(value, kind):
            raise InvalidValueError(value, f"{_plural(kind)} only (item {number})")
    return found


def _plural(kind: object) -> str:
    names = [part.__name__ for part in get_args(kind)] or [getattr(kind, "__name__", str(kind))]
    return " or ".join(names)


class one_of:  # noqa: N801 - reads as the functions beside it
    """A validator that accepts the words of a ``Literal``, and ``None`` where that is the default.

    Attributes:
        words: what it accepts.
    """

    __slots__ = ("words",)

    def __init__(self, kind: object) -> None:
        self.words = frozenset(get_args(kind))

    def __call__(self, _entity: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value.__class__ is str and value in self.words:
            return
        if value is None and attribute.default is None:
            return
        guess = nearest(value, self.words) if isinstance(value, str) else ""
        hint = f"Did you mean '{guess}'?" if guess else ""
        raise InvalidValueError(value, "one of " + ", ".join(sorted(self.words)), hint)


def reference(value: str) -> str:
    """Accept an identifier that points at something, or ``""`` for nothing.

    Whether it leads anywhere is known when the programme is built.
    """
    if value.__class__ is str:
        return value
    if isinstance(value, str):
        return str(value)
    raise InvalidValueError(value, "one identifier")


def references(values: Iterable[str]) -> tuple[str, ...]:
    """Accept a list of identifiers."""
    if values.__class__ is not list and values.__class__ is not tuple:
        values = _several(values, "identifiers")
    return tuple([reference(value) for value in values])


def flag(value: bool) -> bool:
    """Accept true or false."""
    if value is not True and value is not False:
        raise InvalidValueError(value, "true or false")
    return value


class count:  # noqa: N801 - reads as the functions beside it
    """A validator for whole numbers between two bounds, and ``None`` where that is the default.

    Attributes:
        least, most: the bounds, both included.
    """

    __slots__ = ("least", "most")

    def __init__(self, least: int, most: int) -> None:
        self.least = least
        self.most = most

    def __call__(self, _entity: object, attribute: attrs.Attribute[Any], value: Any) -> None:
        if value is None and attribute.default is None:
            return
        if value.__class__ is not int or not self.least <= value <= self.most:
            raise InvalidValueError(value, f"a whole number from {self.least} to {self.most}")


def decimal(value: Decimal | int | float | str | None) -> Decimal | None:
    """Accept a finite number, exactly as written; ``None`` for no number."""
    if value is None:
        return value
    if isinstance(value, (Decimal, int, float, str)) and not isinstance(value, bool):
        try:
            number = value if isinstance(value, Decimal) else Decimal(_digits(value))
        except InvalidOperation:
            number = Decimal("NaN")
        if number.is_finite() and abs(number.adjusted()) <= 30 and len(str(number)) <= 64:
            return number
    raise InvalidValueError(value, "a number")


def _digits(value: float | str) -> str:
    """Return a number as text; one that is too long for any purpose as none at all."""
    if isinstance(value, int) and value.bit_length() > 200:
        return "NaN"
    text = str(value)
    return text if len(text) <= 64 else "NaN"


def day(value: date | str | None) -> date | None:
    """Accept a date, or ISO text such as ``2027-01-19``; ``None`` for no date."""
    found: date | None = None
    if value is None:
        return None
    if value.__class__ is str:
        found = _day_of(value)
    elif value.__class__ is date and FIRST_YEAR <= value.year <= LAST_YEAR:
        found = value
    if found is not None:
        return found
    raise InvalidValueError(value, f"a date such as 2027-01-19, from {FIRST_YEAR} to {LAST_YEAR}")


@functools.lru_cache(maxsize=4096)
def _day_of(text: str) -> date | None:
    """Return the day that ISO text names: the same few hundred days come again and again."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def moment(value: datetime | str | None) -> datetime | None:
    """Accept a wall-clock date and time in whole minutes, or ISO text; ``None`` for none.

    An offset may be given for a time that comes twice (``2027-10-31T01:30+00:00``).
    """
    found: datetime | None = None
    if value is None:
        return None
    if isinstance(value, datetime):
        found = value
    elif value.__class__ is str and len(value) > 10:
        try:
            found = datetime.fromisoformat(value)
        except ValueError:
            found = None
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise InvalidValueError(value, "a date and time such as 2027-01-19T09:30")
    if found.second or found.microsecond:
        raise InvalidValueError(value, "a time in whole minutes")
    offset = found.utcoffset()
    if offset is None:
        return found if not found.fold else found.replace(fold=0)
    return found.replace(tzinfo=timezone(offset), fold=0)


def clock(value: time | datetime | str | None) -> time | datetime | None:
    """Accept a clock time such as ``12:30``, or a date and time; ``None`` for neither."""
    if value is None or isinstance(value, datetime):
        return moment(value)
    if isinstance(value, str) and len(value) > 8:
        return moment(value)
    found: time | None = None
    if value.__class__ is time:
        found = value
    elif value.__class__ is str:
        try:
            found = time.fromisoformat(value)
        except ValueError:
            found = None
    if found is None or found.tzinfo is not None or found.second or found.microsecond:
        raise InvalidValueError(value, "a clock time such as 12:30, or a date and time")
    return found.replace(fold=0)


def window(
    values: Iterable[time | datetime | str] | None,
) -> tuple[time | datetime, time | datetime] | None:
    """Accept the earliest and the latest start, such as ``["12:00", "13:00"]``."""
    if values is None:
        return None
    found = [time for time in map(clock, _several(values, "two times")) if time is not None]
    if len(found) != 2:
        raise InvalidValueError(values, "two times, the earliest and the latest start")
    first, last = found
    if isinstance(first, datetime) != isinstance(last, datetime):
        raise InvalidValueError(values, "two clock times, or two dates with times")
    if isinstance(first, datetime) and isinstance(last, datetime) and _before(last, first):
        raise InvalidValueError(values, "the earliest start before the latest")
    return first, last


def _before(one: datetime, other: datetime) -> bool:
    """Compare wall-clock times, of which either may have an offset."""
    if one.tzinfo is None or other.tzinfo is None:
        return one.replace(tzinfo=None) < other.replace(tzinfo=None)
    return one < other


def entity_id(value: str) -> str:
    """Accept an identifier, or ``""`` for one to be made from the title."""
    if value.__class__ is str and (not value or is_identifier(value)):
        return value
    return identifier(value)
