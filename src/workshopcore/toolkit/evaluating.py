"""Answers on their way into documents: protected once, and noted where they are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from datetime import date
from typing import TYPE_CHECKING

import attrs

from workshopcore.contracts.evaluation import Evaluation, ShownChange, ShownWave
from workshopcore.contracts.publication import Base
from workshopcore.contracts.report import Report
from workshopcore.errors import WorkshopCoreError

if TYPE_CHECKING:
    from workshopcore.evaluation.answers import Answers
    from workshopcore.evaluation.disclosure import Rule
    from workshopcore.model.programme import Programme

__all__ = ["bases_shown", "protected"]


def protected(
    programme: Programme,
    answers: Mapping[str, Answers] | Evaluation | None,
    as_of: date,
    *,
    rule: Rule | None = None,
    earlier: Iterable[Base] = (),
    key: bytes | None = None,
) -> Evaluation | None:
    """Return what may be shown of answers; an evaluation stays as it is.

    Raises:
        UnknownKeyError: answers of a wave that the programme does not have.
    """
    if answers is None or isinstance(answers, Evaluation):
        return answers
    from workshopcore.evaluation import evaluate

    return evaluate(programme, answers, as_of, rule=rule, earlier=earlier, key=key)


def bases_shown(
    report: Report,
    evaluation: Evaluation | None,
    build: Callable[[Evaluation], Report],
) -> tuple[Base, ...]:
    """Return whose figures a report shows.

    The report is built once more without any figure, and then without those of one wave after
    another: where it says the same, it does not show them. So nobody has to declare anything,
    and no plugin's report shows figures that no ledger knows of. How many answered is not a
    figure of what they answered.

    Args:
        report: as it went out.
        evaluation: what it was given.
        build: builds it with another evaluation.
    """
    if evaluation is None or not evaluation.bases:
        return ()
    every = {base.wave for base in evaluation.bases}

    def shows(waves: Set[str]) -> bool:
        try:
            return build(_without_figures(evaluation, waves)) != report
        except WorkshopCoreError:
            return True

    if not shows(every):
        return ()
    shown = {wave for wave in every if shows({wave})}
    return tuple(base for base in evaluation.bases if base.wave in shown) or evaluation.bases


def _without_figures(evaluation: Evaluation, waves: Set[str]) -> Evaluation:
    """Return an evaluation without what was answered in some waves, and changed between them."""
    return attrs.evolve(
        evaluation,
        waves=[_unanswered(each) if each.wave in waves else each for each in evaluation.waves],
        changes=[
            _unchanged(each) if _rests_on(each, waves) else each for each in evaluation.changes
        ],
    )


def _unanswered(wave: ShownWave) -> ShownWave:
    items = [
        attrs.evolve(each, answers=(), sentences=(), notes=(), withheld="") for each in wave.items
    ]
    return attrs.evolve(wave, items=items)


def _unchanged(change: ShownChange) -> ShownChange:
    back = change.retrospective
    return ShownChange(change.key, change.text, change.before, change.after, retrospective=back)


def _rests_on(change: ShownChange, waves: Set[str]) -> bool:
    """Return whether a change is of some waves: by themselves, or of two compared."""
    return bool({change.before, change.after, f"{change.before} to {change.after}"} & waves)
