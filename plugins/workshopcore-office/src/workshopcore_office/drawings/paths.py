"""SVG paths as corners and curves, in the few commands that figures use."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import TypeAlias

from attrs import define, field

__all__ = ["Step", "steps_of"]

Point: TypeAlias = tuple[float, float]
Step: TypeAlias = tuple[str, tuple[Point, ...]]
"""``move`` and ``line`` with a point, ``curve`` with three, ``close`` with none."""

_COMMAND = re.compile(r"([MmLlHhVvAaZz])([^MmLlHhVvAaZz]*)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")
_TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "a": 7, "z": 0}


def steps_of(path: str) -> tuple[Step, ...]:
    """Return the steps of a path, all of them from the origin; an arc becomes curves.

    >>> steps_of("M1 2h3z")
    (('move', ((1.0, 2.0),)), ('line', ((4.0, 2.0),)), ('close', ()))
    """
    pen = _Pen()
    steps: list[Step] = []
    for letter, rest in _COMMAND.findall(path):
        numbers = [float(number) for number in _NUMBER.findall(rest)]
        size = _TAKES[letter.lower()]
        for start in range(0, len(numbers) if size else 1, size or 1):
            steps += pen.drawn(letter, numbers[start : start + size], first=start == 0)
    return tuple(steps)


@define
class _Pen:
    """Where the pen is, and where it came down."""

    at: Point = field(default=(0.0, 0.0))
    began: Point = field(default=(0.0, 0.0))

    def drawn(self, letter: str, numbers: list[float], *, first: bool) -> Iterator[Step]:
        before = self.at if letter.islower() else (0.0, 0.0)
        match letter.lower():
            case "z":
                self.at = self.began
                yield "close", ()
                return
            case "h":
                self.at = (before[0] + numbers[0], self.at[1])
            case "v":
                self.at = (self.at[0], before[1] + numbers[0])
            case "a":
                end = (before[0] + numbers[5], before[1] + numbers[6])
                yield from _arc(self.at, end, numbers[0], bool(numbers[3]), bool(numbers[4]))
                self.at = end
                return
            case _:
                self.at = (before[0] + numbers[0], before[1] + numbers[1])
        moves = letter in "Mm" and first
        if moves:
            self.began = self.at
        yield ("move" if moves else "line"), (self.at,)


def _arc(start: Point, end: Point, radius: float, large: bool, sweep: bool) -> Iterator[Step]:
    """Yield a part of a circle as curves of a quarter turn at most.

    Source: SVG 2, appendix B.2.4, conversion from endpoint to centre parameterisation, for a
    circle.
    """
    across, down = (end[0] - start[0]) / 2, (end[1] - start[1]) / 2
    half = math.hypot(across, down)
    if half == 0:
        return
    radius = max(radius, half)
    off = math.sqrt(radius**2 - half**2) / half * (-1 if large == sweep else 1)
    centre = (start[0] + across - off * down, start[1] + down + off * across)
    angle = math.atan2(start[1] - centre[1], start[0] - centre[0])
    turn = math.atan2(end[1] - centre[1], end[0] - centre[0]) - angle
    if sweep and turn <= 0:
        turn += 2 * math.pi
    if not sweep and turn >= 0:
        turn -= 2 * math.pi
    parts = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    part = turn / parts
    pull = 4 / 3 * math.tan(part / 4)
    for number in range(parts):
        one, other = angle + number * part, angle + (number + 1) * part
        yield (
            "curve",
            (
                _around(centre, radius, one, pull),
                _around(centre, radius, other, -pull),
                _around(centre, radius, other, 0),
            ),
        )


def _around(centre: Point, radius: float, angle: float, pull: float) -> Point:
    cosine, sine = math.cos(angle), math.sin(angle)
    return (
        centre[0] + radius * (cosine - pull * sine),
        centre[1] + radius * (sine + pull * cosine),
    )
