"""Writes the questions of an instrument as an Excel workbook, to discuss before it is frozen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from io import BytesIO
from math import ceil
from typing import Any

from attrs import frozen

from workshopcore.contracts.exchange import ExportRequest, Matter
from workshopcore.evaluation.instruments.asking import confidentiality, hint_of, options_of
from workshopcore.exchange.forms.asked import instrument_of, standing
from workshopcore.exchange.pace import paced
from workshopcore.language import gettext, gettext_noop
from workshopcore.model.evaluation import Instrument, Question
from workshopcore.model.programme import Programme
from workshopcore_office.cells import seen, write_text
from workshopcore_office.finishing import finished
from workshopcore_office.looks import Looks

__all__ = ["FormExporter"]

_HEADINGS = (
    (gettext_noop("No."), 5),
    (gettext_noop("Id"), 16),
    (gettext_noop("Section"), 18),
    (gettext_noop("Question"), 44),
    (gettext_noop("Type"), 14),
    (gettext_noop("Statements"), 32),
    (gettext_noop("Answers"), 36),
    (gettext_noop("Guidance"), 30),
    (gettext_noop("Construct"), 18),
    (gettext_noop("Level"), 7),
    (gettext_noop("Notes"), 20),
)
_FIRST = 3
_WIDTHS = [width for _heading, width in _HEADINGS[1:]]
_INTRODUCTION, _LINE, _HIGHEST = 75, 13.5, 400


@frozen
class FormExporter:
    """Writes one sheet with a row for each question. It has no options, and is not read back."""

    key: str = "office:form"
    title: str = "Excel workbook of the questions"
    matter: Matter = "forms"
    suffix: str = ".xlsx"

    def write(self, programme: Programme, request: ExportRequest) -> bytes:
        """Return the workbook.

        Raises:
            InvalidValueError: there is no option.
            UnknownKeyError: the programme has no such instrument.
        """
        from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it has no types

        instrument = instrument_of(programme, request)
        file = BytesIO()
        # Text goes in through write_text, which makes nothing else of it.
        workbook = Workbook(file, {"in_memory": True})
        created = datetime.combine(request.as_of, time())
        workbook.set_properties({"title": seen(instrument.title)[:255], "created": created})
        sheet, looks = workbook.add_worksheet(gettext("Questions")), Looks(workbook)
        _write_top(sheet, instrument, programme, request, looks)
        numbered = list(enumerate(instrument.questions))
        for number, question in paced(numbered, request.advance):
            _write(sheet, number, question, looks)
        _set_up(sheet, len(numbered))
        workbook.close()
        return finished(file.getvalue(), programme.language)


def _write_top(
    sheet: Any, instrument: Instrument, programme: Programme, request: ExportRequest, looks: Looks
) -> None:
    told = f"{standing(instrument, request.as_of)} {confidentiality(programme)}"
    write_text(sheet, 0, 0, seen(instrument.title), looks.title)
    sheet.merge_range(1, 0, 1, len(_HEADINGS) - 1, "", looks.line)
    sheet.set_row(1, _INTRODUCTION)
    write_text(sheet, 1, 0, f"{told} {seen(instrument.introduction)}", looks.line)
    for place, (heading, _width) in enumerate(_HEADINGS):
        write_text(sheet, _FIRST - 1, place, gettext(heading), looks.heading)


def _write(sheet: Any, number: int, question: Question, looks: Looks) -> None:
    row, look = _FIRST + number, looks.cell("text", is_open=True)
    cells = list(_cells(question))
    sheet.set_row(row, min(_HIGHEST, _LINE * max(map(_lines, cells, _WIDTHS)) + 3))
    sheet.write_number(row, 0, number + 1, look)
    for place, text in enumerate(cells, start=1):
        write_text(sheet, row, place, text, look)


def _lines(text: str, width: int) -> int:
    """Return about how many lines a cell takes; programs other than Excel trust the file."""
    return sum(max(1, ceil(len(line) / width)) for line in text.split("\n"))


def _cells(question: Question) -> Iterator[str]:
    yield str(question.id)
    yield question.section
    yield question.text
    yield question.type
    yield "\n".join(question.rows)
    yield "\n".join(options_of(question))
    yield hint_of(question)
    yield question.construct
    yield str(question.level or "")
    notes = (
        gettext("scored the other way round") if question.reverse else "",
        gettext("kept apart") if question.apart else "",
    )
    yield "\n".join(filter(None, notes))


def _set_up(sheet: Any, rows: int) -> None:
    for place, (_heading, width) in enumerate(_HEADINGS):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(_FIRST, 0)
    if rows:
        sheet.ignore_errors({"number_stored_as_text": f"A1:K{_FIRST + rows}"})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_FIRST - 1)
