"""How many gave each answer: all that most figures need, however many people answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from fractions import Fraction
from typing import TypeAlias, Union

from workshopcore.errors import InvalidValueError, Shown
from workshopcore.evaluation.statistics.exact import exact, listed
from workshopcore.evaluation.statistics.rounding import in_words
from workshopcore.evaluation.statistics.statistic import Base

__all__ = ["Answers", "Tally", "base_of", "count_of", "scale_of", "tally"]

Answers: TypeAlias = Union["Tally", Mapping[Hashable, int], Iterable[Hashable | None]]
"""Answers one by one, or how many gave each; ``None`` is no answer."""

ANSWERED = "those who answered"


class Tally:
    """How many gave each answer to one question, and how many gave none.

    It takes answers as they come and keeps only the counts, so a stream of any length needs
    room for the different answers alone. Where the same answers are given, the same figures
    come out, one by one or counted.

    >>> pulse = Tally([5, 4, None, 5])
    >>> pulse.add(3)
    >>> pulse.update({4: 2, None: 1})
    >>> pulse.counts, pulse.answered, pulse.missing
    ({5: 2, 4: 3, 3: 1}, 6, 2)
    """

    __slots__ = ("_counts",)

    def __init__(self, answers: Answers = ()) -> None:
        self._counts: Counter[Hashable | None] = Counter()
        self.update(answers)

    def add(self, answer: Hashable | None, times: int = 1) -> None:
        """Count an answer, or ``None`` for somebody who gave none.

        Raises:
            InvalidValueError: it is a list, or is counted fewer times than none.
        """
        self.update([answer])
        self.update(_checked({answer: times}))
        self._counts[answer] -= 1

    def update(self, answers: Answers) -> None:
        """Count more answers: one by one, counted already, or of another tally.

        Raises:
            InvalidValueError: they are text as a whole, an answer is a list, or a count is
                negative.
        """
        if isinstance(answers, Tally):
            self._counts.update(answers._counts)
        elif isinstance(answers, str):
            raise InvalidValueError(answers, "a sequence of answers, not a text as a whole")
        elif isinstance(answers, Mapping):
            self._counts.update(_checked(answers))
        else:
            try:
                self._counts.update(answers)
            except TypeError as error:
                raise InvalidValueError(
                    str(error),
                    "a sequence of single answers",
                    "Count several choices with several_choice.",
                ) from error

    @property
    def counts(self) -> dict[Hashable, int]:
        """How many gave each answer, in the order in which answers first came."""
        return {
            answer: times for answer, times in self._counts.items() if answer is not None and times
        }

    @property
    def missing(self) -> int:
        """How many gave no answer."""
        return self._counts[None]

    @property
    def answered(self) -> int:
        """How many answered."""
        return self._counts.total() - self.missing

    @property
    def different(self) -> int:
        """How many different answers there are, no answer counted as one."""
        return len(self._counts)

    def __len__(self) -> int:
        return self._counts.total()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tally) and self._counts == other._counts

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Tally({dict(self._counts)!r})"

    def recoded(self, codes: Mapping[Hashable, Hashable | None]) -> Tally:
        """Return a tally of what the answers stand for; ``None`` makes one no answer.

        Count the text of a million cells first and recode the few different ones afterwards.

        Raises:
            InvalidValueError: some answers have no code; all of those are named.

        >>> Tally(["agree", "agree", "NA"]).recoded({"agree": 4, "NA": None}).counts
        {4: 2}
        """
        unknown = [each for each in self.counts if each not in codes]
        if unknown:
            raise InvalidValueError(
                listed(unknown), f"answers among {listed(codes)}", "Give each a code, or None."
            )
        recoded = Tally({None: self.missing})
        for answer, times in self.counts.items():
            recoded.add(codes[answer], times)
        return recoded


def _checked(counts: Mapping[Hashable, int]) -> Mapping[Hashable, int]:
    wrong = [each for each, times in counts.items() if not isinstance(times, int) or times < 0]
    if wrong:
        raise InvalidValueError(
            listed(Shown(f"{each}: {counts[each]}") for each in wrong), "counts of 0 or more"
        )
    return counts


def tally(answers: Answers) -> Tally:
    """Return answers as a tally; one that is given already stays itself."""
    return answers if isinstance(answers, Tally) else Tally(answers)


def base_of(answers: Tally, asked: int | None, rule: str = ANSWERED) -> Base:
    """Return the base of a figure that uses every answer; none given, all in it were asked."""
    asked = len(answers) if asked is None else asked
    return Base(asked, answers.answered, answers.answered, rule)


def count_of(
    counts: dict[Hashable, int], counted: Collection[Hashable] | Callable[[Hashable], bool]
) -> int:
    """Return how many gave one of the answers that count."""
    return sum(
        times
        for answer, times in counts.items()
        if (counted(answer) if callable(counted) else answer in counted)
    )


def scale_of(answers: Tally, points: Iterable[object] | None = None) -> list[tuple[Fraction, int]]:
    """Return how many gave each number, in rising order.

    Args:
        answers: whose answers are numbers.
        points: of the scale, where others are to be refused.

    Raises:
        InvalidValueError: some are no numbers, or no points of the scale; all are named.
    """
    counts = answers.counts
    merged: Counter[Fraction] = Counter()
    for number, times in zip(exact(counts), counts.values(), strict=True):
        merged[number] += times
    if points is not None:
        allowed = exact(points, "points")
        wrong = [each for each in sorted(merged) if each not in allowed]
        if wrong:
            raise InvalidValueError(
                listed(Shown(in_words(each)) for each in wrong),
                f"answers among {listed([Shown(in_words(each)) for each in allowed], most=20)}",
            )
    return sorted(merged.items())
