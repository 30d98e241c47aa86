"""Dates in words, read back: the day that they say, and the format in which Excel says the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Literal

from attrs import frozen

from workshopcore.language import Speech, speech
from workshopcore.language.locales import locale_of
from workshopcore.reports.wording import day, weekday
from workshopcore_office.charts.lines import serial

__all__ = ["day_in"]

Use = Literal["day", "weekday"]

_FIRST = date(1900, 3, 1)
"""Before it Excel and everybody else count differently."""
_PLAIN = {"day": "d MMMM y", "weekday": "EEEE d MMMM y"}
_LONG = {"day": "long", "weekday": "full"}
_TOKEN = re.compile(r"'([^']*)'|([a-zA-Z])\2*|[^a-zA-Z']+")
_LETTERS = {
    "d": "d",
    "dd": "dd",
    "M": "m",
    "MM": "mm",
    "MMM": "mmm",
    "MMMM": "mmmm",
    "y": "yyyy",
    "yyyy": "yyyy",
    "EEEE": "dddd",
}
_DIGITS = {"d": r"\d{1,2}", "dd": r"\d\d", "M": r"\d{1,2}", "MM": r"\d\d"}
_YEAR = {"y": r"\d{4}", "yyyy": r"\d{4}"}
_SHORT = 3
_LANGUAGES = {
    "en": "809",
    "en-GB": "809",
    "en-US": "409",
    "en-IE": "1809",
    "en-AU": "C09",
    "de": "407",
    "de-AT": "C07",
    "de-CH": "807",
    "fr": "40C",
    "it": "410",
    "es": "C0A",
    "nl": "413",
    "pt": "816",
    "pt-PT": "816",
    "pt-BR": "416",
    "sv": "41D",
    "da": "406",
    "nb": "414",
    "no": "414",
    "cy": "452",
}
"""Languages in which Excel writes months and weekdays as documents do, with its number of each."""


@frozen
class _Form:
    """A way to write a date: the pattern that reads it, and what Excel calls it."""

    pattern: re.Pattern[str]
    format: str


def day_in(text: str) -> tuple[int, str] | None:
    """Return the day that a text says, as workbooks count, and the format that shows it so.

    ``None`` for whatever is not a date exactly as documents write them in the language that is
    spoken.

    >>> day_in("19 January 2027"), day_in("19 Jan 2027")
    ((46406, '[$-809]d mmmm yyyy'), None)
    """
    for use, said in (("day", day), ("weekday", weekday)):
        form = _form(speech(), use)  # type: ignore[arg-type]
        match = form.pattern.fullmatch(text) if form else None
        if form is None or match is None:
            continue
        found = _date(match)
        if found and found >= _FIRST and said(found) == text:
            return serial(found), form.format
    return None


def _date(match: re.Match[str]) -> date | None:
    named = match.groupdict()
    months = {**_months("wide"), **_months("abbreviated")}
    try:
        month = months.get(named["month"]) or int(named["month"])
        return date(int(named["year"]), month, int(named["day"]))
    except ValueError:
        return None


def _months(width: str) -> dict[str, int]:
    names = locale_of(speech().language).months["format"][width]
    return {str(name): number for number, name in names.items()}


def _form(spoken: Speech, use: Use) -> _Form | None:
    language = spoken.language
    known = _LANGUAGES.get(language) or _LANGUAGES.get(language.partition("-")[0])
    if known is None:
        return None
    if spoken.plain:
        pattern = _PLAIN[use]
    else:
        pattern = spoken.dates.get(use) or locale_of(language).date_formats[_LONG[use]].pattern
    return _made(pattern, language, known)


@cache
def _made(pattern: str, language: str, number: str) -> _Form | None:
    """Return the form of a pattern of CLDR, ``None`` of one that Excel has not."""
    read, shown = [], []
    for literal, token in _tokens(pattern):
        if literal:
            read.append(re.escape(literal))
            shown.append(literal if literal.isspace() else f'"{literal}"')
            continue
        piece = _reads(token, language)
        if piece is None:
            return None
        read.append(piece)
        shown.append(_LETTERS[token])
    whole = "".join(read)
    if whole.count("?P<") - whole.count("?P<weekday>") != len(("day", "month", "year")):
        return None
    return _Form(re.compile(whole), f"[$-{number}]{''.join(shown)}")


def _tokens(pattern: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a pattern: a literal, or letters that stand for something."""
    for match in _TOKEN.finditer(pattern):
        if match[2]:
            yield "", match[0]
        else:
            yield (match[1] if match[1] is not None else match[0]) or "'", ""


def _reads(token: str, language: str) -> str | None:
    """Return the expression that reads a token, ``None`` if nothing here does."""
    if token not in _LETTERS:
        return None
    if token in _YEAR:
        return f"(?P<year>{_YEAR[token]})"
    if token in ("d", "dd"):
        return f"(?P<day>{_DIGITS[token]})"
    if token in _DIGITS:
        return f"(?P<month>{_DIGITS[token]})"
    locale = locale_of(language)
    if token == "EEEE":
        return f"(?P<weekday>{_any(locale.days['format']['wide'].values())})"
    names = locale.months["format"]["wide"].values()
    if token == "MMM":
        # Excel cuts English months to three letters; CLDR has "Sept", and dots elsewhere.
        short = locale.months["format"]["abbreviated"].values()
        if not language.startswith("en"):
            return None
        names = [name for name in short if len(name) == _SHORT]
    return f"(?P<month>{_any(names)})"


def _any(names: object) -> str:
    return "|".join(re.escape(str(name)) for name in names)  # type: ignore[attr-defined]
