"""Sheets that look as if nobody read the questions: flagged for a person to look at, never dropped.

A flag is a question, not a verdict. Somebody may mean all their fives.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from attrs import frozen

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.statistics.exact import Number, exact, exact_or_none
from workshopcore.evaluation.statistics.statistic import Base, Method

__all__ = ["Flag", "Flags", "against_the_rest", "reversal_missed", "straight_lining"]

_STRAIGHT = Method(
    "straight-lining: one answer throughout a block of questions",
    "J. A. Krosnick, Response Strategies for Coping with the Cognitive Demands of Attitude "
    "Measures in Surveys, Applied Cognitive Psychology 5, 1991",
)
_MISSED = Method(
    "missed reversal: agreement with statements of opposite sense",
    "H. Baumgartner and J.-B. E. M. Steenkamp, Response Styles in Marketing Research, Journal "
    "of Marketing Research 38, 2001",
)
_REST = Method(
    "covariance below 0 with most of the other questions",
    "after the item–rest correlation: J. C. Nunnally and I. H. Bernstein, Psychometric Theory, "
    "3rd edition, 1994, chapter 8",
)


@frozen
class Flag:
    """Something to look at.

    Attributes:
        place: which sheet or question, counted from 0.
        reason: what is odd about it.
    """

    place: int
    reason: str


@frozen
class Flags:
    """What is to be looked at, of how many; the answers themselves are untouched.

    Attributes:
        flagged: in order of place.
        base: how many there were, and for how many it could be judged.
        method: what was looked for.
    """

    flagged: tuple[Flag, ...]
    base: Base
    method: Method

    @property
    def places(self) -> tuple[int, ...]:
        """Which ones."""
        return tuple(flag.place for flag in self.flagged)

    def __str__(self) -> str:
        return f"{len(self.flagged)} of {self.base.used} flagged, none dropped"


def straight_lining(
    sheets: Sequence[Sequence[object]], *, reverse: Sequence[bool] = (), least: int = 5
) -> Flags:
    """Return the sheets with one and the same answer to all questions of a block.

    Where the block has questions of opposite sense, that contradicts itself; where it has not,
    it may well be meant, and the reason says so.

    Args:
        sheets: for each person the answers to the block, in order; ``None`` is no answer.
        reverse: which questions of the block are of opposite sense.
        least: how many answers it takes to judge.

    Raises:
        InvalidValueError: the sheets, or ``reverse``, are of different lengths.

    >>> straight_lining([[5, 5, 5, 5, 5], [5, 4, 5, 3, 4]]).flagged
    (Flag(place=0, reason='the same answer, 5, to all 5 questions; it may be meant'),)
    """
    _same_width(sheets, reverse)
    mixed = len(set(reverse)) > 1
    flagged, judged = [], 0
    for place, sheet in enumerate(sheets):
        given = [answer for answer in sheet if answer is not None]
        if len(given) < least:
            continue
        judged += 1
        if all(answer == given[0] for answer in given):
            what = f"the same answer, {given[0]}, to all {len(given)} questions"
            doubt = "though some ask the opposite of others" if mixed else "it may be meant"
            flagged.append(Flag(place, f"{what}{', ' if mixed else '; '}{doubt}"))
    rule = f"sheets with {least} answers or more"
    return Flags(tuple(flagged), _base(sheets, judged, rule), _STRAIGHT)


def reversal_missed(
    sheets: Sequence[Sequence[object]], reverse: Sequence[bool], points: Sequence[Number]
) -> Flags:
    """Return the sheets that agree, or disagree, with statements of opposite sense alike.

    As answered, before anything is scored: the mean answer to the plain questions and the one
    to the reversed questions both lie in the outer quarter on the same side of the scale.

    Args:
        sheets: for each person the answers to the block, in order; ``None`` is no answer.
        reverse: which questions of the block are of opposite sense.
        points: of the scale.

    Raises:
        InvalidValueError: the lengths differ, no question or every one is reversed, or an
            answer is no number.

    >>> reversal_missed([[5, 4, 5], [5, 4, 1]], [False, False, True], range(1, 6)).places
    (0,)
    """
    _same_width(sheets, reverse)
    if len(set(reverse)) < 2:
        raise InvalidValueError(list(reverse), "some questions that are reversed, and some not")
    ends = exact(points, "points")
    middle, quarter = (min(ends) + max(ends)) / 2, (max(ends) - min(ends)) / 4
    flagged, judged = [], 0
    for place, sheet in enumerate(sheets):
        plain, turned = _means(sheet, reverse)
        if plain is None or turned is None:
            continue
        judged += 1
        lean = min(plain - middle, turned - middle, key=abs)
        if abs(lean) >= quarter and (plain > middle) == (turned > middle):
            side = "agrees" if lean > 0 else "disagrees"
            flagged.append(Flag(place, f"{side} with statements of opposite sense alike"))
    rule = "sheets with an answer to a plain and to a reversed question"
    return Flags(tuple(flagged), _base(sheets, judged, rule), _MISSED)


def against_the_rest(sheets: Sequence[Sequence[object]]) -> Flags:
    """Return the questions that go down when the others go up: perhaps never turned round.

    After scoring, the questions of one construct should rise together. One that has a negative
    covariance with more than half of the others may be reversed and not marked so. It takes
    three questions; sheets with an unanswered one are passed over.

    Args:
        sheets: for each person the scored answers to the questions of one construct.

    Raises:
        InvalidValueError: the sheets are of different lengths, or an answer is no number.

    >>> against_the_rest([[5, 4, 1], [4, 4, 2], [2, 1, 5], [1, 2, 4]]).places
    (2,)
    """
    _same_width(sheets, ())
    rows = [exact_or_none(sheet) for sheet in sheets]
    whole = [[answer for answer in row if answer is not None] for row in rows if None not in row]
    count = len(rows[0]) if rows else 0
    reason = "goes down when the other questions go up: is it reversed, and not marked so?"
    flagged = [
        Flag(item, reason)
        for item in range(count)
        if 2 * sum(_falls(whole, item, other) for other in range(count)) > max(count - 1, 2)
    ]
    base = Base(count, count if whole else 0, count if whole else 0, "questions of the block")
    return Flags(tuple(flagged), base, _REST)


def _same_width(sheets: Sequence[Sequence[object]], reverse: Sequence[bool]) -> None:
    widths = {len(sheet) for sheet in sheets} | ({len(reverse)} if reverse else set())
    if len(widths) > 1:
        raise InvalidValueError(
            f"sheets of {', '.join(map(str, sorted(widths)))} questions",
            "the same questions on every sheet",
            "Put None where somebody did not answer.",
        )


def _base(sheets: Sequence[Sequence[object]], judged: int, rule: str) -> Base:
    answered = sum(any(answer is not None for answer in sheet) for sheet in sheets)
    return Base(len(sheets), answered, judged, rule)


def _means(
    sheet: Sequence[object], reverse: Sequence[bool]
) -> tuple[Fraction | None, Fraction | None]:
    numbers = list(zip(exact_or_none(sheet), reverse, strict=True))
    plain, turned = (
        [number for number, is_turned in numbers if number is not None and is_turned is side]
        for side in (False, True)
    )
    return _mean(plain), _mean(turned)


def _mean(numbers: Sequence[Fraction]) -> Fraction | None:
    return sum(numbers, Fraction()) / len(numbers) if numbers else None


def _falls(rows: Sequence[Sequence[Fraction]], item: int, other: int) -> bool:
    """Return whether one question goes down when another goes up."""
    own, others = [row[item] for row in rows], [row[other] for row in rows]
    products = sum((a * b for a, b in zip(own, others, strict=True)), Fraction())
    return products * len(rows) < sum(own) * sum(others)
