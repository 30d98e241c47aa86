"""The choice of dates from plain values: what counts, and in which order."""

from datetime import date
from fractions import Fraction

import pytest

from workshopcore.calendar import Availability, Busy, DateRules, Hours, Poll, Wish, choose, weeks
from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.model.people import Person
from workshopcore.model.programme import Closure

JANUARY = ("2027-01-04", "2027-01-31")
NOTHING = Wish()
TUESDAYS = ["2027-01-05", "2027-01-12", "2027-01-19", "2027-01-26"]


def rules(**more):
    return DateRules(**{"between": JANUARY, "weekdays": "Tuesday", "apart": (0, None), **more})


def days(dates):
    return [f"{day}" for day in dates.plan.days]


def one(availability, **more):
    return choose({"One": Wish()}, availability, rules=rules(**more))


def two(availability=(), first=NOTHING, second=NOTHING, **more):
    return choose({"One": first, "Two": second}, availability, rules=rules(**more))


def test_attendance_goes_first():
    dates = one({"amina": TUESDAYS[:2], "tomasz": [TUESDAYS[2]]})
    assert (days(dates), dates.attendance) == (["2027-01-26"], 2)


def test_what_is_proven_is_said_in_words():
    dates = one({"amina": TUESDAYS[:2]})
    assert (dates.proven, dates.how, dates.conflict, dates.steps) == (
        True,
        "Proven: no dates that meet all that is asked are better",
        None,
        0,
    )
    assert (dates.bound, dates.plan.invited) == (1, 1)
    assert repr(dates) == "Dates(steps=0)"


def test_a_maybe_counts_half():
    dates = one({"amina": dict.fromkeys(TUESDAYS, "no") | {"2027-01-12": "maybe"}})
    assert (days(dates), dates.attendance) == (["2027-01-12"], Fraction(1, 2))


def test_weights_count_exactly():
    people = [
        Person("Amina", id="amina", weight="0.3"),
        Person("Tomasz", id="tomasz", weight="0.1"),
    ]
    told = {"amina": TUESDAYS[:3], "tomasz": TUESDAYS[3:]}
    dates = choose({"One": Wish()}, told, people=people, rules=rules())
    assert (days(dates), dates.attendance) == (["2027-01-26"], Fraction(3, 10))
    assert dates.workshops[0].invited == Fraction(4, 10)


def test_equals_go_to_whoever_misses_most():
    """Each plan misses two; only in one of them is it not the same person twice."""
    told = {"amina": TUESDAYS[:3], "tomasz": TUESDAYS[3:]}
    dates = two(told)
    assert dates.attendance == 2
    assert dates.plan.misses == {"amina": 1, "tomasz": 1}


def test_fairest_first_gives_attendance_for_it():
    others = TUESDAYS[2:]
    told = {"amina": [*TUESDAYS[:2], TUESDAYS[3]], "tomasz": others, "mei": others}
    assert two(told).plan.misses == {"amina": 2}
    fair = two(told, fairest_first=True)
    assert (fair.plan.most_missed, fair.proven) == (1, True)
    assert [each.aim for each in fair.reached] == ["most missed", "attendance"]


def test_gaps_are_even():
    workshops = {name: Wish() for name in ("One", "Two", "Three")}
    dates = choose(
        workshops, {"amina": ["2027-01-12"]}, rules=rules(between=("2027-01-04", "2027-02-28"))
    )
    assert days(dates) == ["2027-01-05", "2027-01-26", "2027-02-16"]
    assert [(each.aim, each.value) for each in dates.reached[2:]] == [
        ("shortest gap", 21),
        ("longest gap", 21),
    ]


def test_earlier_dates_are_taken_of_equals():
    assert days(two()) == ["2027-01-05", "2027-01-12"]


def test_limit_on_misses_is_kept():
    told = {"amina": TUESDAYS[:3]}
    assert two(told | {"tomasz": [TUESDAYS[3]]}, nobody_misses_more_than=1).plan.misses == {
        "amina": 1,
        "tomasz": 1,
    }


def test_spacing_is_kept():
    dates = two({"amina": TUESDAYS[2:]}, apart=weeks(2, 3))
    assert days(dates) == ["2027-01-05", "2027-01-19"]


def test_own_spacing_comes_in_place_of_the_house_s():
    assert days(two(second=Wish(apart=weeks(3)), apart=weeks(1, 1))) == [
        "2027-01-05",
        "2027-01-26",
    ]


