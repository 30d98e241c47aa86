"""Whose clock a time is on."""

import pytest

CUSTOM = (
    "BEGIN:VTIMEZONE",
    "TZID:(UTC+00:00) Harrowmere, Mill House",
    "X-LIC-LOCATION:Nowhere",
    "BEGIN:STANDARD",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:+0230",
    "TZOFFSETTO:+0130",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010101T010000",
    "TZOFFSETFROM:+0130",
    "TZOFFSETTO:+0230",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
)


def july(name):
    return f'DTSTART;TZID="{name}":20270706T120000', "DURATION:PT1H"


@pytest.mark.parametrize(
    ("name", "starts"),
    [
        ("Europe/London", "11:00Z"),
        ("UTC", "12:00Z"),
        ("GMT", "12:00Z"),
        ("GMT Standard Time", "11:00Z"),
        ("W. Europe Standard Time", "10:00Z"),
        ("Eastern Standard Time", "16:00Z"),
        ("US/Eastern", "16:00Z"),
        ("/Europe/London", "11:00Z"),
        ("/example.org/20250101_1/Europe/London", "11:00Z"),
        ("/example.org/Tzfile/America/Argentina/Buenos_Aires", "15:00Z"),
    ],
)
def test_zone_is_known_by_many_names(busy, name, starts):
    (spell,) = busy(*july(name))
    assert spell.startswith(f"2027-07-06T{starts}/")


def test_name_that_nobody_else_knows_is_what_the_file_says(busy, calendar, event):
    lines = july("(UTC+00:00) Harrowmere, Mill House")
    assert busy(*lines, more=[CUSTOM]) == ["2027-07-06T09:30Z/2027-07-06T10:30Z"]
    winter = ('DTSTART;TZID="(UTC+00:00) Harrowmere, Mill House":20270119T120000', "DURATION:PT1H")
    assert busy(*winter, more=[CUSTOM]) == ["2027-01-19T10:30Z/2027-01-19T11:30Z"]


def test_series_repeats_on_a_clock_that_only_the_file_knows(busy):
    lines = (
        'DTSTART;TZID="(UTC+00:00) Harrowmere, Mill House":20270324T120000',
        "DURATION:PT1H",
        "RRULE:FREQ=WEEKLY;COUNT=2",
    )
    assert busy(*lines, more=[CUSTOM]) == [
        "2027-03-24T10:30Z/2027-03-24T11:30Z",
        "2027-03-31T09:30Z/2027-03-31T10:30Z",
    ]


def test_well_known_zone_has_its_rules_of_today_whatever_the_file_says(busy):
    stale = [line.replace("(UTC+00:00) Harrowmere, Mill House", "Europe/London") for line in CUSTOM]
    assert busy(*july("Europe/London"), more=[stale]) == ["2027-07-06T11:00Z/2027-07-06T12:00Z"]


def test_zone_that_nobody_knows_is_named_once_and_taken_for_the_wall_clock(
    read_diary, calendar, event, in_short
):
    data = calendar(event(*july("Mars/Base 3")), event(*july("Mars/Base 3")))
    found = read_diary(data)
    assert [(fault.path, fault.found) for fault in found.problems] == [
        ("line 4, DTSTART TZID", "'Mars/Base 3'")
    ]
    assert [in_short(spell) for spell in found.value[0].spells] == [
        "2027-07-06T12:00/2027-07-06T13:00"
    ]


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("TZOFFSETTO:+0130", "TZOFFSETTO:half past"),
        ("TZOFFSETTO:+0130", "X-NOTHING:1"),
        ("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "RRULE:FREQ=SECONDLY"),
        ("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "RRULE:FREQ=YEARLY;INTERVAL=0"),
        ("DTSTART:16010101T020000", "DTSTART:long ago"),
    ],
)
def test_zone_that_cannot_be_used_is_as_good_as_none(read_diary, calendar, event, line, instead):
    described = [instead if one == line else one for one in CUSTOM]
    lines = july("(UTC+00:00) Harrowmere, Mill House")
    found = read_diary(calendar(described, event(*lines)))
    assert [fault.found for fault in found.problems] == ["'(UTC+00:00) Harrowmere, Mill House'"]


def test_zone_of_too_many_lines_is_not_used(read_diary, calendar, event):
    described = [*CUSTOM[:2], *["COMMENT:x"] * 2000, *CUSTOM[2:]]
    lines = july("(UTC+00:00) Harrowmere, Mill House")
    assert len(read_diary(calendar(described, event(*lines))).problems) == 1


def test_times_without_a_zone_are_on_the_clock_of_their_calendar(busy):
    lines = ("DTSTART:20270706T120000", "DURATION:PT1H")
    assert busy(*lines, head=["X-WR-TIMEZONE:Europe/Paris"]) == [
        "2027-07-06T10:00Z/2027-07-06T11:00Z"
    ]


def test_clock_of_a_calendar_that_nobody_knows_is_named(read_diary, calendar, event, in_short):
    lines = ("DTSTART:20270706T120000", "DURATION:PT1H")
    found = read_diary(calendar(event(*lines), head=["X-WR-TIMEZONE:Mars/Base"]))
    assert [fault.path for fault in found.problems] == ["line 3, X-WR-TIMEZONE TZID"]
    assert [in_short(spell) for spell in found.value[0].spells] == [
        "2027-07-06T12:00/2027-07-06T13:00"
    ]


def test_ends_may_be_on_another_clock(busy):
    lines = (
        "DTSTART;TZID=Europe/London:20270706T120000",
        "DTEND;TZID=Europe/Paris:20270706T140000",
    )
    assert busy(*lines) == ["2027-07-06T11:00Z/2027-07-06T12:00Z"]


def test_end_without_a_clock_is_on_that_of_the_start(busy):
    lines = ("DTSTART;TZID=Europe/London:20270706T120000", "DTEND:20270706T130000")
    assert busy(*lines) == ["2027-07-06T11:00Z/2027-07-06T12:00Z"]
