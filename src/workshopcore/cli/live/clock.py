"""What time it is at a workshop, and whether the workshop is on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from typing import TypeAlias

from workshopcore.agenda import RunSheet
from workshopcore.cli.live.state import AFTERWARDS
from workshopcore.cli.program import Refusal
from workshopcore.model.moments import elapsed, later

__all__ = ["BEFOREHAND", "Clock", "check_on", "clock_in", "rehearsal_clock"]

Clock: TypeAlias = Callable[[], datetime]
"""Returns the moment it is, as an instant in the workshop's time zone."""

BEFOREHAND = 12 * 60
"""Minutes before its planned start from which a live run sheet may be opened."""


def clock_in(zone: tzinfo | None) -> Clock:
    """Return this machine's clock in a time zone."""
    return lambda: datetime.now(UTC).astimezone(zone)


def rehearsal_clock(clock: Clock, begins: datetime) -> Clock:
    """Return a clock that shows some other moment now, and goes on from there."""
    opened = clock()
    return lambda: (begins.astimezone(UTC) + (clock() - opened)).astimezone(begins.tzinfo)


def check_on(sheet: RunSheet, now: datetime, cure: str, early: int = 0) -> None:
    """Refuse a moment at which a workshop is not on.

    Args:
        sheet: the workshop's run sheet.
        now: the moment.
        cure: what to do instead.
        early: minutes before its start that still count.

    Raises:
        Refusal: it is not on.
    """
    if -early <= elapsed(sheet.starts, now) and now <= later(sheet.ends, AFTERWARDS):
        return
    raise Refusal(
        f"'{sheet.workshop.title}' is from {sheet.starts:%Y-%m-%d %H:%M} to"
        f" {sheet.ends:%Y-%m-%d %H:%M}, and there it is now {now:%Y-%m-%d %H:%M}: {cure}"
    )
