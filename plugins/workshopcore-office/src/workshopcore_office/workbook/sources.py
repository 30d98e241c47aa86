"""The cells that charts are drawn from: on a sheet of their own, tied to the tables they repeat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from attrs import define, field, frozen

from workshopcore.language import gettext
from workshopcore_office.cells import write_text
from workshopcore_office.charts import Bars, Chart, Lines, Plot
from workshopcore_office.charts.values import on_lines
from workshopcore_office.workbook.looks import Looks
from workshopcore_office.workbook.tables import Placed

__all__ = ["Range", "Source", "Sources"]

_LABELS, _NUMBERS = 52, 14
_TOP = 2

Range: TypeAlias = list[Any]
"""A range as xlsxwriter takes it: sheet, first row and column, last row and column."""


@frozen
class Source:
    """Where the words and the numbers of a chart are.

    Attributes:
        title: what stands above it, ``None`` if nothing does.
        said: what stands below it, likewise.
        series: for each of its series the name, the categories and the values.
    """

    title: Range | None
    said: Range | None
    series: tuple[tuple[Range, Range, Range], ...]


@frozen
class _Formula:
    """A cell that is worked out from others, and what comes out."""

    text: str
    value: float


_Place: TypeAlias = tuple[int, int]
_Cell: TypeAlias = str | float | _Formula | None


@define
class Sources:
    """The sheet of what charts are drawn from, written when all of them are known.

    A number that stands in a table is not repeated but taken from there, so that a chart follows
    its table. Where there is no number, the cell is empty, which is not 0.

    Attributes:
        name: what the sheet is called.
    """

    name: str
    _rows: list[list[_Cell]] = field(factory=list)

    def add(self, chart: Chart, placed: Placed, table: str) -> Source:
        """Add the words and the numbers of a chart, and return where they are.

        Args:
            chart: the chart.
            placed: where its table is.
            table: the sheet that the table is on.
        """
        title = self._words(chart.title)
        said = self._words(chart.across if isinstance(chart, Plot) else chart.said)
        match chart:
            case Bars():
                ranges = self._bars(chart, placed, table)
            case Lines():
                ranges = self._lines(chart, placed, table)
            case Plot():
                ranges = self._plot(chart)
        self._rows.append([])
        return Source(title, said, tuple(ranges))

    def _words(self, text: str) -> Range | None:
        if not text:
            return None
        self._rows.append([text])
        return self._range(_TOP + len(self._rows) - 1, 0, 1)[:3]

    def _bars(self, chart: Bars, placed: Placed, table: str) -> list[tuple[Range, Range, Range]]:
        head = self._head([bar.name for bar in chart.series])
        places = _places(chart, placed)
        for at, label in enumerate(chart.categories):
            cells: list[_Cell] = [on_lines(label)]
            for number, bar in enumerate(chart.series):
                cells.append(_tied(bar.values[at], table, places.get((number, at))))
            if chart.centre is not None and chart.series[0].values[at] is not None:
                cells[1] = self._offset(chart, at)
            self._rows.append(cells)
        return self._ranges(head, len(chart.categories), len(chart.series))

    def _offset(self, chart: Bars, at: int) -> _Formula:
        """Return how far from the left a bar begins that has half of its middle on either side."""
        row = _TOP + len(self._rows)
        parts = len(chart.series) - 1
        first, middle = 2, 2 + parts // 2
        left = "+".join(_cell(row, column) for column in range(first, middle))
        if parts % 2:
            left += f"+{_cell(row, middle)}/2"
        value = chart.series[0].values[at]
        assert value is not None
        return _Formula(f"={chart.centre:g}-({left})", value)

    def _lines(self, chart: Lines, placed: Placed, table: str) -> list[tuple[Range, Range, Range]]:
        head = self._head([line.name for line in chart.lines])
        for at, point in enumerate(chart.points):
            tied = [
                _tied(each.values[at], table, _found(each.values[at], placed, each.row, point))
                for each in chart.lines
            ]
            self._rows.append([point, *tied])
        return self._ranges(head, len(chart.points), len(chart.lines))

    def _plot(self, chart: Plot) -> list[tuple[Range, Range, Range]]:
        head = self._head([part for trace in chart.traces for part in (trace.name, "")])
        longest = max(len(trace.points) for trace in chart.traces)
        for at in range(longest):
            cells: list[_Cell] = [""]
            for trace in chart.traces:
                cells += trace.points[at] if at < len(trace.points) else (None, None)
            self._rows.append(cells)
        return [
            (
                self._range(head, 2 * number + 1, 1)[:3],
                self._range(head + 1, 2 * number + 1, len(trace.points)),
                self._range(head + 1, 2 * number + 2, len(trace.points)),
            )
            for number, trace in enumerate(chart.traces)
        ]

    def _head(self, names: Sequence[str]) -> int:
        self._rows.append(["", *names])
        return _TOP + len(self._rows) - 1

    def _ranges(self, head: int, rows: int, series: int) -> list[tuple[Range, Range, Range]]:
        return [
            (
                self._range(head, number + 1, 1)[:3],
                self._range(head + 1, 0, rows),
                self._range(head + 1, number + 1, rows),
            )
            for number in range(series)
        ]

    def _range(self, row: int, column: int, rows: int) -> Range:
        return [self.name, row, column, row + rows - 1, column]

    def write(self, begun: Callable[[str], Any], looks: Looks) -> Any:
        """Write the sheet, unless there are no charts; return it."""
        if not self._rows:
            return None
        page = begun(self.name)
        widest = max(map(len, self._rows))
        page.set_column(0, 0, _LABELS)
        page.set_column(1, max(widest - 1, 1), _NUMBERS)
        write_text(page, 0, 0, self.name, looks.of("heading 1", text_wrap=False))
        said = gettext("Numbers that stand in a table are taken from there: its chart follows it.")
        write_text(page, 1, 0, said, looks.of("source", text_wrap=False))
        plain, wrapped = looks.of("source", text_wrap=False), looks.of("source")
        for number, cells in enumerate(self._rows, _TOP):
            for column, cell in enumerate(cells):
                _put(page, number, column, cell, wrapped if len(cells) > 1 else plain)
        page.print_area(0, 0, _TOP + len(self._rows) - 1, widest - 1)
        return page


def _places(chart: Bars, placed: Placed) -> dict[tuple[int, int], _Place]:
    """Return where the numbers of bars stand in their table, by series and category.

    All of them do, or none: a column that happens to be called the same may count something else.
    """
    found: dict[tuple[int, int], _Place] = {}
    for number, bar in enumerate(chart.series):
        for at, value in enumerate(bar.values):
            if not bar.name or value is None:
                continue
            row, column = chart.rows[at], bar.columns[at] if bar.columns else ""
            place = None if row is None else _found(value, placed, row, column)
            if place is None:
                return _downwards(chart, placed)
            found[number, at] = place
    return found


def _downwards(chart: Bars, placed: Placed) -> dict[tuple[int, int], _Place]:
    """Return where the parts of a single bar stand that are one below another in a column."""
    named = [number for number, bar in enumerate(chart.series) if bar.name]
    if len(chart.categories) != 1 or len(named) != len(placed.rows):
        return {}
    values = [chart.series[number].values[0] for number in named]
    for column in dict.fromkeys(title for _, title in placed.numbers):
        places = [
            None if value is None else _found(value, placed, row, column)
            for row, value in enumerate(values)
        ]
        if all(places):
            return {(n, 0): place for n, place in zip(named, places, strict=True) if place}
    return {}


def _found(value: float, placed: Placed, row: int, column: str) -> _Place | None:
    """Return the cell of a table that says a number, ``None`` if it is not there."""
    found = placed.numbers.get((row, column)) if column else None
    return found[:2] if found and found[2] == value else None


def _tied(value: float | None, table: str, place: _Place | None) -> _Cell:
    """Return a number, as the cell that says it if there is one."""
    if value is None or place is None:
        return value
    sheet = table.replace("'", "''")
    return _Formula(f"='{sheet}'!{_cell(*place)}", value)


def _put(page: Any, row: int, column: int, cell: _Cell, look: Any) -> None:
    if isinstance(cell, str):
        if cell:
            write_text(page, row, column, cell, look)
    elif isinstance(cell, _Formula):
        page.write_formula(row, column, cell.text, look, cell.value)
    elif cell is not None:
        page.write_number(row, column, cell, look)


def _cell(row: int, column: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell  # type: ignore[import-untyped]

    return str(xl_rowcol_to_cell(row, column))
