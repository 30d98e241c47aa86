"""Figures in words: the count first, its denominator always, per cents only of many."""

from __future__ import annotations

from fractions import Fraction

from workshopcore.actions import Proportion, RagRule
from workshopcore.language import gettext, ngettext

__all__ = ["MANY", "counted", "days_in_words", "percent", "rule_in_words"]

MANY = 20
"""From so many on, a share is told in per cent too; of fewer, it would say more than it knows."""


def counted(found: Proportion, said: str = "") -> str:
    """Return a figure with its denominator, and the per cent where that says something.

    Args:
        found: so many of so many.
        said: the same in words; left out, the two numbers.

    >>> counted(Proportion(3, 9), "3 of 9 open"), counted(Proportion(18, 24))
    ('3 of 9 open', '18 of 24 (75%)')
    """
    share = percent(found)
    return f"{said or found} ({share})" if share else said or str(found)


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
        return gettext("under 1%")
    if rounded == 100 and found.numerator < found.denominator:
        return gettext("over 99%")
    return gettext("{number}%", number=rounded)


def rule_in_words(rule: RagRule) -> tuple[str, ...]:
    """Return when an action is red, amber or green, a sentence for each colour that can be.

    >>> for sentence in rule_in_words(RagRule()):
    ...     print(sentence)
    Red: up to 25% done, or below 50% and past its date.
    Amber: more than 25% and up to 75% done.
    Green: more than 75% done.
    """
    red, amber, late = rule.red_up_to, rule.amber_up_to, rule.late_below
    if late > red + 1:
        words = gettext(
            "Red: up to {red}% done, or below {late}% and past its date.", red=red, late=late
        )
    else:
        words = gettext("Red: up to {red}% done.", red=red)
    between = gettext("Amber: more than {red}% and up to {amber}% done.", red=red, amber=amber)
    above = gettext("Green: more than {amber}% done.", amber=amber)
    return (words, *([between] if amber > red else []), *([above] if amber < 100 else []))


def days_in_words(days: Fraction) -> str:
    """Return a number of days that may end in a half.

    >>> days_in_words(Fraction(1)), days_in_words(Fraction(57, 2))
    ('1 day', '28½ days')
    """
    whole, half = divmod(days, 1)
    if half:
        return gettext("{number} days", number=f"{int(whole) or ''}½")
    return ngettext("{count} day", "{count} days", int(whole))
