"""Session formats: what a plugin provides so that a kind of session can be planned."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias, runtime_checkable

from attrs import field, frozen

from workshopcore.model.length import Length
from workshopcore.model.options import Options, as_options

if TYPE_CHECKING:
    from workshopcore.model.agenda import Session
    from workshopcore.model.programme import Programme
    from workshopcore.model.workshop import Workshop

__all__ = [
    "FormatPlan",
    "FormatRequest",
    "GroupPlan",
    "Lasting",
    "MaterialPlan",
    "SessionFormat",
    "SheetPlan",
    "Step",
]

Lasting: TypeAlias = Literal["round", "session", "programme"]
"""How long a group stays together."""


@frozen
class FormatRequest:
    """What a format is asked for.

    Attributes:
        minutes: how long the session has.
        people: how many take part.
        options: what the programme says about this session.
        programme, workshop, session: where it stands, if it stands anywhere.
    """

    minutes: int
    people: int
    options: Options = field(factory=Options, converter=as_options, kw_only=True)
    programme: Programme | None = field(default=None, kw_only=True)
    workshop: Workshop | None = field(default=None, kw_only=True)
    session: Session | None = field(default=None, kw_only=True)


@frozen
class GroupPlan:
    """How people are split: the size of each group, and what they are called.

    Attributes:
        sizes: one number for each group, adding up to the people.
        called: such as ``groups``, ``pairs`` or ``tables``.
        note: what becomes of a remainder, such as "one three, as the number is odd".
        lasting: how long a group stays together: for a round of the session, after which
            people change groups, for the session, or for the whole programme.
        hosted: whether somebody stays in each group as its host when the others change.
    """

    sizes: tuple[int, ...] = field(converter=tuple[int, ...])
    called: str = "groups"
    note: str = field(default="", kw_only=True)
    lasting: Lasting = field(default="session", kw_only=True)
    hosted: bool = field(default=False, kw_only=True)


@frozen
class Step:
    """One step of a session.

    Attributes:
        name: what happens.
        length: how short and long it may be, in minutes, all its goes together.
        arrangement: how people sit or stand, such as "plenary" or "pairs".
        prompt: what the facilitator says or shows.
        capture: what is written down, and on what.
        minutes: how long it takes in a plan for so many minutes; ``None`` leaves it to the
            run sheet, which fits it within its length.
        times: how many goes it is made of, such as a turn for each person.
        round: which round of several it belongs to, such as "Round 2 of 3".
        groups: how people are split in this step; ``None`` where they are not.
    """

    name: str
    length: Length
    arrangement: str = field(default="plenary", kw_only=True)
    prompt: str = field(default="", kw_only=True)
    capture: str = field(default="", kw_only=True)
    minutes: int | None = field(default=None, kw_only=True)
    times: int = field(default=1, kw_only=True)
    round: str = field(default="", kw_only=True)
    groups: GroupPlan | None = field(default=None, kw_only=True)


@frozen
class MaterialPlan:
    """Something to bring, with its quantity for the whole session."""

    item: str
    quantity: int = 1


def _cells(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row) for row in rows)


@frozen
class SheetPlan:
    """A sheet that people fill in: the headings are printed, the empty cells are theirs.

    Attributes:
        title: what it is called.
        columns: the headings along the top.
        rows: the cells below them, one for each column; what stands in one is printed.
        quantity: how many are needed.
        round: which round of several it is for, such as "Round 2 of 3".
        people: whether everybody who is expected has a column of their own, after the others.

    Raises:
        ValueError: a row has more or fewer cells than there are columns.

    >>> SheetPlan("Weather report", ["Sun", "Rain"], [["", ""]]).rows
    (('', ''),)
    """

    title: str
    columns: tuple[str, ...] = field(converter=tuple[str, ...])
    rows: tuple[tuple[str, ...], ...] = field(converter=_cells)
    quantity: int = field(default=1, kw_only=True)
    round: str = field(default="", kw_only=True)
    people: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        for number, row in enumerate(self.rows):
            if len(row) != len(self.columns):
                raise ValueError(
                    f"row {number} of the sheet '{self.title}' has {len(row)} cells for"
                    f" {len(self.columns)} columns: give each column one, '' to be filled in"
                )


def _sheets(values: Iterable[SheetPlan]) -> tuple[SheetPlan, ...]:
    return tuple(values)


def _steps(values: Iterable[Step]) -> tuple[Step, ...]:
    return tuple(values)


def _materials(values: Iterable[MaterialPlan]) -> tuple[MaterialPlan, ...]:
    return tuple(values)


@frozen
class FormatPlan:
    """How a session runs: what a format answers.

    Attributes:
        steps: in order.
        groups: ``None`` when everybody works together.
        materials: what to bring.
        prompts: what to have on the wall.
        captures: what the session leaves behind.
        notes: for facilitators only, such as who presents today.
        sheets: what people fill in.
        own_words: those of the prompts that only say what stands on the wall, such as "The
            question, word for word"; a session puts them into words of its own.
    """

    steps: tuple[Step, ...] = field(converter=_steps)
    groups: GroupPlan | None = field(default=None, kw_only=True)
    materials: tuple[MaterialPlan, ...] = field(default=(), converter=_materials, kw_only=True)
    prompts: tuple[str, ...] = field(default=(), converter=tuple[str, ...], kw_only=True)
    captures: tuple[str, ...] = field(default=(), converter=tuple[str, ...], kw_only=True)
    notes: tuple[str, ...] = field(default=(), converter=tuple[str, ...], kw_only=True)
    sheets: tuple[SheetPlan, ...] = field(default=(), converter=_sheets, kw_only=True)
    own_words: tuple[str, ...] = field(default=(), converter=tuple[str, ...], kw_only=True)


@runtime_checkable
class SessionFormat(Protocol):
    """A way to run a session. Nothing needs to inherit from this.

    ``key`` is unique; those of other people's plugins are namespaced (``acme:fishbowl``).
    """

    @property
    def key(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def people(self) -> tuple[int, int]:
        """The fewest and the most people it works for."""

    def length(self, people: int, options: Options) -> Length:
        """Return how long it takes with this many people: all three bounds, in minutes.

        Raises:
            FormatError: it cannot run with so many people.
        """

    def expand(self, request: FormatRequest) -> FormatPlan:
        """Return how it runs.

        Raises:
            FormatError: it cannot run with so many people, or in so few minutes.
        """
