"""What is timed: parts in sequence, and tracks of parts side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from typing import TypeAlias

from attrs import field, frozen

from workshopcore.errors import InvalidValueError

__all__ = ["Line", "Part", "Tier", "Tracks", "changed", "lanes", "leaves", "numbered", "parts"]


class Tier(IntEnum):
    """What gives time first when there is too little: a buffer first, a pause last."""

    BUFFER = 0
    COULD = 1
    SHOULD = 2
    MUST = 3
    PAUSE = 4


@frozen
class Part:
    """Something that takes time and is not divided further.

    Attributes:
        shortest, usual, longest: whole minutes, in rising order; all 0 for a marker.
        tier: when it gives time.
        start: the earliest and the latest start, in minutes from the start of the whole:
            twice the same for a lock, two for a window, ``None`` for neither.
        rests: whether a night lies before its lock, so that what stands before it is not
            drawn out to fill the night.
        may_go: whether it may be left out when not everything fits.

    Raises:
        InvalidValueError: the minutes are negative or not in rising order, or the start is.
    """

    shortest: int
    usual: int
    longest: int
    tier: Tier = Tier.SHOULD
    start: tuple[int, int] | None = field(default=None, kw_only=True)
    rests: bool = field(default=False, kw_only=True)
    may_go: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.shortest <= self.usual <= self.longest:
            found = (self.shortest, self.usual, self.longest)
            raise InvalidValueError(found, "minutes in rising order: shortest, usual, longest")
        if self.start is not None and self.start[0] > self.start[1]:
            raise InvalidValueError(self.start, "an earliest start no later than the latest")


@frozen
class Tracks:
    """Lines that run side by side and start together; it ends when the last of them ends."""

    tracks: tuple[Line, ...]


Line: TypeAlias = tuple["Part | Tracks", ...]
"""Parts and tracks one after another."""


def parts(items: Iterable[Part | Tracks | Sequence[int]]) -> Line:
    """Accept parts; three numbers are a part of so many shortest, usual and longest minutes."""
    return tuple([item if isinstance(item, (Part, Tracks)) else _part(item) for item in items])


def _part(item: Sequence[int]) -> Part:
    try:
        shortest, usual, longest = item
    except (TypeError, ValueError):
        expected = "a part, tracks, or three numbers: shortest, usual, longest minutes"
        raise InvalidValueError(item, expected) from None
    return Part(shortest, usual, longest)


def leaves(line: Line) -> Iterator[Part]:
    """Yield every part of a line, those of tracks included, in order."""
    for item in line:
        if isinstance(item, Part):
            yield item
        else:
            for track in item.tracks:
                yield from leaves(track)


def numbered(line: Line, first: int = 0) -> Iterator[tuple[Part | Tracks, range]]:
    """Yield the items of a line, each with the numbers of its parts, depth first."""
    for item in line:
        after = first + (1 if isinstance(item, Part) else sum(1 for _ in leaves((item,))))
        yield item, range(first, after)
        first = after


def lanes(tracks: Tracks, first: int) -> Iterator[tuple[Line, int]]:
    """Yield the lines of tracks, each with the number of its first part."""
    for track in tracks.tracks:
        yield track, first
        first += sum(1 for _ in leaves(track))


def changed(line: Line, change: Callable[[int, Part], Part | None], first: int = 0) -> Line:
    """Return a line with every part changed, by its number; ``None`` leaves a part out.

    >>> day = (Part(5, 10, 15), Tracks(((Part(20, 30, 40),), (Part(1, 2, 3),))))
    >>> [part.usual for part in leaves(changed(day, lambda number, part: part if number else None))]
    [30, 2]
    """
    found: list[Part | Tracks] = []
    for item, numbers in numbered(line, first):
        if isinstance(item, Tracks):
            inner = lanes(item, numbers.start)
            found.append(Tracks(tuple(changed(track, change, at) for track, at in inner)))
        elif (part := change(numbers.start, item)) is not None:
            found.append(part)
    return tuple(found)
