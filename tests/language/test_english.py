"""English dates, written without Babel: they are what Babel writes."""

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.language import month_name, speaking, weekday_name
from workshopcore.language.english import english_date

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("use", "pattern"), [("day", "d MMMM y"), ("weekday", "EEEE d MMMM y"), ("month", "MMMM y")]
)
@given(day=DAYS)
def test_english_dates_are_those_of_babel(day, use, pattern):
    assert english_date(day, use) == format_date(day, pattern, locale="en_GB")


@given(DAYS)
def test_names_of_months_and_weekdays_are_those_of_babel(day):
    for language in ("en-GB", "de", "fr"):
        with speaking(language):
            named = month_name(day.month), weekday_name(day.weekday())
        locale = language.replace("-", "_")
        assert named == tuple(format_date(day, way, locale=locale) for way in ("LLLL", "cccc"))
