"""Dates in British English, written out without asking Unicode's tables for them."""

from __future__ import annotations

from datetime import date, datetime, time

__all__ = ["MONTHS", "WEEKDAYS", "english_date", "english_span"]

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def english_date(value: date | datetime | time, use: str) -> str:
    """Return a date or a time of day in words.

    Args:
        value: the day, or the moment for a ``clock``.
        use: ``day``, ``weekday``, ``month`` or ``clock``.

    >>> english_date(date(2027, 1, 19), "weekday"), english_date(date(2027, 1, 19), "month")
    ('Tuesday 19 January 2027', 'January 2027')
    """
    if use == "clock" or isinstance(value, time):
        return f"{value:%H:%M}"
    month = f"{MONTHS[value.month - 1]} {value.year}"
    if use == "month":
        return month
    day = f"{value.day} {month}"
    return f"{WEEKDAYS[value.weekday()]} {day}" if use == "weekday" else day


def english_span(first: date, last: date) -> str:
    """Return a range of days, saying the month and the year no oftener than needed.

    >>> english_span(date(2027, 3, 9), date(2027, 3, 10))
    '9–10 March 2027'
    """
    end = english_date(last, "day")
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {end}"
    return f"{english_date(first, 'day')} – {end}"
