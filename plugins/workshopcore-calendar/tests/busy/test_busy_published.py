"""Seven published calendars with recurrences, overrides and "this and future": data/busy-time."""

from datetime import UTC, datetime, timedelta

from attrs import evolve

from workshopcore.contracts.busy_time import Spell
from workshopcore_calendar.busy.merging import merged

STARTS = (
    *((1, 15), (1, 18), (1, 21), (1, 23), (2, 15), (2, 19), (2, 23)),
    *((3, 15), (3, 19), (3, 23), (4, 15), (4, 21)),
)
HOURS = tuple(
    Spell(start, start + timedelta(hours=1))
    for start in (datetime(2027, 1, day, hour, tzinfo=UTC) for day, hour in STARTS)
)
DAYS = {"first": "2027-01-01", "last": "2027-01-04"}


def test_all_seven_in_one_file_give_the_published_hours(team, read_diary, published):
    found = read_diary(b"".join(published), evolve(team, time_zone="UTC"), **DAYS)
    assert found.problems == ()
    (busy,) = found.value
    assert busy.spells == HOURS


def test_all_seven_one_by_one_give_the_published_hours(team, read_diary, published):
    files = [read_diary(data, evolve(team, time_zone="UTC"), **DAYS) for data in published]
    assert [found.problems for found in files] == [()] * 7
    assert merged(spell for found in files for spell in found.value[0].spells) == HOURS
