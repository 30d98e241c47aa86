"""Counting every column of a table as it is read, however long it is."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter

from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.evaluation.statistics.tally import Tally

__all__ = ["tally_columns"]

_AT_ONCE = 4096


def tally_columns(
    rows: Iterable[Sequence[Hashable]],
    columns: Iterable[str] | None = None,
    *,
    blank: Iterable[Hashable] = ("", "NA"),
    most: int = 1000,
) -> dict[str, Tally]:
    """Return a tally of each column of a table, reading its rows once.

    The room it takes depends on the different answers, not on how many rows there are. Cells
    are counted as they stand: recode each tally afterwards.

    Args:
        rows: the header first; a ``csv.reader`` will do. Empty rows are passed over.
        columns: which to count; left out, all of them.
        blank: what stands for no answer.
        most: how many different answers a column may have.

    Raises:
        InvalidValueError: the header is missing or repeats a name, a row is of another length,
            or a column has too many different answers to be a question with set answers.
        UnknownKeyError: there is no such column.

    >>> found = tally_columns([["useful", "pace"], ["5", "right"], ["4", ""], ["5", "fast"]])
    >>> found["useful"].counts, found["pace"].missing
    ({'5': 2, '4': 1}, 1)
    """
    remaining = iter(rows)
    header = [str(name) for name in next(remaining, ())]
    places = _places(header, columns)
    tallies = {name: Tally() for name in places}
    for chunk in _chunks(remaining, len(header)):
        for name, place in places.items():
            tallies[name].update(map(itemgetter(place), chunk))
            _few(name, tallies[name], most)
    return {name: _without(each, blank) for name, each in tallies.items()}


def _places(header: list[str], columns: Iterable[str] | None) -> dict[str, int]:
    if not header or len(set(header)) < len(header):
        raise InvalidValueError(header, "a first row that names each column once")
    wanted = header if columns is None else list(columns)
    for name in wanted:
        if name not in header:
            raise UnknownKeyError("column", name, header)
    return {name: header.index(name) for name in wanted}


def _chunks(rows: Iterator[Sequence[Hashable]], width: int) -> Iterator[list[Sequence[Hashable]]]:
    before = 1
    while chunk := list(islice(rows, _AT_ONCE)):
        if set(map(len, chunk)) - {0, width}:
            place, row = next((i, r) for i, r in enumerate(chunk) if len(r) not in (0, width))
            raise InvalidValueError(
                f"{len(row)} cells in row {before + place + 1}", f"{width} as in the first row"
            )
        before += len(chunk)
        yield [row for row in chunk if row]


def _few(name: str, counted: Tally, most: int) -> None:
    if counted.different > most:
        raise InvalidValueError(
            f"{counted.different} different answers in column '{name}'",
            f"no more than {most}",
            "Leave out columns of open text and of times, or raise most.",
        )


def _without(counted: Tally, blank: Iterable[Hashable]) -> Tally:
    nothing = set(blank)
    return counted.recoded({each: None if each in nothing else each for each in counted.counts})
