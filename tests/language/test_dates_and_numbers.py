"""Dates, times, numbers and sums of money read as the language that is spoken writes them."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from workshopcore.language import date_in_words, money, number, span_in_words, speaking
from workshopcore.reports import wording

DAY = date(2027, 1, 19)
HALF_PAST_NINE = datetime(2027, 1, 19, 9, 30)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en-GB", ("19 January 2027", "Tuesday 19 January 2027", "January 2027", "09:30")),
        ("de", ("19. Januar 2027", "Dienstag, 19. Januar 2027", "Januar 2027", "09:30")),
        ("de-AT", ("19. Jänner 2027", "Dienstag, 19. Jänner 2027", "Jänner 2027", "09:30")),
        ("fr", ("19 janvier 2027", "mardi 19 janvier 2027", "janvier 2027", "09:30")),
        (
            "en-US",
            ("January 19, 2027", "Tuesday, January 19, 2027", "January 2027", "9:30\u202fAM"),
        ),
        ("xx-Klingon", ("19 January 2027", "Tuesday 19 January 2027", "January 2027", "09:30")),
    ],
)
def test_dates_are_written_as_the_language_does(language, said):
    with speaking(language):
        assert (
            date_in_words(DAY, "day"),
            date_in_words(DAY, "weekday"),
            date_in_words(DAY, "month"),
            date_in_words(HALF_PAST_NINE, "clock"),
        ) == said


@pytest.mark.parametrize(
    ("language", "last", "said"),
    [
        ("en-GB", date(2027, 1, 19), "19 January 2027"),
        ("de", date(2027, 1, 20), "19.–20. Januar 2027"),
        ("de", date(2027, 2, 2), "19. Januar – 2. Februar 2027"),
        ("de", date(2028, 2, 2), "19. Januar 2027 – 2. Februar 2028"),
        ("fr", date(2027, 1, 20), "19–20 janvier 2027"),
    ],
)
def test_span_says_the_month_no_oftener_than_needed(language, last, said):
    with speaking(language):
        assert span_in_words(DAY, last) == said


def test_pattern_of_the_house_comes_first():
    house = {"day": "d.M.y", "weekday": "EEE d.M.y", "clock": "HH.mm 'Uhr'"}
    with speaking("de", dates=house):
        assert wording.day(DAY) == "19.1.2027"
        assert wording.weekday(DAY) == "Di. 19.1.2027"
        assert wording.clock(HALF_PAST_NINE) == "09.30 Uhr"
        assert wording.days(DAY, date(2027, 1, 20)) == "19.1.2027 – 20.1.2027"


def test_pattern_of_the_house_holds_in_english_too():
    with speaking("en-GB", dates={"day": "d MMM yy"}):
        assert wording.day(DAY) == "19 Jan 27"
        assert wording.weekday(DAY) == "Tuesday 19 January 2027"


def test_patterns_last_until_others_are_given():
    with speaking("en-GB", dates={"day": "d/M/y"}):
        with speaking("de"):
            assert wording.day(DAY) == "19/1/2027"
        with speaking("de", dates={}):
            assert wording.day(DAY) == "19. Januar 2027"


def test_time_of_day_needs_no_day():
    with speaking("de"):
        assert date_in_words(time(14, 5), "clock") == "14:05"


@pytest.mark.parametrize("value", [DAY, date(2028, 2, 29), date(2027, 12, 31)])
def test_british_dates_are_those_of_unicode(value):
    """The wording that needs no table of locales is the same as Babel's."""
    with speaking("en-GB"):
        assert wording.day(value) == date_in_words(value, "day")
        assert wording.weekday(value) == date_in_words(value, "weekday")


@pytest.mark.parametrize(
    ("language", "said"),
    [("en-GB", "1,234.50"), ("de", "1.234,50"), ("fr", "1\u202f234,50"), ("de-CH", "1’234.50")],
)
def test_numbers_are_written_as_the_language_does(language, said):
    with speaking(language):
        # Only Swiss thousands have had either apostrophe, by the year of the locale data.
        written = number(1234.5, 2)
        assert (written.replace("'", "’") if language == "de-CH" else written) == said


def test_numbers_have_the_digits_that_were_asked_for():
    for language in ("en-GB", "en-US"):
        with speaking(language):
            assert (number(2), number(0.125, 1), number(7, 3)) == ("2", "0.1", "7.000")


@pytest.mark.parametrize(
    ("language", "said"),
    [("en-GB", "£1,234.50"), ("de", "1.234,50\xa0£"), ("cy", "£1,234.50")],
)
def test_money_is_written_as_the_language_does(language, said):
    with speaking(language):
        assert money(Decimal("1234.5"), "GBP") == said


def test_money_loses_no_digit():
    assert money(Decimal("0.0625"), "GBP") == "£0.0625"
    assert money(Decimal("12345678901234567890.12"), "EUR") == "€12,345,678,901,234,567,890.12"
