"""The questions of an instrument as a workbook, read with openpyxl."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

import workshopcore as wc
from workshopcore.contracts.exchange import ExportRequest
from workshopcore_office import FormExporter

LABELS = ["No", "Partly", "Yes"]


@pytest.fixture
def sheet():
    """Return a function that opens the sheet of an instrument with some questions."""

    def sheet(*questions, **given):
        form = wc.Instrument("The form", questions, id="form", introduction="Why.", **given)
        year = wc.Programme(title="A year", instruments=[form], k_min=6)
        request = ExportRequest(date(2027, 1, 11), instrument="form")
        return openpyxl.load_workbook(BytesIO(FormExporter().write(year, request)))["Questions"]

    return sheet


def test_sheet_says_what_it_is_and_whether_it_may_change(sheet):
    draft = sheet()
    assert draft["A1"].value == "The form"
    assert draft["A2"].value == (
        "Draft of 2027-01-11: not frozen yet, so do not send it out."
        " Results are shown only where 6 people or more have answered. Why."
    )
    frozen = sheet(frozen_on="2027-01-11")
    assert frozen["A2"].value.startswith("Frozen on 2027-01-11.")


def test_every_question_has_a_row(sheet):
    told = sheet(
        wc.Question(
            "We",
            "matrix",
            id="we",
            section="The team",
            rows=["listen", "decide"],
            labels=LABELS,
            not_applicable="Not mine",
            guidance="This year",
            construct="openness",
            level=3,
            reverse=True,
            apart=True,
        ),
        wc.Question("Why?", id="why"),
    )
    assert [[cell.value or "" for cell in row] for row in told.iter_rows(4, 5)] == [
        [
            *(1, "we", "The team", "We", "matrix", "listen\ndecide", "No\nPartly\nYes\nNot mine"),
            *("This year", "openness", "3", "scored the other way round\nkept apart"),
        ],
        [2, "why", "", "Why?", "text", *[""] * 6],
    ]


@pytest.mark.parametrize("text", ["=1+1", "<r>bold</r>", "https://example.org", "_x0041_"])
def test_text_is_text_whatever_it_looks_like(sheet, text):
    told = sheet(wc.Question(text, "single-choice", options=[text, "B"], section=text))
    for place, value in (("C4", text), ("D4", text), ("G4", f"{text}\nB")):
        assert told[place].data_type == "s"
        assert told[place].value.replace("_x005F_", "_") == value
        assert told[place].hyperlink is None
