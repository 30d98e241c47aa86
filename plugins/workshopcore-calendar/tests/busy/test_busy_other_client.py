"""The same series expanded by ical.js, the calendar library of Thunderbird."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from attrs import evolve

from workshopcore.contracts.busy_time import Spell
from workshopcore_calendar.busy.merging import merged

CLIENT = Path(__file__).with_name("occurrences.cjs")
LONDON = [
    "BEGIN:VTIMEZONE",
    "TZID:Europe/London",
    "BEGIN:DAYLIGHT",
    "DTSTART:19810329T010000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0000",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "END:VTIMEZONE",
]
START, END = (
    "DTSTART;TZID=Europe/London:20270202T090000",
    "DTEND;TZID=Europe/London:20270202T103000",
)
FRIDAY = "DTSTART;TZID=Europe/London:20270226T090000"
SERIES = {
    "every other week": [START, END, "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=SU"],
    "last Friday": [FRIDAY, "DURATION:PT90M", "RRULE:FREQ=MONTHLY;BYDAY=-1FR"],
    "last weekday": [
        FRIDAY,
        "DURATION:PT90M",
        "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    ],
    "quarterly": [START, END, "RRULE:FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=2"],
    "over the change of the clocks": [START, END, "RRULE:FREQ=DAILY;UNTIL=20270402T080000Z"],
    "with exceptions": [
        *(START, END, "RRULE:FREQ=WEEKLY;COUNT=12"),
        "EXDATE;TZID=Europe/London:20270216T090000,20270302T090000",
        "RDATE;TZID=Europe/London:20270305T140000",
    ],
}


@pytest.fixture(scope="session")
def expanded(node):
    """Return the times of a diary as ical.js has them, put together."""

    def expanded(data, first, end):
        times = json.loads(node(CLIENT, f"{first}T00:00:00Z", f"{end}T00:00:00Z", data=data))
        moments = [[datetime.fromtimestamp(limit, UTC) for limit in time] for time in times]
        return merged(Spell(*time) for time in moments)

    return expanded


@pytest.mark.parametrize("lines", SERIES.values(), ids=SERIES)
def test_series_is_as_the_other_library_has_it(read_diary, calendar, event, team, expanded, lines):
    data = calendar(LONDON, event(*lines, uid="one"))
    found = read_diary(data, evolve(team, time_zone="UTC"), first="2027-01-01", last="2027-12-31")
    assert found.value[0].spells == expanded(data, "2027-01-01", "2028-01-01")
    assert len(found.value[0].spells) > 3


def test_published_calendars_are_as_the_other_library_has_them(
    read_diary, team, published, expanded
):
    utc = evolve(team, time_zone="UTC")
    for data in published:
        found = read_diary(data, utc, first="2027-01-01", last="2027-01-04")
        assert found.value[0].spells == expanded(data, "2027-01-01", "2027-01-05")
