"""Change by what was said before, change by what people say afterwards, and what lies between.

Three figures, kept apart. Somebody who learns what good supervision is may judge their own
start lower than they did then: the yardstick moved (response shift). Somebody who wants the
year to have been worth it may do the same. Neither figure is the truer one, and they are never
averaged or put in one table column.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, frozen

from workshopcore.evaluation.statistics.change import mean_change, signed
from workshopcore.evaluation.statistics.exact import Number
from workshopcore.evaluation.statistics.statistic import Base, Method, Statistic
from workshopcore.language import gettext, gettext_noop

__all__ = ["Retrospective", "retrospective"]

_SOURCE = (
    "G. S. Howard and others, Internal Invalidity in Pretest–Posttest Self-Report Evaluations, "
    "Applied Psychological Measurement 3, 1979"
)
_NOTE = gettext_noop(
    "Answers given before and answers given afterwards about before are biased in different "
    "ways; report them apart, and call neither the more accurate."
)
_NO_BEFORE = gettext_noop("nobody was asked before")
_SAYS = {
    "conventional change": gettext_noop("conventional change {change} among {used}"),
    "retrospective change": gettext_noop("retrospective change {change} among {used}"),
    "response shift": gettext_noop("response shift {change} among {used}"),
}


@frozen
class Retrospective:
    """Three changes that are not to be mixed.

    Attributes:
        conventional: after less before, as asked at each time.
        retrospective: after less then, both asked afterwards.
        response_shift: then less before: how far people moved their own starting point.
    """

    conventional: Statistic
    retrospective: Statistic
    response_shift: Statistic

    def explain(self) -> str:
        """Return all three, one after another."""
        return "\n\n".join(
            each.explain() for each in (self.conventional, self.retrospective, self.response_shift)
        )


def retrospective(
    then: Iterable[object],
    after: Iterable[object],
    before: Iterable[object] | None = None,
    *,
    asked: int | None = None,
    level: float = 0.95,
) -> Retrospective:
    """Return conventional change, retrospective change and response shift, apart.

    Args:
        then: what people say afterwards about how it was before, one answer a person.
        after: what they say about now, in the same order.
        before: what they said before, in the same order; left out where nobody was asked.
        asked: how many were asked.
        level: of confidence, for each mean change.

    Raises:
        InvalidValueError: the lengths differ, or some answers are no numbers.

    >>> found = retrospective(then=[2, 2, 3, 1], after=[4, 4, 4, 3], before=[3, 3, 3, 3])
    >>> for each in (found.conventional, found.retrospective, found.response_shift):
    ...     print(each)
    conventional change +0.75 among 4
    retrospective change +1.75 among 4
    response shift −1 among 4
    """
    then, after = list(then), list(after)
    old = None if before is None else list(before)
    said_then = mean_change(then, after, asked=asked, level=level)
    if old is None:
        nothing = Base(len(then) if asked is None else asked, 0, 0, "those who answered before")
        conventional = shifted = Statistic(
            "mean change", None, nothing, said_then.method, why=gettext(_NO_BEFORE)
        )
    else:
        conventional = mean_change(old, after, asked=asked, level=level)
        shifted = mean_change(old, then, asked=asked, level=level)
    return Retrospective(
        _named(conventional, "conventional change: after less before"),
        _named(said_then, "retrospective change: after less then"),
        _named(shifted, "response shift: then less before"),
    )


def _named(found: Statistic, name: str) -> Statistic:
    method = Method(f"{name}; {found.method.name}", f"{_SOURCE}; {found.method.source}")
    short = name.partition(":")[0]
    says = "" if found.value is None else _said(short, found.value, found.used)
    notes = [*found.notes, gettext(_NOTE)]
    return evolve(found, name=short, method=method, says=says, notes=notes)


def _said(name: str, value: Number, used: int) -> str:
    return gettext(_SAYS[name], change=signed(value), used=used)
