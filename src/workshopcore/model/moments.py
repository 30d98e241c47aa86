"""Wall-clock times and the instants they stand for.

Workshops hold the local time that people read on a wall. The instant is derived from it and
the time zone: adding minutes to an instant counts *elapsed* minutes, also on the two nights
of the year when the clocks change.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo

from workshopcore.errors import AsOfRequiredError, InvalidValueError, LocalTimeError
from workshopcore.model import accept

__all__ = ["as_of_day", "elapsed", "instant", "later", "time_zone", "zone"]


@cache
def zone(name: str) -> ZoneInfo:
    """Return a time zone by its IANA name, such as ``Europe/London``."""
    try:
        if not name or len(name) > 64:
            raise ValueError
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        raise InvalidValueError(name, "an IANA time zone such as Europe/London") from None


def time_zone(value: str) -> str:
    """Accept the IANA name of a time zone, or ``""`` for the one it inherits."""
    if not isinstance(value, str):
        raise InvalidValueError(value, "an IANA time zone such as Europe/London")
    if value:
        zone(value)
    return value


def instant(local: datetime, zone_name: str) -> datetime:
    """Return the instant of a wall-clock time in a time zone.

    Args:
        local: the wall-clock time; with a fixed offset where it comes twice.
        zone_name: an IANA name.

    Raises:
        LocalTimeError: the clocks skip this time, or it comes twice and has no offset, or its
            offset is not one the zone has then.

    >>> instant(datetime(2027, 3, 28, 0, 30), "Europe/London").isoformat()
    '2027-03-28T00:30:00+00:00'
    """
    first = local.replace(tzinfo=zone(zone_name), fold=0)
    second = first.replace(fold=1)
    early, late = first.utcoffset(), second.utcoffset()
    if early == late and (local.tzinfo is None or local.utcoffset() == early):
        return first
    plain = first.replace(tzinfo=None)
    if early == late:
        offsets = _offset(early)
    elif early is not None and late is not None and early < late:
        shift = late - early
        raise LocalTimeError(
            plain.isoformat(timespec="minutes"),
            f"a time that exists in {zone_name}",
            "The clocks go forward over this time: the same moment is"
            f" {(plain + shift).isoformat(timespec='minutes')}",
            code="WC010",
        )
    else:
        for candidate in (first, second):
            if local.utcoffset() == candidate.utcoffset():
                return candidate
        offsets = f"{_offset(early)} (first) or {_offset(late)} (second)"
        if local.tzinfo is None:
            raise LocalTimeError(
                plain.isoformat(timespec="minutes"),
                f"an offset, as this time comes twice in {zone_name}",
                f"Add {offsets}",
                code="WC010",
            )
    raise LocalTimeError(
        local.isoformat(timespec="minutes"),
        f"an offset that {zone_name} has then",
        f"Write {offsets}, or leave the offset out",
        code="WC010",
    )


def _offset(value: timedelta | None) -> str:
    return timezone(value or timedelta()).tzname(None).removeprefix("UTC") or "+00:00"


def later(start: datetime, minutes: int) -> datetime:
    """Return the instant some elapsed minutes after another, in the same time zone."""
    return (start.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(start.tzinfo)


def elapsed(start: datetime, end: datetime) -> int:
    """Return the elapsed minutes from one instant to another."""
    return int((end.astimezone(UTC) - start.astimezone(UTC)).total_seconds() // 60)


def as_of_day(value: date | datetime | str | None, what: str) -> date:
    """Return the day something is asked for.

    Raises:
        AsOfRequiredError: no day was given; the message says what needs it.
    """
    if value is None:
        raise AsOfRequiredError(what)
    if isinstance(value, datetime):
        return value.date()
    found = accept.day(value)
    if found is None:
        raise AsOfRequiredError(what)
    return found
