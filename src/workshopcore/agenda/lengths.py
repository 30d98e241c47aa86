"""How long an agenda item may take: what the session says, within what its format allows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workshopcore.agenda.fitting import fit
from workshopcore.contracts.formats import SessionFormat
from workshopcore.errors import AgendaError, WorkshopCoreError
from workshopcore.model.agenda import Break, Buffer, Lunch, Session, Slot
from workshopcore.model.length import Length

__all__ = ["Bounds", "effective", "fit_lengths"]

Bounds = tuple[int, int, int]
"""Shortest, usual and longest minutes, all known."""

# Practice norms for what has no format.
_PAUSES: dict[type[Slot], Bounds] = {
    Break: (10, 15, 20),
    Lunch: (40, 45, 60),
    Buffer: (0, 10, 20),
}


def effective(slot: Slot, people: int, formats: Mapping[str, SessionFormat]) -> Bounds:
    """Return the bounds of an item in minutes.

    What is given goes; a bound left open is the format's for this many people, moved where it
    must to keep the three in order.

    Raises:
        AgendaError: neither the session nor an installed format says how long it takes.
    """
    own = slot.minutes or Length()
    norm = _norm(slot, people, formats)
    if norm is None:
        return _own(slot, own)
    shortest, usual, longest = norm
    if own.usual is not None:
        usual = own.usual
    if own.shortest is not None and own.longest is not None:
        low, high = own.shortest, own.longest
        if isinstance(slot, Session):
            low, high = max(low, shortest), min(high, longest)
        # The range is the session's within the format's. Where the two do not meet, the
        # session's own word goes; a pause has nothing but its own.
        shortest, longest = (low, high) if low <= high else (own.shortest, own.longest)
        return shortest, min(max(usual, shortest), longest), longest
    shortest = min(shortest, usual) if own.shortest is None else own.shortest
    longest = max(longest, usual) if own.longest is None else own.longest
    usual = max(usual, shortest)
    return shortest, usual, max(longest, usual)


def _own(slot: Slot, own: Length) -> Bounds:
    if own.usual is None:
        wanted = f", or install the format '{slot.format}'" if isinstance(slot, Session) else ""
        raise AgendaError(f"no length for '{slot.name}': give it minutes{wanted}")
    shortest = own.usual if own.shortest is None else own.shortest
    return shortest, own.usual, own.usual if own.longest is None else own.longest


def _norm(slot: Slot, people: int, formats: Mapping[str, SessionFormat]) -> Bounds | None:
    if not isinstance(slot, Session):
        return _PAUSES[type(slot)]
    found = formats.get(slot.format)
    if found is None:
        return None
    least, most = found.people
    try:
        length = found.length(min(max(people, least), most), slot.options)
    except WorkshopCoreError:
        return None
    if length.shortest is None or length.usual is None or length.longest is None:
        return None
    return length.shortest, length.usual, length.longest


def fit_lengths(lengths: Iterable[Length], minutes: int) -> tuple[int, ...]:
    """Return how many whole minutes each of some steps gets of a session's.

    >>> fit_lengths([Length(5, 8, 10), Length(15, 25, 30)], 28)
    (7, 21)
    """
    return fit([_bounds(length) for length in lengths], minutes, grid=1).minutes


def _bounds(length: Length) -> Bounds:
    usual = length.usual or 0
    shortest = usual if length.shortest is None else length.shortest
    return shortest, usual, usual if length.longest is None else length.longest
