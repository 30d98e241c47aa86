"""How tall rows are: programs other than Excel trust what a file says."""

from __future__ import annotations

from workshopcore.renderers.width import wrap

__all__ = ["HIGHEST", "height_of", "letters_within", "lines_of"]

HIGHEST = 400.0
"""A little less than the tallest row that Excel has, in points."""
_LINE, _EDGES = 1.36, 3.0
_DENSE = 1.14
"""How many letters of a text take as much room as a figure, in a wide typeface."""
_SMALL = 10.0
"""The size of letters for which a figure of the usual size is about as wide as a letter."""


def lines_of(text: str, wide: float, size: float = _SMALL) -> int:
    """Return how many lines a text takes in a cell so wide, in figures of the usual size."""
    return len(wrap(text, _columns(wide, size)))


def height_of(lines: int, size: float = _SMALL) -> float:
    """Return how tall a row of so many lines is, in points."""
    return min(lines * size * _LINE + _EDGES, HIGHEST)


def letters_within(wide: float, size: float = _SMALL) -> int:
    """Return how many letters the tallest row holds in a cell so wide; lines end early."""
    most = int((HIGHEST - _EDGES) / (size * _LINE)) - 1
    return max(int(most * _columns(wide, size) * 0.8), 1)


def _columns(wide: float, size: float) -> int:
    return max(int((wide * _DENSE - 1) * _SMALL / size), 1)
