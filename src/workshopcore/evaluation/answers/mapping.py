"""How a survey tool writes answers down: its columns, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, fields, frozen

from workshopcore.errors import InvalidValueError, nearest
from workshopcore.model import accept
from workshopcore.model.options import Options

__all__ = ["AnswerMapping", "mapping_of"]


def _columns(values: Mapping[str, str]) -> Mapping[str, str]:
    if not isinstance(values, Mapping):
        raise InvalidValueError(values, "a table from headings to questions")
    for heading, target in values.items():
        if not isinstance(target, str):
            raise InvalidValueError(target, f"the question that '{heading}' holds, in a text")
    return dict(values)


def _words(values: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Mapping[str, str]]:
    if not isinstance(values, Mapping):
        raise InvalidValueError(values, "a table of words for each question")
    found = {}
    for question, words in values.items():
        if not isinstance(words, Mapping):
            raise InvalidValueError(words, f"a table from words to answers for '{question}'")
        found[question] = {word: str(answer) for word, answer in words.items()}
    return found


def _divider(value: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise InvalidValueError(value, "what stands between several answers, such as ;")
    return value


def _delimiter(value: str) -> str:
    if value in ("", ",", ";", "\t", "|"):
        return value
    raise InvalidValueError(value, "what stands between columns: a comma, ;, | or a tab")


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return accept.texts(values)


@frozen
class AnswerMapping:
    """How one survey tool writes the answers to one instrument down.

    Everything may be left out: headings are then known by the identifier or the text of a
    question, and answers by the labels and options of the questions, or by their numbers.

    Attributes:
        columns: for a heading, the item that its column holds (``useful``, ``climate/2``,
            ``skill/then``); ``tools=Python`` where an option has a column of its own; ``""``
            for a column to be passed over.
        words: for an item or a question, the word in the file and the answer that it means (a
            label, an option, a number); ``""`` for no answer.
        blanks: what stands for no answer, besides an empty cell.
        divider: what stands between several answers in one cell.
        token: the heading of the column with pseudonymous tokens or pairing codes.
        submitted: the heading of the column with the moment of submission.
        status: the heading of the column that says what became of a submission.
        retracted: the words there for one that was taken back, or never finished.
        headings: how many rows of headings there are. Of two, the upper one holds the questions
            and the lower one the options: ``Tools [Python]``. A question stands above its first
            column only, and words for an open answer, such as "Response", say nothing.
        skip: how many rows between the headings and the first answers are passed over.
        encoding, delimiter: those of the file, where they are not recognised.

    >>> AnswerMapping(columns={"Q1": "useful"}, words={"useful": {"Very": 5}}).words["useful"]
    {'Very': '5'}
    """

    columns: Mapping[str, str] = field(factory=dict, converter=_columns)
    words: Mapping[str, Mapping[str, str]] = field(factory=dict, converter=_words)
    blanks: tuple[str, ...] = field(default=("NA", "N/A", "n/a"), converter=_texts)
    divider: str = field(default=";", converter=_divider)
    token: str = field(default="", converter=accept.text)
    submitted: str = field(default="", converter=accept.text)
    status: str = field(default="", converter=accept.text)
    retracted: tuple[str, ...] = field(default=(), converter=_texts)
    headings: int = field(default=1, validator=accept.count(1, 2))
    skip: int = field(default=0, validator=accept.count(0, 100))
    encoding: str = field(default="", converter=accept.text)
    delimiter: str = field(default="", converter=_delimiter)


def mapping_of(options: Options | Mapping[str, Any]) -> AnswerMapping:
    """Return a mapping that is kept as a table, such as in a programme file.

    Raises:
        InvalidValueError: the table has a key that no mapping has, or a value that is not as it
            should be.

    >>> mapping_of({"divider": ",", "blanks": ["-"]}).divider
    ','
    """
    known = [each.name for each in fields(AnswerMapping)]
    unknown = [key for key in options if key not in known]
    if unknown:
        guess = nearest(unknown[0], known)
        hint = f"Did you mean '{guess}'?" if guess else ""
        raise InvalidValueError(unknown[0], f"one of {', '.join(known)}", hint)
    return AnswerMapping(**options)
