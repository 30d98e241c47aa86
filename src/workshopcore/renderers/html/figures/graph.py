"""What leads to what: columns of boxes from left to right, with lines between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from workshopcore.model.options import Options
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.html.figures.shapes import Box, Drawing, Label, Line, Shape
from workshopcore.renderers.width import wrap

__all__ = ["draw_graph"]

_MOST_COLUMNS, _MOST_NODES, _MOST_LINKS = 8, 60, 600
_WIDTH, _GAP, _GUTTER = 720, 8, 30
_HEAD, _HEAD_LETTER, _HEAD_LINE = 16, 7.4, 14
_LETTER, _LINE, _MOST_LINES, _INSET = 5.9, 13.5, 5, 7
_SWEEPS = 4


@frozen
class _Node:
    """A box: whose column it is in, and the lines of its label."""

    id: str
    column: int
    lines: tuple[str, ...]
    tone: str

    @property
    def height(self) -> float:
        return len(self.lines) * _LINE + 2 * _INSET - 2


@frozen
class _Graph:
    headings: tuple[tuple[str, ...], ...]
    columns: tuple[tuple[_Node, ...], ...]
    links: tuple[tuple[str, str], ...]

    @property
    def width(self) -> float:
        """How wide a column is."""
        count = len(self.columns)
        return round((_WIDTH - 2 - _GUTTER * (count - 1)) / count, 1)

    @property
    def head(self) -> float:
        """How tall the headings are."""
        return _HEAD + _HEAD_LINE * max(map(len, self.headings))


def draw_graph(data: Options) -> Drawing | None:
    """Return a graph in columns, or None if the data are none, or too many to be drawn."""
    try:
        graph = _read(data)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    if graph is None:
        return None
    places = _placed(graph, _uncrossed(graph))
    height = max(place.y + place.height for place in places.values()) + 2
    return Drawing(_WIDTH, height, (*_lines(graph, places), *_boxes(graph, places)))


def _read(data: Options) -> _Graph | None:
    columns = tuple(data["columns"])
    if not 2 <= len(columns) <= _MOST_COLUMNS:
        return None
    room = _WIDTH / len(columns) - _GUTTER - 2 * _INSET
    nodes = tuple(
        tuple(_node(each, number, int(room / _LETTER)) for each in column["nodes"])
        for number, column in enumerate(columns)
    )
    known = {node.id: node.column for column in nodes for node in column}
    links = tuple((str(source), str(target)) for source, target in data["links"])
    fits = all(len(column) <= _MOST_NODES for column in nodes) and len(links) <= _MOST_LINKS
    if not (known and fits and len(known) == sum(map(len, nodes))):
        return None
    if any(known[source] >= known[target] for source, target in links):
        return None
    wide = int(_WIDTH / len(columns) / _HEAD_LETTER)
    headings = tuple(tuple(wrap(one_line(column["label"]), wide)) for column in columns)
    return _Graph(headings, nodes, links)


def _node(data: Mapping[str, object], column: int, letters: int) -> _Node:
    label = one_line(str(data["label"]))
    lines = wrap(label, letters)
    if len(lines) > _MOST_LINES:
        lines = wrap(label, letters - 2)[:_MOST_LINES]
        lines[-1] += " …"
    return _Node(str(data["id"]), column, tuple(lines), str(data.get("tone", "plain")))


def _uncrossed(graph: _Graph) -> list[list[_Node]]:
    """Return the columns with each box near those it is linked to, so that few lines cross.

    Each column is put into the order of the means of its neighbours' places, from left to right
    and back: the barycentre method of Sugiyama, Tagawa and Toda (1981).
    """
    columns = [list(column) for column in graph.columns]
    near: dict[str, list[str]] = {}
    for source, target in graph.links:
        near.setdefault(source, []).append(target)
        near.setdefault(target, []).append(source)
    for sweep in range(_SWEEPS):
        order = range(1, len(columns)) if sweep % 2 == 0 else range(len(columns) - 2, -1, -1)
        for number in order:
            places = _shares(columns)
            columns[number].sort(key=lambda node: _mean(places, near.get(node.id, ()), node.id))
    return columns


def _shares(columns: Iterable[Sequence[_Node]]) -> dict[str, float]:
    """Return how far down its column each box is, from 0 to 1."""
    return {
        node.id: (place + 0.5) / len(column)
        for column in columns
        for place, node in enumerate(column)
    }


def _mean(places: Mapping[str, float], near: Sequence[str], own: str) -> float:
    return sum(places[each] for each in near) / len(near) if near else places[own]


def _placed(graph: _Graph, columns: Sequence[Sequence[_Node]]) -> dict[str, Box]:
    """Return the box of each node; every column is spread over the height of the tallest."""
    heights = [sum(node.height for node in column) for column in columns]
    tallest = max(
        height + _GAP * len(column) for height, column in zip(heights, columns, strict=True)
    )
    places = {}
    for number, column in enumerate(columns):
        x = round(1 + number * (graph.width + _GUTTER), 1)
        gap = (tallest - heights[number]) / max(len(column), 1)
        y = graph.head + gap / 2
        for node in column:
            use = f"node node-{_tone(node)}"
            places[node.id] = Box(x, round(y, 1), graph.width, node.height, use)
            y += node.height + gap
    return places


def _tone(node: _Node) -> str:
    return node.tone if node.tone in ("strong", "plain", "weak") else "plain"


def _lines(graph: _Graph, places: Mapping[str, Box]) -> Iterator[Shape]:
    for source, target in graph.links:
        start, end = places[source], places[target]
        yield Line(
            round(start.x + start.width, 1),
            start.y + start.height / 2,
            end.x,
            end.y + end.height / 2,
            "edge",
        )


def _boxes(graph: _Graph, places: Mapping[str, Box]) -> Iterator[Shape]:
    for number, heading in enumerate(graph.headings):
        x = round(1 + number * (graph.width + _GUTTER), 1)
        for row, line in enumerate(heading):
            yield Label(x, 14 + row * _HEAD_LINE, line, "moment")
    for column in graph.columns:
        for node in column:
            place = places[node.id]
            yield place
            for row, line in enumerate(node.lines):
                y = place.y + _INSET + 10 + row * _LINE
                yield Label(place.x + _INSET, y, line, "node-name")
