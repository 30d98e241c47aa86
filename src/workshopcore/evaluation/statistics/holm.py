"""Many questions at once: Holm's correction."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from workshopcore.evaluation.statistics.exact import Number
from workshopcore.evaluation.statistics.rounding import p_in_words
from workshopcore.evaluation.statistics.statistic import Method, Statistic
from workshopcore.language import gettext

__all__ = ["holm"]

_HOLM = Method(
    "Holm's step-down correction",
    "S. Holm, A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of "
    "Statistics 6, 1979",
)


def holm(tests: Sequence[Statistic]) -> tuple[Statistic, ...]:
    """Return p-values for as many questions as were asked together.

    Twelve questions to a team that nothing happened to give a p below 0.05 nearly every other
    time. The k-th smallest of m is multiplied by m − k + 1, never falls below the one before,
    and never exceeds 1. Tests without a p-value stay as they are, and do not count.

    Args:
        tests: p-values, in any order.

    >>> from workshopcore.evaluation.statistics import signed_rank
    >>> up = signed_rank([1] * 7, [2] * 7)
    >>> down = signed_rank([1, 1, 1, 2, 2, 2, 3], [2, 2, 2, 1, 1, 1, 2])
    >>> [str(each.value) for each in holm([down, up])]
    ['1', '1/32']
    """
    order = sorted((test.value, i) for i, test in enumerate(tests) if test.value is not None)
    found = list(tests)
    least: Number = 0
    for k, (p, i) in enumerate(order):
        least = max(least, min(p * (len(order) - k), 1))
        found[i] = _corrected(tests[i], p, least, len(order))
    return tuple(found)


def _corrected(test: Statistic, alone: Number, together: Number, count: int) -> Statistic:
    method = Method(f"{test.method.name}, {_HOLM.name}", f"{test.method.source}; {_HOLM.source}")
    says = gettext("p {p} among {count} questions", p=p_in_words(together), count=count)
    parts = [*test.parts, ("p of this question alone", alone)]
    return evolve(test, value=together, method=method, says=says, parts=parts)
