"""Dates chosen again: as few workshops as possible move."""

import random
from datetime import date, timedelta

import pytest
from attrs import evolve
from date_programmes import RULES, programme, workshop

import workshopcore as wc
from workshopcore.calendar import Busy, DateRules, Poll, Spell, Wish, reschedule, weeks, with_dates
from workshopcore.errors import AsOfRequiredError, InvalidValueError, UnknownKeyError

DAYS = {"w1": "2027-01-12", "w2": "2027-02-02", "w3": "2027-02-23"}


def again(told=(), year=None, **more):
    return reschedule(year or programme(), told, **{"as_of": "2026-12-01", "rules": RULES, **more})


def moves(dates):
    return {each.workshop: (f"{each.was:%Y-%m-%d}", f"{each.day}") for each in dates.plan.moved}


def test_nothing_moves_without_need():
    """Not even for a greater attendance."""
    dates = again({"tomasz": list(DAYS.values())})
    assert ({each.workshop: f"{each.day}" for each in dates.workshops}, moves(dates)) == (DAYS, {})
    assert [(each.aim, each.value) for each in dates.reached][:1] == [("moved", 0)]


def test_the_one_that_is_named_moves_alone():
    assert moves(again(moving="w2")) == {"w2": ("2027-02-02", "2027-01-26")}


def test_somebody_needed_became_busy():
    assert moves(again({"ruth": ["2027-02-02"]})) == {"w2": ("2027-02-02", "2027-01-26")}


def test_a_quorum_fails():
    told = {"amina": ["2027-02-23"], "mei": ["2027-02-23"]}
    assert moves(again(told, rules=evolve(RULES, quorum=2))) == {"w3": ("2027-02-23", "2027-03-02")}


def test_a_closure_came():
    closed = programme(closures=[wc.Closure("Visit", "2027-02-01", "2027-02-05", "inspection")])
    assert moves(again(year=closed)) == {"w2": ("2027-02-02", "2027-01-26")}


def test_another_moves_too_if_it_has_to():
    dates = again(rules=evolve(RULES, apart=weeks(3, 4)), wishes={"w3": Wish(only=["2027-03-09"])})
    assert moves(dates) == {
        "w2": ("2027-02-02", "2027-02-09"),
        "w3": ("2027-02-23", "2027-03-09"),
    }


def test_all_move_where_the_spacing_leaves_no_choice():
    dates = again(rules=evolve(RULES, apart=weeks(3, 3)), moving=["w3"])
    assert [f"{day}" for day in dates.plan.days] == ["2027-01-05", "2027-01-26", "2027-02-16"]


def test_what_is_kept_stays_whatever_the_rules_say():
    dates = again({"ruth": ["2027-02-02"]}, keep="w2")
    assert (moves(dates), dates.workshops[1].held) == ({}, True)


def test_what_has_begun_stays():
    dates = again(as_of="2027-01-12", moving="w2")
    assert dates.workshops[0].held
    with pytest.raises(InvalidValueError, match="a workshop that has not begun by 2027-01-12"):
        again(as_of="2027-01-12", moving="w1")


def test_what_is_postponed_moves():
    events = [wc.Event("2026-11-01", "confirmed"), wc.Event("2026-11-20", "postponed")]
    year = programme(workshop(1, "2027-01-12", events=events), workshop(2, "2027-02-02"))
    assert moves(again(year=year)) == {"w1": ("2027-01-12", "2027-01-05")}


def test_an_appointment_that_is_the_workshop_itself_is_no_hindrance():
    own = Spell("2027-02-02T09:15+00:00", "2027-02-02T16:00+00:00")
    there = Spell("2027-01-12T09:15", "2027-01-12T16:00")
    assert moves(again([Busy("ruth", [own, there]), Poll("ivo")])) == {}
    assert [*moves(again([Busy("ruth", [own, "2027-02-02"])]))] == ["w2"]


