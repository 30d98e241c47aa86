"""Why something is hidden, in words for the house."""

from __future__ import annotations

from workshopcore.evaluation.disclosure.rule import Rule
from workshopcore.language import gettext

__all__ = ["few", "nothing_helps", "with_it"]


def few(rule: Rule) -> str:
    """Return the reason for hiding a small group.

    >>> few(Rule())
    'fewer than 5 answered'
    """
    return gettext("fewer than {k} answered", k=rule.k)


def with_it(rule: Rule) -> str:
    """Return the reason for hiding a group that is large enough by itself."""
    return gettext("with it, a group of fewer than {k} could be worked out", k=rule.k)


def nothing_helps(rule: Rule) -> str:
    """Return the reason for hiding all groups of a table."""
    return gettext("whatever is hidden, a group of fewer than {k} could be worked out", k=rule.k)
