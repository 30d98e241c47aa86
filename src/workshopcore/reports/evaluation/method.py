"""What an evaluation was for, how it was done, and who answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from workshopcore.contracts.evaluation import Evaluation, ShownWave
from workshopcore.contracts.report import Block, Paragraph
from workshopcore.evaluation.instruments import eligible
from workshopcore.evaluation.instruments.asking import confidentiality
from workshopcore.model.evaluation import EvidenceKind, Wave
from workshopcore.model.programme import Programme
from workshopcore.model.versions import current_objectives
from workshopcore.reports.blocks import bullets, filled, section, table
from workshopcore.reports.evaluation.response import response_figure, responses
from workshopcore.reports.objectives import measure
from workshopcore.reports.wording import count, day, days, listed, share
from workshopcore.trace import Trace, evidence_for, gains_by

__all__ = ["WAVE_KINDS", "method", "open_days", "purpose", "questionnaire"]

_PURPOSE = (
    "It asks whether the programme reached its objectives, what has been gained and how that is"
    " known, what did not go as hoped, and what to do next."
)
WAVE_KINDS = {
    "baseline": "before the first workshop",
    "after-each": "after a workshop",
    "close": "at the close",
    "follow-up": "some months later",
}
_EVIDENCE: dict[EvidenceKind, tuple[str, str]] = {
    "self-report": ("self-report", "self-reports"),
    "document": ("document", "documents"),
    "metric": ("metric", "metrics"),
    "observation": ("observation", "observations"),
    "third-party": ("third-party account", "third-party accounts"),
}


def purpose(programme: Programme, as_of: date) -> tuple[Block, ...]:
    """Return what the evaluation asks, and the objectives with what they are measured by."""
    objectives = current_objectives(programme, as_of)
    return filled(
        (Paragraph(_PURPOSE),),
        table(
            ("No.", "Objective", "Measured by"),
            [
                (str(n), objective.statement, measure(objective) or "nothing agreed")
                for n, objective in enumerate(objectives, start=1)
            ],
            caption="What the programme is judged by",
        ),
    )


def method(programme: Programme, found: Trace, evaluation: Evaluation | None) -> tuple[Block, ...]:
    """Return how it was asked, who answered, and what else the findings rest on."""
    asked = _asked(programme, found.as_of, evaluation)
    return filled(
        section("Rounds of asking", asked),
        section("Response", response_figure(responses(programme, evaluation)))
        if evaluation
        else (),
        section("Before and after", bullets(_pairing(evaluation))) if evaluation else (),
        section("Confidentiality", _rule(programme, evaluation)),
        section("What else it rests on", _evidence(programme, found)),
    )


def _asked(programme: Programme, as_of: date, evaluation: Evaluation | None) -> tuple[Block, ...]:
    opened = [wave for wave in programme.waves if wave.opens is None or wave.opens <= as_of]
    if not opened:
        return (Paragraph("Nobody had been asked anything by questionnaire."),)
    shown = {wave.wave: wave for wave in evaluation.waves} if evaluation else {}
    columns = ("Round", "When", "Questionnaire", "Open", "Asked", "Answered")
    rows = [
        (
            wave.title,
            WAVE_KINDS[wave.kind],
            questionnaire(programme, wave),
            open_days(wave),
            *_response(programme, wave, shown.get(wave.id)),
        )
        for wave in opened
    ]
    return table(columns, rows)


def _response(programme: Programme, wave: Wave, shown: ShownWave | None) -> tuple[str, str]:
    """Return how many were asked and answered; nothing of answers that are not in the report."""
    if shown is None:
        return str(len(eligible(programme, wave))), ""
    if shown.answered is None:
        return str(shown.invited), "not shown"
    return str(shown.invited), share(shown.answered, shown.invited)


def questionnaire(programme: Programme, wave: Wave) -> str:
    """Return the title of what is asked in a round."""
    return programme.instrument(wave.instrument).title if wave.instrument else "none named"


def open_days(wave: Wave) -> str:
    """Return the days on which answers are accepted, ``""`` while they are not set."""
    if wave.opens and wave.closes:
        return days(wave.opens, wave.closes)
    return day(wave.opens) if wave.opens else ""


def _pairing(evaluation: Evaluation) -> Iterator[str]:
    """Yield how answers of before and after belong together."""
    ways: dict[tuple[str, str], set[int]] = {}
    for change in evaluation.changes:
        if not change.retrospective:
            numbers = ways.setdefault((change.before, change.after), set())
            numbers |= {change.paired} if change.paired is not None else set()
    for (before, after), numbers in ways.items():
        names = f"“{evaluation.wave(before).title}” and “{evaluation.wave(after).title}”"
        if numbers:
            people = " to ".join(map(str, sorted(numbers)))
            yield f"{names}: {people} people answered both, told as the same by a code, not a name."
        else:
            yield f"{names}: who answered both cannot be told, so only the groups are compared."
    if not ways:
        yield "No two rounds asked the same before and after, so no change is measured."


def _rule(programme: Programme, evaluation: Evaluation | None) -> tuple[Block, ...]:
    if evaluation is None:
        return (Paragraph(confidentiality(programme)),)
    return (
        Paragraph(
            f"What was answered is shown only where {evaluation.k} people or more stand behind a"
            " figure, and where nothing about fewer can be worked out from it together with"
            " another. Where all gave the same answer, it is not said which. Nothing is broken"
            " down by post or by team."
        ),
    )


def _evidence(programme: Programme, found: Trace) -> tuple[Block, ...]:
    used = {
        evidence.id: evidence.kind
        for gain in gains_by(programme, found.as_of)
        for evidence in evidence_for(programme, gain, found.as_of)
    }
    if not used:
        return ()
    kinds = Counter(used.values())
    told = listed(count(kinds[kind], *words) for kind, words in _EVIDENCE.items() if kinds[kind])
    whole = found.coverage.traceable
    return (
        Paragraph(
            f"The results rest on {told}. Of {count(whole.denominator, 'result')},"
            f" {count(whole.numerator, 'goes', 'go')} back without a gap from evidence to an"
            " objective."
        ),
    )
