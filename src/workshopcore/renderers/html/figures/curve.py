"""A share that falls in steps, with its band and how many are counted along the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from attrs import frozen

from workshopcore.language import gettext, ngettext, pgettext
from workshopcore.model.options import Options
from workshopcore.renderers.html.figures.shapes import Box, Drawing, Label, Line, Mark, Shape
from workshopcore.renderers.width import width

__all__ = ["draw_curve"]

_MOST_DAYS, _MOST_STEPS, _MOST_TICKS = 36_500, 5_000, 10
_TICK_STEPS = (1, 2, 5, 10, 15, 20, 30, 60, 90, 180, 365, 730, 1825, 3650)
_WIDTH, _LEFT, _RIGHT, _TOP, _HIGH, _LETTER = 720, 52, 700, 12, 180, 6.9
_SIGN, _KEY, _LONGEST_BAND = 30, 160, 120

Across: TypeAlias = Callable[[int], float]
"""How far from the left a day lies."""


@frozen
class _Step:
    days: int
    done: int
    share: float
    low: float | None
    high: float | None


@frozen
class _Curve:
    count: int
    steps: tuple[_Step, ...]
    not_done: tuple[int, ...]
    median: int | None

    @property
    def last(self) -> int:
        """The last day that anything is known of."""
        return max([0, *self.not_done, *(step.days for step in self.steps)])

    def at_risk(self, days: int) -> int:
        """Return how many are counted at an age: neither done nor out of sight before it."""
        done = sum(step.done for step in self.steps if step.days < days)
        return self.count - done - sum(each < days for each in self.not_done)

    def share(self, days: int) -> float:
        """Return the share at the end of a day."""
        return next((s.share for s in reversed(self.steps) if s.days <= days), 1.0)


def draw_curve(data: Options) -> Drawing | None:
    """Return a falling curve with its band, or None if the data are not such a curve."""
    try:
        curve = _curve(data)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    ticks = _ticks(curve.last)
    scale = (_RIGHT - _LEFT) / ticks[-1]

    def x(days: int) -> float:
        return round(_LEFT + days * scale, 1)

    shapes: list[Shape] = [*_grid(ticks, x, curve)]
    band = _band(curve, x)
    if band:
        shapes.append(Mark(band, "curve-band"))
    shapes += _middle(curve, x)
    shapes.append(Mark(_line(curve, x), "curve"))
    shapes += _unfinished(curve, x)
    shapes += _legend(curve, bool(band))
    return Drawing(_WIDTH, _TOP + _HIGH + 108, tuple(shapes))


def _curve(data: Options) -> _Curve:
    steps = tuple(_step(step) for step in data["steps"])
    days = [step.days for step in steps]
    if len(steps) > _MOST_STEPS or days != sorted(set(days)):
        raise ValueError("steps come one after the other")
    median = data.get("median")
    not_done = tuple(sorted(_days(each) for each in data["not_done"]))
    count = _days(data["count"])
    if not count or count != len(not_done) + sum(step.done for step in steps):
        raise ValueError("those done and those not done are all there are")
    return _Curve(count, steps, not_done, None if median is None else _days(median))


def _step(step: Options) -> _Step:
    low, high = step.get("low"), step.get("high")
    return _Step(
        _days(step["days"]),
        _days(step["done"]),
        _share(step["share"]),
        None if low is None else _share(low),
        None if high is None else _share(high),
    )


def _days(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST_DAYS:
        raise TypeError("days and actions are whole numbers")
    return value


def _share(value: object) -> float:
    if not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise TypeError("a share is a number from 0 to 1")
    return float(value)


def _ticks(last: int) -> list[int]:
    step = next((s for s in _TICK_STEPS if last <= s * _MOST_TICKS), _TICK_STEPS[-1])
    return list(range(0, max(-(-last // step), 1) * step + 1, step))


def _y(share: float) -> float:
    return round(_TOP + (1 - share) * _HIGH, 1)


def _grid(ticks: Sequence[int], x: Across, curve: _Curve) -> Iterator[Shape]:
    """Yield the axes, and under each tick how many actions are counted at that age."""
    bottom = _TOP + _HIGH
    half = pgettext("share of actions", "half")
    names = (
        pgettext("share of actions", "all"),
        "¾",
        half,
        "¼",
        pgettext("share of actions", "none"),
    )
    for share, name in zip((1.0, 0.75, 0.5, 0.25, 0.0), names, strict=True):
        yield Line(_LEFT, _y(share), _RIGHT, _y(share), "tick")
        yield Label(_LEFT - 10, _y(share) + 5, name, "words", "end")
    for days in ticks:
        yield Line(x(days), bottom, x(days), bottom + 5, "leader")
        yield Label(x(days), bottom + 20, str(days), "clock", "middle")
        if days <= curve.last:
            yield Label(x(days), bottom + 76, str(curve.at_risk(days)), "words", "middle")
    across, below = gettext("days since it was agreed"), gettext("Actions open at that age:")
    yield Label((_LEFT + _RIGHT) / 2, bottom + 37, across, "words", "middle")
    yield Label(0, bottom + 58, below, "words")


def _stretches(curve: _Curve) -> list[tuple[_Step, int]]:
    """Return each step with the day on which the next one comes."""
    ends = [*(step.days for step in curve.steps[1:]), curve.last]
    return list(zip(curve.steps, ends, strict=False))


def _line(curve: _Curve, x: Across) -> str:
    path = f"M{x(0):g} {_y(1):g}"
    for step in curve.steps:
        path += f"H{x(step.days):g}V{_y(step.share):g}"
    return f"{path}H{x(curve.last):g}"


def _band(curve: _Curve, x: Across) -> str:
    """Return the outline of the band: along its upper edge, and back along the lower one."""
    upper: list[str] = []
    lower: list[str] = []
    for step, end in _stretches(curve):
        if step.low is None or step.high is None:
            break
        upper += [f"{x(day):g} {_y(step.high):g}" for day in (step.days, end)]
        lower += [f"{x(day):g} {_y(step.low):g}" for day in (step.days, end)]
    return f"M{'L'.join([*upper, *reversed(lower)])}z" if upper else ""


def _middle(curve: _Curve, x: Across) -> Iterator[Shape]:
    if curve.median is None:
        return
    at, half = x(curve.median), _y(0.5)
    yield Line(_LEFT, half, at, half, "curve-middle")
    yield Line(at, half, at, _TOP + _HIGH, "curve-middle")
    said = ngettext(
        "half are done within {count} day", "half are done within {count} days", curve.median
    )
    room = round(len(said) * _LETTER, 1)
    if at + 8 + room <= _WIDTH:
        yield Box(at + 5, half - 20, room, 17, "ground")
        yield Label(at + 8, half - 7, said, "clock")
    else:  # there the curve lies above the half, so there is room below it
        yield Box(at - 5 - room, half + 4, room, 17, "ground")
        yield Label(at - 8, half + 17, said, "clock", "end")


def _unfinished(curve: _Curve, x: Across) -> Iterator[Shape]:
    for days in dict.fromkeys(curve.not_done):
        y = _y(curve.share(days))
        yield Line(x(days), y - 6, x(days), y + 6, "curve-tick")


def _legend(curve: _Curve, band: bool) -> Iterator[Shape]:
    y = _TOP + _HIGH + 102
    yield Line(0, y - 5, 22, y - 5, "curve")
    said = gettext("share still open")
    yield Label(_SIGN, y, said, "words")
    left = max(_KEY, _taken(said))
    if band:
        yield Box(left, y - 13, 22, 16, "curve-band", 0)
        said = gettext("95% band")
        yield Label(left + _SIGN, y, said, "words")
        left = round(left + max(_LONGEST_BAND, _taken(said)), 1)
    if curve.not_done:
        yield Line(left + 4, y - 11, left + 4, y + 1, "curve-tick")
        yield Label(left + 14, y, gettext("an action that was not done by then"), "words")


def _taken(said: str) -> float:
    """Return how much room a sign takes with its words and the gap after them."""
    return round(_SIGN + width(said) * _LETTER + 18, 1)
