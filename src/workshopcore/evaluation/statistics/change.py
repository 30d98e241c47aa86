"""What became of the same people: improved, the same or worse, and by how much."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from workshopcore.evaluation.statistics.means import mean_of
from workshopcore.evaluation.statistics.pairs import paired
from workshopcore.evaluation.statistics.rounding import in_words
from workshopcore.evaluation.statistics.statistic import Method, Statistic
from workshopcore.language import gettext, gettext_noop

__all__ = ["change", "mean_change"]

_COUNTED = Method("count of improved, same and worse", "arithmetic")
NOBODY_BOTH = gettext_noop("nobody answered both times")


def change(
    before: Iterable[object],
    after: Iterable[object],
    *,
    asked: int | None = None,
    higher_is_better: bool = True,
) -> Statistic:
    """Return how many improved, stayed the same and got worse: the first thing to say of change.

    Args:
        before: numbers, one a person; ``None`` where there is no answer.
        after: the same of later, in the same order.
        asked: how many were asked.
        higher_is_better: whether a higher answer is an improvement.

    Returns:
        How many improved; ``same`` and ``worse`` are parts of it.

    Raises:
        InvalidValueError: there are more of one than of the other, or some are no numbers.

    >>> print(change([2, 3, 3, 4, None], [4, 3, 5, 3, 5]))
    2 of 4 improved, 1 stayed the same and 1 got worse; 5 were asked
    """
    pairs = paired(before, after, asked)
    if not pairs.base.used:
        return Statistic("change", None, pairs.base, _COUNTED, why=gettext(NOBODY_BOTH))
    up = sum(step > 0 for step in pairs.differences)
    down = sum(step < 0 for step in pairs.differences)
    improved, worse = (up, down) if higher_is_better else (down, up)
    same = pairs.base.used - up - down
    return Statistic(
        "change",
        improved,
        pairs.base,
        _COUNTED,
        says=gettext(
            "{improved} of {used} improved, {same} stayed the same and {worse} got worse",
            improved=improved,
            used=pairs.base.used,
            same=same,
            worse=worse,
        ),
        parts=[("improved", improved), ("same", same), ("worse", worse)],
    )


def mean_change(
    before: Iterable[object],
    after: Iterable[object],
    *,
    asked: int | None = None,
    level: float = 0.95,
    population: int | None = None,
) -> Statistic:
    """Return the mean of after less before, with Student's interval for paired answers.

    Args:
        before: numbers, one a person; ``None`` where there is no answer.
        after: the same of later, in the same order.
        asked: how many were asked.
        level: of confidence.
        population: how many people the figure is about.

    Raises:
        InvalidValueError: there are more of one than of the other, or some are no numbers.

    >>> print(mean_change([2, 3, 3, 4], [4, 3, 5, 3]))
    mean change +0.75 among 4
    """
    pairs = paired(before, after, asked)
    if not pairs.base.used:
        found = mean_of([], pairs.base, level, population)
        return evolve(found, name="mean change", why=gettext(NOBODY_BOTH))
    found = mean_of(pairs.counted(), pairs.base, level, population)
    says = gettext(
        "mean change {change} among {used}", change=signed(found.value or 0), used=pairs.base.used
    )
    return evolve(found, name="mean change", says=says)


def signed(value: object) -> str:
    """Return a figure with its sign, as changes are written.

    >>> signed(0.75), signed(-1), signed(0)
    ('+0.75', '−1', '0')
    """
    text = in_words(value)  # type: ignore[arg-type]
    return text if text.startswith("−") or text == "0" else f"+{text}"
