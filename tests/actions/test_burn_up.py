"""Work agreed and work done, day by day: what progress says of each of them."""

import itertools
from datetime import date

import pytest
from action_years import DAYS, years
from hypothesis import given

import workshopcore as wc
from workshopcore.actions import Tally, burn_up, progress
from workshopcore.errors import AsOfRequiredError

FIRST = "2027-01-19"


def year(*actions):
    return wc.Programme(
        title="A year", people=[wc.Person("Amina", id="amina")], actions=list(actions)
    )


def action(id, *updates, **more):
    given = {"agreed": FIRST, "updates": updates, **more}
    return wc.Action(f"Do {id}", "amina", id=id, **given)


def tallies(programme, as_of="2027-12-17"):
    return [(each.on.isoformat(), each.agreed, each.done) for each in burn_up(programme, as_of)]


def test_a_plan_rises_with_what_is_agreed_and_what_is_done():
    plan = year(
        action("one", wc.Update("2027-02-01", "done"), wc.Update("2027-02-09", "verified")),
        action("two", agreed="2027-03-09"),
    )
    assert tallies(plan) == [
        ("2027-01-19", 1, 0),
        ("2027-02-01", 1, 1),
        ("2027-03-09", 2, 1),
    ]


def test_what_is_given_up_leaves_both_and_what_is_reopened_is_not_done():
    plan = year(
        action("one", wc.Update("2027-02-01", "done"), wc.Update("2027-02-09", "reopened")),
        action("two", wc.Update("2027-02-02", "cancelled", note="No need")),
    )
    assert tallies(plan) == [
        ("2027-01-19", 2, 0),
        ("2027-02-01", 2, 1),
        ("2027-02-02", 1, 1),
        ("2027-02-09", 1, 0),
    ]


def test_news_that_changes_neither_number_is_no_day_of_its_own():
    plan = year(action("one", wc.Update("2027-02-01", "in-progress", progress=40)))
    assert tallies(plan) == [("2027-01-19", 1, 0)]


def test_what_is_recorded_later_changes_nothing():
    plan = year(action("one", wc.Update("2027-02-01", "done")))
    assert tallies(plan, "2027-01-31") == [("2027-01-19", 1, 0)]
    assert tallies(plan, "2027-01-18") == []


def test_an_action_of_unknown_age_counts_from_the_first_day_on():
    plan = year(action("old", agreed=None), action("new"))
    assert tallies(plan) == [("2027-01-19", 2, 0)]
    assert burn_up(year(action("old", agreed=None)), "2027-06-30") == (
        Tally(date(2027, 6, 30), 1, 0),
    )


def test_an_action_without_a_day_came_with_its_workshop():
    plan = wc.Programme(
        title="A year",
        people=[wc.Person("Amina", id="amina")],
        workshops=[wc.Workshop("One", id="w", start=f"{FIRST}T09:30", end=f"{FIRST}T16:30")],
        actions=[action("one", agreed=None, origin="w")],
    )
    assert tallies(plan) == [("2027-01-19", 1, 0)]


def test_a_burn_up_needs_a_day():
    with pytest.raises(AsOfRequiredError):
        burn_up(year(), None)


@given(years(), DAYS, DAYS)
def test_every_day_has_the_numbers_of_progress_on_it(programme, on, as_of):
    """The two are worked out in different ways, and may never differ."""
    on = min(on, as_of)
    before = [tally for tally in burn_up(programme, as_of) if tally.on <= on]
    done = progress(programme, on).done
    if before:
        assert (before[-1].done, before[-1].agreed) == (done.numerator, done.denominator)
    else:
        assert done.numerator == 0


@given(years(), DAYS)
def test_each_day_changes_something(programme, as_of):
    found = burn_up(programme, as_of)
    days = [tally.on for tally in found]
    assert days == sorted(set(days))
    assert all(day <= as_of for day in days)
    numbers = [(tally.agreed, tally.done) for tally in found]
    assert all(one != other for one, other in itertools.pairwise(numbers))
