"""The evaluation on half a page: counts first, the unwelcome with the welcome."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from workshopcore.contracts.evaluation import Evaluation
from workshopcore.contracts.report import Block, Paragraph
from workshopcore.language import gettext, gettext_noop, ngettext, npgettext
from workshopcore.model.programme import Programme
from workshopcore.model.versions import current_objectives, outcome
from workshopcore.reports.blocks import bullets, facts, filled
from workshopcore.reports.delivery import delivered
from workshopcore.reports.evaluation.change import moved
from workshopcore.reports.evaluation.known import last_wave, on_a_scale, opening
from workshopcore.reports.results import is_contested
from workshopcore.reports.support import grades_counted
from workshopcore.reports.wording import day, listed, share
from workshopcore.trace import Trace

__all__ = ["no_answers", "summary"]

_MOST_QUESTIONS = 3
_KEPT = (
    gettext_noop("Workshops held"),
    gettext_noop("Places taken"),
    gettext_noop("Actions done"),
)


def no_answers(found: Trace) -> str:
    """Say plainly that a report rests on records alone."""
    return gettext(
        "No answers to a questionnaire are in this report by {day}: it rests on what is on record,"
        " and says nothing of what the team as a whole thinks.",
        day=day(found.as_of),
    )


def summary(programme: Programme, found: Trace, evaluation: Evaluation | None) -> tuple[Block, ...]:
    """Return what a reader of half a page has to know."""
    figures = delivered(programme, found.as_of)
    kept = {gettext(label) for label in _KEPT}
    return filled(
        (Paragraph(_lead(programme, found), lead=True),),
        facts(*((label, value) for label, value in figures if label in kept)),
        bullets([*_points(found), *(_answers(evaluation) if evaluation else ())]),
        () if evaluation else (Paragraph(no_answers(found)),),
    )


def _lead(programme: Programme, found: Trace) -> str:
    objectives = current_objectives(programme, found.as_of)
    judged = Counter(outcome(objective, found.as_of) for objective in objectives)
    if not objectives:
        return gettext("No objective had been agreed by then, so there is nothing to judge it by.")
    told = [_judged(each, number) for each, number in judged.items() if each]
    unjudged = _judged("", judged[""]) if judged[""] else ""
    return ngettext(
        "Of {count} objective: {judged}.",
        "Of {count} objectives: {judged}.",
        len(objectives),
        judged=listed([*told, unjudged]),
    )


def _judged(said: str, number: int) -> str:
    """Return how many objectives were judged in a way; those that were not, for ``""``."""
    match said:
        case "met":
            return npgettext("of objectives", "{count} met", "{count} met", number)
        case "partly":
            return npgettext("of objectives", "{count} partly met", "{count} partly met", number)
        case "not-met":
            return npgettext("of objectives", "{count} not met", "{count} not met", number)
        case "dropped":
            return npgettext("of objectives", "{count} dropped", "{count} dropped", number)
        case _:
            return npgettext(
                "of objectives", "{count} not judged yet", "{count} not judged yet", number
            )


def _points(found: Trace) -> Iterator[str]:
    yield f"{found.coverage}."
    if not found.gains:
        yield gettext("No gain had been stated by {day}.", day=day(found.as_of))
        return
    grades = Counter(each.grade for each in found.gains)
    yield ngettext(
        "{count} result: {grades}.",
        "{count} results: {grades}.",
        len(found.gains),
        grades=listed(grades_counted(grades)),
    )
    yield _unwelcome(found)


def _unwelcome(found: Trace) -> str:
    kinds = Counter(each.gain.valence for each in found.gains)
    contested = sum(is_contested(each.gain, found.as_of) for each in found.gains)
    bad, mixed = kinds["negative"], kinds["mixed"]
    unwelcome = [
        ngettext("{count} is unwelcome", "{count} are unwelcome", bad) if bad else "",
        ngettext("{count} is mixed", "{count} are mixed", mixed) if mixed else "",
        ngettext("{count} is contested", "{count} are contested", contested) if contested else "",
    ]
    if said := listed(unwelcome):
        return gettext("Of these {said}.", said=said)
    return gettext(
        "None of these is mixed, unwelcome or contested. That is rare, and worth asking about."
    )


def _answers(evaluation: Evaluation) -> Iterator[str]:
    """Yield who answered last, and the first questions in the order in which they were asked."""
    last = last_wave(evaluation)
    if last is None:
        yield gettext("Nothing is shown yet of what was answered at the close.")
    elif last.answered is not None:
        yield gettext(
            "{round}: {share} who were asked answered.",
            round=last.title,
            share=share(last.answered, last.invited),
        )
    changes = [each for each in evaluation.changes if not each.retrospective]
    if changes:
        for change in changes[:_MOST_QUESTIONS]:
            yield _ended(f"{change.text}: {moved(change)}")
        rest = len(changes) - _MOST_QUESTIONS
    else:
        items = on_a_scale(last.items) if last else []
        for item in items[:_MOST_QUESTIONS]:
            yield _ended(f"{item.text}: {opening(item)}")
        rest = len(items) - _MOST_QUESTIONS
    if rest > 0:
        yield ngettext(
            "{count} more question: see the findings.",
            "{count} more questions: see the findings.",
            rest,
        )


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith(".") else f"{sentence}."
