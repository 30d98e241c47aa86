"""Figures that carry their denominator with them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from workshopcore.errors import InvalidValueError
from workshopcore.language import gettext

__all__ = ["Days", "Proportion"]


@frozen
class Proportion:
    """So many of so many.

    Raises:
        InvalidValueError: it counts more than there are, or fewer than none.

    >>> str(Proportion(7, 9))
    '7 of 9'
    """

    numerator: int
    denominator: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.numerator <= self.denominator:
            raise InvalidValueError(str(self), "a part of a whole, such as 7 of 9")

    def __str__(self) -> str:
        return gettext("{part} of {whole}", part=self.numerator, whole=self.denominator)

    def share(self) -> Fraction | None:
        """Return the exact share, from 0 to 1; ``None`` of nothing.

        >>> Proportion(3, 12).share(), Proportion(0, 0).share()
        (Fraction(1, 4), None)
        """
        return Fraction(self.numerator, self.denominator) if self.denominator else None

    def percent(self, places: int = 1) -> Decimal | None:
        """Return the share in per cent, rounded once, halves upwards; ``None`` of nothing.

        Teams are small: print it beside the figure, never instead of it.

        >>> Proportion(42, 91).percent()
        Decimal('46.2')
        """
        if not self.denominator:
            return None
        tenths = 100 * 10**places
        rounded = (2 * tenths * self.numerator + self.denominator) // (2 * self.denominator)
        return Decimal(rounded).scaleb(-places)


def _in_order(values: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(values))


@frozen
class Days:
    """Numbers of calendar days, one for each action, in rising order.

    >>> Days([9, 2, 4]).median()
    Fraction(4, 1)
    """

    values: tuple[int, ...] = field(default=(), converter=_in_order)

    @property
    def count(self) -> int:
        """How many actions there are: the denominator."""
        return len(self.values)

    def mean(self) -> Fraction | None:
        """Return the mean; ``None`` of nothing."""
        return Fraction(sum(self.values), self.count) if self.values else None

    def median(self) -> Fraction | None:
        """Return the middle one, or what lies half-way between the middle two."""
        if not self.values:
            return None
        return Fraction(self.values[(self.count - 1) // 2] + self.values[self.count // 2], 2)
