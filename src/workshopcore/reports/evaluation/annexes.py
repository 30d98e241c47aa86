"""The annexes: every question in counts, what every gain goes back to, what was asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workshopcore.contracts.evaluation import Evaluation, ShownItem, ShownWave
from workshopcore.contracts.report import Block, Paragraph
from workshopcore.evaluation.instruments.asking import options_of
from workshopcore.model.evaluation import Instrument, Question
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import bullets, filled, section, table
from workshopcore.reports.evaluation.change import moved
from workshopcore.reports.evaluation.findings import item_counts
from workshopcore.reports.evaluation.known import opening
from workshopcore.reports.evaluation.scales import Row, counts_table
from workshopcore.reports.results import trace_table
from workshopcore.reports.trace_figure import trace_figure
from workshopcore.reports.wording import count, share
from workshopcore.trace import Trace

__all__ = ["annexes"]

_LEVELS = {1: "reaction", 2: "learning", 3: "behaviour", 4: "results"}
_KINDS = {
    "scale": "scale",
    "likelihood": "0 to 10",
    "yes-no": "yes or no",
    "single-choice": "one answer",
    "several-choice": "several answers",
    "ranking": "ranking",
    "matrix": "scale, row by row",
    "text": "own words",
    "retrospective": "scale, for before and for today",
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
        section("Every question in counts", counts),
        section("Change, question by question", change),
        section(
            "What each gain goes back to",
            trace_figure(found),
            trace_table(programme, found.as_of),
        ),
        section("What was asked", *_instruments(programme, found)),
    )


def _counts(evaluation: Evaluation) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for wave in evaluation.waves:
        told = f"Nothing is shown: {wave.withheld}." if wave.withheld else ""
        said = (Paragraph(told),) if told else ()
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
        yield counts_table(rows, f"{wave.title}: questions on a scale")


def _other(item: ShownItem) -> tuple[Block, ...]:
    if item.kind == "text":
        return (Paragraph(f"{item.text}: {share(item.answered, item.asked)} wrote something."),)
    if not item.answers:
        return (Paragraph(f"{item.text}: {opening(item) or 'not shown.'}"),)
    return () if item.scaled else item_counts(item)


def _changes(evaluation: Evaluation, tests: bool) -> tuple[Block, ...]:
    names = {wave.wave: wave.title for wave in evaluation.waves}
    between = [each for each in evaluation.changes if not each.retrospective]
    further = [f"{e.text}: {said}" for e in between for said in e.sentences] if tests else []
    return filled(
        table(
            ("Question", "From", "To", "How many moved"),
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
        number = count(len(instrument.questions), "question")
        yield section(f"{instrument.title} ({number})", _questions(instrument))


def _questions(instrument: Instrument) -> tuple[Block, ...]:
    return table(
        ("Question", "Kind", "Answers", "About", "Level"),
        [_question(question) for question in instrument.questions],
    )


def _question(question: Question) -> Sequence[str]:
    turned = " (reversed: a low answer is the favourable one)" if question.reverse else ""
    apart = ", on a sheet of its own" if question.apart else ""
    return (
        question.text + turned,
        _KINDS[question.type] + apart,
        _answers(options_of(question)),
        question.construct,
        _LEVELS.get(question.level or 0, ""),
    )


def _answers(options: Iterable[str]) -> str:
    return "; ".join(options)
