"""Cohen's kappa: do two people code alike?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from fractions import Fraction

from attrs import evolve

from workshopcore.evaluation.statistics.alpha import coded_units
from workshopcore.evaluation.statistics.jackknife import jackknife
from workshopcore.evaluation.statistics.rounding import in_words
from workshopcore.evaluation.statistics.statistic import Base, Method, Statistic

__all__ = ["cohen_kappa"]

_KAPPA = Method(
    "Cohen's kappa",
    "J. Cohen, A Coefficient of Agreement for Nominal Scales, Educational and Psychological "
    "Measurement 20, 1960",
)


def cohen_kappa(
    first: Iterable[Hashable | None], second: Iterable[Hashable | None], *, level: float = 0.95
) -> Statistic:
    """Return how far two coders agree beyond chance, each with their own habits.

    (p_o − p_e) / (1 − p_e). Alpha is to be preferred for small numbers of units and for more
    coders; kappa is what older reports have.

    Args:
        first: one value a unit; ``None`` where there is none.
        second: the same of the other coder, in the same order.
        level: of confidence, for a jackknife interval over units.

    Raises:
        InvalidValueError: one coder has more units than the other.

    >>> print(cohen_kappa("aabba", "aabbb"))
    kappa 0.615: the same for 4 of 5 units
    """
    every = coded_units([first, second], numbers=False)
    pairs = [unit for unit in every if len(unit) == 2]
    answered = sum(bool(unit) for unit in every)
    base = Base(len(every), answered, len(pairs), "units that both coded")
    value = _kappa(pairs)
    if value is None:
        why = (
            "both gave one value throughout, so chance agreement cannot be told apart"
            if pairs
            else "no unit was coded by both"
        )
        return Statistic("kappa", None, base, _KAPPA, why=why)
    same = sum(a == b for a, b in pairs)
    interval = jackknife(_kappa, pairs, level=level)
    if interval:
        interval = evolve(interval, high=min(interval.high, 1.0), about="more units of this kind")
    return Statistic(
        "kappa",
        value,
        base,
        _KAPPA,
        says=f"kappa {in_words(value, 3)}: the same for {same} of {len(pairs)} units",
        interval=interval,
        notes=[] if interval else ["No interval: it hangs on a single unit."],
        parts=[("same", same)],
    )


def _kappa(pairs: Sequence[tuple[Hashable, ...]]) -> Fraction | None:
    used = len(pairs)
    ours, theirs = (Counter(pair[i] for pair in pairs) for i in (0, 1))
    chance = sum(ours[value] * theirs[value] for value in ours)
    if used * used == chance:
        return None
    same = sum(a == b for a, b in pairs)
    return Fraction(same * used - chance, used * used - chance)
