"""One cell turned into an answer, or refused with what was expected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from attrs import frozen

from workshopcore.errors import InvalidValueError, nearest
from workshopcore.evaluation.answers.items import Item
from workshopcore.evaluation.answers.mapping import AnswerMapping
from workshopcore.evaluation.answers.words import plain

__all__ = [
    "Answer",
    "Coder",
    "Other",
    "as_options",
    "choice_coder",
    "coder_of",
    "mark_coder",
    "own_words",
]

_YES = frozenset(
    {
        *("yes", "y", "true", "1", "x", "checked", "selected", "✓", "✔"),
        *("ja", "oui", "si", "sim", "tak"),
    }
)
_NO = frozenset(
    {
        *("no", "n", "false", "0", "unchecked", "not selected"),
        *("nein", "nee", "nej", "nei", "non", "nao", "nie"),
    }
)
_LEADING_NUMBER = re.compile(r"^\s*(\d{1,3})(?:[.,]0+)?\s*(?:$|[-–—:.)=(](?!\d))")
_LIKELIHOOD = 10


@frozen
class Other:
    """An answer in the respondent's own words, to a question that has an option for it."""

    option: str
    text: str


Answer: TypeAlias = int | bool | str | Other | tuple[str | Other, ...]
"""A point of a scale, 1 for the lowest; 0 to 10; yes or no; an option; several, chosen or in
order; or text."""


def as_options(answer: Answer | None) -> Answer | None:
    """Return an answer with respondents' own words as the option that they stand for."""
    if isinstance(answer, Other):
        return answer.option
    if isinstance(answer, tuple):
        return tuple(each.option if isinstance(each, Other) else each for each in answer)
    return answer


def own_words(answer: Answer | None) -> str:
    """Return what a respondent wrote in place of an option, ``""`` for nothing."""
    every = answer if isinstance(answer, tuple) else (answer,)
    return "; ".join(each.text for each in every if isinstance(each, Other) and each.text)


Coder: TypeAlias = Callable[[str], "Answer | None"]
"""Turns a cell into an answer, ``None`` for no answer; refuses with an InvalidValueError."""


def coder_of(item: Item, mapping: AnswerMapping) -> Coder:
    """Return what turns the cells of an item's column into answers."""
    words = {
        plain(word): answer
        for name in (item.question.id, item.key)
        for word, answer in mapping.words.get(name, {}).items()
    }
    if item.question.not_applicable:
        words.setdefault(plain(item.question.not_applicable), "")
    blanks = {"", *mapping.blanks}
    read = _reader(item, mapping)

    def code(cell: str) -> Answer | None:
        word = plain(cell)
        if word in words:
            meant = words[word]
            return read(meant) if meant.strip() else None
        if cell.strip() in blanks:
            return None
        return read(cell)

    return code


def _reader(item: Item, mapping: AnswerMapping) -> Coder:
    kind = item.question.type
    if item.is_scaled:
        return _points(item.question.labels)
    if kind == "likelihood":
        return _likelihood
    if kind == "yes-no":
        return _yes_or_no
    if kind == "single-choice":
        return _one_of(item.question.options, item.question.other)
    if kind in ("several-choice", "ranking"):
        other = item.question.other if kind == "several-choice" else ""
        return _several(item.question.options, other, mapping.divider)
    return str.strip


def _points(labels: Iterable[str]) -> Coder:
    """Read points of a scale: the label, its number, or the two together."""
    known = {plain(label): point for point, label in enumerate(labels, start=1)}
    count = len(known)

    def read(cell: str) -> int:
        word = plain(cell)
        if word in known:
            return known[word]
        number = _LEADING_NUMBER.match(cell)
        if number and 1 <= int(number[1]) <= count:
            rest = plain(cell[number.end() :])
            if not rest or known.get(rest) in (None, int(number[1])):
                return int(number[1])
        raise _refused(cell, f"a point of the scale: {', '.join(known)}, or 1 to {count}", known)

    return read


