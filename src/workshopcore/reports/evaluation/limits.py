"""What an evaluation cannot say, said before anybody else does."""

from __future__ import annotations

from collections.abc import Iterator

from workshopcore.contracts.evaluation import Evaluation
from workshopcore.contracts.report import Block
from workshopcore.evaluation.instruments import eligible
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import bullets, filled, section
from workshopcore.reports.counted import MANY
from workshopcore.reports.wording import count
from workshopcore.trace import Trace

__all__ = ["limits"]

_NO_COMPARISON = (
    "There is no group without the programme to compare with. What changed may have changed for"
    " other reasons; what else could explain a result stands beside the results."
)
_SHIFT = (
    "People may judge by another yardstick at the end than they did at the start, because they"
    " learned what to look for. The same answer need not mean the same, and this report does not"
    " correct for it."
)
_ONLY_PARTICIPANTS = (
    "Only participants were asked by questionnaire. Those who work with them, and those whom the"
    " work is for, may see it differently."
)
_NOT_SHOWN = "Not shown"


def limits(programme: Programme, found: Trace, evaluation: Evaluation | None) -> tuple[Block, ...]:
    """Return what the reader has to bear in mind, and what is hidden and why."""
    hidden = bullets(_hidden(evaluation)) if evaluation else ()
    return filled(
        bullets(_limits(programme, found, evaluation)),
        section("What is not shown, and why", hidden),
    )


def _limits(programme: Programme, found: Trace, evaluation: Evaluation | None) -> Iterator[str]:
    if evaluation:
        yield from _of_answers(programme, evaluation)
    else:
        yield (
            "There are no answers to a questionnaire in this report. What participants as a whole"
            " think of the programme is not known from it."
        )
    reported = sum(each.grade == "reported" for each in found.gains)
    if reported:
        yield (
            f"Of {count(len(found.gains), 'result')},"
            f" {count(reported, 'rests', 'rest')} on nothing but what people said themselves: that"
            " is evidence of what they perceive."
        )
    yield _NO_COMPARISON
    yield from _left(programme, found)


def _of_answers(programme: Programme, evaluation: Evaluation) -> Iterator[str]:
    most = max(wave.invited for wave in evaluation.waves)
    if most < MANY:
        yield (
            f"The team is small: {count(most, 'person was', 'people were')} asked at most. One"
            " person more or less changes every figure, so answers are counted and never put in per"
            " cents, and they speak of nobody but this team."
        )
    silent = [
        f"{wave.title}, {wave.invited - wave.answered} of {wave.invited}"
        for wave in evaluation.waves
        if wave.answered is not None and wave.answered < wave.invited
    ]
    if silent:
        yield f"Not everybody answered, and those who did not may differ: {'; '.join(silent)}."
    if any(not change.retrospective for change in evaluation.changes):
        yield _SHIFT
    waves = {wave.wave for wave in evaluation.waves}
    asked = [p for w in programme.waves if w.id in waves for p in eligible(programme, w)]
    if asked and all(person.role == "participant" for person in asked):
        yield _ONLY_PARTICIPANTS


def _left(programme: Programme, found: Trace) -> Iterator[str]:
    left = sum(
        person.role == "participant" and person.left is not None and person.left <= found.as_of
        for person in programme.people
    )
    if left:
        yield (
            f"{count(left, 'participant')} had left the team by then. Who has left is not asked"
            " afterwards."
        )


def _hidden(evaluation: Evaluation) -> Iterator[str]:
    """Yield each reason once, with how many questions it holds for."""
    yield from evaluation.notes
    for wave in evaluation.waves:
        if wave.withheld:
            yield f"{wave.title}: nothing is shown, because {wave.withheld}."
    reasons: dict[str, int] = {}
    notes = [n for wave in evaluation.waves for item in wave.items for n in item.notes]
    notes += [note for change in evaluation.changes for note in change.notes]
    for note in notes:
        if note.startswith(_NOT_SHOWN):
            reasons[note] = reasons.get(note, 0) + 1
    for reason, times in reasons.items():
        yield f"{count(times, 'question')}: {reason[:1].lower()}{reason[1:]}"
