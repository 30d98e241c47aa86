"""The words by which a document is found: of its titles and headings, and of what it names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from workshopcore.contracts.report import Block, Callout, Figure, Run, Section, Table
from workshopcore.renderers.tree import says, walk
from workshopcore.toolkit.digest import names_in

if TYPE_CHECKING:
    from workshopcore.contracts.report import Report

__all__ = ["folded", "headwords"]

_WORD = re.compile(r"[^\W_]+")
# Nobody types more of a word than this, and a word of ten thousand letters is no headword.
_LONGEST = 40
_SHORTEST = 2
_FIRST_MARK = "\N{COMBINING GRAVE ACCENT}"
# What the attributes of a block say to machines.
_NO_TEXT = {"align", "audience", "data", "id", "kind"}


def folded(text: str) -> str:
    """Return text as it is compared: without accents, in small letters, ``ß`` as ``ss``.

    >>> folded("Caoimhe Ní Dhomhnaill"), folded("Maßnahmen")
    ('caoimhe ni dhomhnaill', 'massnahmen')
    """
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text)
    plain = "".join([part for part in parts if part < _FIRST_MARK or not _is_mark(part)])
    return plain.lower().replace("ß", "ss")


@cache
def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def headwords(report: Report, names: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a document's titles, headings and captions, and of what it names, sorted.

    What people said stays in the document: of its text, only names that are known count.

    Args:
        report: the document.
        names: what it may name: people, sessions, actions.
    """
    texts = [report.title, report.subtitle]
    texts += [text for _, block in walk(report.blocks) for text in _headings(block)]
    written = _spaced("\n".join(_texts(report.blocks)))
    texts += [name for name in names if _spaced_name(name) in written]
    found = {word[:_LONGEST] for text in texts for word in _WORD.findall(folded(text))}
    return tuple(sorted(word for word in found if len(word) >= _SHORTEST))


@lru_cache(1024)
def _spaced_name(name: str) -> str:
    """Return a name as every document of a publication is searched for it."""
    return _spaced(name)


def _spaced(text: str) -> str:
    return f" {' '.join(_WORD.findall(folded(text)))} "


def _headings(block: Block) -> Iterator[str]:
    if isinstance(block, (Section, Callout)):
        yield block.title
    elif isinstance(block, (Figure, Table)):
        yield block.caption


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple) and value and isinstance(value[0], Run):
        yield says(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    else:
        for name in names_in(value.__class__) or ():
            if name not in _NO_TEXT:
                yield from _texts(getattr(value, name))
