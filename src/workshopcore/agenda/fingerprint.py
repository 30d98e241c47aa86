"""What tells whether two agendas are the same, so that times of one may go to the other."""

from __future__ import annotations

from hashlib import sha256

from workshopcore.model.workshop import Workshop

__all__ = ["agenda_fingerprint"]

_DIGITS = 16


def agenda_fingerprint(workshop: Workshop) -> str:
    """Return a few digits that change when the items of a workshop, or their places, do.

    Titles, lengths and notes may be reworded meanwhile: an identifier still means the same
    item of the agenda.

    >>> from workshopcore.model.agenda import Break
    >>> def day(*agenda):
    ...     hours = {"start": "2027-01-19T09:00", "end": "2027-01-19T12:00"}
    ...     return Workshop("A day", agenda=agenda, **hours)
    >>> agenda_fingerprint(day(Break(15))) == agenda_fingerprint(day(Break(20)))
    True
    >>> agenda_fingerprint(day(Break(15))) == agenda_fingerprint(day(Break(15), Break(15)))
    False
    """
    lines = [f"{path} {slot.id} {slot.kind}\n" for path, slot in workshop.slots()]
    return sha256("".join(lines).encode()).hexdigest()[:_DIGITS]
