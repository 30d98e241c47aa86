"""Patterns for dates, before any document is dated with them."""

from datetime import date, datetime

import pytest

from workshopcore.language import speaking
from workshopcore.renderers.styles.dates import faults_of_pattern
from workshopcore.reports.wording import clock, day, weekday

FINE = [
    ("day", "d MMMM y", "19 January 2027"),
    ("day", "dd.MM.yyyy", "19.01.2027"),
    ("day", "d 'de' MMMM 'de' y", "19 de January de 2027"),
    ("day", "y-MM-dd", "2027-01-19"),
    ("weekday", "EEE d MMM y", "Tue 19 Jan 2027"),
    ("weekday", "EEEE, d. LLLL yy", "Tuesday, 19. January 27"),
    ("clock", "HH:mm", "09:05"),
    ("clock", "h.mm a", "9.05 am"),
    ("clock", "H'h'mm", "9h05"),
]
SAID = {"day": day, "weekday": weekday, "clock": clock}
MOMENT = datetime(2027, 1, 19, 9, 5)


@pytest.mark.parametrize(("use", "pattern", "said"), FINE)
def test_pattern_that_is_taken_says_the_date(use, pattern, said):
    assert list(faults_of_pattern(use, pattern)) == []
    value = MOMENT if use == "clock" else MOMENT.date()
    with speaking("en-GB", dates={use: pattern}):
        assert SAID[use](value) == said


def test_pattern_of_a_month_is_taken():
    assert list(faults_of_pattern("month", "LLLL y")) == []


@pytest.mark.parametrize(
    ("use", "pattern", "faults"),
    [
        ("day", "d MMMM", [("a pattern with the year", "add y")]),
        ("day", "MMMM y", [("a pattern with the day", "add d")]),
        ("day", "", [f"add {letter}" for letter in "dMy"]),
        ("weekday", "d MMMM y", [("a pattern with the day of the week", "add E")]),
        ("month", "MMMM", [("a pattern with the year", "add y")]),
        ("clock", "HH", [("a pattern with the minute", "add m")]),
    ],
)
def test_pattern_that_leaves_something_out_is_refused(use, pattern, faults):
    found = list(faults_of_pattern(use, pattern))
    assert found == faults or [hint for _, hint in found] == faults


@pytest.mark.parametrize(
    ("use", "pattern", "cure"),
    [
        ("day", "d MMMM YYYY", "Y is the year that a week belongs to: write y"),
        ("day", "DD.MM.yyyy", "D counts days from the beginning of the year: write d"),
        ("day", "dd.mm.yyyy", "m is the minute: write M for the month"),
        ("clock", "HH:MM", "M is the month: write m for the minute"),
        ("clock", "HH:mm:ss", "nothing is timed to the second: leave s out"),
        ("day", "d MMMM y HH", "put words in quotes, or leave H out"),
        ("day", "d de MMMM de y", "put words in quotes, or leave e out"),
        ("day", "d. MMMM d' y", "put words in quotes: d stands for a part of the date"),
        ("clock", "h:mm", "add a, or write H for 24 hours"),
        ("day", "d MMMMMMM y", "write MMMM for a month, EEEE for a weekday"),
    ],
)
def test_slip_is_answered_with_its_cure(use, pattern, cure):
    ((_, hint),) = faults_of_pattern(use, pattern)
    assert hint == cure


def test_year_of_a_week_would_have_been_wrong():
    with speaking("en-GB", dates={"day": "d MMM YYYY"}):
        assert day(date(2027, 1, 1)) == "1 Jan 2026"  # why Y is refused
