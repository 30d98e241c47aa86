"""Polls of dates as tables: what everybody answered, as busy and free."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from attrs import define, field, frozen

from workshopcore.contracts.busy_time import Answer, Poll, PollKey
from workshopcore.contracts.exchange import Imported, ImportRequest, Matter
from workshopcore.errors import InvalidValueError, Problem
from workshopcore.exchange.decoding import decoded
from workshopcore.exchange.delimited import DELIMITERS, Rows, checked_delimiter
from workshopcore.exchange.manners import option_problems
from workshopcore.exchange.names import plain
from workshopcore.exchange.pace import paced
from workshopcore.exchange.words import Words
from workshopcore.model import accept
from workshopcore.model.options import Options
from workshopcore.model.programme import Programme
from workshopcore_calendar.busy.asked import People, option
from workshopcore_calendar.busy.poll_grid import Grid, Headings, headings_of
from workshopcore_calendar.busy.poll_words import is_total, marks

__all__ = ["PollImporter"]

_OPTIONS = ("who", "file", "marks", "blank", "overrules", "month_first", "delimiter", "encoding")
_EXPECTED = "yes, maybe or no"
_CURE = 'Correct it, or say what it means with the option marks, such as {"sure": "yes"}'


@frozen
class PollImporter:
    """Polls of dates from CSV files: one row for each person, or one for each date.

    Options: ``who``, if only one person's answers count; ``marks``, what a mark means
    (``yes``, ``maybe``, ``no``, or ``none`` for no answer); ``blank``, what an empty cell means
    to somebody who answered (left out: no, if nobody in the file says no, and otherwise no
    answer); ``overrules``, if the answers count whatever diaries say; ``month_first``,
    ``delimiter`` and ``encoding``. The name of the ``file`` tells nothing here.
    """

    key: str = "calendar:poll"
    title: str = "Poll of dates (CSV)"
    matter: Matter = "busy-time"
    suffixes: tuple[str, ...] = (".csv", ".tsv")

    def read(self, data: bytes, programme: Programme, request: ImportRequest) -> Imported:
        """Return a ``Poll`` for everybody who answered, and what could not be read."""
        given = request.options
        problems = option_problems(given, _OPTIONS)
        text, faults = decoded(data, option(given, "encoding", accept.text, "", problems))
        problems += faults
        if not text.strip():
            return Imported((), problems or [Problem("WC004", "file", "nothing", "a poll")])
        delimiter = option(given, "delimiter", checked_delimiter, "", problems)
        month_first = option(given, "month_first", accept.flag, False, problems)
        headings, faults = _headings(text, delimiter, month_first)
        problems += faults
        if headings is None:
            return Imported((), [*problems, _NO_DAYS])
        asked = People(programme).asked(given, problems)
        answers = _Answers(Words(programme), headings, _Marks.of(given, headings, problems), asked)
        for row in paced(range(headings.below, len(headings.grid.rows)), request.advance):
            answers.read(row)
        overrules = option(given, "overrules", accept.flag, False, problems)
        polls = tuple(Poll(who, said, overrules=overrules) for who, said in answers.polls())
        return Imported(polls, [*problems, *headings.problems, *answers.problems])


_NO_DAYS = Problem(
    "WC004",
    "headings",
    "no day",
    "days above the answers, or in the first column",
    "Write them as 2027-01-19, 19/1/2027 or 19 January 2027",
)


def _headings(
    text: str, delimiter: str, month_first: bool
) -> tuple[Headings | None, list[Problem]]:
    """Return the headings of a poll, and what of the file could not be read.

    Days may be written with commas in them, so the delimiter is the one that gives most days.
    """
    tried = []
    for each in [delimiter] if delimiter else ["", *DELIMITERS]:
        grid, faults = _grid(text, each)
        tried.append((headings_of(grid, month_first=month_first), faults))
    return max(tried, key=lambda found: found[0].days if found[0] else 0)


def _grid(text: str, delimiter: str) -> tuple[Grid, list[Problem]]:
    table = Rows(text, delimiter, Options(), titled=False)
    found = [(_first_place(text), table.headings), *table]
    width = max(len(cells) for _, cells in found)
    rows = [[*cells, *[""] * (width - len(cells))] for _, cells in found]
    return Grid(rows, [place for place, _ in found]), table.problems


def _first_place(text: str) -> str:
    """Return where the first row is that has something in it."""
    lines = enumerate(text.splitlines(), 1)
    said = (n for n, line in lines if line.strip(' ,;\t"') and not line.startswith("sep="))
    number = next(said, 1)
    return f"row {number} (line {number})"


@frozen
class _Marks:
    """What the marks of a file mean."""

    meanings: Mapping[str, str]
    blank: str

    @classmethod
    def of(cls, options: Options, headings: Headings, faults: list[Problem]) -> _Marks:
        """Return what marks mean, as the options and then the file itself say.

        A cross means no where something else means yes, and yes where nothing does.
        """
        none: dict[str, str] = {}
        own = option(options, "marks", _meanings, none, faults)
        known = {**marks(), **own}
        there = {_meaning(cell, known) for cell in _cells(headings)}
        cross = "no" if "yes" in there else "yes"
        meanings = {mark: cross if what == "cross" else what for mark, what in known.items()}
        says_no = "no" in there or ("cross" in there and cross == "no")
        blank = option(options, "blank", _blank, "none" if says_no else "no", faults)
        return cls(meanings, blank)

    def answer(self, cell: str) -> str:
        """Return ``yes``, ``maybe``, ``no`` or ``none``, and ``""`` for what means nothing."""
        return _meaning(cell, self.meanings)


def _cells(headings: Headings) -> Iterator[str]:
    rows = headings.grid.rows[headings.below :]
    columns = [column for column, key in enumerate(headings.keys) if key is not None]
    for row in rows:
        if not any(is_total(cell) for cell in row[: headings.first]):
            yield from (row[column] for column in columns)


def _meaning(cell: str, known: Mapping[str, str]) -> str:
    """Return what a mark means: one in brackets, or with a question mark, is a maybe."""
    text = cell.strip()
    found = known.get(plain(text) or text, "")
    if found or len(text) < 2:
        return found
    unsure = text[:-1] if text.endswith("?") else text[1:-1] if text[0] + text[-1] == "()" else ""
    inner = known.get(plain(unsure) or unsure.strip(), "")
    return "maybe" if inner in ("yes", "maybe", "cross") else ""


def _meanings(value: Any) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise InvalidValueError(value, "marks with what they mean")
    for meaning in value.values():
        _blank(meaning, "yes", "maybe")
    return {plain(str(mark)) or str(mark).strip(): meaning for mark, meaning in value.items()}


def _blank(value: Any, *more: str) -> str:
    known = (*more, "no", "none")
    if value not in known:
        raise InvalidValueError(value, "one of " + ", ".join(known))
    return str(value)


@define
class _Answers:
    """What people answered, as it is read row by row."""

    words: Words
    headings: Headings
    marks: _Marks
    only: str = ""
    problems: list[Problem] = field(factory=list)
    _said: dict[str, dict[PollKey | str, Answer]] = field(factory=dict, init=False)

    def read(self, row: int) -> None:
        cells = self.headings.grid.rows[row]
        names = [cell for cell in cells[: self.headings.first] if cell.strip()]
        columns = [n for n, key in enumerate(self.headings.keys) if key is not None]
        if any(map(is_total, names)) or not any(cells[column].strip() for column in columns):
            return
        who = self._who(row, names)
        if not who or (self.only and who != self.only):
            return
        if who in self._said:
            cure = "What stands further down counts: take the other away"
            place = self.headings.grid.place(row, 0)
            self.problems.append(Problem("WC005", place, f"'{who}' again", "everybody once", cure))
        said = self._said.setdefault(who, {})
        for column in columns:
            self._take(said, row, column)

    def polls(self) -> Iterator[tuple[str, dict[PollKey | str, Answer]]]:
        """Yield everybody who answered anything."""
        return ((who, said) for who, said in self._said.items() if said)

    def _who(self, row: int, names: list[str]) -> str:
        """Return the person of a row, who may be named in any column before the answers."""
        fault = InvalidValueError("", "somebody on the programme")
        for number, name in enumerate(names):
            try:
                return self.words.person(name)
            except InvalidValueError as error:
                fault = error if number == 0 else fault
        self.problems.append(fault.at(self.headings.grid.place(row, 0)))
        return ""

    def _take(self, said: dict[PollKey | str, Answer], row: int, column: int) -> None:
        cell, key = self.headings.grid.rows[row][column], self.headings.keys[column]
        answer = self.marks.answer(cell) if cell.strip() else self.marks.blank
        if not answer:
            fault = InvalidValueError(cell, _EXPECTED, _CURE)
            self.problems.append(fault.at(self.headings.grid.place(row, column)))
        elif answer != "none" and key is not None:
            said[key] = cast(Answer, answer)
