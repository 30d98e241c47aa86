"""What may be shown of the change that people see themselves, looking back."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from workshopcore.contracts.evaluation import ShownChange
from workshopcore.contracts.publication import Base
from workshopcore.evaluation.answers import Answers
from workshopcore.evaluation.comparison import LookingBack, look_back
from workshopcore.evaluation.disclosure import may_release
from workshopcore.evaluation.showing.bases import base_behind
from workshopcore.evaluation.showing.items import Asking
from workshopcore.evaluation.showing.words import agree, bands_only, not_shown, protected
from workshopcore.evaluation.statistics import change
from workshopcore.language import gettext

__all__ = ["shown_looking_back"]


def shown_looking_back(
    asking: Asking, answers: Answers
) -> tuple[tuple[ShownChange, ...], tuple[Base, ...]]:
    """Return what may be shown of each question that asked then and now, and whose it is."""
    found = [_looked_back(asking, answers, each) for each in look_back(answers)]
    return tuple(shown for shown, _ in found), tuple(base for _, base in found if base)


def _looked_back(
    asking: Asking, answers: Answers, back: LookingBack
) -> tuple[ShownChange, Base | None]:
    figure = back.changes.retrospective
    then, now = (answers.column(f"{back.question.id}/{moment}") for moment in ("then", "now"))
    base = _base(asking, answers, back)
    refused = may_release([base], asking.earlier, asking.rule).blocked
    if refused:
        return _withheld(asking, back, protected(asking.rule), refused[0].reason), None
    if asking.rule.strict:
        return _withheld(asking, back, bands_only()), None
    if agree(then) or agree(now):
        agreed = gettext(
            "Everybody said much the same of then or of now, so the change is not said."
        )
        return _shown(asking, back, None, notes=[agreed]), None
    moved = change(then, now, higher_is_better=not back.question.reverse)
    parts = {part.name: int(part.value) for part in moved.parts}
    if moved.used in parts.values():
        alike = gettext("Everybody moved the same way, so it is not said which.")
        return _shown(asking, back, moved.used, notes=[alike]), base
    said = gettext("Looking back, {figure}", figure=moved)
    shown = _shown(asking, back, moved.used, [said], figure.notes)
    return (
        evolve(shown, improved=parts["improved"], same=parts["same"], worse=parts["worse"]),
        base,
    )


def _base(asking: Asking, answers: Answers, back: LookingBack) -> Base:
    then, now = (answers.by_token(f"{back.question.id}/{moment}") for moment in ("then", "now"))
    people = [token for token in then if token in now]
    return base_behind(
        people,
        back.changes.retrospective.used,
        asking.key,
        wave=asking.wave.id,
        group="those who answered both of then and of now",
        question=asking.question(f"{back.question.id} looking back"),
    )


def _withheld(asking: Asking, back: LookingBack, why: str, reason: str = "") -> ShownChange:
    shown = _shown(asking, back, None, notes=[not_shown(why)])
    return evolve(shown, withheld=why, reason=reason)


def _shown(
    asking: Asking,
    back: LookingBack,
    people: int | None,
    sentences: Sequence[str] = (),
    notes: Sequence[str] = (),
) -> ShownChange:
    return ShownChange(
        back.question.id,
        back.question.text,
        asking.wave.id,
        asking.wave.id,
        people,
        sentences=sentences,
        notes=notes,
        retrospective=True,
    )
