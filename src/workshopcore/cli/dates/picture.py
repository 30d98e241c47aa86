"""The year in a terminal: a line for each month, weekdays below one another, a sign a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from workshopcore.cli.terminal import Terminal

if TYPE_CHECKING:
    from workshopcore.reports.year_marks import DayMark, YearDay, YearMarks

__all__ = ["LINE", "show_year"]

LINE = 78
"""How many columns a month takes."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = "MTWTFSS"
_COLUMNS = 37
_SIGNS: Mapping[DayMark, tuple[str, str]] = {
    "workshop": ("1", "bold reverse"),
    "most": ("#", "bold green"),
    "nearly": ("+", "green"),
    "fewer": ("-", "yellow"),
    "closed": ("x", "dim"),
    "people": ("!", "red"),
    "ruled-out": (".", "dim"),
}
"""Each sign says the same without its style."""


def show_year(marks: YearMarks, terminal: Terminal) -> None:
    """Print what each day is good for, and what the signs mean."""
    if terminal.is_terminal and terminal.width < LINE:
        terminal.say(("The picture of the year needs a terminal of 78 columns.", "dim"))
        return
    for year, days in groupby(marks.days, key=lambda each: each.day.year):
        names = "".join(f" {_WEEKDAYS[column % 7]}" for column in range(_COLUMNS))
        terminal.say((str(year), "bold"), (names, "dim"))
        for month, some in groupby(days, key=lambda each: each.day.month):
            terminal.say(f"{_MONTHS[month - 1]} ", *_month(list(some)))
    for line in _legend(marks):
        terminal.say(*line)


def _month(days: list[YearDay]) -> Iterator[str | tuple[str, str]]:
    first = days[0].day.replace(day=1)
    at = 0
    for each in days:
        column = first.weekday() + each.day.day - 1
        yield "  " * (column - at)
        yield _cell(each)
        at = column + 1


def _cell(each: YearDay) -> tuple[str, str]:
    sign, style = _SIGNS[each.mark]
    if each.number:
        sign = str(each.number) if each.number < 100 else "*"
    return f"{sign:>2}", style


def _legend(marks: YearMarks) -> Iterator[list[str | tuple[str, str]]]:
    """Yield lines that say what the signs mean."""
    number = max(each.number for each in marks.days)
    line: list[str | tuple[str, str]] = []
    taken = 0
    for mark, said in marks.meanings.items():
        sign, style = _SIGNS[mark]
        if mark == "workshop" and number > 1:
            sign, said = f"1-{number}", "workshops"
        wide = len(f"  {sign} {said}")
        if taken and taken + wide > LINE:
            yield line
            line, taken = [], 0
        line += ["  " if taken else "    ", (sign, style), f" {said}"]
        taken += wide + (0 if taken else 2)
    yield line
