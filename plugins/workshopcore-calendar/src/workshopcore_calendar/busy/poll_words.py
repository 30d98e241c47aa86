"""What people and polling tools write in a poll, read from a table of words."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from workshopcore.exchange.names import plain

__all__ = ["half_of", "is_beside", "is_total", "marks", "month_of"]


@cache
def _words() -> Mapping[str, Mapping[str, list[str]]]:
    text = files("workshopcore_calendar.busy").joinpath("polls.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _by_word(table: str) -> Mapping[str, str]:
    return {plain(word) or word: key for key, some in _words()[table].items() for word in some}


def marks() -> Mapping[str, str]:
    """Return ``yes``, ``maybe``, ``no``, ``none`` or ``cross`` for every mark that is known.

    >>> marks()["ifneedbe"], marks()["✓"], marks()["nein"]
    ('maybe', 'yes', 'no')
    """
    return _by_word("marks")


def half_of(text: str) -> str:
    """Return ``morning``, ``afternoon`` or ``day`` for a word that means one, else ``""``."""
    return _by_word("halves").get(plain(text), "")


def is_total(text: str) -> bool:
    """Return whether a row so called adds up the others."""
    return plain(text) in _words()["lines"]["totals"]


def is_beside(text: str) -> bool:
    """Return whether a column so called stands beside the answers."""
    return plain(text) in _words()["lines"]["beside"]


def month_of(word: str) -> str:
    """Return the English name of a month that is written in another language, else the word."""
    return _by_word("months").get(plain(word), word)
