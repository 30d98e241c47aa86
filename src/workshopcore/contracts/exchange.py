"""Importers and exporters: bringing other people's files in, and sending ours out.

A list of actions goes out to people and comes back changed. What comes back is *news*: for each
line what it says of an action, and what the action looked like when the list was sent out. What
to make of it is not an importer's affair but that of ``workshopcore.actions.merge``, which is
the same for every kind of file.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias, runtime_checkable

from attrs import evolve, field, frozen

from workshopcore.errors import Problem
from workshopcore.model.action import ActionStatus
from workshopcore.model.options import Options, as_options

if TYPE_CHECKING:
    from workshopcore.model.programme import Programme

__all__ = [
    "ActionNews",
    "ActionState",
    "Advance",
    "ExportRequest",
    "Exporter",
    "ImportRequest",
    "Imported",
    "Importer",
    "Matter",
]

Matter: TypeAlias = Literal["busy-time", "actions", "answers", "forms"]
"""What a file of this kind is about."""

Advance: TypeAlias = Callable[[int, int], None]
"""Called now and then with how many rows are done, and how many there are."""


def _nowhere(_done: int, _all: int) -> None:
    """Tell nobody how far it is."""


@frozen
class ActionState:
    """What a file says of an action; ``None`` is for what it does not speak of.

    Attributes:
        statement: what is to be done.
        owner: who answers for it, by identifier.
        status: where it stands.
        progress: per cent done, 0 to 100.
        due: the due date that holds.
        objective: what it serves, by identifier.
        note: the latest news of it.
    """

    statement: str | None = None
    owner: str | None = None
    status: ActionStatus | None = None
    progress: int | None = None
    due: date | None = None
    objective: str | None = None
    note: str | None = None


@frozen
class ActionNews:
    """What one line of a file says of one action.

    Attributes:
        place: where in the file, for people: ``row 7``, ``line 12``.
        said: what it says now.
        id: the action's identifier in the programme, as far as the file has one.
        known_as: what the other tool calls it, with the tool's name: ``jira:CARE-12``.
        sent: what was sent out; ``None`` where the file does not tell.
        on: the day of the news; ``None`` where the file does not tell.
    """

    place: str
    said: ActionState
    id: str = ""
    known_as: str = ""
    sent: ActionState | None = None
    on: date | None = None


def _problems(values: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(values)


@frozen
class Imported:
    """What an importer made of a file: a value, and everything in it that it could not use.

    Attributes:
        value: for ``actions`` a tuple of :class:`ActionNews`, in the order of the file; for
            ``busy-time`` a tuple of ``Busy`` and ``Poll`` (``contracts.busy_time``); for
            ``answers`` the rows of the file, each a tuple of texts, the headings first. Empty
            rows are among them, so that the first row is row 1.
        problems: each with its place in ``path`` (``row 7, column Due``, ``line 12``), what was
            found, what was expected, and the cure. The rest of the file is in ``value``.
    """

    value: Any
    problems: tuple[Problem, ...] = field(default=(), converter=_problems)

    def about(self, file: str) -> Imported:
        """Return the same, with the name of the file in every problem."""
        named = (problem._replace(file=problem.file or file) for problem in self.problems)
        return evolve(self, problems=named)


@frozen
class ImportRequest:
    """How a file is to be read.

    Attributes:
        options: the importer's own, by name: the ``mapping`` of a CSV file, for one.
        advance: called with how far it is.
    """

    options: Options = field(factory=Options, converter=as_options)
    advance: Advance = _nowhere


@frozen
class ExportRequest:
    """What is to be written.

    Attributes:
        as_of: the file tells how things stand at the end of this day.
        actions: the identifiers of the actions to write; ``None`` for all there are then.
        options: the exporter's own, by name.
        advance: called with how far it is.
        instrument: the identifier of the instrument that a form is to be of.
    """

    as_of: date
    actions: Collection[str] | None = None
    options: Options = field(factory=Options, converter=as_options)
    advance: Advance = _nowhere
    instrument: str = ""


@runtime_checkable
class Importer(Protocol):
    """Reads a file of some kind. It refuses nothing that it can report instead."""

    @property
    def key(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def matter(self) -> Matter: ...

    @property
    def suffixes(self) -> tuple[str, ...]: ...

    def read(self, data: bytes, programme: Programme, request: ImportRequest) -> Imported:
        """Return what the file says, in terms of the programme.

        Whatever the bytes are, it returns: what cannot be read is a problem with its place.
        """


@runtime_checkable
class Exporter(Protocol):
    """Writes a file of some kind: a list of ``actions``, or the ``forms`` of an instrument."""

    @property
    def key(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def matter(self) -> Matter: ...

    @property
    def suffix(self) -> str: ...

    def write(self, programme: Programme, request: ExportRequest) -> bytes:
        """Return the file. The same programme and request give the same bytes."""
