"""Figures in words: the count first, its denominator always, per cents only of many."""

from __future__ import annotations

from fractions import Fraction

from workshopcore.actions import Proportion, RagRule

__all__ = ["MANY", "counted", "days_in_words", "percent", "rule_in_words"]

MANY = 20
"""From so many on, a share is told in per cent too; of fewer, it would say more than it knows."""


def counted(found: Proportion, of: str = "") -> str:
    """Return a figure with its denominator, and the per cent where that says something.

    >>> counted(Proportion(3, 9), "open"), counted(Proportion(18, 24))
    ('3 of 9 open', '18 of 24 (75%)')
    """
    share = percent(found)
    return " ".join(part for part in (str(found), of, f"({share})" if share else "") if part)


def percent(found: Proportion) -> str:
    """Return a share in whole per cent, ``""`` where the denominator is less than ``MANY``.

    Neither a few nor almost all is rounded away.

    >>> percent(Proportion(1, 300)), percent(Proportion(299, 300)), percent(Proportion(7, 9))
    ('under 1%', 'over 99%', '')
    """
    if found.denominator < MANY:
        return ""
    rounded = found.percent(0)
    if rounded == 0 and found.numerator:
        return "under 1%"
    if rounded == 100 and found.numerator < found.denominator:
        return "over 99%"
    return f"{rounded}%"


def rule_in_words(rule: RagRule) -> tuple[str, ...]:
    """Return when an action is red, amber or green, a sentence for each colour that can be.

    >>> for sentence in rule_in_words(RagRule()):
    ...     print(sentence)
    Red: up to 25% done, or below 50% and past its date.
    Amber: more than 25% and up to 75% done.
    Green: more than 75% done.
    """
    late = f", or below {rule.late_below}% and past its date"
    red = (
        f"Red: up to {rule.red_up_to}% done{late if rule.late_below > rule.red_up_to + 1 else ''}."
    )
    between = f"more than {rule.red_up_to}% and up to {rule.amber_up_to}% done"
    amber = f"Amber: {between}." if rule.amber_up_to > rule.red_up_to else ""
    green = f"Green: more than {rule.amber_up_to}% done." if rule.amber_up_to < 100 else ""
    return tuple(sentence for sentence in (red, amber, green) if sentence)


def days_in_words(days: Fraction) -> str:
    """Return a number of days that may end in a half.

    >>> days_in_words(Fraction(1)), days_in_words(Fraction(57, 2))
    ('1 day', '28½ days')
    """
    whole, half = divmod(days, 1)
    number = f"{int(whole) or ''}½" if half else str(int(whole))
    return f"{number} {'day' if days == 1 else 'days'}"
