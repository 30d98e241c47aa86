"""A first, simple timing of an agenda: usual lengths, squeezed evenly where a lock demands it.

Positions are elapsed minutes from the start of the workshop. Between two locks everything
takes its usual time; where that is too long, each item gives up the same share of its slack,
never going below its shortest. What still does not fit is reported as minutes over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, time

from attrs import frozen

from workshopcore.agenda.lengths import Bounds
from workshopcore.model.agenda import AgendaItem, Parallel, Slot

__all__ = ["Placed", "Timing", "time_agenda"]

Lock = time | datetime
Locate = Callable[[Lock, int], int]
"""Where a lock lies: elapsed minutes, at its next occurrence from a position on."""


@frozen
class Placed:
    """An item with its place: elapsed minutes, whether a lock holds it, and its tracks."""

    path: str
    slot: Slot
    bounds: Bounds
    start: int
    end: int
    locked: bool
    track: tuple[str, ...]


@frozen
class Timing:
    """Every item in order, and by how many minutes locks or the end are overrun in all."""

    placed: tuple[Placed, ...]
    end: int
    over: int


class _Line:
    """One sequence of items: the main line, or a track."""

    def __init__(
        self, bounds_of: Callable[[Slot], Bounds], locate: Locate, track: tuple[str, ...]
    ) -> None:
        self.bounds_of = bounds_of
        self.locate = locate
        self.track = track

    def bounds(self, item: AgendaItem) -> Bounds:
        """Return an item's bounds; those of parallel tracks are the longest of each."""
        if not isinstance(item, Parallel):
            return self.bounds_of(item)
        sums = [_total(self.bounds(part) for part in track.agenda) for track in item.tracks]
        shortest, usual, longest = (max(column) for column in zip(*sums, strict=True))
        return shortest, usual, longest

    def place(self, agenda: Sequence[AgendaItem], path: str, start: int, limit: int) -> Timing:
        """Place items from a position on, to be done by a limit."""
        placed: list[Placed] = []
        over = 0
        position = start
        for first, last, lock, until in self._spans(agenda, start, limit):
            if lock is not None:
                over += max(0, position - lock)
                position = max(position, lock)
            chosen = range(first, last)
            minutes = squeezed([self.bounds(agenda[n]) for n in chosen], until - position)
            for number, length in zip(chosen, minutes, strict=True):
                item, place = agenda[number], f"{path}[{number}]"
                end = position + length
                if isinstance(item, Parallel):
                    inner, late = self._tracks(item, place, position, end)
                    placed += inner
                    over += late
                else:
                    locked = lock is not None and number == first
                    bounds = self.bounds(item)
                    placed.append(Placed(place, item, bounds, position, end, locked, self.track))
                position = end
        return Timing(tuple(placed), position, over + max(0, position - limit))

    def _tracks(self, item: Parallel, path: str, start: int, end: int) -> tuple[list[Placed], int]:
        placed: list[Placed] = []
        over = 0
        for lane, track in enumerate(item.tracks):
            line = _Line(self.bounds_of, self.locate, (*self.track, track.title))
            timing = line.place(track.agenda, f"{path}.tracks[{lane}].agenda", start, end)
            placed += timing.placed
            over = max(over, timing.over)
        return placed, over

    def _spans(
        self, agenda: Sequence[AgendaItem], start: int, limit: int
    ) -> Iterable[tuple[int, int, int | None, int]]:
        """Yield (first, last, lock, until): runs of items between two locks."""
        cuts = list(self._cuts(agenda, start))
        edges = [(0, None), *cuts] if not cuts or cuts[0][0] != 0 else cuts
        for number, (first, lock) in enumerate(edges):
            following = edges[number + 1] if number + 1 < len(edges) else (len(agenda), limit)
            until = following[1] if following[1] is not None else limit
            yield first, following[0], lock, min(until, limit) if lock is None else until

    def _cuts(self, agenda: Sequence[AgendaItem], start: int) -> Iterable[tuple[int, int | None]]:
        """Yield the items that a lock holds, with the lock's position."""
        before = position = usual = start
        for number, item in enumerate(agenda):
            bounds = self.bounds(item)
            if isinstance(item, Slot) and (item.start or item.window):
                lock = self._lock(item, before, usual)
                if lock is not None:
                    yield number, lock
                    position = usual = lock
            before = position
            position += bounds[0]
            usual += bounds[1]

    def _lock(self, slot: Slot, before: int, usual: int) -> int | None:
        """Return where a lock holds an item; a window holds it only where it would leave it."""
        if slot.start is not None:
            return self.locate(slot.start, before)
        if slot.window is None:
            return None
        first, last = (self.locate(edge, before) for edge in slot.window)
        if first <= usual <= last:
            return None
        return first if usual < first else last


def squeezed(bounds: Sequence[Bounds], minutes: int) -> list[int]:
    """Return whole minutes for items that share a span: usual, or evenly squeezed.

    Every item gives up the same share of its slack (usual − shortest); the odd minutes left by
    rounding go to those that lost the largest fraction, then to the earlier item.

    >>> squeezed([(10, 15, 20), (20, 40, 45)], 40)
    [12, 28]
    """
    usual = sum(b[1] for b in bounds)
    slack = usual - sum(b[0] for b in bounds)
    lack = usual - minutes
    if lack <= 0 or slack == 0:
        return [b[1] for b in bounds]
    lack = min(lack, slack)
    exact = [(b[1] * slack - lack * (b[1] - b[0]), slack) for b in bounds]
    whole = [numerator // denominator for numerator, denominator in exact]
    spare = usual - lack - sum(whole)
    by_loss = sorted(range(len(bounds)), key=lambda n: (-(exact[n][0] % slack), n))
    for number in by_loss[:spare]:
        whole[number] += 1
    return whole


def _total(bounds: Iterable[Bounds]) -> Bounds:
    shortest = usual = longest = 0
    for low, middle, high in bounds:
        shortest, usual, longest = shortest + low, usual + middle, longest + high
    return shortest, usual, longest


def time_agenda(
    agenda: Sequence[AgendaItem],
    minutes: int,
    *,
    bounds_of: Callable[[Slot], Bounds],
    locate: Locate,
) -> Timing:
    """Place an agenda in a workshop of so many elapsed minutes.

    Args:
        agenda: the items in order.
        minutes: from the workshop's start to its end.
        bounds_of: an item's shortest, usual and longest minutes.
        locate: where a lock lies, from a position on.
    """
    return _Line(bounds_of, locate, ()).place(agenda, "agenda", 0, minutes)
