"""Counts what a schedule is worth, without the code that made it."""

from collections import Counter
from itertools import combinations


def meetings(groups):
    """How often each two people sit in one of the groups."""
    return Counter(frozenset(pair) for group in groups for pair in combinations(set(group), 2))


def repeats(*groups):
    return sum(times * (times - 1) // 2 for times in meetings(groups).values())


def all_groups(rounds):
    return [group for groups in rounds for group in groups]


def sizes(groups):
    return sorted(map(len, groups), reverse=True)
