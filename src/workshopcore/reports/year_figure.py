"""The year as a picture: each day with a mark, and the same as a table, month by month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from workshopcore.calendar.plan import DatedWorkshop
from workshopcore.calendar.words import half_words
from workshopcore.contracts.report import Block, Column, Figure, Table
from workshopcore.language import gettext, ngettext, pgettext
from workshopcore.reports.blocks import table
from workshopcore.reports.wording import capitalised, day, listed, month
from workshopcore.reports.year_marks import DayMark, YearDay, YearMarks

__all__ = ["year_figure"]

_IN_TABLE: tuple[DayMark, ...] = ("workshop", "most", "nearly", "fewer", "closed")


def year_figure(marks: YearMarks, workshops: Sequence[DatedWorkshop]) -> tuple[Block, ...]:
    """Return a year with the workshops in it; nothing of no days.

    Args:
        marks: what each day is good for.
        workshops: in the order in which they are numbered.
    """
    if not marks.days:
        return ()
    data = {
        "days": [_data(each) for each in marks.days],
        "legend": [{"mark": mark, "label": said} for mark, said in marks.meanings.items()],
    }
    (months,) = _table(marks)
    return (Figure("year", data, _in_words(marks, workshops), months),)


def _data(each: YearDay) -> dict[str, str | int]:
    found: dict[str, str | int] = {"date": each.day.isoformat(), "mark": each.mark}
    return {**found, "number": each.number} if each.number else found


def _in_words(marks: YearMarks, workshops: Sequence[DatedWorkshop]) -> str:
    first, last = marks.days[0].day, marks.days[-1].day
    held = listed(day(each.day) for each in workshops) or pgettext("of workshops", "none")
    told = gettext(
        "Calendar from {first} to {last}. Workshops: {workshops}.",
        first=day(first),
        last=day(last),
        workshops=held,
    )
    best = len(marks.on("most"))
    if not best:
        return told
    more = ngettext(
        "On {count} other day {people} can come.",
        "On {count} other days {people} can come.",
        best,
        people=half_words(marks.most),
    )
    return f"{told} {more}"


def _table(marks: YearMarks) -> Sequence[Table]:
    meanings = marks.meanings
    shown = [mark for mark in _IN_TABLE if mark in meanings]
    titles = [
        Column(gettext("Month")),
        *(Column(capitalised(meanings[mark])) for mark in shown),
    ]
    rows = [
        [month(first), *(_days_words(_of(days, mark)) for mark in shown)]
        for first, days in _months(marks.days)
    ]
    found = table(titles, rows, caption=gettext("The year by months"), row_headings=True)
    return [each for each in found if isinstance(each, Table)]


def _months(days: Iterable[YearDay]) -> Iterator[tuple[date, list[YearDay]]]:
    for first, found in groupby(days, key=lambda each: each.day.replace(day=1)):
        yield first, list(found)


def _of(days: Iterable[YearDay], mark: DayMark) -> list[date]:
    return [each.day for each in days if each.mark == mark]


def _days_words(days: Sequence[date]) -> str:
    """Return days of one month as numbers, those next to each other as a stretch."""
    stretches: list[list[date]] = []
    for each in days:
        if stretches and each - stretches[-1][-1] == timedelta(days=1):
            stretches[-1].append(each)
        else:
            stretches.append([each])
    return ", ".join(
        f"{some[0].day}–{some[-1].day}" if len(some) > 1 else str(some[0].day) for some in stretches
    )
