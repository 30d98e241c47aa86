"""Patterns that tell areas apart where there is no colour: lines across a box, within it."""

from __future__ import annotations

from collections.abc import Iterator

from workshopcore.renderers.html.figures.shapes import Box

__all__ = ["hatching"]


def hatching(place: Box, tone: str) -> str:
    """Return the lines of a tone's pattern as an SVG path, ``""`` for a tone that has none.

    >>> hatching(Box(0, 0, 20, 8, ""), "good")
    'M0 4H20'
    """
    match tone:
        case "good":
            lines = list(_level(place, 8))
        case "fine":
            lines = list(_upright(place, 8))
        case "caution":
            lines = list(_rising(place, 9))
        case "poor":
            lines = list(_falling(place, 9))
        case "alarm":
            lines = [*_rising(place, 6), *_falling(place, 6)]
        case _:
            return ""
    return "".join(lines)


def _level(place: Box, apart: float) -> Iterator[str]:
    y = place.y + apart / 2
    while y < place.y + place.height:
        yield f"M{place.x:g} {y:g}H{place.x + place.width:g}"
        y += apart


def _upright(place: Box, apart: float) -> Iterator[str]:
    x = place.x + apart / 2
    while x < place.x + place.width:
        yield f"M{x:g} {place.y:g}V{place.y + place.height:g}"
        x += apart


def _rising(place: Box, apart: float) -> Iterator[str]:
    for start, end, low, high in _diagonals(place, apart):
        yield _line(start, place.y + place.height - low, end, place.y + place.height - high)


def _falling(place: Box, apart: float) -> Iterator[str]:
    for start, end, low, high in _diagonals(place, apart):
        yield _line(start, place.y + low, end, place.y + high)


def _diagonals(place: Box, apart: float) -> Iterator[tuple[float, float, float, float]]:
    """Yield where lines at half a right angle begin and end, and how far from the edge that is."""
    offset = apart - place.height
    while offset < place.width:
        near, far = max(0.0, -offset), min(place.height, place.width - offset)
        yield place.x + offset + near, place.x + offset + far, near, far
        offset += apart


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f"M{round(x, 1):g} {round(y, 1):g}L{round(to_x, 1):g} {round(to_y, 1):g}"
