"""What gives way when the rest of a day cannot hold: fixed times, one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from attrs import evolve

from workshopcore.agenda.earliest import earliest
from workshopcore.agenda.parts import Line, Part, Tracks, leaves

__all__ = ["Missed", "relaxed", "with_minutes", "with_starts", "without"]

Missed: TypeAlias = tuple[int | None, int, int]
"""An item or, for ``None``, the end; its fixed moment; by how many minutes it gives way."""


def with_starts(line: Line, numbers: Iterator[int], starts: Mapping[int, tuple[int, int]]) -> Line:
    """Return a line with new starts for some of its items."""
    found: list[Part | Tracks] = []
    for item in line:
        if isinstance(item, Tracks):
            tracks = tuple(with_starts(track, numbers, starts) for track in item.tracks)
            found.append(Tracks(tracks))
        else:
            number = next(numbers)
            found.append(evolve(item, start=starts[number]) if number in starts else item)
    return tuple(found)


def with_minutes(line: Line, numbers: Iterator[int], minutes: Mapping[int, int]) -> Line:
    """Return a line in which some of its items take so many minutes, and stay."""
    found: list[Part | Tracks] = []
    for item in line:
        if isinstance(item, Tracks):
            found.append(
                Tracks(tuple(with_minutes(track, numbers, minutes) for track in item.tracks))
            )
        elif (number := next(numbers)) in minutes:
            exact = minutes[number]
            found.append(evolve(item, shortest=exact, usual=exact, longest=exact, may_go=False))
        else:
            found.append(item)
    return tuple(found)


def without(line: Line, gone: frozenset[int]) -> Line:
    """Return a line without some of its parts, by place."""
    return _left_out(line, gone, iter(range(sum(1 for _ in leaves(line)))))


def _left_out(line: Line, gone: frozenset[int], places: Iterator[int]) -> Line:
    found: list[Part | Tracks] = []
    for item in line:
        if isinstance(item, Tracks):
            found.append(Tracks(tuple(_left_out(track, gone, places) for track in item.tracks)))
        elif next(places) not in gone:
            found.append(item)
    return tuple(found)


def relaxed(
    line: Line, numbers: Sequence[int], minutes: int, at: int
) -> tuple[Line, int, tuple[Missed, ...]]:
    """Let fixed times give way, one by one, until leaving things out is enough.

    Returns:
        The line, its minutes, and what gives way.
    """
    missed: list[Missed] = []
    expendable = frozenset(n for n, part in enumerate(leaves(line)) if part.may_go)
    stay = [place for place in range(len(numbers)) if place not in expendable]
    while True:
        soonest = earliest(without(line, expendable), minutes)
        late = next((margin for margin in soonest.margins if margin.minutes < 0), None)
        if late is None:
            return line, minutes, tuple(missed)
        if late.part is None:
            missed.append((None, at + minutes, -late.minutes))
            minutes -= late.minutes
        else:
            place = stay[late.part]
            part = list(leaves(line))[place]
            fixed = part.start[1] if part.start else 0
            missed.append((numbers[place], at + fixed, -late.minutes))
            start = fixed - late.minutes
            line = with_starts(line, iter(range(len(numbers))), {place: (start, start)})
