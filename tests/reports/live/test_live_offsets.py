from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from workshopcore.model.moments import later
from workshopcore.reports.live.offsets import offsets

ZONES = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"]


@given(
    st.sampled_from(ZONES),
    st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)),
    st.integers(-900, 0),
    st.integers(0, 3000),
    st.integers(0, 3900),
)
def test_offsets_are_those_of_the_zone_at_every_minute(zone, local, first, last, minute):
    starts = local.replace(second=0, microsecond=0, tzinfo=ZoneInfo(zone))
    found = offsets(starts, first, last)
    asked = first + minute % (last - first + 1)
    _, seconds = [pair for pair in found if pair[0] <= asked][-1]
    assert timedelta(seconds=seconds) == later(starts, asked).utcoffset()


def test_half_an_hour_that_is_put_back_is_told():
    starts = datetime(2027, 4, 3, 22, 0, tzinfo=ZoneInfo("Australia/Lord_Howe"))
    assert offsets(starts, 0, 600) == [[0, 39600], [240, 37800]]
