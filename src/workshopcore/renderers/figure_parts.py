"""Figures that are too tall for where they stand as several, each of which can be read alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, TypeAlias

from attrs import evolve, frozen

from workshopcore.contracts.report import Figure
from workshopcore.language import gettext
from workshopcore.model.options import Options
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.html.figures.diverging import reach_of

__all__ = ["in_parts"]

Data: TypeAlias = Mapping[str, Any]


@frozen
class _Pieces:
    """What a figure can be taken apart into.

    Attributes:
        names: what each piece is called.
        data: returns a figure's data with the pieces from one number to before another.
    """

    names: Sequence[str]
    data: Callable[[int, int], Data]


def in_parts(figure: Figure, tallest: float) -> tuple[Figure, ...]:
    """Return a figure as several if its drawing is too tall, or itself.

    A graph in columns (``trace-graph``) is taken apart by what stands in its last column, each
    with everything that leads to it, which is drawn in each part that needs it; bars around a
    middle (``diverging-bars``) by their groups, all to one scale; answers before and after
    (``before-after-dots``) by question. Everything stays in its order; there are as few parts as
    will do, and the tallest is as low as it can be. Every part has the table of the whole.

    Args:
        figure: any figure.
        tallest: how tall a drawing may be, as a share of its width. What cannot be taken apart
            any further may be taller.
    """
    if figure.kind not in _CUTS or _height(figure) <= tallest:
        return (figure,)
    pieces = _CUTS[figure.kind](figure.data)
    parts = _shared_out(figure, pieces, tallest)
    if len(parts) < 2:
        return (figure,)
    return tuple(
        _numbered(figure, pieces, part, number, len(parts)) for number, part in enumerate(parts, 1)
    )


def _shared_out(figure: Figure, pieces: _Pieces, tallest: float) -> Sequence[tuple[int, int]]:
    """Return from where to where each part goes: the fewest of them, and then the lowest."""
    best: list[tuple[int, float, tuple[tuple[int, int], ...]]] = [(0, 0.0, ())]
    for end in range(1, len(pieces.names) + 1):
        ways = []
        for start in range(end - 1, -1, -1):
            height = _height(evolve(figure, data=pieces.data(start, end)))
            if height > tallest and start < end - 1:
                break
            count, highest, before = best[start]
            ways.append((count + 1, max(highest, height), (*before, (start, end))))
        best.append(min(ways, key=lambda way: way[:2]))
    return best[-1][2]


def _height(figure: Figure) -> float:
    """Return how tall a figure's drawing is, as a share of its width."""
    drawing = drawing_of(figure)
    return drawing.height / drawing.width if drawing else 0.0


def _numbered(
    figure: Figure, pieces: _Pieces, part: tuple[int, int], number: int, count: int
) -> Figure:
    names = "; ".join(pieces.names[slice(*part)])
    said = gettext("Part {number} of {count}: {names}", number=number, count=count, names=names)
    caption = gettext(
        "{caption} ({number} of {count})", caption=figure.caption, number=number, count=count
    )
    return evolve(
        figure,
        data=pieces.data(*part),
        alt=f"{figure.alt} {said}".strip(),
        caption=caption.strip(),
    )


def _graph(data: Options) -> _Pieces:
    """Take a graph apart; one in which something leads nowhere stays whole."""
    sources: dict[str, set[str]] = {}
    for source, target in data["links"]:
        sources.setdefault(str(target), set()).add(str(source))
    columns: Sequence[Data] = data["columns"]
    ends = columns[-1]["nodes"]
    behind = [_behind(str(end["id"]), sources) for end in ends]
    known = {str(node["id"]) for column in columns for node in column["nodes"]}
    if set().union(*behind) != known:
        return _Pieces(("",), lambda _start, _end: data)

    def only(start: int, end: int) -> Data:
        kept = set().union(*behind[start:end])
        return {
            "columns": [
                {**column, "nodes": [each for each in column["nodes"] if str(each["id"]) in kept]}
                for column in columns
            ],
            "links": [link for link in data["links"] if kept.issuperset(map(str, link))],
        }

    return _Pieces([str(end["label"]) for end in ends], only)


def _behind(end: str, sources: Mapping[str, set[str]]) -> set[str]:
    """Return what leads to something, itself included."""
    found, waiting = {end}, [end]
    while waiting:
        more = sources.get(waiting.pop(), set()) - found
        found |= more
        waiting += more
    return found


def _bars(data: Options) -> _Pieces:
    groups = [(key, list(bars)) for key, bars in groupby(data["bars"], _group)]
    reach = reach_of(data)

    def only(start: int, end: int) -> Data:
        bars = [bar for _, group in groups[start:end] for bar in group]
        return {**data, "bars": bars, "reach": reach}

    return _Pieces([name or _names(bars) for name, bars in groups], only)


def _group(bar: Data) -> str:
    return str(bar.get("group", ""))


def _dots(data: Options) -> _Pieces:
    items: Sequence[Data] = data["items"]
    return _Pieces(
        [str(item["label"]) for item in items],
        lambda start, end: {**data, "items": items[start:end]},
    )


def _names(things: Iterable[Data]) -> str:
    return "; ".join(str(thing["label"]) for thing in things)


_CUTS: Mapping[str, Callable[[Options], _Pieces]] = {
    "trace-graph": _graph,
    "diverging-bars": _bars,
    "before-after-dots": _dots,
}
