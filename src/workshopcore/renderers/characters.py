"""Characters that have no business in a document, whoever pasted them.

Control characters can drive a terminal and are forbidden in XML; bidirectional embeddings,
overrides and isolates can make a line read differently from what it says (Unicode Technical
Report 36). Noncharacters and lone surrogates cannot be interchanged at all.
"""

from __future__ import annotations

import re

__all__ = ["encoded", "flat", "harmless", "one_line"]

_BREAKS = "\t\v\f\r\x1c-\x1f\x85\u2028\u2029"
_DIRECTIONS = "\u202a-\u202e\u2066-\u206f\ufeff"
_UNFIT = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"

_NOT_HARMLESS = re.compile(f"([{_BREAKS}])|([{_DIRECTIONS}])|[{_UNFIT}]")
_ANY = re.compile(f"[{_BREAKS}{_DIRECTIONS}{_UNFIT}]")
_ORDINARY = bytes(range(0x20, 0x7F)) + b"\n"
_SPACE = re.compile(r"[ \n]+")


def harmless(text: str) -> str:
    r"""Return text with nothing in it that could act on what displays it.

    Other line breaks and tabs become spaces, controls of direction are dropped (marks such as
    U+200F stay: they have no reach), and what cannot be shown is replaced by U+FFFD.

    >>> harmless("bell\x07, right to left\u202e, tab\tand vertical\vtab")
    'bell�, right to left, tab and vertical tab'
    """
    if _ANY.search(text) is None:
        return text
    return _NOT_HARMLESS.sub(_replacement, text)


def encoded(text: str) -> bytes:
    r"""Return harmless text as UTF-8.

    For whole documents: it looks only at what is not plain ASCII, which is little.

    >>> encoded("a\x07b – c").decode()
    'a�b – c'
    """
    try:
        data = text.encode()
    except UnicodeEncodeError:  # a lone surrogate
        return harmless(text).encode()
    rest = data.translate(None, _ORDINARY).decode()
    return data if _ANY.search(rest) is None else harmless(text).encode()


def flat(text: str) -> str:
    """Return harmless text without line breaks; single spaces at its ends stay."""
    return _SPACE.sub(" ", harmless(text))


def one_line(text: str) -> str:
    r"""Return harmless text on one line, with single spaces and none at its ends.

    >>> one_line("  Where are\n we\tnow? ")
    'Where are we now?'
    """
    return flat(text).strip()


def _replacement(match: re.Match[str]) -> str:
    return {1: " ", 2: ""}.get(match.lastindex or 0, "\N{REPLACEMENT CHARACTER}")
