"""Bars divided into parts that add up, each part with a pattern of its own and its number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from workshopcore.model.options import Options
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.html.figures.parts import filled, numbered
from workshopcore.renderers.html.figures.shapes import Box, Drawing, Label, Shape
from workshopcore.renderers.width import width, wrap

__all__ = ["draw_bars"]

_MOST_BARS, _MOST_KEYS, _MOST_COUNT = 60, 8, 1_000_000
_WIDTH, _NAMES, _TOTAL, _GAP = 720, 310, 44, 14
_HIGH, _LETTER, _LINE, _LEAST = 28, 6.4, 17, 3
_KEY, _SWATCH, _BETWEEN = 26, 18, 16
TONES = ("done", "good", "caution", "alarm", "plain")


@frozen
class _Key:
    label: str
    tone: str
    note: str

    @property
    def words(self) -> str:
        return f"{self.label}: {self.note}" if self.note else self.label


@frozen
class _Bar:
    label: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.counts)


def draw_bars(data: Options) -> Drawing | None:
    """Return bars to one scale, or None if the data are not such bars, or count nothing."""
    try:
        keys = [_key(key) for key in data["keys"]]
        bars = [_bar(bar, len(keys)) for bar in data["bars"]]
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    if not 1 <= len(bars) <= _MOST_BARS or not 1 <= len(keys) <= _MOST_KEYS:
        return None
    most = max(bar.total for bar in bars)
    if not most:
        return None
    legend, top = _legend(keys)
    shapes: list[Shape] = [*legend]
    named = any(bar.label for bar in bars)
    left = _NAMES if named else 0
    scale = (_WIDTH - left - (_TOTAL if named else 0)) / most
    for bar in bars:
        lines = wrap(bar.label, int((_NAMES - 16) / _LETTER)) if named else []
        height = max(_HIGH, len(lines) * _LINE)
        shapes += [Label(0, top + 15 + n * _LINE, line, "words") for n, line in enumerate(lines)]
        shapes += _parts(bar, keys, left, top + (height - _HIGH) / 2, scale)
        if named:
            end = left + bar.total * scale + 8
            shapes.append(Label(round(end, 1), top + height / 2 + 5, str(bar.total), "total"))
        top += height + _GAP
    return Drawing(_WIDTH, round(top - _GAP + 4, 1), tuple(shapes))


def _key(key: Options) -> _Key:
    tone = key.get("tone", "plain")
    return _Key(
        one_line(key["label"]),
        tone if tone in TONES else "plain",
        one_line(key.get("note", "")),
    )


def _bar(bar: Options, parts: int) -> _Bar:
    counts = tuple(bar["counts"])
    for count in counts:
        if not isinstance(count, int) or isinstance(count, bool) or not 0 <= count <= _MOST_COUNT:
            raise TypeError("parts are counted in whole numbers")
    if len(counts) != parts:
        raise ValueError("a bar has a number for each key")
    return _Bar(one_line(bar.get("label", "")), counts)


def _widths(counts: Sequence[int], scale: float) -> list[float]:
    """Return how wide the parts are; what the smallest need to be seen, the largest gives."""
    wide = [max(count * scale, _LEAST) if count else 0.0 for count in counts]
    largest = wide.index(max(wide))
    wide[largest] = max(wide[largest] - (sum(wide) - sum(counts) * scale), _LEAST)
    return wide


def _parts(
    bar: _Bar, keys: Sequence[_Key], left: float, top: float, scale: float
) -> Iterator[Shape]:
    if not bar.total:
        return
    for key, count, wide in zip(keys, bar.counts, _widths(bar.counts, scale), strict=True):
        if not count:
            continue
        x, y, use = round(left, 1), round(top, 1), f"part tone-{key.tone}"
        place = Box(x, y, round(wide - 1, 1), _HIGH, use, 0)
        yield from filled(place, key.tone)
        number = str(count)
        room = len(number) * _LETTER + 8
        if wide >= room + 2:
            yield from numbered(number, place, room, key.tone)
        left += wide


def _legend(keys: Sequence[_Key]) -> tuple[list[Shape], float]:
    """Return what the patterns mean, in as many lines as it takes, and where they end."""
    shapes: list[Shape] = []
    x, y = 0.0, 2.0
    for key in keys:
        taken = _SWATCH + 8 + width(key.words) * _LETTER + _BETWEEN
        if x and x + taken > _WIDTH:
            x, y = 0.0, y + _KEY
        shapes += filled(Box(x, y, _SWATCH, _SWATCH, f"part tone-{key.tone}", 0), key.tone)
        shapes.append(Label(x + _SWATCH + 8, y + 14, key.words, "words"))
        x = round(x + taken, 1)
    return shapes, y + _KEY + 8
