from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from workshopcore.cli.live.clock import check_on, clock_in, rehearsal_clock
from workshopcore.cli.program import Refusal


def test_clock_is_that_of_the_zone():
    zone = ZoneInfo("Asia/Kathmandu")
    before = datetime.now(UTC)
    found = clock_in(zone)()
    assert found.tzinfo is zone
    assert before <= found <= datetime.now(UTC)


def test_rehearsal_begins_at_the_moment_asked_for_and_goes_on(at):
    moments = [datetime(2026, 7, 1, 12, tzinfo=UTC)]
    clock = rehearsal_clock(lambda: moments[-1], at("09:00"))
    assert clock() == at("09:00")
    moments.append(moments[-1] + timedelta(seconds=90))
    assert clock() == at("09:01:30")
    assert clock().tzinfo is at("09:00").tzinfo


def test_clock_of_a_rehearsal_counts_elapsed_minutes_over_the_night():
    zone = ZoneInfo("Europe/London")
    moments = [datetime(2026, 7, 1, 12, tzinfo=UTC)]
    clock = rehearsal_clock(lambda: moments[-1], datetime(2027, 3, 28, 0, 30, tzinfo=zone))
    moments.append(moments[-1] + timedelta(hours=1))
    assert clock() == datetime(2027, 3, 28, 2, 30, tzinfo=zone)


@pytest.mark.parametrize("time", ["09:00", "12:59", "13:00", "23:59"])
def test_workshop_is_on_from_its_start_until_long_after_its_end(state, at, time):
    assert check_on(state.plan, at(time), "wait") is None


def test_workshop_that_is_not_on_is_told_with_the_cure(state, at):
    with pytest.raises(Refusal) as caught:
        check_on(state.plan, at("08:59"), "wait")
    assert caught.value.message == (
        "'Where are we now?' is from 2027-01-19 09:00 to 2027-01-19 13:00, and there it is now"
        " 2027-01-19 08:59: wait"
    )


def test_workshop_may_be_opened_early_where_that_is_allowed(state, at):
    assert check_on(state.plan, at("08:00"), "wait", early=60) is None
    with pytest.raises(Refusal):
        check_on(state.plan, at("07:59"), "wait", early=60)


def test_workshop_is_over_on_the_next_day(state, at):
    with pytest.raises(Refusal):
        check_on(state.plan, at("13:01") + timedelta(hours=12), "wait")
