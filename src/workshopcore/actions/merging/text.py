"""When two texts say the same, whatever a spreadsheet or an editor did to their white space."""

from __future__ import annotations

import unicodedata

__all__ = ["folded", "trimmed"]


def folded(text: str) -> str:
    r"""Return a statement without capitals and with single spaces.

    >>> folded("  Draft the\n Vision ")
    'draft the vision'
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return " ".join(text.casefold().split())


def trimmed(text: str) -> str:
    r"""Return a note with plain line ends and no white space around it or after its lines.

    >>> trimmed("Two of three \r\ndone\n")
    'Two of three\ndone'
    """
    return "\n".join(line.rstrip() for line in text.strip().splitlines())
