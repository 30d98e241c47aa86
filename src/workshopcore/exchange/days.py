"""Days as people and other tools write them; what could be read in two ways is not guessed."""

from __future__ import annotations

import re
from datetime import date, datetime

from workshopcore.errors import InvalidValueError
from workshopcore.model import accept

__all__ = ["read_day"]

_TIME = (
    r"(?:,?[T ]\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?"
    r"(?:\s?[AaPp]\.?[Mm]\.?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s+)?"


def _pattern(shape: str) -> re.Pattern[str]:
    return re.compile(shape + _TIME, re.ASCII | re.IGNORECASE)


_YEAR_FIRST = _pattern(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMBERS = _pattern(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})")
_DAY_AND_NAME = _pattern(
    _WEEKDAY + r"(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[-/. ]+([a-z]{3,9})[-/.,]?[-/. ]*(\d{4}|\d{2})"
)
_NAME_AND_DAY = _pattern(_WEEKDAY + r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_LONGEST = 60
_EXPECTED = "a date such as 2027-02-03, 3/2/2027 or 3 February 2027"


def read_day(value: object, *, month_first: bool = False) -> date:
    """Return the day that a cell holds.

    Days come first in ``3/2/2027``, as people in Britain write them. A year of two digits is
    in this century. A time of day is dropped.

    Args:
        value: a date, a moment, or text.
        month_first: months come first in dates of three numbers.

    Raises:
        InvalidValueError: it is no date, or one that could only be read the other way round.

    >>> read_day("3/2/2027"), read_day("3 Feb 2027"), read_day("03/Feb/27 9:00 AM")
    (datetime.date(2027, 2, 3), datetime.date(2027, 2, 3), datetime.date(2027, 2, 3))
    """
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return _within(value, value)
    if not isinstance(value, str):
        cure = "Format the cell as a date" if isinstance(value, (int, float)) else ""
        raise InvalidValueError(value, _EXPECTED, cure)
    text = value.strip()
    parts = _parts(text, value, month_first) if len(text) <= _LONGEST else None
    if parts is None:
        raise InvalidValueError(value, _EXPECTED)
    return _day(value, *parts)


def _parts(text: str, value: str, month_first: bool) -> tuple[int, int, int] | None:
    """Return year, month and day; ``None`` where the text has no shape that a date has."""
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = match.groups()
        return int(year), int(month), int(day)
    if match := _NUMBERS.fullmatch(text):
        first, second, year = match.groups()
        return _in_order(int(first), int(second), _year(year), value, month_first)
    if match := _DAY_AND_NAME.fullmatch(text):
        day, name, year = match.groups()
        return _year(year), _month(name, value), int(day)
    if match := _NAME_AND_DAY.fullmatch(text):
        name, day, year = match.groups()
        return _year(year), _month(name, value), int(day)
    return None


def _in_order(
    first: int, second: int, year: int, value: str, month_first: bool
) -> tuple[int, int, int]:
    """Take the parts of a date of three numbers in the order that holds, and in no other."""
    day, month = (second, first) if month_first else (first, second)
    if month > 12 >= day:
        order = "the month first" if month_first else "the day first"
        cure = f"Write the day as {year:04}-{day:02}-{month:02}"
        if not month_first:
            cure += "; if every date in the file has the month first, read it with month_first"
        raise InvalidValueError(value, f"a date with {order}", cure)
    return year, month, day


def _year(digits: str) -> int:
    return int(digits) + 2000 if len(digits) == 2 else int(digits)


def _month(name: str, value: str) -> int:
    short = name.lower()
    found = [
        number
        for number, month in enumerate(_MONTHS, 1)
        if month.startswith(short) or (month == "september" and short == "sept")
    ]
    if len(found) != 1:
        raise InvalidValueError(value, _EXPECTED, f"No month is called '{name}'")
    return found[0]


def _day(value: object, year: int, month: int, day: int) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        raise InvalidValueError(value, "a date that exists") from None
    return _within(found, value)


def _within(found: date, value: object) -> date:
    if not accept.FIRST_YEAR <= found.year <= accept.LAST_YEAR:
        years = f"from {accept.FIRST_YEAR} to {accept.LAST_YEAR}"
        raise InvalidValueError(value, f"a date {years}")
    return found
