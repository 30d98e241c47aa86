"""How long people sit without a break, by the clock, along every track."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from workshopcore.checks.fitted import FittedDay
from workshopcore.checks.places import numbered
from workshopcore.model.agenda import AgendaItem, Break, Lunch, Parallel, slots

__all__ = ["Sitting", "sittings"]


class Sitting(NamedTuple):
    """Work without a break: its first item, and from when until when, in minutes."""

    path: str
    start: int
    end: int

    @property
    def minutes(self) -> int:
        """How long people sit."""
        return self.end - self.start


def sittings(timed: FittedDay, pause: int) -> list[Sitting]:
    """Return the stretches of a day without a break or open time of so many minutes or more.

    Whoever is in a track sits through what stands before it, the track, and what comes after.
    Of several ways through the tracks the longest is told.
    """
    walk = _Walk(timed, pause)
    last = walk.line(timed.day.workshop.agenda, "agenda", None)
    walk.close(last)
    return sorted(walk.found.values(), key=lambda each: each.start)


class _Walk:
    def __init__(self, timed: FittedDay, pause: int) -> None:
        self.timed, self.pause = timed, pause
        self.found: dict[str, Sitting] = {}

    def line(self, agenda: Iterable[AgendaItem], path: str, run: Sitting | None) -> Sitting | None:
        """Go through a line from what people already sit through; return what is still open."""
        for place, item in numbered(agenda, path):
            if isinstance(item, Parallel):
                run = self._tracks(item, place, run)
                continue
            start, end = self.timed.span(place)
            run = self._after_open_time(run, start)
            if isinstance(item, Break | Lunch) and end - start >= self.pause:
                self.close(run)
                run = None
            elif end > start:
                run = Sitting(place, start, end) if run is None else run._replace(end=end)
        return run

    def _tracks(self, item: Parallel, place: str, run: Sitting | None) -> Sitting | None:
        ends = [
            self.timed.span(path)[1]
            for lane, track in numbered(item.tracks, f"{place}.tracks")
            for path, _ in slots(track.agenda, f"{lane}.agenda")
        ]
        until = max(ends, default=0)
        runs = [
            self._after_open_time(self.line(track.agenda, f"{lane}.agenda", run), until)
            for lane, track in numbered(item.tracks, f"{place}.tracks")
        ]
        # Who has sat longest when the tracks meet again decides.
        return min((each for each in runs if each), key=lambda each: each.start, default=None)

    def _after_open_time(self, run: Sitting | None, start: int) -> Sitting | None:
        if run is None or start - run.end < self.pause:
            return run
        self.close(run)
        return None

    def close(self, run: Sitting | None) -> None:
        """Note a stretch that is over, the longest from each beginning."""
        if run is not None:
            known = self.found.get(run.path, run)
            self.found[run.path] = max(known, run, key=lambda each: each.end)
