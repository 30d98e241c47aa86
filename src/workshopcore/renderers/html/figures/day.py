"""A day from top to bottom, parallel tracks side by side."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from workshopcore.model.options import Options
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.html.figures.shapes import Box, Drawing, Label, Line, Shape
from workshopcore.renderers.width import wrap

__all__ = ["draw_day"]

_MOST_ROWS, _MOST_TRACKS = 120, 6
_WIDTH, _CLOCK, _GUTTER = 720, 58, 6
_PER_MINUTE, _LEAST, _LETTER, _LINE = 1.0, 26, 7.3, 17
_TIME = re.compile(r"(\d\d:\d\d)–(\d\d:\d\d)")
_KINDS = ("session", "break", "lunch", "buffer", "gap")


@frozen
class _Row:
    label: str
    start: int
    end: int
    track: str
    kind: str
    time: str = ""

    @property
    def clocks(self) -> tuple[str, str]:
        """What a clock shows at the start and at the end: on most days, the minutes."""
        told = _TIME.fullmatch(self.time)
        if told:
            return told[1], told[2]
        start, end = (f"{m // 60 % 24:02}:{m % 60:02}" for m in (self.start, self.end))
        return start, end


def draw_day(data: Options) -> Drawing | None:
    """Return a day's rows, or None if the data are not such rows."""
    try:
        rows = [_row(row) for row in data["rows"]]
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    if not 1 <= len(rows) <= _MOST_ROWS or any(row.start >= row.end for row in rows):
        return None
    heights = _heights(rows)
    shapes: list[Shape] = [*_hours(rows, heights)]
    for parallel in _parallels(rows):
        tracks = list(dict.fromkeys(row.track for row in parallel if row.track))
        if len(tracks) > _MOST_TRACKS:
            return None
        shapes += [shape for row in parallel for shape in _block(row, tracks, heights)]
    return Drawing(_WIDTH, max(heights.values()) + 10, tuple(shapes))


def _row(row: Options) -> _Row:
    start, end, kind = row["start"], row["end"], row.get("kind", "session")
    if not isinstance(start, int) or not isinstance(end, int):
        raise TypeError("minutes are whole numbers")
    label, track = one_line(row["label"]), one_line(row.get("track", ""))
    known = kind if kind in _KINDS else "session"
    return _Row(label, start, end, track, known, one_line(row.get("time", "")))


def _parallels(rows: Sequence[_Row]) -> list[list[_Row]]:
    """Return the rows parted where nothing is going on in a track that began before."""
    parts: list[list[_Row]] = []
    until = 0
    for row in sorted(rows, key=lambda row: (row.start, bool(row.track))):
        if not parts or row.start >= until:
            parts.append([])
            until = row.end
        parts[-1].append(row)
        until = max(until, row.end)
    return parts


def _heights(rows: Sequence[_Row]) -> dict[int, float]:
    """Return how far down each start and end lies.

    True to scale, save that what would be too flat for its label gets the height it needs.
    """
    moments = sorted({moment for row in rows for moment in (row.start, row.end)})
    heights = {moments[0]: 10.0}
    for before, moment in itertools.pairwise(moments):
        to_scale = min((moment - before) * _PER_MINUTE, 120)
        needed = [heights[row.start] + _LEAST for row in rows if row.end == moment]
        heights[moment] = max([heights[before] + to_scale, *needed])
    return heights


def _hours(rows: Sequence[_Row], heights: dict[int, float]) -> Iterator[Shape]:
    ends = {row.end: row.clocks[1] for row in rows}
    clocks = {**ends, **{row.start: row.clocks[0] for row in rows}}
    free = 0.0
    for moment, y in heights.items():
        yield Line(_CLOCK, y, _WIDTH, y, "tick")
        if y >= free:
            yield Label(_CLOCK - 8, y + 5, clocks[moment], "clock", "end")
            free = y + 15


def _block(row: _Row, tracks: Sequence[str], heights: dict[int, float]) -> Iterator[Shape]:
    place = tracks.index(row.track) if row.track else 0
    share = (_WIDTH - _CLOCK - 1) / (len(tracks) if row.track else 1)
    x = round(_CLOCK + place * share, 1)
    width = round(share - (_GUTTER if row.track and place < len(tracks) - 1 else 0), 1)
    top, height = heights[row.start] + 1, heights[row.end] - heights[row.start] - 2
    yield Box(x, top, width, height, f"row {row.kind}")
    if row.kind == "session":
        yield Box(x, top, 4, height, "row-edge", 1)
    for number, line in enumerate(_words(row, width, height)):
        yield Label(x + 14, top + 17 + number * _LINE, line, f"words in-{row.kind}")


def _words(row: _Row, width: float, height: float) -> list[str]:
    words = f"{row.label} · {row.track}" if row.track else row.label
    lines = wrap(words, max(int((width - 24) / _LETTER), 4))
    shown = lines[: max(int((height - 4) // _LINE), 1)]
    return shown if len(shown) == len(lines) else [*shown[:-1], shown[-1] + " …"]
