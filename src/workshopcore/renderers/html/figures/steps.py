"""The steps within a session: fine divisions, with their names where there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from workshopcore.model.options import Options
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.html.figures.shapes import Box, Label, Line, Shape
from workshopcore.renderers.width import wrap

__all__ = ["Step", "draw_steps", "room_of_steps", "step_of"]

_WIDE, _HIGH = 420, 40
"""From so many pixels on, steps have names, in the session's right half; else they are ticks."""

_APART, _LINE, _LETTER, _TICK = 5, 14, 6.3, 10


@frozen
class Step:
    """A step's name, and its first minute, counted as its session's are."""

    label: str
    start: int


def step_of(step: Options) -> Step:
    """Read a step from a figure's data.

    Raises:
        TypeError: its start is no whole number.
    """
    start = step["start"]
    if not isinstance(start, int):
        raise TypeError("minutes are whole numbers")
    return Step(one_line(step["label"]), start)


def room_of_steps(place: Box) -> float:
    """Return how much of a session's width its steps take."""
    return place.width / 2 if _has_names(place) else _TICK + 4


def draw_steps(steps: Sequence[Step], start: int, end: int, place: Box) -> Iterator[Shape]:
    """Yield the divisions of a session, from its first minute to its last."""
    named = _has_names(place)
    bottom, right = place.y + place.height, round(place.x + place.width, 1)
    left = round(right - (place.width / 2 if named else _TICK), 1)
    known = sorted((s for s in steps if start <= s.start < end), key=lambda step: step.start)
    scale = place.height / (end - start)
    tops = [round(place.y + (step.start - start) * scale, 1) for step in known]
    drawn = place.y
    for step, top, below in zip(known, tops, [*tops, bottom][1:], strict=True):
        if min(top - drawn, bottom - top) >= _APART:
            yield Line(left, top, right, top, "step")
            drawn = top
        if named and below - top >= _LINE:
            yield Label(left + 10, top + 11.5, _short(step.label, right - left - 20), "step-name")


def _has_names(place: Box) -> bool:
    return place.width >= _WIDE and place.height >= _HIGH


def _short(label: str, width: float) -> str:
    lines = wrap(label, int(width / _LETTER))
    return lines[0] if len(lines) < 2 else lines[0] + " …"
