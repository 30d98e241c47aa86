"""Forms and lists to tick, on the screen and on paper."""

import pytest

from workshopcore.contracts.report import Checklist, FormField, Task


@pytest.fixture
def accepted():
    """Return what a sheet accepts: for each cell its rule."""

    def accepted(sheet):
        return {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}

    return accepted


def cell(sheet, text):
    return next(c for row in sheet.iter_rows() for c in row if c.value == text)


def test_a_checklist_has_boxes_to_tick_from_a_list(write, accepted):
    sheet = write(Checklist([Task("Pens", done=True), "Paper"])).worksheets[0]
    rules = accepted(sheet)
    for text, sign in (("Pens", "☑"), ("Paper", "☐")):
        row = cell(sheet, text).row
        assert sheet.cell(row, 1).value == sign
        assert rules[f"A{row}"].formula1 == '"☐,☑"'


def test_a_choice_is_made_from_its_options(write, accepted):
    field = FormField("Which table?", "choice", options=["One, or two", "Three"], hint="Choose")
    sheet = write(field).worksheets[0]
    asked = cell(sheet, "Which table?").row
    assert sheet.cell(asked + 1, 1).value == "Choose"
    (rule,) = accepted(sheet).values()
    assert str(rule.sqref) == f"A{asked + 2}"
    assert rule.formula1 == f"'{sheet.title}'!$A${asked + 3}:$A${asked + 4}"
    options = [sheet.cell(asked + number, 1) for number in (3, 4)]
    assert [option.value for option in options] == ["One, or two", "Three"]
    assert {option.number_format for option in options} == {'"○ "@'}


def test_a_ranking_takes_numbers_up_to_how_many_there_are(write, accepted):
    sheet = write(FormField("Order", "ranking", options=["a", "b", "c"])).worksheets[0]
    rules = accepted(sheet).values()
    assert [(rule.type, rule.formula1, rule.formula2) for rule in rules] == [
        ("whole", "1", "3")
    ] * 3


def test_of_several_each_can_be_ticked(write, accepted):
    sheet = write(FormField("What helped?", "several", options=["a", "b"])).worksheets[0]
    assert [rule.formula1 for rule in accepted(sheet).values()] == ['"☐,☑"'] * 2


def test_a_matrix_is_a_table_of_rings(write, accepted):
    field = FormField("We", "matrix", rows=["listen", "decide"], options=["never", "often"])
    sheet = write(field)["A note"]
    rows = [[c.value for c in row if c.value] for row in sheet.iter_rows()]
    assert [row for row in rows if row][-3:] == [
        ["never", "often"],
        ["listen", "○", "○"],
        ["decide", "○", "○"],
    ]
    assert [rule.formula1 for rule in accepted(sheet).values()] == ['"○,●"'] * 4
    assert sheet.auto_filter.ref is None


def test_a_tick_is_a_box_with_its_question(write, accepted):
    sheet = write(FormField("I agree", "tick", hint="Or not")).worksheets[0]
    row = cell(sheet, "I agree").row
    assert sheet.cell(row, 1).value == "☐"
    assert sheet.cell(row + 1, 1).value == "Or not"
    assert f"A{row}" in accepted(sheet)


def test_there_is_room_to_write(write):
    sheet = write(FormField("Why?", "text", lines=4), FormField("Your name")).worksheets[0]
    heights = [
        sheet.row_dimensions[cell(sheet, text).row + 1].height for text in ("Why?", "Your name")
    ]
    assert heights == [84, 21]
    assert sheet.cell(cell(sheet, "Why?").row + 1, 1).border.top.style == "thin"
