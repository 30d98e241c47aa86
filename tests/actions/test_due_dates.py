from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.actions import default_due
from workshopcore.contracts.working_days import WorkingDays
from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.model.programme import Closure

FIRST = date(2027, 3, 9)  # a Tuesday


def year(*days, closures=(), **events):
    """Return a programme with a workshop on each day; a pair of days is one over several."""
    spans = [day if isinstance(day, tuple) else (day, day) for day in days]
    return wc.Programme(
        title="A year",
        workshops=[
            wc.Workshop(
                f"W{n}",
                start=f"{first}T09:30",
                end=f"{last}T16:30",
                id=f"w{n}",
                events=events.get(f"w{n}", ()),
            )
            for n, (first, last) in enumerate(spans, start=1)
        ],
        closures=closures,
    )


def test_due_is_five_working_days_before_the_next_workshop():
    found = default_due(year(FIRST, "2027-05-18"), "w1")
    assert (found.day, found.next_workshop, found.working_days) == (date(2027, 5, 11), "w2", 5)
    assert found.reason == "5 working days before the next workshop"


def test_house_sets_how_many_working_days_before():
    programme = year(FIRST, "2027-05-18")
    assert default_due(programme, "w1", before=1).day == date(2027, 5, 17)
    assert default_due(programme, "w1", before=1).reason == "1 working day before the next workshop"
    assert default_due(programme, "w1", before=10).day == date(2027, 5, 4)


def test_closures_are_not_worked():
    easter = Closure("Easter", "2027-03-26", "2027-03-29")
    term = Closure("School holiday", "2027-03-30", "2027-04-09", "school-holiday")
    programme = year(FIRST, "2027-04-06", closures=[easter, term])
    assert default_due(programme, "w1").day == date(2027, 3, 30)
    every = default_due(programme, "w1", closed=["holiday", "school-holiday"])
    assert every.day == date(2027, 3, 19)


def test_house_sets_its_weekend():
    programme = year(FIRST, "2027-04-06")
    assert default_due(programme, "w1", weekend=[4, 5]).day == date(2027, 3, 30)
    assert default_due(programme, "w1", before=3, weekend=[4, 5]).day == date(2027, 4, 1)


def test_last_workshop_has_no_due_date_and_says_so():
    found = default_due(year(FIRST, "2027-05-18"), "w2")
    assert (found.day, found.next_workshop, found.working_days) == (None, "", 0)
    assert "no workshop after this one" in found.reason


def test_workshop_that_was_called_off_is_not_the_next():
    programme = year(FIRST, "2027-04-06", "2027-05-18", w2=[wc.Event("2027-03-20", "cancelled")])
    assert default_due(programme, "w1").next_workshop == "w2"
    assert default_due(programme, "w1", as_of="2027-03-20").next_workshop == "w3"


def test_next_workshop_that_comes_soon_leaves_the_last_working_day():
    found = default_due(year(FIRST, "2027-03-15"), "w1")
    assert (found.day, found.working_days) == (date(2027, 3, 12), 1)
    assert "comes soon" in found.reason


def test_next_workshop_that_leaves_just_enough_days():
    found = default_due(year(FIRST, "2027-03-17"), "w1")
    assert (found.day, found.working_days) == (date(2027, 3, 10), 5)


def test_next_workshop_that_comes_at_once_leaves_no_day():
    found = default_due(year(FIRST, "2027-03-10"), "w1")
    assert (found.day, found.next_workshop) == (None, "w2")
    assert "no working day" in found.reason


def test_days_of_the_workshop_itself_do_not_count():
    assert default_due(year((FIRST, "2027-03-10"), "2027-03-12"), "w1").day == date(2027, 3, 11)


def test_closure_of_centuries_leaves_no_day():
    for_ever = Closure("For ever", "1900-01-01", "2500-12-31")
    assert default_due(year(FIRST, "2027-05-18", closures=[for_ever]), "w1").day is None


@pytest.mark.parametrize("before", [0, -5])
def test_due_is_before_the_next_workshop(before):
    with pytest.raises(InvalidValueError, match="1 or more"):
        default_due(year(FIRST), "w1", before=before)


def test_due_date_at_an_unknown_workshop_suggests_one():
    with pytest.raises(UnknownKeyError, match="Did you mean 'w1'"):
        default_due(year(FIRST), "w11")


@given(st.integers(1, 90), st.integers(1, 8), st.lists(st.integers(0, 90), max_size=5))
def test_due_is_where_the_calendar_of_working_days_puts_it(gap, before, closed):
    following = FIRST + timedelta(days=gap)
    free = [FIRST + timedelta(days=days) for days in closed]
    closures = [Closure("Closed", day) for day in free]
    found = default_due(year(FIRST, following, closures=closures), "w1", before=before)
    calendar = WorkingDays(free)
    wanted, latest = calendar.shift(following, -before), calendar.shift(following, -1)
    assert found.day == next((day for day in (wanted, latest) if day > FIRST), None)
