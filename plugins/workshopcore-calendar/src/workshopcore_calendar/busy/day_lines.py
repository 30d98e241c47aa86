"""Plain lists of days: a day or a stretch of days on each line, and a word or two beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from workshopcore.errors import InvalidValueError, Problem, Shown
from workshopcore.exchange.days import read_day
from workshopcore_calendar.busy.poll_words import is_beside, month_of
from workshopcore_calendar.problems import problem

__all__ = ["DayLine", "Heading", "day_lines"]

_WEEKDAY = r"(?:[^\W\d_]{2,10}\.?,?\s+)?"
_MONTH = r"[^\W\d_]{3,10}\.?,?"
_WHOLE = (
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?!\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?{_MONTH}\s+\d{{4}}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
)
_PART = rf"\d{{1,2}}(?:st|nd|rd|th|\.)?(?:\s+{_MONTH})?"
_TO = r"\s*(?:-|–|—|\bto\b|\buntil\b|\btill\b|\bbis\b|\.\.+|[,;\t|/])\s*"
_SPAN = re.compile(
    rf"(?<![\w/.-])(?:(?P<part>{_PART}){_TO}{_WEEKDAY}(?P<end>{_WHOLE})"
    rf"|(?P<first>{_WHOLE})(?:{_TO}{_WEEKDAY}(?P<last>{_WHOLE}))?)(?![\w/-])",
    re.IGNORECASE,
)
_LIKE_A_DAY = re.compile(r"\d{1,4}[-/.]\d{1,2}|\d{1,2}\s*[^\W\d_]{3,10}\s*\d{2,4}|\d{3,}")
_MONTHS_WORD = re.compile(r"[^\W\d_]{3,10}")
_WEEKDAYS = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?", re.IGNORECASE
)
_DIVIDES = re.compile(r"[;,\t|]|:(?=\s|$)|\s[-–—]\s|^[-*•]\s|^[-–—]|[-–—]$")
_LONGEST = 500
_EXPECTED = "a day such as 2027-02-15, or 15 to 19 February 2027"


class DayLine(NamedTuple):
    """What a line says: from which day to which (both included), and what stands beside them."""

    line: int
    first: date
    last: date
    beside: tuple[str, ...]


class Heading(NamedTuple):
    """A line without a day, which may be about those below it."""

    line: int
    text: str


def day_lines(
    text: str, faults: list[Problem], *, month_first: bool = False
) -> Iterator[DayLine | Heading]:
    """Yield the lines of a list that say something.

    Empty lines and those that begin with ``#`` are passed over.

    Args:
        text: the whole list.
        faults: takes the lines that look as if they had a day, by number alone.
        month_first: months come first in dates of three numbers.

    >>> [found] = day_lines("15 to 19 February 2027: Half term", [])
    >>> str(found.first), str(found.last), found.beside
    ('2027-02-15', '2027-02-19', ('Half term',))
    """
    for number, line in enumerate(text.splitlines(), 1):
        said = line.strip()[:_LONGEST]
        if not said or said.startswith("#"):
            continue
        found = _SPAN.search(said)
        if found is None:
            heading = said.rstrip(":").strip()
            if _LIKE_A_DAY.search(said):
                faults.append(problem(number, InvalidValueError(Shown("another text"), _EXPECTED)))
            elif not all(map(is_beside, _pieces(said))):
                yield Heading(number, heading)
            continue
        try:
            first, last = _days(found, month_first)
        except InvalidValueError as fault:
            faults.append(problem(number, _without_words(fault)))
        else:
            beside = (*_pieces(said[: found.start()]), *_pieces(said[found.end() :]))
            yield DayLine(number, first, last, beside)


def _without_words(fault: InvalidValueError) -> InvalidValueError:
    """Return a fault that shows no words: they may be private, and no month after all."""
    if _MONTHS_WORD.search(fault.found):
        return InvalidValueError(Shown("a day that cannot be"), fault.expected)
    return fault


def _days(found: re.Match[str], month_first: bool) -> tuple[date, date]:
    if found["part"]:
        last = _day(found["end"], month_first)
        first = _completed(found["part"], last)
    else:
        first = _day(found["first"], month_first)
        last = _day(found["last"], month_first) if found["last"] else first
    if last < first:
        raise InvalidValueError(f"{first} to {last}", "a last day not before the first")
    return first, last


def _day(text: str, month_first: bool) -> date:
    english = _MONTHS_WORD.sub(lambda word: month_of(word[0]), text)
    return read_day(english, month_first=month_first)


def _completed(part: str, last: date) -> date:
    """Return the first day of a stretch, with the month or year that only its last day says."""
    number = re.match(r"\d+", part)
    assert number is not None, "it begins with a number"
    words = _MONTHS_WORD.findall(part[number.end() :].removeprefix("st").removeprefix("nd"))
    month = month_of(words[-1]) if words else f"{last:%B}"
    first = read_day(f"{number[0]} {month} {last.year}")
    if first <= last or not words:
        return first
    return read_day(f"{number[0]} {month} {last.year - 1}")


def _pieces(text: str) -> tuple[str, ...]:
    """Return what stands beside a day, one piece between each two signs that divide."""
    plain = _WEEKDAYS.sub(" ", text)
    pieces = (piece.strip(" ()\"'") for piece in _DIVIDES.split(plain))
    return tuple(piece for piece in pieces if piece)
