"""Whose clock a time is on: zones by the names that calendars give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Any

from attrs import define, field

from workshopcore.errors import InvalidValueError
from workshopcore.exchange.manners import short
from workshopcore.model.moments import zone

__all__ = ["Zones"]

_UTC = frozenset({"utc", "gmt", "z", "etc/utc", "etc/gmt", "coordinated universal time"})
_RULE = re.compile(r"RRULE\s*[:;](.*)", re.IGNORECASE)
_KEPT = re.compile(
    r"(?:BEGIN|END|TZID|DTSTART|RRULE|RDATE|TZNAME|TZOFFSETFROM|TZOFFSETTO)\s*[:;]", re.IGNORECASE
)
_PROBES = (datetime(2027, 1, 15, 12), datetime(2027, 7, 15, 12))
_MOST_LINES = 2_000
_FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


@define
class Zones:
    """The zones of one calendar.

    A name that is known all over the world, or to Windows, is that zone with its rules as they
    are today: what a file says of it is often cut short or out of date. Any other name is what
    the file says it is.

    Attributes:
        described: the lines of each zone that the file describes.
        home: whose clock a time is on that names none; ``None`` for the wall clock, wherever.
    """

    described: Sequence[Sequence[str]] = ()
    home: tzinfo | None = None
    _found: dict[str, tzinfo] = field(factory=dict, init=False)

    def of(self, name: str) -> tzinfo | None:
        """Return the zone of a name.

        Raises:
            InvalidValueError: nobody knows it.
        """
        name = name.strip()
        if not name:
            return self.home
        if name not in self._found:
            self._found[name] = self._look_up(name)
        return self._found[name]

    def _look_up(self, name: str) -> tzinfo:
        known = _known(name) or self._as_described(name)
        if known is not None:
            return known
        expected = "a time zone such as Europe/London, or one that the file describes"
        cure = "Its times are taken to be on the clock where the workshop is"
        raise InvalidValueError(short(name), expected, cure)

    def _as_described(self, name: str) -> tzinfo | None:
        for lines in self.described:
            if _name_of(lines) == name:
                return _made(lines)
        return None


def _known(name: str) -> tzinfo | None:
    """Return the zone that a name has all over the world, or in Windows.

    Some programs put a path of their own before it: ``/example.org/20250101/Europe/London``.
    """
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    if name.casefold() in _UTC:
        return UTC
    if name in WINDOWS_TO_OLSON:
        return zone(WINDOWS_TO_OLSON[name])
    parts = name.strip("/").split("/")[-4:]
    for start in range(len(parts)):
        rest = "/".join(parts[start:])
        # A last part alone, such as the Dublin of a path, is no name of a zone.
        if start and "/" not in rest:
            return None
        try:
            return zone(rest)
        except InvalidValueError:
            continue
    return None


def _name_of(lines: Sequence[str]) -> str:
    found = (line.partition(":") for line in lines)
    return next((value.strip() for head, _, value in found if _is_name(head)), "")


def _is_name(head: str) -> bool:
    return head.partition(";")[0].strip().upper() == "TZID"


def _made(lines: Sequence[str]) -> tzinfo | None:
    """Return a zone as a file describes it, ``None`` where it cannot be used."""
    from icalendar import Timezone

    if len(lines) > _MOST_LINES or not all(map(_is_yearly, lines)):
        return None
    text = "\r\n".join([*_kept(lines), ""])
    try:
        described: Any = Timezone.from_ical(text)
        made: tzinfo = described.to_tz(lookup_tzid=False)
        # What cannot say its own offset is of no use later on.
        usable = all(probe.replace(tzinfo=made).utcoffset() is not None for probe in _PROBES)
    except _FAULTS:
        return None
    return made if usable else None


def _kept(lines: Sequence[str]) -> Iterator[str]:
    return (line for line in lines if _KEPT.match(line))


def _is_yearly(line: str) -> bool:
    """Return whether a line is anything but a rule that would go on for ever."""
    found = _RULE.fullmatch(line.strip())
    if found is None:
        return True
    rule = found[1].upper()
    return "FREQ=YEARLY" in rule and re.search("INTERVAL=0+(?!\\d)", rule) is None
