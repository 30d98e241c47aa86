"""Words: how things are named in messages, and how titles are matched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

__all__ = [
    "called",
    "contains_any",
    "counted",
    "listed",
    "on_day",
    "one_line",
    "starts_with_any",
    "tokens",
]

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WORD = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W_]+)*")


def called(title: str, most: int = 60) -> str:
    """Return a title as messages quote it: on one line, never long.

    >>> called("Agree the  vision")
    "'Agree the vision'"
    """
    return f"'{one_line(title, most)}'"


def one_line(text: str, most: int = 60) -> str:
    """Return text on one line, never long.

    >>> one_line(" Amina  Yusuf "), one_line("Ewan", most=3)
    ('Amina Yusuf', 'Ew…')
    """
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def counted(number: object, one: str, many: str = "") -> str:
    """Return a number of things in words.

    >>> counted(1, "day"), counted(3, "day"), counted(2, "person", "people")
    ('1 day', '3 days', '2 people')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(names: Sequence[str], most: int = 4) -> str:
    """Return names as a sentence has them.

    >>> listed(["Amina", "Ben", "Chidi"])
    'Amina, Ben and Chidi'
    >>> listed(["Amina", "Ben", "Chidi"], most=1)
    'Amina and 2 more'
    """
    if len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def on_day(day: date) -> str:
    """Return a day with its weekday, whatever the locale.

    >>> on_day(date(2027, 3, 21))
    'Sunday 2027-03-21'
    """
    return f"{_WEEKDAYS[day.weekday()]} {day.isoformat()}"


def tokens(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return [word.casefold() for word in _WORD.findall(text)]


def contains_any(text: str, phrases: Iterable[str]) -> str:
    """Return the first of some phrases that a text contains as whole words, else ``""``.

    >>> contains_any("A Talk on the law", ["talk"]), contains_any("Talking", ["talk"])
    ('talk', '')
    """
    padded = f" {' '.join(tokens(text))} "
    return next((phrase for phrase in phrases if _padded(phrase) in padded), "")


def starts_with_any(text: str, phrases: Iterable[str]) -> str:
    """Return the first of some phrases with which a text starts as whole words, else ``""``.

    >>> starts_with_any("To look at the rota", ["consider", "look at"])
    'look at'
    """
    words = tokens(text)
    padded = f" {' '.join(words[1:] if words[:1] == ['to'] else words)} "
    return next((phrase for phrase in phrases if padded.startswith(_padded(phrase))), "")


def _padded(phrase: str) -> str:
    return f" {' '.join(tokens(phrase)) or chr(0)} "
