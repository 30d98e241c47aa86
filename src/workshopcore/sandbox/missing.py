"""What is not there, or not for templates: named, with the nearest thing that is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from types import NoneType

from jinja2 import StrictUndefined
from jinja2.utils import missing

from workshopcore.errors import nearest, shown
from workshopcore.sandbox.reading import readable_names

__all__ = ["Missing", "called"]

_WORDS: dict[type, str] = {
    str: "text",
    bool: "a yes or no",
    int: "a number",
    float: "a number",
    Decimal: "a number",
    datetime: "a moment",
    date: "a day",
    list: "a list",
    tuple: "a list",
    Mapping: "a table",
    NoneType: "nothing",
}


class Missing(StrictUndefined):
    """Something that a template asks for and that is not there; using it is an error."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name = self._undefined_name
        if self._undefined_obj is missing:
            return f"there is no '{name}' here"
        if not isinstance(name, str):
            return f"there is no item {shown(name)} in {called(self._undefined_obj)}"
        guess = nearest(name, readable_names(self._undefined_obj))
        cure = f": did you mean '{guess}'?" if guess else ""
        return f"{called(self._undefined_obj)} has no '{name}'{cure}"


def called(thing: object) -> str:
    """Return what kind of thing something is, in a word that the author of a template would use.

    >>> called("Ines"), called(7), called(None)
    ('text', 'a number', 'nothing')
    """
    for kind, word in _WORDS.items():
        if isinstance(thing, kind):
            return word
    name = type(thing).__name__
    return f"{'an' if name[0].lower() in 'aeiou' else 'a'} {name}"
