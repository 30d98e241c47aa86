"""The plan as it stood on a day, beside what each action says of itself."""

from datetime import date, timedelta

import pytest
from action_years import DAYS, began, years
from hypothesis import given

import workshopcore as wc
from workshopcore.actions import plan
from workshopcore.actions.standing import Span
from workshopcore.errors import AsOfRequiredError

FIRST = date(2027, 1, 19)


def year(*actions, **more):
    return wc.Programme(
        title="A year",
        people=[wc.Person("Amina", id="amina"), wc.Person("Ben", id="ben")],
        workshops=[
            wc.Workshop("One", start="2027-01-19T09:30", end="2027-01-19T16:30", id="w1"),
            wc.Workshop("Two", start="2027-03-09T09:30", end="2027-03-10T16:30", id="w2"),
        ],
        actions=actions,
        **more,
    )


def action(id="vision", **more):
    given = {"due": "2027-02-26", "agreed": FIRST}
    return wc.Action("Draft the vision", "amina", id=id, **{**given, **more})


def only(programme, as_of):
    (found,) = plan(programme, as_of)
    return found


@given(years(), DAYS)
def test_plan_says_what_each_action_says_of_itself(programme, on):
    found = plan(programme, on)
    assert [each.action.id for each in found] == [
        a.id for a in programme.actions if began(programme, a) <= on
    ]
    for each in found:
        action = each.action
        assert each.status == action.status(on)
        assert each.due == action.current_due(on)
        assert each.progress == action.progress(on)
        assert each.carries == action.carries(on)
        assert each.history == action.history(on)
        assert each.is_open == (
            action.status(on) not in ("done", "verified", "cancelled", "superseded")
        )
        assert (each.late > 0) == (each.is_open and each.due is not None and each.due < on)


@given(years(), DAYS)
def test_action_is_open_on_the_days_of_its_spans(programme, on):
    for each in plan(programme, on):
        born = began(programme, each.action)
        if born == date.min:
            continue
        for n in range((on - born).days + 1):
            day = born + timedelta(days=n)
            status = each.action.status(day)
            still = any(
                s.opened <= day and (s.closed is None or day < s.closed) for s in each.spans
            )
            assert still == (status not in ("done", "verified", "cancelled", "superseded"))


@given(years(), DAYS)
def test_openings_are_the_workshops_that_found_the_action_open(programme, on):
    for each in plan(programme, on):
        days = [programme.workshop(opening.workshop).day for opening in each.openings]
        assert days == sorted(days)
        for opening in each.openings:
            held = programme.workshop(opening.workshop)
            eve = held.day - timedelta(days=1)
            assert each.action.status(eve) not in ("done", "verified", "cancelled", "superseded")
            reviews = [r for r in each.action.reviews if r.workshop == held.id and r.on <= on]
            news = [u for u in each.action.updates if held.day <= u.on <= min(on, held.end.date())]
            assert opening.reviewed == bool(reviews or news)
            assert opening.carried == any(review.carried for review in reviews)


def test_plan_needs_a_day():
    with pytest.raises(AsOfRequiredError):
        plan(year(), None)


def test_age_counts_from_the_day_it_was_agreed():
    found = only(year(action(created="2027-01-04")), "2027-02-19")
    assert (found.age, found.lead_time) == (31, None)


def test_age_counts_from_the_update_that_agreed_it():
    updates = [wc.Update("2027-02-01", "agreed")]
    proposed = year(action(created="2027-01-04", agreed=None, updates=updates))
    assert only(proposed, "2027-01-31").age == 27
    assert only(proposed, "2027-02-05").age == 4


def test_action_without_dates_came_with_its_workshop():
    undated = year(action(agreed=None, origin="w2"))
    assert plan(undated, "2027-03-08") == ()
    assert only(undated, "2027-03-10").age == 1


def test_action_with_news_before_its_workshop_came_with_the_news():
    undated = year(action(agreed=None, origin="w2", updates=[wc.Update("2027-02-01", "agreed")]))
    assert only(undated, "2027-02-03").age == 2


