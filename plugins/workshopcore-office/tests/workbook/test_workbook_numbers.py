"""Numbers, dates and times in columns: only where nothing that is said changes."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workshopcore.language import speaking
from workshopcore.reports.wording import day, weekday
from workshopcore_office.workbook.dates import day_in
from workshopcore_office.workbook.numbers import numbers_in

DAYS = st.dates(date(1900, 3, 1), date(2999, 12, 31))


def values(*texts):
    return [None if number is None else number.value for number in numbers_in(texts)]


def test_whole_numbers_are_numbers():
    assert values("3", "0", "12", "", "–", "all similar") == [3, 0, 12, None, None, None]


@pytest.mark.parametrize(
    "column",
    [
        ["007", "12"],
        ["3", "1–2"],
        ["½", "3"],
        ["3", "4 of 5"],
        ["1 200"],
        ["1,200"],
        ["1e5"],
        ["0x10"],
        ["12 apples"],
        ["٣"],
        ["²"],
        ["1234567890123456"],
        ["1.5", "1.25"],
        ["5 %"],
        ["-0"],
        ["9:30"],
        ["24:00"],
        ["2027-01-19"],
        ["19 Jan 2027"],
        ["31 February 2027"],
        ["019 January 2027"],
        ["Monday 19 January 2027"],  # it was a Tuesday
        ["18–19 May 2027", "1 May 2027"],
        ["28 February 1900"],
        ["words", ""],
        [],
    ],
)
def test_what_can_be_read_in_two_ways_stays_text(column):
    assert values(*column) == [None] * len(column)


@pytest.mark.parametrize(
    ("column", "found"),
    [
        (["+5", "0", "-3"], [(5, '"+"0;"-"0;0'), (0, '0;"-"0;0'), (-3, '0;"-"0;0')]),
        (["+5", "−3"], [(5, '"+"0;"-"0;0'), (-3, '0;"−"0;0')]),
        (["58%", "0%", "100%"], [(0.58, "0%"), (0, "0%"), (1, "0%")]),
        (["0.85", "12.00"], [(0.85, "0.00"), (12, "0.00")]),
        (["09:30", "16:15"], [(570 / 1440, "hh:mm"), (975 / 1440, "hh:mm")]),
        (["09:30–", "10:00"], [(570 / 1440, 'hh:mm"–"'), (600 / 1440, "hh:mm")]),
        (["19 January 2027"], [(46406, "[$-809]d mmmm yyyy")]),
        (["Tuesday 19 January 2027"], [(46406, "[$-809]dddd d mmmm yyyy")]),
    ],
)
def test_a_number_is_shown_as_it_was_said(column, found):
    assert [(number.value, number.format) for number in numbers_in(column)] == found


def test_whole_columns_stay_text_where_one_cell_has_to():
    assert values("19 January 2027", "spring 2027") == [None, None]


@given(DAYS)
@example(date(1900, 3, 1))
def test_days_count_as_excel_counts_them(when):
    found, _ = day_in(day(when))
    assert date(1899, 12, 30) + timedelta(days=found) == when


@pytest.mark.parametrize("language", ["de", "de-AT", "en-US", "es", "fr", "it", "nl", "pt", "sv"])
@given(when=DAYS)
def test_dates_of_other_languages_are_read_back(language, when):
    with speaking(language):
        said = day(when), weekday(when)
        found = [day_in(text) for text in said]
        # A four-digit year is the only one that is read.
        assert [each[0] for each in found] == [(when - date(1899, 12, 30)).days] * 2


@pytest.mark.parametrize(
    ("language", "format"),
    [
        ("de", '[$-407]d". "mmmm yyyy'),
        ("en-US", '[$-409]mmmm d", "yyyy'),
        ("es", '[$-C0A]d "de" mmmm "de" yyyy'),
    ],
)
def test_dates_of_other_languages_are_shown_in_them(language, format):
    with speaking(language):
        assert day_in(day(date(2027, 1, 19))) == (46406, format)


@pytest.mark.parametrize("language", ["fi", "ar", "ja", "cs"])
def test_dates_that_excel_might_write_otherwise_stay_text(language):
    with speaking(language):
        assert day_in(day(date(2027, 1, 19))) is None


@pytest.mark.parametrize(
    ("pattern", "format"),
    [
        ("d MMM y", "[$-809]d mmm yyyy"),
        ("dd.MM.yyyy", '[$-809]dd"."mm"."yyyy'),
        ("d 'day of' MMMM y", '[$-809]d "day of" mmmm yyyy'),
    ],
)
def test_dates_in_the_pattern_of_a_house_are_read_back(pattern, format):
    with speaking("en-GB", dates={"day": pattern}):
        assert day_in(day(date(2027, 1, 9))) == (46396, format)


def test_a_short_month_that_excel_cuts_otherwise_stays_text():
    with speaking("en-GB", dates={"day": "d MMM y"}):
        assert day_in(day(date(2027, 9, 9))) is None  # CLDR has "Sept"


@pytest.mark.parametrize("pattern", ["d MMMM", "QQQ y", "d MMMM yy", "G y"])
def test_patterns_that_do_not_tell_a_day_are_left_alone(pattern):
    with speaking("en-GB", dates={"day": pattern}):
        assert day_in(day(date(2027, 1, 19))) is None
