"""What is to be dated: workshops in order, the people, and everything that is asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import lcm

from attrs import field, frozen

from workshopcore.calendar.availability import Availability
from workshopcore.calendar.rules import Apart, DateRules, Hours, Wish
from workshopcore.contracts.busy_time import Answer
from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.model.programme import Closure

__all__ = ["Invitee", "Question", "Times", "Wanted"]

Times = tuple[datetime, datetime]
"""The start and the end of a workshop on the wall clock."""


@frozen
class Wanted:
    """One workshop, and what its date has to meet.

    Attributes:
        id, title: what it is called.
        wish: what it asks, with everything said: its hours, its days, who must be there.
        time_zone: where its wall clock is.
        held: its times, where they are given; nothing else is asked of it then.
        fact: whether it has begun, so that its times cannot be otherwise.
        agreed: its times, where moving it away from them is to be avoided.
        leaving: whether it cannot stay there.
        recorded: what people said of those times, or whether they came.
    """

    id: str
    title: str
    wish: Wish
    time_zone: str = "UTC"
    held: Times | None = None
    fact: bool = False
    agreed: Times | None = None
    leaving: bool = False
    recorded: Mapping[str, Answer] = field(factory=dict)

    @property
    def hours(self) -> tuple[Hours, ...]:
        """From when to when it may go."""
        return self.wish.hours or (Hours("09:30", "16:30"),)

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return self.wish.days or 1


@frozen
class Invitee:
    """Somebody who may be invited, or needed.

    Attributes:
        id, name: what they are called.
        weight: what their presence counts.
        joined, left: the days between which they belong to the team.
        participates: whether they are invited wherever nobody says who is.
    """

    id: str
    name: str
    weight: Decimal = Decimal(1)
    joined: date | None = None
    left: date | None = None
    participates: bool = True


@frozen(eq=False)
class Question:
    """Everything that the choice of dates depends on.

    Attributes:
        workshops: in the order in which they are to be held.
        people: those who may be invited.
        availability: when they, and rooms, are free.
        rules: the house's.
        closures: when there is no workshop.
        first, last: the days between which anything may take place.
        today: the day after which it has to be; ``None`` where that is no matter.
    """

    workshops: tuple[Wanted, ...]
    people: tuple[Invitee, ...]
    availability: Availability
    rules: DateRules
    closures: tuple[Closure, ...]
    first: date
    last: date
    today: date | None = None

    def __attrs_post_init__(self) -> None:
        for wanted in self.workshops:
            _check_hours(wanted)
            self._check_names(wanted)
        for person in self.people:
            if person.weight < 0:
                raise InvalidValueError(person.weight, f"a weight of {person.name} of 0 or more")

    def _check_names(self, wanted: Wanted) -> None:
        wish = wanted.wish
        for name in (*(wish.invited or ()), *(wish.required or ())):
            if name not in self.by_id:
                raise UnknownKeyError("person", name, self.by_id)
        for name in wish.rooms or ():
            if name not in self.availability.names:
                raise UnknownKeyError("room with known times", name, self.availability.names)

    @cached_property
    def by_id(self) -> dict[str, int]:
        """The place of every person."""
        return {person.id: number for number, person in enumerate(self.people)}

    def named(self, person: str) -> str:
        """Return somebody's name."""
        return self.people[self.by_id[person]].name

    @cached_property
    def scale(self) -> int:
        """What a weight of 1 counts, so that all weights are whole."""
        return lcm(*(person.weight.as_integer_ratio()[1] for person in self.people))

    @cached_property
    def weights(self) -> tuple[int, ...]:
        """The weight of every person, times the scale."""
        return tuple(int(Fraction(person.weight) * self.scale) for person in self.people)

    def apart(self, number: int) -> Apart:
        """Return how far a workshop is to be from the one before it."""
        return self.workshops[number].wish.apart or self.rules.apart


def _check_hours(wanted: Wanted) -> None:
    for hours in wanted.hours:
        if wanted.days == 1 and hours.end <= hours.start:
            found = f"{hours.start:%H:%M} to {hours.end:%H:%M}"
            raise InvalidValueError(found, f"hours of '{wanted.title}' that end after they start")
