"""An appointment: what stands in the calendars of those who are asked to come."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Literal, TypeAlias

from attrs import field, frozen

from workshopcore.model.people import Person

__all__ = ["Appointment", "Facts", "Guest", "Status", "uid_of"]

Status: TypeAlias = Literal["TENTATIVE", "CONFIRMED", "CANCELLED"]
RolePart: TypeAlias = Literal["REQ-PARTICIPANT", "OPT-PARTICIPANT"]
Reply: TypeAlias = Literal["NEEDS-ACTION", "ACCEPTED", "TENTATIVE", "DECLINED"]
Kind: TypeAlias = Literal["workshop", "facilitation", "expert", "due"]


def uid_of(kind: Kind, programme: str, id: str) -> str:
    """Return the UID of an appointment; it stays the same for as long as the two identifiers.

    No action's task has it, even where an action is called like a workshop.

    >>> uid_of("workshop", "one-front-door", "where-now")
    'workshop.where-now@one-front-door.workshopcore'
    """
    return f"{kind}.{id}@{programme}.workshopcore"


@frozen
class Facts:
    """What makes an appointment another one when it changes: people have to look again.

    Attributes:
        start, end: instants, in UTC.
        place: where it is, its web address included.
        status: whether it stands.
    """

    start: datetime
    end: datetime
    place: str
    status: Status


@frozen
class Guest:
    """Somebody who is asked to come, and what they said to it."""

    person: Person
    role: RolePart
    reply: Reply = "NEEDS-ACTION"


def _guests(values: Iterable[Guest]) -> tuple[Guest, ...]:
    return tuple(values)


@frozen
class Appointment:
    """A workshop, or a part of one, as it stands in the calendars of its guests.

    Attributes:
        uid: which appointment it is, in every file.
        id: what its files are called.
        workshop: the workshop it is of, by identifier.
        title: what it is called there.
        start, end: instants, in the time zone in which it is held.
        place: where, in words; ``url``: the web address of one that is held online.
        status: whether it stands.
        description: what those who come should know.
        guests: who is asked to come.
    """

    uid: str
    id: str
    workshop: str
    title: str
    start: datetime
    end: datetime
    place: str
    url: str
    status: Status
    description: str
    guests: tuple[Guest, ...] = field(converter=_guests)

    @property
    def facts(self) -> Facts:
        """What people have to look at again when it changes."""
        place = f"{self.place} {self.url}".strip()
        return Facts(self.start.astimezone(UTC), self.end.astimezone(UTC), place, self.status)

    def guest(self, person: str) -> Guest | None:
        """Return somebody as a guest, ``None`` where they are not asked to come."""
        return next((guest for guest in self.guests if guest.person.id == person), None)
