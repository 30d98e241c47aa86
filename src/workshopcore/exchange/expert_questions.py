"""Questions for an expert, and the ballots that rank them, from tables that people filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain, islice
from typing import TypeAlias

import attrs

from workshopcore.errors import InvalidValueError, Problem, shown
from workshopcore.exchange.decoding import decoded
from workshopcore.exchange.delimited import Rows, checked_delimiter
from workshopcore.exchange.names import plain
from workshopcore.exchange.words import Words
from workshopcore.model.expert import ExpertEngagement, ExpertQuestion
from workshopcore.model.expert_questions import gathered, same_words, with_ballots
from workshopcore.model.options import Options
from workshopcore.model.programme import Programme

__all__ = ["CollectedQuestions", "read_questions"]

_Row: TypeAlias = tuple[str, Sequence[str]]

_HEADINGS = {
    "question": ("question", "questions", "your question", "text", "what would you ask"),
    "asker": ("asked by", "name", "who", "person", "from", "participant"),
    "points": ("points", "votes", "dots", "score"),
}
_FIELDS = {alias: name for name, aliases in _HEADINGS.items() for alias in aliases}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_CHOICE = re.compile(rf"(?:choice )?([1-9]|{'|'.join(_ORDINALS)})(?:st|nd|rd|th)?(?: choice)?")
_POINTS = re.compile(r"\d{1,6}", re.ASCII)
_SEARCHED = 20
_EXPECTED = "a heading 'Question', or 'First choice', 'Second choice' and so on"


@attrs.frozen
class CollectedQuestions:
    """What came of taking in a table of questions or of ballots.

    Attributes:
        questions: all questions of the engagement by now.
        new: how many of them were not there before.
        repeats: how many rows asked what had been asked already.
        ballots: how many ballots were counted.
        problems: rows that were left out, each with its place and why.
    """

    questions: tuple[ExpertQuestion, ...]
    new: int = 0
    repeats: int = 0
    ballots: int = 0
    problems: tuple[Problem, ...] = ()


def read_questions(
    data: bytes,
    programme: Programme,
    engagement: ExpertEngagement,
    *,
    encoding: str = "",
    delimiter: str = "",
) -> CollectedQuestions:
    r"""Return an engagement's questions after taking in a table; a table may come again.

    A column ``Question`` makes it a list of questions, with ``Asked by`` and ``Points`` where
    they are known; points take the place of earlier ones. Columns ``First choice``, ``Second
    choice`` and so on make it a set of ballots, one to a row, that name questions by their
    numbers (in the order of the programme) or in their words. Other columns are left alone.

    Args:
        data: the file: text with commas, semicolons or tabs, as spreadsheets and forms save it.
        programme: the programme, for who is who.
        engagement: the engagement whose questions they are.
        encoding: its encoding, where that is not to be found out.
        delimiter: what stands between cells, where that is not to be found out.

    Raises:
        InvalidValueError: the delimiter is none.

    >>> from workshopcore.model.people import Person
    >>> year = Programme(title="A year", people=[Person("Amina Yusuf"), Person("Eve", "expert")])
    >>> table = b"Question,Asked by\nWhat failed?,Amina\nwhat failed,\n"
    >>> found = read_questions(table, year, ExpertEngagement("eve", "Choice"))
    >>> [(one.text, one.askers) for one in found.questions], found.repeats
    ([('What failed?', ('amina-yusuf',))], 1)
    """
    text, problems = decoded(data, encoding)
    rows = Rows(text, checked_delimiter(delimiter) if delimiter else "", Options())
    columns, choices, below = _headed(rows)
    if not choices and "question" not in columns:
        found = ", ".join(filter(None, map(str.strip, rows.headings[:8]))) or "no headings"
        problems.append(Problem("WC001", "file", shown(found), _EXPECTED))
        return CollectedQuestions(engagement.questions, problems=tuple(problems))
    table = _Table(below, problems)
    if choices:
        found_in = _with_ballots(table, choices, engagement.questions)
    else:
        found_in = _with_questions(table, columns, engagement.questions, Words(programme))
    return attrs.evolve(found_in, problems=(*problems, *rows.problems))


def _headed(rows: Rows) -> tuple[Mapping[str, int], Sequence[int], Iterator[_Row]]:
    """Return the columns of the row that has the headings, and the rows below it.

    People put a title above a table, so it need not be the first.
    """
    lines = chain([("", rows.headings)], rows)
    for place, cells in islice(lines, _SEARCHED):
        columns, choices = _columns(cells)
        # Below the first row a bare number is no heading, but what stands in a table.
        if place and not any("choice" in plain(cells[column]) for column in choices):
            choices = ()
        if choices or "question" in columns:
            return columns, choices, lines
    return {}, (), lines


def _columns(headings: Sequence[str]) -> tuple[Mapping[str, int], tuple[int, ...]]:
    """Return the column of each field, and those of the choices in order."""
    fields: dict[str, int] = {}
    places: dict[int, int] = {}
    for number, heading in enumerate(headings):
        name = plain(heading).strip(" ?:")
        choice = _CHOICE.fullmatch(name)
        if choice:
            word = choice[1]
            place = int(word) if word.isdecimal() else _ORDINALS.index(word) + 1
            places.setdefault(place, number)
        elif name in _FIELDS:
            fields.setdefault(_FIELDS[name], number)
    return fields, tuple(places[place] for place in sorted(places))


@attrs.frozen
class _Table:
    """Rows with something in them, and the problems that they make."""

    rows: Iterator[_Row]
    problems: list[Problem]

    def __iter__(self) -> Iterator[_Row]:
        return ((place, cells) for place, cells in self.rows if any(map(str.strip, cells)))

    def refuse(self, place: str, error: InvalidValueError) -> None:
        self.problems.append(error.at(place))


def _cell(cells: Sequence[str], column: int | None) -> str:
    return cells[column].strip() if column is not None and column < len(cells) else ""


def _with_questions(
    table: _Table, columns: Mapping[str, int], known: tuple[ExpertQuestion, ...], words: Words
) -> CollectedQuestions:
    asked: list[ExpertQuestion] = []
    points: dict[str, int] = {}
    for place, cells in table:
        text = _cell(cells, columns["question"])
        if not text:
            continue
        try:
            name = _cell(cells, columns.get("asker"))
            one = ExpertQuestion(text, asked_by=words.person(name) if name else "")
            given = _points(_cell(cells, columns.get("points")))
        except InvalidValueError as error:
            table.refuse(place, error)
            continue
        asked.append(one)
        if given is not None:
            key = same_words(text)
            points[key] = points.get(key, 0) + given
    questions = tuple(_pointed(one, points) for one in gathered(known, asked))
    new = len(questions) - len(known)
    return CollectedQuestions(questions, new, len(asked) - new)


def _points(text: str) -> int | None:
    if not text:
        return None
    if not _POINTS.fullmatch(text):
        raise InvalidValueError(text, "points in whole numbers, or nothing")
    return int(text)


def _pointed(one: ExpertQuestion, points: Mapping[str, int]) -> ExpertQuestion:
    keys = {same_words(text) for text in (one.text, *one.wordings)}
    given = [points[key] for key in keys if key in points]
    return attrs.evolve(one, points=sum(given)) if given else one


def _with_ballots(
    table: _Table, choices: Sequence[int], known: tuple[ExpertQuestion, ...]
) -> CollectedQuestions:
    numbers = {
        same_words(text): number
        for number, one in enumerate(known, 1)
        for text in (one.text, *one.wordings)
    }
    ballots: list[list[int]] = []
    for place, cells in table:
        try:
            ballot = [_choice(_cell(cells, column), numbers, len(known)) for column in choices]
            with_ballots(known, [ballot], len(choices))
        except InvalidValueError as error:
            table.refuse(place, error)
            continue
        if any(ballot):
            ballots.append(ballot)
    questions = with_ballots(known, ballots, len(choices)) if ballots else known
    return CollectedQuestions(questions, ballots=len(ballots))


def _choice(text: str, numbers: Mapping[str, int], count: int) -> int:
    """Return which question a cell of a ballot means, 0 for none."""
    if not text:
        return 0
    with suppress(ValueError):
        number = int(text.rstrip("."))
        if 1 <= number <= count:
            return number
    found = numbers.get(same_words(text))
    if found is None:
        expected = f"a question, by its number (1 to {count}) or in its words"
        raise InvalidValueError(text, expected if count else "a question; there are none yet")
    return found