def test_closures_months_and_weekdays_are_kept_free():
    closed = [
        Closure("Training", "2027-01-01", "2027-01-12"),
        Closure("Vote", "2027-01-19", kind="election"),
    ]
    dates = choose({"One": Wish()}, closures=closed, rules=rules(closed=["holiday"]))
    assert days(dates) == ["2027-01-19"]
    later = rules(between=("2027-01-04", "2027-02-28"), not_in="January")
    assert days(choose({"One": Wish()}, closures=closed, rules=later)) == ["2027-02-02"]


def test_further_closures_of_the_rules_count_whatever_their_kind():
    bank_holiday = Closure("Bank holiday", "2027-01-05", kind="other")
    assert days(one({}, closures=[bank_holiday], closed=[])) == ["2027-01-12"]


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (Wish(between=("2027-01-10", None)), "2027-01-12"),
        (Wish(weekdays="Friday"), "2027-01-08"),
        (Wish(only=["2027-01-13", "2027-01-26"]), "2027-01-26"),
        (Wish(not_on=["2027-01-05"]), "2027-01-12"),
        (Wish(required=["amina"]), "2027-01-19"),
        (Wish(quorum=3, weekdays=("Tuesday", "Friday")), "2027-01-08"),
        (Wish(rooms=["oak"]), "2027-01-19"),
        (Wish(rooms=["oak", "ash"]), "2027-01-05"),
        (Wish(on="2027-01-13"), "2027-01-13"),
    ],
)
def test_wishes_are_met(wish, expected):
    told = Availability(
        [
            Busy("amina", TUESDAYS[:2]),
            Busy("tomasz", TUESDAYS[2:3]),
            Busy("mei", TUESDAYS[3:]),
            Busy("oak", TUESDAYS[:2]),
            Busy("ash", TUESDAYS[1:3]),
        ]
    )
    people = [] if wish.rooms else ["amina", "tomasz", "mei"]
    dates = choose({"One": wish}, told, people=people, rules=rules())
    assert days(dates) == [expected]


def test_a_room_is_named_with_the_date():
    dates = choose(
        {"One": Wish(rooms=["oak", "ash"], only=["2027-01-05"])},
        {"oak": ["2027-01-05"], "ash": []},
        rules=rules(),
    )
    assert dates.workshops[0].room == "ash"


def test_a_maybe_is_enough_unless_the_house_says_otherwise():
    told = {"amina": {"2027-01-05": "maybe"}}
    wish = {"One": Wish(required=["amina"], quorum=1, only=TUESDAYS[:1])}
    assert days(choose(wish, told, rules=rules())) == ["2027-01-05"]
    assert choose(wish, told, rules=rules(maybe_is_enough=False)).plan is None


def test_people_marked_as_required_are_so_everywhere():
    people = [Person("Amina", id="amina", required=True), Person("Tomasz", id="tomasz")]
    told = {"amina": TUESDAYS[:2]}
    dates = choose({"One": Wish(), "Two": Wish()}, told, people=people, rules=rules())
    assert days(dates) == ["2027-01-19", "2027-01-26"]


def test_those_who_do_not_belong_are_neither_invited_nor_missed():
    people = [
        Person("Amina", id="amina", left="2027-01-18"),
        Person("Tomasz", id="tomasz", joined="2027-01-19"),
        Person("Mei", id="mei", role="sponsor"),
    ]
    dates = choose(
        {"One": Wish(on="2027-01-05"), "Two": Wish(on="2027-01-26")},
        {"amina": ["2027-01-26"], "mei": TUESDAYS},
        people=people,
        rules=rules(),
    )
    assert [each.invited for each in dates.workshops] == [1, 1]
    assert dates.plan.misses == {}


def test_only_the_invited_count():
    told = {"amina": TUESDAYS[:1], "tomasz": TUESDAYS[1:]}
    dates = choose({"One": Wish(invited=["amina"])}, told, rules=rules())
    assert (days(dates), dates.attendance) == (["2027-01-12"], 1)


def test_half_days_may_share_a_day():
    halves = [("09:00", "12:30"), ("13:30", "17:00")]
    wish, day = Wish(hours=halves), "2027-01-05"
    dates = two((), wish, wish, between=(day, day))
    starts = [f"{each.start:%H:%M}" for each in dates.workshops]
    assert (days(dates), starts) == (["2027-01-05", "2027-01-05"], ["09:00", "13:30"])


