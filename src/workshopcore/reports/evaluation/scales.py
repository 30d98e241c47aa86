"""Answers on scales as a picture: one bar for each question, or for each time it was asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from attrs import frozen

from workshopcore.contracts.evaluation import ShownItem
from workshopcore.contracts.report import Block, Column, Figure, Table
from workshopcore.language import gettext, ngettext, pgettext
from workshopcore.reports.wording import share

__all__ = ["Row", "counts_table", "scale_figures"]


@frozen
class Row:
    """One bar: an item, what it is called here, and the heading it stands under."""

    item: ShownItem
    label: str
    group: str = ""

    @property
    def points(self) -> tuple[str, ...]:
        """The points of the scale; none where nothing is shown."""
        return tuple(answer.label for answer in self.item.answers)

    @property
    def counts(self) -> list[int]:
        """How many stand at each point; none unless all of them are shown."""
        found = [answer.count for answer in self.item.answers]
        return [] if None in found else [number for number in found if number is not None]


def scale_figures(rows: Sequence[Row], caption: str) -> tuple[Block, ...]:
    """Return a figure for each scale that was used; those without counts say so in words."""
    blocks: list[Block] = []
    for points, alike in _by_scale(rows):
        data = {"points": points, "bars": [_bar(row) for row in alike]}
        table = counts_table(alike, caption)
        if not points:
            blocks.append(table)
            continue
        blocks.append(Figure("diverging-bars", data, _in_words(alike), table, caption=caption))
    return tuple(blocks)


def _by_scale(rows: Sequence[Row]) -> list[tuple[tuple[str, ...], list[Row]]]:
    """Return the rows by their scale; one without counts stands with its neighbours."""
    scales: dict[tuple[str, ...], list[Row]] = {}
    known = next((row.points for row in rows if row.points), ())
    for row in rows:
        known = row.points or known
        scales.setdefault(known, []).append(row)
    return list(scales.items())


def _bar(row: Row) -> dict[str, object]:
    item = row.item
    bar: dict[str, object] = {
        "label": row.label,
        "group": row.group,
        "answered": item.answered,
        "asked": item.asked,
        "reverse": item.reverse,
    }
    return bar | ({"counts": row.counts} if row.counts else {"note": _why(item)})


def _why(item: ShownItem) -> str:
    texts = [answer.text for answer in item.answers]
    alike = [text for text, _ in groupby(texts)]
    return alike[0] if len(alike) == 1 else gettext("not shown")


def _in_words(rows: Sequence[Row]) -> str:
    shown = [row for row in rows if row.counts]
    better = sum(_leans(row) > 0 for row in shown)
    worse = sum(_leans(row) < 0 for row in shown)
    hidden = len(rows) - len(shown)
    said = [
        ngettext(
            "{count} bar, unfavourable answers left, favourable right.",
            "{count} bars, unfavourable answers left, favourable right.",
            len(rows),
        ),
        ngettext("{count} of them not shown.", "{count} of them not shown.", hidden)
        if hidden
        else "",
        gettext(
            "More answered favourably in {share}, unfavourably in {worse}.",
            share=share(better, len(shown)),
            worse=worse,
        ),
    ]
    return " ".join(filter(None, said))


def _leans(row: Row) -> int:
    """Return by how much the favourable answers outnumber the unfavourable ones."""
    half = len(row.counts) // 2
    low, high = sum(row.counts[:half]), sum(row.counts[-half:])
    return low - high if row.item.reverse else high - low


def counts_table(rows: Iterable[Row], caption: str) -> Table:
    """Return all counts of questions on one scale, with how many answered and were asked."""
    kept = list(rows)
    points = next((row.points for row in kept if row.points), ())
    grouped = any(row.group for row in kept)
    columns = [
        *([Column(pgettext("of questions", "Of"))] if grouped else []),
        Column(gettext("Question")),
        *(Column(point, align="right") for point in points),
        Column(pgettext("how many people", "Answered"), align="right"),
    ]
    lines = []
    for row in kept:
        item = row.item
        texts = [answer.text for answer in item.answers] or [gettext("not shown")] * len(points)
        reverse = gettext("{question} (reversed)", question=row.label)
        label = reverse if item.reverse else row.label
        front = [row.group, label] if grouped else [label]
        lines.append([*front, *texts, share(item.answered, item.asked)])
    return Table(columns, lines, caption=caption, row_headings=not grouped)
