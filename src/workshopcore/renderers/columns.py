"""How wide the columns of a table are where nobody else works it out: on paper and on slides.

Widths are counted in letters of ordinary text; what a letter takes, and the edges of a cell, are
the renderer's affair.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from heapq import heapify, heapreplace

from attrs import frozen

from workshopcore.contracts.report import Table
from workshopcore.renderers.tree import says
from workshopcore.renderers.width import width

__all__ = ["Shares", "longest_word", "shared_out", "texts_of"]

_LONGEST_WORD, _SHORTEST = 24, 3
"""A longer word may be parted; nothing is narrower than that."""
_SHORT, _DEAR = 22, (2.0, 0.5, 0.0)
"""A name or a date reads best on one line: each letter that is missing for that costs so much, or
less if the table is lower then."""
_HEAD, _SLACK = 1.1, 0.6
"""How much wider the letters of a head are, which are bold; and what a short word of wide letters
takes more than others."""
_STEP, _LEFT = 1.0, 2.5
# A line ends at a space that may be broken, or after a hyphen.
_WORD = re.compile(r"[^ \t\r\n\u200b-]+-?")


@frozen
class Shares:
    """How wide each column is, in letters.

    Attributes:
        letters: the widths; they add up to no more than the room.
        whole: whether every text stands on one line.
        pressed: how much wider than the room the longest words are together; words have to be
            parted where that is more than 1.
    """

    letters: tuple[float, ...]
    whole: bool
    pressed: float

    @property
    def crowded(self) -> bool:
        """Whether words have to be parted."""
        return self.pressed > 1

    def lines(self, row: Sequence[str], narrower: float = math.inf) -> int:
        """Return how many lines a row takes, its cells as text; only in columns narrower than."""
        cells = zip(row, self.letters, strict=True)
        return max((_lines(cell, wide) for cell, wide in cells if wide < narrower), default=1)


def texts_of(table: Table) -> list[list[str]]:
    """Return what each column of a table says, its head first."""
    return [
        [column.title, *(says(row[number]) for row in table.rows)]
        for number, column in enumerate(table.columns)
    ]


def shared_out(columns: Sequence[Sequence[str]], room: float) -> Shares:
    """Return how a table's columns share the width of a line.

    Every column gets what its longest word needs. What is left goes, letter by letter, to the
    column where it saves the most: a line of a tall cell counts more than one of a low cell, and
    a name or a date that would be parted more than a sentence.

    Args:
        columns: what each says, its head first.
        room: how many letters a line has, for all columns together.

    >>> shared_out([["When", "9 May 2027"], ["Why", "Because we said so. " * 9]], 50).letters
    (10.0, 39.6)
    """
    return _shared_out(tuple(map(tuple, columns)), room)


# The same table is looked at upright and turned, to tell how tall it is, and when it is written.
@lru_cache(maxsize=64)
def _shared_out(columns: tuple[tuple[str, ...], ...], room: float) -> Shares:
    whole = [_whole(column) for column in columns]
    if sum(whole) <= room:
        return Shares(tuple(whole), whole=True, pressed=sum(whole) / room)
    wanted = [_least(column) for column in columns]
    least, pressed = _squeezed(wanted, room), sum(wanted) / room
    spare = room - sum(least)
    tried = (
        Shares(_grown(columns, least, whole, spare, dear), whole=False, pressed=pressed)
        for dear in _DEAR
    )
    return min(tried, key=lambda shares: _height(columns, shares))


def longest_word(texts: Iterable[str]) -> int:
    """Return how wide the longest word of several texts is, in letters; at least one.

    A line may end after a hyphen, but not at a space that holds words together.

    >>> longest_word(["a follow-up", "30\N{NO-BREAK SPACE}minutes"])
    10
    """
    return max((width(word) for text in texts for word in _WORD.findall(text)), default=1)


def _whole(column: Sequence[str]) -> float:
    head, *cells = column
    return max(max(map(width, cells), default=0) + _SLACK, width(head) * _HEAD + _SLACK, _SHORTEST)


def _least(column: Sequence[str]) -> float:
    head, *cells = column
    word = max(float(longest_word(cells)), longest_word([head]) * _HEAD)
    return max(min(word, _LONGEST_WORD) + _SLACK, _SHORTEST)


def _squeezed(wanted: Sequence[float], room: float) -> list[float]:
    """Return widths that fit, the widest ones less where all are too much."""
    if sum(wanted) <= room:
        return list(wanted)
    for limit in range(_LONGEST_WORD, _SHORTEST - 1, -1):
        least = [min(each, float(limit)) for each in wanted]
        if sum(least) <= room:
            return least
    return [room / len(wanted)] * len(wanted)


def _grown(
    columns: Sequence[Sequence[str]],
    least: Sequence[float],
    whole: Sequence[float],
    spare: float,
    dear: float,
) -> tuple[float, ...]:
    """Return the widths once what is spare is given away.

    The cost of a column falls ever more slowly as it widens, so that giving each letter where it
    saves the most at that moment makes the whole cost as low as it can be.
    """
    sizes = [_sizes(column) for column in columns]
    widths = list(least)
    narrow = [number for number, wide in enumerate(widths) if wide < whole[number]]
    gains = [(-_gain(sizes[number], widths[number], dear), number) for number in narrow]
    heapify(gains)
    while spare >= _STEP and gains:
        gain, number = gains[0]
        if not gain:
            break
        widths[number] += _STEP
        spare -= _STEP
        heapreplace(gains, (-_gain(sizes[number], widths[number], dear), number))
    return tuple(widths)


def _height(columns: Sequence[Sequence[str]], shares: Shares) -> int:
    return sum(map(shares.lines, zip(*columns, strict=True)))


def _sizes(column: Sequence[str]) -> Counter[tuple[int, bool]]:
    """Return how often there is a text of a size, and whether it should stay on one line.

    A head may always be parted.
    """
    head, *cells = column
    sizes = Counter((size, size <= _SHORT) for size in map(width, cells))
    sizes[width(head), False] += 1
    return sizes


def _gain(sizes: Counter[tuple[int, bool]], wide: float, dear: float) -> float:
    """Return what one more letter saves, in squares of lines."""
    gain = 0.0
    for (size, short), count in sizes.items():
        if size > wide:
            lines = (size / wide) ** 2 - max(size / (wide + _STEP), 1.0) ** 2
            gain += count * max(lines, dear if short else 0.0)
    return gain


def _lines(text: str, letters: float) -> int:
    """Return how many lines a text takes, each with some room left where no word fits any more."""
    size = width(text)
    if size <= letters:
        return 1
    return math.ceil(size / max(letters - min(_LEFT, letters / 4), 1))
