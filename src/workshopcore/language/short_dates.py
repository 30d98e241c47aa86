"""Short names of days and months, for pictures and wherever else there is little room."""

from __future__ import annotations

from datetime import date

from workshopcore.language.dates import date_in_words
from workshopcore.language.english import MONTHS, WEEKDAYS
from workshopcore.language.locales import locale_of
from workshopcore.language.speech import speech

__all__ = ["short_date", "short_month", "weekday_letter"]

_LETTERS = 3


def short_date(value: date) -> str:
    """Return a date in few letters; the house's own pattern for a ``day`` comes first.

    >>> from workshopcore.language import speaking
    >>> short_date(date(2027, 1, 19))
    '19 Jan 2027'
    >>> with speaking("de"):
    ...     short_date(date(2027, 1, 19))
    '19. Jan. 2027'
    """
    spoken = speech()
    if spoken.plain:
        return f"{value.day} {short_month(value.month)} {value.year}"
    if "day" in spoken.dates:
        return date_in_words(value, "day")
    from babel.dates import format_skeleton

    return format_skeleton("yMMMd", value, locale=locale_of(spoken.language))


def short_month(number: int) -> str:
    """Return the name of a month in few letters, from 1 for January, as it stands by itself.

    >>> short_month(9)
    'Sep'
    """
    if speech().plain:
        return MONTHS[number - 1][:_LETTERS]
    return str(locale_of(speech().language).months["stand-alone"]["abbreviated"][number])


def weekday_letter(number: int) -> str:
    """Return a letter or two for a day of the week, from 0 for Monday.

    >>> weekday_letter(1)
    'T'
    """
    if speech().plain:
        return WEEKDAYS[number][0]
    return str(locale_of(speech().language).days["stand-alone"]["narrow"][number])
