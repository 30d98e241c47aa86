"""Work agreed and work done over time, as two stairs, with the workshops below them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from workshopcore.language import gettext, pgettext
from workshopcore.language.short_dates import short_month
from workshopcore.model.options import Options
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.html.figures.shapes import Drawing, Label, Line, Mark, Shape
from workshopcore.renderers.width import width

__all__ = ["draw_burn_up"]

_MOST_POINTS, _MOST_WORKSHOPS, _MOST_COUNT, _MOST_DAYS = 5_000, 60, 1_000_000, 36_500
_WIDTH, _LEFT, _RIGHT, _TOP, _HIGH = 720, 44, 674, 12, 190
_LETTER, _APART, _SIGN, _GAP, _FOOT = 6.9, 15, 30, 18, 92
_ROUND, _MOST_TICKS, _MOST_MONTHS = (1, 2, 5, 10, 20, 25, 50), 5, 12
_MONTHS = (1, 3, 12, 120)
_TRIANGLE = "M{x:g} {y:g}m0 -6l6 10h-12z"


@frozen
class _Point:
    on: date
    agreed: int
    done: int


@frozen
class _Burn:
    points: tuple[_Point, ...]
    workshops: tuple[date, ...]
    until: date

    @property
    def first(self) -> date:
        return min(self.points[0].on, *self.workshops, self.until)

    @property
    def most(self) -> int:
        return max(max(point.agreed, point.done) for point in self.points)

    def x(self, day: date) -> float:
        """Return how far from the left a day lies."""
        share = (day - self.first).days / (self.until - self.first).days
        return round(_LEFT + share * (_RIGHT - _LEFT), 1)


def draw_burn_up(data: Options) -> Drawing | None:
    """Return both stairs, or None if the data are not such stairs, or of a single day."""
    try:
        burn = _read(data)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    if not 1 <= len(burn.points) <= _MOST_POINTS or len(burn.workshops) > _MOST_WORKSHOPS:
        return None
    if not burn.most or not 0 < (burn.until - burn.first).days <= _MOST_DAYS:
        return None
    step = next((n for n in _steps() if burn.most <= n * _MOST_TICKS), burn.most)
    top = -(-burn.most // step) * step
    shapes: list[Shape] = [*_across(step, top), *_along(burn)]
    shapes.append(Mark(_stairs(burn, [p.agreed for p in burn.points], top), "curve-goal"))
    shapes.append(Mark(_stairs(burn, [p.done for p in burn.points], top), "curve"))
    shapes += _totals(burn.points[-1], top)
    shapes += _workshops(burn)
    shapes += _legend(bool(burn.workshops))
    return Drawing(_WIDTH, _TOP + _HIGH + _FOOT, tuple(shapes))


def _read(data: Options) -> _Burn:
    points = tuple(
        _Point(date.fromisoformat(p["date"]), _count(p["agreed"]), _count(p["done"]))
        for p in data["points"]
    )
    workshops = tuple(_workshop(each) for each in data["workshops"])
    until = date.fromisoformat(data["until"])
    days = [*(point.on for point in points), until]
    if any(one > other for one, other in itertools.pairwise(days)):
        raise ValueError("points come one after the other")
    if any(day > until for day in workshops):
        raise ValueError("no workshop comes after the end")
    return _Burn(points, workshops, until)


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST_COUNT:
        raise TypeError("actions are counted in whole numbers")
    return value


def _workshop(each: Options) -> date:
    one_line(each["label"])
    return date.fromisoformat(each["date"])


def _steps() -> Iterator[int]:
    return (number * 50**power for power in range(5) for number in _ROUND)


def _y(count: int, top: int) -> float:
    return round(_TOP + (1 - count / top) * _HIGH, 1)


def _across(step: int, top: int) -> Iterator[Shape]:
    for count in range(0, top + 1, step):
        yield Line(_LEFT, _y(count, top), _RIGHT, _y(count, top), "tick")
        yield Label(_LEFT - 8, _y(count, top) + 5, str(count), "words", "end")


def _along(burn: _Burn) -> Iterator[Shape]:
    """Yield the starts of months, or of as many months or years as leave room for names."""
    bottom = _TOP + _HIGH
    start, end = (day.year * 12 + day.month - 1 for day in (burn.first, burn.until))
    start += burn.first.day > 1
    step = next((each for each in _MONTHS if (end - start) / each <= _MOST_MONTHS), _MONTHS[-1])
    for count in range(-(-start // step) * step, end + 1, step):
        year, month = divmod(count, 12)
        x = burn.x(date(year, month + 1, 1))
        yield Line(x, bottom, x, bottom + 5, "leader")
        name = short_month(month + 1) if month else str(year)
        yield Label(x, bottom + 20, name, "clock", "middle")


def _stairs(burn: _Burn, heights: Sequence[int], top: int) -> str:
    points = zip(burn.points, heights, strict=True)
    first, height = next(points)
    path = f"M{burn.x(first.on):g} {_y(height, top):g}"
    for point, height in points:
        path += f"H{burn.x(point.on):g}V{_y(height, top):g}"
    return f"{path}H{burn.x(burn.until):g}"


def _totals(last: _Point, top: int) -> Iterator[Shape]:
    """Yield where both stand at the end, beside their ends and never one over the other."""
    agreed, done = _y(last.agreed, top) + 5, _y(last.done, top) + 5
    if last.agreed == last.done:
        yield Label(_RIGHT + 7, agreed, str(last.agreed), "clock")
        return
    yield Label(_RIGHT + 7, min(agreed, done - _APART), str(last.agreed), "words")
    yield Label(_RIGHT + 7, done, str(last.done), "clock")


def _workshops(burn: _Burn) -> Iterator[Shape]:
    y, free = _TOP + _HIGH + 34, 0.0
    for number, day in enumerate(burn.workshops, 1):
        x = burn.x(day)
        yield Line(x, _TOP, x, _TOP + _HIGH, "tick")
        yield Mark(_TRIANGLE.format(x=x, y=y), "sign")
        if x >= free:
            yield Label(x, y + 20, str(number), "words", "middle")
            free = x + 14


def _legend(workshops: bool) -> Iterator[Shape]:
    y, left = _TOP + _HIGH + 86, 0.0
    for use, said in (
        ("curve-goal", pgettext("of actions", "agreed")),
        ("curve", pgettext("of actions", "done")),
    ):
        yield Line(left, y - 5, left + 22, y - 5, use)
        yield Label(left + _SIGN, y, said, "words")
        left = round(left + _SIGN + width(said) * _LETTER + _GAP, 1)
    if workshops:
        yield Mark(_TRIANGLE.format(x=left + 8, y=y - 4), "sign")
        yield Label(left + 22, y, gettext("workshop, by number"), "words")
