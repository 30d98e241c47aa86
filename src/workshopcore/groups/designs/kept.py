"""Schedules that are kept as data, because neither writing them down nor a short search does it.

What is kept are the base rounds. Nothing is taken on trust: a schedule is turned into all its
rounds, and checked, when it is loaded.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import combinations
from typing import Any

from workshopcore.errors import WorkshopCoreError
from workshopcore.groups.designs.constructions import Design, Rounds
from workshopcore.groups.designs.symmetry import Plan, Symmetry

__all__ = ["is_sound", "kept_designs", "load"]


def kept_designs(groups: int, size: int) -> Iterator[Design]:
    """Yield the kept schedules for so many groups of so many people, or of more."""
    text = files("workshopcore.groups.designs").joinpath("kept.toml").read_text(encoding="utf-8")
    for (number, most), design in load(text).items():
        if number == groups and most >= size:
            yield design


@lru_cache(maxsize=4)
def load(text: str) -> dict[tuple[int, int], Design]:
    """Return the schedules in a text, by number of groups and size.

    Raises:
        WorkshopCoreError: one of them is not what it says.
    """
    found: dict[tuple[int, int], Design] = {}
    for entry in tomllib.loads(text)["designs"]:
        groups, size = entry["groups"], entry["size"]
        rounds = _developed(entry)
        if not is_sound(rounds, [size] * groups):
            raise WorkshopCoreError(
                f"the kept schedule of {groups} groups of {size} is damaged: somebody meets twice,"
                " or is not in one group in every round"
            )
        how = f"a schedule kept with the library ({entry['source']}; {entry['licence']})"
        found[groups, size] = Design(rounds, how)
    return found


def is_sound(rounds: Rounds, sizes: list[int]) -> bool:
    """Return whether everybody is in one group each round, and no two meet twice."""
    met: set[tuple[int, int]] = set()
    for groups in rounds:
        if sorted(map(len, groups)) != sorted(sizes):
            return False
        if sorted(point for group in groups for point in group) != list(range(sum(sizes))):
            return False
        pairs = [pair for group in groups for pair in combinations(sorted(group), 2)]
        if not met.isdisjoint(pairs):
            return False
        met.update(pairs)
    return True


def _developed(entry: dict[str, Any]) -> Rounds:
    symmetry = Symmetry(tuple(entry["cycles"]), entry["rows"], entry.get("fixed", 0))
    turning, still = entry.get("turning", []), entry.get("still", [])
    return Plan(symmetry, len(turning), len(still)).developed(turning, still)
