"""What the headings of a poll ask about: days, or halves of days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple, cast

from workshopcore.contracts.busy_time import Half, PollKey
from workshopcore.errors import InvalidValueError
from workshopcore.exchange.days import read_day
from workshopcore_calendar.busy.poll_words import half_of, month_of

__all__ = ["Slot", "is_time", "keys_of", "slot_of"]

_CLOCK = r"(\d{1,2})(?:[:.h](\d{2})|h)?\s*(?:uhr)?\s*([ap]\.?m\.?)?"
_HOURS = re.compile(rf"{_CLOCK}(?:\s*(?:-|–|—|to|bis|à)\s*{_CLOCK})?", re.IGNORECASE)
_MARKED = re.compile(r"[:.h]\d{2}|\dh|[ap]\.?m\.?|uhr", re.IGNORECASE)
_WEEKDAY = re.compile(r"^[^\W\d_]{2,10}\.?,?\s+(?=\d)")
_NUMBER = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?", re.IGNORECASE)
_MONTH = re.compile(r"([^\W\d_]{3,10})\.?,?\s+(\d{4})")
_WORD = re.compile(r"[^\W\d_]{3,10}")
_GAP = re.compile(r"[\s,(]+")
_NOON, _AFTER_LUNCH = 12 * 60, 13 * 60
_LONGEST = 120


class Slot(NamedTuple):
    """What a heading asks about.

    Attributes:
        day: on which day.
        half: ``morning``, ``afternoon``, or ``day`` for all of it.
        begins: whether it is a morning only because something begins then: without an
            afternoon beside it, it is the day.
    """

    day: date
    half: str = "day"
    begins: bool = False


def slot_of(parts: Iterable[str], *, month_first: bool = False) -> Slot:
    """Return what a heading asks about that stands in one cell, or in several below each other.

    Raises:
        InvalidValueError: it names no day.

    >>> slot_of(["January 2027", "Tue 19", "2:00 PM – 4:30 PM"])
    Slot(day=datetime.date(2027, 1, 19), half='afternoon', begins=False)
    >>> slot_of(["2027-01-19 morning"]).half
    'morning'
    """
    words, half, begins = [], "day", False
    for part in parts:
        rest, when = _split(part.strip()[:_LONGEST])
        if rest:
            words.append(rest)
        if when:
            half, begins = _half(when)
    return Slot(_day(words, month_first), half, begins)


def is_time(text: str) -> bool:
    """Return whether a cell names a half of a day or hours, and no day."""
    return bool(text.strip()) and bool(half_of(text) or _hours(text.strip()))


def keys_of(slots: Sequence[Slot | None]) -> list[PollKey | None]:
    """Return what a poll calls each of its slots."""
    afternoons = {slot.day for slot in slots if slot and slot.half == "afternoon"}
    return [slot and _key(slot, afternoons) for slot in slots]


def _key(slot: Slot, afternoons: set[date]) -> PollKey:
    if slot.half == "day" or (slot.begins and slot.day not in afternoons):
        return slot.day
    return slot.day, cast(Half, slot.half)


def _split(text: str) -> tuple[str, str]:
    """Return what of a cell may be a day, and what is a time of it."""
    if is_time(text):
        return "", text
    for gap in _GAP.finditer(text):
        rest = text[gap.end() :].strip("() ")
        if gap.start() and is_time(rest):
            return text[: gap.start()], rest
    return text, ""


def _hours(text: str) -> re.Match[str] | None:
    """Return hours, where it is sure that they are some: a bare number may be a day."""
    return _HOURS.fullmatch(text) if _MARKED.search(text) else None


def _half(text: str) -> tuple[str, bool]:
    named = half_of(text)
    if named:
        return named, False
    found = _hours(text)
    assert found is not None, "it was found to be a time"
    later = found[6] or ""
    start = _minutes(found[1], found[2], found[3] or (later if later and not found[3] else ""))
    if start >= _NOON:
        return "afternoon", False
    if found[4] is None:
        return "morning", True
    return ("morning" if _minutes(found[4], found[5], later) <= _AFTER_LUNCH else "day"), False


def _minutes(hours: str, minutes: str | None, side: str) -> int:
    hour = int(hours)
    if side.lower().startswith("p") and hour < 12:
        hour += 12
    elif side.lower().startswith("a") and hour == 12:
        hour = 0
    return 60 * hour + int(minutes or 0)


def _day(words: Sequence[str], month_first: bool) -> date:
    """Return the day that a heading names, in one cell or with its month in another."""
    fault: InvalidValueError | None = None
    for word in words:
        for shape in dict.fromkeys((_in_english(word), _in_english(_WEEKDAY.sub("", word)))):
            try:
                return read_day(shape, month_first=month_first)
            except InvalidValueError as error:
                fault = fault or error
    months = [found for word in words if (found := _MONTH.fullmatch(word.strip()))]
    numbers = [found for word in words if (found := _NUMBER.fullmatch(_WEEKDAY.sub("", word)))]
    if months and numbers:
        return read_day(f"{numbers[-1][1]} {month_of(months[-1][1])} {months[-1][2]}")
    raise fault or InvalidValueError(" ".join(words), "a day")


def _in_english(text: str) -> str:
    return _WORD.sub(lambda found: month_of(found[0]), text)
