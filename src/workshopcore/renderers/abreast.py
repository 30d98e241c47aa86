"""Short sections side by side, where a document has to fit so many pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from attrs import field, frozen

from workshopcore.contracts.report import (
    Block,
    Bullets,
    Checklist,
    Facts,
    Paragraph,
    Section,
)
from workshopcore.renderers.extent import lines_of

__all__ = ["Abreast", "abreast", "tall"]

_NARROW = (Paragraph, Bullets, Facts, Checklist)
_HALF = 45
_SHARES = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65)
_BETWEEN = 4
"""How many letters are between two columns."""


@frozen
class Abreast(Section):
    """Sections in two columns; the first is read to its end before the second begins.

    A renderer that has no columns finds a section without a title.

    Attributes:
        second: the number of the first section of the second column.
        share: how much of the width the first column has, where columns may differ.
    """

    second: int = field(default=1, kw_only=True)
    share: float = field(default=0.5, kw_only=True)

    @property
    def columns(self) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
        """The sections of either column."""
        return self.blocks[: self.second], self.blocks[self.second :]


def abreast(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return a report's blocks, neighbouring sections of short text side by side.

    Tables and figures keep the full width.
    """
    return tuple(_arranged(blocks))


def tall(blocks: Iterable[Block], letters: float) -> float:
    """Return about how many lines blocks are tall, as ``lines_of``, those in columns too.

    Args:
        blocks: what is to be printed.
        letters: how many letters go into a line.
    """
    return sum(
        max(lines_of(column, (letters - _BETWEEN) / 2) for column in block.columns)
        if isinstance(block, Abreast)
        else lines_of([block], letters)
        for block in blocks
    )


def _arranged(blocks: Iterable[Block]) -> Iterator[Block]:
    for narrow, neighbours in groupby(blocks, key=_is_narrow):
        sections = tuple(neighbours)
        if narrow and len(sections) > 1:
            second = _broken(sections)
            yield Abreast("", sections, second=second, share=_share(sections, second))
        else:
            yield from sections


def _is_narrow(block: Block) -> bool:
    if not isinstance(block, Section) or not block.title.strip():
        return False
    return all(isinstance(inner, _NARROW) for inner in block.blocks)


def _broken(sections: tuple[Block, ...]) -> int:
    """Return where the second column begins, so that neither is taller than it must be."""
    lines = [lines_of([section], _HALF) for section in sections]
    places = range(1, len(sections))
    return min(places, key=lambda place: max(sum(lines[:place]), sum(lines[place:])))


def _share(sections: tuple[Block, ...], second: int) -> float:
    """Return how wide the first column is, so that the taller one is as low as can be."""

    def lines(share: float) -> tuple[float, float]:
        columns = ((sections[:second], share), (sections[second:], 1 - share))
        tallest = max(lines_of(column, 2 * _HALF * wide) for column, wide in columns)
        return tallest, abs(share - 1 / 2)

    return min(_SHARES, key=lines)
