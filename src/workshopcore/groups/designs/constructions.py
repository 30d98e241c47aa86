"""Schedules in which nobody meets twice, written down at once.

A schedule is a list of rounds, each a list of groups of points; points are 0, 1, 2 … In all of
them but the round robin the first points, as many as there are groups, never meet each other in
the rounds that come first, so they can be hosts.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from workshopcore.groups.designs.fields import ring

__all__ = ["Design", "Rounds", "constructions"]

Rounds = list[list[list[int]]]


@frozen
class Design:
    """A schedule in which no two points meet twice, and how it was made."""

    rounds: Rounds
    how: str


def constructions(groups: int, size: int) -> Iterator[Design]:
    """Yield the schedules that can be written down, for groups of equal size.

    >>> [(len(found.rounds), found.how) for found in constructions(5, 4)]
    [(5, 'an orthogonal array over the field of 5 elements')]
    """
    if groups == 1 or size > groups:
        return
    if size == 2:
        yield Design(_round_robin(2 * groups), "a round robin")
    yield Design(_array(groups, size), f"an orthogonal array {_over(groups)}")
    if (groups, size) == (8, 4):
        yield Design(_thirty_two(), "an orthogonal array over the field of 8 elements, turned")


def _over(order: int) -> str:
    prime_power = len(ring(order).apart) == order
    kind = "the field" if prime_power else "a product of fields"
    return f"over {kind} of {order} elements"


def _round_robin(people: int) -> Rounds:
    """Return every pair once: one stays, the others move round it."""
    last = people - 1
    return [
        [[last, turn], *([(turn + k) % last, (turn - k) % last] for k in range(1, people // 2))]
        for turn in range(last)
    ]


def _array(groups: int, size: int) -> Rounds:
    """Return an orthogonal array as a schedule.

    Points are a row and an element of a ring with as many elements as there are groups. In
    round ``a`` the group of ``y`` has from the row of ``x`` the element ``y + a x``. Two rows
    have two elements in common once at most where the differences of the ``a``, or of the
    ``x``, can be divided by. A row never meets itself in these rounds; where it can be split
    into groups it is, by a schedule of its own (H. F. MacNeish, *Euler squares*, Annals of
    Mathematics 23, 1922; R. C. Bose, 1938).
    """
    elements = ring(groups)
    few = elements.apart
    every = tuple(range(groups))
    rows, turns = (few[:size], every) if size <= len(few) else (every[:size], few)
    across = [
        [
            [groups * row + elements.add[y][elements.times[a][x]] for row, x in enumerate(rows)]
            for y in range(groups)
        ]
        for a in turns
    ]
    return across + _within_rows(groups, size)


def _within_rows(groups: int, size: int) -> Rounds:
    if groups % size:
        return []
    if groups == size:
        inner: Rounds = [[list(range(size))]]
    else:
        best = max(constructions(groups // size, size), key=lambda d: len(d.rounds), default=None)
        inner = best.rounds if best else [_in_order(groups // size, size)]
    return [
        [[groups * row + point for point in group] for row in range(size) for group in turn]
        for turn in inner
    ]


def _in_order(groups: int, size: int) -> list[list[int]]:
    return [list(range(size * group, size * group + size)) for group in range(groups)]


def _thirty_two() -> Rounds:
    """Return ten rounds for 32 points in eight groups of four.

    Of the orthogonal array over the field of 8 elements, with rows 0, 1, w and w², two rounds
    are given up, those of 0 and 1. Rows ``i`` and ``j`` then still have the differences 0 and
    ``h = x_i + x_j`` free: a round can join each pair of two rows, ``{y, y + h}`` of one and of
    the other. The three ways to split four rows into pairs are three rounds. They use three
    independent differences within each row, and all three lie outside one plane: the planes of
    the four rows are the tenth round. (A. Aguado gave the first solution in ten rounds in 2004;
    this one is simpler to write down.)
    """
    elements = ring(8)
    rows = elements.times[2]
    xs = [1 if row == 1 else 0 if row == 0 else rows[2 ** (row - 2)] for row in range(4)]
    rounds = [
        [
            [8 * row + elements.add[y][elements.times[a][xs[row]]] for row in range(4)]
            for y in range(8)
        ]
        for a in range(2, 8)
    ]
    rounds += [
        [group for i, j in pairs for group in _joined(i, j, xs[i] ^ xs[j])]
        for pairs in (((0, 1), (2, 3)), ((0, 2), (1, 3)), ((0, 3), (1, 2)))
    ]
    return [*rounds, [plane for row in range(4) for plane in _planes(row, xs)]]


def _joined(one: int, other: int, gap: int) -> list[list[int]]:
    halves = [y for y in range(8) if y < y ^ gap]
    return [
        [8 * one + y, 8 * one + (y ^ gap), 8 * other + y, 8 * other + (y ^ gap)] for y in halves
    ]


def _planes(row: int, xs: list[int]) -> list[list[int]]:
    gaps = [xs[row] ^ x for x in xs if x != xs[row]]
    form = next(f for f in range(8) if all((f & gap).bit_count() % 2 for gap in gaps))
    sides: list[list[int]] = [[], []]
    for y in range(8):
        sides[(form & y).bit_count() % 2].append(8 * row + y)
    return sides
