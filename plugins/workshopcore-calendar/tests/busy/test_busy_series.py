"""Events that repeat, and their exceptions."""

import pytest

MARCH = {"first": "2027-03-01", "last": "2027-03-31"}
WEEKLY = (
    "DTSTART;TZID=Europe/London:20270105T090000",
    "DTEND;TZID=Europe/London:20270105T100000",
    "RRULE:FREQ=WEEKLY;BYDAY=TU",
)


def at(*times):
    """Return spells of an hour that start at these times."""
    return [
        f"2027-{month:02}-{day:02}T{hour:02}:00Z/2027-{month:02}-{day:02}T{hour + 1:02}:00Z"
        for month, day, hour in times
    ]


def test_endless_series_ends_with_what_is_asked_for(busy):
    # The clocks go forward on 28 March.
    assert busy(*WEEKLY, **MARCH) == at((3, 2, 9), (3, 9, 9), (3, 16, 9), (3, 23, 9), (3, 30, 8))


@pytest.mark.parametrize(
    "line",
    [
        "EXDATE;TZID=Europe/London:20270309T090000",
        "EXDATE:20270309T090000Z",
        "EXDATE;VALUE=DATE:20270309",
        "EXDATE:20270302T110000Z,20270309T090000Z",
    ],
)
def test_exception_is_left_out(busy, line):
    assert busy(*WEEKLY, line, **MARCH) == at((3, 2, 9), (3, 16, 9), (3, 23, 9), (3, 30, 8))


def test_added_times_count(busy):
    added = ("RDATE:20270304T140000Z", "RDATE;VALUE=PERIOD:20270305T140000Z/PT2H")
    days = {"first": "2027-03-01", "last": "2027-03-05"}
    assert busy(*WEEKLY, *added, **days) == [
        *at((3, 2, 9), (3, 4, 14)),
        "2027-03-05T14:00Z/2027-03-05T16:00Z",
    ]


def test_time_that_was_moved_is_where_it_was_moved_to(busy, event):
    moved = event(
        "RECURRENCE-ID;TZID=Europe/London:20270309T090000",
        "DTSTART:20270310T150000Z",
        "DTEND:20270310T160000Z",
        uid="one",
    )
    assert busy(*WEEKLY, more=[moved], **MARCH) == at(
        (3, 2, 9), (3, 10, 15), (3, 16, 9), (3, 23, 9), (3, 30, 8)
    )


@pytest.mark.parametrize(
    "line", ["STATUS:CANCELLED", "TRANSP:TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"]
)
def test_one_time_that_is_cancelled_is_left_out(busy, event, line):
    off = event(
        "RECURRENCE-ID:20270309T090000Z",
        "DTSTART:20270309T090000Z",
        "DURATION:PT1H",
        line,
        uid="one",
    )
    assert busy(*WEEKLY, more=[off], **MARCH) == at((3, 2, 9), (3, 16, 9), (3, 23, 9), (3, 30, 8))


def test_one_time_may_be_tentative(busy, event):
    maybe = event(
        *("RECURRENCE-ID:20270309T090000Z", "DTSTART:20270309T090000Z", "DURATION:PT1H"),
        "STATUS:TENTATIVE",
        uid="one",
    )
    found = busy(*WEEKLY, more=[maybe], **MARCH)
    assert [spell for spell in found if spell.endswith("?")] == [f"{at((3, 9, 9))[0]}?"]


def test_this_and_all_that_follow_move(busy, event):
    later = event(
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20270316T090000",
        "DTSTART;TZID=Europe/London:20270317T130000",
        "DTEND;TZID=Europe/London:20270317T140000",
        uid="one",
    )
    assert busy(*WEEKLY, more=[later], **MARCH) == at(
        (3, 2, 9), (3, 9, 9), (3, 17, 13), (3, 24, 13), (3, 31, 12)
    )


