"""Figures that are bars: parts that add up, rounds of asking, the items of a day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workshopcore.contracts.report import Figure
from workshopcore.language import gettext
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.width import wrap
from workshopcore_office.charts.values import LABEL, Bar, Bars

__all__ = ["day_charts", "response_chart", "stacked_chart"]

_STAGES = ("open", "plain", "good", "done")
_TONES = ("done", "good", "caution", "alarm", "plain")
_DAY = 24 * 60


def stacked_chart(figure: Figure, title: str) -> Bars:
    """Return bars of parts that add up."""
    data = figure.data
    keys, bars = data["keys"], data["bars"]
    series = []
    for number, key in enumerate(keys):
        label, note = one_line(key["label"]), one_line(key.get("note", ""))
        tone = key.get("tone", "plain")
        series.append(
            Bar(
                f"{label}: {note}" if note else label,
                tone if tone in _TONES else "plain",
                tuple(float(bar["counts"][number]) for bar in bars),
                (label,) * len(bars),
            )
        )
    most = max(sum(bar["counts"]) for bar in bars)
    labels = tuple(one_line(bar.get("label", "")) for bar in bars)
    return Bars(title, labels, tuple(range(len(bars))), tuple(series), stacked=True, most=most)


def response_chart(figure: Figure, title: str) -> Bars:
    """Return a bar for every stage of every round; where a number is not known there is none."""
    data = figure.data
    rows = data["rows"]
    series = tuple(
        Bar(
            one_line(stage),
            _STAGES[min(number, len(_STAGES) - 1)],
            tuple(None if (n := row["counts"][number]) == "" else float(n) for row in rows),
            (one_line(stage),) * len(rows),
        )
        for number, stage in enumerate(data["stages"])
    )
    most = max(value or 0 for bar in series for value in bar.values)
    labels = tuple(one_line(row["label"]) for row in rows)
    axis = gettext("People")
    return Bars(title, labels, tuple(range(len(rows))), series, stacked=False, most=most, said=axis)


def day_charts(figure: Figure, title: str) -> tuple[Bars, ...]:
    """Return the items of each day from their start to their end, as parts of a day.

    A night between two days is none of their items.
    """
    rows = list(enumerate(figure.data["rows"]))
    days = sorted({row["start"] // _DAY for _, row in rows})
    charts = []
    for day in days:
        items = [
            (at, row)
            for at, row in rows
            if row["start"] // _DAY == day and (len(days) == 1 or row["end"] <= (day + 1) * _DAY)
        ]
        said = gettext("{title}, day {number}", title=title, number=day - days[0] + 1)
        if items:
            charts.append(_day(items, day * _DAY, said if len(days) > 1 else title))
    return tuple(charts)


def _day(items: Sequence[tuple[int, Any]], midnight: int, title: str) -> Bars:
    kinds = (
        ("session", gettext("Sessions"), "done"),
        ("break", gettext("Breaks"), "plain"),
        ("lunch", gettext("Lunch"), "good"),
        ("buffer", gettext("Buffers"), "caution"),
        ("gap", gettext("Open time"), "open"),
    )
    known = {kind for kind, _, _ in kinds}
    rows = [row for _, row in items]
    first = min(row["start"] for row in rows) - midnight
    last = max(row["end"] for row in rows) - midnight
    series = [Bar("", "", tuple((row["start"] - midnight) / _DAY for row in rows))]
    for kind, name, tone in kinds:
        values = tuple(
            (row["end"] - row["start"]) / _DAY
            if (row.get("kind") if row.get("kind") in known else "session") == kind
            else None
            for row in rows
        )
        if any(values):
            series.append(Bar(name, tone, values))
    return Bars(
        title,
        tuple(map(_when_and_what, rows)),
        tuple(at for at, _ in items),
        tuple(series),
        stacked=True,
        most=-(-last // 60) / 24,
        least=first // 60 / 24,
        clock=True,
    )


def _when_and_what(row: Any) -> str:
    """Return what stands beside an item: its start and as much of its title as one line holds."""
    start = row["start"] % _DAY
    track = one_line(row.get("track", ""))
    said = f"{start // 60:02}:{start % 60:02} {one_line(row['label'])}"
    first, *more = wrap(f"{said} · {track}" if track else said, LABEL - 2)
    return f"{first} …" if more else first
