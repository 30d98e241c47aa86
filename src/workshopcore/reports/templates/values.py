"""What people wrote, on its way through Markdown: as signs that Markdown has no use for.

Every value that a template writes is spelt in characters for private use, a sign for each byte.
To Markdown that is one long word, whatever it says, so no title, name or note can begin a
heading, end a table cell or make a link; afterwards it is read back as it was. Characters of
planes 15 and 16, which are spelt with here, are not allowed in templates themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen
from jinja2.exceptions import SecurityError

from workshopcore.sandbox import spend

__all__ = [
    "MOST_PARTS",
    "PLACE",
    "RESERVED",
    "TAG",
    "VALUE",
    "Piece",
    "first_part",
    "joined",
    "part_sign",
    "place_sign",
    "places",
    "revealed",
    "spelt",
    "without_parts",
]

RESERVED = re.compile(r"[\U000f0000-\U0010ffff]")
"""The characters that this spelling is made of."""

_FIRST = 0xF0000
_EMPTY = "\U000f0100"
"""Stands for a value that says nothing, so that ``**{{ name }}**`` is bold whatever the name is."""
TAG, VALUE = "\U000f0101", "\U000f0102"
"""Stand for ``{% … %}`` and ``{{ … }}`` while lines are looked at."""
_FIRST_PART, MOST_PARTS = 0xF1000, 4096
_FILE, _LINE = 0xF2000, 0x100000
_MOST_FILES, _MOST_LINES = 4096, 0xFFFD
_PART = re.compile("[\U000f1000-\U000f1fff]")
PLACE = re.compile("[\U000f2000-\U000f3000][\U00100000-\U0010fffd]")
_SPELT = re.compile(f"[\U000f0000-\U000f00ff]+|{_EMPTY}")
_LETTERS = {byte: chr(_FIRST + byte) for byte in range(256)}


@frozen
class Piece:
    """Markdown that a macro or a ``{% set %}`` block has put together.

    It is no text: joined with text, it would lose the difference between what the house wrote
    and what people wrote.
    """

    text: str

    def __bool__(self) -> bool:
        return bool(places(self.text)[0].strip())

    def __str__(self) -> str:
        raise SecurityError(
            "what a macro or a {% set %} block writes is Markdown, and no text: write it on its"
            " own, {{ like_this() }}, without filters, + or ~"
        )


def spelt(text: str) -> str:
    """Return text in signs that mean nothing to Markdown.

    >>> revealed(spelt("# [x](javascript:y) | <b>"))
    '# [x](javascript:y) | <b>'
    """
    letters = text.encode("utf-8", "surrogatepass").decode("latin-1").translate(_LETTERS)
    spend(characters=len(letters))
    return letters or _EMPTY


def revealed(text: str) -> str:
    """Return text with everything that is spelt read back."""
    return _SPELT.sub(_read, text)


def _read(found: re.Match[str]) -> str:
    if found[0] == _EMPTY:
        return ""
    return bytes(ord(sign) - _FIRST for sign in found[0]).decode("utf-8", "surrogatepass")


def joined(parts: Iterable[str | Piece]) -> Piece:
    """Return what a template, a block or a macro wrote, without the line break at its end."""
    kept = []
    for part in parts:
        text = part.text if isinstance(part, Piece) else part
        spend(characters=len(text))
        kept.append(text)
    return Piece("".join(kept).removesuffix("\n"))


def part_sign(number: int) -> str:
    """Return the sign for a part of another report, by its number from 0."""
    return chr(_FIRST_PART + number)


def first_part(text: str) -> int | None:
    """Return the number of the first part of another report that stands in a text."""
    found = _PART.search(text)
    return ord(found[0]) - _FIRST_PART if found else None


def without_parts(text: str) -> str:
    """Return a text without the signs of parts."""
    return _PART.sub("", text)


def place_sign(file: int, line: int) -> str:
    """Return the sign for a line of a template, which stands at the line's end."""
    return chr(_FILE + min(file, _MOST_FILES)) + chr(_LINE + min(line, _MOST_LINES))


def places(text: str) -> tuple[str, list[tuple[int, int]]]:
    r"""Return text without the signs of places, and for each of its lines the last one there.

    >>> places(f"One{place_sign(0, 7)}\nTwo")
    ('One\nTwo', [(0, 7), (0, 0)])
    """
    found = []
    for line in text.split("\n"):
        last = PLACE.findall(line)
        found.append((ord(last[-1][0]) - _FILE, ord(last[-1][1]) - _LINE) if last else (0, 0))
    return PLACE.sub("", text), found
