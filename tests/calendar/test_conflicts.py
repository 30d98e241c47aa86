"""When nothing fits: what cannot go together, in words, and what would have to give."""

import random
from datetime import date, timedelta

import pytest
from date_programmes import RULES, programme, workshop

from workshopcore.calendar import (
    Conflict,
    DateRules,
    Wish,
    choose,
    choose_dates,
    reschedule,
    weeks,
)
from workshopcore.model.programme import Closure

JANUARY = ("2027-01-04", "2027-01-31")
TUESDAYS = ["2027-01-05", "2027-01-12", "2027-01-19", "2027-01-26"]
NOTHING = Wish()


def rules(**more):
    return DateRules(**{"between": JANUARY, "weekdays": "Tuesday", "apart": (0, None), **more})


def conflict(told=(), first=NOTHING, second=NOTHING, people=None, closures=(), **more):
    workshops = {"One": first, "Two": second}
    dates = choose(workshops, told, people=people, closures=closures, rules=rules(**more))
    assert (dates.plan, dates.workshops, dates.proven) == (None, (), True)
    assert dates.how == "Proven: no dates meet all that is asked"
    return dates.conflict


def texts(found):
    return [str(each) for each in found.constraints]


def remedies(found):
    return [
        each.instead if any(each.instead) else tuple(map(str, each.gives))
        for each in found.remedies
    ]


def test_spacing_that_the_period_is_too_short_for():
    found = conflict(apart=weeks(4))
    assert texts(found) == [
        "No workshop before 4 January 2027",
        "No workshop after 31 January 2027",
        "Workshops are at least 4 weeks apart",
    ]
    assert remedies(found) == [
        ("Workshops are at least 3 weeks apart",),
        ("No workshop after 2 February 2027",),
        ("No workshop before 29 December 2026",),
    ]


def test_spacing_that_two_windows_are_too_far_apart_for():
    apart = Wish(between=(None, "2027-01-10")), Wish(between=("2027-01-20", None))
    found = conflict((), *apart, apart=weeks(1, 2))
    assert texts(found) == [
        "Workshops are on a Tuesday",
        "'One' is not after 10 January 2027",
        "'Two' is not before 20 January 2027",
        "Workshops are at most 2 weeks apart",
    ]
    assert remedies(found)[0] == ("Workshops are at most 3 weeks apart",)


def test_own_spacing_is_said_of_its_workshop():
    found = conflict(second=Wish(apart=weeks(5, 6)))
    assert texts(found)[-1] == "'Two' is at least 5 weeks after 'One'"
    far = conflict((), Wish(only=TUESDAYS[:1]), Wish(only=TUESDAYS[3:], apart=(1, 9)))
    assert texts(far)[-1] == "'Two' is at most 9 days after 'One'"


def test_a_quorum_says_how_many_would_do():
    found = conflict({"amina": TUESDAYS, "tomasz": [], "mei": []}, quorum=3, weekdays=["Tuesday"])
    assert texts(found) == [
        "Workshops are on a Tuesday",
        *texts(found)[1:-1],
        "At least 3 people can come to each workshop",
    ]
    assert remedies(found)[0] == ("At least 2 people can come to each workshop",)


def test_a_quorum_of_one_workshop_is_said_of_it():
    found = conflict({"amina": []}, Wish(quorum=2))
    assert texts(found) == ["At least 2 people can come to 'One'"]
    assert str(found.remedies[0]) == (
        "At least 1 person can come to 'One' (not: At least 2 people can come to 'One')"
        " – then 'One' on Tuesday 5 January 2027"
    )


def test_somebody_required_who_is_never_free():
    found = conflict({"amina": TUESDAYS}, Wish(required="amina", only=TUESDAYS))
    assert texts(found) == [
        "'One' starts on 5 January 2027, 12 January 2027, 19 January 2027 or 26 January 2027",
        "amina can come to 'One'",
    ]
    assert found.constraints[1].people == ("amina",)
    assert str(found.remedies[0]) == (
        "Without: amina can come to 'One' – then 'One' on Tuesday 5 January 2027"
    )


def test_rooms_that_are_taken():
    wish = Wish(rooms=["oak", "ash"], only=TUESDAYS[:1])
    found = conflict({"oak": TUESDAYS, "ash": TUESDAYS}, wish, people=[])
    assert texts(found) == ["'One' starts on 5 January 2027", "oak or ash is free for 'One'"]


def test_closures_months_and_days_are_named():
    closed = [Closure("Training", "2027-01-25", "2027-02-05")]
    wish = Wish(only=["2027-01-12", "2027-01-26"], not_on=["2027-01-12"])
    longer = ("2027-01-04", "2027-02-28")
    assert texts(conflict((), wish, closures=closed, between=longer)) == [
        "No workshop during 'Training' (25 January to 5 February 2027)",
        "'One' starts on 12 January 2027 or 26 January 2027",
        "'One' does not start on 12 January 2027",
    ]
    assert texts(conflict((), Wish(only=TUESDAYS), not_in=1)) == [
        "No workshop in January",
        "'One' starts on 5 January 2027, 12 January 2027, 19 January 2027 or 26 January 2027",
    ]


def test_weekdays_of_one_workshop_are_said_of_it():
    wish = Wish(weekdays="Friday", only=["2027-01-05"])
    assert texts(conflict((), wish)) == ["'One' is on a Friday", "'One' starts on 5 January 2027"]


