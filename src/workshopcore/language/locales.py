"""Locales: what Babel knows of a language's dates and numbers."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from workshopcore.language.speech import ENGLISH

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["locale_of"]


@cache
def locale_of(language: str) -> Locale:
    """Return the locale of a language; British English's where there is none of it.

    Args:
        language: a BCP 47 tag.
    """
    from babel import Locale, UnknownLocaleError

    parts = language.split("-")
    for number in range(len(parts), 0, -1):
        try:
            return Locale.parse("-".join(parts[:number]), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(ENGLISH, sep="-")
