"""Words that could tell whose a text is, whoever is on the programme."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workshopcore.contracts.text_screens import Flag
from workshopcore.evaluation.disclosure.screening.english import english

__all__ = ["pattern_flags"]

# A word with a capital after a word of place.
_PLACE = re.compile(r"\b(?:in|at|from|near|to|around) ([A-Z]\w+(?:[ -][A-Z]\w+)*)")


def pattern_flags(text: str) -> Iterator[Flag]:
    """Return dates, posts, places, contact details and what is true of few people.

    >>> [(flag.kind, flag.words) for flag in pattern_flags("I was the only nurse at Elm Court")]
    [('singling out', 'the only nurse'), ('singling out', 'I was the only'), ('place', 'Elm Court')]
    """
    known = english()
    for kind, pattern in known.patterns:
        for found in pattern.finditer(text):
            yield Flag(found.start(), found.end(), kind, found[0], known.suggestions[kind])
    for found in _PLACE.finditer(text):
        first = re.split(r"[ -]", found[1])[0]
        if first.lower() not in known.no_places:
            yield Flag(*found.span(1), "place", found[1], known.suggestions["place"])
