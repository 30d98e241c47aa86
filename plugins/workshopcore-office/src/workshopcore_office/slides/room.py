"""What a slide has room for, and how much of it lines take."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, field, frozen

from workshopcore.renderers.characters import one_line
from workshopcore.renderers.width import wrap
from workshopcore_office.slides.deck import Line

__all__ = ["LEADING", "LETTER", "Room", "need", "used"]

LETTER, LEADING = 0.58, 1.22
"""How wide a letter is, and how tall a line, by the size of the letters."""
_FEWEST = 8


@frozen
class Room:
    """What a slide has room for, in points.

    Attributes:
        width, height: of its body.
        size: of the letters there.
        title: how many letters a title may have.
        table: the size of the letters in tables; a smaller one may be taken if that saves slides.
    """

    width: float
    height: float
    size: float
    title: int
    table: float = field(default=14.0)

    def below(self, points: float) -> Room:
        """Return what is left below so many points."""
        return evolve(self, height=self.height - points)

    @property
    def lines(self) -> int:
        """How many lines there is room for; each paragraph takes a little more than its own."""
        return max(int(self.height / (self.size * LEADING)), 2)

    def columns(self, line: Line) -> int:
        """Return how many letters a line of a paragraph has at its level."""
        width = self.width - line.indent * (line.level + 1)
        return max(int(width / (self.size * line.scale * LETTER)), _FEWEST)


def used(lines: Iterable[Line], room: Room) -> float:
    """Return how many lines of a slide several paragraphs take."""
    return sum(need(line, room) for line in lines)


def need(line: Line, room: Room) -> float:
    """Return how many lines of a slide a paragraph takes, with what is free above it."""
    return (len(wrap(one_line(line.words), room.columns(line))) + line.space) * line.scale
