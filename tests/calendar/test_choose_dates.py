"""Dates of a programme: what is taken from it, and how things stand on a day."""

import pytest
from attrs import evolve
from date_programmes import RULES, programme, workshop

import workshopcore as wc
from workshopcore.calendar import Availability, Busy, Spell, Wish, choose_dates, weeks
from workshopcore.errors import AsOfRequiredError, InvalidValueError, UnknownKeyError

BEFORE = "2026-11-27"


def days(dates):
    return {each.workshop: f"{each.day}" for each in dates.workshops}


def choose(year, told=(), **more):
    return choose_dates(year, told, **{"as_of": BEFORE, "rules": RULES, **more})


def one(told=(), wish=None, **more):
    year = programme(workshop(1, "2027-01-12", **more), end="2027-01-31")
    return choose(year, told, wishes={"w1": wish} if wish else {})


def test_order_hours_and_period_are_the_programmes():
    dates = choose(programme())
    assert days(dates) == {"w1": "2027-01-05", "w2": "2027-02-02", "w3": "2027-03-02"}
    assert (
        f"{dates.workshops[0].start} {dates.workshops[0].end:%H:%M}" == "2027-01-05 09:15:00 16:00"
    )


def test_the_rules_may_narrow_the_period():
    dates = choose(programme(), rules=evolve(RULES, between=("2027-02-01", None)))
    assert days(dates) == {"w1": "2027-02-02", "w2": "2027-02-23", "w3": "2027-03-16"}


def test_dates_lie_after_the_day():
    dates = choose(programme(), as_of="2027-01-05")
    assert days(dates) == {"w1": "2027-01-12", "w2": "2027-02-09", "w3": "2027-03-09"}


def test_the_day_has_to_be_given():
    with pytest.raises(AsOfRequiredError, match="a choice of dates depends on the day"):
        choose(programme(), as_of=None)


def test_the_period_has_to_be_known():
    with pytest.raises(InvalidValueError, match="the first and the last day"):
        choose(programme(end=None))
    with pytest.raises(InvalidValueError, match="a first day not after the last"):
        choose(programme(), rules=evolve(RULES, between=("2027-06-01", None)))


def test_weights_are_those_of_people():
    told = {"tomasz": ["2027-01-05", "2027-01-26"], "amina": ["2027-01-12", "2027-01-19"]}
    dates = one(told)
    assert days(dates) == {"w1": "2027-01-12"}
    assert dates.workshops[0].invited == 4


def test_closures_of_the_programme_count_by_their_kind():
    holiday = wc.Closure("Holiday", "2027-01-04", "2027-01-08")
    visit = wc.Closure("Visit", "2027-01-11", "2027-01-15", "inspection")
    year = programme(workshop(1, "2027-01-12"), closures=[holiday, visit])
    assert days(choose(year)) == {"w1": "2027-01-19"}
    lenient = evolve(RULES, closed="holiday")
    assert days(choose(year, rules=lenient)) == {"w1": "2027-01-12"}


@pytest.mark.parametrize("who", ["ruth", "ivo"])
def test_facilitators_must_be_there(who):
    assert days(one({who: ["2027-01-05"]})) == {"w1": "2027-01-12"}


def test_only_the_facilitators_of_a_workshop_must_be_there():
    dates = one({"ruth": ["2027-01-05"]}, facilitators=["ivo"])
    assert days(dates) == {"w1": "2027-01-05"}


def test_whoever_leads_a_session_must_be_there():
    told = {"mei": ["2027-01-05"], "amina": ["2027-01-12"], "tomasz": ["2027-01-12"]}
    dates = one(told, agenda=[wc.Session(title="Talk", lead=["mei"])])
    assert days(dates) == {"w1": "2027-01-19"}
    assert [reason.people for reason in dates.why_not("2027-01-05")] == [("mei",)]


def test_required_people_are_so_where_something_is_decided():
    told = {"amina": ["2027-01-05"]}
    rejected = {True: ["Amina cannot come"], False: []}
    for decides, expected in rejected.items():
        reasons = one(told, decides=decides).why_not("2027-01-05")
        assert [reason.text for reason in reasons] == expected


def test_a_required_person_who_is_not_invited_is_not_needed():
    told = {"amina": ["2027-01-05"]}
    assert days(one(told, decides=True, invited=["tomasz"])) == {"w1": "2027-01-05"}
    assert days(one(told, Wish(invited="tomasz"), decides=True)) == {"w1": "2027-01-05"}


def engaged(events):
    return programme(
        workshop(1, "2027-01-12", agenda=[wc.Session(title="Talk", id="talk")]),
        experts=[wc.ExpertEngagement("obi", "Choice", session="w1/talk", events=events)],
    )


def test_the_expert_must_be_there_as_long_as_engaged():
    told = {"obi": ["2027-01-05"]}
    assert days(choose(engaged([]), told)) == {"w1": "2027-01-12"}
    declined = [wc.Event("2026-11-01", "approached"), wc.Event("2026-11-20", "declined")]
    assert days(choose(engaged(declined), told)) == {"w1": "2027-01-05"}


