"""Busy time that somebody has published without their events."""

import pytest

from workshopcore.contracts.busy_time import Busy


def published(*lines):
    return ["BEGIN:VFREEBUSY", *lines, "END:VFREEBUSY"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("FREEBUSY:20270119T090000Z/20270119T100000Z", ["2027-01-19T09:00Z/2027-01-19T10:00Z"]),
        ("FREEBUSY:20270119T090000Z/PT1H", ["2027-01-19T09:00Z/2027-01-19T10:00Z"]),
        (
            "FREEBUSY;FBTYPE=BUSY:20270119T090000Z/PT1H, 20270119T100000Z/PT30M",
            ["2027-01-19T09:00Z/2027-01-19T10:30Z"],
        ),
        ("FREEBUSY;FBTYPE=FREE:20270119T090000Z/PT1H", []),
        (
            "FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20270119T090000Z/PT1H",
            ["2027-01-19T09:00Z/2027-01-19T10:00Z"],
        ),
        (
            "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270119T090000Z/PT1H",
            ["2027-01-19T09:00Z/2027-01-19T10:00Z?"],
        ),
        (
            "FREEBUSY;TZID=Europe/London:20270706T090000/20270706T100000",
            ["2027-07-06T08:00Z/2027-07-06T09:00Z"],
        ),
    ],
)
def test_period_takes_as_much_as_it_says(read_diary, calendar, in_short, line, expected):
    found = read_diary(calendar(published(line)))
    assert found.problems == ()
    assert [in_short(spell) for value in found.value for spell in value.spells] == expected


def test_it_tells_of_its_own_days_alone(read_diary, calendar):
    lines = ("DTSTART:20270201T000000Z", "DTEND:20270301T000000Z", "FREEBUSY:20270401T090000Z/PT1H")
    found = read_diary(calendar(published(*lines)))
    assert found.value == (Busy("amina", first="2027-02-01", last="2027-02-28"),)


def test_its_days_may_be_days(read_diary, calendar):
    lines = ("DTSTART;VALUE=DATE:20270201", "DTEND;VALUE=DATE:20270301")
    found = read_diary(calendar(published(*lines)))
    assert found.value == (Busy("amina", first="2027-02-01", last="2027-02-28"),)


def test_times_without_a_zone_are_days_there(read_diary, calendar):
    lines = ("DTSTART:20270201T000000", "DTEND:20270301T000000")
    found = read_diary(calendar(published(*lines)))
    assert found.value == (Busy("amina", first="2027-02-01", last="2027-02-28"),)


def test_two_pieces_of_the_same_days_are_one(read_diary, calendar):
    days = ("DTSTART:20270201T000000Z", "DTEND:20270301T000000Z")
    one = published(*days, "FREEBUSY:20270209T090000Z/PT1H")
    two = published(*days, "FREEBUSY:20270209T100000Z/PT1H")
    (value,) = read_diary(calendar(one, two)).value
    assert len(value.spells) == 1


def test_what_tells_of_another_year_tells_nothing(read_diary, calendar):
    found = read_diary(calendar(published("DTSTART:20200101T000000Z", "DTEND:20200201T000000Z")))
    assert (found.value, found.problems) == ((), ())


def test_events_beside_it_tell_of_all_the_year(read_diary, calendar, event):
    days = published("DTSTART:20270201T000000Z", "DTEND:20270301T000000Z")
    found = read_diary(calendar(days, event("DTSTART:20270119")))
    assert [(f"{each.first}", f"{each.last}") for each in found.value] == [
        ("2027-01-01", "2028-12-31"),
        ("2027-02-01", "2027-02-28"),
    ]


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("FREEBUSY:20270119T090000Z", "line 4, FREEBUSY"),
        ("FREEBUSY:20270119/20270120", "line 4, FREEBUSY"),
        ("FREEBUSY:20270119T090000Z/20270119T080000Z", "line 4, FREEBUSY"),
        ("FREEBUSY:20270119T090000Z/20270119T100000", "line 4, FREEBUSY"),
        ("FREEBUSY:soon/later", "line 4, FREEBUSY"),
        ("DTSTART:then", "line 4, DTSTART"),
    ],
)
def test_what_cannot_be_is_named_and_the_rest_counts(read_diary, calendar, in_short, line, path):
    good = "FREEBUSY:20270119T120000Z/PT1H"
    found = read_diary(calendar(published(line, good)))
    assert [fault.path for fault in found.problems] == [path]
    assert [in_short(spell) for spell in found.value[0].spells] == [
        "2027-01-19T12:00Z/2027-01-19T13:00Z"
    ]


def test_kind_that_nobody_knows_is_named_and_taken_for_busy(read_diary, calendar, in_short):
    found = read_diary(calendar(published("FREEBUSY;FBTYPE=X-HUM:20270119T120000Z/PT1H")))
    assert [fault.path for fault in found.problems] == ["line 4, FREEBUSY FBTYPE"]
    assert [in_short(spell) for spell in found.value[0].spells] == [
        "2027-01-19T12:00Z/2027-01-19T13:00Z"
    ]
