"""A day from top to bottom, parallel tracks side by side, sessions divided into their steps."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from datetime import time

from attrs import frozen

from workshopcore.language import date_in_words, gettext, pgettext
from workshopcore.model.options import Options
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.html.figures.shapes import Box, Drawing, Label, Line, Mark, Shape
from workshopcore.renderers.html.figures.steps import Step, draw_steps, room_of_steps, step_of
from workshopcore.renderers.width import wrap

__all__ = ["draw_day"]

_MOST_ROWS, _MOST_COLUMNS = 120, 6
_WIDTH, _CLOCK, _GUTTER = 720, 58, 6
_PER_MINUTE, _LEAST, _LETTER, _LINE, _LEGEND = 1.6, 26, 7.3, 17, 24
_TALLEST, _IDLE = 150, 44
"""What lasts longer than that in pixels is drawn shorter than it is, open time above all."""
_TIME = re.compile(r"(\d\d:\d\d)–(\d\d:\d\d)")
_KINDS = ("session", "break", "lunch", "buffer", "gap")
_STATES = ("planned", "running", "done")
_PADLOCK = "M{x} {y}h9v7h-9zm1 0v-2.4a3.5 3.5 0 0 1 7 0v2.4h-1.6v-2.4a1.9 1.9 0 0 0 -3.8 0v2.4z"


@frozen
class _Row:
    label: str
    start: int
    end: int
    track: str
    kind: str
    time: str = ""
    locked: bool = False
    state: str = "planned"
    steps: tuple[Step, ...] = ()

    @property
    def clocks(self) -> tuple[str, str]:
        """What a clock shows at the start and at the end: on most days, the minutes."""
        told = _TIME.fullmatch(self.time)
        if told:
            return told[1], told[2]
        start, end = (time(m // 60 % 24, m % 60) for m in (self.start, self.end))
        return date_in_words(start, "clock"), date_in_words(end, "clock")

    @property
    def words(self) -> str:
        """What is written in it: its label, its track, and how far it has come."""
        return " · ".join(part for part in (self.label, self.track, self.progress) if part)

    @property
    def progress(self) -> str:
        """How far it has come, where it has begun."""
        if self.state == "planned":
            return ""
        if self.state == "running":
            return pgettext("of an item on the agenda", "now")
        return pgettext("of an item on the agenda", "done")


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
        columns = _columns(parallel)
        if len(columns) > _MOST_COLUMNS:
            return None
        shapes += _side_by_side(columns, heights)
    bottom = max(heights.values()) + 10
    if any(row.locked for row in rows):
        shapes += _legend(bottom)
        bottom += _LEGEND
    return Drawing(_WIDTH, bottom, tuple(shapes))


def _row(row: Options) -> _Row:
    start, end, kind = row["start"], row["end"], row.get("kind", "session")
    if not isinstance(start, int) or not isinstance(end, int):
        raise TypeError("minutes are whole numbers")
    state = row.get("state", "planned")
    return _Row(
        one_line(row["label"]),
        start,
        end,
        one_line(row.get("track", "")),
        kind if kind in _KINDS else "session",
        one_line(row.get("time", "")),
        row.get("locked") is True,
        state if state in _STATES else "planned",
        tuple(step_of(step) for step in row.get("steps", ())),
    )


def _parallels(rows: Sequence[_Row]) -> list[list[_Row]]:
    """Return the rows parted where nothing is going on that began before."""
    parts: list[list[_Row]] = []
    until = 0
    for row in sorted(rows, key=lambda row: (row.start, bool(row.track))):
        if not parts or row.start >= until:
            parts.append([])
            until = row.end
        parts[-1].append(row)
        until = max(until, row.end)
    return parts


def _columns(rows: Sequence[_Row]) -> list[list[_Row]]:
    """Return rows that are shown side by side: a column for each track.

    On a day that is too full, what stands in another's time gets a column beside it.
    """
    tracks = list(dict.fromkeys(row.track for row in rows))
    columns: list[list[_Row]] = []
    for row in sorted(rows, key=lambda row: (tracks.index(row.track), row.start)):
        free = (
            column
            for column in columns
            if column[-1].track == row.track and column[-1].end <= row.start
        )
        column = next(free, None)
        if column is None:
            columns.append([row])
        else:
            column.append(row)
    return columns


def _heights(rows: Sequence[_Row]) -> dict[int, float]:
    """Return how far down each start and end lies.

    True to scale, save that what would be too flat for its label gets the height it needs.
    """
    moments = sorted({moment for row in rows for moment in (row.start, row.end)})
    heights = {moments[0]: 10.0}
    for before, moment in itertools.pairwise(moments):
        idle = all(row.kind == "gap" for row in rows if row.start < moment and row.end > before)
        to_scale = min((moment - before) * _PER_MINUTE, _IDLE if idle else _TALLEST)
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


def _side_by_side(columns: Sequence[Sequence[_Row]], heights: dict[int, float]) -> Iterator[Shape]:
    share = (_WIDTH - _CLOCK - 1) / len(columns)
    for number, column in enumerate(columns):
        x = round(_CLOCK + number * share, 1)
        width = round(share - (_GUTTER if number < len(columns) - 1 else 0), 1)
        for row in column:
            # Rounded, or sums of fractions would leave a hair less than a label needs.
            height = round(heights[row.end] - heights[row.start] - 2, 3)
            top = heights[row.start] + 1
            yield from _block(row, Box(x, top, width, height, ""))


def _block(row: _Row, place: Box) -> Iterator[Shape]:
    ink = "done" if row.state == "done" else row.kind
    yield Box(place.x, place.y, place.width, place.height, f"row {row.kind} {row.state}")
    if row.kind == "session" and row.state != "done":
        yield Box(place.x, place.y, 4, place.height, "row-edge", 1)
    room = place.width
    if row.steps and row.state != "done":
        yield from draw_steps(row.steps, row.start, row.end, place)
        room -= room_of_steps(place)
    indent = 14
    if row.locked:
        yield Mark(_PADLOCK.format(x=place.x + indent, y=round(place.y + 9.5, 1)), "lock")
        indent += 16
    for number, line in enumerate(_words(row.words, room - indent + 14, place.height)):
        y = place.y + 17 + number * _LINE
        yield Label(place.x + (14 if number else indent), y, line, f"words in-{ink}")


def _words(words: str, width: float, height: float) -> list[str]:
    lines = wrap(words, max(int((width - 24) / _LETTER), 4))
    shown = lines[: max(int((height - 4) // _LINE), 1)]
    return shown if len(shown) == len(lines) else [*shown[:-1], shown[-1] + " …"]


def _legend(bottom: float) -> Iterator[Shape]:
    yield Mark(_PADLOCK.format(x=_CLOCK + 14, y=bottom + 5), "lock")
    yield Label(_CLOCK + 30, bottom + 12, gettext("fixed start"), "words")
