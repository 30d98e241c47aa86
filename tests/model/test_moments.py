from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.errors import AsOfRequiredError, InvalidValueError, LocalTimeError
from workshopcore.model.moments import as_of_day, elapsed, instant, later, time_zone, zone

LONDON = "Europe/London"


def test_instant_of_an_ordinary_time():
    assert instant(datetime(2027, 7, 1, 9, 30), LONDON).astimezone(UTC) == datetime(
        2027, 7, 1, 8, 30, tzinfo=UTC
    )


def test_instant_refuses_a_time_that_the_clocks_skip():
    with pytest.raises(LocalTimeError, match="the same moment is 2027-03-28T02:30"):
        instant(datetime(2027, 3, 28, 1, 30), LONDON)


def test_instant_refuses_a_time_that_comes_twice():
    with pytest.raises(LocalTimeError, match=r"Add \+01:00 \(first\) or \+00:00 \(second\)"):
        instant(datetime(2027, 10, 31, 1, 30), LONDON)


@pytest.mark.parametrize(("offset", "hour"), [("+01:00", 0), ("+00:00", 1)])
def test_instant_takes_an_offset_for_a_time_that_comes_twice(offset, hour):
    local = datetime.fromisoformat(f"2027-10-31T01:30{offset}")
    assert instant(local, LONDON).astimezone(UTC) == datetime(2027, 10, 31, hour, 30, tzinfo=UTC)


@pytest.mark.parametrize("when", ["2027-10-31T01:30+02:00", "2027-07-01T09:30+00:00"])
def test_instant_refuses_an_offset_that_the_zone_does_not_have(when):
    with pytest.raises(LocalTimeError, match="an offset that Europe/London has then"):
        instant(datetime.fromisoformat(when), LONDON)


def test_instant_accepts_the_right_offset_at_any_time():
    local = datetime.fromisoformat("2027-07-01T09:30+01:00")
    assert instant(local, LONDON) == instant(datetime(2027, 7, 1, 9, 30), LONDON)


@given(
    st.datetimes(datetime(1970, 1, 1), datetime(2037, 12, 31)).map(
        lambda moment: moment.replace(second=0, microsecond=0)
    ),
    st.sampled_from([LONDON, "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"]),
)
def test_instant_of_a_wall_clock_reading_is_the_moment_it_was_read(utc, name):
    moment = utc.replace(tzinfo=UTC)
    wall = moment.astimezone(ZoneInfo(name))
    local = datetime.fromisoformat(wall.replace(fold=0).isoformat())
    given = wall.replace(tzinfo=None)
    try:
        found = instant(given, name)
    except LocalTimeError:
        offset = wall.utcoffset()
        found = instant(datetime.fromisoformat(f"{given.isoformat()}{_sign(offset)}"), name)
    assert found.astimezone(UTC) == moment
    assert local.replace(tzinfo=None) == given


def _sign(offset):
    return datetime(2000, 1, 1, tzinfo=UTC).astimezone(_fixed(offset)).isoformat()[-6:]


def _fixed(offset):
    from datetime import timezone

    return timezone(offset)


def test_later_counts_elapsed_minutes_over_the_spring_change():
    start = instant(datetime(2027, 3, 28, 0, 30), LONDON)
    assert later(start, 60).isoformat() == "2027-03-28T02:30:00+01:00"


@given(st.integers(-5000, 5000))
def test_elapsed_undoes_later(minutes):
    start = instant(datetime(2027, 10, 30, 12), LONDON)
    assert elapsed(start, later(start, minutes)) == minutes


@pytest.mark.parametrize("wrong", ["", "Mars/Phobos", "../etc/passwd", "x" * 100, "Europe"])
def test_zone_refuses_what_is_no_time_zone(wrong):
    with pytest.raises(InvalidValueError, match="an IANA time zone"):
        zone(wrong)


def test_time_zone_may_be_left_out():
    assert time_zone("") == ""
    with pytest.raises(InvalidValueError):
        time_zone(None)


def test_every_time_zone_can_be_named():
    assert all(zone(name).key == name for name in available_timezones())


@pytest.mark.parametrize("value", ["2027-03-31", date(2027, 3, 31), datetime(2027, 3, 31, 23)])
def test_as_of_accepts_days_and_moments(value):
    assert as_of_day(value, "progress") == date(2027, 3, 31)


@pytest.mark.parametrize("value", [None])
def test_as_of_is_required(value):
    with pytest.raises(AsOfRequiredError, match="progress depends on the day"):
        as_of_day(value, "progress")


def _programme(**times):
    return wc.Programme(title="Y", time_zone=LONDON, workshops=[wc.Workshop("W", **times)])


def test_workshop_over_midnight_lasts_its_elapsed_minutes():
    year = _programme(start="2027-05-01T22:00", end="2027-05-02T01:30")
    assert elapsed(year.starts(year.workshops[0]), year.ends(year.workshops[0])) == 210


def test_workshop_over_the_spring_change_is_an_hour_shorter_than_the_clocks_say():
    year = _programme(start="2027-03-28T00:00", end="2027-03-28T06:00")
    assert elapsed(year.starts(year.workshops[0]), year.ends(year.workshops[0])) == 300


def test_workshop_at_a_time_that_does_not_exist_is_refused_with_its_path():
    with pytest.raises(wc.ProgrammeError) as caught:
        _programme(start="2027-03-28T01:30", end="2027-03-28T09:00")
    assert [(p.code, p.path) for p in caught.value.problems] == [("WC010", "workshops[0].start")]


def test_workshops_in_two_time_zones_are_ordered_by_instant():
    year = wc.Programme(
        title="Y",
        time_zone=LONDON,
        workshops=[
            wc.Workshop("London", start="2027-05-01T09:00", end="2027-05-01T12:00"),
            wc.Workshop(
                "Tokyo",
                start="2027-05-01T16:00",
                end="2027-05-01T18:00",
                time_zone="Asia/Tokyo",
            ),
        ],
    )
    assert [w.id for w in year.in_order] == ["tokyo", "london"]
    assert year.starts(year.workshop("london")) - year.starts(year.workshop("tokyo")) == timedelta(
        hours=1
    )


def test_workshops_in_the_hour_that_comes_twice_are_ordered_by_instant():
    night = [
        wc.Workshop("Second", start="2027-10-31T01:10+00:00", end="2027-10-31T09:00"),
        wc.Workshop("First", start="2027-10-31T01:50+01:00", end="2027-10-31T09:00"),
    ]
    year = wc.Programme(title="Y", time_zone=LONDON, workshops=night)
    assert [w.id for w in year.in_order] == ["first", "second"]
