"""How far clues should move a belief that the programme contributed: process tracing."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from workshopcore.errors import InvalidValueError
from workshopcore.language import gettext, gettext_noop
from workshopcore.model.evaluation import Evidence

__all__ = ["Contribution", "weigh"]

_WARNING = gettext_noop(
    "The ratios may be multiplied only if the clues are independent of one another: two papers"
    " by the same hand are one clue"
)


@frozen
class Contribution:
    """A belief before and after weighing clues.

    Attributes:
        prior, posterior: how probable it is that the programme contributed, from 0 to 1.
        weighed: the evidence that had a likelihood ratio, by identifier.
        unweighed: the evidence that had none.
        warning: what must hold for this to mean anything; empty for a single clue.
    """

    prior: Fraction
    posterior: Fraction
    weighed: tuple[str, ...]
    unweighed: tuple[str, ...]
    warning: str


def weigh(evidence: Iterable[Evidence], prior: Fraction | Decimal | str) -> Contribution:
    """Return what clues make of a belief: posterior odds = prior odds x likelihood ratios.

    Source: Bayes' rule as process tracing uses it (Humphreys and Jacobs, *Mixing Methods: A
    Bayesian Approach*, 2015). A likelihood ratio says how much more probable the clue is if the
    programme contributed than if it did not.

    Args:
        evidence: the clues; those without a likelihood ratio are named, not weighed.
        prior: how probable it was before, more than 0 and less than 1.

    Raises:
        InvalidValueError: the prior is no probability between 0 and 1.

    >>> minutes = Evidence("Minutes", likelihood_ratio="4")
    >>> found = weigh([minutes, Evidence("Letter", likelihood_ratio="3")], "0.5")
    >>> found.posterior, found.weighed
    (Fraction(12, 13), ('minutes', 'letter'))
    """
    start = _probability(prior)
    clues = tuple(evidence)
    weighed = [each for each in clues if each.likelihood_ratio is not None]
    odds = start / (1 - start)
    for each in weighed:
        odds *= _ratio(each)
    return Contribution(
        prior=start,
        posterior=odds / (1 + odds),
        weighed=tuple(each.id for each in weighed),
        unweighed=tuple(each.id for each in clues if each.likelihood_ratio is None),
        warning=gettext(_WARNING) if len(weighed) > 1 else "",
    )


def _ratio(each: Evidence) -> Fraction:
    ratio = Fraction(each.likelihood_ratio or 0)
    if ratio < 0:
        raise InvalidValueError(
            str(each.likelihood_ratio), "a likelihood ratio of 0 or more", field="likelihood_ratio"
        )
    return ratio


def _probability(value: Fraction | Decimal | str) -> Fraction:
    try:
        found = Fraction(value)
    except (TypeError, ValueError):
        found = Fraction(0)
    if not 0 < found < 1:
        raise InvalidValueError(
            value, "a probability of more than 0 and less than 1", field="prior"
        )
    return found
