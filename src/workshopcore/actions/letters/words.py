"""Text and dates as they stand in a letter."""

from __future__ import annotations

import re
from datetime import date

from workshopcore.language import date_in_words

__all__ = ["line", "weekday"]

# Controls of a terminal or of direction, and what cannot be interchanged at all.
_UNFIT = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def line(text: str) -> str:
    r"""Return text on one line, with nothing in it that could act on what displays it.

    >>> line("Draft\r\nBcc: everybody@example.org\x07")
    'Draft Bcc: everybody@example.org'
    """
    return " ".join(_UNFIT.sub("", text).split())


def weekday(day: date) -> str:
    """Return a date in words with its day of the week.

    >>> weekday(date(2027, 1, 19))
    'Tuesday 19 January 2027'
    """
    return date_in_words(day, "weekday")
