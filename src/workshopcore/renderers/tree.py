"""Walking through the blocks of a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workshopcore.contracts.report import Block, Callout, Figure, Inline, Report, Section, Table
from workshopcore.language import date_in_words, gettext

__all__ = ["anchors", "as_of_line", "says", "walk", "widest_table"]

_NAME = re.compile(r"[a-z][a-z0-9-]{0,63}")


def says(text: Inline) -> str:
    """Return the words of a text, without its marks."""
    return text if isinstance(text, str) else "".join(run.text for run in text)


def as_of_line(report: Report) -> str:
    """Return the line that tells which day a report describes, ``""`` if it depends on none."""
    day = report.as_of
    return gettext("As of {date}", date=date_in_words(day, "day")) if day else ""


def walk(blocks: Iterable[Block], path: str = "") -> Iterator[tuple[str, Block]]:
    """Yield every block, outer before inner, each with its place such as ``_2_1``."""
    for number, block in enumerate(blocks, 1):
        place = f"{path}_{number}"
        yield place, block
        if isinstance(block, (Section, Callout)):
            yield from walk(block.blocks, place)


def anchors(report: Report) -> dict[str, str]:
    """Return what to call each section in links, by its place.

    A section's own identifier where it is a plain word and the first of its name, its place
    otherwise.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for place, block in walk(report.blocks):
        if isinstance(block, Section):
            own = _NAME.fullmatch(block.id) is not None and block.id not in taken
            names[place] = block.id if own else place
            taken.add(block.id)
    return names


def widest_table(report: Report) -> int:
    """Return the number of columns of the widest table."""
    tables = (
        block.table if isinstance(block, Figure) else block for _, block in walk(report.blocks)
    )
    return max((len(block.columns) for block in tables if isinstance(block, Table)), default=0)
