"""Words for what is not shown, and why there is no figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshopcore.evaluation.disclosure import Rule
from workshopcore.evaluation.statistics import Statistic

__all__ = ["BANDS_ONLY", "agree", "not_shown", "protected", "whys"]

BANDS_ONLY = "answers are shown in bands only"


def not_shown(reason: str) -> str:
    """Return the note that stands in the place of figures.

    >>> not_shown(BANDS_ONLY)
    'Not shown: answers are shown in bands only.'
    """
    return f"Not shown: {reason}."


def protected(rule: Rule) -> str:
    """Return the note where figures could give somebody away, whatever it is that could.

    >>> protected(Rule())
    'Not shown: fewer than 5 answered, or showing it could give away a group that small.'
    """
    small = f"fewer than {rule.k} answered"
    return not_shown(f"{small}, or showing it could give away a group that small")


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
