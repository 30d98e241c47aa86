"""What every exporter of forms does."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from pathlib import PurePath
from typing import Any, get_args

import attrs
import pytest

from workshopcore.contracts.exchange import Exporter, ExportRequest
from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.evaluation.instruments import bank
from workshopcore.model.evaluation import Instrument, Question, QuestionType
from workshopcore.model.programme import Programme
from workshopcore.testing.conformance.keys import refusal
from workshopcore.testing.conformance.reading import Told
from workshopcore.testing.documents import HOSTILE
from workshopcore.testing.sample import AS_OF

__all__ = ["FormExporterConformance"]

_DAY = date.fromisoformat(AS_OF)
_SAID = [text for text in HOSTILE if text.strip()]
_BANK = [instrument.id for instrument in bank()]


def _every_question(text: str) -> Programme:
    """Return a programme with a form of every type of question, and a text wherever one may be."""
    questions = [
        Question(
            text,
            kind,
            id=kind,
            labels=[text, "5"],
            options=[text, "Other (please say)", "no"],
            rows=[text, "row"],
            guidance=text,
            section=text,
            most=2,
            not_applicable=text,
            required=True,
            apart=kind == "text",
        )
        for kind in get_args(QuestionType)
    ]
    form = Instrument(text, [*questions, Question("Why?")], id="form", introduction=text)
    return Programme(title=text, instruments=[form, Instrument("Empty", id="empty"), *bank()])


class FormExporterConformance:
    """Tests of an exporter of forms: give it a fixture ``exporter`` that returns yours.

    They know nothing of the file's kind. Whether the tool takes it is for tests of your own.
    """

    def write(self, exporter: Exporter, programme: Programme, instrument: str) -> bytes:
        """Return a file, sure that it is the same each time and that all of it is told."""
        told = Told()
        asked = ExportRequest(_DAY, instrument=instrument, advance=told)
        data = exporter.write(programme, asked)
        assert isinstance(data, bytes)
        assert told.reached_the_end(), "the last call of advance says that all is done"
        assert exporter.write(programme, attrs.evolve(asked, advance=Told())) == data
        return data

    def test_toolkit_accepts_it(self, exporter: Exporter) -> None:
        assert refusal("exporters", exporter) == ""
        assert exporter.title.strip()
        assert exporter.matter == "forms"
        assert PurePath("x" + exporter.suffix).suffix

    @pytest.mark.parametrize("instrument", _BANK)
    def test_instrument_of_the_bank_is_written(self, exporter: Exporter, instrument: str) -> None:
        programme = _every_question("A")
        assert self.write(exporter, programme, instrument)
        assert programme == deepcopy(_every_question("A"))

    def test_instrument_without_questions_is_written(self, exporter: Exporter) -> None:
        assert self.write(exporter, _every_question("A"), "empty")

    def test_every_question_changes_the_file(self, exporter: Exporter) -> None:
        whole = _every_question("A")
        written = self.write(exporter, whole, "form")
        form = whole.instrument("form")
        for left_out in (question for question in form.questions if not question.apart):
            kept = [question for question in form.questions if question is not left_out]
            fewer = whole.with_instrument(attrs.evolve(form, questions=kept))
            assert self.write(exporter, fewer, "form") != written, left_out.type

    @pytest.mark.parametrize("text", _SAID)
    def test_hostile_text_everywhere_is_written(self, exporter: Exporter, text: str) -> None:
        assert self.write(exporter, _every_question(text), "form")

    def test_instrument_that_is_not_there_is_refused(self, exporter: Exporter) -> None:
        with pytest.raises(UnknownKeyError):
            exporter.write(_every_question("A"), ExportRequest(_DAY, instrument="nothing"))

    def test_option_that_it_does_not_know_is_refused(self, exporter: Exporter) -> None:
        options: dict[str, Any] = {"of-another-world": 1}
        asked = ExportRequest(_DAY, instrument="form", options=options)
        with pytest.raises(InvalidValueError):
            exporter.write(_every_question("A"), asked)
