"""Parts of bars: an area with its pattern, and the number that stands in it."""

from __future__ import annotations

from collections.abc import Iterator

from workshopcore.renderers.html.figures.hatching import hatching
from workshopcore.renderers.html.figures.shapes import Box, Label, Mark, Shape

__all__ = ["filled", "numbered"]

_WITHOUT_PATTERN = ("done", "plain")


def filled(place: Box, tone: str) -> Iterator[Shape]:
    """Yield an area, and the pattern of its tone if that has one."""
    yield place
    path = hatching(place, tone)
    if path:
        yield Mark(path, f"hatch tone-{tone}")


def numbered(number: str, place: Box, room: float, tone: str) -> Iterator[Shape]:
    """Yield an area's number, on a ground of its own where there is a pattern behind it."""
    middle = round(place.x + place.width / 2, 1)
    if tone not in _WITHOUT_PATTERN:
        yield Box(round(middle - room / 2, 1), place.y + 5, room, place.height - 10, "ground")
    yield Label(middle, place.y + place.height / 2 + 5, number, f"number on-{tone}", "middle")
