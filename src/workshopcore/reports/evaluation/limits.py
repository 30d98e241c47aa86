"""What an evaluation cannot say, said before anybody else does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from workshopcore.contracts.evaluation import Evaluation
from workshopcore.contracts.report import Block
from workshopcore.evaluation.instruments import eligible
from workshopcore.language import gettext, gettext_noop, ngettext, npgettext
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import bullets, filled, section
from workshopcore.reports.counted import MANY
from workshopcore.reports.evaluation.known import nothing_shown
from workshopcore.reports.wording import share
from workshopcore.trace import Trace

__all__ = ["limits"]

_NO_COMPARISON = gettext_noop(
    "There is no group without the programme to compare with. What changed may have changed for"
    " other reasons; what else could explain a result stands beside the results."
)
_SHIFT = gettext_noop(
    "People may judge by another yardstick at the end than they did at the start, because they"
    " learned what to look for. The same answer need not mean the same, and this report does not"
    " correct for it."
)
_ONLY_PARTICIPANTS = gettext_noop(
    "Only participants were asked by questionnaire. Those who work with them, and those whom the"
    " work is for, may see it differently."
)


def limits(programme: Programme, found: Trace, evaluation: Evaluation | None) -> tuple[Block, ...]:
    """Return what the reader has to bear in mind, and what is hidden and why."""
    hidden = bullets(_hidden(evaluation)) if evaluation else ()
    return filled(
        bullets(_limits(programme, found, evaluation)),
        section(gettext("What is not shown, and why"), hidden),
    )


def _limits(programme: Programme, found: Trace, evaluation: Evaluation | None) -> Iterator[str]:
    if evaluation:
        yield from _of_answers(programme, evaluation)
    else:
        yield gettext(
            "There are no answers to a questionnaire in this report. What participants as a whole"
            " think of the programme is not known from it."
        )
    reported = sum(each.grade == "reported" for each in found.gains)
    if reported:
        yield ngettext(
            "Of {results}, {count} rests on nothing but what people said themselves: that is"
            " evidence of what they perceive.",
            "Of {results}, {count} rest on nothing but what people said themselves: that is"
            " evidence of what they perceive.",
            reported,
            results=npgettext("of …", "{count} result", "{count} results", len(found.gains)),
        )
    yield gettext(_NO_COMPARISON)
    yield from _left(programme, found)


def _of_answers(programme: Programme, evaluation: Evaluation) -> Iterator[str]:
    most = max(wave.invited for wave in evaluation.waves)
    if most < MANY:
        yield ngettext(
            "The team is small: {count} person was asked at most. One person more or less changes"
            " every figure, so answers are counted and never put in per cents, and they speak of"
            " nobody but this team.",
            "The team is small: {count} people were asked at most. One person more or less changes"
            " every figure, so answers are counted and never put in per cents, and they speak of"
            " nobody but this team.",
            most,
        )
    silent = [
        f"{wave.title}, {share(wave.invited - wave.answered, wave.invited)}"
        for wave in evaluation.waves
        if wave.answered is not None and wave.answered < wave.invited
    ]
    if silent:
        yield gettext(
            "Not everybody answered, and those who did not may differ: {rounds}.",
            rounds="; ".join(silent),
        )
    if any(not change.retrospective for change in evaluation.changes):
        yield gettext(_SHIFT)
    waves = {wave.wave for wave in evaluation.waves}
    asked = [p for w in programme.waves if w.id in waves for p in eligible(programme, w)]
    if asked and all(person.role == "participant" for person in asked):
        yield gettext(_ONLY_PARTICIPANTS)


def _left(programme: Programme, found: Trace) -> Iterator[str]:
    left = sum(
        person.role == "participant" and person.left is not None and person.left <= found.as_of
        for person in programme.people
    )
    if left:
        yield ngettext(
            "{count} participant had left the team by then. Who has left is not asked afterwards.",
            "{count} participants had left the team by then. Who has left is not asked afterwards.",
            left,
        )


def _hidden(evaluation: Evaluation) -> Iterator[str]:
    """Yield each reason once, with how many questions it holds for."""
    yield from evaluation.notes
    for wave in evaluation.waves:
        if wave.withheld:
            yield nothing_shown(wave)
    items = [item.withheld for wave in evaluation.waves for item in wave.items]
    changes = [change.withheld for change in evaluation.changes]
    for reason, times in Counter(filter(None, [*items, *changes])).items():
        yield ngettext(
            "{count} question: not shown: {reason}.",
            "{count} questions: not shown: {reason}.",
            times,
            reason=reason,
        )
