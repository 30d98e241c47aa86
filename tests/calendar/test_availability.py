"""What diaries, polls and lists say together of a time."""

from datetime import date, datetime, timedelta, timezone, tzinfo

import pytest

from workshopcore.calendar import Availability, Busy, Poll, Spell
from workshopcore.calendar.availability import as_availability
from workshopcore.errors import InvalidValueError

DAY = date(2027, 1, 19)
FULL = ("2027-01-19T09:30", "2027-01-19T16:30")
MORNING = ("2027-01-19T09:30", "2027-01-19T12:30")
AFTERNOON = ("2027-01-19T13:30", "2027-01-19T16:30")
RESIDENTIAL = ("2027-01-19T10:00", "2027-01-20T15:00")


def answer(*sources, at=FULL, zone="UTC", **rules):
    return Availability(sources, **rules).answer("amina", *at, zone)


def busy(start, end, **more):
    return Busy("amina", [Spell(start, end, **more)])


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2027-01-19T10:00", "2027-01-19T11:00", "no"),
        ("2027-01-19T08:00", "2027-01-19T09:30", "yes"),
        ("2027-01-19T16:30", "2027-01-19T18:00", "yes"),
        ("2027-01-19T08:00", "2027-01-19T09:31", "no"),
        ("2027-01-18T10:00", "2027-01-20T11:00", "no"),
        ("2027-01-19T10:00", "2027-01-19T10:00", "yes"),
        ("2027-01-19", "2027-01-19", "no"),
        ("2027-01-17", "2027-01-18", "yes"),
        ("2027-01-12", "2027-01-26", "no"),
    ],
)
def test_busy_within_the_hours_is_a_no(start, end, expected):
    assert answer(busy(start, end)) == expected


def test_tentative_is_a_maybe():
    assert answer(busy("2027-01-19T10:00", "2027-01-19T11:00", tentative=True)) == "maybe"


def test_seconds_count_as_the_minutes_that_they_touch():
    assert answer(busy("2027-01-19T16:29:59", "2027-01-19T18:00")) == "no"
    assert answer(busy("2027-01-19T08:00", "2027-01-19T09:30:01")) == "no"


def test_the_least_free_source_counts_and_other_people_do_not():
    poll = Poll("amina", {DAY: "maybe"})
    assert answer(poll, Busy("tomasz", [DAY])) == "maybe"
    assert answer(poll, Busy("amina", [DAY])) == "no"
    assert answer(busy("2027-01-19", "2027-01-19", tentative=True), Busy("amina", [DAY])) == "no"


def test_a_poll_may_overrule_a_diary():
    overruling = Poll("amina", {DAY: "yes"}, overrules=True)
    assert answer(Busy("amina", [DAY]), overruling) == "yes"
    assert answer(overruling, Poll("amina", {DAY: "no"})) == "yes"
    assert answer(Poll("amina", {DAY: "maybe"}, overrules=True), Busy("amina", [DAY])) == "maybe"


def test_a_poll_overrules_nothing_that_it_does_not_answer_altogether():
    morning_only = Poll("amina", {(DAY, "morning"): "yes"}, overrules=True)
    assert answer(Busy("amina", [DAY]), morning_only) == "no"
    assert answer(Busy("amina", [DAY]), morning_only, at=MORNING) == "yes"


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (MORNING, "no"),
        (AFTERNOON, "maybe"),
        (FULL, "no"),
        (("2027-01-19T12:00", "2027-01-19T13:00"), "no"),
        (("2027-01-19T12:30", "2027-01-19T13:30"), "maybe"),
        (("2027-01-19T11:00", "2027-01-19T13:00"), "no"),
    ],
)
def test_halves_of_a_day_leave_out_the_lunch_hour(at, expected):
    poll = Poll("amina", {(DAY, "morning"): "no", (DAY, "afternoon"): "maybe"})
    assert answer(poll, at=at) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2027-01-19T19:00", "2027-01-19T21:00", "yes"),
        ("2027-01-20T06:00", "2027-01-20T08:00", "yes"),
        ("2027-01-19T17:00", "2027-01-19T19:00", "no"),
        ("2027-01-20T07:00", "2027-01-20T08:30", "no"),
        ("2027-01-20T15:00", "2027-01-20T16:00", "yes"),
        ("2027-01-20", "2027-01-20", "no"),
    ],
)
def test_nights_of_a_residential_are_nobodys(start, end, expected):
    assert answer(busy(start, end), at=RESIDENTIAL) == expected


def test_a_poll_of_days_counts_for_every_day_of_a_residential():
    second = DAY + timedelta(days=1)
    assert answer(Poll("amina", {second: "maybe"}), at=RESIDENTIAL) == "maybe"
    assert answer(Poll("amina", {(second, "afternoon"): "no"}), at=RESIDENTIAL) == "no"


