"""Letters without what stands above, below and through them, to compare what people write."""

from __future__ import annotations

import unicodedata

__all__ = ["without_marks"]


def without_marks(text: str) -> str:
    """Return text without accents, ligatures and letters of unusual width taken apart.

    Source: Unicode Standard Annex #15, normalisation form KD, without the combining characters.

    >>> without_marks("Élodie Nǵuyễn, ﬁnance"), without_marks("Ø")
    ('Elodie Nguyen, finance', 'Ø')
    """
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text)
    return "".join([letter for letter in apart if not unicodedata.combining(letter)])
