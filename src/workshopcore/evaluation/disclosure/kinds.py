"""Which kinds of figures of one base may be shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias, get_args

from workshopcore.errors import InvalidValueError, nearest
from workshopcore.evaluation.disclosure.reasons import few
from workshopcore.evaluation.disclosure.rule import Rule
from workshopcore.language import gettext

__all__ = ["Kind", "withheld_kinds"]

Kind: TypeAlias = Literal["bands", "counts", "share", "median", "mean", "standard deviation"]


def withheld_kinds(kinds: Iterable[Kind], n: int, rule: Rule | None = None) -> dict[Kind, str]:
    """Return which of some kinds of figures may not be shown of a base, each with the reason.

    Where counts are shown, a mean or a median says nothing more. A standard deviation is never
    shown with a mean, whose partner it is in working out every single answer; where a house is
    strict, bands are all there is, because a mean with its n says the sum.

    Args:
        kinds: what a report would like to show.
        n: how many answered.
        rule: the house's; left out, the usual one.

    >>> withheld_kinds(["counts", "mean", "standard deviation"], 9)
    {'standard deviation': 'with the mean it can say every answer'}
    >>> withheld_kinds(["counts", "mean"], 4)
    {'counts': 'fewer than 5 answered', 'mean': 'fewer than 5 answered'}
    """
    rule, wanted = rule or Rule(), tuple(kinds)
    for kind in wanted:
        if kind not in get_args(Kind):
            guess = nearest(kind, get_args(Kind))
            raise InvalidValueError(
                kind,
                "one of " + ", ".join(get_args(Kind)),
                f"Did you mean '{guess}'?" if guess else "",
            )
    if n < rule.k:
        return dict.fromkeys(wanted, few(rule))
    if rule.strict:
        bands = gettext("answers are shown in bands only")
        return {kind: bands for kind in wanted if kind != "bands"}
    if "mean" in wanted and "standard deviation" in wanted:
        return {"standard deviation": gettext("with the mean it can say every answer")}
    return {}
