"""Words for what is not shown, and why there is no figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshopcore.evaluation.disclosure import Rule
from workshopcore.evaluation.statistics import Statistic
from workshopcore.language import gettext

__all__ = ["agree", "bands_only", "not_shown", "protected", "whys"]


def not_shown(reason: str) -> str:
    """Return the note that stands in the place of figures.

    >>> not_shown(bands_only())
    'Not shown: answers are shown in bands only.'
    """
    return gettext("Not shown: {reason}.", reason=reason)


def bands_only() -> str:
    """Return why there are no figures where the house is strict."""
    return gettext("answers are shown in bands only")


def protected(rule: Rule) -> str:
    """Return why there are none where they could give somebody away, whatever it is that could.

    >>> protected(Rule())
    'fewer than 5 answered, or showing it could give away a group that small'
    """
    return gettext(
        "fewer than {k} answered, or showing it could give away a group that small", k=rule.k
    )


def whys(figures: Iterable[Statistic]) -> Iterator[str]:
    """Yield why there is no figure, each reason once."""
    for why in dict.fromkeys(figure.why for figure in figures if figure.why):
        yield why[:1].upper() + why[1:] + "."


def agree(answers: Iterable[object]) -> bool:
    """Return whether all who answered said the same.

    >>> agree([4, None, 4]), agree([4, 5]), agree([None])
    (True, False, False)
    """
    return len({answer for answer in answers if answer is not None}) == 1
