"""Who or what rules out a day, and what the others are good for."""

from datetime import date
from fractions import Fraction

import pytest

from workshopcore.calendar import Availability, Busy, DateRules, Poll, Wish, choose, weeks
from workshopcore.errors import InvalidValueError
from workshopcore.model.programme import Closure

TUESDAYS = ["2027-01-05", "2027-01-12", "2027-01-19", "2027-01-26"]


def chosen(told=(), first=None, second=None, closures=(), **more):
    workshops = {"One": first or Wish(), "Two": second or Wish()}
    rules = {"between": ("2027-01-04", "2027-01-31"), "weekdays": "Tuesday", "apart": (0, None)}
    return choose(workshops, told, closures=closures, rules=DateRules(**{**rules, **more}))


def reasons(dates, day, workshop=None):
    return [(each.text, each.workshops, each.people) for each in dates.why_not(day, workshop)]


def test_a_rule_of_the_house_is_said_once_for_all_workshops():
    said = ("Workshops are on a Tuesday", ("One", "Two"), ())
    assert reasons(chosen(), "2027-01-06") == [said]


def test_every_reason_is_given():
    closed = [Closure("Training", "2027-01-11", "2027-01-13")]
    dates = chosen(closures=closed, not_in="January", between=("2027-01-04", "2027-02-28"))
    assert [text for text, _, _ in reasons(dates, "2027-01-13")] == [
        "No workshop during 'Training' (11 to 13 January 2027)",
        "Workshops are on a Tuesday",
        "No workshop in January",
    ]


def test_a_required_person_is_named():
    dates = chosen({"amina": TUESDAYS[:1]}, Wish(required="amina"))
    said = ("amina cannot come", ("One",), ("amina",))
    assert reasons(dates, "2027-01-05", "One") == [said]


def test_those_missing_from_a_quorum_are_named():
    told = {"amina": TUESDAYS[:1], "tomasz": TUESDAYS[:1], "mei": []}
    said = (
        "1 of 3 can come (not amina or tomasz), and 2 are needed",
        ("One", "Two"),
        ("amina", "tomasz"),
    )
    assert reasons(chosen(told, quorum=2), "2027-01-05") == [said]


def test_a_quorum_that_nobody_could_meet_names_nobody():
    dates = chosen({"amina": []}, Wish(quorum=2))
    assert reasons(dates, "2027-01-05", "One") == [
        ("1 of 1 can come, and 2 are needed", ("One",), ())
    ]


def test_a_day_on_which_the_others_find_no_place():
    dates = chosen(apart=weeks(3))
    said = "The other workshops find no dates around it"
    assert reasons(dates, "2027-01-12") == [(said, ("One", "Two"), ())]
    assert reasons(dates, "2027-01-05") == [(said, ("Two",), ())]


def test_reasons_for_one_workshop_alone():
    dates = chosen({}, Wish(only=TUESDAYS[1:2]), Wish(between=("2027-01-14", None)))
    assert reasons(dates, "2027-01-05", "Two") == [
        ("'Two' is not before 14 January 2027", ("Two",), ())
    ]


def test_half_days_are_ruled_out_together():
    told = Availability(
        [Poll("amina", {(date(2027, 1, 5), "morning"): "no"}), Busy("oak", ["2027-01-05"])]
    )
    halves = [("09:00", "12:30"), ("13:30", "17:00")]
    dates = chosen(told, Wish(hours=halves, required="amina", only=TUESDAYS[:1]))
    assert (reasons(dates, "2027-01-05", "One"), dates.workshops[0].start.hour) == ([], 13)


def test_the_best_half_of_a_day_speaks_for_a_quorum():
    morning, afternoon = (date(2027, 1, 5), "morning"), (date(2027, 1, 5), "afternoon")
    told = {"amina": {morning: "no", afternoon: "no"}, "tomasz": {morning: "no"}, "mei": {}}
    halves = [("09:00", "12:30"), ("13:30", "17:00")]
    dates = chosen(told, Wish(hours=halves, quorum=3))
    assert reasons(dates, "2027-01-05", "One") == [
        ("2 of 3 can come (not amina), and 3 are needed", ("One",), ("amina",))
    ]


def test_rejected_days_are_all_on_which_nothing_can_start():
    rejected = chosen().rejected
    assert [f"{day}" for day in rejected if day.weekday() == 1] == []
    assert len(rejected) == 24
    assert [str(each) for each in rejected[date(2027, 1, 6)]] == ["Workshops are on a Tuesday"]


def test_days_say_what_they_are_good_for():
    told = {"amina": TUESDAYS[:1], "tomasz": {"2027-01-05": "maybe"}}
    days = {f"{each.day}": each for each in chosen(told, apart=weeks(1)).days}
    assert len(days) == 28
    assert (days["2027-01-05"].workshops, days["2027-01-05"].attendance) == (
        ("One",),
        Fraction(1, 2),
    )
    assert (days["2027-01-12"].workshops, days["2027-01-12"].attendance) == (("One", "Two"), 2)
    assert (days["2027-01-13"].workshops, days["2027-01-13"].attendance) == ((), None)


def test_without_any_dates_every_day_says_why():
    dates = chosen({"amina": TUESDAYS}, Wish(required="amina"))
    assert dates.plan is None
    assert len(dates.rejected) == 28
    assert [text for text, _, _ in reasons(dates, "2027-01-05")] == [
        "amina cannot come",
        "The other workshops find no dates around it",
    ]


def test_what_is_held_is_not_asked_about():
    dates = chosen({}, Wish(on="2027-01-06"))
    assert reasons(dates, "2027-01-06") == [("Workshops are on a Tuesday", ("Two",), ())]


def test_a_day_has_to_be_one():
    with pytest.raises(InvalidValueError, match="a date such as"):
        chosen().why_not("soon")
    with pytest.raises(InvalidValueError, match="a day"):
        chosen().why_not(None)
