"""The columns of a survey export that nobody described: headings, and how often each answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from attrs import field, frozen

from workshopcore.errors import InvalidValueError, Problem
from workshopcore.evaluation.answers.headings import OPEN, with_one_heading
from workshopcore.evaluation.answers.mapping import AnswerMapping
from workshopcore.evaluation.answers.reading import is_import_id
from workshopcore.evaluation.answers.source import Source, rows_of
from workshopcore.evaluation.answers.words import plain

__all__ = ["Cells", "Export", "chosen_columns", "export_of"]

_MOST = 5000
_LOOKED_AT = 3


@frozen
class Cells:
    """One column of an export.

    Attributes:
        heading: what stands above it.
        text: what was asked, where another row says it; else the heading.
        counts: how often each answer was given, blanks left out; of very many different answers
            only the first.
        answered: how many answered.
    """

    heading: str
    text: str
    counts: Mapping[str, int] = field(repr=False)
    answered: int


@frozen
class Export:
    """A survey export as it is.

    Attributes:
        columns: its columns.
        people: how many rows of answers it has.
        mapping: what is known of how it is written: headings in two rows, rows to pass over.
        laid_out: in words, what it looks like; ``""`` for a plain table.
    """

    columns: tuple[Cells, ...]
    people: int
    mapping: AnswerMapping
    laid_out: str


def export_of(source: Source) -> Export:
    """Return the columns of an export.

    Raises:
        InvalidValueError: there is nothing in it.
        OSError: the file cannot be read.
    """
    problems: list[Problem] = []
    rows = (row for row in rows_of(source, problems) if any(map(str.strip, row)))
    first = list(islice(rows, _LOOKED_AT))
    if not first:
        raise InvalidValueError("nothing", "a row of headings, and answers below it")
    every: Iterator[list[str]] = chain(first, rows)
    mapping, laid_out = _laid_out(first)
    if mapping.headings > 1:
        every = (row for row in with_one_heading(every) if row)
    headings = [" ".join(heading.split()) for heading in next(every)]
    texts = headings
    if laid_out and mapping.headings == 1:
        texts = next(every) if mapping.skip else headings
        next(every)
    counts, answered, people = _counted(every, len(headings), frozenset(mapping.blanks))
    columns = tuple(
        Cells(heading, _text(texts, at) or heading, counts[at], answered[at])
        for at, heading in enumerate(headings)
    )
    return Export(columns, people, mapping, laid_out)


def _text(texts: Sequence[str], at: int) -> str:
    return " ".join(texts[at].split()) if at < len(texts) else ""


def _laid_out(first: Sequence[Sequence[str]]) -> tuple[AnswerMapping, str]:
    """Return what the first rows say of how the file is written."""
    for at, row in enumerate(first[1:]):
        if is_import_id(row):
            words = "three rows of headings" if at else "a row of column numbers"
            return AnswerMapping(skip=at), words
    if len(first) > 1 and _are_two(first[0], first[1]):
        return AnswerMapping(headings=2), "two rows of headings"
    return AnswerMapping(), ""


def _are_two(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Return whether the second row is one of headings too.

    Then it says that an answer is open, or stands where the first row is empty, other than above
    the numbers of rows.
    """
    if any(plain(cell) in OPEN - {""} for cell in lower):
        return True
    pairs = list(zip(upper, lower, strict=False))[1:]
    return any(cell.strip() and not heading.strip() for heading, cell in pairs)


def _counted(
    rows: Iterable[Sequence[str]], width: int, blanks: frozenset[str]
) -> tuple[list[Counter[str]], list[int], int]:
    """Return how often each answer was given, how many answered, and how many people there are."""
    counts: list[Counter[str]] = [Counter() for _ in range(width)]
    answered = [0] * width
    people = 0
    for row in rows:
        people += 1
        for at, cell in enumerate(map(str.strip, row[:width])):
            if not cell or cell in blanks:
                continue
            answered[at] += 1
            if cell in counts[at] or len(counts[at]) < _MOST:
                counts[at][cell] += 1
    return counts, answered, people


def chosen_columns(export: Export) -> Iterator[Cells]:
    """Yield the columns that have a heading, each heading once."""
    seen: set[str] = set()
    for column in export.columns:
        name = plain(column.heading)
        if name and name not in seen:
            seen.add(name)
            yield column
