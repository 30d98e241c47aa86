"""How dates, times, counts and names read in documents, the same in all of them.

Nothing here asks the computer for its locale: months and weekdays are British English.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

__all__ = [
    "capitalised",
    "clock",
    "clocks",
    "count",
    "day",
    "days",
    "hours",
    "listed",
    "moments",
    "share",
    "state",
    "times",
    "weekday",
]

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_STATES = {"superseded": "replaced", "partly": "partly met"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day(value: date) -> str:
    """Return a date in words.

    >>> day(date(2027, 1, 19))
    '19 January 2027'
    """
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def weekday(value: date) -> str:
    """Return a date in words with its day of the week.

    >>> weekday(date(2027, 1, 19))
    'Tuesday 19 January 2027'
    """
    return f"{_WEEKDAYS[value.weekday()]} {day(value)}"


def days(first: date, last: date) -> str:
    """Return a range of dates, saying the month and the year no oftener than needed.

    >>> days(date(2027, 3, 9), date(2027, 3, 10)), days(date(2027, 3, 31), date(2027, 4, 1))
    ('9–10 March 2027', '31 March – 1 April 2027')
    """
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def clock(value: datetime) -> str:
    """Return a clock time.

    >>> clock(datetime(2027, 1, 19, 9, 30))
    '09:30'
    """
    return f"{value.hour:02}:{value.minute:02}"


def clocks(start: datetime, end: datetime) -> str:
    """Return the clock times from one moment to another.

    >>> clocks(datetime(2027, 1, 19, 9, 30), datetime(2027, 1, 19, 16, 30))
    '09:30–16:30'
    """
    return f"{clock(start)}–{clock(end)}"


def moments(start: datetime, end: datetime) -> str:
    """Return a stretch of time with its day or days.

    >>> moments(datetime(2027, 1, 19, 9, 30), datetime(2027, 1, 19, 16, 30))
    'Tuesday 19 January 2027, 09:30–16:30'
    >>> moments(datetime(2027, 3, 9, 14), datetime(2027, 3, 10, 12))
    'Tuesday 9 March 2027, 14:00 – Wednesday 10 March 2027, 12:00'
    """
    if start.date() == end.date():
        return f"{weekday(start)}, {clocks(start, end)}"
    return f"{weekday(start)}, {clock(start)} – {weekday(end)}, {clock(end)}"


def count(number: int, one: str, many: str = "") -> str:
    """Return a number of things.

    >>> count(1, "action"), count(3, "action"), count(2, "person", "people")
    ('1 action', '3 actions', '2 people')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def hours(minutes: int) -> str:
    """Return a length of time.

    >>> hours(345), hours(45), hours(120)
    ('5 h 45 min', '45 min', '2 h')
    """
    whole, rest = divmod(minutes, 60)
    parts = [f"{whole} h" if whole else "", f"{rest} min" if rest or not whole else ""]
    return " ".join(part for part in parts if part)


def times(number: int) -> str:
    """Return how often.

    >>> times(1), times(2), times(5)
    ('once', 'twice', '5 times')
    """
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def capitalised(words: str) -> str:
    """Return words with a capital at their beginning, and otherwise as they are.

    >>> capitalised("working together in Leeds")
    'Working together in Leeds'
    """
    return words[:1].upper() + words[1:]


def share(part: int, whole: int) -> str:
    """Return a count with its denominator; teams are too small for percentages.

    >>> share(7, 9)
    '7 of 9'
    """
    return f"{part} of {whole}"


def listed(words: Iterable[str], last: str = "and") -> str:
    """Return words as a list in a sentence.

    >>> listed(["Amina", "Tomasz", "Mei"])
    'Amina, Tomasz and Mei'
    """
    items: Sequence[str] = [word for word in words if word]
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def state(name: str) -> str:
    """Return a state of a lifecycle as a word on paper.

    >>> state("in-progress")
    'In progress'
    """
    words = _STATES.get(name, name.replace("-", " "))
    return words[:1].upper() + words[1:]
