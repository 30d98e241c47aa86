"""A day as data: everything that timing it anew depends on, in minutes from its start."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC
from typing import Any

from workshopcore.agenda import RunSheet
from workshopcore.agenda.day import Day, Item
from workshopcore.model.agenda import AgendaItem, Parallel
from workshopcore.model.moments import elapsed
from workshopcore.model.workshop import Actual
from workshopcore.reports.live.offsets import offsets

__all__ = ["AROUND", "facts_of", "live_day"]

AROUND = 12 * 60
"""Minutes before and after a workshop during which it can be run."""

_MARGIN = 3 * 60
"""Minutes further out that the clock may be asked about: it may change near the edge."""


def live_day(sheet: RunSheet) -> dict[str, Any]:
    """Return what :meth:`~workshopcore.agenda.RunSheet.replan` knows of a planned day.

    Returns:
        ``starts``, an instant; ``minutes`` and ``finishes``; ``grid``; ``offsets`` of the wall
        clock; ``items``, depth first; and ``parallels``, each with its path and the titles of
        its tracks. What is false, empty or not there is left out of an item.
    """
    day = sheet.day
    assert day is not None, "every sheet that is planned has its day"
    return {
        "starts": day.starts.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "minutes": day.minutes,
        "finishes": elapsed(day.starts, sheet.finishes),
        "grid": day.grid,
        "offsets": offsets(day.starts, -AROUND - _MARGIN, _latest(day) + AROUND + _MARGIN),
        "items": list(_items(sheet, day)),
        "parallels": list(_parallels(day.workshop.agenda, "agenda")),
    }


def _latest(day: Day) -> int:
    """Return a minute after which nothing can be: a lock may be fixed for long after the end."""
    fixed = [item.part.start[1] for item in day.items if item.part.start is not None]
    return max([day.minutes, *fixed]) + sum(item.part.longest for item in day.items)


def _items(sheet: RunSheet, day: Day) -> Iterator[dict[str, Any]]:
    planned = sheet.numbered()
    for number, item in enumerate(day.items):
        row = planned[number]
        yield {
            "id": item.slot.id,
            "path": item.path,
            "title": day.title(number),
            "kind": item.slot.kind,
            "track": list(item.track),
            "at": elapsed(day.starts, row.start),
            "minutes": row.minutes,
            **_bounds(item),
            **({"planning": True} if number in day.planning else {}),
        }


def _bounds(item: Item) -> dict[str, Any]:
    part = item.part
    flags = {"rests": part.rests, "mayGo": part.may_go, "held": item.held}
    return {
        "shortest": part.shortest,
        "usual": part.usual,
        "longest": part.longest,
        "tier": part.tier.name.lower(),
        **({"start": list(part.start)} if part.start is not None else {}),
        **{name: True for name, there in flags.items() if there},
    }


def _parallels(agenda: Iterable[AgendaItem], path: str) -> Iterator[dict[str, Any]]:
    for number, item in enumerate(agenda):
        if isinstance(item, Parallel):
            place = f"{path}[{number}]"
            yield {"path": place, "tracks": [track.title for track in item.tracks]}
            for lane, track in enumerate(item.tracks):
                yield from _parallels(track.agenda, f"{place}.tracks[{lane}].agenda")


def facts_of(day: Day, actuals: Iterable[Actual]) -> dict[str, dict[str, Any]]:
    """Return what is on record of a day's items, by identifier, in minutes from its start."""
    known = {item.slot.id for item in day.items}
    return {
        actual.session: {
            **{
                name: day.position(moment)
                for name, moment in (("start", actual.start), ("end", actual.end))
                if moment is not None
            },
            "fate": actual.fate,
        }
        for actual in actuals
        if actual.session in known
    }
