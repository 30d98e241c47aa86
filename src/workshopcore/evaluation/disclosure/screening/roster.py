"""People by their names, posts and places, as they occur in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from workshopcore.contracts.text_screens import Flag
from workshopcore.evaluation.disclosure.screening.english import english
from workshopcore.model.people import Person
from workshopcore.model.privacy.naming import folded

__all__ = ["roster_flags"]

_SHORTEST = 3

_POSSESSIVE = r"(?:['’]s)?"


def roster_flags(text: str, people: Sequence[Person], places: Iterable[str]) -> Iterator[Flag]:
    """Return names, addresses, posts and places of people on the programme.

    Names are found whole and in parts, with or without their accents; posts, services and
    sites as they are written in the programme.
    """
    plain = folded(text)
    for term in _terms(tuple(people), tuple(places)):
        for found in term.pattern.finditer(plain):
            words = text[found.start() : found.end()]
            if not term.as_name or words[:1].isupper():
                yield Flag(found.start(), found.end(), term.kind, words, term.suggestion)


@frozen
class _Term:
    kind: str
    pattern: re.Pattern[str]
    suggestion: str
    as_name: bool


def _terms(people: Sequence[Person], places: Sequence[str]) -> Iterator[_Term]:
    for person in people:
        yield _term("name", person.name)
        for part in re.findall(r"\w+", person.name):
            if len(part) >= _SHORTEST:
                yield _term("name", part, as_name=folded(part) in english().also_names)
        told = (
            ("contact", person.email),
            ("role", person.position),
            ("place", person.service),
            ("place", person.site),
        )
        yield from (_term(kind, words) for kind, words in told if words)
    yield from (_term("place", place) for place in places)


def _term(kind: str, words: str, *, as_name: bool = False) -> _Term:
    spaced = r"\s+".join(map(re.escape, folded(words).split()))
    pattern = re.compile(rf"(?<!\w){spaced}{_POSSESSIVE}(?!\w)")
    return _Term(kind, pattern, english().suggestions[kind], as_name)
