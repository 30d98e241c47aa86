from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from workshopcore.model.moments import later

__all__ = ["days", "instants", "times", "wall_clock", "zones"]

_ZONES = (
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "UTC",
)
# Shortly before the clocks change somewhere.
_CHANGES = (
    "2027-03-28T00:15+00:00",
    "2027-10-31T00:15+00:00",
    "2027-03-14T06:15+00:00",
    "2027-11-07T05:15+00:00",
    "2027-04-03T14:15+00:00",
    "2027-10-02T14:45+00:00",
)


@cache
def zones() -> st.SearchStrategy[str]:
    """Return IANA time zones: whole, half and quarter hours, and half-hour summer time."""
    return st.sampled_from(_ZONES)


@cache
def days() -> st.SearchStrategy[date]:
    """Return days, most of them around a programme's year."""
    usual = st.dates(date(2026, 6, 1), date(2028, 6, 30))
    return usual | st.dates(date(1900, 1, 1), date(2500, 12, 31))


@cache
def times() -> st.SearchStrategy[time]:
    """Return clock times in whole minutes."""
    return st.builds(time, st.integers(0, 23), st.integers(0, 59))


@cache
def instants() -> st.SearchStrategy[datetime]:
    """Return instants (UTC), many of them within hours of a change of the clocks."""
    changes = st.sampled_from(_CHANGES).map(datetime.fromisoformat)
    around = st.builds(
        lambda change, minutes: change.astimezone(UTC) + timedelta(minutes=minutes),
        changes,
        st.integers(-180, 240),
    )
    start = datetime(2026, 9, 1, tzinfo=UTC)
    plain = st.integers(0, 600 * 24 * 12).map(lambda n: start + timedelta(minutes=5 * n))
    return plain | around


def wall_clock(instant: datetime, zone: str, *, offset: bool = False) -> datetime:
    """Return the wall-clock time of an instant: with its offset where it comes twice.

    Args:
        instant: any aware moment.
        zone: an IANA name.
        offset: give the offset even where it is not needed.
    """
    local = instant.astimezone(ZoneInfo(zone))
    own = local.utcoffset()
    twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    if own is None or not (twice or offset):
        return local.replace(tzinfo=None, fold=0)
    return local.replace(tzinfo=timezone(own), fold=0)


def wall_clocks(start: datetime, zone: str, least: int, most: int) -> st.SearchStrategy[datetime]:
    """Return wall-clock times between two numbers of elapsed minutes from an instant."""
    return st.builds(
        lambda minutes, offset: wall_clock(later(start, minutes), zone, offset=offset),
        st.integers(least, most),
        st.booleans(),
    )