def test_of_a_shortlist_only_the_first_choice_must_be_there():
    year = engaged([])
    second = wc.ExpertEngagement("tomasz", "Choice too", session="w1/talk", id="second")
    shortlisted = evolve(year, experts=[*year.experts, second])

    def needed(name):
        return choose(shortlisted, {name: ["2027-01-05"]}).why_not("2027-01-05")

    assert [reason.people for reason in needed("obi")] == [("obi",)]
    assert needed("tomasz") == ()


def test_wishes_add_to_what_the_programme_says():
    wish = Wish(required=["mei"], hours=("13:00", "16:00"))
    dates = one({"mei": ["2027-01-05"], "ruth": ["2027-01-12"]}, wish)
    assert days(dates) == {"w1": "2027-01-19"}
    assert dates.workshops[0].start.hour == 13


def test_a_workshop_over_two_days_stays_one():
    residential = wc.Workshop("Away", id="w1", start="2027-01-12T10:00", end="2027-01-13T15:00")
    rules = evolve(RULES, weekdays=("Tuesday", "Wednesday"))
    dates = choose(programme(residential), {"mei": ["2027-01-06"]}, rules=rules)
    assert f"{dates.workshops[0].start} {dates.workshops[0].end}" == (
        "2027-01-12 10:00:00 2027-01-13 15:00:00"
    )


def test_a_workshop_has_a_zone_of_its_own():
    """Ten in New York is three in the afternoon in London."""
    told = Availability(
        [Busy("amina", [Spell("2027-01-05T15:30+00:00", "2027-01-05T16:00+00:00")])]
    )
    assert days(one(told)) == {"w1": "2027-01-12"}
    assert days(one(told, time_zone="America/New_York")) == {"w1": "2027-01-12"}
    assert days(one(told, time_zone="Asia/Tokyo")) == {"w1": "2027-01-05"}


def with_states(**states):
    """A programme whose workshops came into these states on New Year's Day."""
    path = {
        "confirmed": ["confirmed"],
        "postponed": ["confirmed", "postponed"],
        "cancelled": ["cancelled"],
        "pencilled": ["pencilled"],
    }
    year = programme()
    events = {
        name: [wc.Event("2026-12-01", step) for step in path[state]]
        for name, state in states.items()
    }
    return evolve(
        year,
        workshops=[evolve(each, events=events.get(each.id, ())) for each in year.workshops],
    )


def test_what_is_confirmed_stays():
    dates = choose(with_states(w2="confirmed", w3="pencilled"), as_of="2026-12-02")
    assert days(dates) == {"w1": "2027-01-05", "w2": "2027-02-02", "w3": "2027-03-02"}
    assert [each.held for each in dates.workshops] == [False, True, False]


def test_only_those_named_are_chosen():
    told = {"mei": ["2027-02-02"]}
    dates = choose(with_states(w2="confirmed"), told, as_of="2026-12-02", only="w2")
    assert [each.held for each in dates.workshops] == [True, False, True]
    assert days(dates)["w2"] == "2027-01-26"


def test_what_is_cancelled_is_left_out():
    assert [*days(choose(with_states(w2="cancelled"), as_of="2026-12-02"))] == ["w1", "w3"]


def test_a_state_counts_from_its_day():
    assert [*days(choose(with_states(w2="cancelled"), as_of="2026-11-30"))] == ["w1", "w2", "w3"]


def test_what_is_postponed_is_chosen_again():
    dates = choose(with_states(w2="postponed"), as_of="2026-12-02", only=["w1"])
    assert [each.held for each in dates.workshops] == [False, False, True]


def test_what_has_begun_is_a_fact_with_those_who_came():
    came = [
        wc.Attendance("amina"),
        wc.Attendance("tomasz", "apology"),
        wc.Attendance("mei", "part"),
    ]
    year = programme(workshop(1, "2027-01-12", attendance=came), workshop(2, "2027-02-02"))
    told = {"amina": ["2027-01-12"]}
    dates = choose(year, told, as_of="2027-01-12", rules=evolve(RULES, apart=weeks(2, 2)))
    assert days(dates) == {"w1": "2027-01-12", "w2": "2027-01-26"}
    assert (dates.workshops[0].absent, dates.workshops[0].held) == (("tomasz",), True)
    assert dates.plan.misses == {"tomasz": 1}


def test_a_postponed_workshop_comes_after_those_that_were_held():
    postponed = [wc.Event("2026-12-01", "confirmed"), wc.Event("2027-01-04", "postponed")]
    year = programme(
        workshop(1, "2027-01-05", events=postponed),
        workshop(2, "2027-01-12"),
        workshop(3, "2027-02-23"),
    )
    dates = choose(year, as_of="2027-01-13")
    assert days(dates) == {"w2": "2027-01-12", "w1": "2027-02-09", "w3": "2027-03-09"}


def test_fixed_by_a_wish():
    dates = choose(programme(), wishes={"w2": Wish(on="2027-02-03")})
    assert days(dates)["w2"] == "2027-02-03"


@pytest.mark.parametrize("asked", [{"wishes": {"w4": Wish()}}, {"only": ["w4"]}])
def test_workshops_that_nobody_knows_are_refused(asked):
    with pytest.raises(UnknownKeyError, match="no workshop 'w4'"):
        choose(programme(), **asked)
