"""How days, spans and lists read in the answers of the calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from workshopcore.language import (
    date_in_words,
    gettext,
    month_name,
    ngettext,
    npgettext,
    number,
    span_in_words,
    speech,
)

__all__ = [
    "Saying",
    "called",
    "counted",
    "day_words",
    "days_words",
    "half_words",
    "listed",
    "span_words",
]

Saying: TypeAlias = Callable[[], str]
"""Says something in the language that is spoken when it is asked, not when it was made."""


def day_words(day: date, *, weekday: bool = False) -> str:
    """Return a day as a sentence has it.

    >>> day_words(date(2027, 1, 19)), day_words(date(2027, 1, 19), weekday=True)
    ('19 January 2027', 'Tuesday 19 January 2027')
    """
    return date_in_words(day, "weekday" if weekday else "day")


def days_words(first: date, last: date) -> str:
    """Return a stretch of days, or a single one.

    >>> days_words(date(2027, 7, 22), date(2027, 9, 1)), days_words(
    ...     date(2027, 2, 15), date(2027, 2, 19)
    ... )
    ('22 July to 1 September 2027', '15 to 19 February 2027')
    """
    if first == last:
        return day_words(first)
    if not speech().plain:
        return span_in_words(first, last)
    start = day_words(first)
    if first.year == last.year:
        month = "" if first.month == last.month else f" {month_name(first.month)}"
        start = f"{first.day}{month}"
    return f"{start} to {day_words(last)}"


def span_words(days: int) -> str:
    """Return a number of days, in weeks where it is whole weeks.

    >>> span_words(35), span_words(7), span_words(36)
    ('5 weeks', '1 week', '36 days')
    """
    if days and days % 7 == 0:
        return ngettext("{count} week", "{count} weeks", days // 7)
    return ngettext("{count} day", "{count} days", days)


def counted(number: object, one: str, many: str = "") -> str:
    """Return a number of things, in English.

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
    hundredths = round(value * 100)
    places = 2 if hundredths % 10 else 1 if hundredths % 100 else 0
    return number(float(value), places)


def called(title: str, most: int = 60) -> str:
    """Return a title as a sentence quotes it: on one line, never long.

    >>> called("Agree the  vision")
    "'Agree the vision'"
    """
    line = " ".join(title.split())
    short = line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
    return gettext("'{title}'", title=short)


def listed(words: Iterable[str], last: str = "", most: int = 12) -> str:
    """Return words as a list in a sentence; ``last`` stands before the last, if not "and".

    >>> listed(["Amina", "Tomasz", "Mei"]), listed(["Tuesday", "Thursday"], "or")
    ('Amina, Tomasz and Mei', 'Tuesday or Thursday')
    >>> listed(["Amina", "Tomasz", "Mei"], most=1)
    'Amina and 2 more'
    """
    items: Sequence[str] = list(words)
    if len(items) > most:
        rest = len(items) - most
        items = [*items[:most], npgettext("of a list", "{count} more", "{count} more", rest)]
    if len(items) < 2:
        return "".join(items)
    joined = last or gettext("and")
    return f"{', '.join(items[:-1])} {joined} {items[-1]}"
