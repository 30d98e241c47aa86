"""Dynamic programming along the row: each pass is linear in the number of candidates.

f(k, t) = v(k, t) + max f(k − 1, s) over the s that may stand before t. These s are a stretch
whose ends only ever move forward, so a queue of candidates for the maximum gives it in constant
time each (DOMAIN 3.3; the sliding-window maximum with a monotone queue).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from workshopcore.calendar.search.stages import Links, Problem

__all__ = ["UNREACHED", "Rows", "backward", "forward", "is_reached", "on_best_ways", "trace"]

Rows: TypeAlias = Sequence[Sequence[int]]
"""A number for every candidate of every stage."""

UNREACHED = -(1 << 600)
"""The total of a candidate through which no way leads: less than any sum of values."""


def is_reached(total: int) -> bool:
    """Return whether a total is one of a way that exists."""
    return total > UNREACHED >> 1


def forward(rows: Rows, links: Iterable[Links]) -> list[Sequence[int]]:
    """Return for each candidate the best total of a way up to it, itself included."""
    totals = [rows[0]]
    for row, link in zip(rows[1:], links, strict=True):
        queued = _in_order(totals[-1], link.queue)
        totals.append(_after(row, queued, link.low, link.high))
    return totals


def backward(rows: Rows, links: Sequence[Links]) -> list[Sequence[int]]:
    """Return for each candidate the best total of a way from it on, itself included."""
    totals = [rows[-1]]
    for row, link in zip(reversed(rows[:-1]), reversed(links), strict=True):
        queued = _after(_in_order(row, link.queue), totals[-1], link.first, link.last)
        totals.append(_in_order(queued, link.rank))
    totals.reverse()
    return totals


def _in_order(numbers: Sequence[int], order: Sequence[int]) -> Sequence[int]:
    return numbers if order.__class__ is range else [numbers[place] for place in order]


def _after(
    row: Sequence[int], totals: Sequence[int], low: Sequence[int], high: Sequence[int]
) -> list[int]:
    """Return each value plus the largest total of its stretch; ends of stretches never go back.

    The window holds the totals that may still be the largest of a stretch to come: each is
    larger than all after it.
    """
    found = []
    window: deque[int] = deque()
    seen = 0
    for value, start, end in zip(row, low, high, strict=True):
        while seen < end:
            total = totals[seen]
            while window and totals[window[-1]] <= total:
                window.pop()
            window.append(seen)
            seen += 1
        while window and window[0] < start:
            window.popleft()
        found.append(value + totals[window[0]] if window else UNREACHED)
    return found


def trace(problem: Problem, rows: Rows, totals: Rows) -> list[int]:
    """Return a best way, by places; of equals the one that is earlier at the end of the row."""
    place = max(range(len(totals[-1])), key=totals[-1].__getitem__)
    places = [place]
    for stage in range(len(rows) - 1, 0, -1):
        link = problem.links[stage - 1]
        wanted = totals[stage][place] - rows[stage][place]
        before = totals[stage - 1]
        place = next(each for each in link.before(place) if before[each] == wanted)
        places.append(place)
    places.reverse()
    return places


def on_best_ways(problem: Problem, rows: Rows, totals: Rows) -> list[list[int]]:
    """Return the places of every stage that lie on a best way.

    Going back from the end, a place lies on one if its total is what a place after it, which
    does, had from before. Those of one stage that need the same are looked for together.
    """
    top = max(totals[-1])
    found = [[place for place, total in enumerate(totals[-1]) if total == top]]
    for stage in range(len(rows) - 1, 0, -1):
        link, before = problem.links[stage - 1], totals[stage - 1]
        total, row = totals[stage], rows[stage]
        seen: dict[int, int] = {}
        places = set()
        for place in found[-1]:
            wanted = total[place] - row[place]
            start, end = max(link.low[place], seen.get(wanted, 0)), link.high[place]
            seen[wanted] = end
            places |= {n for n in link.queue[start:end] if before[n] == wanted}
        found.append(sorted(places))
    found.reverse()
    return found
