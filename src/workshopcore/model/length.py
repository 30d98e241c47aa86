"""How long something takes: shortest, usual and longest, in whole minutes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

from attrs import field, frozen

from workshopcore.errors import InvalidValueError, ProgrammeError, Shown
from workshopcore.model import accept
from workshopcore.model.entity import checked

__all__ = ["Length", "LengthLike", "as_length"]

LONGEST_MINUTES = 14 * 24 * 60
_minutes = accept.count(0, LONGEST_MINUTES)


@checked
@frozen(order=True, slots=False)
class Length:
    """A length with room to give: ``shortest`` ≤ ``usual`` ≤ ``longest``, in whole minutes.

    A bound left out is taken from the session format.

    Raises:
        ProgrammeError: the bounds are out of order, negative, or longer than two weeks.

    >>> Length(75, 90, 105).slack
    30
    """

    shortest: int | None = field(default=None, validator=_minutes)
    usual: int | None = field(default=None, validator=_minutes)
    longest: int | None = field(default=None, validator=_minutes)

    def __attrs_post_init__(self) -> None:
        given = [bound for bound in (self.shortest, self.usual, self.longest) if bound is not None]
        if given != sorted(given):
            found = f"{self.shortest}, {self.usual}, {self.longest}"
            raise InvalidValueError(
                found, "shortest, usual and longest minutes in rising order", code="WC007"
            )

    @property
    def slack(self) -> int:
        """Minutes between shortest and longest; 0 where a bound is open."""
        if self.shortest is None or self.longest is None:
            return 0
        return self.longest - self.shortest


LengthLike: TypeAlias = Length | int | Iterable[int] | None


def as_length(value: LengthLike) -> Length | None:
    """Accept minutes, or (shortest, usual, longest) minutes; ``None`` leaves it to the format."""
    if value is None or value.__class__ is Length:
        return value
    if value.__class__ is int:
        return Length(usual=value)
    if isinstance(value, (list, tuple)) and len(value) == 3:
        shortest, usual, longest = value
        try:
            if shortest.__class__ is usual.__class__ is longest.__class__ is int:
                return _shared(shortest, usual, longest)
            return Length(shortest, usual, longest)
        except ProgrammeError as error:
            first = error.problems[0]
            raise InvalidValueError(
                Shown(first.found), first.expected, first.hint, first.code
            ) from None
    raise InvalidValueError(value, "minutes, or three of them: shortest, usual, longest")


@lru_cache(maxsize=1024)
def _shared(shortest: int, usual: int, longest: int) -> Length:
    """The same few lengths make up every agenda."""
    return Length(shortest, usual, longest)
