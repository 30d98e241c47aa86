"""How far a day has come: what is over, what is on, and what is left of the agenda."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import define, evolve, field, frozen

from workshopcore.agenda.day import Day
from workshopcore.agenda.parts import Line, Part, Tracks, changed, lanes, numbered
from workshopcore.errors import InvalidValueError

__all__ = ["Fact", "Left", "left_of"]

Span = tuple[int, int]


@frozen
class Fact:
    """What is on record of an item, in minutes from the start; ``None`` where nothing is."""

    start: int | None = None
    end: int | None = None
    gone: bool = False


@define
class Left:
    """What is left of a day at a moment.

    Attributes:
        line: the parts still to come, and what remains of those that are on; fixed times are
            counted from the moment.
        numbers: which items they are, depth first.
        over: when the items that are over ran.
        running: when the items that are on started.
    """

    line: Line = ()
    numbers: list[int] = field(factory=list)
    over: dict[int, Span] = field(factory=dict)
    running: dict[int, int] = field(factory=dict)


def left_of(
    day: Day,
    now: int,
    at: int,
    *,
    named: frozenset[int],
    started: int | None,
    facts: Mapping[int, Fact],
    planned: Mapping[int, Span],
) -> Left:
    """Return what is left of a day.

    Args:
        day: the day.
        now: the moment, in minutes from the start.
        at: from when the rest is timed: now, or the next point of the grid.
        named: the items that are said to be on.
        started: when they started, where that was said.
        facts: what is on record, by item.
        planned: when each item that still stood on the agenda was to run.
    """
    view = _View(day, now, at, named, started, facts, planned)
    view.left.line = view.line(day.line, 0, now)
    return view.left


@define
class _View:
    day: Day
    now: int
    at: int
    named: frozenset[int]
    started: int | None
    facts: Mapping[int, Fact]
    planned: Mapping[int, Span]
    left: Left = field(factory=Left)

    def line(self, line: Line, first: int, limit: int, since: int = 0) -> Line:
        """Return what is left of a line."""
        items = list(numbered(line, first))
        current, recorded = self._current(items)
        until = self._begun(items[current][1], limit) if current < len(items) else limit
        self._refuse_what_is_over(items[:current])
        for index, (item, numbers) in enumerate(items[:current], start=1):
            since = self._settle(item, numbers.start, since, until, stretch=index == current)
        found: list[Part | Tracks] = []
        for index, (item, numbers) in enumerate(items[current:]):
            on = index == 0 and any(self._is_on(number, recorded) for number in numbers)
            if on:
                found += self._on(item, numbers, limit, since)
            else:
                found += changed((item,), self._later, numbers.start)
        return tuple(found)

    def _current(self, items: Sequence[tuple[Part | Tracks, range]]) -> tuple[int, bool]:
        """Return the first item that is not over, and whether the record told which."""
        begun = [n for n, (_, numbers) in enumerate(items) if any(map(self._has_begun, numbers))]
        if begun:
            last = begun[-1]
            return last + all(map(self._is_over, items[last][1])), True
        ends = [
            max((self.planned[n][1] for n in numbers if n in self.planned), default=0)
            for _, numbers in items
        ]
        return next((n for n, end in enumerate(ends) if end > self.now), len(items)), False

    def _fact(self, number: int) -> Fact:
        return self.facts.get(number, _NOTHING)

    def _has_begun(self, number: int) -> bool:
        return number in self.named or self._fact(number).start is not None

    def _is_over(self, number: int) -> bool:
        fact = self._fact(number)
        over = fact.end is not None or fact.gone or number not in self.planned
        return over and number not in self.named

    def _begun(self, numbers: range, limit: int) -> int:
        """Return when the first of some items began, at the latest by a limit."""
        known = [self._start(number) for number in numbers if self._has_begun(number)]
        return min([*known, limit])

    def _start(self, number: int) -> int:
        fact = self._fact(number)
        if number in self.named and self.started is not None:
            return min(self.started, self.now)
        if fact.start is not None:
            return min(fact.start, self.now)
        planned = self.planned.get(number)
        return min(planned[0], self.now) if planned else self.now

    def _refuse_what_is_over(self, items: Iterable[tuple[Part | Tracks, range]]) -> None:
        over = [n for _, numbers in items for n in numbers if n in self.named]
        if over:
            name = self.day.items[over[0]].slot.id
            expected = "a session that can still be on"
            raise InvalidValueError(name, expected, "What comes after it is on record as begun")

    def _settle(
        self, item: Part | Tracks, first: int, since: int, until: int, *, stretch: bool
    ) -> int:
        """Note what is over: as recorded, or else as planned, as far as there was time.

        What stood last before the item that is on, and has no end on record, ran until then.

        Returns:
            The end of the item, or of what stood before it where it did not take place.
        """
        if isinstance(item, Tracks):
            return max([since, *self._settle_tracks(item, first, since, until)])
        fact = self._fact(first)
        if fact.gone or first not in self.planned:
            return since
        begin, end = self.planned[first]
        begin = max(begin, since) if fact.start is None else fact.start
        end = min(end, until) if fact.end is None else fact.end
        if stretch and fact.end is None:
            end = until
        self.left.over[first] = (min(begin, end), end)
        return end

    def _settle_tracks(self, tracks: Tracks, first: int, since: int, until: int) -> Iterator[int]:
        for track, at in lanes(tracks, first):
            end = since
            for item, numbers in numbered(track, at):
                end = self._settle(item, numbers.start, end, until, stretch=False)
            yield end

    def _on(
        self, item: Part | Tracks, numbers: range, limit: int, since: int
    ) -> list[Part | Tracks]:
        """Return what is left of an item that is on."""
        if isinstance(item, Tracks):
            inner = lanes(item, numbers.start)
            return [Tracks(tuple(self.line(track, at, limit, since) for track, at in inner))]
        number = numbers.start
        start = self._start(number)
        self.left.running[number] = start
        self.left.numbers.append(number)
        used = self.at - start
        shortest, usual, longest = item.shortest - used, item.usual - used, item.longest - used
        return [Part(max(0, shortest), max(0, usual), max(0, longest), item.tier)]

    def _is_on(self, number: int, recorded: bool) -> bool:
        """Return whether an item has begun: on record, or by the plan where nothing is."""
        if recorded or self._has_begun(number):
            return self._has_begun(number)
        planned = self.planned.get(number)
        return planned is not None and planned[0] < self.now < planned[1]

    def _later(self, number: int, part: Part) -> Part | None:
        """Return a part that is still to come, ``None`` where it is not to happen."""
        if self._fact(number).gone or number not in self.planned:
            return None
        self.left.numbers.append(number)
        return self._shifted(part)

    def _shifted(self, part: Part) -> Part:
        if part.start is None:
            return part
        first, last = part.start
        # What is fixed for a moment that has passed is missed by so much: below 0.
        return evolve(part, start=(min(max(first - self.at, 0), last - self.at), last - self.at))


_NOTHING = Fact()
