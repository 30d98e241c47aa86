"""Every way to form the groups of one round, as far as it costs no more than so much."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import TypeAlias

from workshopcore.groups.schedule import Groups
from workshopcore.groups.task import Matrix

__all__ = ["Turn", "turns"]

Turn: TypeAlias = tuple[int, int, Groups]
"""A round: what it costs, the pairs in it as bits, and its groups."""


def turns(
    present: Sequence[int],
    sizes: Sequence[int],
    prices: Matrix,
    most: int,
    spend: Callable[[int], None],
) -> Iterator[Turn]:
    """Yield rounds.

    Args:
        present: who is there.
        sizes: how many are in each group.
        prices: what it costs that two people meet.
        most: what a round may cost.
        spend: called with how many people were looked at; it may raise to make an end of it.

    >>> prices = [[0, 9, 1], [9, 0, 1], [1, 1, 0]]
    >>> [(cost, groups) for cost, _, groups in turns((0, 2), (2,), prices, 5, lambda _: None)]
    [(1, [[0, 2]])]
    """
    bits = {pair: 1 << at for at, pair in enumerate(combinations(range(len(prices)), 2))}
    for cost, groups in _parted(list(present), tuple(sizes), prices, most, spend):
        yield cost, sum(bits[pair] for group in groups for pair in combinations(group, 2)), groups


def _parted(
    waiting: list[int],
    sizes: tuple[int, ...],
    prices: Matrix,
    most: int,
    spend: Callable[[int], None],
) -> Iterator[tuple[int, Groups]]:
    """Yield every way to seat people in order, with what it costs."""
    if not waiting:
        yield 0, []
        return
    for size in sorted(set(sizes)):
        at = sizes.index(size)
        rest = sizes[:at] + sizes[at + 1 :]
        for cost, group in _groups(waiting[:1], waiting[1:], size, prices, most, spend):
            others = [one for one in waiting if one not in group]
            for more, groups in _parted(others, rest, prices, most - cost, spend):
                yield cost + more, [group, *groups]


def _groups(
    group: list[int],
    waiting: list[int],
    size: int,
    prices: Matrix,
    most: int,
    spend: Callable[[int], None],
) -> Iterator[tuple[int, list[int]]]:
    """Yield every way to fill up a group, with what it costs."""
    spend(len(waiting))
    if len(group) == size:
        yield 0, group
        return
    for at, one in enumerate(waiting):
        cost = sum([prices[mate][one] for mate in group])
        if cost <= most:
            filled = _groups([*group, one], waiting[at + 1 :], size, prices, most - cost, spend)
            for more, found in filled:
                yield cost + more, found
