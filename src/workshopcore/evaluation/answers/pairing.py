"""Who is who in two waves, by codes that people made up themselves and may have mistyped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import frozen

__all__ = ["Doubt", "Pairing", "pair_codes"]

_MARKS = re.compile(r"[\W_]+")
_ALIKE = str.maketrans({"0": "o", "1": "i", "l": "i", "5": "s"})
_LONG = 7
"""Codes of this length or more may be two slips apart."""


@frozen
class Doubt:
    """A code that may be one of several, or one of them with a slip.

    Attributes:
        code: as it was given in the later wave.
        maybe: those of the earlier wave that it may be, the nearest first.
        slips: how many letters apart the nearest is.
    """

    code: str
    maybe: tuple[str, ...]
    slips: int


@frozen
class Pairing:
    """Which codes of two waves belong to the same person.

    Attributes:
        pairs: those that agree, as (earlier, later).
        likely: those that differ by a slip and could be nobody else, as (earlier, later, slips).
            They are for somebody to look at: they are not among ``pairs``.
        doubtful: those that could be several people.
        repeated: codes that come more than once in a wave, and so pair with nobody.
        only_before, only_after: codes without a counterpart.
    """

    pairs: tuple[tuple[str, str], ...]
    likely: tuple[tuple[str, str, int], ...]
    doubtful: tuple[Doubt, ...]
    repeated: tuple[str, ...]
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]

    def with_likely(self) -> tuple[tuple[str, str], ...]:
        """Return the pairs together with the likely ones, after somebody has looked at them."""
        return (*self.pairs, *((before, after) for before, after, _ in self.likely))

    def __str__(self) -> str:
        return (
            f"{len(self.pairs)} paired, {len(self.likely)} likely, {len(self.doubtful)} doubtful,"
            f" {len(self.only_before)} only before, {len(self.only_after)} only after,"
            f" {len(self.repeated)} given more than once"
        )


def pair_codes(before: Iterable[str], after: Iterable[str]) -> Pairing:
    """Return which codes of two waves belong together.

    Capitals, spaces and marks make no difference. Of the rest, two codes are likely the same if
    one letter was mistyped, left out, added or swapped with its neighbour (two in codes of seven
    letters or more; letters that look alike, such as O and 0, count as no slip), and neither is
    as near to any other.

    Distance: optimal string alignment (Damerau 1964; Levenshtein 1966).

    >>> print(pair_codes(["maro17", "jule04", "anni22"], ["MARO 17", "jlue04", "kate09"]))
    1 paired, 1 likely, 0 doubtful, 1 only before, 1 only after, 0 given more than once
    """
    earlier, later = _known(before), _known(after)
    repeated = [code for codes in (earlier, later) for code in codes if len(codes[code]) > 1]
    firsts = {code: given[0] for code, given in earlier.items() if len(given) == 1}
    seconds = {code: given[0] for code, given in later.items() if len(given) == 1}
    same = [code for code in firsts if code in seconds]
    pairs = [(firsts.pop(code), seconds.pop(code)) for code in same]
    near = _near(sorted(firsts), sorted(seconds))
    likely, doubtful = _sorted_out(near, firsts, seconds)
    taken = {one for one, _, _ in likely}, {other for _, other, _ in likely}
    spoken_of = {doubt.code for doubt in doubtful}
    return Pairing(
        pairs=tuple(pairs),
        likely=tuple(likely),
        doubtful=tuple(doubtful),
        repeated=tuple(dict.fromkeys(repeated)),
        only_before=tuple(code for code in firsts.values() if code not in taken[0]),
        only_after=tuple(
            code for code in seconds.values() if code not in taken[1] and code not in spoken_of
        ),
    )


def _known(codes: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for code in codes:
        plain = _MARKS.sub("", code).casefold()
        if plain:
            found.setdefault(plain, []).append(code)
    return found


def _near(firsts: Sequence[str], seconds: Sequence[str]) -> dict[str, list[tuple[int, str]]]:
    """Return for each later code the earlier ones within a slip, the nearest first."""
    found = {}
    for second in seconds:
        within = [(_slips(first, second), first) for first in firsts]
        near = sorted((slips, first) for slips, first in within if slips <= _most(first, second))
        if near:
            found[second] = near
    return found


def _most(one: str, other: str) -> int:
    shorter = min(len(one), len(other))
    if shorter < 4:
        return 0
    return 2 if shorter >= _LONG else 1


def _sorted_out(
    near: dict[str, list[tuple[int, str]]], firsts: dict[str, str], seconds: dict[str, str]
) -> tuple[list[tuple[str, str, int]], list[Doubt]]:
    """Return what is likely, because each is the other's nearest, and what is in doubt."""
    best = {second: found[0][0] for second, found in near.items()}
    wanted = Counter(
        first for second, found in near.items() for slips, first in found if slips == best[second]
    )
    likely, doubtful = [], []
    for second, found in near.items():
        nearest = [first for slips, first in found if slips == best[second]]
        if len(nearest) == 1 and wanted[nearest[0]] == 1:
            likely.append((firsts[nearest[0]], seconds[second], best[second]))
        else:
            maybe = tuple(firsts[first] for _, first in found)
            doubtful.append(Doubt(seconds[second], maybe, best[second]))
    return likely, doubtful


def _slips(one: str, other: str) -> int:
    """Return how many slips lie between two codes."""
    one, other = one.translate(_ALIKE), other.translate(_ALIKE)
    two_ago: list[int] = []
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        now = [row]
        for column, another in enumerate(other, start=1):
            cost = min(before[column] + 1, now[-1] + 1, before[column - 1] + (letter != another))
            swapped = row > 1 and column > 1 and letter == other[column - 2]
            if swapped and one[row - 2] == another:
                cost = min(cost, two_ago[column - 2] + 1)
            now.append(cost)
        two_ago, before = before, now
    return before[-1]
