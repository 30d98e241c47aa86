"""Figures that are too tall for a page as several, each of which can be read on its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import evolve

from workshopcore.contracts.report import Figure
from workshopcore.language import gettext
from workshopcore.renderers.html.figures import drawing_of

__all__ = ["in_parts"]


def in_parts(figure: Figure, tallest: float) -> tuple[Figure, ...]:
    """Return a figure as several if its drawing is too tall, or itself.

    Only a graph in columns (``trace-graph``) can be taken apart: by what stands in its last
    column, each with everything that leads to it. Those stay in their order; there are as few
    parts as will do, and the tallest is as low as it can be. What leads to several is drawn in
    each part that needs it. Every part has the table of the whole.

    Args:
        figure: any figure.
        tallest: how tall a drawing may be, as a share of its width. One thing of the last column
            with all that leads to it is never taken apart, however tall it is.
    """
    if figure.kind != "trace-graph" or _height(figure) <= tallest:
        return (figure,)
    sources: dict[str, set[str]] = {}
    for source, target in figure.data["links"]:
        sources.setdefault(str(target), set()).add(str(source))
    *_, ends = figure.data["columns"]
    behind = [_behind(str(end["id"]), sources) for end in ends["nodes"]]
    if not _is_all(figure, behind):
        return (figure,)
    parts = _parts(figure, behind, tallest)
    if len(parts) == 1:
        return (figure,)
    return tuple(_numbered(part, number, len(parts)) for number, part in enumerate(parts, 1))


def _parts(figure: Figure, behind: Sequence[set[str]], tallest: float) -> tuple[Figure, ...]:
    """Return the parts with which one gets to the end, the fewest and then the lowest."""
    best: list[tuple[int, float, tuple[Figure, ...]]] = [(0, 0.0, ())]
    for end in range(1, len(behind) + 1):
        kept: set[str] = set()
        ways = []
        for start in range(end - 1, -1, -1):
            kept |= behind[start]
            part = _only(figure, kept)
            height = _height(part)
            if height > tallest and start < end - 1:
                break
            count, highest, before = best[start]
            ways.append((count + 1, max(highest, height), (*before, part)))
        best.append(min(ways, key=lambda way: way[:2]))
    return best[-1][2]


def _height(figure: Figure) -> float:
    """Return how tall a figure's drawing is, as a share of its width."""
    drawing = drawing_of(figure)
    return drawing.height / drawing.width if drawing else 0.0


def _behind(end: str, sources: Mapping[str, set[str]]) -> set[str]:
    """Return what leads to something, itself included."""
    found, waiting = {end}, [end]
    while waiting:
        more = sources.get(waiting.pop(), set()) - found
        found |= more
        waiting += more
    return found


def _is_all(figure: Figure, parts: Iterable[set[str]]) -> bool:
    """Return whether the parts of a figure have everything that is in it."""
    known = {str(node["id"]) for column in figure.data["columns"] for node in column["nodes"]}
    return known == set().union(*parts)


def _only(figure: Figure, kept: set[str]) -> Figure:
    columns: Sequence[Mapping[str, Any]] = figure.data["columns"]
    nodes = ([node for node in column["nodes"] if str(node["id"]) in kept] for column in columns)
    return evolve(
        figure,
        data={
            "columns": [
                {"label": column["label"], "nodes": own}
                for column, own in zip(columns, nodes, strict=True)
            ],
            "links": [link for link in figure.data["links"] if kept.issuperset(map(str, link))],
        },
    )


def _numbered(figure: Figure, number: int, count: int) -> Figure:
    *_, ends = figure.data["columns"]
    names = "; ".join(str(end["label"]) for end in ends["nodes"])
    part = gettext("Part {number} of {count}: {names}", number=number, count=count, names=names)
    return evolve(
        figure,
        alt=f"{figure.alt} {part}".strip(),
        caption=gettext(
            "{caption} ({number} of {count})", caption=figure.caption, number=number, count=count
        ).strip(),
    )
