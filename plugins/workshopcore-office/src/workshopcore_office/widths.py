"""How wide the columns of a table are where nobody will work it out: on paper and on slides."""

from __future__ import annotations

from collections.abc import Iterator

from workshopcore.contracts.report import Table
from workshopcore.renderers.columns import shared_out, texts_of

__all__ = ["LETTER", "PADDING", "column_widths", "narrow_enough", "pressed"]

LETTER, PADDING = 6.0, 11.0
"""What a letter and the two edges of a cell take at the size of print, in points."""
_SLACK = 1.1


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


def pressed(table: Table, measure: float) -> float:
    """Return how much wider than the measure the longest words of a row are together."""
    count = len(table.columns)
    return shared_out(texts_of(table), max(measure - PADDING * count, count) / LETTER).pressed


def column_widths(
    table: Table, measure: float, larger: float = 1, *, full: bool = True
) -> list[float]:
    """Return how wide each column is, in points, so that all of them fill the measure.

    Args:
        table: the table. Columns to write into are all alike.
        measure: how much room there is, in points.
        larger: how much larger than in print the letters are.
        full: whether a table that needs less than the measure fills it all the same.
    """
    count = len(table.columns)
    if table.writable:
        return [measure / count] * count
    letter = LETTER * larger
    shares = shared_out(texts_of(table), max(measure - PADDING * count, count) / letter)
    widths = [letters * letter + PADDING for letters in shares.letters]
    if shares.whole and not full and sum(widths) * _SLACK <= measure:
        return [each * _SLACK for each in widths]
    return [each * measure / sum(widths) for each in widths]
