"""The workbook as it goes out: what is on its sheets, and what people can do to them."""

import os
import re
import subprocess
import sys
import zipfile
from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest

import workshopcore as wc
from workshopcore.contracts.exchange import ExportRequest
from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore_office import ActionLogExporter

HEADINGS = [
    *("Id", "Action", "Owner", "Objective", "Agreed", "First due"),
    *("Due", "Status", "Progress", "Note"),
]


@pytest.fixture(scope="module")
def workbook(sent):
    return openpyxl.load_workbook(BytesIO(sent))


@pytest.fixture(scope="module")
def sheet(workbook):
    return workbook["Actions"]


@pytest.fixture(scope="module")
def write(day):
    def write(programme, **asked):
        return ActionLogExporter().write(programme, ExportRequest(day, **asked))

    return write


def values(row):
    return [cell.value for cell in row]


def test_the_workbook_has_a_sheet_for_each_purpose(workbook):
    assert [(each.title, each.sheet_state) for each in workbook] == [
        ("Actions", "visible"),
        ("How to use this", "visible"),
        ("Lists", "visible"),
        ("Sent out", "hidden"),
    ]
    assert workbook.active.title == "Actions"


def test_the_list_has_a_title_the_day_and_headings(sheet):
    assert sheet["A1"].value == "Action log: A year of change"
    assert sheet["A2"].value == (
        "As it stood on 30 June 2027. You can change what is in the columns"
        " Due, Status, Progress and Note, and add actions at the foot."
    )
    assert values(sheet[3]) == HEADINGS


def test_each_action_is_a_row_of_real_values(sheet):
    assert values(sheet[4]) == [
        "draft",
        "Draft the vision",
        "Amina Yusuf",
        "A shared vision that staff recognise",
        datetime(2027, 1, 19),
        datetime(2027, 2, 26),
        datetime(2027, 2, 26),
        "In progress",
        40,
        "Half of it",
    ]


def test_open_actions_come_first_in_the_order_of_the_plan(sheet):
    assert values(sheet["A"][3:8]) == ["draft", "hall", "ask", "name", "minutes"]


def test_nobody_has_to_be_told_what_is_not_known(sheet):
    assert values(sheet[7]) == [
        *("name", "Find a name", "Amina Yusuf", None),
        *(datetime(2027, 6, 1), None, None, "Proposed", None, None),
    ]


def test_dates_look_like_dates_and_progress_like_per_cent(sheet):
    assert sheet["G4"].number_format == "d mmm yyyy"
    assert sheet["I4"].number_format == '0"%"'


def test_the_headings_stay_in_view_and_filter_the_list(sheet):
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref == "A3:J20"


def test_what_owners_change_is_unlocked_and_nothing_else(sheet):
    unlocked = {cell.column_letter for cell in sheet[4] if not cell.protection.locked}

    assert unlocked == {"G", "H", "I", "J"}
    assert all(cell.protection.locked for row in sheet["A1:J3"] for cell in row)


def test_there_are_empty_rows_for_new_actions(sheet):
    empty = [row for row in sheet.iter_rows(min_row=9) if values(row) == [None] * 10]

    assert len(empty) == 12
    assert {cell.column_letter for cell in empty[0] if not cell.protection.locked} == set("BCDGHIJ")


def test_the_sheet_is_protected_without_a_password(sheet):
    protection = sheet.protection

    assert (protection.sheet, protection.password) == (True, None)
    allowed = {"autoFilter", "sort", "formatColumns", "formatRows"}
    assert {name for name in allowed if not getattr(protection, name)} == allowed
    assert protection.insertRows
    assert protection.deleteRows


def test_every_other_sheet_is_protected_too(workbook):
    assert [each.protection.sheet for each in workbook] == [True] * 4


def rule(sheet, area):
    return next(each for each in sheet.data_validations.dataValidation if str(each.sqref) == area)


def test_the_status_is_chosen_from_a_list(workbook, sheet):
    found = rule(sheet, "H4:H20")

    assert (found.type, found.formula1, found.showErrorMessage) == ("list", "Statuses", True)
    assert found.error == (
        "Choose one from the list: Agreed, In progress, Blocked, Done, Reopened or Cancelled."
    )
    assert workbook.defined_names["Statuses"].attr_text == "'Lists'!$C$2:$C$7"
    assert values(workbook["Lists"]["C"]) == [
        *("Statuses", "Agreed", "In progress", "Blocked", "Done", "Reopened", "Cancelled")
    ]


