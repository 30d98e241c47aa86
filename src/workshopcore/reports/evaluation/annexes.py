"""The annexes: every question in counts, what every gain goes back to, what was asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workshopcore.contracts.evaluation import Evaluation, ShownItem, ShownWave
from workshopcore.contracts.report import Block, Paragraph
from workshopcore.evaluation.instruments.asking import options_of
from workshopcore.language import gettext, gettext_noop, ngettext, pgettext
from workshopcore.model.evaluation import Instrument, Question
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import bullets, filled, section, table
from workshopcore.reports.evaluation.change import moved
from workshopcore.reports.evaluation.findings import item_counts
from workshopcore.reports.evaluation.known import opening
from workshopcore.reports.evaluation.scales import Row, counts_table
from workshopcore.reports.results import trace_table
from workshopcore.reports.trace_figure import trace_figure
from workshopcore.reports.wording import share
from workshopcore.trace import Trace

__all__ = ["annexes"]

_KINDS = {
    "scale": gettext_noop("scale"),
    "likelihood": gettext_noop("0 to 10"),
    "yes-no": gettext_noop("yes or no"),
    "single-choice": gettext_noop("one answer"),
    "several-choice": gettext_noop("several answers"),
    "ranking": gettext_noop("ranking"),
    "matrix": gettext_noop("scale, row by row"),
    "text": gettext_noop("own words"),
    "retrospective": gettext_noop("scale, for before and for today"),
}


def annexes(
    programme: Programme, found: Trace, evaluation: Evaluation | None, *, tests: bool = False
) -> tuple[Block, ...]:
    """Return everything the findings rest on.

    Args:
        programme: the programme.
        found: its trace.
        evaluation: what may be shown of the answers.
        tests: whether everything the evaluation says of a change is printed as well.
    """
    counts = _counts(evaluation) if evaluation else ()
    change = _changes(evaluation, tests) if evaluation else ()
    return filled(
        section(gettext("Every question in counts"), counts),
        section(gettext("Change, question by question"), change),
        section(
            gettext("What each gain goes back to"),
            trace_figure(found),
            trace_table(programme, found.as_of),
        ),
        section(gettext("What was asked"), *_instruments(programme, found)),
    )


def _counts(evaluation: Evaluation) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for wave in evaluation.waves:
        told = gettext("Nothing is shown: {reason}.", reason=wave.withheld)
        said = (Paragraph(told),) if wave.withheld else ()
        blocks += section(wave.title, said, _scaled(wave), *map(_other, wave.items))
    return tuple(blocks)


def _scaled(wave: ShownWave) -> Iterator[Block]:
    """Yield one table for each scale that has counts."""
    scales: dict[tuple[str, ...], list[Row]] = {}
    for item in wave.items:
        if item.scaled and item.answers:
            row = Row(item, item.text)
            scales.setdefault(row.points, []).append(row)
    for rows in scales.values():
        caption = gettext("{round}: questions on a scale", round=wave.title)
        yield counts_table(rows, caption)


def _other(item: ShownItem) -> tuple[Block, ...]:
    if item.kind == "text":
        wrote = share(item.answered, item.asked)
        told = gettext("{question}: {share} wrote something.", question=item.text, share=wrote)
        return (Paragraph(told),)
    if not item.answers:
        said = opening(item)
        told = (
            f"{item.text}: {said}"
            if said
            else gettext("{question}: not shown.", question=item.text)
        )
        return (Paragraph(told),)
    return () if item.scaled else item_counts(item)


def _changes(evaluation: Evaluation, tests: bool) -> tuple[Block, ...]:
    names = {wave.wave: wave.title for wave in evaluation.waves}
    between = [each for each in evaluation.changes if not each.retrospective]
    further = [f"{e.text}: {said}" for e in between for said in e.sentences] if tests else []
    return filled(
        table(
            (
                gettext("Question"),
                pgettext("a round of asking", "From"),
                pgettext("a round of asking", "To"),
                gettext("How many moved"),
            ),
            [(e.text, names[e.before], names[e.after], moved(e)) for e in between],
        ),
        bullets(further),
    )


def _instruments(programme: Programme, found: Trace) -> Iterator[tuple[Block, ...]]:
    """Yield each questionnaire that was opened by then, with its questions."""
    names = dict.fromkeys(
        wave.instrument
        for wave in programme.waves
        if wave.instrument and (wave.opens is None or wave.opens <= found.as_of)
    )
    for name in names:
        instrument = programme.instrument(name)
        title = ngettext(
            "{questionnaire} ({count} question)",
            "{questionnaire} ({count} questions)",
            len(instrument.questions),
            questionnaire=instrument.title,
        )
        yield section(title, _questions(instrument))


def _questions(instrument: Instrument) -> tuple[Block, ...]:
    return table(
        (
            gettext("Question"),
            pgettext("of a question", "Kind"),
            gettext("Answers"),
            pgettext("of questions", "About"),
            pgettext("of an evaluation", "Level"),
        ),
        [_question(question) for question in instrument.questions],
    )


def _question(question: Question) -> Sequence[str]:
    turned = gettext(
        "{question} (reversed: a low answer is the favourable one)", question=question.text
    )
    kind = gettext(_KINDS[question.type])
    return (
        turned if question.reverse else question.text,
        gettext("{kind}, on a sheet of its own", kind=kind) if question.apart else kind,
        _answers(options_of(question)),
        question.construct,
        _level(question.level or 0),
    )


def _level(number: int) -> str:
    """Return one of Kirkpatrick's levels in a word."""
    levels = {
        1: pgettext("level of an evaluation", "reaction"),
        2: pgettext("level of an evaluation", "learning"),
        3: pgettext("level of an evaluation", "behaviour"),
        4: pgettext("level of an evaluation", "results"),
    }
    return levels.get(number, "")


def _answers(options: Iterable[str]) -> str:
    return "; ".join(options)
