"""Which column of a file holds which answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from attrs import frozen

from workshopcore.errors import Problem, nearest, shown
from workshopcore.evaluation.answers.items import Item
from workshopcore.evaluation.answers.mapping import AnswerMapping
from workshopcore.evaluation.answers.words import plain

__all__ = ["Column", "Layout", "layout_of"]

_BRACKETED = re.compile(r"^(?P<text>.+?)\s*(?:\[(?P<inner>[^\]]+)\]|/\s*(?P<after>[^/]+))$", re.S)
_NUMBERED = re.compile(r"^\s*(?:[a-zA-Z]{0,3}\d+[\d._]*\s*[.:)\-–—]\s*)(?P<text>.+)$", re.S)


@frozen
class Column:
    """A column that holds answers.

    Attributes:
        place: which column it is, from 0.
        heading: what stands above it.
        item: what it answers.
        option: the option that it is about, where each has a column of its own.
        rank: the place in a ranking that it is about, where each has a column of its own.
    """

    place: int
    heading: str
    item: Item
    option: str = ""
    rank: int = 0


_Found: TypeAlias = tuple[Item, str, int]
"""An item, the option of it, and the place in a ranking."""


@frozen
class Layout:
    """What is in which column.

    Attributes:
        width: how many columns there are.
        columns: those that hold answers.
        token, submitted, status: the columns of those, -1 where there are none.
    """

    width: int
    columns: tuple[Column, ...]
    token: int = -1
    submitted: int = -1
    status: int = -1


def layout_of(
    headings: Sequence[str], items: Iterable[Item], mapping: AnswerMapping
) -> tuple[Layout, list[Problem]]:
    """Return what is in which column, and what could not be placed.

    A heading that the mapping does not name is known by the identifier or the text of an item,
    with a number before it (``Q3. ``) or without; rows of a matrix and options may follow in
    brackets, as survey tools write them.
    """
    finder = _Finder(tuple(items))
    named = {plain(heading): target for heading, target in mapping.columns.items()}
    special = {
        name: _place(headings, getattr(mapping, name)) for name in ("token", "submitted", "status")
    }
    columns: list[Column] = []
    problems = [*_absent(headings, mapping)]
    for place, heading in enumerate(headings):
        if place in special.values() or not heading.strip():
            continue
        target = named.get(plain(heading))
        if target == "":
            continue
        found = finder.named(target) if target is not None else finder.headed(heading)
        if found is None:
            problems.append(_unplaced(heading, target, finder))
        else:
            columns.append(Column(place, heading, *found))
    columns, repeated = _once(columns)
    problems += [*repeated, *_unasked(columns, finder.items)]
    return Layout(len(headings), tuple(columns), **special), problems


class _Finder:
    """Finds the item, and the option of it, that a heading or a mapping names."""

    def __init__(self, items: tuple[Item, ...]) -> None:
        self.items = items
        self.by_key = {item.key: item for item in items}
        self._by_words: dict[str, Item] = {}
        for item in items:
            for words in _names(item):
                self._by_words.setdefault(plain(words), item)
        self._options = [item for item in items if item.question.options]

    def named(self, target: str) -> _Found | None:
        key, _, option = target.partition("=")
        item = self.by_key.get(key.strip())
        if item is None:
            return None
        return _part(item, option) if option else (item, "", 0)

    def headed(self, heading: str) -> _Found | None:
        for text in _readings(heading):
            item = self._by_words.get(plain(text))
            if item is not None:
                return item, "", 0
        for text in _readings(heading):
            found = self._with_option(text)
            if found is not None:
                return found
        return None

    def _with_option(self, heading: str) -> _Found | None:
        match = _BRACKETED.match(heading.strip())
        if match is None:
            return None
        inner = match["inner"] or match["after"]
        for text in _readings(match["text"]):
            for item in self._options:
                if plain(text) in (plain(item.key), plain(item.question.text)):
                    found = _part(item, inner)
                    if found:
                        return found
        return None


def _names(item: Item) -> Iterator[str]:
    """Yield what the column of an item may be headed with."""
    yield item.key
    yield item.text
    if item.row:
        yield item.row
        yield f"{item.question.id} {item.row}"
    elif item.moment:
        yield f"{item.question.id} {item.moment}"


def _readings(heading: str) -> Iterator[str]:
    """Yield a heading as it stands, and without the number that some tools put before it."""
    yield heading
    numbered = _NUMBERED.match(heading)
    if numbered:
        yield numbered["text"]


def _part(item: Item, words: str) -> _Found | None:
    """Return the option, or the place in a ranking, that a column of its own is about."""
    known = {plain(option): option for option in item.question.options}
    option = known.get(plain(words), "")
    if option:
        return item, option, 0
    rank = words.strip()
    if item.question.type == "ranking" and rank.isdecimal() and 1 <= int(rank) <= len(known):
        return item, "", int(rank)
    if plain(words) == "other" and item.question.other:
        return item, item.question.other, 0
    return None


def _place(headings: Sequence[str], wanted: str) -> int:
    if not wanted:
        return -1
    return next((at for at, each in enumerate(headings) if plain(each) == plain(wanted)), -1)


def _absent(headings: Sequence[str], mapping: AnswerMapping) -> Iterator[Problem]:
    """Report headings that the mapping names and the file does not have."""
    known = {plain(heading) for heading in headings}
    special = {name: getattr(mapping, name) for name in ("token", "submitted", "status")}
    wanted = [(f"mapping.columns.{heading}", heading) for heading in mapping.columns]
    wanted += [(f"mapping.{name}", heading) for name, heading in special.items() if heading]
    for path, heading in wanted:
        if plain(heading) not in known:
            guess = nearest(heading, headings)
            hint = f"Did you mean '{guess}'?" if guess else "Take it out of the mapping"
            yield Problem("WC003", path, shown(heading), "a heading of the file", hint)


def _unplaced(heading: str, target: str | None, finder: _Finder) -> Problem:
    path = f"column {heading}"
    if target is not None:
        guess = nearest(target, finder.by_key)
        hint = f"Did you mean '{guess}'?" if guess else ""
        return Problem("WC003", path, shown(target), "an item of the instrument", hint)
    hint = 'Name its question in the mapping, or map it to "" to pass it over'
    return Problem("WC002", path, shown(heading), "a question of the instrument", hint)


def _once(columns: Iterable[Column]) -> tuple[list[Column], list[Problem]]:
    """Return the columns with each answer in one place: the first that has it."""
    kept: dict[tuple[str, str, int], Column] = {}
    problems = []
    for column in columns:
        first = kept.setdefault((column.item.key, column.option, column.rank), column)
        if first is not column:
            hint = f"It is read from the column '{first.heading}'; map the other to \"\""
            problems.append(
                Problem(
                    "WC007",
                    f"column {column.heading}",
                    f"'{column.item.key}' a second time",
                    "each question in one column",
                    hint,
                )
            )
    return list(kept.values()), problems


def _unasked(columns: Iterable[Column], items: Iterable[Item]) -> Iterator[Problem]:
    found = {column.item.key for column in columns}
    for item in items:
        if item.key not in found:
            hint = "If it was asked, name its heading in the mapping"
            yield Problem(
                "WC002", f"item {item.key}", "no column", f"a column for '{item.key}'", hint
            )
