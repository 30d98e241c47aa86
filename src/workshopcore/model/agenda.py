"""The agenda of a workshop: sessions, breaks, buffers and parallel tracks.

Nothing here has a clock time of its own, except where it is locked: times are derived.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, time
from typing import ClassVar, Literal, TypeAlias

from attrs import field, frozen

from workshopcore.errors import InvalidValueError
from workshopcore.language import gettext_noop
from workshopcore.model import accept
from workshopcore.model.entity import checked
from workshopcore.model.identifiers import identify
from workshopcore.model.length import Length, as_length
from workshopcore.model.options import Options, as_options

__all__ = [
    "AgendaItem",
    "Break",
    "Buffer",
    "Lunch",
    "Parallel",
    "Priority",
    "Session",
    "Slot",
    "Track",
    "as_agenda",
    "slots",
]

Priority: TypeAlias = Literal["must", "should", "could"]
SessionKind: TypeAlias = Literal["content", "opening", "closing"]
Lock: TypeAlias = "time | datetime"


@checked
@frozen(slots=False)
class Slot:
    """What sessions and breaks have in common; use one of its subclasses.

    Attributes:
        minutes: usual minutes, or (shortest, usual, longest); left out, the format's own.
        start: a lock: the clock time at which it starts, next after what stands before it,
            or a date and time.
        window: a softer lock: the earliest and the latest start.
        room: a room of the workshop's venue.
    """

    kind: ClassVar[str] = "slot"
    default_title: ClassVar[str] = ""

    minutes: Length | None = field(default=None, converter=as_length)
    title: str = field(default="", converter=accept.text, kw_only=True)
    id: str = field(default="", converter=accept.entity_id, kw_only=True)
    start: time | datetime | None = field(default=None, converter=accept.clock, kw_only=True)
    window: tuple[time | datetime, time | datetime] | None = field(
        default=None, converter=accept.window, kw_only=True
    )
    room: str = field(default="", converter=accept.reference, kw_only=True, metadata={"to": "room"})

    def __attrs_post_init__(self) -> None:
        if not self.id:
            identify(self, self.name, self.kind)
        if self.start is not None and self.window is not None:
            raise InvalidValueError("both", "either a start or a window", field="window")

    @property
    def name(self) -> str:
        """What to call it: its title, or what stands for one."""
        return self.title or self.default_title


@checked
@frozen(slots=False)
class Break(Slot):
    """A pause.

    >>> Break(15).minutes.usual
    15
    """

    kind: ClassVar[str] = "break"
    default_title: ClassVar[str] = gettext_noop("Break")


@checked
@frozen(slots=False)
class Lunch(Slot):
    """The midday meal."""

    kind: ClassVar[str] = "lunch"
    default_title: ClassVar[str] = gettext_noop("Lunch")


@checked
@frozen(slots=False)
class Buffer(Slot):
    """Time kept free on purpose: the first to give when the day runs late."""

    kind: ClassVar[str] = "buffer"
    default_title: ClassVar[str] = gettext_noop("Buffer")


@checked
@frozen(slots=False)
class Session(Slot):
    """Something the group does.

    Attributes:
        format: the key of a session format, such as ``check-in`` or ``acme:fishbowl``;
            ``""`` for one that follows no format, which then needs a title.
        purpose: why it is there.
        priority: what goes last when time is short.
        frame: whether it opens or closes the day.
        lead: who leads it.
        energy: how much it asks of people, 1 (calm) to 5 (lively).
        options: what the format wants to know; kept as it is where the format is missing.
        outputs: what it should bring out.
        plan_b: what to do if it cannot run as planned.
        notes: for facilitators only.

    >>> Session("check-in").name
    'Check in'
    """

    kind: ClassVar[str] = "session"

    format: str = field(default="", converter=accept.text)
    minutes: Length | None = field(default=None, converter=as_length, kw_only=True)
    purpose: str = field(default="", converter=accept.text, kw_only=True)
    priority: Priority = field(default="should", validator=accept.one_of(Priority), kw_only=True)
    frame: SessionKind = field(
        default="content", validator=accept.one_of(SessionKind), kw_only=True
    )
    lead: tuple[str, ...] = field(
        default=(), converter=accept.references, kw_only=True, metadata={"to": "person"}
    )
    energy: int | None = field(default=None, validator=accept.count(1, 5), kw_only=True)
    aims: tuple[str, ...] = field(
        default=(), converter=accept.references, kw_only=True, metadata={"to": "objective"}
    )
    options: Options = field(factory=Options, converter=as_options, kw_only=True)
    outputs: tuple[str, ...] = field(default=(), converter=accept.texts, kw_only=True)
    plan_b: str = field(default="", converter=accept.text, kw_only=True)
    notes: str = field(default="", converter=accept.text, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.title and not self.format:
            raise InvalidValueError("neither", "a format or a title")
        Slot.__attrs_post_init__(self)

    @property
    def name(self) -> str:
        """Its title, or its format's key in words."""
        words = self.format.rpartition(":")[2].replace("-", " ").strip()
        return self.title or words[:1].upper() + words[1:] or "Session"


def _track_agenda(values: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    return as_agenda(values)


@checked
@frozen(slots=False)
class Track:
    """One of several strands that run at the same time."""

    title: str = field(converter=accept.title)
    agenda: tuple[AgendaItem, ...] = field(converter=_track_agenda)
    id: str = field(default="", converter=accept.entity_id, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identify(self, self.title, "track")


def as_tracks(values: Iterable[Track]) -> tuple[Track, ...]:
    """Accept two tracks or more."""
    found = accept.items(values, Track)
    if len(found) < 2:
        raise InvalidValueError(values, "two tracks or more")
    return found


@checked
@frozen(slots=False)
class Parallel:
    """Tracks that run side by side and start together."""

    kind: ClassVar[str] = "parallel"

    tracks: tuple[Track, ...] = field(converter=as_tracks)
    title: str = field(default="", converter=accept.text, kw_only=True)
    id: str = field(default="", converter=accept.entity_id, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identify(self, self.title, "parallel")


AgendaItem: TypeAlias = Session | Break | Lunch | Buffer | Parallel


def as_agenda(values: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Accept agenda items."""
    return accept.items(values, Session | Break | Lunch | Buffer | Parallel)  # type: ignore[arg-type]


def slots(agenda: Iterable[AgendaItem], path: str = "agenda") -> Iterator[tuple[str, Slot]]:
    """Yield every session, break, lunch and buffer with its path, tracks included, in order."""
    for number, item in enumerate(agenda):
        place = f"{path}[{number}]"
        if isinstance(item, Parallel):
            for lane, track in enumerate(item.tracks):
                yield from slots(track.agenda, f"{place}.tracks[{lane}].agenda")
        else:
            yield place, item
