"""Instruments as LimeSurvey's tab-separated survey structure.

The format is described in LimeSurvey's manual, "Tab Separated Value survey structure": a row for
each setting (class ``S``), text of the survey (``SL``), group (``G``), question (``Q``),
subquestion (``SQ``) and answer (``A``); what belongs together stands together.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import count, groupby
from typing import TypeAlias

from attrs import frozen

from workshopcore.contracts.exchange import ExportRequest, Matter
from workshopcore.evaluation.instruments.asking import (
    LIKELIHOOD,
    confidentiality,
    hint_of,
    then_and_now,
    yes_and_no,
)
from workshopcore.exchange.forms.asked import instrument_of, one_line, questions_of
from workshopcore.exchange.forms.limesurvey_codes import (
    NOT_APPLICABLE,
    answers_of,
    codes_of,
    rows_of,
)
from workshopcore.exchange.pace import paced
from workshopcore.language import gettext
from workshopcore.model.evaluation import Instrument, Question
from workshopcore.model.programme import Programme

__all__ = ["LimeSurveyExporter"]

Row: TypeAlias = dict[str, str]

_COLUMNS = (
    *("id", "class", "type/scale", "name", "relevance", "text", "help", "language"),
    *("validation", "mandatory", "other", "default", "same_default", "max_answers"),
    *("exclude_all_others", "other_replace_text"),
)
_TYPES = {
    "scale": "L",
    "likelihood": "L",
    "yes-no": "Y",
    "single-choice": "L",
    "several-choice": "M",
    "ranking": "R",
    "matrix": "F",
    "text": "T",
    "retrospective": "F",
}
_PRIVATE = {
    "format": "G",
    "anonymized": "Y",
    "datestamp": "N",
    "ipaddr": "N",
    "refurl": "N",
    "savetimings": "N",
}
"""Group by group, and nothing kept of who answered when and from where."""

_ENTITIES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "{": "&#123;", "}": "&#125;", '"': "&quot;"}
)
_FORMULA = tuple("=+-@＝＋－＠")


@frozen
class LimeSurveyExporter:
    """Writes a survey that LimeSurvey imports, from a file that ends in ``.txt``.

    Text is written as HTML that shows it as it is: nothing in it becomes markup, an expression
    of LimeSurvey's, or a formula of a spreadsheet. The survey keeps neither times nor addresses.

    The option ``part`` is ``answers``, or ``apart`` for what is asked with a name.
    """

    key: str = "limesurvey"
    title: str = "LimeSurvey survey structure"
    matter: Matter = "forms"
    suffix: str = ".txt"

    def write(self, programme: Programme, request: ExportRequest) -> bytes:
        """Return the file.

        Raises:
            InvalidValueError: an option is of no use.
            UnknownKeyError: the programme has no such instrument.
        """
        instrument = instrument_of(programme, request, ("part",))
        questions = questions_of(instrument, request)
        language = programme.language.partition("-")[0].lower()
        text = StringIO(newline="")
        writer = csv.DictWriter(text, _COLUMNS, "", delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(_survey(instrument, programme, language))
        codes, numbers = codes_of(questions), count(1)
        for group in paced(list(_groups(questions)), request.advance):
            writer.writerows(_group(*group, codes, language, numbers))
        return text.getvalue().encode("utf-8-sig")


def _survey(instrument: Instrument, programme: Programme, language: str) -> Iterator[Row]:
    for name, value in {"language": language, **_PRIVATE}.items():
        yield {"class": "S", "name": name, "text": value}
    paragraphs = [*instrument.introduction.split("\n\n"), confidentiality(programme)]
    welcome = "".join(f"<p>{_html(part)}</p>" for part in paragraphs if part.strip())
    for name, value in (
        ("surveyls_title", _html(instrument.title)),
        ("surveyls_welcometext", welcome),
    ):
        yield {"class": "SL", "name": name, "text": value, "language": language}


def _groups(questions: Iterable[Question]) -> Iterator[tuple[int, str, list[Question]]]:
    found = groupby(questions, key=lambda question: question.section.strip())
    for number, (title, group) in enumerate(found, start=1):
        yield number, title or gettext("Questions"), list(group)


def _group(
    number: int,
    title: str,
    questions: Iterable[Question],
    codes: dict[str, str],
    language: str,
    numbers: Iterator[int],
) -> Iterator[Row]:
    group = {"class": "G", "type/scale": f"G{number}", "name": _html(title), "id": str(number)}
    rows: list[Row] = [group]
    for question in questions:
        id = str(next(numbers))
        rows.append({"id": id, **_question(question, codes[str(question.id)])})
        for code, text in _subquestions(question):
            below = {"class": "SQ", "type/scale": "0", "name": code, "text": _html(text)}
            rows.append({"id": str(next(numbers)), **below})
        for code, text in _answers(question):
            below = {"class": "A", "type/scale": "0", "name": code, "text": _html(text)}
            # Here this column holds the value for assessments.
            rows.append({"id": id, "relevance": "0", **below})
    for row in rows:
        yield {"relevance": "1", **row, "language": language}


def _question(question: Question, code: str) -> Row:
    row = {
        "class": "Q",
        "type/scale": _TYPES[question.type],
        "name": code,
        "text": _html(question.text),
        "help": _html(hint_of(question)),
        "mandatory": "Y" if question.required else "N",
        "other": "Y" if question.other else "N",
    }
    if question.other:
        row["other_replace_text"] = _html(question.other)
    if question.limit is not None:
        row["max_answers"] = str(question.limit)
    if question.type == "several-choice" and question.not_applicable.strip():
        row["exclude_all_others"] = NOT_APPLICABLE
    if question.type == "yes-no" and question.not_applicable.strip():
        # LimeSurvey's own type for yes and no has room for no third answer.
        row["type/scale"] = "L"
    return row


def _subquestions(question: Question) -> Iterable[tuple[str, str]]:
    if question.type == "retrospective":
        return tuple(zip(("then", "now"), then_and_now(), strict=True))
    return rows_of(question)


def _answers(question: Question) -> Iterator[tuple[str, str]]:
    yield from answers_of(question)
    if question.type == "likelihood":
        ends = dict(zip((0, 10), question.labels[:1] + question.labels[1:][-1:], strict=False))
        for point in LIKELIHOOD:
            yield str(point), f"{point}: {ends[point]}" if point in ends else str(point)
    if question.not_applicable.strip() and question.type in ("likelihood", "yes-no"):
        if question.type == "yes-no":
            yield from zip(("Y", "N"), yes_and_no(), strict=True)
        yield NOT_APPLICABLE, question.not_applicable


def _html(text: str) -> str:
    """Return text as HTML that shows it as it is, in a cell that no program runs."""
    shown = one_line(text).translate(_ENTITIES)
    return f"&#{ord(shown[0])};{shown[1:]}" if shown.startswith(_FORMULA) else shown
