"""Rounding, once and in one place: to the nearest, halves away from zero."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.statistics.exact import Number, exact
from workshopcore.language import gettext, number

__all__ = ["adding_up", "in_words", "p_in_words", "rounded"]

_SMALL = Decimal("0.001")


def rounded(value: Number, places: int = 0) -> Decimal:
    """Return a figure rounded to so many decimal places, halves away from zero.

    That is what people do by hand, and changing the sign of a figure changes nothing else: a
    net promoter score of −12.5 is as far from 0 as one of 12.5. Never round twice: keep the
    exact figure, and round where it is printed.

    >>> from fractions import Fraction
    >>> rounded(2.675, 2), rounded(Fraction(-25, 2))
    (Decimal('2.68'), Decimal('-13'))
    """
    (figure,) = exact([value], "figures")
    scaled = abs(figure) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(-whole if figure < 0 else whole).scaleb(-places)


def in_words(value: Number, places: int = 2) -> str:
    """Return a figure as it is printed in a sentence: rounded, with no idle zeros.

    >>> from fractions import Fraction
    >>> in_words(Fraction(38, 9)), in_words(4.0), in_words(-0.5)
    ('4.22', '4', '−0.5')
    """
    figure = rounded(value, places)
    digits = len(f"{figure:f}".partition(".")[2].rstrip("0"))
    return f"{'−' if figure < 0 else ''}{number(figure.copy_abs(), digits)}"


def p_in_words(value: Number) -> str:
    """Return a probability to three places, and a very small one as below 0.001.

    >>> from fractions import Fraction
    >>> p_in_words(Fraction(3, 32)), p_in_words(1e-9)
    ('0.094', 'below 0.001')
    """
    if value < _SMALL:
        return gettext("below {figure}", figure=in_words(_SMALL, 3))
    return in_words(value, 3)


def adding_up(counts: Sequence[int], places: int = 0) -> tuple[Decimal, ...]:
    """Return percentages that add up to 100, by the method of the largest remainder.

    Some of them are then not the nearest: a reader who recomputes one finds another figure, so
    say so beside them. Equal remainders go to the larger count, then to the earlier place.

    Source: A. Hamilton, 1792; M. L. Balinski and H. P. Young, Fair Representation, 1982.

    Raises:
        InvalidValueError: there is nothing to share out, or a count is negative.

    >>> [int(percent) for percent in adding_up([1, 1, 1])]
    [34, 33, 33]
    """
    if not any(counts) or min(counts) < 0:
        raise InvalidValueError(tuple(counts), "counts of 0 or more that are not all 0")
    whole, total = 100 * 10**places, sum(counts)
    floors = [whole * count // total for count in counts]
    order = sorted(range(len(counts)), key=lambda i: (-(whole * counts[i] % total), -counts[i], i))
    for i in order[: whole - sum(floors)]:
        floors[i] += 1
    return tuple(Decimal(floor).scaleb(-places) for floor in floors)