def test_action_of_which_nothing_is_dated_was_always_there():
    found = only(year(action(agreed=None)), "2027-03-01")
    assert (found.age, found.spans, found.openings) == (None, (), ())


def test_lead_time_counts_to_the_day_it_was_done_not_verified():
    updates = [wc.Update("2027-02-18", "done"), wc.Update("2027-03-01", "verified")]
    assert only(year(action(updates=updates)), "2027-06-01").lead_time == 30


def test_action_done_before_it_was_agreed_took_no_time():
    early = action(
        created="2027-01-04", agreed="2027-03-01", updates=[wc.Update("2027-02-01", "done")]
    )
    assert only(year(early), "2027-06-01").lead_time == 0


def test_lead_time_of_a_reopened_action_counts_to_the_last_time_it_was_done():
    updates = [
        wc.Update("2027-02-18", "done"),
        wc.Update("2027-03-01", "reopened"),
        wc.Update("2027-03-20", "done"),
    ]
    found = only(year(action(updates=updates)), "2027-06-01")
    assert found.lead_time == 60
    assert found.spans == (
        Span(FIRST, date(2027, 2, 18)),
        Span(date(2027, 3, 1), date(2027, 3, 20)),
    )


def test_slips_count_dates_put_later_and_days_from_the_first():
    moves = [
        ("2027-02-01", "2027-03-08"),
        ("2027-02-10", "2027-03-01"),
        ("2027-02-20", "2027-03-12"),
    ]
    found = only(year(action(updates=[wc.Update(on, due=due) for on, due in moves])), "2027-03-01")
    assert (found.first_due, found.due) == (date(2027, 2, 26), date(2027, 3, 12))
    assert (found.slips, found.slipped) == (2, 14)


def test_due_date_that_is_repeated_did_not_slip():
    moves = [wc.Update("2027-02-01", due="2027-02-26")]
    assert only(year(action(updates=moves)), "2027-03-01").slips == 0


def test_first_due_date_is_the_first_that_was_given():
    updates = [wc.Update("2027-02-01", due="2027-03-08"), wc.Update("2027-02-10", due="2027-03-18")]
    found = only(year(action(due=None, updates=updates)), "2027-03-01")
    assert (found.first_due, found.slips, found.slipped) == (date(2027, 3, 8), 1, 10)


def test_action_without_due_date_neither_slips_nor_is_late():
    found = only(year(action(due=None)), "2027-03-01")
    assert (found.due, found.slipped, found.late) == (None, 0, 0)


def test_blocked_action_says_what_blocks_it():
    updates = [
        wc.Update("2027-02-01", "in-progress", note="Begun"),
        wc.Update("2027-02-10", "blocked", note="No room"),
        wc.Update("2027-02-20", "blocked", note="Still no room"),
        wc.Update("2027-02-25", note=" "),
    ]
    found = only(year(action(updates=updates)), "2027-03-01")
    assert (found.blocked_by, found.reason, found.news) == (
        "Still no room",
        "No room",
        "Still no room",
    )
    assert found.since == date(2027, 2, 10)
    assert only(year(action(updates=updates)), "2027-02-05").blocked_by == ""


def test_action_blocked_without_a_word_does_not_repeat_older_news():
    updates = [wc.Update("2027-02-01", note="Begun"), wc.Update("2027-02-10", "blocked")]
    assert only(year(action(updates=updates)), "2027-03-01").blocked_by == ""


def test_action_without_history_has_nothing_to_tell():
    found = only(year(action()), "2027-03-01")
    assert (found.since, found.reason, found.news, found.replacement) == (None, "", "", "")


def test_superseded_action_names_its_replacement_and_is_given_up():
    old = action(updates=[wc.Update("2027-02-10", "superseded", superseded_by="new")])
    found, _ = plan(year(old, action("new")), "2027-03-01")
    assert (found.replacement, found.given_up, found.is_done) == ("new", True, False)
