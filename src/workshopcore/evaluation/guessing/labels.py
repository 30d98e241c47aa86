"""Words of common rating scales, to know a scale by what people answered."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import frozen

from workshopcore.evaluation.answers.words import plain

__all__ = ["MOST", "Scale", "is_none", "scale_of", "without_number"]

MOST = 0.9
"""The part of the answers that has to be of a kind, for the column to be of that kind."""

_SHORT = 3
"""Of a scale of so many points every one has to be there: "yes" and "no" alone are none."""

_NUMBER = re.compile(r"^\s*\(?\d{1,2}\)?\s*[-–—:.)=(]\s*(?=\D)|\s*\(\d{1,2}\)\s*$")


@frozen
class Scale:
    """A rating scale as a file spells it.

    Attributes:
        labels: its points, from the lowest to the highest.
        words: the cells that say a point in other words than its label, with the label.
        strays: how many answers are no point of it.
    """

    labels: tuple[str, ...]
    words: Mapping[str, str]
    strays: int


def scale_of(cells: Mapping[str, int]) -> Scale | None:
    """Return the common scale that most of some answers are points of, ``None`` if there is none.

    >>> scale_of({"5 - Strongly agree": 4, "Agree": 3, "disagree": 1}).labels[-2:]
    ('Agree', 'Strongly agree')
    """
    total = sum(times for cell, times in cells.items() if not is_none(cell))
    best: tuple[int, int] = (0, 0)
    found = None
    for points in (scale["points"] for scale in _known()["scales"]):
        places = {plain(word): at for at, words in enumerate(points) for word in words}
        said = {cell: places[plain(without_number(cell))] for cell in cells if _in(cell, places)}
        covered = sum(cells[cell] for cell in said)
        if covered < MOST * total or len(set(said.values())) < _fewest(points):
            continue
        if any(
            times > 1 for cell, times in cells.items() if cell not in said and not is_none(cell)
        ):
            # An answer that comes again is one to choose, and no slip of the pen.
            continue
        if (covered, -len(points)) > best or found is None:
            best = (covered, -len(points))
            found = _spelt(points, said, cells, total - covered)
    return found


def _fewest(points: Sequence[object]) -> int:
    return len(points) if len(points) <= _SHORT else 2


def _in(cell: str, places: Mapping[str, int]) -> bool:
    return plain(without_number(cell)) in places


def _spelt(
    points: Sequence[Sequence[str]], said: Mapping[str, int], cells: Mapping[str, int], strays: int
) -> Scale:
    """Return a scale in the words of the file, where it has any."""
    spelt: list[Counter[str]] = [Counter() for _ in points]
    for cell, at in said.items():
        spelt[at][without_number(cell)] += cells[cell]
    labels = tuple(
        words.most_common(1)[0][0] if words else points[at][0] for at, words in enumerate(spelt)
    )
    others = {cell: labels[at] for cell, at in said.items() if plain(cell) != plain(labels[at])}
    return Scale(labels, others, strays)


def without_number(cell: str) -> str:
    """Return an answer without the number of its point before or after it.

    >>> without_number("5 - Strongly agree"), without_number("Agree (4)"), without_number("10")
    ('Strongly agree', 'Agree', '10')
    """
    return _NUMBER.sub("", cell).strip()


def is_none(cell: str) -> bool:
    """Return whether an answer to a scale says that there is none, such as "Don't know"."""
    return plain(without_number(cell)) in _none()


@cache
def _none() -> frozenset[str]:
    words: Iterable[str] = _known()["none"]
    return frozenset(map(plain, words))


@cache
def _known() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("labels.toml").read_text("utf-8"))
