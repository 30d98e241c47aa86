"""Spells of one person put together: none twice, none touching another of its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cached_property
from typing import Any

from attrs import frozen

from workshopcore.contracts.busy_time import Spell

__all__ = ["Horizon", "merged"]

_DAY = timedelta(days=1)


@frozen(slots=False)
class Horizon:
    """The days between which a diary is read.

    Attributes:
        first, last: both included.
        zone: where the wall clock is.
    """

    first: date
    last: date
    zone: tzinfo

    @cached_property
    def walls(self) -> tuple[datetime, datetime]:
        """The two midnights at its ends, on the wall clock."""
        midnight = datetime.min.time()
        end = datetime.combine(self.last + _DAY, midnight)
        return datetime.combine(self.first, midnight), end

    def spell(
        self, start: date | datetime, end: date | datetime, *, tentative: bool = False
    ) -> Spell | None:
        """Return what lies within it of a stretch of time, ``None`` where nothing does.

        Args:
            start: a day; or a moment, in universal time or on the wall clock.
            end: the first day, or the moment, that no longer belongs to it.
            tentative: whether it is not for certain.
        """
        kind = _kind(start)
        low, high = self._limits(kind)
        first, last = max(start, low), min(end, high)
        return _spell(kind, (first, last), tentative) if first < last else None

    def _limits(self, kind: str) -> tuple[Any, Any]:
        if kind == "days":
            return self.first, self.last + _DAY
        return self.walls if kind == "walls" else self.instants

    @cached_property
    def instants(self) -> tuple[datetime, datetime]:
        """The two midnights at its ends, in universal time."""
        first, end = (wall.replace(tzinfo=self.zone).astimezone(UTC) for wall in self.walls)
        return first, end


def merged(spells: Iterable[Spell]) -> tuple[Spell, ...]:
    """Return spells in order of time, put together where they overlap or touch.

    Whoever is busy for certain is not also perhaps busy. Days, times on the wall clock and
    instants are put together each among themselves; instants come out in universal time.

    >>> [str(spell.end) for spell in merged([
    ...     Spell("2027-01-19", "2027-01-20"),
    ...     Spell("2027-01-21", "2027-01-21"),
    ...     Spell("2027-01-21", "2027-01-22", tentative=True),
    ... ])]
    ['2027-01-21', '2027-01-22']
    """
    kinds: dict[str, _Kind] = {"days": _Kind(), "walls": _Kind(), "instants": _Kind()}
    for spell in spells:
        kind, start, end = _half_open(spell)
        if start < end:
            kinds[kind].of(spell.tentative).append((start, end))
    found = [
        _spell(kind, stretch, tentative)
        for kind, stretches in kinds.items()
        for tentative, stretch in stretches.disjoint()
    ]
    return tuple(sorted(found, key=_order))


class _Kind:
    """The stretches of one kind, half open, those for certain apart from the others."""

    def __init__(self) -> None:
        self._certain: list[tuple[Any, Any]] = []
        self._perhaps: list[tuple[Any, Any]] = []

    def of(self, tentative: bool) -> list[tuple[Any, Any]]:
        return self._perhaps if tentative else self._certain

    def disjoint(self) -> Iterator[tuple[bool, tuple[Any, Any]]]:
        certain = _union(self._certain)
        for stretch in certain:
            yield False, stretch
        for stretch in _without(_union(self._perhaps), certain):
            yield True, stretch


def _union(stretches: Iterable[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _without(
    stretches: Iterable[tuple[Any, Any]], taken: list[tuple[Any, Any]]
) -> Iterator[tuple[Any, Any]]:
    """Yield what is left of stretches; both are disjoint and in order."""
    first = 0
    for start, end in stretches:
        while first < len(taken) and taken[first][1] <= start:
            first += 1
        place = first
        while place < len(taken) and taken[place][0] < end:
            if start < taken[place][0]:
                yield start, taken[place][0]
            start = taken[place][1]
            place += 1
        if start < end:
            yield start, end


def _kind(start: date | datetime) -> str:
    if not isinstance(start, datetime):
        return "days"
    return "walls" if start.tzinfo is None else "instants"


def _half_open(spell: Spell) -> tuple[str, Any, Any]:
    """Return the kind of a spell, when it begins, and the first time that it has not."""
    start, end = spell.start, spell.end
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return "days", start, end + _DAY
    kind = _kind(start)
    if kind == "instants":
        start, end = start.astimezone(UTC), end.astimezone(UTC)
    return kind, start, end


def _spell(kind: str, stretch: tuple[Any, Any], tentative: bool) -> Spell:
    start, end = stretch
    return Spell(start, end - _DAY if kind == "days" else end, tentative=tentative)


def _order(spell: Spell) -> tuple[datetime, datetime, bool]:
    def plain(limit: date | datetime) -> datetime:
        if isinstance(limit, datetime):
            return limit.replace(tzinfo=None)
        return datetime.combine(limit, datetime.min.time())

    return plain(spell.start), plain(spell.end), spell.tentative
