"""Answers on a scale as bars: what is unfavourable to the left, what is favourable to the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from workshopcore.language import gettext
from workshopcore.model.options import Options
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.html.figures.middle import TONES, left_of_middle
from workshopcore.renderers.html.figures.parts import filled, numbered
from workshopcore.renderers.html.figures.shapes import Box, Drawing, Label, Line, Shape
from workshopcore.renderers.width import width, wrap

__all__ = ["draw_diverging", "reach_of"]

_MOST_BARS, _MOST_COUNT = 60, 1_000_000
_WIDTH, _NAMES, _GAP, _APART = 720, 236, 12, 14
_HIGH, _LETTER, _LINE, _LEAST = 28, 6.4, 17, 3
_KEY, _SWATCH, _BETWEEN, _HEADING = 26, 18, 14, 24
_KEY_LETTER, _BOLD_LETTER = 7.1, 7.6


@frozen
class _Bar:
    """A question; its counts run from the unfavourable end to the favourable one."""

    label: str
    group: str
    counts: tuple[int, ...]
    note: str
    answered: int
    asked: int
    reverse: bool

    @property
    def share(self) -> str:
        """How many answered, of those who were asked."""
        return gettext("{part} of {whole}", part=self.answered, whole=self.asked)

    @property
    def left(self) -> float:
        """How many stand left of the middle; those in the middle stand half on either side."""
        return left_of_middle(self.counts)


def draw_diverging(data: Options) -> Drawing | None:
    """Return bars around one line, or None if the data are none, or show no count at all."""
    try:
        points = [one_line(point) for point in data["points"]]
        bars = [_bar(bar, len(points)) for bar in data["bars"]]
        reach = _given(data)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    if len(points) not in TONES or not 1 <= len(bars) <= _MOST_BARS:
        return None
    left, right = (max(pair) for pair in zip(_reach(bars), reach, strict=True))
    if not left + right:
        return None
    legend, top = _legend(points, bars)
    shares = max(width(bar.share) for bar in bars) * _BOLD_LETTER + _APART
    scale = (_WIDTH - _NAMES - shares) / (left + right)
    axis = round(_NAMES + left * scale, 1)
    rows, bottom = _rows(bars, TONES[len(points)], axis, scale, top)
    return Drawing(_WIDTH, bottom + 4, (*legend, *rows))


def reach_of(data: Options) -> tuple[float, float]:
    """Return how many answers go to the left of the middle at most, and how many to the right.

    Args:
        data: those of a figure that can be drawn.
    """
    return _reach([_bar(bar, len(data["points"])) for bar in data["bars"]])


def _reach(bars: Sequence[_Bar]) -> tuple[float, float]:
    return max(bar.left for bar in bars), max(sum(bar.counts) - bar.left for bar in bars)


def _given(data: Options) -> tuple[float, float]:
    """Return the reach of the figure of which this is a part, no less than nothing."""
    left, right = (float(each) for each in data.get("reach", (0, 0)))
    if not (0 <= left <= _MOST_COUNT and 0 <= right <= _MOST_COUNT):
        raise ValueError("the reach is two numbers of answers")
    return left, right


def _bar(bar: Options, points: int) -> _Bar:
    counts = [_count(count) for count in bar.get("counts", ())]
    if counts and len(counts) != points:
        raise ValueError("a bar has a number for each point of the scale")
    reverse = bar.get("reverse", False) is True
    return _Bar(
        _label(one_line(bar["label"]), reverse=reverse),
        one_line(bar.get("group", "")),
        tuple(reversed(counts)) if reverse else tuple(counts),
        one_line(bar.get("note", "")),
        _count(bar["answered"]),
        _count(bar["asked"]),
        reverse,
    )


def _label(question: str, *, reverse: bool) -> str:
    return gettext("{question} (reversed)", question=question) if reverse else question


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST_COUNT:
        raise TypeError("answers are counted in whole numbers")
    return value


def _legend(points: Sequence[str], bars: Sequence[_Bar]) -> tuple[list[Shape], float]:
    """Return what the patterns mean, from left to right, and where that ends."""
    turned = [bar.reverse for bar in bars]
    words = points[::-1] if all(turned) else points
    shapes: list[Shape] = []
    x, y = 0.0, 2.0
    for label, tone in zip(words, TONES[len(points)], strict=True):
        taken = _SWATCH + 8 + width(label) * _KEY_LETTER + _BETWEEN
        if x and x + taken > _WIDTH:
            x, y = 0.0, y + _KEY
        shapes += filled(Box(x, y, _SWATCH, _SWATCH, f"part tone-{tone}", 0), tone)
        shapes.append(Label(x + _SWATCH + 8, y + 14, label, "words"))
        x = round(x + taken, 1)
    if any(turned) and not all(turned):
        said = gettext(
            "Reversed: the patterns run from “{first}” on the left to “{last}”",
            first=points[-1],
            last=points[0],
        )
        for line in wrap(said, int(_WIDTH / _LETTER)):
            y += _KEY - 4
            shapes.append(Label(0, y + 14, line, "words"))
    y += _KEY + 14
    shapes.append(Label(_WIDTH, y, gettext("answered"), "tick-name", "end"))
    return shapes, y + 10


def _rows(
    bars: Sequence[_Bar], tones: Sequence[str], axis: float, scale: float, top: float
) -> tuple[list[Shape], float]:
    shapes: list[Shape] = []
    group = ""
    for bar in bars:
        if bar.group != group:
            group = bar.group
            shapes.append(Label(0, top + 14, group, "moment"))
            top += _HEADING
        lines = wrap(bar.label, int((_NAMES - 12) / _LETTER))
        height = max(_HIGH, len(lines) * _LINE)
        shapes += [Label(0, top + 18 + n * _LINE, line, "words") for n, line in enumerate(lines)]
        shapes += _parts(bar, tones, axis, scale, round(top + (height - _HIGH) / 2, 1))
        shapes.append(Label(_WIDTH, top + height / 2 + 5, bar.share, "total", "end"))
        top = round(top + height + _GAP, 1)
    return shapes, top - _GAP + 4


def _parts(
    bar: _Bar, tones: Sequence[str], axis: float, scale: float, top: float
) -> Iterator[Shape]:
    if not bar.counts:
        note = wrap(bar.note, int((_WIDTH - _NAMES) / _BOLD_LETTER) - len(bar.share))
        yield Label(_NAMES, top + _HIGH / 2 + 5, note[0] if note else "", "tick-name")
        return
    yield Line(axis, top - 5, axis, top + _HIGH + 5, "axis")
    x = axis - bar.left * scale
    for tone, count in zip(tones, bar.counts, strict=True):
        wide = count * scale
        if count:
            place = Box(
                round(x, 1), top, max(round(wide - 1, 1), _LEAST), _HIGH, f"part tone-{tone}", 0
            )
            yield from filled(place, tone)
            room = len(str(count)) * _LETTER + 8
            if wide >= room + 2:
                yield from numbered(str(count), place, room, tone)
        x += wide
