"""Words compared as people write them: accents, capitals, points and spaces make no difference."""

from __future__ import annotations

import re

from workshopcore.language.letters import without_marks

__all__ = ["plain"]

_GAPS = re.compile(r"[\W_]+")
_DROPPED = re.compile("['’.]")


def plain(text: str) -> str:
    """Return a word so that accents, capitals, marks and spaces make no difference.

    What is nothing but marks stays as it is.

    >>> plain("  Agree – strongly "), plain("Ça m’aide."), plain(" ++ ")
    ('agree strongly', 'ca maide', '++')
    """
    letters = without_marks(text).casefold()
    return _GAPS.sub(" ", _DROPPED.sub("", letters)).strip() or text.strip()
