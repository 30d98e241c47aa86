"""Can that mean be? A mean of whole answers only takes certain values."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from fractions import Fraction
from math import ceil, floor

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.statistics.rounding import rounded
from workshopcore.evaluation.statistics.statistic import Base, Method, Statistic

__all__ = ["grim"]

_GRIM = Method(
    "GRIM test",
    "N. J. L. Brown and J. A. J. Heathers, The GRIM Test, Social Psychological and Personality "
    "Science 8, 2017",
)


def grim(mean: str | Decimal, used: int, *, items: int = 1, asked: int | None = None) -> Statistic:
    """Return how many totals of whole answers a printed mean can come from; none is a fault.

    Ask it of every mean that somebody else computed. A mean that cannot be means a slip of the
    pen, another number of answers, or answers that were no whole numbers.

    Args:
        mean: as it was printed, so text or ``Decimal``: 4.10 says more than 4.1.
        used: of how many answers it is said to be.
        items: how many whole answers of each person it is the mean of.
        asked: how many were asked.

    Returns:
        How many whole totals round to it (halves either way); 0 where it cannot be. Where
        every mean would fit, it tells nothing and there is no figure.

    Raises:
        InvalidValueError: the mean is no number as it is printed, or there are no answers.

    >>> print(grim("5.19", 28))
    a mean of 5.19 cannot come from 28 whole answers; the nearest that can is 5.18
    >>> print(grim("5.18", 28))
    a mean of 5.18 can come from 28 whole answers
    """
    printed, places = _printed(mean)
    count = used * items
    if used < 1 or items < 1:
        raise InvalidValueError(f"{used} answers, {items} items", "1 or more of each")
    base = Base(used if asked is None else asked, used, used, "those said to have answered")
    if count >= 10**places:
        decimals = "1 decimal place" if places == 1 else f"{places} decimal places"
        why = f"{count} whole answers can have any mean of {decimals}"
        return Statistic("GRIM test", None, base, _GRIM, why=why)
    half = Fraction(1, 2 * 10**places)
    first, last = ceil((printed - half) * count), floor((printed + half) * count)
    fitting = max(last - first + 1, 0)
    return Statistic(
        "GRIM test", fitting, base, _GRIM, says=_says(mean, printed, places, count, fitting)
    )


def _printed(mean: str | Decimal) -> tuple[Fraction, int]:
    try:
        number = Decimal(mean) if isinstance(mean, (str, Decimal)) else Decimal("nan")
    except InvalidOperation:
        number = Decimal("nan")
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int):
        raise InvalidValueError(mean, 'a mean as it was printed, such as "4.10"')
    return Fraction(number), max(-exponent, 0)


def _says(mean: object, printed: Fraction, places: int, count: int, fitting: int) -> str:
    answers = f"{count} whole answers" if count > 1 else "1 whole answer"
    if fitting:
        return f"a mean of {mean} can come from {answers}"
    nearest = min(
        (Fraction(total, count) for total in (floor(printed * count), ceil(printed * count))),
        key=lambda value: abs(value - printed),
    )
    return (
        f"a mean of {mean} cannot come from {answers}; "
        f"the nearest that can is {rounded(nearest, places)}"
    )
