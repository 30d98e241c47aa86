"""Who was invited, who came, who was asked and who answered, round by round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workshopcore.model.options import Options
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.html.figures.parts import filled
from workshopcore.renderers.html.figures.shapes import Box, Drawing, Label, Line, Shape
from workshopcore.renderers.width import wrap

__all__ = ["draw_response"]

_MOST_ROWS, _MOST_STAGES, _MOST_COUNT = 60, 6, 1_000_000
_WIDTH, _NAMES, _LETTER, _LINE, _HEAD = 720, 210, 6.4, 16, 30
_HIGH, _GAP, _LEAST = 18, 12, 2
_TONES = ("open", "plain", "good", "done")
_UNKNOWN = "–"


def draw_response(data: Options) -> Drawing | None:
    """Return a bar for every stage of every round, or None if the data are none, or no counts.

    More may have answered than came: somebody who missed the day may fill in the form all the
    same. All bars are drawn to one scale.
    """
    try:
        stages = [one_line(stage) for stage in data["stages"]]
        rows = [(one_line(row["label"]), _counts(row["counts"])) for row in data["rows"]]
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    if not 1 <= len(stages) <= _MOST_STAGES or not 1 <= len(rows) <= _MOST_ROWS:
        return None
    most = max((count or 0 for _, counts in rows for count in counts), default=0)
    if not most or any(len(counts) != len(stages) for _, counts in rows):
        return None
    across = (_WIDTH - _NAMES) / len(stages)
    shapes = [*_headings(stages, across)]
    top = float(_HEAD)
    for label, counts in rows:
        lines = wrap(label, int((_NAMES - 12) / _LETTER))
        height = max(_HIGH, len(lines) * _LINE)
        shapes += [Label(0, top + 14 + n * _LINE, line, "words") for n, line in enumerate(lines)]
        shapes += _bars(counts, top + (height - _HIGH) / 2, across, most)
        top += height + _GAP
    return Drawing(_WIDTH, top, tuple(shapes))


def _counts(values: Sequence[object]) -> tuple[int | None, ...]:
    return tuple(_count(value) for value in values)


def _count(value: object) -> int | None:
    if value == "":
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST_COUNT:
        raise TypeError("people are counted in whole numbers")
    return value


def _headings(stages: Sequence[str], across: float) -> Iterator[Shape]:
    for number, stage in enumerate(stages):
        lines = wrap(stage, int((across - 8) / _LETTER))
        yield Label(round(_NAMES + number * across, 1), 14, lines[0], "moment")
    yield Line(0, _HEAD - 8, _WIDTH, _HEAD - 8, "tick")


def _bars(counts: Sequence[int | None], top: float, across: float, most: int) -> Iterator[Shape]:
    scale = (across - len(str(most)) * 8 - 16) / most
    for number, count in enumerate(counts):
        left = round(_NAMES + number * across, 1)
        if count is None:
            yield Label(left, top + 14, _UNKNOWN, "tick-name")
            continue
        wide = max(round(count * scale, 1), _LEAST) if count else 0
        tone = _TONES[min(number, len(_TONES) - 1)]
        if count:
            yield from filled(Box(left, top, wide, _HIGH, f"part tone-{tone}", 0), tone)
        yield Label(round(left + wide + 6, 1), top + 14, str(count), "total")