def test_a_weekday_for_two_days_says_why():
    found = conflict((), Wish(days=2))
    assert texts(found) == ["Workshops are on a Tuesday ('One' on 2 days running)"]


def test_a_limit_on_misses_says_how_many_would_do():
    found = conflict({"amina": TUESDAYS[:1]}, Wish(on=TUESDAYS[0]), nobody_misses_more_than=0.5)
    assert texts(found) == [
        "'One' stays on Tuesday 5 January 2027",
        "Nobody misses more than ½ workshop",
    ]
    assert remedies(found)[0] == ("Nobody misses more than 1 workshop",)


def test_dates_that_are_fixed_are_named():
    fixed = Wish(on=TUESDAYS[0]), Wish(only=TUESDAYS[3:])
    found = conflict((), *fixed, apart=weeks(1, 2))
    assert texts(found) == [
        "'One' stays on Tuesday 5 January 2027",
        "'Two' starts on 26 January 2027",
        "Workshops are at most 2 weeks apart",
    ]
    assert ("'One' stays on Tuesday 5 January 2027",) in remedies(found)


def test_one_thing_alone_is_not_enough():
    """Two windows, in each of which one person is away whom it needs."""
    away = {"amina": TUESDAYS[:1], "tomasz": TUESDAYS[3:]}
    first = Wish(only=TUESDAYS[:1], required="amina")
    second = Wish(only=TUESDAYS[3:], required="tomasz")
    found = conflict(away, first, second)
    assert len(found.constraints) == 2
    (remedy,) = found.remedies
    assert [str(each) for each in remedy.gives] == [
        "amina can come to 'One'",
        "tomasz can come to 'Two'",
    ]
    assert [f"{day}" for day in remedy.plan.days] == ["2027-01-05", "2027-01-26"]


def test_a_conflict_reads_as_a_list():
    lines = str(conflict({"amina": []}, Wish(quorum=2))).splitlines()
    assert lines[:3] == [
        "These cannot all be met:",
        "  - At least 2 people can come to 'One'",
        "What would have to give, one of:",
    ]


def test_a_workshop_that_cannot_stay_and_cannot_move():
    found = reschedule(
        programme(),
        as_of="2026-12-01",
        moving="w2",
        rules=RULES,
        wishes={"w2": Wish(only=["2027-02-02"])},
    ).conflict
    assert texts(found) == [
        "'Workshop 2' cannot stay on Tuesday 2 February 2027",
        "'Workshop 2' starts on 2 February 2027",
    ]


def test_what_has_begun_is_named_but_cannot_give():
    found = choose_dates(
        programme(workshop(1, "2027-01-05"), workshop(2, "2027-03-09")),
        as_of="2027-02-01",
        rules=DateRules(weekdays="Tuesday", apart=weeks(1, 3)),
    ).conflict
    assert texts(found) == [
        "No workshop before 2 February 2027",
        "'Workshop 1' is on Tuesday 5 January 2027",
        "Workshops are at most 3 weeks apart",
    ]
    assert remedies(found) == [("Workshops are at most 4 weeks apart",)]


def hard(steps, people=9, **more):
    """Dates for which prices alone do not do: somebody always misses something."""
    source = random.Random(5)
    days = [date(2027, 1, 4) + timedelta(days=n) for n in range(120)]
    told = {
        f"person-{n}": {day: source.choice(["yes", "yes", "maybe", "no"]) for day in days}
        for n in range(people)
    }
    house = DateRules(between=(days[0], days[-1]), apart=(7, 35), **more)
    return choose({f"w{n}": Wish() for n in range(6)}, told, rules=house, steps=steps)


def test_a_search_cut_short_says_what_made_it_hard():
    dates = hard(0, nobody_misses_more_than=1)
    assert (dates.plan, dates.proven) == (None, False)
    assert dates.how == "No dates found in 0 steps, and it is not known whether there are any"
    found = dates.conflict
    assert (texts(found), found.proven, found.minimal) == (
        ["Nobody misses more than 1 workshop"],
        False,
        False,
    )
    assert str(found).startswith("No dates were found that meet this:")


@pytest.mark.parametrize("fairest_first", [False, True])
def test_a_search_cut_short_is_bounded(fairest_first):
    more = {"nobody_misses_more_than": 2, "fairest_first": fairest_first}
    dates, full = hard(20, **more), hard(100_000, **more)
    assert (dates.proven, full.proven, dates.steps) == (False, True, 20)
    assert dates.plan.most_missed <= 2
    assert dates.attendance <= dates.bound
    assert full.attendance <= dates.bound
    assert dates.how.startswith("Not proven after 20 steps: ")


def test_a_long_search_cut_short_is_not_proven_either():
    dates = hard(4000, people=25, nobody_misses_more_than=2)
    assert (dates.plan, dates.proven, dates.steps) == (None, False, 4000)
    assert dates.alternatives == ()


def test_a_conflict_without_a_way_out_says_no_more():
    (constraint,) = conflict({"amina": []}, Wish(quorum=2)).constraints
    assert str(Conflict((constraint,), ())).splitlines() == [
        "These cannot all be met:",
        "  - At least 2 people can come to 'One'",
    ]
