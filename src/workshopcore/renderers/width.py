"""How many columns of a monospaced screen a text takes, and where it may be broken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

__all__ = ["pad", "width", "wrap"]

_ADDRESS = re.compile(r"<(?:https?://|mailto:)[^<>]{1,300}>[.,;:!?)]{0,3}")
_ZERO_WIDTH = {"Mn", "Me", "Cf"}
_JOINER = "\u200d"
_WIDE_PICTURE = "\N{VARIATION SELECTOR-16}"  # asks for the wide picture of a narrow sign


def width(text: str) -> int:
    r"""Return the columns that a text takes: two for East Asian wide, none for combining ones.

    >>> width("Café"), width("Cafe\u0301"), width("会議")
    (4, 4, 4)
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


def pad(text: str, columns: int, align: str = "left") -> str:
    """Return a text filled up with spaces to a number of columns."""
    room = max(columns - width(text), 0)
    before = {"right": room, "centre": room // 2}.get(align, 0)
    return " " * before + text + " " * (room - before)


def wrap(text: str, columns: int) -> list[str]:
    """Return a one-line text as lines of at most so many columns, at least one line.

    Words are kept whole where they fit; scripts written without spaces break anywhere, though
    never between a letter and its accents. A web address in angle brackets stays whole, even
    where it is longer than a line: broken, it would lead nowhere.

    >>> wrap("Where are we now?", 9)
    ['Where are', 'we now?']
    """
    lines: list[str] = []
    line, taken = "", 0
    for word in text.split(" "):
        size = width(word)
        if line and taken + 1 + size <= columns:
            line, taken = f"{line} {word}", taken + 1 + size
            continue
        if line:
            lines.append(line)
        fits = size <= columns or _ADDRESS.fullmatch(word)
        *whole, line = [word] if fits else _broken(word, columns)
        lines += whole
        taken = width(line)
    return [*lines, line]


def _broken(word: str, columns: int) -> list[str]:
    pieces = [""]
    room = columns
    for cluster in _clusters(word):
        size = width(cluster)
        if size > room and pieces[-1]:
            pieces.append("")
            room = columns
        pieces[-1] += cluster
        room -= size
    return pieces


def _clusters(word: str) -> Iterator[str]:
    cluster = ""
    for character in word:
        extends = character == _WIDE_PICTURE or not _columns(character)
        if cluster and not extends and not cluster.endswith(_JOINER):
            yield cluster
            cluster = ""
        cluster += character
    yield cluster


def _columns(character: str) -> int:
    if "\u1160" <= character <= "\u11ff":  # vowels and finals that join the syllable before
        return 0
    if character == _WIDE_PICTURE:
        return 1
    if unicodedata.category(character) in _ZERO_WIDTH and character != "\N{SOFT HYPHEN}":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