def test_replies_count_before_diaries():
    replies = [
        wc.Attendance("amina", "declined"),
        wc.Attendance("mei", "tentative"),
        wc.Attendance("tomasz", "accepted"),
    ]
    year = programme(workshop(1, "2027-01-12", attendance=replies, decides=False))
    told = {"tomasz": ["2027-01-12"], "mei": ["2027-01-12"]}
    (stays,) = again(told, year).workshops
    assert (stays.absent, stays.unsure, stays.was) == (("amina",), ("mei",), None)
    assert [*moves(again(told, year, rules=evolve(RULES, quorum=3)))] == ["w1"]


def test_fairness_may_come_before_attendance_but_not_before_moves():
    rules = DateRules(weekdays="Tuesday", apart=weeks(1), fairest_first=True)
    dates = again({"tomasz": list(DAYS.values())}, rules=rules)
    assert (moves(dates), [each.aim for each in dates.reached][:3]) == (
        {},
        ["moved", "most missed", "attendance"],
    )


def restless(steps):
    """Six agreed dates at which somebody or other would miss too much."""
    source = random.Random(0)
    people = [wc.Person(f"Person {n}", id=f"p{n}") for n in range(9)]
    days = [date(2027, 1, 4) + timedelta(days=n) for n in range(120)]
    told = {p.id: {d: source.choice(["yes", "yes", "maybe", "no"]) for d in days} for p in people}
    agreed = [workshop(n, days[20 * n + source.randrange(5)]) for n in range(6)]
    year = programme(*agreed, people=people, start=days[0], end=days[-1])
    house = DateRules(weekdays=None, apart=(7, 35), nobody_misses_more_than=2)
    return again(told, year, rules=house, steps=steps)


def test_moves_of_a_search_cut_short_are_bounded():
    cut_short, full = restless(10), restless(60_000)
    assert (cut_short.proven, full.proven) == (False, True)
    least, fewest = cut_short.reached[0], full.reached[0]
    assert least.bound <= fewest.value == fewest.bound == len(full.plan.moved) <= least.value
    assert cut_short.bound >= full.attendance


def test_the_day_has_to_be_given():
    with pytest.raises(AsOfRequiredError, match="moving a workshop depends on the day"):
        again(as_of=None)


def test_what_moves_cannot_be_kept():
    with pytest.raises(InvalidValueError, match="a workshop either to move or to keep"):
        again(moving="w2", keep=["w2"])


@pytest.mark.parametrize("asked", [{"moving": "w9"}, {"keep": ["w9"]}, {"wishes": {"w9": Wish()}}])
def test_workshops_that_nobody_knows_are_refused(asked):
    with pytest.raises(UnknownKeyError, match="no workshop 'w9'"):
        again(**asked)


def locked(day, replies):
    """A programme with a workshop in which much is locked to its day."""
    tracks = [wc.Track(name, [wc.Session(title=name, start=f"{day}T13:00")]) for name in "AB"]
    agenda = [
        wc.Session(title="Start", start="09:15"),
        wc.Break(15, window=(f"{day}T10:30", f"{day}T11:00")),
        wc.Lunch(45, window=("12:00", "12:30")),
        wc.Parallel(tracks),
    ]
    coming = workshop(2, day, agenda=agenda, attendance=replies)
    return programme(coming, workshop(3, "2027-02-23"))


def test_dates_are_put_into_the_programme_with_all_that_is_locked():
    replies = [wc.Attendance("amina", "accepted", note="By train"), wc.Attendance("mei", "invited")]
    year = locked("2027-02-02", replies)
    invited = [wc.Attendance("amina", "invited", note="By train"), wc.Attendance("mei", "invited")]
    assert with_dates(year, again(year=year, moving="w2")) == locked("2027-01-26", invited)


def test_a_plan_alone_can_be_put_into_the_programme():
    year = programme()
    assert with_dates(year, again(year=year).plan) == year


def test_no_dates_cannot_be_put_into_a_programme():
    nothing = again(rules=evolve(RULES, quorum=9))
    with pytest.raises(InvalidValueError, match=r"see what \.conflict says"):
        with_dates(programme(), nothing)


def test_dates_of_another_programme_cannot_be_put_into_this():
    with pytest.raises(UnknownKeyError, match="no workshop 'w1'"):
        with_dates(programme(workshop(7, "2027-02-02")), again())
