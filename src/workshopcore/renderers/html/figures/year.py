"""A year of days, a row for each month, weekdays below one another; each day has a sign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from attrs import frozen

from workshopcore.language.short_dates import short_month, weekday_letter
from workshopcore.model.options import Options
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.html.figures.hatching import hatching
from workshopcore.renderers.html.figures.shapes import Box, Drawing, Label, Mark, Shape
from workshopcore.renderers.width import width

__all__ = ["draw_year"]

_MOST_DAYS, _MOST_KEYS, _MOST_NUMBER = 1900, 12, 999
_WIDTH, _NAMES, _PITCH, _CELL, _ROW = 720, 46, 18, 15, 21
_COLUMNS, _HEADING = 37, 19
_KEY, _LETTER, _BETWEEN = 26, 7.1, 16
_TONES: Mapping[str, str] = {"most": "done", "nearly": "good", "fewer": "plain"}
_SIGNS: Mapping[str, str] = {
    "closed": "M{x} {y}l7 7m0 -7l-7 7",
    "people": "M{x} {y}m0 3.5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0",
    "ruled-out": "M{x} {y}m2 3.5h3",
}
MARKS = ("workshop", *_TONES, *_SIGNS)


@frozen
class _Day:
    day: date
    mark: str
    number: int


def draw_year(data: Options) -> Drawing | None:
    """Return the days of some months, or None if the data are not such days."""
    try:
        days = sorted((_day(each) for each in data["days"]), key=lambda each: each.day)
        keys = [(_mark(key), one_line(key["label"])) for key in data["legend"]]
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    if not 1 <= len(days) <= _MOST_DAYS or len(keys) > _MOST_KEYS:
        return None
    if len({each.day for each in days}) < len(days):
        return None
    shapes, top = _legend(keys)
    for year, of_year in groupby(days, lambda each: each.day.year):
        shapes += _heading(year, top + 11)
        top += _HEADING
        for _, month in groupby(of_year, lambda each: each.day.month):
            shapes += _month(list(month), top)
            top += _ROW
    return Drawing(_WIDTH, top + 2, tuple(shapes))


def _day(each: Options) -> _Day:
    number = each.get("number", 0)
    if number.__class__ is not int or not 0 <= number <= _MOST_NUMBER:
        raise ValueError("a workshop has a number")
    return _Day(date.fromisoformat(each["date"]), _mark(each), number)


def _mark(each: Options) -> str:
    mark = each["mark"]
    if mark not in MARKS:
        raise ValueError("a mark is one of those that are drawn")
    return str(mark)


def _heading(year: int, y: float) -> Iterator[Shape]:
    yield Label(0, y, str(year), "moment")
    for column in range(_COLUMNS):
        x = _NAMES + column * _PITCH + _CELL / 2
        yield Label(x, y, weekday_letter(column % 7), "weekday", "middle")


def _month(days: Sequence[_Day], top: float) -> Iterator[Shape]:
    first = days[0].day
    yield Label(0, top + 12, short_month(first.month), "words")
    before = first.replace(day=1).weekday() - 1
    for each in days:
        x = _NAMES + (before + each.day.day) * _PITCH
        yield from _sign(Box(x, top, _CELL, _CELL, "", 2), each.mark, each.number)


def _sign(place: Box, mark: str, number: int) -> Iterator[Shape]:
    """Yield what stands for a mark: a filled cell, a frame with a number, or a small sign."""
    x, y = place.x, place.y
    if mark in _TONES:
        tone = _TONES[mark]
        yield Box(x, y, _CELL, _CELL, f"part tone-{tone}", 1)
        path = hatching(place, tone)
        if path:
            yield Mark(path, f"hatch tone-{tone}")
    elif mark in _SIGNS:
        yield Mark(_SIGNS[mark].format(x=x + 4, y=y + 4), f"day-{mark}")
    else:
        yield Box(x - 1, y - 1, _CELL + 2, _CELL + 2, "day-workshop", 2)
        if number:
            yield Label(x + _CELL / 2, y + 12, str(number), "number", "middle")


def _legend(keys: Sequence[tuple[str, str]]) -> tuple[list[Shape], float]:
    """Return what the signs mean, in as many lines as it takes, and where they end."""
    shapes: list[Shape] = []
    x, y = 1.0, 2.0
    for mark, label in keys:
        taken = _CELL + 8 + width(label) * _LETTER + _BETWEEN
        if x > 1 and x + taken > _WIDTH:
            x, y = 1.0, y + _KEY
        shapes += _sign(Box(x, y, _CELL, _CELL, "", 2), mark, 0)
        shapes.append(Label(round(x + _CELL + 7, 1), y + 12, label, "words"))
        x = round(x + taken, 1)
    return shapes, y + _KEY + 4 if keys else y