def test_a_half_day_is_chosen_by_who_can_come():
    told = Availability([Poll("amina", {(date(2027, 1, 5), "morning"): "no"})])
    wish = Wish(hours=[("09:00", "12:30"), ("13:30", "17:00")], only=["2027-01-05"])
    dates = choose({"One": wish}, told, rules=rules())
    assert dates.workshops[0].start.hour == 13


def test_a_day_after_a_residential_is_the_first_that_is_free():
    residential = Wish(hours=Hours("10:00", "15:00"), days=2)
    dates = two((), residential, weekdays=("Tuesday", "Wednesday", "Thursday"))
    assert [(f"{each.start}", f"{each.end}") for each in dates.workshops] == [
        ("2027-01-05 10:00:00", "2027-01-06 15:00:00"),
        ("2027-01-07 09:30:00", "2027-01-07 16:30:00"),
    ]


def test_windows_that_touch_leave_a_day_for_each():
    wishes = (Wish(between=(None, "2027-01-12")), Wish(between=("2027-01-12", None)))
    told = {"amina": ["2027-01-05", "2027-01-19", "2027-01-26"]}
    assert days(two(told, *wishes)) == ["2027-01-05", "2027-01-12"]
    assert days(two(told, *wishes, apart=weeks(2, 2))) == ["2027-01-12", "2027-01-26"]


def test_a_leap_day_can_be_chosen():
    february = rules(between=("2028-02-28", "2028-03-01"), weekdays=None)
    assert days(choose({"One": Wish()}, {"amina": ["2028-02-28"]}, rules=february)) == [
        "2028-02-29"
    ]


def test_nobody_can_ever_come_and_yet_there_is_a_date():
    dates = one({"amina": TUESDAYS})
    assert (days(dates), dates.attendance, dates.proven) == (["2027-01-05"], 0, True)
    assert dates.workshops[0].absent == ("amina",)


def test_without_workshops_there_is_nothing_to_choose():
    dates = choose({}, {}, rules=rules())
    assert (dates.workshops, dates.proven, dates.alternatives) == ((), True, ())


def test_who_could_come_is_said_of_each_workshop():
    told = Availability(
        [Busy("amina", ["2027-01-05"]), Poll("tomasz", {"2027-01-05": "maybe"}), Poll("mei")]
    )
    people = ["amina", "tomasz", "mei", "ruth"]
    dates = choose({"One": Wish(on="2027-01-05")}, told, people=people, rules=rules())
    (workshop,) = dates.workshops
    assert (workshop.absent, workshop.unsure) == (("amina",), ("tomasz",))
    assert workshop.unknown == ("mei", "ruth")
    assert (workshop.attendance, workshop.invited, workshop.held) == (Fraction(5, 2), 4, True)


def test_slips_in_names_are_told():
    dates = choose({"One": Wish()}, {"amnia": TUESDAYS}, people=["amina"], rules=rules())
    assert dates.unasked == ("amnia",)


@pytest.mark.parametrize(
    ("wish", "people"),
    [(Wish(required=["amnia"]), ["amina"]), (Wish(invited=["amnia"]), ["amina"])],
)
def test_people_whom_nobody_knows_are_refused(wish, people):
    with pytest.raises(UnknownKeyError, match=r"no person 'amnia'\. Did you mean 'amina'"):
        choose({"One": wish}, people=people, rules=rules())


def test_a_room_of_which_nothing_is_known_is_refused():
    with pytest.raises(UnknownKeyError, match="no room with known times 'oak'"):
        choose({"One": Wish(rooms=["oak"])}, rules=rules())


def test_the_period_has_to_be_given():
    with pytest.raises(InvalidValueError, match="the first and the last day of all dates"):
        choose({"One": Wish()})


def test_hours_have_to_end_after_they_start():
    with pytest.raises(InvalidValueError, match="hours of 'One' that end after they start"):
        choose({"One": Wish(hours=("16:30", "09:30"))}, rules=rules())


def test_weights_below_nothing_are_refused():
    with pytest.raises(InvalidValueError, match="a weight of Amina of 0 or more"):
        choose({"One": Wish()}, people=[Person("Amina", weight=-1)], rules=rules())


def test_a_time_zone_has_to_exist():
    with pytest.raises(InvalidValueError, match="an IANA time zone"):
        choose({"One": Wish()}, rules=rules(), time_zone="Europe/Arlenshire")