def _likelihood(cell: str) -> int:
    number = _LEADING_NUMBER.match(cell)
    if number and int(number[1]) <= _LIKELIHOOD:
        return int(number[1])
    raise InvalidValueError(cell, "a whole number from 0 to 10")


def _yes_or_no(cell: str) -> bool:
    word = plain(cell)
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise InvalidValueError(cell, "yes or no")


def _one_of(options: Iterable[str], other: str) -> Coder:
    known = {plain(option): option for option in options}

    def read(cell: str) -> str | Other:
        word = plain(cell)
        if word in known:
            return known[word]
        if other:
            return Other(other, _without(other, cell))
        raise _refused(cell, f"one of {', '.join(known.values())}", known)

    return read


def _without(option: str, cell: str) -> str:
    """Return the respondent's own words, without the option's name before them."""
    head, colon, rest = cell.partition(":")
    named = plain(head) in (plain(option), "other")
    return rest.strip() if colon and named else cell.strip()


def _several(options: Iterable[str], other: str, divider: str) -> Coder:
    known = {plain(option): option for option in options}

    def read(cell: str) -> tuple[str | Other, ...]:
        chosen: dict[str, str | Other] = {}
        unknown: list[str] = []
        for piece in _pieces(cell, divider, known):
            option = known.get(plain(piece))
            if option is None:
                unknown.append(_without(other, piece))
            else:
                chosen[option] = option
        if unknown and not other:
            raise _refused(unknown[0], f"some of {', '.join(known.values())}", known)
        if unknown:
            chosen[other] = Other(other, "; ".join(unknown))
        return tuple(chosen.values())

    return read


def _pieces(cell: str, divider: str, known: Mapping[str, str]) -> list[str]:
    """Return the answers in a cell; an option that holds the divider itself stays whole."""
    parts = cell.split(divider)
    found = []
    start = 0
    while start < len(parts):
        end = next(
            (
                end
                for end in range(len(parts), start, -1)
                if plain(divider.join(parts[start:end])) in known
            ),
            start + 1,
        )
        piece = divider.join(parts[start:end])
        if piece.strip():
            found.append(piece)
        start = end
    return found


def choice_coder(item: Item, mapping: AnswerMapping) -> Coder:
    """Return what turns the cells of one place in a ranking into the option put there."""
    words = {plain(word): answer for word, answer in mapping.words.get(item.key, {}).items()}
    blanks = {"", *mapping.blanks}
    read = _one_of(item.question.options, "")

    def code(cell: str) -> Answer | None:
        return None if cell.strip() in blanks else read(words.get(plain(cell), cell))

    return code


def mark_coder(item: Item, option: str, mapping: AnswerMapping) -> Coder:
    """Return what turns the cells of one option's own column into answers.

    A mark, or the option's own words, means that it was chosen; in a ranking the cell holds the
    place that it was given. Under "Other" anything else is the respondent's own words.
    """
    blanks = {"", *mapping.blanks}
    ranked = item.question.type == "ranking"
    count = len(item.question.options)
    is_other = option == item.question.other

    def read(cell: str) -> int | bool | Other | None:
        text = cell.strip()
        if text in blanks:
            return None
        word = plain(text)
        if ranked:
            if word.isdecimal() and 1 <= int(word) <= count:
                return int(word)
            raise InvalidValueError(cell, f"a place from 1 to {count}")
        if word in _YES or word == plain(option):
            return True
        if word in _NO:
            return False
        if is_other:
            return Other(option, text)
        raise InvalidValueError(cell, "a mark, such as yes or 1, or nothing")

    return read


def _refused(cell: str, expected: str, known: Mapping[str, object]) -> InvalidValueError:
    guess = nearest(plain(cell), known)
    hint = f"Did you mean '{guess}'?" if guess else "Give it a meaning in the mapping's words"
    return InvalidValueError(cell, expected, hint)
