"""Answers counted as they are read: a file of any length in bounded memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from operator import itemgetter
from typing import Any

from attrs import field, frozen

from workshopcore.errors import InvalidValueError, Problem
from workshopcore.evaluation.answers.coding import Answer, as_options
from workshopcore.evaluation.answers.combining import coders_of, combined
from workshopcore.evaluation.answers.items import Item, items_of
from workshopcore.evaluation.answers.mapping import AnswerMapping
from workshopcore.evaluation.answers.matching import Column
from workshopcore.evaluation.answers.reading import Reader, by_item
from workshopcore.evaluation.answers.source import Source
from workshopcore.evaluation.statistics import Tally
from workshopcore.model.evaluation import Instrument

__all__ = ["Counted", "count_answers"]

_AT_ONCE, _MOST_WORDS, _MOST_FAULTS = 4096, 4096, 100


@frozen
class Counted:
    """How many gave each answer to each item.

    Attributes:
        instrument: what was asked.
        tallies: for each item that the file has, how many gave each answer. Text is counted as
            given or not, as ``True`` or ``None``.
        retracted: how many submissions were taken back.
        problems: what could not be used, each with its column and how often it occurs.
    """

    instrument: Instrument
    tallies: Mapping[str, Tally]
    retracted: int = 0
    problems: tuple[Problem, ...] = field(default=(), converter=tuple[Problem, ...])

    @property
    def items(self) -> tuple[Item, ...]:
        """The items that the file has, in the order of the instrument."""
        return tuple(item for item in items_of(self.instrument) if item.key in self.tallies)


def count_answers(
    source: Source, instrument: Instrument, mapping: AnswerMapping | None = None
) -> Counted:
    """Count what people answered, without keeping it.

    The room it takes does not grow with the file. For that, nobody is looked for twice: a
    person who answered twice counts twice, and rows without any answer count as people.

    Args:
        source: a CSV file (its name, or what is in it), or rows with the headings first.
        instrument: what was asked.
        mapping: how the tool writes answers down.

    Raises:
        InvalidValueError: it is a workbook, or its encoding is not known.
        OSError: the file cannot be read.

    >>> from workshopcore.model.evaluation import Question
    >>> form = Instrument("Pulse", [Question("Would you recommend it?", "likelihood", id="nps")])
    >>> found = count_answers([["nps"], *([str(n % 11)] for n in range(1100))], form)
    >>> found.tallies["nps"].counts[10]
    100
    """
    reader = Reader(instrument, mapping or AnswerMapping())
    layout, rows = reader.open(source)
    counters = [_Counter(columns, reader.mapping) for _, columns in by_item(layout.columns)]
    retracted = 0
    for chunk in _chunks(rows):
        kept = [row for row in chunk if not reader.is_retracted(row, layout)]
        retracted += len(chunk) - len(kept)
        for counter in counters:
            counter.count(kept)
    return _counted(reader, counters, retracted)


def _chunks(rows: Iterator[tuple[int, list[str]]]) -> Iterator[list[list[str]]]:
    while chunk := [row for _, row in islice(rows, _AT_ONCE)]:
        yield chunk


def _counted(reader: Reader, counters: Sequence[_Counter], retracted: int) -> Counted:
    problems = [*reader.problems]
    tallies = {}
    for counter in counters:
        counter.settle()
        tallies[counter.item.key] = counter.tally
        problems += counter.problems()
    ordered = {item.key: tallies[item.key] for item in reader.items if item.key in tallies}
    return Counted(reader.instrument, ordered, retracted, problems)


class _Counter:
    """Counts the cells of one item, and what they mean from time to time."""

    def __init__(self, columns: Sequence[Column], mapping: AnswerMapping) -> None:
        self.item = columns[0].item
        self.tally = Tally()
        self._columns = columns
        self._cells: Counter[Any] = Counter()
        self._faults: dict[tuple[str, str], tuple[InvalidValueError, int]] = {}
        self._unlisted = 0
        self._blanks = {"", *mapping.blanks}
        self._get: itemgetter[Any]
        self._coders = coders_of(columns, mapping)
        # With two places or more the getter returns a tuple; the last is left out again.
        first, *others = [each.place for each in columns]
        self._is_alone = not others and not (columns[0].option or columns[0].rank)
        self._get = itemgetter(first) if self._is_alone else itemgetter(first, *others, first)

    def count(self, rows: Sequence[Sequence[str]]) -> None:
        """Count the cells of some rows."""
        if self.item.question.type == "text":
            texts = map(str.strip, map(self._get, rows))
            self._cells.update(text not in self._blanks for text in texts)
        else:
            self._cells.update(map(self._get, rows))
        if len(self._cells) > _MOST_WORDS:
            self.settle()

    def settle(self) -> None:
        """Turn the cells that were counted into answers, and forget them."""
        for cells, times in self._cells.items():
            self.tally.add(self._meant(cells, times), times)
        self._cells.clear()

    def _meant(self, cells: Any, times: int) -> Answer | None:
        if isinstance(cells, bool):
            return True if cells else None
        if isinstance(cells, str):
            return as_options(self._read(0, cells, times))
        read = [self._read(at, cell, times) for at, cell in enumerate(cells[:-1])]
        return as_options(combined(self._columns, read))

    def _read(self, at: int, cell: str, times: int) -> Answer | None:
        try:
            return self._coders[at](cell)
        except InvalidValueError as fault:
            heading = self._columns[at].heading
            known, before = self._faults.get((heading, cell), (fault, 0))
            if before or len(self._faults) < _MOST_FAULTS:
                self._faults[heading, cell] = (known, before + times)
            else:
                self._unlisted += times
            return None

    def problems(self) -> Iterator[Problem]:
        """Yield what could not be used, with how often it occurs."""
        for (heading, _), (fault, times) in self._faults.items():
            yield fault.at(f"{times} row{'s' * (times != 1)}, column {heading}")
        if self._unlisted:
            yield Problem(
                "WC003",
                f"{self._unlisted} more rows, column {self._columns[0].heading}",
                "further words",
                "answers to the question",
                "Map the words above first",
            )
