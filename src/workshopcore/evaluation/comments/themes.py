"""Themes with counts: how many of those who commented spoke of what."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from workshopcore.evaluation.comments.codebook import Codebook
from workshopcore.evaluation.comments.coding import Coding
from workshopcore.evaluation.comments.comment import Comment
from workshopcore.evaluation.comments.lexicon import CAUTION
from workshopcore.evaluation.disclosure import Rule, band
from workshopcore.language import gettext
from workshopcore.model.evaluation import Theme

__all__ = ["ThemeCount", "ThemeCounts", "count_themes"]

_RULE = Rule()


@frozen
class ThemeCount:
    """How many people spoke of a theme.

    Attributes:
        theme: the theme.
        people: how many, each once, however often they did.
        says: the same as it may be shown.
    """

    theme: Theme
    people: int
    says: str


@frozen
class ThemeCounts:
    """How many of those who commented spoke of what.

    Attributes:
        rows: the themes, those that most spoke of first; empty if they may not be shown.
        commented: how many people wrote anything that was coded: the denominator.
        unthemed: how many of them wrote nothing that fits a theme.
        withheld: why nothing is shown; ``""`` if it is.
        notes: what to say below them.
    """

    rows: tuple[ThemeCount, ...]
    commented: int
    unthemed: int
    withheld: str
    notes: tuple[str, ...]


def count_themes(
    comments: Iterable[Comment], coding: Coding, codebook: Codebook, *, rule: Rule = _RULE
) -> ThemeCounts:
    """Return how many of those who commented spoke of each theme.

    Everybody counts once for a theme. The denominator is those who commented, and not all who
    were asked: nobody knows what the others would have written. There is never a breakdown by
    group, as comments are too few and too telling for that; and with fewer people than the rule
    asks for, there are no counts at all.

    Args:
        comments: what people wrote; those of one number are of one person.
        coding: what was made of it, best an adjudicated one.
        codebook: the themes.
        rule: how many there must be behind a figure.

    >>> from workshopcore.evaluation.comments.comment import Mark
    >>> book = Codebook([Theme("Trust"), Theme("Time")])
    >>> said = [Comment(Mark("q", n), "…") for n in range(1, 7)]
    >>> codes = {comment.mark: ["time"] if comment.mark.number < 5 else [] for comment in said}
    >>> [row.says for row in count_themes(said, Coding("AY", codes), book).rows]
    ['4 of 6 who commented: Time', '0 of 6 who commented: Trust']
    """
    themes: dict[int, set[str]] = {}
    for comment in comments:
        if comment.mark in coding.codes:
            given = themes.setdefault(comment.mark.number, set())
            given.update(codebook.known(coding.codes[comment.mark]))
    commented = len(themes)
    notes = [gettext(CAUTION)] if coding.coder == "lexicon" else []
    if commented < rule.k:
        why = gettext("fewer than {k} people commented, so no counts are shown", k=rule.k)
        return ThemeCounts((), commented, 0, why, tuple(notes))
    rows = [_row(theme, themes.values(), commented, rule) for theme in codebook.themes]
    rows.sort(key=lambda row: -row.people)
    unthemed = sum(1 for given in themes.values() if not given)
    return ThemeCounts(tuple(rows), commented, unthemed, "", tuple(notes))


def _row(theme: Theme, given: Iterable[set[str]], commented: int, rule: Rule) -> ThemeCount:
    people = sum(1 for themes in given if theme.id in themes)
    number = band(people, rule.k) if rule.strict else str(people)
    says = gettext(
        "{number} of {commented} who commented: {theme}",
        number=number,
        commented=commented,
        theme=theme.title,
    )
    return ThemeCount(theme, people, says)
