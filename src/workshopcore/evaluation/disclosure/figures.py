"""How the figures of a table are named in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workshopcore.evaluation.disclosure.layout import TOTAL, Place
from workshopcore.evaluation.disclosure.published import Published

__all__ = ["called", "joined", "labels"]


def labels(published: Published, place: Place) -> tuple[str, str]:
    """Return the labels of a place; ``""`` for a total, and for the column of a one-way table."""
    row, column = place
    return (
        "" if row == TOTAL else published.rows[row],
        "" if column == TOTAL or not published.columns else published.columns[column],
    )


def called(published: Published, place: Place) -> str:
    """Return what a figure is called: "North", "North × Heads", "the total of North"."""
    row, column = labels(published, place)
    if place == (TOTAL, TOTAL):
        return "the total"
    if TOTAL in place:
        return f"the total of {row or column}"
    return f"{row} × {column}" if column else row


def joined(words: Iterable[str], last: str = "and") -> str:
    """Return words as a list in a sentence.

    >>> joined(["3", "4", "5"])
    '3, 4 and 5'
    """
    each: Sequence[str] = list(words)
    if len(each) < 2:
        return "".join(each)
    return f"{', '.join(each[:-1])} {last} {each[-1]}"
