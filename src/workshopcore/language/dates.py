"""Dates and times as the language that is spoken writes them, or as the house wants them."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Literal

from workshopcore.language.english import MONTHS, WEEKDAYS, english_date, english_span
from workshopcore.language.locales import locale_of
from workshopcore.language.speech import Speech, speech

__all__ = ["date_in_words", "month_name", "span_in_words", "weekday_name"]

_FORMATS = {"day": "long", "weekday": "full"}
# The library's own English has no comma after the day of the week.
_BRITISH = {"weekday": "EEEE d MMMM y"}
_CLOCK = "clock"
_FIELDS = {"y": "year", "M": "month", "d": "day"}


def date_in_words(
    value: date | datetime | time, use: Literal["day", "weekday", "month", "clock"]
) -> str:
    """Return a date or a time of day in words.

    A pattern of the house's own comes first; without one it is what Unicode's CLDR has for the
    language.

    Args:
        value: the day, or the moment for a ``clock``.
        use: ``day`` (19 January 2027), ``weekday`` (with the day of the week), ``month``
            (January 2027) or ``clock`` (09:30).

    >>> from workshopcore.language import speaking
    >>> with speaking("de"):
    ...     date_in_words(date(2027, 1, 19), "weekday")
    'Dienstag, 19. Januar 2027'
    >>> with speaking("en-GB", dates={"day": "d MMM y"}):
    ...     date_in_words(date(2027, 1, 19), "day")
    '19 Jan 2027'
    """
    spoken = speech()
    if spoken.plain:
        return english_date(value, use)
    from babel.dates import format_date, format_skeleton, format_time

    locale = locale_of(spoken.language)
    pattern = _pattern(spoken, use)
    if use == _CLOCK:
        assert isinstance(value, (datetime, time))
        plain = value.time() if isinstance(value, datetime) else value
        return format_time(plain, pattern or "short", locale=locale)
    if use == "month" and not pattern:
        return format_skeleton("yMMMM", value, locale=locale)
    assert isinstance(value, date)
    return format_date(value, pattern or _FORMATS[use], locale=locale)


def span_in_words(first: date, last: date) -> str:
    """Return a range of days, saying the month and the year no oftener than needed.

    >>> from workshopcore.language import speaking
    >>> with speaking("de"):
    ...     span_in_words(date(2027, 3, 9), date(2027, 3, 10))
    '9.–10. März 2027'
    """
    if speech().plain:
        return english_span(first, last)
    if first == last:
        return date_in_words(first, "day")
    parts = () if _pattern(speech(), "day") else _parts(first, last)
    if not parts:
        return f"{date_in_words(first, 'day')} – {date_in_words(last, 'day')}"
    return "".join(parts).replace("\N{THIN SPACE}", " ")


def month_name(number: int) -> str:
    """Return the name of a month, from 1 for January, as it stands by itself.

    >>> from workshopcore.language import speaking
    >>> with speaking("de"):
    ...     month_name(3)
    'März'
    """
    if speech().plain:
        return MONTHS[number - 1]
    return str(locale_of(speech().language).months["stand-alone"]["wide"][number])


def weekday_name(number: int) -> str:
    """Return the name of a day of the week, from 0 for Monday, as it stands by itself.

    >>> from workshopcore.language import speaking
    >>> with speaking("de"):
    ...     weekday_name(1)
    'Dienstag'
    """
    if speech().plain:
        return WEEKDAYS[number]
    return str(locale_of(speech().language).days["stand-alone"]["wide"][number])


def _parts(first: date, last: date) -> tuple[str, ...]:
    """Return both ends of a range as its locale writes them, with the months written out."""
    from babel.dates import format_date

    locale = locale_of(speech().language)
    largest = next(
        field for field, name in _FIELDS.items() if getattr(first, name) != getattr(last, name)
    )
    patterns = locale.interval_formats.get("yMMMd", {}).get(largest, ())
    return tuple(
        format_date(day, pattern.replace("MMM", "MMMM"), locale=locale)
        for day, pattern in zip((first, last), patterns, strict=False)
    )


def _pattern(spoken: Speech, use: str) -> str:
    """Return the pattern for a use that comes before the locale's, or ``""``."""
    british = _BRITISH if str(locale_of(spoken.language)) == "en_GB" else {}
    return spoken.dates.get(use) or british.get(use, "")
