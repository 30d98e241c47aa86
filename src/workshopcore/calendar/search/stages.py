"""Stages, their candidates, and which candidate may follow which."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from attrs import evolve, field, frozen

__all__ = ["GRAIN", "Links", "Problem", "Spacing", "Stage", "Way"]

GRAIN = 64
"""Values are multiples of it, so that prices may be fractions of a value and stay whole."""

DAY = 24 * 60

Way: TypeAlias = tuple[int, ...]
"""The slot of each stage."""


class Spacing(NamedTuple):
    """The days between the first days of two neighbours.

    Attributes:
        least, most: both included; ``most=None`` is any number.
        given: whether both neighbours are where they are: the gap is not to be evened out.
        loose: whether they may overlap, or stand in any order.
    """

    least: int
    most: int | None
    given: bool = False
    loose: bool = False


@frozen(eq=False, slots=False)
class Stage:
    """One workshop and where it may be: lists side by side, by start and then by end.

    Attributes:
        slots: what each candidate is called.
        days: the number of its first day.
        starts, ends: in minutes on one clock.
        values: what it is worth, in multiples of ``GRAIN``.
        burdens: for each bearer what they carry at each slot, where that is not 0.
    """

    slots: Sequence[int]
    days: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    values: Sequence[int]
    burdens: Sequence[Mapping[int, int]] = ()

    @cached_property
    def places(self) -> Mapping[int, int]:
        """The place of every slot."""
        return {slot: place for place, slot in enumerate(self.slots)}

    def only(self, places: Sequence[int]) -> Stage:
        """Return the stage with some of its candidates, by their places in the lists."""
        if len(places) == len(self.slots):
            return self
        lists = (self.slots, self.days, self.starts, self.ends, self.values)
        slots, days, starts, ends, values = ([each[n] for n in places] for each in lists)
        return Stage(slots, days, starts, ends, values, self.burdens)


@frozen(eq=False, slots=False)
class Links:
    """Which candidates of a stage may stand before which of the next.

    None overlaps, and the spacing is kept. The earlier candidates queue up in the order in
    which they make room. What may stand before a later one is a stretch of the queue, and what
    may stand after an earlier one a stretch of the next stage; from one candidate to the next
    neither end of a stretch ever goes back.
    """

    earlier: Stage
    later: Stage
    spacing: Spacing

    @cached_property
    def queue(self) -> Sequence[int]:
        """The earlier candidates in the order in which they make room."""
        places = range(len(self._made))
        in_order = all(a <= b for a, b in pairwise(self._made))
        return places if in_order else sorted(places, key=self._made.__getitem__)

    @cached_property
    def rank(self) -> Sequence[int]:
        """For each earlier candidate, its place in the queue."""
        if self.queue.__class__ is range:
            return self.queue
        return sorted(range(len(self.queue)), key=self.queue.__getitem__)

    @cached_property
    def _made(self) -> list[int]:
        least = self.spacing.least
        ends = zip(self.earlier.ends, self.earlier.days, strict=True)
        return [max(end, (day + least) * DAY) for end, day in ends]

    @cached_property
    def _ready(self) -> Sequence[int]:
        return self._made if self.queue.__class__ is range else sorted(self._made)

    @cached_property
    def _days(self) -> Sequence[int]:
        days = self.earlier.days
        return days if self.queue.__class__ is range else [days[n] for n in self.queue]

    @cached_property
    def low(self) -> Sequence[int]:
        """For each later candidate, where its stretch of the queue begins."""
        most, later = self.spacing.most, self.later.days
        if most is None:
            return [0] * len(later)
        return [bisect_left(self._days, day - most) for day in later]

    @cached_property
    def high(self) -> Sequence[int]:
        """For each later candidate, where its stretch of the queue ends."""
        if self.spacing.loose:
            return [len(self.queue)] * len(self.later.days)
        return [bisect_right(self._ready, start) for start in self.later.starts]

    @cached_property
    def first(self) -> Sequence[int]:
        """For each place of the queue, where its stretch of later candidates begins."""
        if self.spacing.loose:
            return [0] * len(self.queue)
        return [bisect_left(self.later.starts, moment) for moment in self._ready]

    @cached_property
    def last(self) -> Sequence[int]:
        """For each place of the queue, where its stretch of later candidates ends."""
        most, later = self.spacing.most, self.later.days
        if most is None:
            return [len(later)] * len(self.queue)
        return [bisect_right(later, day + most) for day in self._days]

    def before(self, place: int) -> Iterator[int]:
        """Yield the earlier candidates that may stand before a later one."""
        return (self.queue[n] for n in range(self.low[place], self.high[place]))

    def after(self, place: int) -> range:
        """Return the later candidates that may stand after an earlier one."""
        number = self.rank[place]
        return range(self.first[number], self.last[number])


@frozen(eq=False, slots=False)
class Problem:
    """A row of stages, with the spacing between neighbours.

    Attributes:
        bearers: how many there are.
    """

    stages: tuple[Stage, ...]
    spacing: tuple[Spacing, ...]
    bearers: int = 0
    _known: dict[tuple[int, int, Spacing], Links] = field(factory=dict, init=False, repr=False)

    @cached_property
    def links(self) -> tuple[Links, ...]:
        """The links between neighbours; equal ones are worked out once."""
        found = []
        for (before, after), spacing in zip(pairwise(self.stages), self.spacing, strict=True):
            key = (id(before), id(after), spacing)
            if key not in self._known:
                self._known[key] = Links(before, after, spacing)
            found.append(self._known[key])
        return tuple(found)

    @cached_property
    def most_burden(self) -> int:
        """No bearer can carry more than this in all."""
        return 2 * len(self.stages)

    def narrowed(self, least: int, most: int | None) -> Problem:
        """Return the problem with every gap that is not given within narrower bounds."""
        spacing = [gap if gap.given else _narrower(gap, least, most) for gap in self.spacing]
        return evolve(self, spacing=tuple(spacing))

    def only(self, places: Sequence[Sequence[int]]) -> Problem:
        """Return the problem with some of the candidates of each stage."""
        kept = zip(self.stages, places, strict=True)
        return evolve(self, stages=tuple([stage.only(some) for stage, some in kept]))


def _narrower(gap: Spacing, least: int, most: int | None) -> Spacing:
    bounds = [bound for bound in (gap.most, most) if bound is not None]
    return Spacing(max(gap.least, least), min(bounds, default=None))
