"""What somebody is called, and where a text calls them so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from workshopcore.model.people import Person

__all__ = ["Called", "Names", "everyday", "folded"]

_MARKS = "[\u0300-\u036f]*"
_BETWEEN = r"[\s._-]+"
_SHORTEST = 3
_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"


class Called(NamedTuple):
    """Words of a text that mean somebody: for sure, or perhaps, and then why that is not sure."""

    start: int
    end: int
    why: str = ""

    @property
    def sure(self) -> bool:
        """Whether nobody has to look at it."""
        return not self.why


class _Term(NamedTuple):
    """Words to look for; a text without the ``needle`` in it, marks left out, has none of them."""

    pattern: re.Pattern[str]
    why: str = ""
    exact: str = ""
    capital: bool = False
    other: bool = False
    needle: str = ""


@cache
def everyday(kind: str) -> frozenset[str]:
    """Return words that are names as well (``also_names``), or stand in names and are none.

    The latter are ``fillers``, and ``titles`` such as "Dr".
    """
    import tomllib
    from importlib.resources import files

    file = files("workshopcore.model.privacy").joinpath("everyday.toml")
    text: str = tomllib.loads(file.read_text(encoding="utf-8"))[kind]
    return frozenset(text.split())


def folded(text: str) -> str:
    """Return text in small letters without accents, every character in its own place.

    >>> folded("Siobhán’s École")
    'siobhan’s ecole'
    """
    return "".join(map(_plain, text))


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    base = unicodedata.normalize("NFKD", character)[:1].lower()
    return base if len(base) == 1 else character


class Names:
    """Everything that a person may be called in a text.

    Sure are the whole name, the address, and parts of the name that nobody else has and that
    are no everyday words. Parts that somebody else has too, everyday words with a capital, and
    initials are not: somebody has to look.

    Args:
        person: whose names.
        people: everybody on the programme.
        also: further words that mean them, as they are written.

    Attributes:
        words: the parts of the name that are sure, in small letters without accents.
    """

    def __init__(self, person: Person, people: Sequence[Person], also: Iterable[str] = ()) -> None:
        others = [one for one in people if one is not person and one.id != person.id]
        parts = dict.fromkeys(_parts(person.name))
        empty = everyday("fillers") | everyday("titles")
        self._parts = [part for part in parts if part not in empty]
        self._taken = {part for one in others for part in _others_words(one, folded(person.name))}
        self.words = frozenset(part for part in self._parts if not self._doubt(part))
        self._terms = [
            *self._whole(person, others),
            *(self._part(part) for part in self._parts),
            *self._initials(person, others),
            *(_term(word, exact=word) for word in also if word.strip()),
        ]
        self._others = others

    @cached_property
    def _of_others(self) -> list[_Term]:
        return list(_of_others(self._others))

    def _doubt(self, part: str) -> str:
        """Return why a part of the name might mean something else, ``""`` if it does not."""
        if part in self._taken:
            return "somebody or something else is called so too"
        if part in everyday("also_names"):
            return "it is an everyday word too"
        if len(part) < _SHORTEST and part.isascii():
            return "it is very short"
        return ""

    def _part(self, part: str) -> _Term:
        why = self._doubt(part)
        return _term(part, why=why, capital=bool(why))

    def _whole(self, person: Person, others: Sequence[Person]) -> Iterator[_Term]:
        words = folded(person.name).split()
        same = any(folded(one.name).split() == words for one in others)
        why = "somebody else is called so too" if same else ""
        if len(words) > 1:
            yield _term(*words, why=why)
        words = [word for word in words if word.strip(".") not in everyday("titles")]
        if len(words) > 1:
            first, last = _unmarked(words[0]), _unmarked(words[-1])
            after = _pattern(rf"{_letters(words[-1])},\s*{_spaced(words[:-1])}")
            yield _Term(after, why, needle=last)
            if words[-1] in self.words:
                # "A. Yusuf" must not become "A. Person 3".
                before = _pattern(rf"{_letters(words[0][0])}\.?\s*{_letters(words[-1])}")
                yield _Term(before, why, needle=last)
            if words[0] in self.words:
                # The full stop belongs to the initial, not to the sentence.
                initial = _letters(words[-1][0])
                short = _pattern(rf"{_letters(words[0])}\s+{initial}\.?")
                yield _Term(short, why, capital=True, needle=first)
        if person.email:
            yield _term(person.email)
        tokens = person.id.split("-")
        if len(tokens) > 1:
            yield _term(*tokens, why=why)
        elif tokens[0] not in self._parts:
            doubt = "" if _is_code(tokens[0]) else "it is their identifier, and may be a word too"
            yield _term(tokens[0], why=doubt or why, exact=tokens[0])

    def _initials(self, person: Person, others: Sequence[Person]) -> Iterator[_Term]:
        letters = _initials(person.name)
        if len(letters) < 2:
            return
        shared = any(_initials(one.name) == letters for one in others)
        why = "somebody else has these initials too" if shared else ""
        yield _Term(_pattern(r"\s?".join(rf"{re.escape(letter)}\." for letter in letters)), why)
        yield _term(letters, why=why or "initials may stand for something else", capital=True)

    def in_text(self, text: str) -> list[Called]:
        """Return where a text calls them by name, in its order; no two overlap."""
        plain = folded(text)
        found = list(_matches(self._terms, text, plain))
        if not found:
            # By far the most frequent case; others matter only where they overlap.
            return []
        found += _matches(self._of_others, text, plain)
        kept: list[Called] = []
        reached = 0
        for start, end, term in sorted(found, key=_longest_first):
            if start >= reached:
                reached = end
                if not term.other:
                    kept.append(Called(start, reached, term.why))
        return _joined(kept, text)


def _matches(terms: Iterable[_Term], text: str, plain: str) -> Iterator[tuple[int, int, _Term]]:
    """Yield where a text, whose folded form is ``plain``, has one of the terms."""
    unmarked = _unmarked(plain)
    for term in terms:
        if term.needle not in unmarked:
            continue
        for match in term.pattern.finditer(plain):
            start, end = match.span()
            written = text[start:end]
            if term.exact and written != term.exact:
                continue
            if term.capital and not _capitals(written, term):
                continue
            yield start, end, term


def _longest_first(found: tuple[int, int, _Term]) -> tuple[int, int, bool, bool]:
    """Order what was found; of the same words, what may mean this person comes first."""
    start, end, term = found
    return start, -end, term.other, bool(term.why)


def _joined(found: Iterable[Called], text: str) -> list[Called]:
    """Return names with those that follow each other as one: "Yusuf Amina" is one person."""
    kept: list[Called] = []
    for called in found:
        last = kept[-1] if kept else None
        if last and last.sure and called.sure and not text[last.end : called.start].strip(" -\n"):
            kept[-1] = Called(last.start, called.end)
        else:
            kept.append(called)
    return kept


def _capitals(written: str, term: _Term) -> bool:
    """Return whether words are written as a name is: initials altogether in capitals."""
    if term.why.startswith(("initials", "somebody else has these")):
        return written.isupper()
    return written[:1].isupper() or not written[:1].islower()


def _parts(name: str) -> Iterator[str]:
    """Yield the words of a name, and the parts of those with a hyphen."""
    for word in folded(name).split():
        plain = word.strip(".,()" + _APOSTROPHES)
        if plain:
            yield plain
        pieces = re.findall(r"[^\W_]+", plain)
        if len(pieces) > 1:
            yield from (piece for piece in pieces if len(piece) >= _SHORTEST)


def _others_words(person: Person, name: str) -> Iterator[str]:
    """Yield the words of somebody else's name and places, a name within them left out."""
    yield from _parts(person.name)
    for text in (person.service, person.site):
        yield from _parts(folded(text).replace(name, ""))


