"""A year on a line: points in time, each with its label above or below."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from datetime import date

from attrs import evolve, frozen

from workshopcore.language.short_dates import short_date, short_month
from workshopcore.model.options import Options
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.html.figures.shapes import Box, Drawing, Label, Line, Mark, Shape
from workshopcore.renderers.width import width, wrap

__all__ = ["draw_timeline"]

_MOST_POINTS, _MOST_TICKS, _TICK_STEPS = 60, 14, (1, 3, 12, 120, 1200)
_WIDTH, _MARGIN, _BAND, _LEGEND = 720, 64, 26, 34
_COLUMNS, _LETTER, _LINE, _GAP = 19, 6.9, 17, 16
_SIGNS = (
    "M{x} {y}m-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0",
    "M{x} {y}m-6 -6h12v12h-12z",
    "M{x} {y}m0 -8l8 8l-8 8l-8 -8z",
    "M{x} {y}m0 -7l8 13h-16z",
)


@frozen
class _Point:
    x: float
    lines: tuple[str, ...]
    group: int
    lane: int = 0  # 1, 2 … above the line, -1, -2 … below it

    @property
    def half(self) -> float:
        return max(map(width, self.lines)) * _LETTER / 2 + 6

    @property
    def centre(self) -> float:
        """Where the label is centred: within the drawing, whatever the point's place."""
        return min(max(self.x, self.half), _WIDTH - self.half)

    @property
    def height(self) -> int:
        return len(self.lines) * _LINE


def draw_timeline(data: Options) -> Drawing | None:
    """Return points in time along one line, or None if the data are not such points."""
    try:
        points = sorted(
            (date.fromisoformat(p["date"]), one_line(p["label"]), one_line(p.get("group", "")))
            for p in data["points"]
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    if not 1 <= len(points) <= _MOST_POINTS:
        return None
    groups = list(dict.fromkeys(group for _, _, group in points))
    scale = _Scale(points[0][0], points[-1][0])
    placed = _in_lanes(
        [
            _Point(scale.x(day), _words(day, label), groups.index(group))
            for day, label, group in points
        ]
    )
    legend = [group for group in groups if group] if len(groups) > 1 else []
    return _drawing(placed, scale, legend, groups)


@frozen
class _Scale:
    first: date
    last: date

    def x(self, day: date) -> float:
        days = (self.last - self.first).days
        share = (day - self.first).days / days if days else 0.5
        return round(_MARGIN + share * (_WIDTH - 2 * _MARGIN), 1)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Yield the starts of months, or of as many months or years as leave room for names."""
        years = self.first.year != self.last.year
        start, end = (day.year * 12 + day.month - 1 for day in (self.first, self.last))
        step = next((s for s in _TICK_STEPS if (end - start) / s <= _MOST_TICKS), 12_000)
        for count in range(-(-(start + 1) // step) * step, end + 1, step):
            year, month = divmod(count, 12)
            whole_year = step >= 12 or (month == 0 and years)
            name = str(year) if whole_year else short_month(month + 1)
            yield self.x(date(max(year, 1), month + 1, 1)), name


def _words(day: date, label: str) -> tuple[str, ...]:
    lines = wrap(label, _COLUMNS)
    shown = lines if len(lines) <= 4 else [*lines[:3], lines[3] + " …"]
    return (short_date(day), *shown)


def _in_lanes(points: Sequence[_Point]) -> list[_Point]:
    """Return the points with places for their labels.

    All stand above the line if they have room there; otherwise above and below in turn, further
    out where neighbours are in the way.
    """
    pairs = itertools.pairwise(points)
    if all(one.centre + one.half <= other.centre - other.half for one, other in pairs):
        return [evolve(point, lane=1) for point in points]
    ends: dict[int, float] = {}
    placed: list[_Point] = []
    for point in points:
        side = -1 if placed and placed[-1].lane > 0 else 1
        lanes = (side * sign * number for number in range(1, _MOST_POINTS + 1) for sign in (1, -1))
        lane = next(lane for lane in lanes if ends.get(lane, 0.0) <= point.centre - point.half)
        ends[lane] = point.centre + point.half
        placed.append(evolve(point, lane=lane))
    return placed


def _drawing(
    points: Sequence[_Point], scale: _Scale, legend: Sequence[str], groups: Sequence[str]
) -> Drawing:
    above, below = (_lane_heights(points, sign) for sign in (1, -1))
    top = (_LEGEND if legend else 0) + sum(above) + 4
    shapes: list[Shape] = [Box(0, top, _WIDTH, _BAND, "band", 0)]
    for x, name in scale.ticks():
        shapes += [
            Line(x, top, x, top + _BAND, "tick"),
            Label(x + 5, top + 17, name, "tick-name"),
        ]
    for point in points:
        lanes = above if point.lane > 0 else below
        shapes += _leader(point, top, sum(lanes[: abs(point.lane) - 1]))
    for point in points:
        lanes = above if point.lane > 0 else below
        shapes += _label(point, top, sum(lanes[: abs(point.lane) - 1]))
    shapes += _legend(legend, groups)
    return Drawing(_WIDTH, top + _BAND + sum(below) + 4, tuple(shapes))


def _lane_heights(points: Sequence[_Point], sign: int) -> list[int]:
    lanes = sorted({abs(p.lane) for p in points if p.lane * sign > 0})
    return [_GAP + max(p.height for p in points if p.lane == lane * sign) for lane in lanes]


def _leader(point: _Point, top: float, offset: float) -> list[Shape]:
    edge = top if point.lane > 0 else top + _BAND
    end = edge - offset - _GAP + 2 if point.lane > 0 else edge + offset + _GAP - 2
    return [Line(point.x, edge, point.x, end, "leader")]


def _label(point: _Point, top: float, offset: float) -> list[Shape]:
    """Return a point's label, on a ground of its own where a leader passes behind it."""
    up = point.lane > 0
    edge = top if up else top + _BAND
    start = edge - offset - _GAP - point.height if up else edge + offset + _GAP
    ground = Box(
        point.centre - point.half + 3, start, 2 * point.half - 6, point.height, "ground", 0
    )
    lines = [
        Label(point.centre, start + 13 + _LINE * row, line, "words" if row else "moment", "middle")
        for row, line in enumerate(point.lines)
    ]
    return [ground, *lines, _sign(point.x, edge + (-3 if up else 3), point.group)]


def _sign(x: float, y: float, group: int) -> Mark:
    number = group % len(_SIGNS)
    return Mark(_SIGNS[number].format(x=x, y=y), f"sign sign-{number}")


def _legend(names: Sequence[str], groups: Sequence[str]) -> Iterator[Shape]:
    x = 10.0
    for name in names:
        yield _sign(x, 12, groups.index(name))
        yield Label(x + 14, 17, name, "words")
        x += 44 + width(name) * _LETTER
