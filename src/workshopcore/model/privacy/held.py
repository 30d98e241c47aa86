"""Everything that a programme holds about one person, with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Literal

import attrs

from workshopcore.language import gettext
from workshopcore.model.money import Money
from workshopcore.model.people import Person
from workshopcore.model.privacy.naming import Names
from workshopcore.model.privacy.vocabulary import Vocabulary, vocabulary
from workshopcore.model.privacy.walking import Place, rewritten
from workshopcore.model.programme import Programme
from workshopcore.model.shape import shape

__all__ = ["Held", "held_about"]

_SIMPLE = (str, bool, int, date, datetime, time, Decimal, Money)

_IN_PASSING = {
    ("Attendance", "substitute"),
    ("ExpertEngagement", "approved_by"),
    ("ExpertEngagement", "host"),
    ("Organisation", "sponsor"),
    ("Person", "successor"),
    ("Session", "lead"),
    ("Wave", "eligible"),
    ("Workshop", "facilitators"),
    ("Workshop", "invited"),
}
"""References from what is about somebody or something else: only its title is told."""
_TITLES = ("title", "topic", "name")


@attrs.frozen
class Held:
    """Something that a programme holds about somebody.

    Attributes:
        path: where it stands.
        what: what it is, in words of the language that is spoken.
        value: what it says; of other people it says nothing.
        kind: one of their own details, an entry that refers to them, or a text.
    """

    path: str
    what: str
    value: str
    kind: Literal["detail", "entry", "text"]


def held_about(programme: Programme, person: str, *, also: Iterable[str] = ()) -> tuple[Held, ...]:
    """Return everything that a programme holds about somebody, in its order.

    Their own details; every entry that refers to them (an action they own, an attendance, a
    quote, a question they asked), with what it says, or only with its title if it is about
    somebody or something else (a workshop they are invited to); and texts that name them, or
    that may: parts of a name that somebody else has too, everyday words, initials. Texts are
    given whole, and may name other people: look at them before they are handed over. Survey
    answers are kept apart from names, so none can be found here.

    Args:
        programme: the programme.
        person: their identifier.
        also: further words that mean them, as they are written.

    Raises:
        UnknownKeyError: there is nobody of this identifier.

    >>> import workshopcore as wc
    >>> year = wc.Programme(
    ...     title="A year",
    ...     people=[wc.Person("Amina Yusuf", email="amina@example.org")],
    ...     actions=[wc.Action("Print the form", owner="amina-yusuf", due="2027-03-02")],
    ... )
    >>> for held in held_about(year, "amina-yusuf"):
    ...     print(held.path, "|", held.what, "|", held.value)
    people[0].name | name | Amina Yusuf
    people[0].role | role | participant
    people[0].id | id | amina-yusuf
    people[0].email | email | amina@example.org
    actions[0] | action, as owner | statement: Print the form; due: 2027-03-02
    """
    one = programme.person(person)
    words = vocabulary()
    search = _Search(one, Names(one, programme.people, also), words)
    rewritten(programme, search.visit)
    return (*_details(programme, one, words), *search.found())


def _details(programme: Programme, person: Person, words: Vocabulary) -> Iterator[Held]:
    """Yield what is known of the person as such."""
    path = f"people[{programme.people.index(person)}]"
    for name, value in _said(person, words, keep_id=True):
        yield Held(f"{path}.{name}", words.label("Person", name), value, "detail")


class _Search:
    """Goes through a programme and takes note of what is about somebody."""

    def __init__(self, person: Person, names: Names, words: Vocabulary) -> None:
        self.person = person
        self.names = names
        self.words = words
        self.entries: dict[str, tuple[Any, list[str]]] = {}
        self.texts: list[tuple[Place, str, bool]] = []

    def visit(self, place: Place, value: str) -> str:
        if place.kind == "reference":
            if place.to in ("person", "owner") and value == self.person.id:
                fields = self.entries.setdefault(place.holder_path, (place.holder, []))[1]
                fields.append(place.field)
        elif place.kind != "identifier" and place.holder is not self.person:
            called = self.names.in_text(value)
            if called:
                self.texts.append((place, value, any(one.sure for one in called)))
        return value

    def found(self) -> list[Held]:
        """Return what was found: entries that refer to them first, then texts that name them."""
        entries = [
            Held(path, self._entry(holder, fields), self._told(holder, fields), "entry")
            for path, (holder, fields) in self.entries.items()
        ]
        texts = [
            Held(place.path, self._text(place.holder, sure), value, "text")
            for place, value, sure in self.texts
            if place.holder_path not in self.entries
        ]
        return [*entries, *texts]

    def _entry(self, holder: Any, fields: Iterable[str]) -> str:
        parts = dict.fromkeys(self.words.part(field) for field in fields)
        link = gettext("and")
        told = f" {link} ".join(parts)
        return gettext("{entry}, as {part}", entry=self._noun(holder), part=told)

    def _text(self, holder: Any, sure: bool) -> str:
        if sure:
            return gettext("{entry} that names them", entry=self._noun(holder))
        return gettext("{entry} that may name them", entry=self._noun(holder))

    def _noun(self, entity: Any) -> str:
        return self.words.entry(entity.__class__.__name__)

    def _told(self, entity: Any, fields: Iterable[str]) -> str:
        return _told(entity, fields, self.words)


def _told(entity: Any, fields: Iterable[str], words: Vocabulary) -> str:
    kind = entity.__class__.__name__
    if all((kind, field) in _IN_PASSING for field in fields):
        titles = (getattr(entity, name, "") for name in _TITLES)
        return "" if isinstance(entity, Person) else next(filter(None, titles), "")
    said = _said(entity, words)
    return "; ".join(f"{words.label(kind, name)}: {value}" for name, value in said)


def _said(entity: Any, words: Vocabulary, *, keep_id: bool = False) -> Iterator[tuple[str, str]]:
    """Yield what an entity says itself, without references and what else it holds."""
    for field in shape(entity.__class__):
        value = getattr(entity, field.name)
        if field.to or (field.name == "id" and not keep_id) or value is False:
            continue
        if isinstance(value, _SIMPLE) and value != "":
            yield field.name, _value(entity, field.name, value, words)
        elif (
            isinstance(value, tuple) and value and all(isinstance(each, _SIMPLE) for each in value)
        ):
            yield field.name, ", ".join(map(str, value))


def _value(entity: Any, name: str, value: Any, words: Vocabulary) -> str:
    if value is True:
        return gettext("yes")
    return words.value(entity.__class__.__name__, name, str(value))