def test_progress_is_a_whole_number_of_per_cent(sheet):
    found = rule(sheet, "I4:I20")

    assert (found.type, found.formula1, found.formula2) == ("whole", "0", "100")
    assert found.prompt == "How much of it is done, from 0 to 100. Type 40 for 40%."


def test_a_due_date_is_not_before_the_day_the_action_was_agreed(sheet):
    found = rule(sheet, "G4:G8")

    assert (found.type, found.operator, found.formula1) == ("date", "greaterThanOrEqual", "E4")


def test_a_new_action_is_not_due_before_the_log_was_sent(sheet):
    found = rule(sheet, "G9:G20")

    serial = (date(2027, 6, 30) - date(1899, 12, 30)).days
    assert (found.operator, found.formula1) == ("greaterThanOrEqual", str(serial))
    assert found.error == "Type a date that is not before 30 June 2027."


def test_the_owner_of_a_new_action_is_somebody_on_the_team(workbook, sheet):
    assert rule(sheet, "C9:C20").formula1 == "People"
    assert values(workbook["Lists"]["A"][:4]) == ["People", "Amina Yusuf", "Jo Park", "Li Wei"]


def test_only_people_of_the_team_on_the_day_can_be_chosen(write):
    people = [
        wc.Person("Amina Yusuf", id="amina"),
        wc.Person("Ines Duarte", role="expert"),
        wc.Person("Sam Osei", role="observer"),
        wc.Person("Jo Park", left="2027-06-29"),
        wc.Person("Li Wei", joined="2027-07-01"),
    ]
    programme = wc.Programme(title="A year", people=people)

    lists = openpyxl.load_workbook(BytesIO(write(programme)))["Lists"]

    assert values(lists["A"][:3]) == ["People", "Amina Yusuf", None]


def test_people_who_share_a_name_are_told_apart(write):
    programme = wc.Programme(
        title="A year",
        people=[wc.Person("Jo Park", id="jo"), wc.Person("Jo Park", id="jo-2")],
        actions=[wc.Action("Book the hall", "jo-2", agreed="2027-05-11")],
    )

    workbook = openpyxl.load_workbook(BytesIO(write(programme)))

    assert values(workbook["Lists"]["A"][1:3]) == ["jo", "jo-2"]
    assert workbook["Actions"]["C4"].value == "jo-2"


def test_a_programme_without_objectives_has_none_to_choose(write):
    programme = wc.Programme(title="A year", people=[wc.Person("Jo Park")])

    sheet = openpyxl.load_workbook(BytesIO(write(programme)))["Actions"]

    chosen = [each.formula1 for each in sheet.data_validations.dataValidation]
    assert sorted(each for each in chosen if each in {"People", "Objectives"}) == ["People"]


def marks(sheet):
    return {
        str(area.sqref): [(rule.formula[0], rule.dxf.numFmt) for rule in area.rules]
        for area in sheet.conditional_formatting
    }


def test_late_actions_say_so_in_words(sheet):
    [(formula, look)] = marks(sheet)["G4:G20"]

    assert look.formatCode == '"Late: "d mmm yyyy'
    assert formula == (
        'AND($G4<>"",$G4<DATE(2027,6,30),'
        '$H4<>"Cancelled",$H4<>"Done",$H4<>"Superseded",$H4<>"Verified")'
    )


def test_blocked_and_closed_actions_stand_out(sheet):
    found = marks(sheet)

    assert [formula for formula, _ in found["H4:H20"]] == ['$H4="Blocked"']
    assert list(found) == ["G4:G20", "H4:H20", "A4:J20"]


def test_the_list_prints_on_wide_pages_with_its_headings(sheet):
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$3:$3"
    footer = sheet.oddFooter
    assert (footer.left.text, footer.center.text) == ("A year of change", "Page &P of &N")
    assert footer.right.text == "As it stood on 30 June 2027"


def test_a_title_is_never_an_order_to_the_printer(hostile, write):
    footer = openpyxl.load_workbook(BytesIO(write(hostile)))["Actions"].oddFooter

    assert footer.left.text == "R and G and [Picture] <r>one</r> year"


