"""Counts of answers in bands, wide enough that no count can be worked out from the others."""

from __future__ import annotations

from collections.abc import Collection

from workshopcore.evaluation.disclosure.attacker import Attacker
from workshopcore.evaluation.disclosure.layout import TOTAL, Place, layout
from workshopcore.evaluation.disclosure.network import UNLIMITED, Bounds
from workshopcore.evaluation.disclosure.table import Table
from workshopcore.language import gettext

__all__ = ["band", "band_width"]


def band(count: int, width: int) -> str:
    """Return the band that a count is in.

    >>> band(3, 5), band(7, 5)
    ('fewer than 5', '5 to 9')
    """
    if count < width:
        return gettext("fewer than {number}", number=width)
    first, last = _band(count, width)
    return gettext("{first} to {last}", first=first, last=last)


def band_width(table: Table, rows: Collection[int], k: int, *, total: bool = False) -> int | None:
    """Return how wide bands have to be so that they pin down no count of a table of answers.

    It is k or a multiple of it. The bases of rows, and of all together, are shown as they
    are: two answers of "5 to 9" among 10 people would be 5 each.

    Args:
        table: of answers.
        rows: those that are shown in bands.
        k: the fewest people behind a figure.
        total: whether the answers of all together are shown in bands as well.

    Returns:
        ``None`` if no width does it.

    >>> band_width(Table(["All"], ["Yes", "No"], [[5, 5]], columns_are="answers"), [0], 5)
    10
    >>> band_width(Table(["All"], ["Yes", "No"], [[6, 3]], columns_are="answers"), [0], 5)
    5
    """
    for width in range(k, table.total + k + 1, k):
        if _leaves_open(table, rows, width, total=total):
            return width
    return None


def _leaves_open(table: Table, rows: Collection[int], width: int, *, total: bool) -> bool:
    """Return whether every count that is shown in a band could be another."""
    shape = layout(len(table.rows), len(table.columns))
    values = shape.values(table)
    bounds: Bounds = []
    banded = []
    for arc, (place, value) in enumerate(zip(shape.places, values, strict=True)):
        kind = _shown_as(place, rows, total=total)
        if kind == "band":
            banded.append(arc)
            bounds.append(_band(value, width))
        else:
            bounds.append((value, value) if kind == "exact" else (0, UNLIMITED))
    attacker = Attacker(shape.network, bounds, values)
    return all(attacker.lowest(arc) < attacker.highest(arc) for arc in banded)


def _shown_as(place: Place, rows: Collection[int], *, total: bool) -> str:
    row, column = place
    if not (total if row == TOTAL else row in rows):
        return "hidden"
    return "exact" if column == TOTAL else "band"


def _band(count: int, width: int) -> tuple[int, int]:
    first = count // width * width
    return first, first + width - 1
