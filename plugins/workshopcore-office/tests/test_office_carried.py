"""The sheet with what was sent out: carried along, and not believed where it was changed."""

from io import BytesIO

import openpyxl
import pytest
from attrs import evolve

import workshopcore as wc
from workshopcore.contracts.exchange import ExportRequest
from workshopcore_office import ActionLogExporter


@pytest.fixture
def tamper(sent):
    """Change the sheet with what was sent out."""

    def tamper(change, data=sent):
        workbook = openpyxl.load_workbook(BytesIO(data))
        change(workbook["Sent out"])
        file = BytesIO()
        workbook.save(file)
        return file.getvalue()

    return tamper


def only(imported):
    """Return the one problem of a log that is read without what was sent out."""
    assert len(imported.value) == 5
    assert {news.sent for news in imported.value} == {None}
    [problem] = imported.problems
    return problem


def delete(sheet):
    sheet.parent.remove(sheet)


def empty(sheet):
    sheet.delete_rows(1, 99)


@pytest.mark.parametrize("change", [delete, empty])
def test_a_log_without_it_is_read_and_says_so(tamper, read, change):
    problem = only(read(tamper(change)))

    assert str(problem) == (
        "WC004 file: expected the sheet with what was sent out, found nothing."
        " Without it, nobody can tell what was changed in the file and what in the programme"
        " since: ask for the file that was sent back, rather than a copy of its list"
    )


def change_a_value(sheet):
    sheet["A3"] = sheet["A3"].value.replace("40", "41")


def change_the_sum(sheet):
    sheet["A2"] = sheet["A2"].value.replace('"sum":"', '"sum":"0')


def take_a_row(sheet):
    sheet.delete_rows(4)


def cut_the_head(sheet):
    sheet["A2"] = sheet["A2"].value[:60]


def nest_the_head(sheet):
    sheet["A2"] = sheet["A2"].value[:35] + "[" * 30_000


def run_on(sheet):
    sheet["B3"] = "+"


def never_end(sheet):
    sheet["B2"] = "+"
    for row in range(3, 20):
        sheet.cell(row, 2, "+")


@pytest.mark.parametrize(
    "change",
    [change_a_value, change_the_sum, take_a_row, cut_the_head, nest_the_head, run_on, never_end],
)
def test_one_that_was_changed_is_not_believed(tamper, read, change):
    problem = only(read(tamper(change)))

    assert (problem.path, problem.found) == ("sheet Sent out", "something else")
    assert problem.expected == "what was sent out, as it was written"


def resum(sheet):
    """Make the sum right again, as somebody might who knows how."""
    import hashlib
    import json

    lines = [cell.value for cell in sheet["A"][2:]]
    head = json.loads(sheet["A2"].value)
    head["sum"] = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    sheet["A2"] = json.dumps(head, separators=(",", ":"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"progress":40', '"progress":400'),
        ('"progress":40', '"progress":"40"'),
        ('"progress":40', '"progress":true'),
        ('"status":"in-progress"', '"status":"nearly"'),
        ('"status":"in-progress"', '"status":[]'),
        ('"due":"2027-02-26"', '"due":"soon"'),
        ('"due":"2027-02-26"', '"due":20270226'),
        ('"owner":"amina"', '"owner":7'),
        ('"id":"draft"', '"id":null'),
        ('"named":{', '"unnamed":{'),
        ('{"id":"draft"', "["),
    ],
)
def test_values_that_cannot_be_are_not_believed_though_the_sum_is_right(tamper, read, old, new):
    def change(sheet):
        assert old in sheet["A3"].value
        sheet["A3"] = sheet["A3"].value.replace(old, new, 1)
        resum(sheet)

    assert only(read(tamper(change))).found == "something else"


def test_a_newer_version_asks_for_an_update(tamper, read):
    def change(sheet):
        sheet["A2"] = sheet["A2"].value.replace('"version":1', '"version":2')

    assert str(only(read(tamper(change)))) == (
        "WC003 sheet Sent out: expected version 1, found what was sent out in version 2."
        " Update workshopcore-office"
    )


def test_a_log_of_another_programme_is_not_compared_with_this_one(sent, year, read):
    problem = only(read(sent, evolve(year, id="another-year")))

    assert (problem.path, problem.found) == ("sheet Sent out", "'a-year-of-change'")
    assert problem.expected == "a list of the programme 'another-year'"


def test_it_may_have_another_name_and_place(tamper, read, changes):
    def change(sheet):
        sheet.title = "Please leave"
        sheet.sheet_state = "visible"
        sheet.parent.move_sheet(sheet, -3)

    imported = read(tamper(change))

    assert imported.problems == ()
    assert changes(imported) == {}


def test_text_that_is_longer_than_a_cell_is_carried_whole(read, day):
    note = "漢" * 70_000
    action = wc.Action("Book the hall", "jo", updates=[wc.Update("2027-06-01", note=note)])
    programme = wc.Programme(
        title="A year", people=[wc.Person("Jo Park", id="jo")], actions=[action]
    )
    programme = evolve(programme, actions=[evolve(action, created="2027-05-11")])

    imported = read(ActionLogExporter().write(programme, ExportRequest(day)), programme)

    assert imported.problems == ()
    assert [news.sent.note for news in imported.value] == [note]
    assert imported.value[0].said == imported.value[0].sent


def test_a_note_longer_than_a_cell_can_be_answered(read, edit, changes, day):
    note = "x" * 40_000
    action = wc.Action("Book the hall", "jo", id="hall", created="2027-05-11")
    action = evolve(action, updates=[wc.Update("2027-06-01", note=note)])
    people = [wc.Person("Jo Park", id="jo")]
    programme = wc.Programme(title="A year", people=people, actions=[action])
    data = ActionLogExporter().write(programme, ExportRequest(day))

    def change(sheet):
        assert sheet["J4"].value == "x" * 32_000 + " […]"
        sheet["J4"] = "Shorter now"

    assert changes(read(edit(data, change), programme)) == {("hall", "note"): "Shorter now"}
