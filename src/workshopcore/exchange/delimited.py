"""Text with delimiters: which one it is, and its rows with their places."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import islice

from workshopcore.delimited.formulas import as_typed
from workshopcore.errors import InvalidValueError, Problem
from workshopcore.exchange.layout import MOST_COLUMNS, heading_row, headings_in
from workshopcore.model.options import Options

__all__ = ["DELIMITERS", "Rows", "checked_delimiter"]

DELIMITERS = (",", ";", "\t")
"""Those that are found out; others have to be named."""

_DECLARED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_SEARCHED = 20
_CLOSED = "a quotation mark that is closed, within 131,072 characters"
_ENDLESS = ("unexpected end of data", "field larger")


def checked_delimiter(value: object) -> str:
    """Accept what stands between cells.

    Raises:
        InvalidValueError: it is no single character that could.
    """
    if isinstance(value, str) and len(value) == 1 and _may_divide(value):
        return value
    expected = "one character to stand between cells, such as a comma, a semicolon or a tab"
    raise InvalidValueError(value, expected)


def _may_divide(character: str) -> bool:
    if character == "\t":
        return True
    return character.isprintable() and not character.isalnum() and character not in "\"' "


class Rows:
    """The rows of a text below its headings, each with its place; it may be gone through once.

    Args:
        text: the whole file.
        delimiter: what stands between cells; ``""`` to find out.
        options: a mapping may name headings that we do not know.
        titled: whether anything may stand above the headings; if not, they are in the first
            row that says something.

    Attributes:
        headings: the cells of the row that has the headings.
        problems: what could not be read so far.
    """

    def __init__(self, text: str, delimiter: str, options: Options, *, titled: bool = True) -> None:
        self.problems: list[Problem] = []
        self._hint = text.count("\n") + 1
        declared = _declared(text)
        self._skipped = 1 if declared else 0
        body = text[declared.end() :] if declared else text
        self._delimiter = delimiter or (declared[1] if declared else _found(body, options))
        self._reader = csv.reader(
            StringIO(body, newline=""), delimiter=self._delimiter, strict=True
        )
        self._number = self._skipped
        self.headings, self._waiting = self._begin(options, titled)

    def __length_hint__(self) -> int:
        return self._hint

    def __iter__(self) -> Iterator[tuple[str, Sequence[str]]]:
        yield from self._waiting
        yield from self._rest()

    def _begin(
        self, options: Options, titled: bool
    ) -> tuple[Sequence[str], list[tuple[str, list[str]]]]:
        first = list(islice(self._rest(), _SEARCHED))
        place = heading_row([cells for _, cells in first], options) if titled else -1
        if place < 0:
            place = next((n for n, (_, cells) in enumerate(first) if any(cells)), 0)
        if not first:
            return (), []
        return first[place][1], first[place + 1 :]

    def _rest(self) -> Iterator[tuple[str, list[str]]]:
        """Yield what is left of the rows; one that cannot be read is a problem."""
        while True:
            line = self._reader.line_num + self._skipped + 1
            place = f"row {self._number + 1} (line {line})"
            try:
                cells = next(self._reader)
            except StopIteration:
                return
            except csv.Error as error:
                if self._is_end(place, str(error)):
                    return
            else:
                yield place, [as_typed(cell) for cell in cells[:MOST_COLUMNS]]
            self._number += 1

    def _is_end(self, place: str, fault: str) -> bool:
        """Take note of a row that cannot be read; return whether nothing after it can be."""
        if fault.startswith(_ENDLESS):
            cure = "Close it; nothing from there on was read"
            self.problems.append(Problem("WC001", place, "a cell that does not end", _CLOSED, cure))
            return True
        expected = "a delimiter or the end of the line after a closing quotation mark"
        cure = "Write quotation marks within a cell twice; this row was left out"
        self.problems.append(Problem("WC001", place, fault, expected, cure))
        return False


def _declared(text: str) -> re.Match[str] | None:
    """Return the first line of a text if it names the delimiter, as some spreadsheets write."""
    match = _DECLARED.match(text)
    return match if match and _may_divide(match[1]) else None


def _found(text: str, options: Options) -> str:
    """Return the delimiter with which the text has the most headings, or the most columns."""
    return max(DELIMITERS, key=lambda delimiter: _score(text, delimiter, options))


def _score(text: str, delimiter: str, options: Options) -> tuple[int, int]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    best = (0, 0)
    try:
        for cells in islice(reader, _SEARCHED):
            best = max(best, (headings_in(cells, options), min(len(cells), MOST_COLUMNS)))
    except csv.Error:
        return best
    return best
