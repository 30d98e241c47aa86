import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.cli.outlines import MOST_WORKSHOPS, days, plan_workshops

FIRST = date(2027, 2, 2)


@given(
    st.dates(date(2024, 1, 4), date(2040, 12, 20)).filter(lambda d: (d.month, d.day) >= (1, 4)),
    st.integers(1, MOST_WORKSHOPS),
)
def test_days_keep_the_weekday_and_three_to_ten_weeks_between(first, count):
    found = days(first, count)

    gaps = {later - earlier for earlier, later in itertools.pairwise(found)}
    assert found[0] == first
    assert len(found) == count
    assert {day.weekday() for day in found} == {first.weekday()}
    assert all(timedelta(weeks=3) <= gap <= timedelta(weeks=10) for gap in gaps)


def test_days_spread_a_year_over_six_workshops():
    assert timedelta(weeks=40) <= days(FIRST, 6)[-1] - FIRST <= timedelta(weeks=52)


def test_days_leave_the_end_of_december_out():
    found = days(date(2027, 10, 26), 3)

    assert found[1] == date(2028, 1, 4)


@pytest.mark.parametrize(
    ("count", "phases"),
    [
        (1, ["strategic"]),
        (2, ["strategic", "operational"]),
        (3, ["strategic", "operational", "review"]),
        (6, ["strategic"] * 2 + ["operational"] * 3 + ["review"]),
    ],
)
def test_plan_is_strategic_first_and_operational_after(count, phases):
    planned = plan_workshops(days(FIRST, count), 8, {})

    assert [workshop.phase for workshop in planned] == phases


def test_plan_never_repeats_a_title():
    planned = plan_workshops(days(FIRST, MOST_WORKSHOPS), 8, {})

    assert len({workshop.title for workshop in planned}) == MOST_WORKSHOPS


def test_plan_closes_every_workshop_with_action_planning():
    for workshop in plan_workshops(days(FIRST, 6), 8, {}):
        *_, planning, closing = workshop.agenda
        assert planning["title"] == "Who does what by when?"
        assert planning["priority"] == "must"
        assert closing["frame"] == "closing"


def test_plan_reviews_actions_from_the_second_workshop_on():
    first, *others = plan_workshops(days(FIRST, 6), 8, {})

    asked = "What became of our actions?"
    assert asked not in [item.get("title") for item in first.agenda]
    assert [workshop.agenda[1]["title"] for workshop in others] == [asked] * 5


def test_plan_uses_no_format_that_is_not_installed():
    for workshop in plan_workshops(days(FIRST, 6), 8, {}):
        assert [item["format"] for item in workshop.agenda if "format" in item] == []
