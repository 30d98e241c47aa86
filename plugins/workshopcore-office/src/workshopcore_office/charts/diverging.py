"""Answers on a scale as bars around one line, as every other document draws them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from attrs import frozen

from workshopcore.contracts.report import Figure
from workshopcore.language import gettext
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.html.figures.middle import TONES, left_of_middle
from workshopcore_office.charts.values import Bar, Bars

__all__ = ["diverging_chart"]


@frozen
class _Question:
    """A question; its counts run from the unfavourable end to the favourable one.

    One that is turned round begins with the high end of the scale. One without counts may not be
    shown, and its label says why: nothing is known of it, which is not 0.
    """

    label: str
    group: str
    counts: tuple[int, ...]
    turned: bool

    @property
    def left(self) -> float:
        """How many stand left of the middle; those in the middle stand half on either side."""
        return left_of_middle(self.counts)

    @property
    def right(self) -> float:
        """How many stand right of it."""
        return sum(self.counts) - self.left


def diverging_chart(figure: Figure, title: str) -> Bars:
    """Return answers around one line: those in the middle of the scale half on either side."""
    points = [one_line(point) for point in figure.data["points"]]
    questions = [_question(bar) for bar in figure.data["bars"]]
    centre = max(each.left for each in questions)
    lines = list(_lines(questions))
    rows = tuple(row for _, row in lines)

    def values(of: Callable[[_Question], float]) -> tuple[float | None, ...]:
        shown = (None if row is None else questions[row] for row in rows)
        return tuple(float(of(each)) if each and each.counts else None for each in shown)

    def number(place: int) -> Callable[[_Question], float]:
        return lambda each: each.counts[place]

    turned = [each.turned for each in questions]
    names = points[::-1] if all(turned) else points
    series = [Bar("", "", values(lambda each: centre - each.left))]
    for place, (name, tone) in enumerate(zip(names, TONES[len(points)], strict=True)):
        columns = tuple(
            "" if row is None else points[-1 - place if turned[row] else place] for row in rows
        )
        series.append(Bar(name, tone, values(number(place)), columns))
    return Bars(
        title,
        tuple(label for label, _ in lines),
        rows,
        tuple(series),
        stacked=True,
        most=centre + max(each.right for each in questions),
        centre=centre,
        said=_said(points, mixed=any(turned) and not all(turned)),
    )


def _question(bar: Any) -> _Question:
    turned = bar.get("reverse", False) is True
    counts = tuple(bar.get("counts", ()))
    label = one_line(bar["label"])
    if turned:
        label = gettext("{question} (reversed)", question=label)
    share = gettext("{part} of {whole}", part=bar["answered"], whole=bar["asked"])
    told = [share.replace(" ", "\N{NO-BREAK SPACE}")]
    if not counts and (note := one_line(bar.get("note", ""))):
        told.append(note)
    return _Question(
        f"{label} ({'; '.join(told)})",
        one_line(bar.get("group", "")),
        counts[::-1] if turned else counts,
        turned,
    )


def _lines(questions: Sequence[_Question]) -> Iterator[tuple[str, int | None]]:
    """Yield what stands beside the bars: headings, and questions with their row in the table."""
    group = ""
    for row, question in enumerate(questions):
        if question.group != group:
            group = question.group
            yield group, None
        yield question.label, row


def _said(points: Sequence[str], *, mixed: bool) -> str:
    said = gettext("Unfavourable answers to the left, favourable ones to the right")
    if not mixed:
        return said
    reversed_ones = gettext(
        "Reversed: the patterns run from “{first}” on the left to “{last}”",
        first=points[-1],
        last=points[0],
    )
    return f"{said}. {reversed_ones}"
