"""The table of a poll, with its people below each other and its days side by side."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from workshopcore.contracts.busy_time import PollKey
from workshopcore.errors import InvalidValueError, Problem
from workshopcore_calendar.busy.poll_slots import Slot, is_time, keys_of, slot_of
from workshopcore_calendar.busy.poll_words import is_beside

__all__ = ["Grid", "Headings", "headings_of"]

_SEARCHED = 12
_MOST_SLOTS = 2_000


@frozen
class Grid:
    """The cells of a poll.

    Attributes:
        rows: the cells, all rows of one length.
        places: where each row is in the file.
        turned: whether rows stand for the columns of the file.
    """

    rows: Sequence[Sequence[str]]
    places: Sequence[str]
    turned: bool = False

    def turn(self) -> Grid:
        """Return the same with rows for columns."""
        columns = [list(column) for column in zip(*self.rows, strict=True)]
        return Grid(columns, self.places, not self.turned)

    def place(self, row: int, column: int) -> str:
        """Return where a cell is in the file."""
        row, column = (column, row) if self.turned else (row, column)
        return f"{self.places[row]}, column {_letters(column)}"


def _letters(column: int) -> str:
    """Return what a spreadsheet calls a column.

    >>> _letters(0), _letters(27)
    ('A', 'AB')
    """
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@frozen
class Headings:
    """What the columns of a poll ask about.

    Attributes:
        grid: the poll, with its people below each other.
        below: the first row with answers.
        keys: what each column asks about, ``None`` where that is no day.
        problems: headings that look like days and are none.
    """

    grid: Grid
    below: int
    keys: Sequence[PollKey | None]
    problems: Sequence[Problem]

    @property
    def days(self) -> int:
        """How many columns ask about a day."""
        return sum(key is not None for key in self.keys)

    @property
    def first(self) -> int:
        """The first column that asks about a day."""
        return next(column for column, key in enumerate(self.keys) if key is not None)


def headings_of(grid: Grid, *, month_first: bool) -> Headings | None:
    """Return the headings of a poll, however it lies; ``None`` where no day is to be found."""
    if not grid.rows[0]:
        return None
    best = max(
        (_Candidate.best(each, month_first) for each in (grid, grid.turn())),
        key=lambda candidate: candidate.days,
    )
    return best.headings() if best.days else None


@frozen
class _Candidate:
    """Rows that may be the headings of a poll."""

    grid: Grid
    start: int
    below: int
    slots: Sequence[Slot | InvalidValueError | None]

    @classmethod
    def best(cls, grid: Grid, month_first: bool) -> _Candidate:
        """Return the rows that name the most days, of equals the fewest and the first."""
        tried = [
            cls._at(grid, start, start + height, month_first)
            for height in (1, 2)
            for start in range(min(len(grid.rows), _SEARCHED))
        ]
        return max(tried, key=lambda candidate: candidate.days)

    @classmethod
    def _at(cls, grid: Grid, start: int, below: int, month_first: bool) -> _Candidate:
        while below < len(grid.rows) and _are_times(grid.rows[below]):
            below += 1
        while start and _are_times(grid.rows[start - 1]):
            start -= 1
        parts = _columns(grid.rows[start:below])
        return cls(grid, start, below, [_read(each, month_first) for each in parts])

    @property
    def days(self) -> int:
        return sum(isinstance(slot, Slot) for slot in self.slots)

    def headings(self) -> Headings:
        slots = [slot if isinstance(slot, Slot) else None for slot in self.slots]
        problems = [
            slot.at(self.grid.place(self.below - 1, column))
            for column, slot in enumerate(self.slots)
            if isinstance(slot, InvalidValueError) and self._counts(column)
        ]
        return Headings(self.grid, self.below, keys_of(slots), problems)

    def _counts(self, column: int) -> bool:
        """Return whether a column that is no day should be one."""
        words = [row[column] for row in self.grid.rows[self.start : self.below]]
        if all(is_beside(word) or not word.strip() for word in words):
            return False
        left = not any(isinstance(slot, Slot) for slot in self.slots[:column])
        return not left or any(letter.isdigit() for word in words for letter in word)


def _are_times(row: Sequence[str]) -> bool:
    """Return whether a row goes on about the days above it: mornings, afternoons, hours."""
    said = [cell for cell in row if cell.strip() and not is_beside(cell)]
    return bool(said) and all(map(is_time, said))


def _columns(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return what stands above each column; a heading above the last row is for several."""
    filled = []
    for number, row in enumerate(rows):
        spread, last = [], ""
        for cell in row:
            last = cell.strip() or (last if number < len(rows) - 1 else "")
            spread.append(last)
        filled.append(spread)
    return [list(column) for column in zip(*filled, strict=True)][:_MOST_SLOTS]


def _read(parts: Sequence[str], month_first: bool) -> Slot | InvalidValueError | None:
    # Without a word of its own below, a column has none: what is above belongs to another.
    if not parts or not parts[-1]:
        return None
    try:
        return slot_of(parts, month_first=month_first)
    except InvalidValueError as fault:
        return fault
