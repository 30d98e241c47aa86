"""Krippendorff's alpha: do several people code alike, whoever coded what?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate, permutations
from typing import Literal, TypeAlias

from attrs import evolve

from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.evaluation.statistics.exact import exact_or_none
from workshopcore.evaluation.statistics.jackknife import jackknife
from workshopcore.evaluation.statistics.rounding import in_words, rounded
from workshopcore.evaluation.statistics.statistic import Base, Interval, Method, Statistic

__all__ = ["Measurement", "coded_units", "krippendorff_alpha", "strength"]

Measurement: TypeAlias = Literal["nominal", "ordinal", "interval"]
Unit: TypeAlias = tuple[Hashable, ...]
Distance: TypeAlias = Callable[[Hashable, Hashable], Fraction]

_SOURCE = (
    "A. F. Hayes and K. Krippendorff, Answering the Call for a Standard Reliability Measure for "
    "Coding Data, Communication Methods and Measures 1, 2007"
)
_FIRM, _TENTATIVE = Decimal("0.8"), Decimal("0.667")


def krippendorff_alpha(
    coders: Sequence[Iterable[Hashable | None]],
    measurement: Measurement = "nominal",
    *,
    level: float = 0.95,
) -> Statistic:
    """Return how far coders agree beyond chance: 1 is always, 0 is as if they drew lots.

    1 − D_o/D_e, both from the coincidences of values within units, exactly. Any number of
    coders, and any of them may have left units out; a unit that fewer than two coded is not
    used. The interval is a jackknife over units; the customary bootstrap is too narrow.

    Args:
        coders: for each, one value a unit, in the same order; ``None`` where there is none.
        measurement: whether values differ (nominal), are ranked (ordinal), or are so far apart
            (interval).
        level: of confidence.

    Raises:
        InvalidValueError: a coder has more units than another, or values are no numbers where
            they must be.
        UnknownKeyError: the measurement is none of those.

    >>> found = krippendorff_alpha([[1, 2, 3, 3, 2], [1, 2, 3, 3, 2], [None, 3, 3, 3, 2]])
    >>> print(found)
    alpha 0.78: tentative agreement, on 5 units
    """
    if measurement not in _DISTANCES:
        raise UnknownKeyError("measurement", measurement, _DISTANCES)
    method = Method(f"Krippendorff's alpha, {measurement}", _SOURCE)
    every = coded_units(coders, numbers=measurement != "nominal")
    units = [unit for unit in every if len(unit) > 1]
    answered = sum(bool(unit) for unit in every)
    base = Base(len(every), answered, len(units), "units that two or more coded")
    why = _nothing(units)
    if why:
        return Statistic("alpha", None, base, method, why=why)
    value = _alpha(units, measurement)
    interval = jackknife(lambda some: _alpha(some, measurement), units, level=level)
    return Statistic(
        "alpha",
        value,
        base,
        method,
        says=f"alpha {in_words(value or 0, 3)}: {strength(value or 0)}, on {len(units)} units",
        interval=_capped(interval),
        notes=[] if interval else ["No interval: it hangs on a single unit."],
        parts=[("values", sum(map(len, units)))],
    )


def strength(alpha: float | Fraction) -> str:
    """Return what is customarily made of an alpha: firm from 0.8, tentative from 0.667.

    It is rounded to three places first, as it is printed.

    Source: K. Krippendorff, Content Analysis, 2nd edition, 2004, chapter 11.

    >>> strength(0.7)
    'tentative agreement'
    """
    printed = rounded(alpha, 3)
    if printed >= _FIRM:
        return "firm agreement"
    return "tentative agreement" if printed >= _TENTATIVE else "too little agreement to rely on"


def coded_units(coders: Sequence[Iterable[Hashable | None]], *, numbers: bool) -> list[Unit]:
    """Return the values that each unit was given, those left out gone.

    Raises:
        InvalidValueError: a coder has more units than another, or values are no numbers.
    """
    rows: list[list[Hashable | None]] = [
        list(exact_or_none(coder, "values") if numbers else coder) for coder in coders
    ]
    if len(rows) < 2 or len({len(row) for row in rows}) > 1:
        found = ", ".join(str(len(row)) for row in rows) or "none"
        raise InvalidValueError(
            f"{len(rows)} coders with units: {found}",
            "two coders or more, each with a value for every unit",
            "Put None where a coder left a unit out.",
        )
    columns = zip(*rows, strict=True)
    return [tuple(value for value in unit if value is not None) for unit in columns]


def _nothing(units: Sequence[Unit]) -> str:
    if not units:
        return "no unit was coded by two people"
    if len({value for unit in units for value in unit}) == 1:
        return "all units were given the same value, so chance agreement cannot be told apart"
    return ""


def _alpha(units: Sequence[Unit], measurement: Measurement) -> Fraction | None:
    totals = Counter(value for unit in units for value in unit)
    distance = _DISTANCES[measurement](totals)
    size = totals.total()
    expected = sum(
        totals[one] * totals[other] * distance(one, other) for one, other in permutations(totals, 2)
    )
    if not expected:
        return None
    observed = sum((_within(unit, distance) for unit in units), Fraction())
    return 1 - (size - 1) * observed / expected


def _within(unit: Unit, distance: Distance) -> Fraction:
    counts = Counter(unit)
    pairs = permutations(counts, 2)
    total = sum((counts[a] * counts[b] * distance(a, b) for a, b in pairs), Fraction())
    return total / (len(unit) - 1)


def _nominal(_: Counter[Hashable]) -> Distance:
    return lambda one, other: Fraction(one != other)


def _interval(_: Counter[Hashable]) -> Distance:
    return lambda one, other: (one - other) ** 2  # type: ignore[operator]


def _ordinal(totals: Counter[Hashable]) -> Distance:
    """Return the square of how many values lie between the middles of two ranks."""
    order = sorted(totals)  # type: ignore[type-var]
    above = accumulate(totals[value] for value in order)
    places = {
        value: upto - Fraction(totals[value], 2) for value, upto in zip(order, above, strict=True)
    }
    return lambda one, other: (places[one] - places[other]) ** 2


_DISTANCES: dict[str, Callable[[Counter[Hashable]], Distance]] = {
    "interval": _interval,
    "nominal": _nominal,
    "ordinal": _ordinal,
}


def _capped(interval: Interval | None) -> Interval | None:
    if interval is None:
        return None
    return evolve(interval, high=min(interval.high, 1.0), about="more units of this kind")
