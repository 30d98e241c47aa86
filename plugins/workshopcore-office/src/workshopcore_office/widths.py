"""How wide the columns of a table are where nobody will work it out: on paper and on slides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workshopcore.contracts.report import Table
from workshopcore.renderers.tree import says
from workshopcore.renderers.width import width

__all__ = ["LETTER", "PADDING", "column_widths", "longest_word", "narrow_enough"]

LETTER, PADDING = 6.4, 9.0
"""What a letter and the two edges of a cell take at the size of print, in points."""
_LONGEST_WORD, _LONGEST_TEXT = 22, 120
_BOLD = 1.2
_WORD = re.compile(r"[^\s-]+-?")


def narrow_enough(table: Table, most: int) -> Iterator[Table]:
    """Yield a table in parts of so many columns at most, the first column in each of them."""
    if len(table.columns) <= most:
        yield table
        return
    for start in range(1, len(table.columns), most - 1):
        chosen = [0, *range(start, min(start + most - 1, len(table.columns)))]
        yield Table(
            [table.columns[number] for number in chosen],
            [[row[number] for number in chosen] for row in table.rows],
            caption=table.caption,
            row_headings=table.row_headings,
            writable=table.writable,
        )


def column_widths(table: Table, measure: float, larger: float = 1) -> list[float]:
    """Return how wide each column is, in points, so that all of them fill the measure.

    Each gets what its longest word needs, the longest ones less where that is too much; what is
    left is shared by how much there is to read. ``larger`` says how much larger than in print
    the letters are. Columns to write into are all alike.
    """
    if table.writable:
        return [measure / len(table.columns)] * len(table.columns)
    columns = [
        [table.columns[number].title, *(says(row[number]) for row in table.rows)]
        for number in range(len(table.columns))
    ]
    words = [
        min(_LONGEST_WORD, max(longest_word(texts), longest_word(texts[:1]) * _BOLD))
        for texts in columns
    ]
    limits = range(_LONGEST_WORD, 0, -1)
    needs = ([_needed(min(word, limit)) * larger for word in words] for limit in limits)
    least = next((each for each in needs if sum(each) <= measure), None)
    if least is None:
        return [measure / len(columns)] * len(columns)
    wanted = [_needed(min(_LONGEST_TEXT, max(map(width, texts)))) * larger for texts in columns]
    more = [max(want - need, 0.0) for want, need in zip(wanted, least, strict=True)]
    rest = measure - sum(least)
    if sum(more) > rest:
        return [need + rest * add / sum(more) for need, add in zip(least, more, strict=True)]
    spare = rest - sum(more)
    return [
        need + add + spare * want / sum(wanted)
        for need, add, want in zip(least, more, wanted, strict=True)
    ]


def longest_word(texts: Sequence[str]) -> int:
    """Return how wide the longest word of several texts is, in letters; at least one.

    A line may end after a hyphen.
    """
    return max((width(word) for text in texts for word in _WORD.findall(text)), default=1)


def _needed(letters: float) -> float:
    return PADDING + LETTER * letters
