"""How days, spans and lists read in the answers of the calendar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "called",
    "counted",
    "day_words",
    "days_words",
    "half_words",
    "listed",
    "span_words",
]

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day_words(day: date, *, weekday: bool = False) -> str:
    """Return a day as a sentence has it.

    >>> day_words(date(2027, 1, 19)), day_words(date(2027, 1, 19), weekday=True)
    ('19 January 2027', 'Tuesday 19 January 2027')
    """
    words = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {words}" if weekday else words


def days_words(first: date, last: date) -> str:
    """Return a stretch of days, or a single one.

    >>> days_words(date(2027, 7, 22), date(2027, 9, 1)), days_words(
    ...     date(2027, 2, 15), date(2027, 2, 19)
    ... )
    ('22 July to 1 September 2027', '15 to 19 February 2027')
    """
    if first == last:
        return day_words(first)
    start = day_words(first)
    if first.year == last.year:
        month = "" if first.month == last.month else f" {MONTHS[first.month - 1]}"
        start = f"{first.day}{month}"
    return f"{start} to {day_words(last)}"


def span_words(days: int) -> str:
    """Return a number of days, in weeks where it is whole weeks.

    >>> span_words(35), span_words(7), span_words(36)
    ('5 weeks', '1 week', '36 days')
    """
    if days and days % 7 == 0:
        return counted(days // 7, "week")
    return counted(days, "day")


def counted(number: object, one: str, many: str = "") -> str:
    """Return a number of things.

    >>> counted(1, "person", "people"), counted(7, "person", "people")
    ('1 person', '7 people')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def half_words(value: Fraction) -> str:
    """Return a number that may have a half; any other fraction as a decimal.

    >>> half_words(Fraction(25, 2)), half_words(Fraction(3)), half_words(Fraction(5, 4))
    ('12½', '3', '1.25')
    """
    whole, rest = divmod(value, 1)
    if not rest:
        return str(whole)
    if rest == Fraction(1, 2):
        return f"{whole or ''}½"
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


def called(title: str, most: int = 60) -> str:
    """Return a title as a sentence quotes it: on one line, never long.

    >>> called("Agree the  vision")
    "'Agree the vision'"
    """
    line = " ".join(title.split())
    return f"'{line if len(line) <= most else line[: most - 1].rstrip() + '…'}'"


def listed(words: Iterable[str], last: str = "and", most: int = 12) -> str:
    """Return words as a list in a sentence.

    >>> listed(["Amina", "Tomasz", "Mei"]), listed(["Tuesday", "Thursday"], "or")
    ('Amina, Tomasz and Mei', 'Tuesday or Thursday')
    >>> listed(["Amina", "Tomasz", "Mei"], most=1)
    'Amina and 2 more'
    """
    items: Sequence[str] = list(words)
    if len(items) > most:
        items = [*items[:most], f"{len(items) - most} more"]
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
