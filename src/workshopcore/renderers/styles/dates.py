"""Patterns for dates and times of day, looked at before any document is dated with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, time

__all__ = ["USES", "faults_of_pattern"]

USES: Mapping[str, Mapping[str, str]] = {
    "day": {"d": "the day", "ML": "the month", "y": "the year"},
    "weekday": {"Ec": "the day of the week", "d": "the day", "ML": "the month", "y": "the year"},
    "month": {"ML": "the month", "y": "the year"},
    "clock": {"HhKk": "the hour", "m": "the minute"},
}
"""What each pattern has to tell, by the letters of CLDR that tell it."""
_MAY = {"clock": "HhKkmabB"}
_MAY_IN_DATES = "GyMLdEc"
_MEANT = {
    "Y": "Y is the year that a week belongs to: write y",
    "D": "D counts days from the beginning of the year: write d",
    "m": "m is the minute: write M for the month",
    "M": "M is the month: write m for the minute",
    "S": "S is part of a second: leave it out",
    "s": "nothing is timed to the second: leave s out",
}
_HALVES, _WHICH_HALF = "hK", "abB"
_DAY, _TIME = date(2027, 1, 19), time(9, 30)


def faults_of_pattern(use: str, pattern: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a pattern: what was expected, and what to do.

    Args:
        use: what it is for, one of ``USES``.
        pattern: letters of Unicode's CLDR, such as ``d MMMM y``; other words are in quotes.

    >>> list(faults_of_pattern("day", "d MMMM"))
    [('a pattern with the year', 'add y')]
    >>> list(faults_of_pattern("day", "d 'de' MMMM 'de' y"))
    []
    """
    from babel.dates import tokenize_pattern

    letters = [value[0] for kind, value in tokenize_pattern(pattern) if kind == "field"]
    foreign = [letter for letter in letters if letter not in _MAY.get(use, _MAY_IN_DATES)]
    twice = sorted({letter for letter in letters if letters.count(letter) > 1})
    missing = [
        (f"a pattern with {what}", f"add {any_of[0]}")
        for any_of, what in USES[use].items()
        if not set(any_of) & set(letters)
    ]
    if foreign:
        yield "letters of CLDR that are for this", _cure(foreign[0])
    elif twice:
        yield "each part once", f"put words in quotes: {twice[0]} stands for a part of the date"
    elif missing:
        yield from missing
    elif set(letters) & set(_HALVES) and not set(letters) & set(_WHICH_HALF):
        yield "a pattern that tells morning from afternoon", "add a, or write H for 24 hours"
    elif not _can_be_formatted(use, pattern):
        yield "no part longer than CLDR has it", "write MMMM for a month, EEEE for a weekday"


def _cure(letter: str) -> str:
    return _MEANT.get(letter, f"put words in quotes, or leave {letter} out")


def _can_be_formatted(use: str, pattern: str) -> bool:
    from babel.dates import format_date, format_time

    try:
        if use == "clock":
            format_time(_TIME, pattern, locale="en_GB")
        else:
            format_date(_DAY, pattern, locale="en_GB")
    except (ValueError, KeyError):
        return False
    return True
