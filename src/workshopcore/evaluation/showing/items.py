"""What may be shown of one question."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from attrs import frozen

from workshopcore.contracts.evaluation import ShownAnswer, ShownItem
from workshopcore.contracts.publication import Base
from workshopcore.evaluation.answers import Answers
from workshopcore.evaluation.disclosure import (
    ALIKE,
    Protected,
    Rule,
    Table,
    may_release,
    protect,
)
from workshopcore.evaluation.disclosure.bases import EVERYBODY
from workshopcore.evaluation.instruments.asking import yes_and_no
from workshopcore.evaluation.showing.bases import base_behind
from workshopcore.evaluation.showing.words import not_shown, protected
from workshopcore.evaluation.statistics import Statistic
from workshopcore.evaluation.summary import ItemSummary
from workshopcore.language import gettext
from workshopcore.model.evaluation import Wave

__all__ = ["Asking", "shown_item"]

_FEW_FOR_A_SCORE = 30


@frozen
class Asking:
    """What protection has to know of a wave.

    Attributes:
        wave: it.
        rule: the house's.
        earlier: whose figures went out before.
        key: for the digests of tokens; ``None`` where nothing is to be compared.
    """

    wave: Wave
    rule: Rule
    earlier: tuple[Base, ...]
    key: bytes | None

    def question(self, item: str) -> str:
        """Return what the ledger calls an item.

        After each workshop the same words ask about another day, so figures of two such waves
        are not of the same question.
        """
        return f"{self.wave.id}/{item}" if self.wave.kind == "after-each" else item


def shown_item(
    asking: Asking, answers: Answers, summary: ItemSummary
) -> tuple[ShownItem, tuple[Base, ...]]:
    """Return what may be shown of an item, and whose figures that are."""
    item, base = summary.item, summary.counts.base
    found = _released(asking, answers, summary)
    are_counts = bool(found.rows) and all(row.count is not None for row in found.rows)
    figures = summary.figures if are_counts else ()
    notes = (not_shown(found.withheld),) if found.withheld else found.notes
    shown = ShownItem(
        item.key,
        item.question.id,
        item.question.type,
        item.text,
        base.asked,
        base.answered,
        answers=found.rows,
        sentences=_sentences(figures),
        notes=[*notes, *_score_note(figures)],
        scaled=item.is_scaled,
        reverse=item.question.reverse,
        construct=item.question.construct,
        level=item.question.level,
        withheld=found.withheld,
        reason="" if found.rows else _reason(asking, answers, summary),
    )
    return shown, found.bases


@frozen
class _Released:
    """What of a question may go out, and what to say beside it or in its place."""

    rows: tuple[ShownAnswer, ...] = ()
    notes: tuple[str, ...] = ()
    withheld: str = ""
    bases: tuple[Base, ...] = ()


def _released(asking: Asking, answers: Answers, summary: ItemSummary) -> _Released:
    kind = summary.item.question.type
    if kind == "text":
        return _Released(_wrote(summary))
    if kind == "several-choice":
        return _each_by_itself(asking, answers, summary)
    found = protect(
        _table(answers, summary),
        asking.rule,
        asking.earlier,
        wave=asking.wave.id,
        questions=[asking.question(summary.item.key)],
        key=asking.key,
    )
    if found.withheld:
        return _Released(withheld=protected(asking.rule), bases=found.bases)
    return _Released(_protected(found, summary), _told(found), bases=found.bases)


def _reason(asking: Asking, answers: Answers, summary: ItemSummary) -> str:
    """Return why nothing is shown, as far as it is for whose answers they are."""
    base = _base(asking, answers, summary)
    refused = may_release([base], asking.earlier, asking.rule).blocked
    return refused[0].reason if refused else ""


def _table(answers: Answers, summary: ItemSummary) -> Table:
    """Return how many of the whole team gave each answer, with their tokens if all have one."""
    labels = [str(label) for label, _ in summary.counts.rows]
    counts = [[times for _, times in summary.counts.rows]]
    members = _members(answers, summary)
    return Table(
        ["everybody"], labels, counts, columns_are="answers", margins=False, members=members
    )


def _members(answers: Answers, summary: ItemSummary) -> list[list[set[str]]]:
    if not answers.tokens or not all(answers.tokens):
        return []
    places: dict[Hashable, set[str]] = {label: set() for label, _ in summary.counts.rows}
    pairs = zip(answers.tokens, answers.column(summary.item.key), strict=True)
    for token, answer in pairs:
        if answer is not None:
            places[_label(summary, answer)].add(token)
    return [list(places.values())]


def _label(summary: ItemSummary, answer: object) -> Hashable:
    """Return the row of the counts that an answer stands in."""
    question = summary.item.question
    if isinstance(answer, bool):
        yes, no = yes_and_no()
        return yes if answer else no
    if isinstance(answer, tuple):
        return str(answer[0])
    if summary.item.is_scaled and isinstance(answer, int):
        return question.labels[answer - 1]
    return answer if isinstance(answer, (str, int)) else str(answer)


def _protected(found: Protected, summary: ItemSummary) -> tuple[ShownAnswer, ...]:
    if not summary.counts.base.answered:
        return ()
    (texts,), (figures,) = found.texts, found.published.cells
    labels = [str(label) for label, _ in summary.counts.rows]
    words = [gettext(ALIKE) if text == ALIKE else text for text in texts]
    return tuple(ShownAnswer(*each) for each in zip(labels, words, figures, strict=True))


def _told(found: Protected) -> tuple[str, ...]:
    if all(text != ALIKE for row in found.texts for text in row):
        return ()
    return (gettext("Everybody who answered said much the same, so the answer is not shown."),)


def _wrote(summary: ItemSummary) -> tuple[ShownAnswer, ...]:
    """Return how many wrote something: that is no answer, and what they wrote is not shown."""
    times = sum(times for _, times in summary.counts.rows)
    return (ShownAnswer(gettext("Commented"), str(times), times),)


def _each_by_itself(asking: Asking, answers: Answers, summary: ItemSummary) -> _Released:
    """Return how many chose each option; all options rest on the same people."""
    count = summary.counts.base.answered
    base = _base(asking, answers, summary)
    if not may_release([base], asking.earlier, asking.rule).allowed:
        return _Released(withheld=protected(asking.rule))
    rows = [_option(asking.rule, str(label), times, count) for label, times in summary.counts.rows]
    note = gettext("People could choose several, so the numbers add up to more than everybody.")
    return _Released(tuple(rows), (note,), bases=(base,))


def _base(asking: Asking, answers: Answers, summary: ItemSummary) -> Base:
    column = answers.column(summary.item.key)
    tokens = [
        token
        for token, answer in zip(answers.tokens, column, strict=False)
        if token and answer is not None
    ]
    count = summary.counts.base.answered
    return base_behind(
        tokens,
        count,
        asking.key,
        wave=asking.wave.id,
        group=EVERYBODY,
        question=asking.question(summary.item.key),
    )


def _option(rule: Rule, label: str, times: int, count: int) -> ShownAnswer:
    if times in (0, count):
        # Whether all chose it or nobody did is not told apart: either would say it of everybody.
        return ShownAnswer(label, gettext(ALIKE))
    if rule.strict:
        return ShownAnswer(label, _band(times, count, rule))
    return ShownAnswer(label, str(times), times)


def _band(times: int, count: int, rule: Rule) -> str:
    """Return in which part of the people a number lies, parts of k people or more."""
    parts = max(count // rule.k, 1)
    edges = [round(count * part / parts) for part in range(parts + 1)]
    at = next(n for n in range(parts) if times <= edges[n + 1])
    return gettext("{first} to {last}", first=edges[at] + (at > 0), last=edges[at + 1])


def _sentences(figures: Iterable[Statistic]) -> tuple[str, ...]:
    """Return the figures to say: where counts are shown, they say nothing more."""
    return tuple(
        str(figure) for figure in figures if figure.value is not None and not _is_weak_score(figure)
    )


def _is_weak_score(figure: Statistic) -> bool:
    return figure.name == "net promoter score" and figure.used < _FEW_FOR_A_SCORE


def _score_note(figures: Iterable[Statistic]) -> Iterator[str]:
    for figure in figures:
        if figure.value is not None and _is_weak_score(figure):
            yield gettext(
                "A net promoter score of fewer than {few} answers says little, and is left out:"
                " the counts say it better.",
                few=_FEW_FOR_A_SCORE,
            )
