"""Days as people write them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.errors import InvalidValueError
from workshopcore.exchange.days import read_day

DAY = date(2027, 2, 3)


@pytest.mark.parametrize(
    "said",
    [
        DAY,
        datetime(2027, 2, 3, 23, 59),
        datetime(2027, 2, 3, 23, 59, tzinfo=UTC),
        datetime(2027, 2, 3, 1, tzinfo=timezone(timedelta(hours=14))),
        "2027-02-03",
        "2027-2-3",
        "2027/02/03",
        "2027-02-03T09:30",
        "2027-02-03T09:30:00Z",
        "2027-02-03 09:30:00.000+01:00",
        "3/2/2027",
        "03/02/2027",
        "3/2/27",
        "3.2.2027",
        "03-02-2027",
        "3/2/2027 09:00",
        " 3/2/2027 ",
        "3 Feb 2027",
        "3 February 2027",
        "3rd February 2027",
        "3rd of February 2027",
        "03-Feb-2027",
        "03/Feb/27 9:00 AM",
        "3 FEB 27",
        "Wed 3 Feb 2027",
        "Wednesday, 3 February 2027",
        "Feb 3, 2027",
        "February 3rd 2027",
    ],
)
def test_day_is_understood(said):
    assert read_day(said) == DAY


@pytest.mark.parametrize(("said", "month"), [("3 Sept 2027", 9), ("3 Mar 2027", 3)])
def test_month_is_known_by_its_short_name(said, month):
    assert read_day(said) == date(2027, month, 3)


def test_date_that_is_only_valid_month_first_is_not_guessed():
    with pytest.raises(InvalidValueError) as caught:
        read_day("2/28/2027")
    assert str(caught.value) == (
        "expected a date with the day first, found '2/28/2027'. Write the day as 2027-02-28;"
        " if every date in the file has the month first, read it with month_first"
    )


def test_months_come_first_where_that_is_said():
    assert read_day("2/3/2027", month_first=True) == DAY
    assert read_day("2/28/2027", month_first=True) == date(2027, 2, 28)


def test_date_that_is_only_valid_day_first_is_not_guessed_either():
    with pytest.raises(InvalidValueError, match="a date with the month first"):
        read_day("28/2/2027", month_first=True)


@pytest.mark.parametrize("said", ["3 Ju 2027", "3 Maybe 2027", "3 ma 2027", "3 xyz 2027"])
def test_name_that_is_no_month_is_refused(said):
    with pytest.raises(InvalidValueError, match="expected a date such as"):
        read_day(said)


def test_month_that_might_be_two_is_refused():
    with pytest.raises(InvalidValueError, match="No month is called 'Jux'"):
        read_day("3 Jux 2027")


@pytest.mark.parametrize(
    "said", ["29/2/2027", "2027-02-30", "31 June 2027", "0/0/2027", "32/13/27"]
)
def test_day_that_does_not_exist_is_refused(said):
    with pytest.raises(InvalidValueError, match="a date"):
        read_day(said)


@pytest.mark.parametrize("said", ["1/1/1066", date(2600, 1, 1), "9999-12-31"])
def test_day_of_another_age_is_refused(said):
    with pytest.raises(InvalidValueError, match="from 1900 to 2500"):
        read_day(said)


@pytest.mark.parametrize(
    "said", ["", "soon", "end of March", "2027", "٣/٢/٢٠٢٧", None, True, "3" * 9999]
)
def test_what_is_no_day_is_refused(said):
    with pytest.raises(InvalidValueError, match="expected a date such as"):
        read_day(said)


def test_number_of_a_spreadsheet_asks_for_a_format():
    with pytest.raises(InvalidValueError, match="Format the cell as a date"):
        read_day(46056)


@given(st.dates(date(1900, 1, 1), date(2500, 12, 31)), st.sampled_from(("%d/%m/%Y", "%d.%m.%Y")))
def test_every_day_reads_as_it_is_written_in_britain(day, shape):
    assert read_day(day.strftime(shape).replace("/0", "/")) == day
    assert read_day(day.isoformat()) == day


@given(st.dates(date(1900, 1, 1), date(2500, 12, 31)))
def test_every_day_reads_as_it_is_written_in_america(day):
    assert read_day(f"{day.month}/{day.day}/{day.year:04}", month_first=True) == day


@given(st.text(st.characters()) | st.text("0123456789/-. :TZapmFeb", max_size=20))
def test_any_text_is_a_day_or_refused(text):
    try:
        found = read_day(text)
    except InvalidValueError:
        return
    assert isinstance(found, date)
