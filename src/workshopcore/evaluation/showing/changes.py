"""What may be shown of how answers changed between two waves."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from workshopcore.contracts.evaluation import ShownChange
from workshopcore.contracts.publication import Base
from workshopcore.evaluation.answers import Answers
from workshopcore.evaluation.comparison import Comparison, ItemComparison, compare
from workshopcore.evaluation.disclosure import Rule, may_release
from workshopcore.evaluation.disclosure.bases import EVERYBODY
from workshopcore.evaluation.showing.bases import base_behind
from workshopcore.evaluation.showing.words import agree, bands_only, not_shown, protected, whys
from workshopcore.evaluation.statistics import Statistic
from workshopcore.language import gettext
from workshopcore.model.evaluation import Wave

__all__ = ["Between", "shown_changes"]

_PLAIN = frozenset({"change", "typical change", "typical difference"})
_BOTH_TIMES = "those who answered both times"


@frozen
class Between:
    """Two waves to compare, and what protection has to know.

    Attributes:
        before, after: the waves.
        first, last: their answers.
        rule: the house's.
        earlier: whose figures went out before.
        key: for the digests of tokens.
        tests: whether p-values and effect sizes are said as well.
    """

    before: Wave
    after: Wave
    first: Answers
    last: Answers
    rule: Rule
    earlier: tuple[Base, ...]
    key: bytes | None
    tests: bool = False

    def said(self, each: ItemComparison) -> tuple[Statistic, ...]:
        """Return the figures to say: how many moved which way, and how far in the middle."""
        if self.tests:
            return each.figures
        return tuple(figure for figure in each.figures if figure.name in _PLAIN)

    def shows(self, each: ItemComparison, wave: Wave) -> bool:
        """Return whether the answers to an item in one of the waves are shown."""
        answers = self.first if wave is self.before else self.last
        count = sum(answer is not None for answer in answers.column(each.item.key))
        return any(
            (base.wave, base.group, base.count) == (wave.id, EVERYBODY, count)
            and each.item.key in base.questions
            for base in self.earlier
        )

    def base(self, item: str, people: Sequence[str], count: int) -> Base:
        """Return whose change is shown."""
        return base_behind(
            people,
            count,
            self.key,
            wave=f"{self.before.id} to {self.after.id}",
            group=_BOTH_TIMES,
            question=f"change of {item}",
        )


def shown_changes(between: Between) -> tuple[tuple[ShownChange, ...], tuple[Base, ...]]:
    """Return what may be shown of each item, and whose figures that are."""
    found = compare(between.first, between.last)
    shown: list[ShownChange] = []
    bases: list[Base] = []
    for each in found.items:
        change, base = _paired(between, each) if found.paired is not None else (
            _grouped(between, found, each), None,
        )  # fmt: skip
        shown.append(change)
        if base:
            bases.append(base)
    return tuple(shown), tuple(bases)


def _paired(between: Between, each: ItemComparison) -> tuple[ShownChange, Base | None]:
    moved = each.figure("change")
    people = _both(between, each.item.key)
    base = between.base(each.item.key, people, moved.used)
    refused = may_release([base], between.earlier, between.rule).blocked
    if refused:
        return _withheld(between, each, protected(between.rule), refused[0].reason), None
    if between.rule.strict:
        return _withheld(between, each, bands_only()), None
    if _has_agreed(between, each.item.key):
        return _unsaid(between, each, _agreed()), None
    parts = {part.name: part.value for part in moved.parts}
    if moved.used in parts.values():
        alike = gettext(
            "Everybody who answered both times moved the same way, so it is not said which."
        )
        return _unsaid(between, each, alike), base
    shown = ShownChange(
        each.item.key,
        each.item.text,
        between.before.id,
        between.after.id,
        moved.used,
        improved=int(parts["improved"]),
        same=int(parts["same"]),
        worse=int(parts["worse"]),
        sentences=[str(figure) for figure in between.said(each) if figure.value is not None],
        notes=[*whys(between.said(each))],
    )
    return shown, base


def _has_agreed(between: Between, key: str) -> bool:
    """Return whether everybody said the same in a wave: the change would say what."""
    return agree(between.first.column(key)) or agree(between.last.column(key))


def _both(between: Between, key: str) -> list[str]:
    first, last = between.first.by_token(key), between.last.by_token(key)
    return [token for token in first if token in last]


def _agreed() -> str:
    return gettext(
        "In one of the two waves everybody said much the same, so the change is not said."
    )


def _unsaid(between: Between, each: ItemComparison, note: str) -> ShownChange:
    return ShownChange(
        each.item.key, each.item.text, between.before.id, between.after.id, notes=[note]
    )


def _withheld(between: Between, each: ItemComparison, why: str, reason: str = "") -> ShownChange:
    return evolve(_unsaid(between, each, not_shown(why)), withheld=why, reason=reason)


def _grouped(between: Between, found: Comparison, each: ItemComparison) -> ShownChange:
    """Say how the groups differ, where the answers of both are shown as counts anyway."""
    if between.rule.strict:
        return _withheld(between, each, bands_only())
    if not (between.shows(each, between.before) and between.shows(each, between.after)):
        no_counts = gettext("the answers of one of the two waves are not shown")
        return _withheld(between, each, no_counts)
    if _has_agreed(between, each.item.key):
        return _unsaid(between, each, _agreed())
    nobody_told = gettext(
        "Nobody can be told between the two waves, so only the groups are compared."
    )
    return ShownChange(
        each.item.key,
        each.item.text,
        between.before.id,
        between.after.id,
        found.paired,
        sentences=[str(figure) for figure in between.said(each) if figure.value is not None],
        notes=[nobody_told, *whys(between.said(each))],
    )
