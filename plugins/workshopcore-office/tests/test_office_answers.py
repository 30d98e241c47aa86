"""Answers in a workbook, as survey tools export them."""

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

import workshopcore as wc
from workshopcore.contracts.exchange import ImportRequest
from workshopcore.evaluation import read_answers
from workshopcore.model.evaluation import Instrument, Question
from workshopcore.testing import AnswersConformance
from workshopcore_office import SurveyImporter

YEAR = wc.Programme(title="A year")
FORM = Instrument(
    "Pulse",
    [
        Question("Would you recommend it?", "likelihood", id="recommend"),
        Question("What do you use?", "several-choice", id="tools", options=("Maps", "Plans")),
    ],
)
ROWS = [
    ["ID", "Start time", "Would you recommend it?", "What do you use?"],
    [1, datetime(2027, 11, 24, 9, 30), 9, "Maps;Plans;"],
    [2, datetime(2027, 11, 24, 9, 45), 7.0, "Maps;"],
]


def workbook(*sheets, hidden=()):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        if title in hidden:
            sheet.sheet_state = "hidden"
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def read(data, **options):
    return SurveyImporter().read(data, YEAR, ImportRequest(options=options))


class TestSurveyImporter(AnswersConformance):
    @pytest.fixture
    def importer(self):
        return SurveyImporter()

    def sample(self):
        return workbook(("Answers", [["Would you recommend it?"], [9], [10], [], [3]]))


def test_rows_come_as_texts():
    found = read(workbook(("Sheet1", ROWS)))

    assert found.problems == ()
    assert found.value == (
        ("ID", "Start time", "Would you recommend it?", "What do you use?"),
        ("1", "2027-11-24 09:30:00", "9", "Maps;Plans;"),
        ("2", "2027-11-24 09:45:00", "7", "Maps;"),
    )


def test_toolkit_hands_the_rows_to_whoever_reads_answers(toolkit):
    found = toolkit.import_answers(YEAR, workbook(("Sheet1", ROWS)), "office:answers")

    answers = read_answers(found.value, FORM)

    assert answers.column("recommend") == (9, 7)
    assert answers.column("tools") == (("Maps", "Plans"), ("Maps",))


def test_empty_rows_keep_the_numbers_of_the_others():
    found = read(workbook(("Sheet1", [["worth"], [], [], ["yes"]])))

    assert found.value == (("worth",), (), (), ("yes",))


def test_first_sheet_that_people_see_is_read():
    data = workbook(("Raw", [["raw"]]), ("Nothing", []), ("Answers", ROWS[:1]), hidden=("Raw",))

    assert read(data).value == (tuple(ROWS[0]),)


def test_sheet_can_be_named():
    data = workbook(("One", [["one"]]), ("Two", [["two"]]))

    assert read(data, sheet="Two").value == (("two",),)


def test_sheet_that_is_not_there_is_a_problem():
    found = read(workbook(("Answers", ROWS)), sheet="Answer")

    assert found.value == ()
    assert [(each.path, each.hint) for each in found.problems] == [
        ("options.sheet", "Did you mean 'Answers'?")
    ]


def test_sheet_is_named_by_a_text():
    assert [each.path for each in read(workbook(("A", ROWS)), sheet=2).problems] == [
        "options.sheet"
    ]


def test_formula_is_a_problem_with_its_cell_and_the_rest_is_read():
    found = read(workbook(("Sheet1", [["worth", "why"], ["=1+1", "so"]])))

    assert found.value == (("worth", "why"), ("", "so"))
    [fault] = found.problems
    assert (fault.path, fault.found) == ("row 2, column worth (A2)", "a formula")


def test_formula_without_a_heading_has_its_cell():
    found = read(workbook(("Sheet1", [["worth"], ["yes", "=1+1"]])))

    assert found.problems[0].path == "row 2, column without a heading (B2)"


def test_true_numbers_and_shares_are_said_as_people_say_them():
    book = openpyxl.Workbook()
    book.active.append([True, False, 2.5, 0.4])
    book.active["D1"].number_format = "0%"
    file = BytesIO()
    book.save(file)

    assert read(file.getvalue()).value == (("yes", "no", "2.5", "40%"),)


@pytest.mark.long
def test_long_file_tells_how_far_it_is():
    told = []
    rows = [["worth"], *[["yes"]] * 2500]
    request = ImportRequest(advance=lambda done, every: told.append((done, every)))

    SurveyImporter().read(workbook(("Sheet1", rows)), YEAR, request)

    assert told == [(1000, 2501), (2000, 2501), (2501, 2501)]


def test_workbook_with_nothing_on_it_has_no_rows():
    found = read(workbook(("Sheet1", [])))

    assert (found.value, found.problems) == ((), ())


def test_whole_number_written_with_a_point_is_whole():
    whole = workbook(("Sheet1", [[7]]))
    file = BytesIO()
    with ZipFile(BytesIO(whole)) as old, ZipFile(file, "w") as new:
        for part in old.namelist():
            new.writestr(part, old.read(part).replace(b"<v>7</v>", b"<v>7.0</v>"))

    assert read(file.getvalue()).value == (("7",),)
