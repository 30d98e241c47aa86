"""Answers as exact numbers, so that equal figures are equal and ties are ties."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from typing import TypeAlias

from workshopcore.errors import InvalidValueError, Shown, shown

__all__ = ["Number", "confidence", "exact", "exact_or_none", "listed"]

Number: TypeAlias = int | float | Fraction | Decimal


def exact(values: Iterable[object], what: str = "answers") -> list[Fraction]:
    """Return numbers exactly as they were written: 0.1 is a tenth, not the float next to it.

    So the difference between 0.3 and 0.2 ties with the one between 0.2 and 0.1.

    Raises:
        InvalidValueError: some are no numbers; all of those are named.

    >>> exact([4, 0.1])
    [Fraction(4, 1), Fraction(1, 10)]
    """
    found = [(value, _exact(value)) for value in values]
    wrong = [value for value, number in found if number is None]
    if wrong:
        raise InvalidValueError(
            listed(wrong),
            f"{what} that are numbers",
            "Recode words to numbers first (Tally.recoded); no answer is None.",
        )
    return [number for _, number in found if number is not None]


def exact_or_none(values: Iterable[object], what: str = "answers") -> list[Fraction | None]:
    """Return numbers exactly, and ``None`` where there is no answer.

    Raises:
        InvalidValueError: some are neither.
    """
    every = list(values)
    numbers = iter(exact((value for value in every if value is not None), what))
    return [None if value is None else next(numbers) for value in every]


def _exact(value: object) -> Fraction | None:
    if isinstance(value, (int, Fraction)):
        return Fraction(value)
    if isinstance(value, (float, Decimal)) and isfinite(value):
        return Fraction(str(value))
    return None


def listed(values: Iterable[object], most: int = 8) -> Shown:
    """Return values as messages list them: the first few, and how many more.

    >>> listed(["often", 3])
    "'often', 3"
    """
    every = [value if isinstance(value, Shown) else shown(value) for value in values]
    more = f" and {len(every) - most} more" if len(every) > most else ""
    return Shown(", ".join(every[:most]) + more)


def confidence(level: float) -> float:
    """Accept a level of confidence.

    Raises:
        InvalidValueError: it is not between 0 and 1.
    """
    if not 0 < level < 1:
        raise InvalidValueError(level, "a level of confidence between 0 and 1, such as 0.95")
    return level
