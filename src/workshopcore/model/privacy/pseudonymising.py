"""Pseudonymising: somebody's name goes, everything that they did stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, TypeAlias

import attrs

from workshopcore.errors import IllegalMoveError, InvalidValueError
from workshopcore.model import accept
from workshopcore.model.evaluation import Quote
from workshopcore.model.identifiers import unrepeated
from workshopcore.model.people import Person
from workshopcore.model.privacy.beside import beside
from workshopcore.model.privacy.naming import Names, folded
from workshopcore.model.privacy.quotes import withdrawn
from workshopcore.model.privacy.rekeying import new_identifiers, pseudonym_of
from workshopcore.model.privacy.walking import Place, rewritten
from workshopcore.model.programme import Programme

__all__ = ["Fate", "Pseudonymisation", "Trace", "pseudonymised"]

_TELLING = 4
"""So many words are somebody's own wherever they stand again."""
_TELLS = ("position", "service", "site", "band")

Fate: TypeAlias = Literal[
    "removed", "replaced", "re-keyed", "referred", "withdrawn", "undecided", "kept"
]


@attrs.frozen
class Trace:
    """Something in a programme that names somebody, or may.

    Attributes:
        path: where it stands.
        fate: ``removed`` (a detail of theirs), ``replaced`` (a name in a text), ``re-keyed``
            (an identifier with the name in it), ``referred`` (a reference to them),
            ``withdrawn`` (their quote), ``undecided`` (perhaps a name: left, for somebody to
            look at) or ``kept`` (a fact about them that may tell who they are).
        words: what stands, or stood, there.
        why: for what is undecided or kept, why.
    """

    path: str
    fate: Fate
    words: str
    why: str = ""


@attrs.frozen
class Pseudonymisation:
    """A programme without somebody's name, and what became of every place that had it.

    Attributes:
        programme: the programme, without it.
        name: what they are called from now on.
        id: their identifier from now on.
        traces: every place, in the order of the programme.
        beside: what lies outside the programme and has to be dealt with by hand.
    """

    programme: Programme
    name: str
    id: str
    traces: tuple[Trace, ...]
    beside: tuple[str, ...]

    @property
    def changed(self) -> tuple[Trace, ...]:
        """What was changed."""
        return tuple(t for t in self.traces if t.fate not in ("undecided", "kept"))

    @property
    def undecided(self) -> tuple[Trace, ...]:
        """What was left because it may mean something else: somebody has to look at it."""
        return tuple(t for t in self.traces if t.fate == "undecided")

    @property
    def kept(self) -> tuple[Trace, ...]:
        """What was left although it may tell who it is."""
        return tuple(t for t in self.traces if t.fate == "kept")


def pseudonymised(
    programme: Programme, person: str, *, on: date | str, also: Iterable[str] = ()
) -> Pseudonymisation:
    """Return a programme in which somebody is called "Person" and a number, everywhere.

    Their name, e-mail address and access needs go. The name is replaced in every text, and the
    identifier everywhere it is referred to; identifiers that were made from texts with the name
    in them are made anew. Their quotes lose their words and are withdrawn. Nothing is taken out
    of the history: as many actions, updates and attendances as before. The person keeps the
    date on which this was done, and nothing says who it was.

    A name is looked for in whole words: the whole name, the address, and those parts of the
    name that nobody else has and that are no everyday words. Other parts and initials are left
    and listed. What people remember, and what a text tells without a name, no rule can find.

    Args:
        programme: the programme.
        person: their identifier.
        on: the day.
        also: further words that mean them, as they are written: a nickname, initials, or a
            part of the name that is listed as undecided.

    Raises:
        IllegalMoveError: it was done before, or a quote has later news.
        UnknownKeyError: there is nobody of this identifier.

    >>> import workshopcore as wc
    >>> year = wc.Programme(
    ...     title="A year",
    ...     people=[Person("Amina Yusuf"), Person("Tomasz Nowak")],
    ...     actions=[wc.Action("Ask Tomasz's team", owner="amina-yusuf")],
    ... )
    >>> found = pseudonymised(year, "tomasz-nowak", on="2029-01-31")
    >>> found.programme.actions[0].statement, found.programme.actions[0].id
    ("Ask Person 2's team", 'ask-person-2s-team')
    """
    day, words = _day(on), tuple(also)
    one = programme.person(person)
    if one.pseudonymised is not None:
        raise IllegalMoveError(f"'{one.id}' was pseudonymised on {one.pseudonymised} already")
    name, new = pseudonym_of(programme, one)
    names = Names(one, programme.people, words)
    keys = new_identifiers(programme, one, names, new, words)
    hidden = attrs.evolve(one, name=name, id=new, email="", access_needs="", pseudonymised=day)
    quotes = _withdrawn(programme, one, day)
    said = [text for quote in programme.quotes if id(quote) in quotes for text in _words_of(quote)]
    work = _Work(one, hidden, names, keys, said)
    result = rewritten(programme, work.visit, {**quotes, id(one): hidden})
    traces = [*_removed(programme, one), *_quoted(programme, quotes), *work.traces]
    order = _order(programme)
    told = sorted(dict.fromkeys(traces), key=lambda one: order.get(one.path, len(order)))
    outside = beside(programme, keys, quoted=bool(quotes))
    return Pseudonymisation(result, name, new, tuple(told), outside)


