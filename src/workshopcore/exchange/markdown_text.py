"""Text on one line of Markdown: it means nothing but itself, and it can be read back exactly."""

from __future__ import annotations

import html
import re

__all__ = ["from_markdown", "to_markdown"]

# What makes code, emphasis, links, HTML, tables, formulas and closing marks of headings. An
# underscore within a word opens nothing, so it is left alone for those who read the source.
_ACTIVE = re.compile(
    r"[\\`*\[\]<>|~$]|(?<![^\W_])_|_(?![^\W_])|(?<!\S)#|&(?=#?\w+;)|:(?=//)|(?<=\bwww)\.",
    re.IGNORECASE,
)
# What would make a list or a rule of a line that starts with it.
_OPENING = re.compile(r"(\d{1,9}(?=[.)])|(?=[-+=]))")
# White space at the ends and whatever breaks a line, drives a terminal or turns a line round.
_UNSEEN = re.compile("^\\s|\\s$|[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufeff]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,31});")
_LAST = 0x10FFFF


def to_markdown(text: str) -> str:
    r"""Return text as one line of Markdown that is shown as it is.

    >>> print(to_markdown("R&D costs *a lot*\nsee a_b"))
    R&D costs \*a lot\*&#10;see a_b
    """
    escaped = _ACTIVE.sub(r"\\\g<0>", text)
    opening = _OPENING.match(escaped)
    if opening:
        escaped = f"{opening[1]}\\{escaped[opening.end() :]}"
    return _UNSEEN.sub(lambda match: f"&#{ord(match[0])};", escaped)


def from_markdown(line: str) -> str:
    r"""Return what a line of Markdown shows, its emphasis and links left as they are written.

    >>> from_markdown(r"R&D costs \*a lot\*&#10;see a_b")
    'R&D costs *a lot*\nsee a_b'
    """
    return _ESCAPED.sub(_meant, line)


def _meant(match: re.Match[str]) -> str:
    if match[1]:
        return match[1]
    name = match[2]
    if not name.startswith("#"):
        return html.unescape(match[0])
    number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    is_letter = number <= _LAST and not 0xD800 <= number <= 0xDFFF
    return chr(number) if is_letter else match[0]
