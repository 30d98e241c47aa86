"""People, the organisation they work for, and the facilitators' own details."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from attrs import field, frozen

from workshopcore.errors import InvalidValueError
from workshopcore.model import accept
from workshopcore.model.entity import checked
from workshopcore.model.identifiers import identify
from workshopcore.model.money import Money, as_money

__all__ = [
    "Facilitator",
    "Organisation",
    "Person",
    "Role",
    "as_facilitators",
    "as_organisation",
    "as_people",
]

Role: TypeAlias = Literal["participant", "facilitator", "expert", "sponsor", "observer"]
Function: TypeAlias = Literal["lead", "co", "scribe"]


@checked
@frozen(slots=False)
class Organisation:
    """Who the programme is for.

    Attributes:
        sponsor: the person who answers for the programme there.
        confidentiality: the terms agreed, in words.
    """

    name: str = field(converter=accept.title)
    sector: str = field(default="", converter=accept.text, kw_only=True)
    sponsor: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "person"}
    )
    confidentiality: str = field(default="", converter=accept.text, kw_only=True)


def as_organisation(value: Organisation | str | None) -> Organisation | None:
    """Accept an organisation, or just its name."""
    if value is None or isinstance(value, Organisation):
        return value
    if isinstance(value, str):
        return Organisation(value)
    raise InvalidValueError(value, "an organisation, or its name")


@checked
@frozen(slots=False)
class Person:
    """Somebody on the programme.

    Attributes:
        name: as it appears on papers.
        role: what they are to the programme; one person has one.
        position: their post, such as "Head of service".
        service, site, band: groupings for mixing and balance; ``band`` is confidential.
        required: a decision session needs them, or a delegate.
        weight: how much their presence counts when dates are chosen.
        access_needs: what they need to take part; for facilitators only.
        joined, left: the days between which they belong to the team (both included).
        successor: the person who took over from them.
        pseudonymised: the day on which their name was taken out of the programme.
    """

    name: str = field(converter=accept.title)
    role: Role = field(default="participant", validator=accept.one_of(Role))
    id: str = field(default="", converter=accept.entity_id, kw_only=True)
    position: str = field(default="", converter=accept.text, kw_only=True)
    service: str = field(default="", converter=accept.text, kw_only=True)
    site: str = field(default="", converter=accept.text, kw_only=True)
    band: str = field(default="", converter=accept.text, kw_only=True)
    email: str = field(default="", converter=accept.text, kw_only=True)
    required: bool = field(default=False, converter=accept.flag, kw_only=True)
    weight: Decimal | None = field(default=None, converter=accept.decimal, kw_only=True)
    access_needs: str = field(default="", converter=accept.text, kw_only=True)
    joined: date | None = field(default=None, converter=accept.day, kw_only=True)
    left: date | None = field(default=None, converter=accept.day, kw_only=True)
    successor: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "person"}
    )
    pseudonymised: date | None = field(default=None, converter=accept.day, kw_only=True)

    def __attrs_post_init__(self) -> None:
        identify(self, self.name, "person")

    def belongs(self, on: date) -> bool:
        """Return whether they belong to the programme on a day."""
        return (self.joined is None or self.joined <= on) and (self.left is None or on <= self.left)

    def state(self, as_of: date) -> str:
        """Return ``invited``, ``active``, ``left`` or ``replaced`` at the end of a day."""
        if self.joined is not None and as_of < self.joined:
            return "invited"
        if self.left is None or as_of <= self.left:
            return "active"
        return "replaced" if self.successor else "left"


def as_people(values: Iterable[Person]) -> tuple[Person, ...]:
    """Accept people."""
    return accept.items(values, Person)


@checked
@frozen(slots=False)
class Facilitator:
    """What is known of a facilitator beyond the person.

    Attributes:
        person: the person, with the role ``facilitator``.
        function: lead, co or scribe.
        day_rate: the fee for a day.
        competencies: such as the IAF core competencies A to F.
    """

    person: str = field(converter=accept.reference, metadata={"to": "person"})
    function: Function = field(default="lead", validator=accept.one_of(Function))
    day_rate: Money | None = field(default=None, converter=as_money, kw_only=True)
    competencies: tuple[str, ...] = field(default=(), converter=accept.texts, kw_only=True)


def as_facilitators(values: Iterable[Facilitator]) -> tuple[Facilitator, ...]:
    """Accept facilitators' details."""
    return accept.items(values, Facilitator)
