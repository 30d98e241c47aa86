"""Why something is hidden, in words for the house."""

from __future__ import annotations

from workshopcore.evaluation.disclosure.rule import Rule

__all__ = ["few", "nothing_helps", "with_it"]


def few(rule: Rule) -> str:
    """Return the reason for hiding a small group.

    >>> few(Rule())
    'fewer than 5 answered'
    """
    return f"fewer than {rule.k} answered"


def with_it(rule: Rule) -> str:
    """Return the reason for hiding a group that is large enough by itself."""
    return f"with it, a group of fewer than {rule.k} could be worked out"


def nothing_helps(rule: Rule) -> str:
    """Return the reason for hiding all groups of a table."""
    return f"whatever is hidden, a group of fewer than {rule.k} could be worked out"
