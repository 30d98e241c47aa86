"""The course of a day: what is on in each track, and what may come next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from workshopcore.agenda import Cut, Row, RunSheet
from workshopcore.model.agenda import AgendaItem, Buffer, Parallel, Slot
from workshopcore.model.workshop import Actual

__all__ = ["Course", "Item", "Lane"]


@frozen
class Item:
    """Something on the agenda, and where it stands: ``agenda[2].tracks[0].agenda[1]``."""

    path: str
    thing: AgendaItem

    def lanes(self) -> Iterator[Lane]:
        """Yield its tracks, if it has any."""
        tracks = self.thing.tracks if isinstance(self.thing, Parallel) else ()
        for number, track in enumerate(tracks):
            yield Lane(f"{self.path}.tracks[{number}].agenda", (track.title,), track.agenda)

    def slots(self) -> Iterator[tuple[str, Slot]]:
        """Yield every session, break, lunch and buffer in it with its path."""
        if isinstance(self.thing, Slot):
            yield self.path, self.thing
        for lane in self.lanes():
            for item in lane.items():
                yield from item.slots()


@frozen
class Lane:
    """Things that come one after another: the agenda itself, or a track.

    Attributes:
        titles: of the tracks it is in, outermost first; none for the agenda itself.
    """

    path: str
    titles: tuple[str, ...]
    line: Sequence[AgendaItem]

    def items(self) -> Iterator[Item]:
        """Yield what stands in it."""
        for number, thing in enumerate(self.line):
            yield Item(f"{self.path}[{number}]", thing)

    def within(self, titles: tuple[str, ...]) -> Lane:
        """Return it as a track within others."""
        return Lane(self.path, (*titles, *self.titles), self.line)


@frozen
class Course:
    """How far a day has come.

    Attributes:
        sheet: the rest of the day, timed anew.
        facts: the record, by session.
    """

    sheet: RunSheet
    facts: Mapping[str, Actual]
    _rows: Mapping[str, Row] = field(init=False, repr=False)
    _cuts: Mapping[str, Cut] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_rows", {row.path: row for row in self.sheet.rows if row.path})
        object.__setattr__(self, "_cuts", {cut.path: cut for cut in self.sheet.cuts})

    def row(self, path: str) -> Row | None:
        """Return the row of something, ``None`` where it has none (any more)."""
        return self._rows.get(path)

    def lanes(self) -> tuple[Lane, ...]:
        """Return the tracks that are on now; the agenda alone where there are none."""
        return tuple(self._open(Lane("agenda", (), self.sheet.workshop.agenda)))

    def _open(self, lane: Lane) -> Iterator[Lane]:
        """Yield the tracks of what is on in a lane, the lane itself where that has none."""
        parted = next((item for item in lane.items() if self._is_on(item)), None)
        if parted is None:
            yield lane
            return
        for track in parted.lanes():
            yield from self._open(track.within(lane.titles))

    def _is_on(self, item: Item) -> bool:
        """Return whether tracks have been entered and are not all over."""
        if not isinstance(item.thing, Parallel):
            return False
        slots = list(item.slots())
        return any(self._has_begun(slot) for _, slot in slots) and any(
            self.is_coming(path, slot) or self.is_running(path, slot) for path, slot in slots
        )

    def running(self, lane: Lane) -> tuple[Row, Slot] | None:
        """Return what is on in a lane by the record."""
        for item in reversed(list(lane.items())):
            if isinstance(item.thing, Slot) and self.is_running(item.path, item.thing):
                return self._rows[item.path], item.thing
        return None

    def expected(self, lane: Lane) -> Row | None:
        """Return what should be on in a lane, though nothing on record says that it began."""
        for item in lane.items():
            row = self.row(item.path)
            if isinstance(item.thing, Slot) and row is not None and row.state == "running":
                return None if self._has_begun(item.thing) else row
        return None

    def coming(self, lane: Lane) -> tuple[Item, ...]:
        """Return what may come next in a lane, in order; what is proposed to go included."""
        return tuple(
            item
            for item in lane.items()
            if any(self.is_coming(path, slot) for path, slot in item.slots())
        )

    def first_kept(self, items: Sequence[Item]) -> int:
        """Return the place of the first of some items that is not proposed to go, or else 0."""
        kept = (
            number
            for number, item in enumerate(items)
            if any(path not in self._cuts for path, _ in item.slots())
        )
        return next(kept, 0)

    def openings(self, item: Item) -> tuple[Slot, ...]:
        """Return what begins when something begins: itself, or the first of every track."""
        if isinstance(item.thing, Slot):
            return (item.thing,)
        found: list[Slot] = []
        for lane in item.lanes():
            inner = self.coming(lane)
            found += self.openings(inner[self.first_kept(inner)]) if inner else ()
        return tuple(found)

    def is_coming(self, path: str, slot: Slot) -> bool:
        """Return whether something is still to begin. Buffers never do: they are spare time."""
        if isinstance(slot, Buffer) or (slot.id in self.facts and self._is_known(slot)):
            return False
        row = self.row(path)
        return path in self._cuts if row is None else row.state != "done"

    def is_running(self, path: str, slot: Slot) -> bool:
        """Return whether something is on by the record."""
        row = self.row(path)
        on = row is not None and row.state == "running" and self._has_begun(slot)
        return on and self.facts[slot.id].end is None

    def _is_known(self, slot: Slot) -> bool:
        fact = self.facts[slot.id]
        return fact.start is not None or fact.end is not None or fact.fate != "done"

    def _has_begun(self, slot: Slot) -> bool:
        fact = self.facts.get(slot.id)
        return fact is not None and fact.start is not None and fact.fate == "done"