def test_how_to_use_it_is_said_in_five_lines(workbook):
    lines = values(workbook["How to use this"]["A"])

    assert lines[0] == "How to use this"
    assert [line[:3] for line in lines[1:]] == ["1. ", "2. ", "3. ", "4. ", "5. "]


def test_the_workbook_says_what_it_is_and_in_which_language(workbook):
    found = workbook.properties

    assert (found.title, found.language) == ("Action log: A year of change", "en-GB")
    assert found.created == found.modified == datetime(2027, 6, 30)


def test_what_is_no_language_is_not_said(write):
    programme = wc.Programme(title="A year", language="a\x00b")

    assert openpyxl.load_workbook(BytesIO(write(programme))).properties.language is None


def test_rows_are_as_high_as_their_text_and_may_grow(sent, sheet):
    assert sheet.row_dimensions[4].height > sheet.row_dimensions[5].height
    with zipfile.ZipFile(BytesIO(sent)) as archive:
        assert b"customHeight" not in archive.read("xl/worksheets/sheet1.xml")


def test_no_row_is_higher_than_a_page(hostile, write):
    sheet = openpyxl.load_workbook(BytesIO(write(hostile)))["Actions"]

    assert max(each.height for each in sheet.row_dimensions.values()) == 399.75


def test_no_cell_of_any_sheet_has_a_formula(hostile, write):
    with zipfile.ZipFile(BytesIO(write(hostile))) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/" in name]

    assert [re.findall(rb"<f[ >]", sheet) for sheet in sheets] == [[]] * 4


SCRIPT = """
import sys
from datetime import date
from workshopcore.contracts.exchange import ExportRequest
from workshopcore.testing import sample_programme
from workshopcore_office import ActionLogExporter
request = ExportRequest(date(2027, 6, 30))
sys.stdout.buffer.write(ActionLogExporter().write(sample_programme(), request))
"""


def test_the_same_programme_is_the_same_bytes_in_another_process():
    def run(seed):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC{seed}"}
        return subprocess.run([sys.executable, "-c", SCRIPT], env=environment, capture_output=True)

    one, other = run("1"), run("2")

    assert one.returncode == 0, one.stderr
    assert one.stdout == other.stdout


def test_the_plugin_loads_no_library_for_workbooks_before_it_is_used():
    script = "import sys, workshopcore_office; print({'openpyxl', 'xlsxwriter'} & {*sys.modules})"

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)

    assert done.stdout == "set()\n", done.stderr


def test_nothing_in_the_archive_is_dated_by_the_clock(sent):
    with zipfile.ZipFile(BytesIO(sent)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_only_the_actions_that_are_asked_for_are_written(year, write):
    sheet = openpyxl.load_workbook(BytesIO(write(year, actions=["ask", "hall"])))["Actions"]

    assert [value for value in values(sheet["A"][3:]) if value] == ["hall", "ask"]


def test_an_action_that_is_none_is_refused(year, write):
    with pytest.raises(UnknownKeyError, match="hal"):
        write(year, actions=["hal"])


def test_a_log_may_be_empty_of_actions_and_of_rows_for_them(write):
    programme = wc.Programme(title="A year")

    sheet = openpyxl.load_workbook(BytesIO(write(programme, options={"new_rows": 0})))["Actions"]

    assert sheet.max_row == 3
    assert sheet.data_validations.dataValidation == []


@pytest.mark.parametrize("value", [-1, 1001, "12", True, 1.5])
def test_rows_for_new_actions_are_a_whole_number(year, write, value):
    with pytest.raises(InvalidValueError, match="new_rows"):
        write(year, options={"new_rows": value})


def test_an_option_that_there_is_not_is_refused(year, write):
    with pytest.raises(InvalidValueError, match="Did you mean 'new_rows'"):
        write(year, options={"new_row": 3})


def test_how_far_it_is_is_told_while_it_is_written(day):
    people = [wc.Person("Jo Park", id="jo")]
    actions = [wc.Action(f"Number {n}", "jo", agreed="2027-05-11") for n in range(300)]
    programme = wc.Programme(title="A year", people=people, actions=actions)
    told = []

    request = ExportRequest(day, advance=lambda *how_far: told.append(how_far))
    ActionLogExporter().write(programme, request)

    assert {most for _, most in told} == {300}
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert (len(told) > 20, told[-1]) == (True, (300, 300))
