"""The evaluation on half a page: counts first, the unwelcome with the welcome."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from workshopcore.contracts.evaluation import Evaluation
from workshopcore.contracts.report import Block, Paragraph
from workshopcore.model.programme import Programme
from workshopcore.model.versions import current_objectives, outcome
from workshopcore.reports.blocks import bullets, facts, filled
from workshopcore.reports.delivery import delivered
from workshopcore.reports.evaluation.change import moved
from workshopcore.reports.evaluation.known import last_wave, on_a_scale, opening
from workshopcore.reports.results import is_contested
from workshopcore.reports.wording import count, day, listed, share, state
from workshopcore.trace import GRADES, Trace

__all__ = ["no_answers", "summary"]

_MOST_QUESTIONS = 3
_KEPT = ("Workshops held", "Places taken", "Actions done")
_OUTCOMES = ("met", "partly", "not-met", "dropped")


def no_answers(found: Trace) -> str:
    """Say plainly that a report rests on records alone."""
    return (
        f"No answers to a questionnaire are in this report by {day(found.as_of)}: it rests on"
        " what is on record, and says nothing of what the team as a whole thinks."
    )


def summary(programme: Programme, found: Trace, evaluation: Evaluation | None) -> tuple[Block, ...]:
    """Return what a reader of half a page has to know."""
    figures = delivered(programme, found.as_of)
    return filled(
        (Paragraph(_lead(programme, found), lead=True),),
        facts(*((label, value) for label, value in figures if label in _KEPT)),
        bullets([*_points(found), *(_answers(evaluation) if evaluation else ())]),
        () if evaluation else (Paragraph(no_answers(found)),),
    )


def _lead(programme: Programme, found: Trace) -> str:
    objectives = current_objectives(programme, found.as_of)
    judged = Counter(outcome(objective, found.as_of) for objective in objectives)
    if not objectives:
        return "No objective had been agreed by then, so there is nothing to judge it by."
    told = [f"{judged[each]} {state(each).lower()}" for each in judged if each]
    unjudged = f"{judged['']} not judged yet" if judged[""] else ""
    return f"Of {count(len(objectives), 'objective')}: {listed([*told, unjudged])}."


def _points(found: Trace) -> Iterator[str]:
    yield f"{found.coverage}."
    if not found.gains:
        yield f"No gain had been stated by {day(found.as_of)}."
        return
    grades = Counter(each.grade for each in found.gains)
    told = listed(f"{grades[each]} {_label(GRADES[each].label)}" for each in GRADES if grades[each])
    yield f"{count(len(found.gains), 'result')}: {told}."
    kinds = Counter(each.gain.valence for each in found.gains)
    contested = sum(is_contested(each.gain, found.as_of) for each in found.gains)
    unwelcome = [
        f"{count(kinds['negative'], 'is', 'are')} unwelcome" if kinds["negative"] else "",
        f"{count(kinds['mixed'], 'is', 'are')} mixed" if kinds["mixed"] else "",
        f"{count(contested, 'is', 'are')} contested" if contested else "",
    ]
    said = listed(unwelcome)
    yield (
        f"Of these {said}."
        if said
        else "None of these is mixed, unwelcome or contested. That is rare, and worth asking about."
    )


def _label(words: str) -> str:
    return words[:1].lower() + words[1:]


def _answers(evaluation: Evaluation) -> Iterator[str]:
    """Yield who answered last, and the first questions in the order in which they were asked."""
    last = last_wave(evaluation)
    if last is None:
        yield "Nothing is shown yet of what was answered at the close."
    elif last.answered is not None:
        yield f"{last.title}: {share(last.answered, last.invited)} who were asked answered."
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
        yield f"{count(rest, 'more question')}: see the findings."


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith(".") else f"{sentence}."
