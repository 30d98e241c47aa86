"""What the clocks of a zone do, as three libraries understand it from our files."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from workshopcore_calendar.time_zones import LocalTime, observances, time_of, time_zones
from workshopcore_calendar.values import Text

INVITED = Path(__file__).with_name("invited.cjs")
ZONES = [
    "Europe/London",
    "America/New_York",
    "Asia/Kolkata",
    "Africa/Casablanca",
    "Australia/Lord_Howe",
]
YEAR = datetime(2027, 1, 1, tzinfo=UTC)


def in_year(minutes, name):
    return (YEAR + timedelta(minutes=minutes)).astimezone(ZoneInfo(name))


def calendar(instants):
    """Return a calendar with an event at each of some instants."""
    whole = icalendar.Calendar()
    whole.add("VERSION", "2.0")
    whole.add("PRODID", "-//Test//Test//EN")
    for component in time_zones(instants):
        whole.add_component(component)
    for number, instant in enumerate(instants):
        event = icalendar.Event()
        event.add("UID", Text(f"{number}"), encode=False)
        event.add("DTSTAMP", time_of(YEAR), encode=False)
        event.add("DTSTART", time_of(instant), encode=False)
        event.add("DTEND", time_of(instant), encode=False)
        event.add("SUMMARY", Text("Meet"), encode=False)
        whole.add_component(event)
    return whole.to_ical(sorted=False).decode()


def starts_in_vobject(text):
    # It keeps what it has once read of a zone; a client that starts afresh knows none.
    for name in ZONES:
        vobject.icalendar.registerTzid(name, None)
    (whole,) = vobject.readComponents(text)
    return {int(each.uid.value): each.dtstart.value.astimezone(UTC) for each in whole.vevent_list}


def in_utc(instants):
    return {number: instant.astimezone(UTC) for number, instant in enumerate(instants)}


@given(
    name=st.sampled_from(ZONES),
    minutes=st.lists(st.integers(0, 365 * 24 * 60), min_size=1, max_size=8),
)
def test_vobject_reads_every_instant_as_it_is(name, minutes):
    instants = [in_year(each, name) for each in minutes]
    assert starts_in_vobject(calendar(instants)) == in_utc(instants)


def around_every_change(name):
    """Return instants each quarter of an hour around every change of the year, and a few more."""
    hours = [in_year(60 * hour, name) for hour in range(365 * 24)]
    changes = [n for n in range(1, len(hours)) if hours[n].utcoffset() != hours[n - 1].utcoffset()]
    near = [in_year(60 * n + 15 * q, name) for n in changes for q in range(-16, 17)]
    return near + hours[:: 24 * 7]


@pytest.mark.parametrize("name", ZONES)
def test_vobject_reads_instants_around_every_change_as_they_are(name):
    instants = around_every_change(name)
    assert starts_in_vobject(calendar(instants)) == in_utc(instants)


@pytest.mark.parametrize("name", ZONES)
def test_ical_js_reads_instants_around_every_change_as_they_are(name, node):
    instants = around_every_change(name)
    data = json.dumps([calendar(instants)]).encode()
    found = {int(each["uid"]): each["start"] for each in json.loads(node(INVITED, data=data))}
    assert found == {n: int(instant.timestamp()) for n, instant in enumerate(instants)}


@pytest.mark.parametrize(
    ("name", "onsets"),
    [
        # The Summer Time Order 2002, the Energy Policy Act of 2005 (section 110), Indian Standard
        # Time, and the Standard Time Act 1987 of New South Wales, for the Sundays of 2027.
        ("Europe/London", ["2027-03-28T01:00", "2027-10-31T02:00"]),
        ("America/New_York", ["2027-03-14T02:00", "2027-11-07T02:00"]),
        ("Asia/Kolkata", []),
        ("Australia/Lord_Howe", ["2027-04-04T02:00", "2027-10-03T02:00"]),
    ],
)
def test_changes_are_written_by_the_clock_that_was_shown_until_then(name, onsets):
    first, *changes = observances(name, [in_year(0, name), in_year(360 * 24 * 60, name)])
    assert [each.onset.isoformat(timespec="minutes") for each in changes] == onsets
    assert first.before == first.offset


def test_only_changes_between_the_dates_in_use_are_written():
    days = [datetime(2027, 5, 18, 9, tzinfo=ZoneInfo("Europe/London"))]
    (only,) = observances("Europe/London", days)
    assert (only.name, only.onset) == ("BST", datetime(2027, 5, 18))


def test_change_on_the_last_day_is_written():
    night = [datetime(2027, 10, 31, 9, tzinfo=ZoneInfo("Europe/London"))]
    assert [each.name for each in observances("Europe/London", night)] == ["BST", "GMT"]


def test_zone_that_is_not_used_is_not_explained():
    instants = [YEAR, in_year(600, "Asia/Kolkata"), in_year(900, "Asia/Kolkata")]
    assert [each["TZID"] for each in time_zones(instants)] == ["Asia/Kolkata"]


def test_time_that_comes_twice_is_written_in_utc():
    twice = datetime(2027, 10, 31, 1, 30, tzinfo=ZoneInfo("Europe/London"))
    assert time_of(twice).to_ical() == b"20271031T003000Z"
    assert time_of(twice.replace(fold=1)).to_ical() == b"20271031T013000Z"


def test_zone_of_a_day_with_seconds_in_its_offset_is_not_used():
    amsterdam = datetime(1920, 1, 5, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))
    written = time_of(amsterdam)
    assert "TZID" not in written.params
    assert written == LocalTime(amsterdam.astimezone(UTC))
