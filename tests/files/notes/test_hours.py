from datetime import datetime

import pytest

from workshopcore.errors import InvalidValueError
from workshopcore.files.notes.hours import hours_of, moment_of
from workshopcore.model.workshop import Workshop

DAY = Workshop("A day", start="2027-01-19T09:30", end="2027-01-19T16:30")
NIGHT = Workshop("A night", start="2027-01-19T18:00", end="2027-01-19T23:45")
AWAY = Workshop("Away", start="2027-03-27T14:00", end="2027-03-28T16:00")


def at(clock, day="2027-01-19"):
    return datetime.fromisoformat(f"{day}T{clock}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13:00-16:30", (at("13:00"), at("16:30"))),
        ("13:00 – 16:30", (at("13:00"), at("16:30"))),
        ("13:00 to 16:30", (at("13:00"), at("16:30"))),
        ("9:05-10:00", (at("09:05"), at("10:00"))),
        ("10:05-", (at("10:05"), None)),
        ("-12:30", (None, at("12:30"))),
        ("until 12:30", (None, at("12:30"))),
        ("2027-01-19T13:00-16:30", (at("13:00"), at("16:30"))),
        ("2027-01-19 13:00-2027-01-20 01:00", (at("13:00"), at("01:00", "2027-01-20"))),
    ],
)
def test_hours_are_read_in_the_ways_that_people_write_them(text, expected):
    assert hours_of(DAY, text) == expected


@pytest.mark.parametrize("text", ["", "-", "13:00", "soon", "13-16", "13:00-16:30-17:00"])
def test_hours_that_are_none_are_refused(text):
    with pytest.raises(InvalidValueError, match="times such as 13:00-16:30"):
        hours_of(DAY, text)


@pytest.mark.parametrize("text", ["25:00-", "12:60-"])
def test_hours_that_no_clock_shows_are_refused(text):
    with pytest.raises(InvalidValueError, match="a clock time such as 12:30"):
        hours_of(DAY, text)


def test_hours_that_end_before_they_start_are_refused():
    with pytest.raises(InvalidValueError, match="an end after the start, 13:00"):
        hours_of(DAY, "13:00-12:00")
    with pytest.raises(InvalidValueError, match="an end after the start"):
        hours_of(DAY, "2027-01-19T13:00-2027-01-19T12:00")


def test_hours_of_a_time_that_comes_twice_are_told_apart_by_their_offsets():
    text = "2027-10-31T01:30+01:00-2027-10-31T01:10+00:00"
    start, end = hours_of(DAY, text)
    assert (end - start).total_seconds() == 40 * 60


def test_moment_far_from_the_workshop_is_refused():
    with pytest.raises(InvalidValueError, match="2027-01-19 09:30 to 2027-01-19 16:30"):
        moment_of(DAY, "03:00")


def test_moment_before_the_start_and_after_midnight_is_of_the_workshop():
    assert moment_of(DAY, "08:45") == at("08:45")
    assert moment_of(NIGHT, "00:20") == at("00:20", "2027-01-20")


def test_moment_that_comes_on_two_days_needs_its_day():
    with pytest.raises(InvalidValueError) as caught:
        moment_of(AWAY, "15:00")
    assert caught.value.hint == "Write 2027-03-27T15:00 or 2027-03-28T15:00"
    assert moment_of(AWAY, "2027-03-28 15:00") == at("15:00", "2027-03-28")


def test_moment_that_comes_on_one_day_of_two_needs_none():
    assert moment_of(AWAY, "22:00") == at("22:00", "2027-03-27")
    assert moment_of(AWAY, "09:00") == at("09:00", "2027-03-28")


def test_moment_near_another_is_on_the_closest_day():
    near = at("14:30", "2027-03-28")
    assert moment_of(AWAY, "15:00", near) == at("15:00", "2027-03-28")


def test_moment_after_another_is_the_next_such_time():
    start, end = hours_of(AWAY, "2027-03-27T14:30-15:00")
    assert (start, end) == (at("14:30", "2027-03-27"), at("15:00", "2027-03-27"))
    assert hours_of(AWAY, "2027-03-27T16:30-15:00")[1] == at("15:00", "2027-03-28")


def test_moment_of_a_day_that_is_none_is_refused():
    with pytest.raises(InvalidValueError, match="a date and time"):
        moment_of(DAY, "2027-02-30T10:00")