def test_an_evening_over_midnight_is_one_stretch():
    evening = ("2027-01-19T19:00", "2027-01-20T01:00")
    assert answer(busy("2027-01-19T23:00", "2027-01-20T00:30"), at=evening) == "no"
    assert answer(busy("2027-01-20T01:00", "2027-01-20T02:00"), at=evening) == "yes"


class _Nowhere(tzinfo):
    """A time zone that does not know its offset."""

    def utcoffset(self, moment):
        return None


def test_a_zone_without_an_offset_is_none():
    start = datetime(2027, 1, 19, 10, 0, tzinfo=_Nowhere())
    assert answer(busy(start, start + timedelta(hours=1)), zone="Asia/Tokyo") == "no"


def at_offset(hours, *clock):
    return datetime(*clock, tzinfo=timezone(timedelta(hours=hours)))


def test_moments_with_an_offset_are_the_same_everywhere():
    spell = busy(at_offset(-5, 2027, 1, 19, 11, 0), at_offset(-5, 2027, 1, 19, 12, 0))
    assert answer(spell, at=AFTERNOON) == "no"
    assert answer(spell, at=AFTERNOON, zone="America/New_York") == "yes"


@pytest.mark.parametrize(
    ("day", "utc_hour"),
    [("2027-03-26", 16), ("2027-03-29", 15), ("2027-10-29", 15), ("2027-11-01", 16)],
)
def test_hours_follow_the_clocks_of_the_place(day, utc_hour):
    """16:00 to 16:30 in London, before and after the clocks change."""
    year, month, number = map(int, day.split("-"))
    start = at_offset(0, year, month, number, utc_hour, 0)
    spell = busy(start, start + timedelta(minutes=30))
    assert answer(spell, at=(f"{day}T16:00", f"{day}T17:00"), zone="Europe/London") == "no"
    assert answer(spell, at=(f"{day}T15:00", f"{day}T16:00"), zone="Europe/London") == "yes"


def test_times_that_the_clocks_skip_or_repeat_do_no_harm():
    skipped = ("2027-03-28T01:30", "2027-03-28T03:30")
    repeated = ("2027-10-31T01:30", "2027-10-31T03:00")
    hour = at_offset(0, 2027, 3, 28, 2, 0)
    assert answer(busy(hour, hour + timedelta(hours=1)), at=skipped, zone="Europe/London") == "no"
    first = at_offset(0, 2027, 10, 31, 0, 30)
    assert (
        answer(busy(first, first + timedelta(hours=1)), at=repeated, zone="Europe/London") == "no"
    )


def test_a_leap_day_is_a_day():
    at = ("2028-02-29T09:30", "2028-02-29T16:30")
    assert answer(Busy("amina", ["2028-02-29"]), at=at) == "no"
    assert answer(Busy("amina", ["2028-02-28", "2028-03-01"]), at=at) == "yes"


def test_what_is_not_known_is_what_the_house_says():
    january = Busy("amina", first="2027-01-01", last="2027-01-31")
    assert answer(january, unanswered="maybe") == "yes"
    later = ("2027-02-16T09:30", "2027-02-16T16:30")
    assert answer(january, at=later, unanswered="maybe") == "maybe"
    assert answer(at=later, unanswered="no") == "no"
    assert answer(january, Poll("amina", {"2027-02-16": "yes"}), at=later, unanswered="no") == "yes"


def test_a_poll_that_asks_for_half_a_day_tells_half_of_it():
    half = Poll("amina", {(DAY, "morning"): "yes"})
    assert answer(half, unanswered="no") == "no"
    assert answer(half, at=MORNING, unanswered="no") == "yes"


def test_availability_adds_up():
    one, other = Availability([Busy("amina", [DAY])]), Availability([Busy("tomasz")])
    assert (one | other).names == ("amina", "tomasz")
    assert (one | other).answer("amina", *FULL) == "no"


def test_plain_values_will_do():
    told = as_availability({"amina": ["2027-01-19"], "tomasz": {"2027-01-19": "maybe"}})
    assert told == Availability([Busy("amina", [DAY]), Poll("tomasz", {DAY: "maybe"})])
    assert as_availability(told) is told
    assert as_availability([Busy("amina")]) == Availability([Busy("amina")])


def test_availability_refuses_other_things():
    with pytest.raises(InvalidValueError, match="a Busy or a Poll"):
        Availability(["amina"])


def test_an_answer_needs_an_end_after_the_start():
    with pytest.raises(InvalidValueError, match="an end after the start"):
        answer(at=(FULL[0], FULL[0]))
