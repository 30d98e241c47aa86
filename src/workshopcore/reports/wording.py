"""How dates, times, counts and names read in documents, the same in all of them.

Nothing here asks the computer for its locale: the language is the one that is spoken, British
English unless something else was said (:func:`workshopcore.language.speaking`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

from workshopcore.language import (
    date_in_words,
    gettext,
    ngettext,
    number,
    span_in_words,
)
from workshopcore.reports.states import state_words

__all__ = [
    "capitalised",
    "clock",
    "clocks",
    "count",
    "day",
    "days",
    "exact",
    "hours",
    "listed",
    "moments",
    "month",
    "quoted",
    "share",
    "state",
    "times",
    "weekday",
]


def day(value: date) -> str:
    """Return a date in words.

    >>> day(date(2027, 1, 19))
    '19 January 2027'
    """
    return date_in_words(value, "day")


def month(value: date) -> str:
    """Return the month of a date in words.

    >>> month(date(2027, 1, 19))
    'January 2027'
    """
    return date_in_words(value, "month")


def weekday(value: date) -> str:
    """Return a date in words with its day of the week.

    >>> weekday(date(2027, 1, 19))
    'Tuesday 19 January 2027'
    """
    return date_in_words(value, "weekday")


def days(first: date, last: date) -> str:
    """Return a range of dates, saying the month and the year no oftener than needed.

    >>> days(date(2027, 3, 9), date(2027, 3, 10)), days(date(2027, 3, 31), date(2027, 4, 1))
    ('9–10 March 2027', '31 March – 1 April 2027')
    """
    return span_in_words(first, last)


def clock(value: datetime) -> str:
    """Return a clock time.

    >>> clock(datetime(2027, 1, 19, 9, 30))
    '09:30'
    """
    return date_in_words(value, "clock")


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
        return gettext(
            "{day}, {start}–{end}", day=weekday(start), start=clock(start), end=clock(end)
        )
    return gettext(
        "{first}, {start} – {last}, {end}",
        first=weekday(start),
        start=clock(start),
        last=weekday(end),
        end=clock(end),
    )


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
    if not whole:
        return gettext("{minutes} min", minutes=rest)
    if not rest:
        return gettext("{hours} h", hours=whole)
    return gettext("{hours} h {minutes} min", hours=whole, minutes=rest)


def times(number: int) -> str:
    """Return how often.

    >>> times(1), times(2), times(5)
    ('once', 'twice', '5 times')
    """
    if number == 1:
        return gettext("once")
    if number == 2:
        return gettext("twice")
    return ngettext("{count} time", "{count} times", number)


def exact(value: Decimal) -> str:
    """Return a number with all the decimal places that it has.

    >>> exact(Decimal("7.50")), exact(Decimal(20))
    ('7.50', '20')
    """
    return number(value, max(0, -int(value.as_tuple().exponent)))


def quoted(title: str) -> str:
    """Return a title in quotation marks.

    >>> quoted("Where are we now?")
    '“Where are we now?”'
    """
    return gettext("“{title}”", title=title)


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
    return gettext("{part} of {whole}", part=part, whole=whole)


def listed(words: Iterable[str], last: str = "") -> str:
    """Return words as a list in a sentence; ``last`` stands before the last one, if not "and".

    >>> listed(["Amina", "Tomasz", "Mei"])
    'Amina, Tomasz and Mei'
    """
    items: Sequence[str] = [word for word in words if word]
    if len(items) < 2:
        return "".join(items)
    before_last = last or gettext("and")
    return f"{', '.join(items[:-1])} {before_last} {items[-1]}"


def state(name: str, of: str = "") -> str:
    """Return a state of a lifecycle, or a kind, as a word on paper.

    Args:
        name: the state, such as ``in-progress``; one without a word of its own stays as it is.
        of: what is in it, because other languages say it differently from thing to thing:
            ``action``, ``objective``, ``workshop``, ``session``, ``parked issue``,
            ``engagement``, ``phase`` or ``facilitator``. Left out, the first that knows it.

    >>> state("in-progress"), state("partly", "objective"), state("half-way-there")
    ('In progress', 'Partly met', 'Half way there')
    """
    return state_words(name, of) or capitalised(name.replace("-", " "))
