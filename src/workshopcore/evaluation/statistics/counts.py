"""How often each answer was given, before anything is made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

from attrs import frozen

from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.evaluation.statistics.exact import listed
from workshopcore.evaluation.statistics.shares import LEAST_FOR_PERCENT, percentage, share
from workshopcore.evaluation.statistics.statistic import Base, Method, Statistic
from workshopcore.evaluation.statistics.tally import Answers, Tally, base_of, tally
from workshopcore.language import gettext

__all__ = ["Counts", "counts", "several_choice"]

_COUNTING = Method("count of each answer", "arithmetic")
_SEVERAL = Method("count of people for each option, each person once", "arithmetic")


@frozen
class Counts:
    """How many gave each answer.

    Attributes:
        rows: each answer and how many gave it.
        base: who is behind them.
        method: whether a person can be behind one row or several.

    >>> print(counts([5, 4, 4, None], options=[5, 4, 3]))
    5: 1, 4: 2, 3: 0; 3 of 4 answered
    """

    rows: tuple[tuple[Hashable, int], ...]
    base: Base
    method: Method

    def of(self, answer: Hashable) -> int:
        """Return how many gave an answer.

        Raises:
            UnknownKeyError: it is none of the rows.
        """
        for each, times in self.rows:
            if each == answer:
                return times
        raise UnknownKeyError("answer", str(answer), [str(each) for each, _ in self.rows])

    def share(self, answer: Hashable, words: str = "") -> Statistic:
        """Return how many of those who answered gave an answer, with an interval.

        Raises:
            UnknownKeyError: it is none of the rows.
        """
        times = self.of(answer)
        rest = self.base.used - times
        words = words or gettext("answered {answer}", answer=answer)
        return share({True: times, False: rest}, {True}, asked=self.base.asked, words=words)

    def percentages(
        self, places: int = 0, *, least: int = LEAST_FOR_PERCENT
    ) -> tuple[Statistic, ...]:
        """Return each row in per cent, each rounded by itself: they need not add up to 100.

        Where they have to, and only there, use ``adding_up``.
        """
        return tuple(percentage(self.share(answer), places, least=least) for answer, _ in self.rows)

    def __str__(self) -> str:
        rows = ", ".join(f"{answer}: {times}" for answer, times in self.rows)
        return f"{rows}; {self.base.answered} of {self.base.asked} answered"

    def explain(self) -> str:
        """Return the counts, who is behind them and how they were made, one sentence a line."""
        return f"{self}.\n{str(self.base).capitalize()}.\nMethod: {self.method}."


def counts(
    answers: Answers, *, options: Sequence[Hashable] | None = None, asked: int | None = None
) -> Counts:
    """Return how many gave each answer.

    Args:
        answers: one by one or counted; ``None`` is no answer.
        options: what could be answered, in the order to show; an option that nobody chose is
            shown with 0. Left out, the answers as they came.
        asked: how many were asked.

    Raises:
        InvalidValueError: an answer is none of the options; all of those are named.

    >>> counts(["yes", "no", "yes"], options=["yes", "no", "unsure"]).rows
    (('yes', 2), ('no', 1), ('unsure', 0))
    """
    given = tally(answers)
    return Counts(_rows(given.counts, options), base_of(given, asked), _COUNTING)


def several_choice(
    answers: Iterable[Iterable[Hashable] | None],
    *,
    options: Sequence[Hashable] | None = None,
    asked: int | None = None,
) -> Counts:
    """Return how many people chose each option, where each may choose several.

    The denominator is the people who answered, not the crosses they made; so shares add up to
    more than everybody. Choosing nothing is an answer, ``None`` is none.

    Args:
        answers: what each person chose; an option named twice counts once.
        options: what could be chosen, in the order to show.
        asked: how many were asked.

    Raises:
        InvalidValueError: somebody chose what is none of the options, or a choice is a text
            that has not been split.

    >>> print(several_choice([{"coaching", "tools"}, {"tools"}, set(), None]).share("tools"))
    2 of 3 answered tools; 4 were asked
    """
    found: Counter[Hashable] = Counter()
    people = Tally()
    for chosen in answers:
        if isinstance(chosen, str):
            raise InvalidValueError(chosen, "the options that a person chose, one by one")
        people.add(None if chosen is None else True)
        found.update(dict.fromkeys(chosen or ()).keys())
    return Counts(_rows(dict(found), options), base_of(people, asked), _SEVERAL)


def _rows(
    found: dict[Hashable, int], options: Sequence[Hashable] | None
) -> tuple[tuple[Hashable, int], ...]:
    if options is None:
        return tuple(found.items())
    wrong = [each for each in found if each not in options]
    if wrong:
        raise InvalidValueError(listed(wrong), f"answers among {listed(options, most=20)}")
    return tuple((each, found.get(each, 0)) for each in options)