def test_series_in_universal_time_repeats_on_the_clock_of_its_calendar(busy):
    lines = ("DTSTART:20270105T090000Z", "DTEND:20270105T100000Z", "RRULE:FREQ=WEEKLY")
    assert busy(*lines, head=["X-WR-TIMEZONE:Europe/London"], **MARCH)[-1:] == at((3, 30, 8))
    assert busy(*lines, **MARCH)[-1:] == at((3, 30, 9))


def test_days_repeat(busy):
    lines = (
        "DTSTART;VALUE=DATE:20270301",
        "DTEND;VALUE=DATE:20270303",
        "RRULE:FREQ=WEEKLY;COUNT=2",
    )
    assert busy(*lines, "EXDATE;VALUE=DATE:20270401", **MARCH) == [
        "2027-03-01/2027-03-02",
        "2027-03-08/2027-03-09",
    ]


def test_times_on_the_wall_clock_repeat_there(busy):
    lines = ("DTSTART:20270326T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3")
    assert busy(*lines) == [f"2027-03-{day}T09:00/2027-03-{day}T10:00" for day in (26, 27, 28)]


def test_moved_time_without_its_series_counts_alone(busy):
    lines = ("RECURRENCE-ID:20270309T090000Z", "DTSTART:20270310T090000Z", "DURATION:PT1H")
    assert busy(*lines) == at((3, 10, 9))


def test_last_day_of_a_rule_may_be_written_as_a_day(busy):
    lines = (*WEEKLY[:2], "RRULE:FREQ=WEEKLY;UNTIL=20270120")
    assert busy(*lines) == at((1, 5, 9), (1, 12, 9), (1, 19, 9))


def test_series_from_long_ago_goes_on(busy):
    lines = ("DTSTART;VALUE=DATE:19600309", "RRULE:FREQ=YEARLY")
    assert busy(*lines, **MARCH) == ["2027-03-09/2027-03-09"]


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("FREQ=SECONDLY", "SECONDLY"),
        ("FREQ=MINUTELY;INTERVAL=30", "MINUTELY"),
        (
            "FREQ=DAILY;BYHOUR=9,10;BYMINUTE="
            + ",".join(map(str, range(60)))
            + ";BYSECOND="
            + ",".join(map(str, range(60))),
            "a rule that comes to more than 250,000 times",
        ),
        ("FREQ=DAILY;INTERVAL=0", "a rule of 21 characters"),
        ("FREQ=DAILY;COUNT=-3", "a rule of 19 characters"),
        ("FREQ=SOMETIMES", "a rule of 14 characters"),
        ("FREQ=WEEKLY;BYDAY=TUESDAY", "a rule of 25 characters"),
        ("FREQ=WEEKLY;WKST=NO", "a rule of 19 characters"),
        ("FREQ=YEARLY;UNTIL=later", "a rule of 23 characters"),
        ("FREQ=YEARLY;BYMONTH=13", "a rule of 22 characters"),
        ("FREQ=YEARLY;BYMONTHDAY=0", "a rule of 24 characters"),
        ("FREQ=YEARLY;BYMONTH=May", "a rule of 23 characters"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "a rule of 35 characters"),
    ],
)
def test_rule_that_cannot_be_followed_is_named_and_counts_once(
    read_diary, calendar, event, in_short, rule, found
):
    data = calendar(event(*WEEKLY[:2], f"RRULE:{rule}", uid="one"))
    read = read_diary(data)
    assert [(fault.path, fault.found) for fault in read.problems] == [("line 7, RRULE", found)]
    assert [in_short(spell) for spell in read.value[0].spells] == at((1, 5, 9))


def test_times_that_do_not_go_together_are_named_and_count_once(
    read_diary, calendar, event, in_short
):
    backwards = "RDATE;VALUE=PERIOD:20270305T140000Z/20270304T140000Z"
    data = calendar(event(*WEEKLY, backwards, uid="one"))
    read = read_diary(data)
    assert [fault.path for fault in read.problems] == ["line 3, VEVENT"]
    assert [in_short(spell) for spell in read.value[0].spells] == at((1, 5, 9))
