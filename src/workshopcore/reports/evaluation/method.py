"""What an evaluation was for, how it was done, and who answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import get_args

from workshopcore.contracts.evaluation import Evaluation, ShownWave
from workshopcore.contracts.report import Block, Paragraph
from workshopcore.evaluation.instruments import eligible
from workshopcore.evaluation.instruments.asking import confidentiality
from workshopcore.language import gettext, gettext_noop, ngettext, npgettext, pgettext
from workshopcore.model.evaluation import EvidenceKind, Wave
from workshopcore.model.programme import Programme
from workshopcore.model.versions import current_objectives
from workshopcore.reports.blocks import bullets, filled, section, table
from workshopcore.reports.evaluation.known import at_least_at_most
from workshopcore.reports.evaluation.response import response_figure, responses
from workshopcore.reports.objectives import measure
from workshopcore.reports.support import evidence_counted
from workshopcore.reports.wording import day, days, listed, share
from workshopcore.trace import Trace, evidence_for, gains_by

__all__ = ["WAVE_KINDS", "method", "open_days", "purpose", "questionnaire"]

_PURPOSE = gettext_noop(
    "It asks whether the programme reached its objectives, what has been gained and how that is"
    " known, what did not go as hoped, and what to do next."
)
WAVE_KINDS = {
    "baseline": gettext_noop("before the first workshop"),
    "after-each": gettext_noop("after a workshop"),
    "close": gettext_noop("at the close"),
    "follow-up": gettext_noop("some months later"),
}
"""When a round is, by its kind, in words that ``gettext`` says in the language spoken."""


def purpose(programme: Programme, as_of: date) -> tuple[Block, ...]:
    """Return what the evaluation asks, and the objectives with what they are measured by."""
    objectives = current_objectives(programme, as_of)
    return filled(
        (Paragraph(gettext(_PURPOSE)),),
        table(
            (gettext("No."), gettext("Objective"), gettext("Measured by")),
            [
                (str(n), objective.statement, measure(objective) or gettext("nothing agreed"))
                for n, objective in enumerate(objectives, start=1)
            ],
            caption=gettext("What the programme is judged by"),
        ),
    )


def method(programme: Programme, found: Trace, evaluation: Evaluation | None) -> tuple[Block, ...]:
    """Return how it was asked, who answered, and what else the findings rest on."""
    asked = _asked(programme, found.as_of, evaluation)
    return filled(
        section(gettext("Rounds of asking"), asked),
        section(gettext("Response"), response_figure(responses(programme, evaluation)))
        if evaluation
        else (),
        section(gettext("Before and after"), bullets(_pairing(evaluation))) if evaluation else (),
        section(gettext("Confidentiality"), _rule(programme, evaluation)),
        section(gettext("What else it rests on"), _evidence(programme, found)),
    )


def _asked(programme: Programme, as_of: date, evaluation: Evaluation | None) -> tuple[Block, ...]:
    opened = [wave for wave in programme.waves if wave.opens is None or wave.opens <= as_of]
    if not opened:
        return (Paragraph(gettext("Nobody had been asked anything by questionnaire.")),)
    shown = {wave.wave: wave for wave in evaluation.waves} if evaluation else {}
    columns = (
        pgettext("of asking", "Round"),
        gettext("When"),
        gettext("Questionnaire"),
        pgettext("of a questionnaire", "Open"),
        pgettext("how many people", "Asked"),
        pgettext("how many people", "Answered"),
    )
    rows = [
        (
            wave.title,
            gettext(WAVE_KINDS[wave.kind]),
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
        return str(shown.invited), gettext("not shown")
    return str(shown.invited), share(shown.answered, shown.invited)


def questionnaire(programme: Programme, wave: Wave) -> str:
    """Return the title of what is asked in a round."""
    if not wave.instrument:
        return pgettext("of questionnaires", "none named")
    return programme.instrument(wave.instrument).title


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
        names = {"first": evaluation.wave(before).title, "last": evaluation.wave(after).title}
        if numbers:
            yield gettext(
                "“{first}” and “{last}”: {people} people answered both, told as the same by a code,"
                " not a name.",
                people=at_least_at_most(numbers),
                **names,
            )
        else:
            yield gettext(
                "“{first}” and “{last}”: who answered both cannot be told, so only the groups are"
                " compared.",
                **names,
            )
    if not ways:
        yield gettext("No two rounds asked the same before and after, so no change is measured.")


def _rule(programme: Programme, evaluation: Evaluation | None) -> tuple[Block, ...]:
    if evaluation is None:
        return (Paragraph(confidentiality(programme)),)
    return (
        Paragraph(
            gettext(
                "What was answered is shown only where {k} people or more stand behind a figure,"
                " and where nothing about fewer can be worked out from it together with another."
                " Where all gave the same answer, it is not said which. Nothing is broken down by"
                " post or by team.",
                k=evaluation.k,
            )
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
    evidence = listed(evidence_counted({kind: kinds[kind] for kind in get_args(EvidenceKind)}))
    whole = found.coverage.traceable
    rest = gettext("The results rest on {evidence}.", evidence=evidence)
    back = ngettext(
        "Of {results}, {count} goes back without a gap from evidence to an objective.",
        "Of {results}, {count} go back without a gap from evidence to an objective.",
        whole.numerator,
        results=npgettext("of …", "{count} result", "{count} results", whole.denominator),
    )
    return (Paragraph(f"{rest} {back}"),)
