"""What to leave out when not everything fits: the least loss, tier by tier.

A day fits when, with every part at its shortest and as early as it may be, no fixed time is
missed. So the search keeps, after each part, only the moments that may be reached and the least
loss at which: leaving less out never gets anywhere sooner. That makes a knapsack over minutes,
exact for locks, windows and tracks within tracks alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from workshopcore.agenda.parts import Line, Part, Tracks, lanes, numbered

__all__ = ["cuts", "loss"]

_Chain: TypeAlias = "tuple[_Chain, int] | None"
_State: TypeAlias = tuple[int, int, _Chain]
"""A moment, the loss at which it is reached, and what was left out, the last first."""

_TIER_BITS = 32
_COUNT_BITS = 16


def loss(part: Part) -> int:
    """Return what leaving a part out loses: its usual minutes, a higher tier before all lower.

    The losses of several parts add up. Between sets of the same minutes the smaller one loses
    less.
    """
    return (part.usual << _COUNT_BITS + _TIER_BITS * part.tier) + 1


def cuts(line: Line, minutes: int) -> tuple[int, ...] | None:
    """Return which parts to leave out so that a day fits, by number, depth first.

    Of all sets of parts that may go it is one with the least :func:`loss`; ``()`` where
    everything fits, ``None`` where leaving out all that may go is not enough.

    >>> day = (Part(20, 30, 40), Part(10, 15, 20, may_go=True), Part(30, 40, 50))
    >>> cuts(day, 55)
    (1,)
    """
    reached = [state for state in _line(line, 0, [(0, 0, None)]) if state[0] <= minutes]
    return _numbers(reached[-1][2]) if reached else None


def _line(line: Line, number: int, states: list[_State]) -> list[_State]:
    for item, numbers in numbered(line, number):
        step = _part if isinstance(item, Part) else _tracks
        states = step(item, numbers.start, states)  # type: ignore[arg-type]
    return states


def _part(part: Part, number: int, states: list[_State]) -> list[_State]:
    first, last = part.start or (0, None)
    found = [
        (max(moment, first) + part.shortest, lost, chain)
        for moment, lost, chain in states
        if last is None or moment <= last
    ]
    if part.may_go:
        price = loss(part)
        found += [(moment, lost + price, (chain, number)) for moment, lost, chain in states]
    return _best(found)


def _tracks(tracks: Tracks, number: int, states: list[_State]) -> list[_State]:
    found: list[_State] = []
    for moment, lost, chain in states:
        ways = [(moment, lost, chain)]
        for track, first in lanes(tracks, number):
            ends = _line(track, first, [(moment, 0, None)])
            ways = _best(
                (max(end, other), before + after, _joined(way, more))
                for end, before, way in ways
                for other, after, more in ends
            )
        found += ways
    return _best(found)


def _best(states: Iterable[_State]) -> list[_State]:
    """Keep the states that no other reaches as soon at as little loss, soonest first."""
    kept: list[_State] = []
    for state in sorted(states, key=lambda state: state[:2]):
        if not kept or state[1] < kept[-1][1]:
            kept.append(state)
    return kept


def _joined(chain: _Chain, more: _Chain) -> _Chain:
    for number in _numbers(more):
        chain = (chain, number)
    return chain


def _numbers(chain: _Chain) -> tuple[int, ...]:
    found = []
    while chain is not None:
        chain, number = chain
        found.append(number)
    return tuple(sorted(found))
