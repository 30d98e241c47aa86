"""A year of days: what each is good for, once dates for a programme have been chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal, TypeAlias

from attrs import frozen

from workshopcore.calendar import Dates, DayOutlook
from workshopcore.calendar.words import half_words
from workshopcore.language import gettext, pgettext
from workshopcore.model.programme import Closure

__all__ = ["DayMark", "YearDay", "YearMarks", "year_marks"]

DayMark: TypeAlias = Literal["workshop", "most", "nearly", "fewer", "closed", "people", "ruled-out"]
"""What a day is good for.

- ``workshop``: a workshop is held.
- ``most``, ``nearly``, ``fewer``: one could be, and so many can come.
- ``closed``: a closure.
- ``people``: people who are needed cannot come.
- ``ruled-out``: by a rule, or by the other workshops.
"""

_A_TENTH = 10


@frozen
class YearDay:
    """One day.

    Attributes:
        day: the day.
        mark: what it is good for.
        number: of the workshop that is held on it, counted from 1; 0 for none.
    """

    day: date
    mark: DayMark
    number: int = 0


@frozen
class YearMarks:
    """The days from the first to the last, and how many ``most`` and ``nearly`` are.

    Attributes:
        days: in order.
        most: the greatest attendance of any day on which a workshop could be held.
        nearly: from which attendance on a day counts as nearly as good: one less, or a tenth
            less, whichever is more.
    """

    days: tuple[YearDay, ...]
    most: Fraction
    nearly: Fraction

    def on(self, mark: DayMark) -> tuple[date, ...]:
        """Return the days with a mark."""
        return tuple(each.day for each in self.days if each.mark == mark)

    @property
    def meanings(self) -> Mapping[DayMark, str]:
        """What each mark that there is means, in words, the best first."""
        words: dict[DayMark, str] = {
            "workshop": pgettext("of a day", "workshop"),
            "most": gettext("{people} can come", people=half_words(self.most)),
            "nearly": pgettext("of people", "{number} or more", number=half_words(self.nearly)),
            "fewer": pgettext("of people", "fewer"),
            "closed": pgettext("of a day", "closed"),
            "people": pgettext("of a day", "people needed are away"),
            "ruled-out": pgettext("of a day", "ruled out"),
        }
        used = {each.mark for each in self.days}
        return {mark: said for mark, said in words.items() if mark in used}


def year_marks(dates: Dates, closures: Iterable[Closure] = ()) -> YearMarks:
    """Return what each day is good for.

    Args:
        dates: the dates that were chosen.
        closures: those on which there is no workshop.
    """
    closed = tuple(closures)
    held = dict(_held(dates))
    found = [each.attendance for each in dates.days if each.attendance is not None]
    most = max(found, default=Fraction())
    nearly = max(Fraction(), most - max(Fraction(1), most / _A_TENTH))
    days = {each.day: _mark(each, closed, most, nearly) for each in dates.days}
    marks = {day: YearDay(day, mark) for day, mark in days.items()}
    marks |= {day: YearDay(day, "workshop", number) for day, number in held.items()}
    return YearMarks(tuple(marks[day] for day in sorted(marks)), most, nearly)


def _held(dates: Dates) -> Iterator[tuple[date, int]]:
    """Yield every day of every workshop, with its number."""
    for number, each in enumerate(dates.workshops, 1):
        for later in range((each.end.date() - each.day).days + 1):
            yield each.day + timedelta(days=later), number


def _mark(each: DayOutlook, closed: Iterable[Closure], most: Fraction, nearly: Fraction) -> DayMark:
    if each.attendance is not None:
        if each.attendance == most:
            return "most"
        return "nearly" if each.attendance >= nearly else "fewer"
    if any(closure.covers(each.day) for closure in closed):
        return "closed"
    only_people = [reason.people for reason in each.rejections]
    return "people" if only_people and all(only_people) else "ruled-out"
