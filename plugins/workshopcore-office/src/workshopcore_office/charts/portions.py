"""Charts in parts that fit: what is too much for one goes on in the next, at the same scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from attrs import evolve

from workshopcore_office.charts.values import Bars, Chart, on_lines

__all__ = ["lines_beside", "portions"]

T = TypeVar("T")


def portions(chart: Chart, most: int) -> Iterator[Chart]:
    """Yield a chart, or the parts of one that has more beside its bars than so many lines.

    Bars under one heading stay together where they can; where they go on, so does the heading.
    """
    if not isinstance(chart, Bars):
        yield chart
        return
    part: list[int] = []
    for group in _groups(chart):
        if part and _lines(chart, [*part, *group]) > most:
            yield _chosen(chart, part)
            part = []
        heads = [at for at in group if chart.rows[at] is None]
        for at in group:
            if len(part) > len(heads) and _lines(chart, [*part, at]) > most:
                yield _chosen(chart, part)
                part = list(heads)
            part.append(at)
    yield _chosen(chart, part)


def _groups(chart: Bars) -> Iterator[list[int]]:
    """Yield the places of bars that stand under one heading, its own first."""
    group: list[int] = []
    for at, row in enumerate(chart.rows):
        if row is None and group:
            yield group
            group = []
        group.append(at)
    yield group


def _lines(chart: Bars, places: Sequence[int]) -> int:
    """Return how many lines there are beside bars, or how many bars where those are more."""
    bars = 1 if chart.stacked else len(chart.series)
    return sum(max(lines_beside(chart.categories[at]), bars) for at in places)


def lines_beside(label: str) -> int:
    """Return how many lines a label beside a bar takes, one at least."""
    return len(on_lines(label).splitlines()) or 1


def _chosen(chart: Bars, places: Sequence[int]) -> Bars:
    def of(values: Sequence[T]) -> tuple[T, ...]:
        return tuple(values[at] for at in places) if values else ()

    series = [evolve(bar, values=of(bar.values), columns=of(bar.columns)) for bar in chart.series]
    return evolve(chart, categories=of(chart.categories), rows=of(chart.rows), series=tuple(series))
