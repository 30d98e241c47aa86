"""What rules and wishes accept: each function turns what a person writes into a value."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias, cast, get_args

from workshopcore.errors import InvalidValueError, nearest
from workshopcore.language.english import MONTHS, WEEKDAYS
from workshopcore.model import accept
from workshopcore.model.programme import Closure, ClosureKind

__all__ = [
    "KINDS",
    "Period",
    "clock",
    "closures",
    "days",
    "kinds",
    "misses",
    "months",
    "names",
    "period",
    "several",
    "weekdays",
]

KINDS: tuple[ClosureKind, ...] = get_args(ClosureKind)

Period: TypeAlias = "tuple[date | None, date | None]"
"""A first and a last day, both included; ``None`` leaves an end open."""


def several(values: Any, what: str) -> list[Any]:
    """Accept a list of things, or one of them."""
    if isinstance(values, (str, int, date, time)):
        return [values]
    if not isinstance(values, Iterable):
        raise InvalidValueError(values, what)
    return list(values)


def weekdays(values: Iterable[str | int] | str | int | None) -> frozenset[int] | None:
    """Accept weekdays by name, or by number from 0 for Monday; ``None`` for none said."""
    expected = "a weekday such as Tuesday, or 0 for Monday to 6"
    return None if values is None else _numbers(values, WEEKDAYS, 0, expected)


def months(values: Iterable[str | int] | str | int) -> frozenset[int]:
    """Accept months by name, or by number from 1 for January."""
    return _numbers(values, MONTHS, 1, "a month such as August, or 1 for January to 12")


def _numbers(values: Any, known: tuple[str, ...], first: int, expected: str) -> frozenset[int]:
    return frozenset(_number(value, known, first, expected) for value in several(values, expected))


def _number(value: Any, known: tuple[str, ...], first: int, expected: str) -> int:
    if isinstance(value, str):
        name = value.strip().title()
        if name in known:
            return known.index(name) + first
        guess = nearest(name.lower(), [each.lower() for each in known])
        hint = f"Did you mean '{guess.title()}'?" if guess else ""
        raise InvalidValueError(value, expected, hint)
    if value.__class__ is int and first <= value < first + len(known):
        return int(value)
    raise InvalidValueError(value, expected)


def period(values: Iterable[date | str | None] | None) -> Period:
    """Accept a first and a last day; ``None`` leaves an end open."""
    if values is None:
        return None, None
    found = [accept.day(value) for value in several(values, "a first and a last day")]
    if len(found) != 2:
        raise InvalidValueError(values, "a first and a last day")
    first, last = found
    if first is not None and last is not None and last < first:
        raise InvalidValueError(f"{first} to {last}", "a first day not after the last")
    return first, last


def days(values: Iterable[date | str] | date | str | None) -> frozenset[date] | None:
    """Accept days; ``None`` for none said."""
    if values is None:
        return None
    found = [accept.day(value) for value in several(values, "a list of days")]
    if None in found:
        raise InvalidValueError(None, "a day")
    return cast("frozenset[date]", frozenset(found))


def closures(values: Iterable[Closure]) -> tuple[Closure, ...]:
    """Accept closures."""
    return accept.items(values, Closure)


def kinds(values: Iterable[ClosureKind] | ClosureKind) -> tuple[ClosureKind, ...]:
    """Accept kinds of closure."""
    found = tuple(several(values, "kinds of closure"))
    for kind in found:
        if kind not in KINDS:
            raise InvalidValueError(kind, "one of " + ", ".join(sorted(KINDS)))
    return found


def names(values: Iterable[str] | str | None) -> tuple[str, ...] | None:
    """Accept identifiers, or one; ``None`` for none said."""
    return None if values is None else accept.references(several(values, "identifiers"))


def misses(value: Decimal | Fraction | int | float | str | None) -> Fraction | None:
    """Accept how many workshops may be missed, in halves; ``None`` for any number."""
    if value is None:
        return None
    found = value if isinstance(value, Fraction) else accept.decimal(value)
    if found is None or found < 0 or 2 * found % 1:
        raise InvalidValueError(value, "workshops that may be missed, in halves: 0, 1, 1.5, 2 …")
    return Fraction(found)


def clock(value: time | str) -> time:
    """Accept a clock time."""
    found = accept.clock(value)
    if not isinstance(found, time):
        raise InvalidValueError(value, "a clock time such as 09:30")
    return found
