"""Answers before and after, as a dot for each: small groups are seen person by person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from workshopcore.language import gettext
from workshopcore.model.options import Options
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.html.figures.shapes import Drawing, Label, Line, Mark, Shape
from workshopcore.renderers.width import wrap

__all__ = ["draw_dots"]

_MOST_POINTS, _MOST_ITEMS, _MOST_COUNT = 11, 30, 60
_WIDTH, _NAMES, _LETTER, _SMALL, _LINE = 720, 170, 6.4, 5.8, 15
_RADIUS, _PITCH, _TALLEST, _NUMBER = 4, 11, 10, 18
_CIRCLE = "M{x:g} {y:g}m-{r} 0a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0"


@frozen
class _Question:
    """A question: how many stood at each point of the scale, before and after."""

    label: str
    note: str
    counts: tuple[tuple[int, ...], ...]

    @property
    def most(self) -> int:
        return max(max(row) for row in self.counts)


def draw_dots(data: Options) -> Drawing | None:
    """Return rows of dots, or None if the data are none, or of more people than dots can show."""
    try:
        points = [one_line(point) for point in data["points"]]
        rows = [one_line(row) for row in data["rows"]]
        items = [_question(item, len(points), len(rows)) for item in data["items"]]
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    if not 2 <= len(points) <= _MOST_POINTS or not 1 <= len(items) <= _MOST_ITEMS:
        return None
    if len(rows) != 2:
        return None
    shapes: list[Shape] = []
    top = 4.0
    for item in items:
        drawn, top = _drawn(item, points, rows, top)
        shapes += drawn
    return Drawing(_WIDTH, top, tuple(shapes))


def _question(item: Options, points: int, rows: int) -> _Question:
    counts = tuple(tuple(_count(count) for count in row) for row in item["counts"])
    if len(counts) != rows or any(len(row) != points for row in counts):
        raise ValueError("each row has a number for each point of the scale")
    label = one_line(item["label"])
    if item.get("reverse", False) is True:
        label = gettext("{question} (reversed: to the left is better)", question=label)
    return _Question(label, one_line(item.get("note", "")), counts)


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST_COUNT:
        raise TypeError("people are counted in whole numbers, and not too many for dots")
    return value


def _drawn(
    item: _Question, points: Sequence[str], rows: Sequence[str], top: float
) -> tuple[list[Shape], float]:
    shapes: list[Shape] = []
    for line in wrap(item.label, int(_WIDTH / _LETTER)):
        shapes.append(Label(0, top + 12, line, "moment"))
        top += _LINE + 3
    across = -(-item.most // _TALLEST)
    height = -(-item.most // max(across, 1)) * _PITCH + 6
    for number, (name, counts) in enumerate(zip(rows, item.counts, strict=True)):
        base = top + height
        use = ("dot", "dot dot-after")[number]
        shapes += _row(name, counts, base, max(across, 1), use)
        top = base + _NUMBER + 4
    tallest = 0
    for column, point in enumerate(points):
        lines = wrap(point, max(int(_wide(points) / _SMALL) - 1, 4))[:3]
        tallest = max(tallest, len(lines))
        for n, line in enumerate(lines):
            x = _middle(column, len(points))
            shapes.append(Label(x, top + 12 + n * (_LINE - 2), line, "tick-name", "middle"))
    top += tallest * (_LINE - 2) + 14
    for line in wrap(item.note, int(_WIDTH / _LETTER)) if item.note else ():
        shapes.append(Label(0, top + 12, line, "words"))
        top += _LINE + 2
    return shapes, top + 22


def _wide(points: Sequence[str]) -> float:
    return (_WIDTH - _NAMES) / len(points)


def _middle(column: int, points: int) -> float:
    return round(_NAMES + (column + 0.5) * (_WIDTH - _NAMES) / points, 1)


def _row(name: str, counts: Sequence[int], base: float, across: int, use: str) -> Iterator[Shape]:
    lines = wrap(name, int((_NAMES - 12) / _LETTER))[:3]
    for n, line in enumerate(lines):
        yield Label(0, base - (len(lines) - 1 - n) * _LINE, line, "words")
    yield Line(_NAMES, base, _WIDTH, base, "axis")
    for column, count in enumerate(counts):
        middle = _middle(column, len(counts))
        yield from _dots(count, middle, base, across, use)
        yield Label(middle, base + _NUMBER - 4, str(count), "number", "middle")


def _dots(count: int, middle: float, base: float, across: int, use: str) -> Iterator[Shape]:
    for number in range(count):
        level, place = divmod(number, across)
        x = round(middle + (place - (across - 1) / 2) * _PITCH, 1)
        y = round(base - 6 - level * _PITCH, 1)
        yield Mark(_CIRCLE.format(x=x, y=y, r=_RADIUS, d=2 * _RADIUS), use)
