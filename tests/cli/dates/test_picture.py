"""The year in a terminal."""

import re
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.cli.dates.picture import LINE, show_year
from workshopcore.cli.terminal import Terminal
from workshopcore.reports.year_marks import YearDay, YearMarks

SIGNS = {"#": "most", "+": "nearly", "-": "fewer", "x": "closed", "!": "people", ".": "ruled-out"}


def year(first, marks):
    days = [
        YearDay(first + timedelta(days=n), mark, n % 150 + 1 if mark == "workshop" else 0)
        for n, mark in enumerate(marks)
    ]
    return YearMarks(tuple(days), Fraction(9), Fraction(8))


def shown(marks, capsys):
    show_year(marks, Terminal())
    return capsys.readouterr().out.splitlines()


def test_weekdays_stand_below_one_another(capsys):
    marks = ["ruled-out"] * 31 + ["most"] + ["closed"] * 27

    lines = shown(year(date(2027, 1, 1), marks), capsys)

    # 1 January 2027 is a Friday, 1 February a Monday.
    assert lines[0].startswith("2027 M T W T F S S M")
    assert lines[1] == "Jan          " + ". " * 30 + "."
    assert lines[1].index(".") == lines[0].index("F") == 13
    assert lines[2] == "Feb  # " + "x " * 26 + "x"
    assert lines[3].split("  ") == ["", "", "# 9 can come", "x closed", ". ruled out"]


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.lists(st.sampled_from([*SIGNS.values(), "workshop"]), min_size=1, max_size=500),
)
def test_every_day_can_be_read_back(first, marks):
    made = year(first, marks)

    terminal = Terminal()
    with terminal.capture() as capture:
        show_year(made, terminal)
    lines = capture.get().splitlines()

    assert max(map(len, lines)) <= LINE
    found = {}
    for line in lines:
        if re.match(r"\d{4} M T", line):
            current = int(line[:4])
        elif line[:3].isalpha():
            month = "JanFebMarAprMayJunJulAugSepOctNovDec".index(line[:3]) // 3 + 1
            before = date(current, month, 1).weekday()
            for column in range((len(line) - 3) // 2):
                sign = line[4 + 2 * column : 6 + 2 * column].strip()
                if sign:
                    day = date(current, month, 1) + timedelta(days=column - before)
                    found[day] = SIGNS.get(sign, "workshop")
    assert found == {each.day: each.mark for each in made.days}


def test_the_legend_names_the_signs_that_there_are(capsys):
    marks = ["workshop", "most", "nearly", "fewer", "closed", "people", "ruled-out"]

    lines = shown(year(date(2027, 3, 1), marks), capsys)

    assert lines[2:] == [
        "    1 workshop  # 9 can come  + 8 or more  - fewer  x closed",
        "    ! people needed are away  . ruled out",
    ]


def test_several_workshops_are_numbered(capsys):
    lines = shown(year(date(2027, 3, 1), ["workshop", "workshop"]), capsys)

    assert lines[1:] == ["Mar  1 2", "    1-2 workshops"]


@pytest.mark.parametrize(("columns", "pictured"), [(80, True), (78, True), (77, False)])
def test_a_narrow_terminal_is_told(capsys, columns, pictured):
    terminal = Terminal()
    terminal._force_terminal = True
    terminal.width = columns

    show_year(year(date(2027, 3, 1), ["most"]), terminal)

    out = re.sub("\x1b\\[[0-9;]*m", "", capsys.readouterr().out)
    assert out.startswith("2027 M T W") is pictured
    assert ("needs a terminal of 78 columns" in out) is not pictured


def test_colours_change_nothing_that_is_said(year_on_terminal):
    coloured, plain = year_on_terminal(), year_on_terminal(NO_COLOR="1")

    assert "\x1b[" in coloured
    strip = re.compile("\x1b\\[[0-9;]*m")
    assert strip.sub("", coloured) == strip.sub("", plain)


@pytest.fixture
def year_on_terminal(choose, on_terminal, year):
    def year_on_terminal(**environment):
        choose()  # writes the rules
        _, shown = on_terminal(
            *("dates", "year.toml", "--rules", "rules.toml", "--as-of", "2026-11-30"),
            COLUMNS="80",
            **environment,
        )
        return shown

    return year_on_terminal