def _is_code(token: str) -> bool:
    return len(token) >= _SHORTEST and any(c.isdigit() for c in token) and not token.isdigit()


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", folded(name)))


def _of_others(others: Iterable[Person]) -> Iterator[_Term]:
    """Yield what means somebody else, so that a part of it is not taken for this person."""
    for one in others:
        yield _term(*folded(one.name).split())._replace(other=True)
        if one.email:
            yield _term(one.email)._replace(other=True)


def _term(*words: str, why: str = "", exact: str = "", capital: bool = False) -> _Term:
    plain = [folded(word) for word in words]
    needle = max(map(_unmarked, plain), key=len)
    return _Term(_pattern(_spaced(plain)), why, exact, capital, needle=needle)


def _spaced(words: Sequence[str]) -> str:
    return _BETWEEN.join(map(_letters, words))


def _unmarked(text: str) -> str:
    return text if text.isascii() else "".join([c for c in text if not unicodedata.combining(c)])


def _letters(word: str) -> str:
    """Return a pattern of a word, whose letters may be followed by their accents."""
    # Accents of the word's own are among those that may follow: each with a repetition of its
    # own would take for ever on a name that is full of them.
    return "".join(re.escape(letter) + _MARKS for letter in _unmarked(word)) or re.escape(word)


def _pattern(words: str) -> re.Pattern[str]:
    """Return a pattern of whole words; scripts without spaces between words have none."""
    return re.compile(rf"(?:(?<![^\W_])|(?<=[{_RUNNING}])){words}(?:(?![^\W_])|(?=[{_RUNNING}]))")


# Kana, Chinese characters and Hangul: words follow each other without a space.
_RUNNING = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
