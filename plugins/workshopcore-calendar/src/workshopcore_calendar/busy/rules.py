"""Rules by which events repeat: those that can be followed, and what each of them asks for."""

from __future__ import annotations

import re
from calendar import monthrange

from workshopcore.errors import InvalidValueError, Shown

__all__ = ["checked_rule"]

_PER_YEAR = {"YEARLY": 1, "MONTHLY": 12, "WEEKLY": 53, "DAILY": 366, "HOURLY": 366 * 24}
_TOO_OFTEN = frozenset({"MINUTELY", "SECONDLY"})
_NUMBERS = re.compile(r"[+-]?\d{1,5}(?:,[+-]?\d{1,5}){0,399}", re.ASCII)
_DAYS = re.compile(r"(?:[+-]?\d{1,2})?(?:MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_UNTIL = re.compile(r"\d{8}(?:T\d{6}Z?)?", re.ASCII)
_RANGES = {
    "BYSECOND": range(60),
    "BYMINUTE": range(60),
    "BYHOUR": range(24),
    "BYMONTH": range(1, 13),
    "BYMONTHDAY": range(1, 32),
    "BYWEEKNO": range(1, 54),
    "BYYEARDAY": range(1, 367),
    "BYSETPOS": range(1, 367),
}
_BACKWARDS = frozenset({"BYMONTHDAY", "BYWEEKNO", "BYYEARDAY", "BYSETPOS"})
"""Lists in which a negative number counts from the end."""
_KNOWN = frozenset({"FREQ", "UNTIL", "COUNT", "INTERVAL", "BYDAY", "WKST", *_RANGES})
_MOST = 250_000
"""Occurrences that one rule may come to: hourly for 28 years."""
_LEAP_YEAR = 2028
_EXPECTED = "a rule such as FREQ=WEEKLY;BYDAY=TU"


def checked_rule(raw: str, begins: int, ends: int) -> str:
    """Return a rule with what it needs and nothing else.

    Args:
        raw: as it stands in the file.
        begins: the year in which it begins.
        ends: the last year that matters.

    Raises:
        InvalidValueError: it is no rule, it can never be met, or it repeats too often.

    >>> checked_rule("freq=weekly;byday=tu;x-example=1", 2027, 2028)
    'FREQ=WEEKLY;BYDAY=TU'
    """
    parts = dict(_parts(raw))
    how_often = parts.get("FREQ", "")
    if how_often in _TOO_OFTEN:
        raise InvalidValueError(Shown(how_often), "a rule that repeats hourly or less often", _ONCE)
    if how_often not in _PER_YEAR or not all(_is_sound(*part) for part in parts.items()):
        raise InvalidValueError(_shape(raw), _EXPECTED, _ONCE)
    if not _can_be_met(parts):
        raise InvalidValueError(_shape(raw), "a day that some month has", _ONCE)
    if _times(parts) * max(ends - begins + 1, 1) > _MOST:
        found = Shown(f"a rule that comes to more than {_MOST:,} times")
        raise InvalidValueError(found, "a rule that repeats less often", _ONCE)
    return ";".join(f"{name}={value}" for name, value in parts.items())


_ONCE = "Only its first time counts: look at it in the calendar"


def _parts(raw: str) -> list[tuple[str, str]]:
    pairs = (part.partition("=") for part in raw.strip().upper().split(";"))
    return [(name.strip(), value.strip()) for name, _, value in pairs if name.strip() in _KNOWN]


def _shape(raw: str) -> Shown:
    """Return what may be said of a rule that is none: anything might be in it."""
    return Shown(f"a rule of {len(raw.strip()):,} characters")


def _is_sound(name: str, value: str) -> bool:
    if name in ("COUNT", "INTERVAL"):
        return value.isascii() and value.isdecimal() and len(value) < 7 and int(value) > 0
    if name == "UNTIL":
        return _UNTIL.fullmatch(value) is not None
    if name == "BYDAY":
        return all(_DAYS.fullmatch(day.strip()) for day in value.split(",")) and len(value) < 400
    if name == "WKST":
        return value in ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    return name == "FREQ" or _is_list(name, value)


def _is_list(name: str, value: str) -> bool:
    if _NUMBERS.fullmatch(value) is None:
        return False
    numbers = [int(number) for number in value.split(",")]
    if name in _BACKWARDS:
        numbers = [abs(number) for number in numbers]
    return all(number in _RANGES[name] for number in numbers)


def _can_be_met(parts: dict[str, str]) -> bool:
    """Return whether some month has one of the days: looking for 30 February takes for ever."""
    if "BYMONTHDAY" not in parts or "BYMONTH" not in parts:
        return True
    months = [int(month) for month in parts["BYMONTH"].split(",")]
    longest = max(monthrange(_LEAP_YEAR, month)[1] for month in months)
    return any(abs(int(day)) <= longest for day in parts["BYMONTHDAY"].split(","))


def _times(parts: dict[str, str]) -> int:
    """Return at most how many times a year a rule comes to."""
    times = _PER_YEAR[parts["FREQ"]] // int(parts.get("INTERVAL", "1")) + 1
    for name in ("BYHOUR", "BYMINUTE", "BYSECOND"):
        times *= len(parts[name].split(",")) if name in parts else 1
    if parts["FREQ"] in ("YEARLY", "MONTHLY") and parts.keys() & {"BYDAY", "BYMONTHDAY"}:
        times *= 31
    return times
