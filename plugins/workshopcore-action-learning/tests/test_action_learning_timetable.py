"""How minutes are shared out."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore_action_learning.timetable import PARTS, Timetable, divide


def test_thirty_six_minutes_are_divided_as_described():
    assert divide(36) == (5, 7, 15, 9)


def test_seventy_two_minutes_are_twice_that():
    assert divide(72) == (10, 14, 30, 18)


@given(st.integers(20, 180))
def test_parts_add_up(airtime):
    assert sum(divide(airtime)) == airtime


@given(st.integers(20, 180))
def test_no_part_is_further_than_a_minute_from_its_share(airtime):
    for part, minutes in zip(PARTS, divide(airtime), strict=True):
        assert abs(minutes - Fraction(part * airtime, 36)) < 1


@given(st.integers(20, 179))
def test_no_part_shrinks_when_there_is_more_time(airtime):
    now, more = divide(airtime), divide(airtime + 1)
    assert all(after >= before for before, after in zip(now, more, strict=True))


def test_what_cannot_be_shared_evenly_goes_to_the_closing():
    shares = Timetable().shares(138 + 5, 3)

    assert (shares.opening, shares.airtime, shares.closing, shares.spare) == (20, 37, 12, 0)


def test_nobody_gets_more_than_twice_the_airtime():
    shares = Timetable().shares(138 + 3 * 36 + 40, 3)

    assert (shares.airtime, shares.closing, shares.spare) == (72, 10, 40)


@pytest.mark.parametrize(("minutes", "presenters"), [(0, 0), (65, 0), (66, 1), (138, 3)])
def test_presenters_are_those_there_is_room_for(minutes, presenters):
    assert Timetable().presenters(minutes) == presenters
