"""Where pages of print begin, so that what belongs together is not torn apart."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["page_breaks"]

_ENOUGH = 0.3
"""How much of a page has to be filled that nobody minds its being left."""


def page_breaks(
    heights: Sequence[float], parts: Sequence[int], chosen: Sequence[int], page: float
) -> list[int]:
    """Return the rows before which a page begins.

    A part that would run over the end of a page begins the next one. One that is longer than a
    page itself does so only where little of the page before is left empty by it.

    Args:
        heights: of the rows.
        parts: the rows with which parts begin, in order.
        chosen: rows before which somebody wants a page to begin.
        page: how tall a page is, as the rows are printed.

    >>> page_breaks([10] * 10, [0, 4, 7], [], 60)
    [4]
    """
    found: list[int] = []
    begins = 0
    marks = sorted({0, *parts, *chosen})
    for start, end in zip(marks, [*marks[1:], len(heights)], strict=True):
        used, tall = sum(heights[begins:start]), sum(heights[start:end])
        before = used % page
        over = before + tall > page and (tall <= page or before > page * _ENOUGH)
        if start in chosen or (over and start and before):
            found.append(start)
            begins = start
    return found
