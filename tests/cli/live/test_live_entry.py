from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.cli.live.entry import Entry, applied, before, wall
from workshopcore.model.workshop import Actual

NINE, TEN, ELEVEN = (f"2027-01-19T{hour:02}:00" for hour in (9, 10, 11))
STARTED = Actual("a", NINE)
ENDED = Actual("a", NINE, TEN)
OTHER = Actual("b", NINE)


def test_entry_is_added_where_nothing_is_on_record():
    assert applied((OTHER,), Entry("a", None, STARTED)) == (OTHER, STARTED)


def test_entry_takes_its_place_in_the_order_of_the_record():
    assert applied((STARTED, OTHER), Entry("a", STARTED, ENDED)) == (ENDED, OTHER)


def test_entry_that_is_undone_leaves_nothing():
    entry = Entry("a", None, STARTED)
    assert applied(applied((OTHER,), entry), entry.undone) == (OTHER,)


def test_start_that_somebody_else_recorded_stays():
    theirs = Actual("a", TEN)
    assert applied((theirs,), Entry("a", None, STARTED)) == (theirs,)


def test_end_joins_a_note_that_somebody_else_wrote():
    noted = Actual("a", NINE, note="Lively")
    assert applied((noted,), Entry("a", STARTED, ENDED)) == (Actual("a", NINE, TEN, note="Lively"),)


def test_end_before_a_start_that_somebody_else_recorded_is_left_off():
    later = Actual("a", ELEVEN)
    assert applied((later,), Entry("a", STARTED, ENDED)) == (later,)


def test_end_comes_with_its_start_where_somebody_else_removed_that():
    assert applied((), Entry("a", STARTED, ENDED)) == (ENDED,)


def test_undoing_spares_what_somebody_else_added():
    assert applied((ENDED,), Entry("a", STARTED, None)) == (ENDED,)


def test_what_somebody_else_cut_stays_cut():
    gone = Actual("a", fate="cut")
    assert applied((gone,), Entry("a", None, STARTED)) == (gone,)


def test_what_somebody_else_started_is_not_cut():
    assert applied((STARTED,), Entry("a", None, Actual("a", fate="cut"))) == (STARTED,)


HOURS = st.none() | st.sampled_from([NINE, TEN, ELEVEN])
ACTUALS = st.none() | st.builds(
    Actual, st.just("a"), HOURS, HOURS, fate=st.sampled_from(["done", "cut", "moved"])
)


def well_formed(actual):
    return actual is None or not actual.start or not actual.end or actual.start <= actual.end


@given(ACTUALS, ACTUALS, ACTUALS)
def test_entry_counts_once_however_often_it_comes(there, old, new):
    record = () if there is None else (there,)
    once = applied(record, Entry("a", old, new))
    assert applied(once, Entry("a", old, new)) == once


@given(*(ACTUALS.filter(well_formed) for _ in range(3)))
def test_record_stays_well_formed_whoever_writes(there, old, new):
    record = () if there is None else (there,)
    assert all(map(well_formed, applied(record, Entry("a", old, new))))


@given(ACTUALS.filter(bool), ACTUALS, ACTUALS)
def test_start_on_record_is_changed_only_by_who_knew_it(there, old, new):
    after = applied((there,), Entry("a", old, new))
    if there.start is not None and (old is None or old.start != there.start):
        assert [actual.start for actual in after] == [there.start]


LONDON = ZoneInfo("Europe/London")


def test_wall_clock_time_is_in_whole_minutes_without_a_zone():
    moment = datetime(2027, 1, 19, 9, 30, 59, 999, tzinfo=LONDON)
    assert wall(moment) == datetime(2027, 1, 19, 9, 30)


@pytest.mark.parametrize(("fold", "hours"), [(0, 1), (1, 0)])
def test_wall_clock_time_that_comes_twice_says_which(fold, hours):
    moment = datetime(2027, 10, 31, 1, 30, fold=fold, tzinfo=LONDON)
    found = wall(moment)
    assert (found.replace(tzinfo=None), found.utcoffset()) == (
        datetime(2027, 10, 31, 1, 30),
        timedelta(hours=hours),
    )


def test_order_on_the_night_when_an_hour_comes_twice():
    summer, winter = timezone(timedelta(hours=1)), timezone(timedelta())
    first = datetime(2027, 10, 31, 1, 50, tzinfo=summer)
    second = datetime(2027, 10, 31, 1, 10, tzinfo=winter)
    after = datetime(2027, 10, 31, 2, 5)
    assert [before(first, second), before(second, first)] == [True, False]
    assert [before(second, after), before(after, first)] == [True, False]
