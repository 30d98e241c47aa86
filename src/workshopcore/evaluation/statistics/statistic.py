"""A figure that can be recomputed: with its base, its method and, where there is none, why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from attrs import field, frozen

from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.evaluation.statistics.exact import Number
from workshopcore.evaluation.statistics.rounding import in_words
from workshopcore.language import ngettext

__all__ = ["Base", "Interval", "Method", "Part", "Statistic", "figure_of"]


class Method(NamedTuple):
    """How a figure was computed, and where that is published."""

    name: str
    source: str

    def __str__(self) -> str:
        return f"{self.name} ({self.source})"


class Part(NamedTuple):
    """One of the numbers that a figure is made of."""

    name: str
    value: Number


@frozen
class Base:
    """Who is behind a figure.

    Attributes:
        asked: how many were asked.
        answered: how many of them answered.
        used: how many of those the figure is computed from: its denominator.
        rule: what the denominator is, in words.

    Raises:
        InvalidValueError: more answered than were asked, or more are used than answered.

    >>> print(Base(10, 9, 9, "those who answered"))
    10 were asked, 9 answered, 9 are used; denominator: those who answered
    """

    asked: int
    answered: int
    used: int
    rule: str

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.used <= self.answered <= self.asked:
            found = f"{self.asked} asked, {self.answered} answered, {self.used} used"
            raise InvalidValueError(
                found,
                "no more answers used than given, and no more given than people asked",
                "Give as asked how many were asked, those who did not answer included.",
            )

    def __str__(self) -> str:
        return (
            f"{self.asked} {_were(self.asked)} asked, {self.answered} answered, "
            f"{self.used} {'is' if self.used == 1 else 'are'} used; denominator: {self.rule}"
        )


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


@frozen
class Interval:
    """From where to where a figure may lie.

    Attributes:
        low, high: its ends.
        level: of confidence; 1 where the bounds are certain.
        method: how it was made.
        coverage: how often such an interval holds the true figure, where that is known exactly.
        about: whom it speaks of.
    """

    low: Number
    high: Number
    level: float
    method: Method
    coverage: Number | None = None
    about: str = "a wider population that these people stand for"

    def __str__(self) -> str:
        return f"{in_words(self.low)} to {in_words(self.high)}"

    def explain(self, *, source: bool = True) -> str:
        """Return what it says in plain words, with the source of its method or without."""
        if self.level == 1:
            sure = "for certain"
        else:
            sure = f"with {in_words(self.level * 100)} per cent confidence"
        if self.coverage is not None:
            sure += f" (exactly {in_words(self.coverage * 100)})"
        method = self.method if source else self.method.name
        return f"For {self.about}: {self} {sure}. Interval: {method}."


def _notes(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


def _parts(values: Iterable[tuple[str, Number]]) -> tuple[Part, ...]:
    return tuple(Part(*each) for each in values)


@frozen
class Statistic:
    """A figure with everything that somebody needs to recompute it.

    Attributes:
        name: what it is called.
        value: the figure, a fraction where it is exact; ``None`` where there is none, and then
            ``why`` says why.
        base: who is behind it.
        method: how it was computed, and the source of that.
        says: the figure in plain words.
        interval: from where to where it may lie, where that can be said.
        why: why there is no figure.
        notes: what a reader has to know beside it.
        parts: the numbers it is made of.

    Raises:
        InvalidValueError: it has neither a figure nor a reason, or both.

    >>> from workshopcore.evaluation.statistics import share
    >>> agree = share([5, 4, 4, 2, 5, 4, 5, 3, 4, None], {4, 5}, words="agree")
    >>> print(agree)
    7 of 9 agree; 10 were asked
    >>> agree.value, agree.asked, agree.answered, agree.used
    (Fraction(7, 9), 10, 9, 9)
    """

    name: str
    value: Number | None
    base: Base
    method: Method
    says: str = field(default="", kw_only=True)
    interval: Interval | None = field(default=None, kw_only=True)
    why: str = field(default="", kw_only=True)
    notes: tuple[str, ...] = field(default=(), converter=_notes, kw_only=True)
    parts: tuple[Part, ...] = field(default=(), converter=_parts, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if (self.value is None) != bool(self.why):
            raise InvalidValueError(
                self.why or "no reason", "either a figure or the reason why there is none"
            )

    @property
    def asked(self) -> int:
        """How many were asked."""
        return self.base.asked

    @property
    def answered(self) -> int:
        """How many of them answered."""
        return self.base.answered

    @property
    def used(self) -> int:
        """How many answers the figure is computed from: its denominator."""
        return self.base.used

    @property
    def denominator(self) -> str:
        """What the denominator is, in words."""
        return self.base.rule

    def part(self, name: str) -> Number:
        """Return one of the numbers it is made of.

        Raises:
            UnknownKeyError: there is none of that name.
        """
        for part in self.parts:
            if part.name == name:
                return part.value
        raise UnknownKeyError("part", name, [part.name for part in self.parts])

    def __str__(self) -> str:
        said = self.says if self.value is not None else f"No {self.name}: {self.why}"
        if self.asked == self.used:
            return said
        return ngettext(
            "{said}; {count} was asked", "{said}; {count} were asked", self.asked, said=said
        )

    def explain(self) -> str:
        """Return the figure, who is behind it, how sure it is and how it was computed.

        One sentence a line.
        """
        lines = [f"{self}.", f"{self.base}.".capitalize()]
        if self.interval:
            another = self.interval.method.source != self.method.source
            lines.append(self.interval.explain(source=another))
        return "\n".join([*lines, f"Method: {self.method}.", *self.notes])


def figure_of(figures: Iterable[Statistic], name: str) -> Statistic:
    """Return a figure by its name.

    Raises:
        UnknownKeyError: there is none of that name.
    """
    every = tuple(figures)
    for figure in every:
        if figure.name == name:
            return figure
    raise UnknownKeyError("figure", name, [figure.name for figure in every])