def _day(on: date | str) -> date:
    found = accept.day(on)
    if found is None:
        raise InvalidValueError(on, "a date such as 2029-01-31")
    return found


def _withdrawn(programme: Programme, person: Person, on: date) -> dict[int, Quote]:
    """Return what becomes of each quote of theirs, by the ``id()`` of the quote."""
    taken = {quote.id for quote in programme.quotes}
    found = {}
    for number, quote in enumerate(programme.quotes, 1):
        if quote.speaker == person.id:
            key = unrepeated(f"quote-{number}", taken - {quote.id})
            found[id(quote)] = withdrawn(quote, on, key)
            taken.add(found[id(quote)].id)
    return found


def _words_of(quote: Quote) -> Iterator[str]:
    for text in (quote.verbatim, quote.approved):
        if len(text.split()) >= _TELLING:
            yield folded(text.strip(" .!?"))


def _removed(programme: Programme, person: Person) -> Iterator[Trace]:
    path = f"people[{programme.people.index(person)}]"
    yield Trace(f"{path}.name", "replaced", person.name)
    yield Trace(f"{path}.id", "re-keyed", person.id)
    for field in ("email", "access_needs"):
        if getattr(person, field):
            yield Trace(f"{path}.{field}", "removed", getattr(person, field))


def _quoted(programme: Programme, quotes: Mapping[int, Quote]) -> Iterator[Trace]:
    for number, quote in enumerate(programme.quotes):
        if id(quote) in quotes:
            yield Trace(f"quotes[{number}].verbatim", "withdrawn", quote.verbatim)


def _order(programme: Programme) -> dict[str, int]:
    """Return the number of each place in the order of the programme."""
    found: dict[str, int] = {}

    def note(place: Place, value: str) -> str:
        found.setdefault(place.path, len(found))
        return value

    rewritten(programme, note)
    return found


class _Work:
    """Goes through a programme, takes a name out, and takes note of where it stood."""

    def __init__(
        self,
        old: Person,
        hidden: Person,
        names: Names,
        keys: Mapping[str, str],
        said: Sequence[str],
    ) -> None:
        self.old = old
        self.hidden = hidden
        self.names = names
        self.keys = keys
        self.said = said
        self.traces: list[Trace] = []

    def visit(self, place: Place, value: str) -> str:
        if isinstance(place.holder, Person) and place.field in ("name", "email", "id"):
            return value
        if place.kind == "reference":
            return self._reference(place, value)
        if place.kind == "identifier":
            new = self.keys.get(value, value)
            return value if new == value else self._done(place, "re-keyed", value, new)
        if place.kind == "file":
            if self.names.in_text(value):
                self._leave(place, value, "the file itself has to be renamed")
            return value
        return self._text(place, value)

    def _reference(self, place: Place, value: str) -> str:
        if place.to in ("person", "owner"):
            if value != self.old.id:
                return value
            return self._done(place, "referred", value, self.hidden.id)
        return "/".join(self.keys.get(part, part) for part in value.split("/"))

    def _text(self, place: Place, value: str) -> str:
        self._look_for_quotes(place, value)
        pieces, reached = [], 0
        for called in self.names.in_text(value):
            words = value[called.start : called.end]
            if called.sure:
                pieces += [value[reached : called.start], self._instead_of(words, value)]
                reached = called.end
                self._done(place, "replaced", words, "")
            else:
                self._leave(place, words, called.why)
        text = "".join([*pieces, value[reached:]])
        if place.holder is self.hidden and place.field in _TELLS:
            self.traces.append(Trace(place.path, "kept", text, "it may tell who it is"))
        return text

    def _instead_of(self, words: str, whole: str) -> str:
        is_id = words == self.old.id and (whole == words or "-" in words)
        return self.hidden.id if is_id else self.hidden.name

    def _look_for_quotes(self, place: Place, value: str) -> None:
        if self.said and not isinstance(place.holder, Quote):
            plain = folded(value)
            for words in self.said:
                if words in plain:
                    self._leave(place, value, "it says the words of a quote of theirs")

    def _done(self, place: Place, fate: Fate, words: str, new: str) -> str:
        self.traces.append(Trace(place.path, fate, words))
        return new

    def _leave(self, place: Place, words: str, why: str) -> None:
        self.traces.append(Trace(place.path, "undecided", words, why))
