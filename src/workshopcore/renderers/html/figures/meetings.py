"""Who met whom: a stair of boxes, as in a table of distances between towns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workshopcore.language import gettext
from workshopcore.model.options import Options
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.html.figures.shapes import Box, Drawing, Label, Shape
from workshopcore.renderers.width import width, wrap

__all__ = ["draw_meetings"]

_MOST_PEOPLE, _MOST_TIMES = 40, 999
_WIDTH, _LETTER, _LINE = 720, 6.8, 5
_LARGEST, _SMALLEST, _LONGEST_NAME = 28, 20, 230
_SWATCH, _BETWEEN, _TOP, _EDGE = 18, 22, 34, 1


def draw_meetings(data: Options) -> Drawing | None:
    """Return the stair, or None if the data are not such meetings, or of too many people."""
    try:
        names = [one_line(name) for name in data["people"]]
        times = [_row(row) for row in data["times"]]
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    if not 2 <= len(names) <= _MOST_PEOPLE or [len(row) for row in times] != [*range(len(names))]:
        return None
    labels = [_shortened(name) for name in names]
    longest = max(width(label) for label in labels) * _LETTER
    cell = max(_SMALLEST, min(_LARGEST, int((_WIDTH - longest) / len(names))))
    shapes = [*_legend(), *_stair(labels, times, cell)]
    wide = max(_WIDTH, round(len(names) * cell + longest) + 8)
    return Drawing(wide, _TOP + len(names) * cell + 2, tuple(shapes))


def _row(row: Sequence[int]) -> tuple[int, ...]:
    for number in row:
        if number.__class__ is not int or not 0 <= number <= _MOST_TIMES:
            raise ValueError("meetings are counted in whole numbers")
    return tuple(row)


def _shortened(name: str) -> str:
    """Return a name, or as much of it as there is room for."""
    lines = wrap(name, int(_LONGEST_NAME / _LETTER))
    return name if len(lines) < 2 else f"{lines[0]}…"


def _stair(labels: Sequence[str], times: Sequence[Sequence[int]], cell: int) -> Iterator[Shape]:
    for number, (label, row) in enumerate(zip(labels, times, strict=True)):
        top = _TOP + number * cell
        for column, met in enumerate(row):
            yield from _meeting(_EDGE + column * cell, top, cell, met, str(met))
        yield Label(_EDGE + number * cell + 6, top + cell / 2 + _LINE, label, "words")


def _meeting(x: float, y: float, cell: int, times: int, number: str) -> Iterator[Shape]:
    """Yield a box; it says how often two have met, and is empty where they have not."""
    tone = ("", "tone-plain", "tone-done")[min(times, 2)]
    yield Box(x, y, cell - 2, cell - 2, f"part {tone}".rstrip(), 0)
    if times:
        place = x + (cell - 2) / 2
        use = f"number on-{tone.removeprefix('tone-')}"
        yield Label(place, y + cell / 2 + _LINE - 1, number, use, "middle")


def _legend() -> Iterator[Shape]:
    """Yield what the boxes mean."""
    x = float(_EDGE)
    keys = (
        ("", 0, gettext("not yet")),
        ("1", 1, gettext("once")),
        ("2", 2, gettext("more than once: how often")),
    )
    for number, times, words in keys:
        yield from _meeting(x, 2, _SWATCH + 2, times, number)
        yield Label(x + _SWATCH + 8, 16, words, "words")
        x = round(x + _SWATCH + 8 + width(words) * _LETTER + _BETWEEN, 1)
