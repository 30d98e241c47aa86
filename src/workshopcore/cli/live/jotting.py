"""What one key puts on record: what began, what ended and what will not be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from attrs import evolve

from workshopcore.cli.live.course import Course, Lane
from workshopcore.cli.live.entry import Entry, before, wall
from workshopcore.model.agenda import Slot
from workshopcore.model.workshop import Actual

__all__ = ["Jotting"]


class Jotting:
    """Notes what happens at one moment.

    Attributes:
        entries: the changes of the record.
        words: the same, for people.
    """

    def __init__(self, facts: Mapping[str, Actual], course: Course, now: datetime) -> None:
        self._facts, self._course, self._now = facts, course, wall(now)
        self.entries: list[Entry] = []
        self.words: list[str] = []

    def end_of(self, lane: Lane) -> None:
        """Note the end of what is on in a track, if anything is."""
        on = self._course.running(lane)
        if on is None:
            return
        row, slot = on
        start = self._facts[slot.id].start
        if start is not None and before(self._now, start):
            # A clock that was put back ends nothing before it began, nor begins what follows.
            self._now = start
        self._note(slot, end=self._now)
        self.words.append(f"ended {row.title}")

    def starts(self, slots: Iterable[Slot]) -> None:
        """Note that things began."""
        found = tuple(slots)
        for slot in found:
            self._note(slot, start=self._now)
        self.words.insert(0, f"started {self._titles(found)}")

    def cuts(self, slots: Iterable[Slot]) -> None:
        """Note that things are left out."""
        found = tuple(slots)
        for slot in found:
            self._note(slot, fate="cut")
        if found:
            self.words.append(f"left out {self._titles(found)}")

    def told(self) -> str:
        """Return what happened, in words."""
        words = "; ".join(self.words)
        return words[:1].upper() + words[1:]

    def _note(self, slot: Slot, **changes: Any) -> None:
        old = self._facts.get(slot.id)
        self.entries.append(Entry(slot.id, old, evolve(old or Actual(slot.id), **changes)))

    def _titles(self, slots: Iterable[Slot]) -> str:
        sheet = self._course.sheet
        titles = {row.id: row.title for row in sheet.rows}
        titles |= {cut.id: cut.title for cut in sheet.cuts}
        return ", ".join(titles.get(slot.id, slot.name) for slot in slots)
