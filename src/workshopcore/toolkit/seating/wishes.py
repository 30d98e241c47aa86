"""What is asked of groups beyond what the formats say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, fields, frozen

from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.groups.effort import BUDGET
from workshopcore.model.programme import Programme

__all__ = ["Wishes"]

_MOST = 1000


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return _listed(values, "a list of people, by identifier")


def _attributes(values: Iterable[str]) -> tuple[str, ...]:
    return _listed(values, "a list of fields of a person, such as service")


def _sets(values: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    if isinstance(values, (str, bytes)) or not isinstance(values, Iterable):
        raise InvalidValueError(values, "a list of sets of people")
    return tuple(_names(each) for each in values)


def _listed(values: Iterable[str], expected: str) -> tuple[str, ...]:
    if isinstance(values, (str, bytes)) or not isinstance(values, Iterable):
        raise InvalidValueError(values, expected)
    return tuple(values)


@frozen(kw_only=True)
class Wishes:
    """What is asked of groups beyond what the formats say. People are named by identifier.

    Attributes:
        apart: people who never sit together, each with everybody else of their set.
        together: people who always sit together.
        hosts: who stays at a table where others move on; as many more as are needed are chosen.
        balance: fields of people to spread evenly over the groups, such as ``service``.
        absent: who does not come.
        size: for one session, about how many sit in a group; left out, as its format says.
        rounds: with ``size``, for how many rounds.
        seed: another seed gives other groups.
        budget: how many swaps may be looked at in all.
    """

    apart: tuple[tuple[str, ...], ...] = field(default=(), converter=_sets)
    together: tuple[tuple[str, ...], ...] = field(default=(), converter=_sets)
    hosts: tuple[str, ...] = field(default=(), converter=_names)
    balance: tuple[str, ...] = field(default=(), converter=_attributes)
    absent: tuple[str, ...] = field(default=(), converter=_names)
    size: int | None = None
    rounds: int | None = None
    seed: int = 0
    budget: int = BUDGET

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Wishes:
        """Return wishes by their names.

        Raises:
            UnknownKeyError: there is none of a name.
        """
        known = [each.name for each in fields(cls)]
        for name in given:
            if name not in known:
                raise UnknownKeyError("wish", name, known)
        return cls(**given)

    def checked(self, programme: Programme, one_session: bool) -> Wishes:
        """Return the wishes, or refuse them.

        Raises:
            InvalidValueError: a number makes no sense, or size and rounds are asked for more
                than one session.
            UnknownKeyError: somebody is not on the programme.
        """
        sets = (*self.apart, *self.together, self.hosts, self.absent)
        for name in (name for each in sets for name in each):
            programme.person(name)
        for value, least, what in ((self.size, 2, "size"), (self.rounds, 1, "rounds")):
            if value is None:
                continue
            if value.__class__ is not int or not least <= value <= _MOST:
                raise InvalidValueError(value, f"a whole number from {least} to {_MOST} for {what}")
            if not one_session:
                raise InvalidValueError(value, f"one session to go with {what}", "Name a session")
        if self.rounds is not None and self.size is None:
            raise InvalidValueError(None, "a size to go with rounds", "Say how many sit in a group")
        if self.budget.__class__ is not int or self.budget < 0:
            raise InvalidValueError(self.budget, "a whole number of 0 or more for the budget")
        return self
