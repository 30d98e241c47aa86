"""Office files in German: captions are counted in its words; lists that come back stay English."""

from datetime import date
from io import BytesIO

import docx
import openpyxl
import pytest
from attrs import evolve

import workshopcore as wc
import workshopcore_office
from workshopcore.contracts.report import Figure, Report, Table
from workshopcore.testing import sample_programme

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def toolkit():
    return wc.Toolkit(discover=False, plugins=[workshopcore_office])


def paragraphs(data):
    body = docx.Document(BytesIO(data)).element.body
    return [
        "".join(each.text or "" for each in paragraph.iter(f"{W}t"))
        for paragraph in body.iter(f"{W}p")
    ]


def test_captions_are_counted_in_german(toolkit):
    table = Table(["x"], [["1"]], caption="Stimmen")
    figure = Figure("none", {}, "Punkte", table, caption="Verlauf")
    report = Report("note", "Notiz", "public", [table, figure], language="de")
    said = paragraphs(toolkit.render(report, "office:docx"))
    assert [each for each in said if ": " in each] == [
        "Tabelle 1: Stimmen",
        "Abbildung 1: Verlauf",
        "Tabelle 2: Stimmen",
    ]


def test_questions_are_headed_in_german(toolkit):
    programme = wc.Programme(
        title="Ein Jahr",
        language="de",
        instruments=[wc.Instrument("Puls", [wc.Question("Was half?")], id="puls")],
    )
    data = toolkit.export_form(programme, "office:form", "puls", as_of=date(2027, 6, 30))
    [sheet] = openpyxl.load_workbook(BytesIO(data)).worksheets
    headings = [cell.value for cell in sheet[3]]
    assert {"Abschnitt", "Aussagen", "Hinweis"} <= set(headings)


def test_list_of_actions_is_all_in_one_language_whatever_the_programme_speaks(toolkit):
    programme = sample_programme()
    english, german = (
        toolkit.export_actions(told, "office:xlsx", as_of="2027-06-30")
        for told in (programme, evolve(programme, language="de"))
    )
    sheets = [openpyxl.load_workbook(BytesIO(data)).worksheets for data in (english, german)]
    values = [
        [[cell.value for cell in row] for sheet in found[:3] for row in sheet.iter_rows()]
        for found in sheets
    ]
    assert values[0] == values[1]
    assert "As it stood on 30 June 2027" in str(values[0])
