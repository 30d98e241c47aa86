"""What an evaluation may show: the only form in which answers reach a report.

Disclosure control comes first, and what is here has passed it. A report prints it; it never sees
an answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from workshopcore.contracts.publication import Base
from workshopcore.errors import UnknownKeyError

__all__ = ["Evaluation", "Shown", "ShownAnswer", "ShownChange", "ShownItem", "ShownWave"]


def _words(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


@frozen
class ShownAnswer:
    """One answer to a question, and how many gave it.

    Attributes:
        label: the answer, in words.
        text: what to print for how many gave it: a number, a band, or a dash.
        count: how many, for a figure; ``None`` where the number itself is not shown.
    """

    label: str
    text: str
    count: int | None = None


def _answers(values: Iterable[ShownAnswer]) -> tuple[ShownAnswer, ...]:
    return tuple(values)


@frozen
class ShownItem:
    """What is shown of one question.

    Attributes:
        key: the item, such as ``climate/2``.
        question: the identifier of the question it belongs to.
        kind: the type of the question.
        text: what was asked.
        asked, answered: how many were asked, and how many answered it.
        answers: each answer in the order of the scale or the options; empty where nothing is
            shown.
        sentences: the figures in plain words, counts first.
        notes: what a reader has to know beside them: why there is no figure, what is hidden.
        scaled: whether the answers are points of a scale, from low to high.
        reverse: whether the low end is the favourable one.
        construct, level: what it measures, and its Kirkpatrick level.
        withheld: why nothing is shown, in words for readers; ``""`` if something is.
        reason: why it is not shown, for the house alone: what goes out says no more than the
            notes, because a reader who knew the reason could work out more.
    """

    key: str
    question: str
    kind: str
    text: str
    asked: int
    answered: int
    answers: tuple[ShownAnswer, ...] = field(default=(), converter=_answers, kw_only=True)
    sentences: tuple[str, ...] = field(default=(), converter=_words, kw_only=True)
    notes: tuple[str, ...] = field(default=(), converter=_words, kw_only=True)
    scaled: bool = field(default=False, kw_only=True)
    reverse: bool = field(default=False, kw_only=True)
    construct: str = field(default="", kw_only=True)
    level: int | None = field(default=None, kw_only=True)
    withheld: str = field(default="", kw_only=True)
    reason: str = field(default="", kw_only=True)


@frozen
class Shown:
    """A line of text that was let through, such as an approved comment.

    Attributes:
        item: the question it answers.
        text: the wording that may be shown.
        theme: the theme it is an example of.
    """

    item: str
    text: str
    theme: str = ""


def _items(values: Iterable[ShownItem]) -> tuple[ShownItem, ...]:
    return tuple(values)


def _comments(values: Iterable[Shown]) -> tuple[Shown, ...]:
    return tuple(values)


@frozen
class ShownWave:
    """What is shown of one round of asking.

    Attributes:
        wave: its identifier.
        title, kind: what it is called, and baseline, after-each, close or follow-up.
        instrument: the title of the questionnaire.
        opened, closed: the days.
        invited: how many were asked.
        answered: how many answered at all; ``None`` where that is not shown.
        items: what is shown of each question.
        comments: texts that were let through.
        withheld: why nothing is shown, in words; ``""`` if something is.
    """

    wave: str
    title: str
    kind: str
    instrument: str
    opened: date | None
    closed: date | None
    invited: int
    answered: int | None
    items: tuple[ShownItem, ...] = field(default=(), converter=_items, kw_only=True)
    comments: tuple[Shown, ...] = field(default=(), converter=_comments, kw_only=True)
    withheld: str = field(default="", kw_only=True)

    def item(self, key: str) -> ShownItem:
        """Return what is shown of an item. Raises UnknownKeyError: nothing is."""
        for each in self.items:
            if each.key == key:
                return each
        raise UnknownKeyError("item", key, [each.key for each in self.items])


@frozen
class ShownChange:
    """What is shown of how the answers to one question changed.

    Attributes:
        key, text: the item, and what was asked both times.
        before, after: the identifiers of the two waves.
        paired: how many people are in both; ``None`` where people cannot be told.
        improved, same, worse: how many of them moved which way; ``None`` where that is not
            shown.
        sentences: the figures in plain words.
        notes: what a reader has to know beside them.
        retrospective: whether people say so looking back; never in one table with the others.
        withheld: why nothing is shown, in words for readers; ``""`` if something is, or if it
            would say what all agree on.
        reason: why it is not shown, for the house alone.
    """

    key: str
    text: str
    before: str
    after: str
    paired: int | None = None
    improved: int | None = field(default=None, kw_only=True)
    same: int | None = field(default=None, kw_only=True)
    worse: int | None = field(default=None, kw_only=True)
    sentences: tuple[str, ...] = field(default=(), converter=_words, kw_only=True)
    notes: tuple[str, ...] = field(default=(), converter=_words, kw_only=True)
    retrospective: bool = field(default=False, kw_only=True)
    withheld: str = field(default="", kw_only=True)
    reason: str = field(default="", kw_only=True)


def _waves(values: Iterable[ShownWave]) -> tuple[ShownWave, ...]:
    return tuple(values)


def _changes(values: Iterable[ShownChange]) -> tuple[ShownChange, ...]:
    return tuple(values)


def _bases(values: Iterable[Base]) -> tuple[Base, ...]:
    return tuple(values)


@frozen
class Evaluation:
    """What may be shown of the answers of a programme on a day.

    Attributes:
        as_of: the day: waves that closed later are not in it.
        waves: each round of asking, in order.
        changes: how answers changed between waves.
        bases: whose figures these are: what a ledger records once they went out.
        k: the fewest respondents behind a figure.
        notes: what to say below: what is hidden, and that a known group can recognise a voice.
    """

    as_of: date
    waves: tuple[ShownWave, ...] = field(default=(), converter=_waves)
    changes: tuple[ShownChange, ...] = field(default=(), converter=_changes)
    bases: tuple[Base, ...] = field(default=(), converter=_bases)
    k: int = 5
    notes: tuple[str, ...] = field(default=(), converter=_words)

    def wave(self, id: str) -> ShownWave:
        """Return what is shown of a wave. Raises UnknownKeyError: it is not in it."""
        for each in self.waves:
            if each.wave == id:
                return each
        raise UnknownKeyError("wave", id, [each.wave for each in self.waves])
