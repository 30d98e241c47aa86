"""The questions of an instrument as places to write, tick and choose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from workshopcore.contracts.report import Block, FormField
from workshopcore.evaluation.instruments.asking import hint_of, options_of, then_and_now
from workshopcore.language import gettext
from workshopcore.model.evaluation import Question
from workshopcore.reports.blocks import section

__all__ = ["fields_of", "sections_of"]

_LINES = 4


def sections_of(questions: Iterable[Question]) -> tuple[Block, ...]:
    """Return questions under their headings, in order; those without one stand by themselves."""
    blocks: list[Block] = []
    for title, group in groupby(questions, key=lambda question: question.section.strip()):
        fields = fields_of(group)
        blocks += section(title, fields) if title else fields
    return tuple(blocks)


def fields_of(questions: Iterable[Question]) -> tuple[FormField, ...]:
    """Return the fields of questions; neighbours on the same scale share a table.

    >>> labels = ("No", "Partly", "Yes")
    >>> asked = [Question("We listen", "scale", labels=labels), Question("Why?")]
    >>> [(field.label, field.kind) for field in fields_of(asked)]
    [('We listen', 'scale'), ('Why?', 'text')]
    """
    fields: list[FormField] = []
    for shared, group in groupby(questions, key=_shared):
        alike = tuple(group)
        if shared and len(alike) > 1:
            rows = [question.text for question in alike]
            label, hint = gettext("One answer in each row"), hint_of(alike[0])
            fields.append(
                FormField(label, "matrix", rows=rows, options=options_of(alike[0]), hint=hint)
            )
        else:
            fields += (field for question in alike for field in _fields(question))
    return tuple(fields)


def _shared(question: Question) -> tuple[object, ...]:
    """Return what makes questions fit for one table; nothing for one that stands by itself."""
    if question.type != "scale" or question.guidance.strip():
        return ()
    return question.labels, question.not_applicable, question.required


def _fields(question: Question) -> Iterator[FormField]:
    hint, options = hint_of(question), options_of(question)
    match question.type:
        case "text":
            yield FormField(question.text, "text", lines=_LINES, hint=hint)
        case "matrix":
            yield FormField(question.text, "matrix", rows=question.rows, options=options, hint=hint)
        case "retrospective":
            rows = then_and_now()
            yield FormField(question.text, "matrix", rows=rows, options=options, hint=hint)
        case "scale" | "likelihood":
            yield FormField(question.text, "scale", options=options, hint=hint)
        case "several-choice":
            yield FormField(question.text, "several", options=options, hint=hint)
        case "ranking":
            yield FormField(question.text, "ranking", options=options, hint=hint)
        case _:
            yield FormField(question.text, "choice", options=options, hint=hint)
    if question.other:
        yield FormField(
            gettext("In your own words, if you chose “{answer}”", answer=question.other)
        )
