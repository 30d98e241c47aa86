"""The headings of a file of answers, where they take up two rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshopcore.evaluation.answers.words import plain

__all__ = ["OPEN", "with_one_heading"]

OPEN = frozenset({"", "response", "open ended response", "open response"})
"""What stands in the second row above answers that are no options."""


def with_one_heading(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """Yield rows whose first two are headings with one row of them, and an empty one.

    Rows keep their numbers.

    >>> list(with_one_heading([["Tools", "", "Why?"], ["Maps", "Plans", "Response"], ["Maps"]]))
    [['Tools [Maps]', 'Tools [Plans]', 'Why?'], [], ['Maps']]
    """
    reader = iter(rows)
    upper, lower = next(reader, []), next(reader, [])
    width = max(len(upper), len(lower))
    found, question = [], ""
    for at in range(width):
        question = (upper[at] if at < len(upper) else "").strip() or question
        option = (lower[at] if at < len(lower) else "").strip()
        found.append(question if plain(option) in OPEN else f"{question} [{option}]")
    yield found
    yield []
    yield from reader
