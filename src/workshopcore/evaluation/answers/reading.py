"""Answers read from what a survey tool exports; what cannot be used stops nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from attrs import evolve

from workshopcore.errors import InvalidValueError, Problem
from workshopcore.evaluation.answers.answers import Answers, LeftOut
from workshopcore.evaluation.answers.coding import Answer, Coder
from workshopcore.evaluation.answers.combining import coders_of, combined
from workshopcore.evaluation.answers.headings import with_one_heading
from workshopcore.evaluation.answers.items import Item, items_of
from workshopcore.evaluation.answers.mapping import AnswerMapping
from workshopcore.evaluation.answers.matching import Column, Layout, layout_of
from workshopcore.evaluation.answers.source import Source, rows_of
from workshopcore.evaluation.answers.words import plain
from workshopcore.model.evaluation import Instrument

__all__ = ["Reader", "by_item", "is_import_id", "read_answers"]

_SHOWN_ROWS = 3
_IMPORT_ID = '{"importid"'


def read_answers(
    source: Source,
    instrument: Instrument,
    mapping: AnswerMapping | None = None,
    *,
    keep_times: bool = False,
) -> Answers:
    """Read what people answered to an instrument.

    The first row holds the headings. Without a mapping, columns are known by the identifiers or
    the texts of questions, and answers by labels, options or numbers. What cannot be used is
    among ``problems``, once for each column and word, with the rows it is in; everything else is
    read. Of somebody who answered twice, by token, the last answer counts.

    Args:
        source: a CSV file (its name, or what is in it), or rows with the headings first.
        instrument: what was asked.
        mapping: how the tool writes answers down.
        keep_times: whether to keep the moments of submission. With nine people a moment can be
            a name, so they are dropped unless asked for.

    Raises:
        InvalidValueError: it is a workbook, or its encoding is not known.
        OSError: the file cannot be read.

    >>> from workshopcore.model.evaluation import Question
    >>> form = Instrument(
    ...     "Pulse", [Question("It was worth my time", "scale", id="worth", labels=("No", "Yes"))]
    ... )
    >>> found = read_answers([["Worth"], ["yes"], ["NA"], ["1"], ["perhaps"]], form)
    >>> found.column("worth"), found.left_out.empty
    ((2, 1), 2)
    >>> found.problems[0].path, found.problems[0].expected, found.problems[0].found
    ('row 5, column Worth', 'a point of the scale: no, yes, or 1 to 2', "'perhaps'")
    """
    reader = Reader(instrument, mapping or AnswerMapping())
    return reader.read(source, keep_times=keep_times)


class Reader:
    """Reads the answers to one instrument from files of one kind.

    Args:
        instrument: what was asked.
        mapping: how the tool writes answers down.
    """

    def __init__(self, instrument: Instrument, mapping: AnswerMapping) -> None:
        self.instrument = instrument
        self.mapping = mapping
        self.items = items_of(instrument)
        self.problems: list[Problem] = []
        self._retracted = {plain(word) for word in mapping.retracted}

    def open(self, source: Source) -> tuple[Layout, Iterator[tuple[int, list[str]]]]:
        """Return what is in which column, and the rows with their numbers in the file."""
        rows = self._numbered(source)
        headings = next(rows, (1, []))[1]
        layout, problems = layout_of(headings, self.items, self.mapping)
        self.problems += problems
        return layout, self._answers(rows, layout)

    def _numbered(self, source: Source) -> Iterator[tuple[int, list[str]]]:
        mapping = self.mapping
        rows = rows_of(
            source, self.problems, encoding=mapping.encoding, delimiter=mapping.delimiter
        )
        if mapping.headings > 1:
            rows = with_one_heading(rows)
        return ((n, row) for n, row in enumerate(rows, start=1) if any(row))

    def _answers(
        self, rows: Iterator[tuple[int, list[str]]], layout: Layout
    ) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows of answers, padded to the width of the headings."""
        width = layout.width
        begun = False
        for number, row in islice(rows, self.mapping.skip, None):
            if not begun and is_import_id(row):
                continue
            begun = True
            if len(row) != width:
                if any(row[width:]):
                    self.problems.append(_too_long(number, len(row), width))
                row = [*row, *[""] * (width - len(row))]
            yield number, row

    def is_retracted(self, row: Sequence[str], layout: Layout) -> bool:
        """Return whether a submission was taken back."""
        return layout.status >= 0 and plain(row[layout.status]) in self._retracted

    def read(self, source: Source, *, keep_times: bool = False) -> Answers:
        """Return the answers of a file."""
        layout, rows = self.open(source)
        kept, left_out = self._kept(rows, layout)
        columns = {item.key: self._item(columns, kept) for item, columns in by_item(layout.columns)}
        found = Answers(
            self.instrument,
            {item.key: columns[item.key] for item in self.items if item.key in columns},
            tokens=_cells(kept, layout.token),
            submitted=_cells(kept, layout.submitted) if keep_times else (),
        )
        return self._without_empty(found, left_out)

    def _kept(
        self, rows: Iterable[tuple[int, list[str]]], layout: Layout
    ) -> tuple[list[tuple[int, list[str]]], LeftOut]:
        """Return the submissions that count, each person's last."""
        retracted = repeated = 0
        by_token: dict[str, int] = {}
        kept: list[tuple[int, list[str]] | None] = []
        for number, row in rows:
            if self.is_retracted(row, layout):
                retracted += 1
                continue
            token = row[layout.token].strip() if layout.token >= 0 else ""
            if token in by_token:
                repeated += 1
                kept[by_token[token]] = None
            if token:
                by_token[token] = len(kept)
            kept.append((number, row))
        return [each for each in kept if each], LeftOut(retracted, repeated)

    def _item(
        self, columns: Sequence[Column], rows: Sequence[tuple[int, list[str]]]
    ) -> list[Answer | None]:
        coders = coders_of(columns, self.mapping)
        cells = [
            self._column(column, rows, code) for column, code in zip(columns, coders, strict=True)
        ]
        if len(columns) == 1 and not (columns[0].option or columns[0].rank):
            return cells[0]
        return [combined(columns, row) for row in zip(*cells, strict=True)]

    def _column(
        self, column: Column, rows: Sequence[tuple[int, list[str]]], code: Coder
    ) -> list[Answer | None]:
        """Return the answers of one column; each different cell is looked at once."""
        known: dict[str, Answer | None] = {}
        faults: dict[str, InvalidValueError] = {}
        places: dict[str, list[int]] = {}
        found = []
        for number, row in rows:
            cell = row[column.place]
            if cell not in known:
                try:
                    known[cell] = code(cell)
                except InvalidValueError as refusal:
                    known[cell], faults[cell], places[cell] = None, refusal, []
            if cell in faults:
                places[cell].append(number)
            found.append(known[cell])
        for cell, fault in faults.items():
            self.problems.append(fault.at(f"{_rows(places[cell])}, column {column.heading}"))
        return found

    def _without_empty(self, found: Answers, left_out: LeftOut) -> Answers:
        places = [
            at
            for at in range(len(found))
            if any(column[at] is not None for column in found.columns.values())
        ]
        empty = len(found) - len(places)
        kept = found.at(places) if empty else found
        return evolve(kept, left_out=evolve(left_out, empty=empty), problems=self.problems)


def is_import_id(row: Sequence[str]) -> bool:
    """Return whether this is the row of column numbers that one survey tool writes first."""
    return any(_IMPORT_ID in cell.casefold().replace(" ", "") for cell in row[:2])


def by_item(columns: Iterable[Column]) -> list[tuple[Item, list[Column]]]:
    """Return each item with its columns: one, or one for each option."""
    found: dict[str, list[Column]] = {}
    for column in columns:
        found.setdefault(column.item.key, []).append(column)
    return [(group[0].item, group) for group in found.values()]


def _cells(rows: Iterable[tuple[int, Sequence[str]]], place: int) -> tuple[str, ...]:
    return tuple(row[place].strip() for _, row in rows) if place >= 0 else ()


def _rows(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:_SHOWN_ROWS]))
    more = len(numbers) - _SHOWN_ROWS
    return f"row{'s' * (len(numbers) > 1)} {shown}{f' and {more} more' if more > 0 else ''}"


def _too_long(number: int, width: int, expected: int) -> Problem:
    return Problem(
        "WC001",
        f"row {number}",
        f"{width} cells",
        f"at most {expected}, as many as there are headings",
        "A cell with a comma in it needs quotation marks",
    )
