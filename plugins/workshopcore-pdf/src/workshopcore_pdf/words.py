"""Text with marks and links, as data for the template."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from workshopcore.contracts.report import Inline, Run
from workshopcore.renderers.characters import flat
from workshopcore.renderers.links import web_address

__all__ = ["LONGEST_WORD", "Words", "plain", "shortened", "words"]

Words = str | list[dict[str, Any]]

LONGEST_WORD = 24
"""A word with more characters may break anywhere: it could be wider than its column."""

_LONG_WORD = re.compile(rf"[^ \u200b-]{{{LONGEST_WORD + 1},}}")
_PIECE = 6
_MAY_BREAK = "\N{ZERO WIDTH SPACE}"


def plain(text: str) -> str:
    r"""Return a text as one line that can always be broken; single spaces at its ends stay.

    >>> plain("Where are\n we?").split()
    ['Where', 'are', 'we?']
    """
    return _LONG_WORD.sub(_breakable, unicodedata.normalize("NFC", flat(text)))


def shortened(text: str, most: int) -> str:
    """Return the beginning of a text, for a place that has no room for more characters.

    >>> shortened("Where are we now?", 12)
    'Where are w…'
    """
    return text if len(text) <= most else text[: most - 1] + "…"


def words(text: Inline) -> Words:
    """Return a text's words: a string, or runs with what each is marked with.

    >>> words((Run("Due "), Run("soon", "strong")))
    [{'t': 'Due '}, {'t': 'soon', 'm': 'strong'}]
    """
    if isinstance(text, str):
        return plain(text).strip()
    return [_run(run) for run in text if run.text]


def _run(run: Run) -> dict[str, Any]:
    shown: dict[str, Any] = {"t": plain(run.text)}
    if run.mark != "plain":
        shown["m"] = run.mark
    address = web_address(run.href)
    if address and shown["t"].strip():
        shown["to"] = address
        if _adds(run.text, address):
            shown["printed"] = plain(address)
    return shown


def _adds(text: str, address: str) -> bool:
    """Return whether an address says more than the words that carry it, to somebody on paper."""
    bare = address.partition("://")[2].rstrip("/")
    return bool(bare) and bare not in text


def _breakable(match: re.Match[str]) -> str:
    word = match[0]
    pieces: list[str] = []
    piece = ""
    for character in word:
        if len(piece) >= _PIECE and not unicodedata.combining(character):
            pieces.append(piece)
            piece = ""
        piece += character
    return _MAY_BREAK.join([*pieces, piece])
