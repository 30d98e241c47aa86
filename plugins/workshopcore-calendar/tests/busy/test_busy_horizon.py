"""The days that a diary is read for."""

import pytest
from attrs import evolve

import workshopcore as wc

ALWAYS = ("DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=DAILY")


def days(found):
    return [(f"{each.first}", f"{each.last}") for each in found.value]


def test_it_is_the_years_of_the_programme_and_the_one_after(read_diary, calendar, event):
    assert days(read_diary(calendar(event(*ALWAYS)))) == [("2027-01-01", "2028-12-31")]


def test_workshops_count_as_well(read_diary, calendar, event, team):
    late = wc.Workshop("Later", start="2029-02-01T09:30", end="2029-02-01T12:30")
    programme = evolve(team, end=None, workshops=[late])
    assert days(read_diary(calendar(event(*ALWAYS)), programme)) == [("2027-01-01", "2030-12-31")]


def test_options_say_which_days(busy):
    assert busy(*ALWAYS, first="2027-03-30", last="2027-04-01") == ["2027-03-30/2027-04-01"]


def test_what_goes_over_its_ends_is_cut_off_where_the_programme_is(busy, team):
    there = evolve(team, time_zone="America/New_York")
    lines = ("DTSTART:20270309T000000Z", "DTEND:20270312T120000Z")
    assert busy(*lines, programme=there, first="2027-03-10", last="2027-03-10") == [
        "2027-03-10T05:00Z/2027-03-11T05:00Z"
    ]


def test_wall_clock_is_cut_off_at_its_midnights(busy):
    lines = ("DTSTART:20270309T120000", "DTEND:20270312T120000")
    assert busy(*lines, first="2027-03-10", last="2027-03-10") == [
        "2027-03-10T00:00/2027-03-11T00:00"
    ]


def test_programme_without_days_has_to_be_told(read_diary, calendar, event, team):
    programme = evolve(team, start=None, end=None)
    found = read_diary(calendar(event(*ALWAYS)), programme)
    assert found.value == ()
    assert [fault.path for fault in found.problems] == ["options.first"]


@pytest.mark.parametrize(
    ("options", "paths"),
    [
        ({"first": "2027-03-30", "last": "2027-03-01"}, ["options.last"]),
        ({"first": "2027-03-30", "last": "2047-03-01"}, ["options.last"]),
        ({"first": "then"}, ["options.first"]),
        ({"last": 7}, ["options.last"]),
        ({"file": 7}, ["options.file"]),
        ({"room": 7}, ["options.room"]),
        ({"frist": "2027-03-30"}, ["options.frist"]),
    ],
)
def test_option_that_cannot_be_is_named(read_diary, calendar, event, options, paths):
    found = read_diary(calendar(event(*ALWAYS)), **options)
    assert [fault.path for fault in found.problems] == paths


def test_progress_is_told_up_to_the_end(team, calendar, event):
    from workshopcore.contracts.exchange import ImportRequest
    from workshopcore_calendar import DiaryImporter

    told = []
    data = calendar(
        *[event("DTSTART:20270119T090000Z", "DURATION:PT1H", uid=n) for n in range(300)]
    )
    request = ImportRequest(
        options={"who": "jo"}, advance=lambda done, all: told.append(done / all)
    )
    DiaryImporter().read(data, team, request)
    assert told == sorted(told)
    assert (told[0] < 0.05, told[-1]) == (True, 1)
    assert len(told) > 100
