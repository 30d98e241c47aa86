"""Identifiers that have somebody's name in them, and what takes their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from workshopcore.model.identifiers import (
    LONGEST,
    identifier_from,
    unrepeated,
)
from workshopcore.model.people import Person
from workshopcore.model.privacy.naming import Names, everyday
from workshopcore.model.privacy.walking import Place, rewritten
from workshopcore.model.programme import Programme

__all__ = ["new_identifiers", "pseudonym_of"]


def pseudonym_of(programme: Programme, person: Person) -> tuple[str, str]:
    """Return a name and an identifier that tell nothing: by the place in the list of people.

    >>> year = Programme(title="A year", people=[Person("Amina Yusuf"), Person("Tomasz Nowak")])
    >>> pseudonym_of(year, year.people[1])
    ('Person 2', 'person-2')
    """
    others = [one for one in programme.people if one.id != person.id]
    names = {one.name.casefold() for one in others}
    taken = {one.id for one in others} | {person.id}
    number = [one.id for one in programme.people].index(person.id) + 1
    while f"person {number}" in names or f"person-{number}" in taken:
        number += len(programme.people)
    return f"Person {number}", f"person-{number}"


def new_identifiers(
    programme: Programme, person: Person, names: Names, new: str, also: Iterable[str] = ()
) -> Mapping[str, str]:
    """Return for each identifier of anything but people that names somebody what replaces it.

    Args:
        programme: the programme.
        person: whose name is to go.
        names: what they are called.
        new: the identifier that they get.
        also: further words that mean them.
    """
    known = _identifiers(programme)
    runs = sorted(_runs(person, names, also), key=len, reverse=True)
    taken = set(known)
    found: dict[str, str] = {}
    for old in known:
        changed = _without(old.split("-"), runs, new)
        if changed != old:
            found[old] = unrepeated(_short(changed), taken)
            taken.add(found[old])
    return found


def _identifiers(programme: Programme) -> list[str]:
    """Return every identifier that is not a person's, each once."""
    found: dict[str, None] = {}

    def note(place: Place, value: str) -> str:
        if place.kind == "identifier" and not isinstance(place.holder, Person):
            found[value] = None
        return value

    rewritten(programme, note)
    return list(found)


def _runs(person: Person, names: Names, also: Iterable[str]) -> set[tuple[str, ...]]:
    """Return the words in a row that are a name in an identifier."""
    whole = [identifier_from(person.name, ""), identifier_from(person.email, "")]
    runs = {tuple(text.split("-")) for text in whole if "-" in text}
    if "-" in person.id or person.id in names.words:
        runs.add(tuple(person.id.split("-")))
    single = [identifier_from(word, "") for word in (*names.words, *also)]
    runs |= {tuple(word.split("-")) for word in single if word}
    return {run for run in runs if not everyday("fillers").issuperset(run) or len(run) > 1}


def _without(tokens: Sequence[str], runs: Sequence[tuple[str, ...]], new: str) -> str:
    kept: list[str] = []
    place = 0
    while place < len(tokens):
        here = tokens[place:]
        run = next((r for r in runs if _begins(here, r)), ())
        # Identifiers have no apostrophes: "Amina's" is "aminas" there.
        owns = bool(run) and here[len(run) - 1] != run[-1]
        kept.append(f"{new}{'s' * owns}" if run else here[0])
        place += len(run) or 1
    return "-".join(kept)


def _begins(tokens: Sequence[str], run: tuple[str, ...]) -> bool:
    there = tuple(tokens[: len(run)])
    return there in (run, (*run[:-1], f"{run[-1]}s"))


def _short(identifier: str) -> str:
    room = LONGEST - 4  # for a number, should it repeat
    if len(identifier) <= room:
        return identifier
    return identifier[:room].rpartition("-")[0] or identifier[:room]
