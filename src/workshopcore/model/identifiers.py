"""Identifiers: short kebab-case words, made from titles where nobody gave one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

from workshopcore.errors import InvalidValueError
from workshopcore.language.letters import without_marks

__all__ = [
    "MadeIdentifier",
    "identifier",
    "identifier_from",
    "identify",
    "is_identifier",
    "unrepeated",
]

LONGEST = 64
_VALID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_GAPS = re.compile(r"[^a-z0-9]+")


class MadeIdentifier(str):
    """An identifier made from a title: it may still get a number when the programme is built."""

    __slots__ = ()


@lru_cache(maxsize=4096)
def is_identifier(value: str) -> bool:
    """Return whether text is a valid identifier; most programmes use the same few hundred."""
    return len(value) <= LONGEST and _VALID.fullmatch(value) is not None


def identifier(value: str) -> str:
    """Accept an identifier.

    Raises:
        InvalidValueError: it is not lower-case letters, digits and single hyphens,
            or longer than 64 characters.
    """
    if not isinstance(value, str):
        raise InvalidValueError(value, "an identifier")
    if not is_identifier(value):
        guess = identifier_from(value[:LONGEST])
        hint = f"Write '{guess}'" if guess and len(value) <= LONGEST else ""
        raise InvalidValueError(
            value,
            f"at most {LONGEST} lower-case letters, digits and single hyphens",
            hint,
        )
    return value


def identifier_from(title: str, otherwise: str = "item") -> str:
    """Make an identifier from a title.

    >>> identifier_from("Where are we now? (part 2)"), identifier_from("Ø'Čapek")
    ('where-are-we-now-part-2', 'capek')
    """
    letters = without_marks(title[:400]).lower()
    words = _GAPS.sub("-", letters.replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", ""))
    short = words.strip("-")
    if len(short) > 48:
        short = short[:48].rsplit("-", 1)[0] if "-" in short[:48] else short[:48]
    return MadeIdentifier(short.strip("-") or otherwise)


def unrepeated(wanted: str, taken: Iterable[str]) -> str:
    """Return an identifier that is not taken, adding a number if it must.

    >>> unrepeated("break", {"break", "break-2"})
    'break-3'
    """
    used = taken if isinstance(taken, (set, dict, frozenset)) else set(taken)
    if wanted not in used:
        return str(wanted)
    number = 2
    while f"{wanted}-{number}" in used:
        number += 1
    return f"{wanted}-{number}"


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


def identify(entity: _Identified, title: str, otherwise: str) -> None:
    """Give an entity that has no identifier one made from its title."""
    if not entity.id:
        object.__setattr__(entity, "id", identifier_from(title, otherwise))
