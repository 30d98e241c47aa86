"""Which workshops there have been, as far as anybody knew on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop

__all__ = ["Held", "HeldWorkshops", "Moment", "held_by", "is_live", "latest"]

_OFF = frozenset({"cancelled", "postponed"})
_HELD = frozenset({"delivered", "written-up", "closed"})


class Held(NamedTuple):
    """A workshop that was held, with its first and last day."""

    id: str
    first: date
    last: date


class HeldWorkshops(NamedTuple):
    """The workshops there have been, in order of days."""

    days: tuple[date, ...]
    workshops: tuple[Held, ...]


class Moment(NamedTuple):
    """A moment at which actions are looked at.

    Attributes:
        last: the last day of which anything counts.
        on: the day on which age and lateness are counted: the same, or the day after it.
        held: the workshops that had begun by the end of ``last``.
    """

    last: date
    on: date
    held: HeldWorkshops


def is_live(workshop: Workshop, on: date) -> bool:
    """Return whether a workshop is neither cancelled nor postponed at the end of a day."""
    return workshop.state(on) not in _OFF


def latest(programme: Programme, last: date) -> Workshop | None:
    """Return the last live workshop that began by the end of a day, ``None`` before the first."""
    begun = [w for w in programme.workshops if w.day <= last and is_live(w, last)]
    return max(begun, key=lambda workshop: workshop.day, default=None)


def held_by(programme: Programme, last: date) -> HeldWorkshops:
    """Return the workshops that had begun by the end of a day.

    A workshop was held if something of it is on record: that it was delivered, who came, what
    a session brought out, or that it reviewed an action or agreed one.
    """
    begun = [(w, w.state(last)) for w in programme.workshops if w.day <= last]
    live = {w.id: _is_recorded(w, state) for w, state in begun if state not in _OFF}
    if not all(live.values()):
        live |= dict.fromkeys(live.keys() & set(_named(programme, last)), True)
    held = [Held(w.id, w.day, w.end.date()) for w, _ in begun if live.get(w.id)]
    held.sort(key=lambda each: each.first)
    return HeldWorkshops(tuple(each.first for each in held), tuple(held))


def _is_recorded(workshop: Workshop, state: str) -> bool:
    return bool(
        state in _HELD
        or workshop.captures
        or workshop.actuals
        or any(entry.present for entry in workshop.attendance)
    )


def _named(programme: Programme, last: date) -> Iterator[str]:
    """Yield the workshops that actions were reviewed at, or came from."""
    for action in programme.actions:
        if action.born is not None and action.born <= last:
            yield action.origin.partition("/")[0]
        for review in action.reviews:
            if review.on <= last:
                yield review.workshop
