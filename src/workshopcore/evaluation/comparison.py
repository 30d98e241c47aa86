"""What changed between two waves: for the same people where they can be told, else for groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, field, frozen

from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.evaluation.answers import Answers, Item
from workshopcore.evaluation.statistics import (
    Retrospective,
    Statistic,
    change,
    d_av,
    holm,
    rank_sum,
    retrospective,
    shift,
    shift_between,
    signed_rank,
)
from workshopcore.evaluation.statistics.statistic import figure_of
from workshopcore.model.evaluation import Question

__all__ = ["Comparison", "ItemComparison", "LookingBack", "compare", "look_back"]

_NUMBERED = ("scale", "matrix", "likelihood")
_TEST = "p-value"


def _figures(values: Iterable[Statistic]) -> tuple[Statistic, ...]:
    return tuple(values)


@frozen
class ItemComparison:
    """How the answers to one item changed.

    Attributes:
        item: what was asked both times.
        figures: improved, same and worse first, where people can be paired; the shift; the
            test, its p-value corrected for all items together (Holm); the effect.
    """

    item: Item
    figures: tuple[Statistic, ...] = field(converter=_figures)

    def figure(self, name: str) -> Statistic:
        """Return a figure by its name. Raises UnknownKeyError: there is none of that name."""
        return figure_of(self.figures, name)

    def __str__(self) -> str:
        return f"{self.item.text} {self.figures[0]}"


@frozen
class Comparison:
    """How the answers changed between two waves.

    Attributes:
        paired: how many people are in both waves and can be told; ``None`` if nobody can.
        items: each item that was asked both times.
        only_before, only_after: the keys of those that were asked once.
    """

    paired: int | None
    items: tuple[ItemComparison, ...]
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]

    def __getitem__(self, key: str) -> ItemComparison:
        for each in self.items:
            if each.item.key == key:
                return each
        raise UnknownKeyError("item", key, [each.item.key for each in self.items])


def compare(
    before: Answers,
    after: Answers,
    pairs: Iterable[tuple[str, str]] | None = None,
    *,
    asked: int | None = None,
) -> Comparison:
    """Return how the answers changed, item by item, for items with the same key and scale.

    People are paired by token where both waves have tokens, or by ``pairs``; then the first
    figure is how many improved, stayed the same and got worse. Otherwise the two waves are two
    groups, and only the groups are compared.

    Args:
        before: the earlier wave.
        after: the later wave.
        pairs: tokens that belong together, earlier and later; see ``pair_codes``.
        asked: how many were asked both times.

    Raises:
        InvalidValueError: an item has the same key in both and another scale, or somebody is
            paired twice.
        UnknownKeyError: a token of ``pairs`` is in no wave.

    >>> from workshopcore.evaluation.answers import AnswerMapping, read_answers
    >>> from workshopcore.model.evaluation import Instrument, Question
    >>> labels = ("Disagree", "Neither", "Agree")
    >>> form = Instrument("Team", [Question("We share a purpose", "scale", id="p", labels=labels)])
    >>> by_code = AnswerMapping(token="code")
    >>> first = read_answers([["code", "p"], ["a", "1"], ["b", "2"], ["c", "3"]], form, by_code)
    >>> last = read_answers([["code", "p"], ["c", "3"], ["b", "3"], ["a", "2"]], form, by_code)
    >>> print(compare(first, last)["p"])
    We share a purpose 2 of 3 improved, 1 stayed the same and 0 got worse
    """
    told = _told(before, after, pairs)
    late = {item.key: item for item in after.items}
    common = [item for item in before.items if item.key in late and _is_numbered(item)]
    for item in common:
        _check_same(item, late[item.key])
    items = [
        _paired(item, before, after, told, asked)
        if told is not None
        else _grouped(item, before, after)
        for item in common
    ]
    return Comparison(
        paired=None if told is None else len(told),
        items=tuple(_together(items)),
        only_before=tuple(item.key for item in before.items if item.key not in late),
        only_after=tuple(key for key in late if key not in before.columns),
    )


def _together(items: Sequence[ItemComparison]) -> Iterator[ItemComparison]:
    """Yield the items with the p-values that hold when all of them are looked at."""
    tests = [each.figure(_TEST) for each in items]
    for each, test, corrected in zip(items, tests, holm(tests), strict=True):
        yield evolve(each, figures=[corrected if f is test else f for f in each.figures])


def _is_numbered(item: Item) -> bool:
    return item.question.type in _NUMBERED


def _check_same(one: Item, other: Item) -> None:
    first, second = one.question, other.question
    if (first.type, first.labels, first.reverse) != (second.type, second.labels, second.reverse):
        raise InvalidValueError(
            f"'{one.key}' with another scale than before",
            "the same scale in both waves",
            "Give a question that was changed an identifier of its own",
        )
    if one.row != other.row:
        raise InvalidValueError(
            f"'{one.key}' as '{other.row}', and before as '{one.row}'",
            "the statements of a matrix at the same places in both waves",
            "Give a question that was changed an identifier of its own",
        )


def _told(
    before: Answers, after: Answers, pairs: Iterable[tuple[str, str]] | None
) -> list[tuple[int, int]] | None:
    """Return the rows of people who are in both waves, ``None`` where nobody can be told."""
    firsts, seconds = _places(before.tokens), _places(after.tokens)
    if pairs is None:
        if not firsts or not seconds:
            return None
        pairs = [(token, token) for token in firsts if token in seconds]
    found = []
    pairs = list(pairs)
    _refuse_twice(first for first, _ in pairs)
    _refuse_twice(second for _, second in pairs)
    for first, second in pairs:
        if first not in firsts:
            raise UnknownKeyError("token of the earlier wave", first, firsts)
        if second not in seconds:
            raise UnknownKeyError("token of the later wave", second, seconds)
        found.append((firsts[first], seconds[second]))
    return found


def _refuse_twice(tokens: Iterable[str]) -> None:
    for token, times in Counter(tokens).items():
        if times > 1:
            raise InvalidValueError(
                f"'{token}' in {times} pairs",
                "everybody in one pair at most",
                "Leave out those of whom it is not certain who they are",
            )


def _places(tokens: Sequence[str]) -> dict[str, int]:
    return {token: place for place, token in enumerate(tokens) if token}


def _paired(
    item: Item,
    before: Answers,
    after: Answers,
    told: Sequence[tuple[int, int]],
    asked: int | None,
) -> ItemComparison:
    earlier, later = before.column(item.key), after.column(item.key)
    firsts = [earlier[one] for one, _ in told]
    seconds = [later[other] for _, other in told]
    better = not item.question.reverse
    return ItemComparison(
        item,
        [
            change(firsts, seconds, asked=asked, higher_is_better=better),
            shift(firsts, seconds, asked=asked),
            signed_rank(firsts, seconds, asked=asked),
            d_av(firsts, seconds, asked=asked),
        ],
    )


def _grouped(item: Item, before: Answers, after: Answers) -> ItemComparison:
    firsts, seconds = before.column(item.key), after.column(item.key)
    return ItemComparison(item, [shift_between(firsts, seconds), rank_sum(firsts, seconds)])


@frozen
class LookingBack:
    """What people say of their own change, looking back, on one question.

    Attributes:
        question: what they were asked about then and now.
        changes: conventional and retrospective change and the response shift, never mixed.
    """

    question: Question
    changes: Retrospective


def look_back(
    after: Answers,
    before: Answers | None = None,
    pairs: Iterable[tuple[str, str]] | None = None,
    *,
    asked: int | None = None,
) -> tuple[LookingBack, ...]:
    """Return the change that people see themselves, for each question that asked then and now.

    Args:
        after: the wave that asked.
        before: an earlier wave in which the same was asked as it was then, as a scale with the
            identifier and the labels of the question; only people who can be paired count.
        pairs: tokens that belong together, earlier and later.
        asked: how many were asked.

    Raises:
        UnknownKeyError: a token of ``pairs`` is in no wave.
    """
    told = _told(before, after, pairs) if before is not None else None
    return tuple(
        LookingBack(question, _looked_back(question, after, before, told, asked))
        for question in after.instrument.questions
        if question.type == "retrospective"
        and {f"{question.id}/then", f"{question.id}/now"} <= after.columns.keys()
    )


def _looked_back(
    question: Question,
    after: Answers,
    before: Answers | None,
    told: Sequence[tuple[int, int]] | None,
    asked: int | None,
) -> Retrospective:
    then, now = after.column(f"{question.id}/then"), after.column(f"{question.id}/now")
    if before is None or told is None or not _asked_before(question, before):
        return retrospective(then, now, asked=asked)
    known = {other: one for one, other in told}
    earlier = before.column(question.id)
    first = [earlier[known[place]] if place in known else None for place in range(len(after))]
    return retrospective(then, now, first, asked=asked)


def _asked_before(question: Question, before: Answers) -> bool:
    return any(
        item.key == question.id and item.question.labels == question.labels
        for item in before.items
        if item.question.type == "scale"
    )
