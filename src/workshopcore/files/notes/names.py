"""Who or what is meant by a word: an identifier, a name, or enough of a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import chain

from workshopcore.errors import InvalidValueError, nearest
from workshopcore.language.letters import without_marks

__all__ = ["chosen"]

_MANY = 12


def chosen(what: str, word: str, known: Mapping[str, str]) -> str:
    """Return the identifier of what somebody means.

    An identifier comes first, then a whole name, then the beginning of one, then words of one;
    accents and capitals do not matter.

    Args:
        what: the kind of thing, with its article.
        word: what they wrote.
        known: names by identifier.

    Raises:
        InvalidValueError: nothing is called that, or several things are.

    >>> chosen("a person", "siobhan", {"s-mulcrone": "Siobhán Mulcrone", "mei": "Mei Chen"})
    's-mulcrone'
    """
    wanted = _folded(word)
    if word.strip() in known:
        return word.strip()
    names = {id: _folded(name) for id, name in known.items()}
    for fits in _WAYS if wanted else ():
        found = [id for id, name in names.items() if fits(name, wanted)]
        if len(found) == 1:
            return found[0]
        if found:
            several = " or ".join(f"'{id}'" for id in found[:_MANY])
            raise _lost(word, what, f"Several are called that: write {several}")
    raise _lost(word, what, _cure(wanted, known, names))


def _lost(word: str, what: str, hint: str) -> InvalidValueError:
    return InvalidValueError(word, f"the name of {what}", hint, code="WC006")


def _cure(wanted: str, known: Mapping[str, str], names: Mapping[str, str]) -> str:
    """Suggest the nearest name or identifier, or list what there is."""
    words = ((word, id) for id, name in names.items() for word in name.split())
    told = dict(
        chain(words, zip(known, known, strict=True), zip(names.values(), known, strict=True))
    )
    guess = nearest(wanted, told)
    if guess:
        return f"Did you mean '{known[told[guess]]}'?"
    some = ", ".join(f"'{name}'" for name in list(known.values())[:_MANY])
    more = f" and {len(known) - _MANY} more" if len(known) > _MANY else ""
    return f"There are: {some}{more}" if known else "There are none yet"


def _folded(name: str) -> str:
    """Return the words of a name without accents and capitals."""
    return " ".join(re.findall(r"\w+", without_marks(name.casefold())))


def _same(name: str, wanted: str) -> bool:
    return name == wanted


def _begins(name: str, wanted: str) -> bool:
    return name.startswith(f"{wanted} ")


def _holds(name: str, wanted: str) -> bool:
    return set(wanted.split()) <= set(name.split())


_WAYS: tuple[Callable[[str, str], bool], ...] = (_same, _begins, _holds)
