"""Figures that are lines: answers before and after, time to done, work agreed and done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from typing import Any

from workshopcore.contracts.report import Figure
from workshopcore.language import gettext, ngettext, pgettext
from workshopcore.renderers.characters import one_line
from workshopcore_office.charts.values import Line, Lines, Look, Plot, Trace

__all__ = ["burn_chart", "curve_chart", "dots_charts", "serial"]

_EPOCH = date(1899, 12, 30)
"""Day 0 of a workbook, as it counts days from March 1900 on."""


def serial(day: date) -> int:
    """Return a day as the number that workbooks have for it.

    >>> serial(date(2027, 1, 19))
    46406
    """
    return (day - _EPOCH).days


def dots_charts(figure: Figure, _title: str) -> tuple[Lines, ...]:
    """Return a chart for each question: how many stood at each point, before and after."""
    data = figure.data
    points = tuple(one_line(point) for point in data["points"])
    names = [one_line(name) for name in data["rows"]]
    charts = []
    for number, item in enumerate(data["items"]):
        turned = item.get("reverse", False) is True
        label = one_line(item["label"])
        if turned:
            label = gettext("{question} (reversed: to the left is better)", question=label)
        lines = tuple(
            Line(name, tuple(map(float, counts)), bool(place), number * len(names) + place)
            for place, (name, counts) in enumerate(zip(names, item["counts"], strict=True))
        )
        most = max(value for line in lines for value in line.values)
        note = one_line(item.get("note", ""))
        charts.append(Lines(label, points, lines, most, gettext("People"), note))
    return tuple(charts)


def curve_chart(figure: Figure, title: str) -> Plot:
    """Return the share of actions that is still open, by their age, with its band."""
    data = figure.data
    steps, not_done = data["steps"], sorted(data["not_done"])
    last = max([0, *not_done, *(step["days"] for step in steps)])
    heights = [(0, 1.0), *((step["days"], step["share"]) for step in steps)]
    traces = [Trace(gettext("share still open"), _stairs(heights, last), "strong")]
    banded = list(takewhile(lambda step: None not in (step.get("low"), step.get("high")), steps))
    if banded:
        end = steps[len(banded)]["days"] if len(banded) < len(steps) else last
        for name, edge in (("high", gettext("95% band")), ("low", "")):
            found = [(step["days"], step[name]) for step in banded]
            traces.append(Trace(edge, _stairs(found, end), "weak"))
    if not_done:
        marks = tuple((days, _height(heights, days)) for days in dict.fromkeys(not_done))
        traces.append(Trace(gettext("an action that was not done by then"), marks, "marks"))
    middle = data.get("median")
    if middle is not None:
        said = ngettext(
            "half are done within {count} day", "half are done within {count} days", middle
        )
        traces.append(Trace(said, ((0, 0.5), (middle, 0.5), (middle, 0)), "guide"))
    return Plot(
        title,
        tuple(traces),
        gettext("days since it was agreed"),
        gettext("share still open"),
        0,
        max(last, 1),
        1,
        share=True,
    )


def _stairs(heights: Sequence[tuple[float, float]], last: float) -> tuple[tuple[float, float], ...]:
    """Return the corners of a line that keeps its height until the next step."""
    corners: list[tuple[float, float]] = []
    for at, height in heights:
        if corners:
            corners.append((at, corners[-1][1]))
        corners.append((at, height))
    if corners and corners[-1][0] < last:
        corners.append((last, corners[-1][1]))
    return tuple(corners)


def _height(heights: Sequence[tuple[float, float]], at: float) -> float:
    return next(height for day, height in reversed(heights) if day <= at)


def burn_chart(figure: Figure, title: str) -> Plot:
    """Return how many actions were agreed and how many done, day by day, with the workshops."""
    data = figure.data
    points: list[Any] = list(data["points"])
    days = [serial(date.fromisoformat(point["date"])) for point in points]
    workshops = [float(serial(date.fromisoformat(each["date"]))) for each in data["workshops"]]
    last = serial(date.fromisoformat(data["until"]))
    names: tuple[tuple[str, str, Look], ...] = (
        ("agreed", pgettext("of actions", "agreed"), "guide"),
        ("done", pgettext("of actions", "done"), "strong"),
    )
    traces = []
    for key, name, look in names:
        heights = [(day, float(point[key])) for day, point in zip(days, points, strict=True)]
        traces.append(Trace(name, _stairs(heights, last), look))
    if workshops:
        labels = tuple(str(number) for number in range(1, len(workshops) + 1))
        marks = tuple((day, 0.0) for day in workshops)
        traces.append(Trace(gettext("workshop, by number"), marks, "events", labels))
    most = max(max(point["agreed"], point["done"]) for point in points)
    first = min([days[0], *workshops])
    return Plot(title, tuple(traces), "", gettext("Actions"), first, last, most, dates=True)
