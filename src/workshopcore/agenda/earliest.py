"""When everything starts at the earliest: each part at its shortest, as soon as it may.

No timing starts anything sooner, so a day fits exactly when this one does: it says by how much
every lock, every window and the end could still be met, or by how much they are missed.
"""

from __future__ import annotations

from attrs import frozen

from workshopcore.agenda.parts import Line, Part

__all__ = ["Earliest", "Margin", "earliest"]


@frozen
class Margin:
    """What is left before a fixed time when everything takes its shortest.

    Attributes:
        part: the number of the part with the lock, ``None`` for the end of the whole.
        minutes: below 0, by so many minutes it is missed.
    """

    part: int | None
    minutes: int


class Earliest:
    """The pass over a day: starts, and the margin before each fixed time."""

    def __init__(self, grid: int = 1) -> None:
        self.grid = grid
        self.starts: list[int] = []
        self.margins: list[Margin] = []

    def line(self, line: Line, start: int) -> int:
        """Run a line from a position on, and return where it ends."""
        for item in line:
            if item.__class__ is Part:
                start = self._part(item, start)
            else:
                start = max([self.line(track, start) for track in item.tracks])  # type: ignore[union-attr]
        return start

    def _part(self, part: Part, arrival: int) -> int:
        start = arrival
        if part.start is not None:
            first, last = part.start
            self.margins.append(Margin(len(self.starts), last - arrival))
            # A lock holds, whatever is still going on: the overlap is told, not hidden.
            start = min(max(arrival, first), last)
        self.starts.append(start)
        shortest = part.shortest
        low = -(-shortest // self.grid) * self.grid
        if low > part.longest:
            low = -(-part.usual // self.grid) * self.grid
        return start + low


def earliest(line: Line, minutes: int, grid: int = 1) -> Earliest:
    """Return the earliest timing of a line in so many minutes, with lengths on a grid."""
    found = Earliest(grid)
    end = found.line(line, 0)
    found.margins.append(Margin(None, minutes - end))
    return found
