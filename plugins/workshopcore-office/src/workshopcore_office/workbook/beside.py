"""Figures that are tables of signs: cells beside the table, in its own rows.

Who met whom, and the days of a year, are no charts of Excel's. As cells they can be looked up,
and those that count are coloured by what they say, whoever changes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from attrs import field, frozen

from workshopcore.contracts.report import Figure
from workshopcore.language import gettext
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.html.figures import drawing_of
from workshopcore_office.workbook.sheet import Cell, Sheet
from workshopcore_office.workbook.tables import Placed
from workshopcore_office.workbook.text import words_of

__all__ = ["Beside", "Sign", "beside_of", "draw_beside"]

_DAYS = 31
_LETTER = 5.6
"""How tall a letter is that stands on its side, in points."""
_TALLEST = 200.0


@frozen
class Sign:
    """What stands in a cell, as a number where it counts something, and what it is there for."""

    said: str | int
    role: str


@frozen
class Beside:
    """Columns beside a table.

    Attributes:
        heads: what stands above them, on its side.
        rows: for each row of the table the signs, ``None`` for a cell that is empty.
        legend: what the signs mean.
        counting: whether the signs are numbers of times.
        width: of a column, in figures of the usual size.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[Sign | None, ...], ...]
    legend: tuple[tuple[Sign, str], ...]
    counting: bool = False
    width: float = field(default=4.0)

    @property
    def head(self) -> float:
        """How tall the row of headings has to be, in points."""
        return min(max(map(len, self.heads)) * _LETTER + 10, _TALLEST)


def beside_of(figure: Figure) -> Beside | None:
    """Return the cells of a figure, ``None`` if it has none or they do not fit its table's rows."""
    if figure.kind not in ("who-met-whom", "year") or drawing_of(figure) is None:
        return None
    made = _meetings(figure.data) if figure.kind == "who-met-whom" else _year(figure.data)
    return made if len(made.rows) == len(figure.table.rows) else None


def _meetings(data: Any) -> Beside:
    """Return how often everybody met everybody else: a square, in which every row is whole."""
    times = data["times"]
    names = tuple(one_line(name) for name in data["people"])
    count = len(names)

    def sign(one: int, other: int) -> Sign | None:
        if one == other:
            return None
        return Sign(times[max(one, other)][min(one, other)], "not met")

    rows = tuple(tuple(sign(one, other) for other in range(count)) for one in range(count))
    legend = (
        (Sign(0, "not met"), gettext("not yet")),
        (Sign(1, "met once"), gettext("once")),
        (Sign(2, "met often"), gettext("more than once: how often")),
    )
    return Beside(names, rows, legend, counting=True)


_MARKS = {
    "most": ("●", "met often"),
    "nearly": ("◐", "met once"),
    "fewer": ("·", "not met"),
    "closed": ("×", "not met"),
    "people": ("○", "not met"),
    "ruled-out": ("–", "not met"),
}


def _year(data: Any) -> Beside:
    days = sorted((date.fromisoformat(each["date"]), each) for each in data["days"])
    rows = []
    for _, month in groupby(days, lambda pair: (pair[0].year, pair[0].month)):
        signs: list[Sign | None] = [None] * _DAYS
        for day, each in month:
            signs[day.day - 1] = _sign(each["mark"], each.get("number", 0))
        rows.append(tuple(signs))
    legend = tuple((_sign(key["mark"], 0), one_line(key["label"])) for key in data["legend"])
    heads = tuple(str(number) for number in range(1, _DAYS + 1))
    return Beside(heads, tuple(rows), legend, width=3.4)


def _sign(mark: str, number: int) -> Sign:
    if mark in _MARKS:
        return Sign(*_MARKS[mark])
    return Sign(number or "■", "workshop")


def draw_beside(sheet: Sheet, beside: Beside, placed: Placed) -> None:
    """Write the cells beside a table, and below it what they mean."""
    first = sheet.grid.charts
    if first is None:
        return
    for column, head in enumerate(beside.heads, first):
        more = {"rotation": 90, "align": "center", "valign": "bottom"}
        sheet.put(placed.head, Cell((column, column), words_of(head), "head", more=more))
    for row, signs in zip(placed.rows, beside.rows, strict=True):
        for column, sign in enumerate(signs, first):
            if sign is not None:
                _put(sheet, row, column, sign)
    if beside.counting and placed.rows:
        area = (placed.rows[0], first, placed.rows[-1], first + len(beside.heads) - 1)
        _colour(sheet, area)
    sheet.gap()
    for sign, label in beside.legend:
        row = sheet.line()
        _put(sheet, row, 0, sign)
        sheet.put(row, Cell((1, sheet.grid.prose[1]), words_of(label), "item"))


def _put(sheet: Sheet, row: int, column: int, sign: Sign) -> None:
    if isinstance(sign.said, int):
        look = sheet.looks.of(sign.role, num_format="0;;")
        sheet.page.write_number(row, column, sign.said, look)
    else:
        sheet.put(row, Cell((column, column), words_of(sign.said), sign.role))


def _colour(sheet: Sheet, area: Sequence[int]) -> None:
    """Let cells be coloured by their numbers, whoever changes those."""
    for rule, role in (
        ({"criteria": ">=", "value": 2}, "met often"),
        ({"criteria": "=", "value": 1}, "met once"),
    ):
        look = sheet.looks.rule(role)
        sheet.page.conditional_format(*area, {"type": "cell", **rule, "format": look})
