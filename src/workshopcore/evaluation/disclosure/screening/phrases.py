"""Phrases that one person uses and nobody else does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from workshopcore.contracts.text_screens import Flag
from workshopcore.evaluation.disclosure.screening.english import english
from workshopcore.model.privacy.naming import folded

__all__ = ["phrase_flags"]

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SHORTEST, _LONGEST = 3, 8


def phrase_flags(text: str, speaker: str, said: Mapping[str, Iterable[str]]) -> Iterator[Flag]:
    """Return phrases of three words or more that the speaker has used elsewhere, alone.

    Args:
        text: to look through.
        speaker: whose it is.
        said: other texts, by who said them.
    """
    own = _phrases(said.get(speaker, ()))
    others = _phrases(each for person, texts in said.items() if person != speaker for each in texts)
    words = list(_WORD.finditer(text))
    folds = [folded(word[0]) for word in words]
    start = 0
    while start < len(words):
        length = _longest(folds[start : start + _LONGEST], own - others)
        if length:
            first, last = words[start].start(), words[start + length - 1].end()
            yield Flag(first, last, "phrase", text[first:last], english().suggestions["phrase"])
        start += length or 1


def _longest(words: list[str], known: set[tuple[str, ...]]) -> int:
    """Return how many words from the first on are a known phrase, at most."""
    lengths = range(len(words), _SHORTEST - 1, -1)
    return next((length for length in lengths if tuple(words[:length]) in known), 0)


def _phrases(texts: Iterable[str]) -> set[tuple[str, ...]]:
    found = set()
    for text in texts:
        words = [folded(word) for word in _WORD.findall(text)]
        for length in range(_SHORTEST, _LONGEST + 1):
            for start in range(len(words) - length + 1):
                phrase = tuple(words[start : start + length])
                if not english().common.issuperset(phrase):
                    found.add(phrase)
    return found
