"""Combinations of published groups that rest on very few people.

A figure of a group is the sum over its people, so everything that can be had by adding and
subtracting figures of groups is a combination of their rows in a table of groups by people.
People who are in the same groups cannot be told apart and are one column. A combination rests
on those columns in which it is not zero. Some columns hold all that a combination rests on
exactly when their vectors in the orthogonal complement of the rows are dependent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import lcm
from typing import TypeAlias

from attrs import define, frozen

__all__ = ["Combination", "TooManyError", "smallest_combination"]

Vector: TypeAlias = list[Fraction]

_MOST_WORK = 5_000_000


class TooManyError(Exception):
    """There are too many combinations to look at all of them."""


@frozen
class Combination:
    """A combination of groups, and the people it rests on.

    Attributes:
        people: they.
        factors: how many times each group is added, or subtracted, in the order given.
        is_group: whether it is the sum over these people, and not some against others.
    """

    people: frozenset[str]
    factors: tuple[Fraction, ...]
    is_group: bool


def smallest_combination(groups: Sequence[frozenset[str]], k: int) -> Combination | None:
    """Return a combination resting on fewer than k people that needs the last group.

    What the groups before it give away already is no reason to keep the last one back.

    Raises:
        TooManyError: there are too many possibilities to be sure.

    >>> found = smallest_combination([frozenset("abcdef"), frozenset("abc"), frozenset("de")], 2)
    >>> found.people, [int(factor) for factor in found.factors]
    (frozenset({'f'}), [1, -1, -1])
    """
    atoms = _atoms(groups)
    rows = [[Fraction(atom <= group) for atom in atoms] for group in groups]
    search = _Search(
        [len(atom) for atom in atoms],
        _whole(_complement(rows, len(atoms))),
        _whole(_complement(rows[:-1], len(atoms))),
        _MOST_WORK,
    )
    rests_on = search.dependent(0, k - 1, [], [])
    if rests_on is None:
        return None
    factors = _factors(rows, rests_on)
    combined = _combined(factors, rows)
    people = frozenset().union(*(atom for atom, sum_ in zip(atoms, combined, strict=True) if sum_))
    return Combination(people, tuple(factors), set(combined) <= {0, 1})


def _atoms(groups: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Return people who are in the same groups together, the smallest sets first."""
    together: dict[tuple[bool, ...], set[str]] = {}
    for person in sorted(frozenset().union(*groups)):
        together.setdefault(tuple(person in group for group in groups), set()).add(person)
    return sorted(map(frozenset, together.values()), key=lambda one: (len(one), sorted(one)))


@define
class _Search:
    sizes: list[int]
    vectors: list[list[int]]
    before: list[list[int]]
    left: int

    def dependent(
        self, first: int, people: int, taken: list[int], basis: list[list[int]]
    ) -> list[int] | None:
        """Return columns of no more than so many people whose vectors are dependent."""
        for each in range(first, len(self.sizes)):
            if self.sizes[each] > people:
                return None  # the sizes ascend
            self.left -= (len(taken) + 1) * (len(self.before[each]) + 1)
            if self.left < 0:
                raise TooManyError
            reduced = _reduced(self.vectors[each], basis)
            now = [*taken, each]
            kept = [*basis, reduced] if any(reduced) else basis
            if _rank([self.before[one] for one in now]) > len(kept):
                return now
            found = self.dependent(each + 1, people - self.sizes[each], now, kept)
            if found is not None:
                return found
        return None


def _whole(vectors: list[Vector]) -> list[list[int]]:
    """Return vectors in whole numbers, each scaled: that changes nothing in who depends on whom."""
    scales = [lcm(*(value.denominator for value in vector)) for vector in vectors]
    return [
        [int(value * scale) for value in vector]
        for vector, scale in zip(vectors, scales, strict=True)
    ]


def _rank(vectors: Iterable[list[int]]) -> int:
    basis: list[list[int]] = []
    for vector in vectors:
        reduced = _reduced(vector, basis)
        if any(reduced):
            basis.append(reduced)
    return len(basis)


def _combined(factors: Iterable[Fraction], rows: list[Vector]) -> Vector:
    scaled = [[factor * value for value in row] for factor, row in zip(factors, rows, strict=True)]
    return [sum(column, Fraction()) for column in zip(*scaled, strict=True)]


def _reduced(vector: list[int], basis: Iterable[list[int]]) -> list[int]:
    """Return what is left of a vector after others, each reduced after those before it."""
    for each in basis:
        pivot = next(number for number, value in enumerate(each) if value)
        if factor := vector[pivot]:
            lead = each[pivot]
            vector = [lead * one - factor * other for one, other in zip(vector, each, strict=True)]
    return vector


def _complement(rows: list[Vector], width: int) -> list[Vector]:
    """Return, for each column, its coordinates in the orthogonal complement of the rows."""
    reduced, pivots = _echelon(rows)
    free = [column for column in range(width) if column not in pivots]
    coordinates = [[Fraction(column == one) for one in free] for column in range(width)]
    for row, pivot in zip(reduced, pivots, strict=True):
        coordinates[pivot] = [-row[one] for one in free]
    return coordinates


def _echelon(rows: list[Vector]) -> tuple[list[Vector], list[int]]:
    """Return rows in reduced echelon form, and the column of each one's leading 1."""
    left, pivots = [list(row) for row in rows], list[int]()
    for column in range(len(rows[0]) if rows else 0):
        top = len(pivots)
        found = next((number for number in range(top, len(left)) if left[number][column]), None)
        if found is None:
            continue
        left[top], left[found] = left[found], left[top]
        lead = left[top][column]
        left[top] = [value / lead for value in left[top]]
        for number, row in enumerate(left):
            if number != top and row[column]:
                factor = row[column]
                left[number] = [
                    one - factor * other for one, other in zip(row, left[top], strict=True)
                ]
        pivots.append(column)
    return left[: len(pivots)], pivots


def _factors(rows: list[Vector], rests_on: list[int]) -> Vector:
    """Return factors, the last not zero, whose sum of rows is zero outside some columns."""
    outside = [column for column in range(len(rows[0])) if column not in rests_on]
    by_column = [[row[column] for row in rows] for column in outside]
    factors = next(one for one in _null_space(by_column, len(rows)) if one[-1])
    combined = _combined(factors, rows)
    leading = next(combined[column] for column in rests_on if combined[column])
    return [factor / leading for factor in factors]


def _null_space(rows: list[Vector], width: int) -> list[Vector]:
    coordinates = _complement(rows, width)
    return [list(vector) for vector in zip(*coordinates, strict=True)]
