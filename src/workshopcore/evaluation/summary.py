"""What people answered: every item in counts first, each figure with its own denominator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from functools import reduce

from attrs import field, frozen

from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.evaluation.answers import Answers, Item
from workshopcore.evaluation.answers.counting import Counted
from workshopcore.evaluation.instruments.asking import yes_and_no
from workshopcore.evaluation.statistics import (
    Base,
    Counts,
    Method,
    Statistic,
    Tally,
    counts,
    median,
    net_promoter,
    share,
)
from workshopcore.evaluation.statistics.statistic import figure_of
from workshopcore.language import gettext, pgettext
from workshopcore.model.evaluation import Instrument

__all__ = ["ItemSummary", "Summary", "summarise"]

_RESPONSE = Method("answers of those who were asked", "arithmetic")
_SEVERAL = Method("count of people for each option, each person once", "arithmetic")
_LIKELIHOOD = tuple(range(11))


def _figures(values: Iterable[Statistic]) -> tuple[Statistic, ...]:
    return tuple(values)


@frozen
class ItemSummary:
    """What was answered to one item.

    Attributes:
        item: what was asked.
        counts: how many gave each answer, in the order of the scale or the options.
        figures: what follows from that, such as how many agree, the median, or the net promoter
            score; none for text.
    """

    item: Item
    counts: Counts
    figures: tuple[Statistic, ...] = field(default=(), converter=_figures)

    def figure(self, name: str) -> Statistic:
        """Return a figure by its name. Raises UnknownKeyError: there is none of that name."""
        return figure_of(self.figures, name)

    def __str__(self) -> str:
        return f"{self.item.text} {self.figures[0] if self.figures else self.counts}"


@frozen
class Summary:
    """What was answered to a whole instrument.

    Attributes:
        instrument: what was asked.
        response: how many answered at all, of those who were asked.
        items: each item that the file has, in the order of the instrument.
    """

    instrument: Instrument
    response: Statistic
    items: tuple[ItemSummary, ...]

    def __getitem__(self, key: str) -> ItemSummary:
        for each in self.items:
            if each.item.key == key:
                return each
        raise UnknownKeyError("item", key, [each.item.key for each in self.items])

    @property
    def asked(self) -> int:
        """How many were asked."""
        return self.response.asked

    @property
    def answered(self) -> int:
        """How many answered at all."""
        return self.response.answered


def summarise(
    answers: Answers | Counted,
    *,
    asked: int | None = None,
    population: int | None = None,
    boxes: int = 2,
) -> Summary:
    """Return what was answered to every item, counts first.

    Nothing is protected yet: before a figure leaves the house, see ``evaluation.disclosure``.

    Args:
        answers: what people answered, read or counted.
        asked: how many were asked; left out, as many as answered.
        population: how many people the figures speak of, where that is a wider group than those
            who were asked.
        boxes: how many points at the favourable end of a scale are taken together, and of a
            short scale never more than half of them.

    Raises:
        InvalidValueError: fewer were asked than answered, or no points are taken together.

    >>> from workshopcore.evaluation.answers import read_answers
    >>> from workshopcore.model.evaluation import Question
    >>> labels = ("Disagree", "Neither", "Agree")
    >>> form = Instrument("Pulse", [Question("Time well spent", "scale", id="time", labels=labels)])
    >>> answers = read_answers([["time"], *[["Agree"]] * 6, ["Neither"], ["Disagree"]], form)
    >>> found = summarise(answers, asked=9)
    >>> print(found["time"])
    Time well spent 6 of 8 answered Agree; 9 were asked
    """
    if boxes < 1:
        raise InvalidValueError(boxes, "one point of a scale or more", field="boxes")
    tallies = _tallies(answers)
    people = len(answers) if isinstance(answers, Answers) else _most(tallies.values())
    everybody = people if asked is None else asked
    items = [
        _summary(item, tallies[item.key], everybody, population, boxes) for item in answers.items
    ]
    return Summary(answers.instrument, _response(people, everybody), tuple(items))


def _tallies(answers: Answers | Counted) -> dict[str, Tally]:
    if isinstance(answers, Counted):
        return dict(answers.tallies)
    return {
        item.key: Tally(
            [True if each else None for each in answers.column(item.key)]
            if item.question.type == "text"
            else answers.column(item.key)
        )
        for item in answers.items
    }


def _most(tallies: Iterable[Tally]) -> int:
    return max((len(each) for each in tallies), default=0)


def _response(people: int, asked: int) -> Statistic:
    base = Base(asked, people, people, "those who were asked")
    if not asked:
        return Statistic("response", None, base, _RESPONSE, why="nobody was asked")
    return Statistic(
        "response", people, base, _RESPONSE, says=f"{people} of {asked} who were asked answered"
    )


def _summary(
    item: Item, tally: Tally, asked: int, population: int | None, boxes: int
) -> ItemSummary:
    kind = item.question.type
    if item.is_scaled:
        return _scaled(item, tally, asked, population, boxes)
    if kind == "likelihood":
        found = counts(tally, options=_LIKELIHOOD, asked=asked)
        score = net_promoter(tally, asked=asked, population=population)
        return ItemSummary(item, found, [score, median(tally, asked=asked, population=population)])
    if kind == "yes-no":
        yes, no = yes_and_no()
        said = tally.recoded({True: yes, False: no})
        agreed = share(
            said, {yes}, asked=asked, words=gettext("answered yes"), population=population
        )
        return ItemSummary(item, counts(said, options=[yes, no], asked=asked), [agreed])
    if kind in ("several-choice", "ranking"):
        return ItemSummary(item, _chosen(tally, item, asked, first=kind == "ranking"))
    if kind == "text":
        wrote = tally.recoded({True: gettext("Commented")})
        return ItemSummary(item, counts(wrote, asked=asked))
    return ItemSummary(item, counts(tally, options=item.question.options, asked=asked))


def _scaled(
    item: Item, tally: Tally, asked: int, population: int | None, boxes: int
) -> ItemSummary:
    """Summarise points of a scale; the favourable end is the low one of a reversed item."""
    labels = item.question.labels
    taken = min(boxes, len(labels) // 2)
    ends = labels[:taken] if item.question.reverse else labels[-taken:]
    named = tally.recoded(dict(enumerate(labels, start=1)))
    favourable = share(
        named,
        set(ends),
        asked=asked,
        words=gettext("answered {answer}", answer=_either(ends)),
        population=population,
    )
    middle = median(tally, asked=asked, population=population)
    return ItemSummary(item, counts(named, options=labels, asked=asked), [favourable, middle])


def _either(answers: Iterable[str]) -> str:
    """Return answers as alternatives in a sentence."""
    return reduce(
        lambda one, other: pgettext("of answers", "{one} or {other}", one=one, other=other), answers
    )


def _chosen(tally: Tally, item: Item, asked: int, *, first: bool) -> Counts:
    """Return how many people chose each option, or put each first."""
    found: Counter[Hashable] = Counter()
    for options, times in tally.counts.items():
        assert isinstance(options, tuple), "several answers come as a tuple"
        for option in options[:1] if first else options:
            found[option] += times
    rows = tuple((option, found[option]) for option in item.question.options)
    answered = tally.answered
    rule = "those who ranked anything" if first else "those who answered"
    return Counts(rows, Base(asked, answered, answered, rule), _SEVERAL)
