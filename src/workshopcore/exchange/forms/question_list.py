"""Instruments as a plain list of questions, to paste into Microsoft Forms or Google Forms.

Both take lines that are pasted into the first option of a question as its options, one a line.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from workshopcore.contracts.exchange import ExportRequest, Matter
from workshopcore.evaluation.instruments.asking import (
    confidentiality,
    hint_of,
    options_of,
    then_and_now,
)
from workshopcore.exchange.forms.asked import instrument_of, one_line, standing
from workshopcore.exchange.pace import paced
from workshopcore.language import gettext, gettext_noop
from workshopcore.model.evaluation import Question
from workshopcore.model.programme import Programme

__all__ = ["QuestionListExporter"]

_APART = gettext_noop(
    "Make a form of its own of the rest: it asks for a name, and the answers above must never"
    " stand beside one. Ask first: Your name."
)
_KINDS = {
    "scale": gettext_noop("choice, one answer"),
    "likelihood": gettext_noop("rating or linear scale, 0 to 10"),
    "yes-no": gettext_noop("choice, one answer"),
    "single-choice": gettext_noop("choice, one answer"),
    "several-choice": gettext_noop("choice, several answers; in Google Forms: tick boxes"),
    "ranking": gettext_noop("ranking; in Google Forms: multiple choice grid"),
    "matrix": gettext_noop("Likert; in Google Forms: multiple choice grid"),
    "text": gettext_noop("text, long answer"),
    "retrospective": gettext_noop("Likert; in Google Forms: multiple choice grid"),
}


@frozen
class QuestionListExporter:
    """Writes the questions as text, with their kinds in Microsoft Forms and Google Forms.

    It has no options.
    """

    key: str = "question-list"
    title: str = "Question list for Microsoft and Google Forms"
    matter: Matter = "forms"
    suffix: str = ".txt"

    def write(self, programme: Programme, request: ExportRequest) -> bytes:
        """Return the file.

        Raises:
            InvalidValueError: there is no option.
            UnknownKeyError: the programme has no such instrument.
        """
        instrument = instrument_of(programme, request)
        lines = [one_line(instrument.title), standing(instrument, request.as_of), ""]
        paragraphs = [*instrument.introduction.split("\n\n"), confidentiality(programme)]
        for paragraph in filter(str.strip, paragraphs):
            lines += [one_line(paragraph), ""]
        # The sort is stable: what is asked apart comes last, and all else stays in order.
        ordered = sorted(instrument.questions, key=lambda question: question.apart)
        before: Question | None = None
        for number, question in paced(list(enumerate(ordered, start=1)), request.advance):
            lines += [*_headings(before, question), *_question(number, question), ""]
            before = question
        return "\n".join(lines).encode()


def _headings(before: Question | None, question: Question) -> Iterator[str]:
    """Yield what stands above a question and not above the one before it."""
    if question.apart and not (before and before.apart):
        yield from (gettext(_APART), "")
    if question.section.strip() and not (before and before.section == question.section):
        yield from (gettext("Section: {title}", title=one_line(question.section)), "")


def _question(number: int, question: Question) -> Iterator[str]:
    yield f"{number}. {one_line(question.text)}"
    kind = gettext(_KINDS[question.type])
    yield (
        gettext("Kind: {kind}; required", kind=kind)
        if question.required
        else gettext("Kind: {kind}", kind=kind)
    )
    hint = one_line(hint_of(question))
    if hint:
        yield gettext("Subtitle: {hint}", hint=hint)
    rows = then_and_now() if question.type == "retrospective" else question.rows
    if question.type in ("matrix", "retrospective"):
        yield from (gettext("Statements:"), *map(one_line, rows), gettext("Answers:"))
    if question.type != "likelihood":
        yield from map(one_line, options_of(question))
    elif question.not_applicable.strip():
        yield gettext("Leave it empty for: {answer}", answer=one_line(question.not_applicable))
