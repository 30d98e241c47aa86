"""What gives way when the rest of a day cannot hold: fixed times, one by one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TypeAlias

from attrs import evolve

from workshopcore.agenda.earliest import earliest
from workshopcore.agenda.parts import Line, Part, changed, leaves

__all__ = ["Missed", "relaxed", "with_minutes", "with_starts", "without"]

Missed: TypeAlias = tuple[int | None, int, int]
"""An item or, for ``None``, the end; its fixed moment; by how many minutes it gives way."""


def with_starts(line: Line, numbers: Sequence[int], starts: Mapping[int, tuple[int, int]]) -> Line:
    """Return a line with new starts for some of its items, which are numbered in order."""

    def fixed(place: int, part: Part) -> Part:
        start = starts.get(numbers[place])
        return part if start is None else evolve(part, start=start)

    return changed(line, fixed)


def with_minutes(line: Line, numbers: Sequence[int], minutes: Mapping[int, int]) -> Line:
    """Return a line in which some of its items take so many minutes, and stay."""

    def decided(place: int, part: Part) -> Part:
        exact = minutes.get(numbers[place])
        if exact is None:
            return part
        return evolve(part, shortest=exact, usual=exact, longest=exact, may_go=False)

    return changed(line, decided)


def without(line: Line, gone: Collection[int]) -> Line:
    """Return a line without some of its parts, by place."""
    return changed(line, lambda place, part: None if place in gone else part)


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
            line = with_starts(line, range(len(numbers)), {place: (start, start)})
