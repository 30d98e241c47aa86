"""A workshop: what is planned for it, and what is recorded of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Literal, TypeAlias

from attrs import field, frozen

from workshopcore.errors import InvalidValueError
from workshopcore.model import accept
from workshopcore.model.agenda import AgendaItem, Session, Slot, as_agenda, slots
from workshopcore.model.entity import checked
from workshopcore.model.identifiers import identify
from workshopcore.model.lifecycle import WORKSHOP, Event, as_events
from workshopcore.model.moments import time_zone

__all__ = [
    "Actual",
    "Attachment",
    "Attendance",
    "AttendanceStatus",
    "Capture",
    "Group",
    "GroupAllocation",
    "Material",
    "Mode",
    "Room",
    "Venue",
    "Workshop",
    "as_workshops",
]

Mode: TypeAlias = Literal["in-person", "online", "hybrid"]
AttendanceStatus: TypeAlias = Literal[
    "invited", "accepted", "tentative", "declined", "attended", "part", "apology", "no-show"
]
AllocationStatus: TypeAlias = Literal["proposed", "locked", "actual"]
Per: TypeAlias = Literal["workshop", "group", "person"]
Fate: TypeAlias = Literal["done", "cut", "moved"]


def _start(value: datetime | str) -> datetime:
    found = accept.moment(value)
    if found is None:
        raise InvalidValueError(value, "a date and time such as 2027-01-19T09:30")
    return found


@checked
@frozen(slots=False)
class Room:
    """A room: ``capacity`` in people, ``wall`` in metres of usable wall."""

    name: str = field(converter=accept.title)
    id: str = field(default="", converter=accept.entity_id, kw_only=True)
    capacity: int | None = field(default=None, validator=accept.count(1, 100_000), kw_only=True)
    layout: str = field(default="", converter=accept.text, kw_only=True)
    wall: int | None = field(default=None, validator=accept.count(0, 10_000), kw_only=True)
    breakout: bool = field(default=False, converter=accept.flag, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identify(self, self.name, "room")


def _rooms(values: Iterable[Room]) -> tuple[Room, ...]:
    return accept.items(values, Room)


@checked
@frozen(slots=False)
class Venue:
    """Where a workshop is held: how to get there, and how everybody can take part."""

    name: str = field(converter=accept.title)
    address: str = field(default="", converter=accept.text, kw_only=True)
    travel: str = field(default="", converter=accept.text, kw_only=True)
    access: str = field(default="", converter=accept.text, kw_only=True)
    rooms: tuple[Room, ...] = field(default=(), converter=_rooms, kw_only=True)


def _venue(value: Venue | str | None) -> Venue | None:
    if value is None or isinstance(value, Venue):
        return value
    if isinstance(value, str):
        return Venue(value)
    raise InvalidValueError(value, "a venue, or its name")


@checked
@frozen(slots=False)
class Material:
    """Something to bring: ``quantity`` per workshop, per group or per person."""

    item: str = field(converter=accept.title)
    quantity: int | None = field(default=None, validator=accept.count(0, 1_000_000), kw_only=True)
    per: Per = field(default="workshop", validator=accept.one_of(Per), kw_only=True)
    session: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "own-session"}
    )
    note: str = field(default="", converter=accept.text, kw_only=True)


def _materials(values: Iterable[Material]) -> tuple[Material, ...]:
    return accept.items(values, Material)


@checked
@frozen(slots=False)
class Attendance:
    """Whether somebody came.

    Attributes:
        status: before the day invited, accepted, tentative or declined; after it attended,
            part (of the day), apology or no-show.
        arrived, left: wall-clock times, for those who came for part of it.
        substitute: who came in their place.
    """

    person: str = field(converter=accept.reference, metadata={"to": "person"})
    status: AttendanceStatus = field(default="attended", validator=accept.one_of(AttendanceStatus))
    arrived: datetime | None = field(default=None, converter=accept.moment, kw_only=True)
    left: datetime | None = field(default=None, converter=accept.moment, kw_only=True)
    substitute: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "person"}
    )
    note: str = field(default="", converter=accept.text, kw_only=True)

    @property
    def present(self) -> bool:
        """Whether they were there, for the whole day or part of it."""
        return self.status in ("attended", "part")


def _attendance(values: Iterable[Attendance]) -> tuple[Attendance, ...]:
    return accept.items(values, Attendance)


@checked
@frozen(slots=False)
class Group:
    """People who work together in one round."""

    members: tuple[str, ...] = field(converter=accept.references, metadata={"to": "person"})
    name: str = field(default="", converter=accept.text, kw_only=True)
    host: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "person"}
    )


def _groups(values: Iterable[Group]) -> tuple[Group, ...]:
    return accept.items(values, Group)


@checked
@frozen(slots=False)
class GroupAllocation:
    """Who works with whom in a round (counted from 1) of a session."""

    session: str = field(converter=accept.reference, metadata={"to": "own-session"})
    groups: tuple[Group, ...] = field(converter=_groups)
    round: int = field(default=1, validator=accept.count(1, 1000), kw_only=True)
    status: AllocationStatus = field(
        default="proposed", validator=accept.one_of(AllocationStatus), kw_only=True
    )


def _allocations(values: Iterable[GroupAllocation]) -> tuple[GroupAllocation, ...]:
    return accept.items(values, GroupAllocation)


@checked
@frozen(slots=False)
class Capture:
    """Something a session brought out, word for word."""

    session: str = field(converter=accept.reference, metadata={"to": "own-session"})
    text: str = field(converter=accept.title)
    label: str = field(default="", converter=accept.text, kw_only=True)


def _captures(values: Iterable[Capture]) -> tuple[Capture, ...]:
    return accept.items(values, Capture)


@checked
@frozen(slots=False)
class Actual:
    """When a session really ran (wall-clock times), or that it was cut or moved."""

    session: str = field(converter=accept.reference, metadata={"to": "own-session"})
    start: datetime | None = field(default=None, converter=accept.moment)
    end: datetime | None = field(default=None, converter=accept.moment)
    fate: Fate = field(default="done", validator=accept.one_of(Fate), kw_only=True)
    note: str = field(default="", converter=accept.text, kw_only=True)


def _hash(value: str) -> str:
    return value if value == "" else accept.sha256(value)


@checked
@frozen(slots=False)
class Attachment:
    """A photograph or another file that belongs to the record; the file itself lies elsewhere.

    Attributes:
        path: where it is: a path beside the programme file, or an address.
        sha256: its hash, so that anybody can tell whether it is still the same file.
        caption: what it shows, for those who cannot see it too.
        session: the session it is from; left out, the whole workshop.
    """

    path: str = field(converter=accept.title)
    sha256: str = field(default="", converter=_hash)
    caption: str = field(default="", converter=accept.text, kw_only=True)
    session: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "own-session"}
    )


def _attachments(values: Iterable[Attachment]) -> tuple[Attachment, ...]:
    return accept.items(values, Attachment)


def _actuals(values: Iterable[Actual]) -> tuple[Actual, ...]:
    return accept.items(values, Actual)


@checked
@frozen(slots=False)
class Workshop:
    """One workshop of the programme.

    Attributes:
        phase: the phase it belongs to; one of the kinds of phase will do.
        start, end: wall-clock local times.
        time_zone: an IANA name; left out, the programme's.
        aims: the objectives it works towards.
        facilitators: who runs it; left out, the programme's facilitators.
        invited: who should come; left out, every participant of the day.
        decides: whether it is to take decisions, so that required people must be there.
        attendance, allocations, captures, actuals, attachments, events: the record.

    Times are checked when the programme is built, because the zone may be the programme's.
    """

    title: str = field(converter=accept.title)
    phase: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "phase"}
    )
    start: datetime = field(converter=_start, kw_only=True)
    end: datetime = field(converter=_start, kw_only=True)
    id: str = field(default="", converter=accept.entity_id, kw_only=True)
    time_zone: str = field(default="", converter=time_zone, kw_only=True)
    mode: Mode = field(default="in-person", validator=accept.one_of(Mode), kw_only=True)
    venue: Venue | None = field(default=None, converter=_venue, kw_only=True)
    capacity: int | None = field(default=None, validator=accept.count(1, 100_000), kw_only=True)
    purpose: str = field(default="", converter=accept.text, kw_only=True)
    aims: tuple[str, ...] = field(
        default=(), converter=accept.references, kw_only=True, metadata={"to": "objective"}
    )
    outputs: tuple[str, ...] = field(default=(), converter=accept.texts, kw_only=True)
    pre_work: tuple[str, ...] = field(default=(), converter=accept.texts, kw_only=True)
    decides: bool = field(default=False, converter=accept.flag, kw_only=True)
    facilitators: tuple[str, ...] = field(
        default=(), converter=accept.references, kw_only=True, metadata={"to": "person"}
    )
    invited: tuple[str, ...] = field(
        default=(), converter=accept.references, kw_only=True, metadata={"to": "person"}
    )
    agenda: tuple[AgendaItem, ...] = field(default=(), converter=as_agenda, kw_only=True)
    materials: tuple[Material, ...] = field(default=(), converter=_materials, kw_only=True)
    attendance: tuple[Attendance, ...] = field(default=(), converter=_attendance, kw_only=True)
    allocations: tuple[GroupAllocation, ...] = field(
        default=(), converter=_allocations, kw_only=True
    )
    captures: tuple[Capture, ...] = field(default=(), converter=_captures, kw_only=True)
    actuals: tuple[Actual, ...] = field(default=(), converter=_actuals, kw_only=True)
    attachments: tuple[Attachment, ...] = field(default=(), converter=_attachments, kw_only=True)
    events: tuple[Event, ...] = field(default=(), converter=as_events, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identify(self, self.title, "workshop")

    @property
    def day(self) -> date:
        """The calendar day on which it starts."""
        return self.start.date()

    def state(self, as_of: date) -> str:
        """Return its state at the end of a day."""
        return WORKSHOP.state(self.events, as_of)

    def slots(self) -> Iterator[tuple[str, Slot]]:
        """Yield every slot of the agenda with its path, in order, tracks included."""
        return slots(self.agenda)

    def sessions(self) -> tuple[Session, ...]:
        """Return the sessions in order, those of parallel tracks included."""
        return tuple(slot for _, slot in self.slots() if isinstance(slot, Session))

    def attendance_of(self, person: str) -> Attendance | None:
        """Return what is recorded of somebody's attendance."""
        return next((entry for entry in self.attendance if entry.person == person), None)


def as_workshops(values: Iterable[Workshop]) -> tuple[Workshop, ...]:
    """Accept workshops."""
    return accept.items(values, Workshop)
