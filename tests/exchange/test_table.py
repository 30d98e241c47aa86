"""Tables: tolerant in what they read, exact in what they report."""

from datetime import date, datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.actions import plan
from workshopcore.actions.merging import state_of
from workshopcore.contracts.exchange import ActionState, ExportRequest, ImportRequest
from workshopcore.errors import UnknownKeyError
from workshopcore.exchange.pace import paced
from workshopcore.exchange.table import (
    COLUMNS,
    MOST_ROWS,
    PerCent,
    heading_row,
    read_table,
    sheet_of,
)
from workshopcore.testing.strategies import programmes

DAY = date(2027, 3, 1)
HEADINGS = [column.heading for column in COLUMNS]
SENT = ActionState("Draft the vision", "amina", "in-progress", 40, DAY, "door", "Begun")
KEPT = ("Owner", "Due", "Status", "Progress", "Note")


def read(programme, headings, *rows, sent=None, **options):
    placed = [(f"row {number}", row) for number, row in enumerate(rows, 2)]
    return read_table(headings, placed, programme, ImportRequest(options), sent)


def said(imported):
    return [each.said for each in imported.value]


def paths(imported):
    return [(problem.code, problem.path) for problem in imported.problems]


# Writing.


def test_sheet_has_a_row_for_every_action_in_the_order_of_the_plan(programme):
    sheet = sheet_of(programme, ExportRequest(date(2027, 2, 20)))
    assert list(sheet.headings) == HEADINGS
    assert sheet.rows == (
        (
            *("vision", "Draft the vision", "Amina Yusuf", "One front door", DAY, DAY),
            *("In progress", 40, "Begun"),
        ),
        # Two people are called Kofi Mensah, so he goes by his identifier.
        ("rota", "Draw the rota", "km1", None, None, None, "Proposed", None, None),
    )
    assert sheet.sent["vision"] == SENT


def test_sheet_tells_how_things_stood_on_its_day(programme):
    sheet = sheet_of(programme, ExportRequest(date(2027, 1, 31)))
    assert [row[6] for row in sheet.rows] == ["Agreed"]


def test_sheet_has_the_actions_that_are_asked_for(programme):
    for wanted in (["rota"], "rota", {"rota"}):
        sheet = sheet_of(programme, ExportRequest(date(2027, 2, 20), wanted))
        assert list(sheet.sent) == ["rota"]


def test_action_that_is_asked_for_and_not_there_is_an_error(programme):
    with pytest.raises(UnknownKeyError, match=r"no action 'rotta'. Did you mean 'rota'"):
        sheet_of(programme, ExportRequest(DAY, ["rotta"]))


@given(programmes(), st.dates(date(2026, 1, 1), date(2029, 1, 1)))
def test_sheet_reads_back_as_what_was_sent(programme, day):
    sheet = sheet_of(programme, ExportRequest(day))
    assert sheet.sent == {each.action.id: state_of(each) for each in plan(programme, day)}
    rows = [(row[0], row) for row in sheet.rows]
    imported = read_table(sheet.headings, rows, programme, ImportRequest(), sheet.sent)
    assert imported.problems == ()
    assert [(each.id, each.sent) for each in imported.value] == list(sheet.sent.items())
    assert said(imported) == list(sheet.sent.values())


# Reading.


def test_columns_may_come_in_any_order_with_others_between(programme):
    imported = read(
        programme,
        ["Cost", "status", " DUE  date ", None, "ID", "Remarks"],
        [5, "Done", "3/4/2027", "x", "vision", "y"],
    )
    assert said(imported) == [ActionState(status="done", due=date(2027, 4, 3))]
    assert imported.problems == ()


def test_rows_of_a_spreadsheet_are_plain_values(programme):
    row = ["vision", datetime(2027, 4, 3, 12), PerCent(0.6), 7.0]
    imported = read(programme, ["Id", "Due", "Progress", "Note"], row)
    assert said(imported) == [ActionState(progress=60, due=date(2027, 4, 3), note="7")]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (7, "7"),
        (7.25, "7.25"),
        (DAY, "2027-03-01"),
        (datetime(2027, 3, 1), "2027-03-01"),
        (datetime(2027, 3, 1, 9, 30), "2027-03-01T09:30:00"),
    ],
)
def test_what_a_spreadsheet_made_of_text_is_text_again(programme, cell, text):
    assert [each.note for each in said(read(programme, ["Id", "Note"], ["vision", cell]))] == [text]


@pytest.mark.parametrize("cell", [True, b"x", ["x"], pytest.param(10**400, id="huge"), "\ud800"])
def test_cell_that_is_no_text_is_a_problem(programme, cell):
    assert paths(read(programme, ["Id", "Note"], ["vision", cell])) == [
        ("WC003", "row 2, column Note")
    ]


def test_empty_rows_are_passed_over(programme):
    imported = read(programme, ["Id", "Due"], [], ["", None], [None, "  "], ["rota", None])
    assert [(each.place, each.id) for each in imported.value] == [("row 5", "rota")]


def test_empty_cells_say_nothing(programme):
    imported = read(programme, HEADINGS, ["vision", "", None, " "])
    assert said(imported) == [ActionState()]


def test_every_problem_has_its_row_and_column(programme):
    row = ["vision", "x", "Amnia", "None", "?", "2/28/2027", "complted", "140", "fine"]
    imported = read(programme, HEADINGS, row)
    assert paths(imported) == [
        ("WC003", f"row 2, column {name}")
        for name in ("Owner", "Objective", "Due", "Status", "Progress")
    ]
    # The rest of the row is of use.
    assert said(imported) == [ActionState(statement="x", note="fine")]


def test_row_with_an_unknown_identifier_is_left_out(programme):
    imported = read(programme, ["Id", "Due"], ["visoin", "soon"])
    assert imported.value == ()
    assert paths(imported) == [("WC006", "row 2, column Id"), ("WC003", "row 2, column Due")]
    assert imported.problems[0].hint == "Did you mean 'vision'?"


def test_identifier_of_a_new_row_is_not_made_up(programme):
    (problem,) = read(programme, ["Id", "Action"], ["A-17", "Order chairs"]).problems
    assert problem.hint == "Leave it empty for a new action"


def test_identifier_may_be_typed_as_people_type(programme):
    imported = read(programme, ["Id", "Note"], [" Vision ", "x"])
    assert [each.id for each in imported.value] == ["vision"]


def test_row_that_tells_no_action_is_a_problem(programme):
    assert paths(read(programme, ["Id", "Action", "Due"], ["", "", "2027-04-01"])) == [
        ("WC004", "row 2")
    ]


def test_row_without_an_identifier_may_be_a_new_action(programme):
    imported = read(programme, ["Id", "Action", "Owner"], [None, "Order chairs", "amina"])
    assert [(each.id, each.sent) for each in imported.value] == [("", None)]


def test_table_without_a_column_that_tells_the_action_is_a_problem(programme):
    imported = read(programme, ["Due", "Status"], ["2027-04-01", "Done"])
    assert (imported.value, paths(imported)) == ((), [("WC004", "headings")])
    assert imported.problems[0].found == "Due, Status"


def test_table_without_headings_is_a_problem(programme):
    assert [each.found for each in read(programme, []).problems] == ["no headings"]


def test_heading_that_is_there_twice_is_a_problem_and_the_first_counts(programme):
    imported = read(programme, ["Id", "Due", "due"], ["vision", "2027-04-01", "2027-05-01"])
    assert paths(imported) == [("WC005", "column Due")]
    assert [each.due for each in said(imported)] == [date(2027, 4, 1)]


def test_heading_that_is_no_use_may_be_there_twice(programme):
    assert read(programme, ["Id", "Cost", "Cost"], ["vision", 1, 2]).problems == ()


def test_long_heading_is_short_in_a_message(programme):
    heading = "Due " + "x" * 100_000
    imported = read(programme, ["Id", heading], ["vision", "soon"], columns={"due": heading})
    assert imported.problems[0].path == f"row 2, column Due {'x' * 56}…"


# What was sent out.


def test_what_was_sent_is_handed_over(programme):
    imported = read(programme, ["Id", "Due"], ["vision", "2027-04-01"], sent={"vision": SENT})
    assert [each.sent for each in imported.value] == [SENT]


def test_what_was_sent_stands_in_columns_of_its_own(programme):
    headings = ["Id", "Due", "Status", "Due (as sent)", "STATUS (as sent)"]
    imported = read(programme, headings, ["vision", "1/4/2027", "Done", "1/3/2027", "In progress"])
    (news,) = imported.value
    assert news.said == ActionState(status="done", due=date(2027, 4, 1))
    assert news.sent == ActionState(status="in-progress", due=date(2027, 3, 1))


def test_columns_as_sent_that_are_empty_tell_nothing(programme):
    headings = ["Id", "Due", "Due (as sent)"]
    assert [each.sent for each in read(programme, headings, ["vision", "1/4/2027"]).value] == [None]


def test_new_row_was_never_sent(programme):
    headings = ["Id", "Action", "Due", "Due (as sent)"]
    row = ["", "Order chairs", "1/4/2027", "1/4/2027"]
    assert [each.sent for each in read(programme, headings, row).value] == [None]


def test_what_was_sent_and_cannot_be_read_has_its_own_column(programme):
    headings = ["Id", "Due", "Due (as sent)"]
    imported = read(programme, headings, ["vision", "1/4/2027", "once"])
    assert paths(imported) == [("WC003", "row 2, column Due (as sent)")]


def test_value_that_is_wrong_and_as_it_was_sent_is_one_problem_for_each_column(programme):
    headings = ["Id", "Due", "Due (as sent)"]
    imported = read(programme, headings, ["vision", "once", "once"])
    assert paths(imported) == [
        ("WC003", "row 2, column Due"),
        ("WC003", "row 2, column Due (as sent)"),
    ]


def test_cell_that_was_emptied_is_a_problem(programme):
    row = ["vision", "Draft the vision", "", "", "", "", "", "", ""]
    imported = read(programme, HEADINGS, row, sent={"vision": SENT})
    assert paths(imported) == [
        ("WC004", f"row 2, column {name}") for name in ("Owner", "Due", "Status", "Progress")
    ]


def test_cell_that_was_empty_when_it_was_sent_is_none(programme):
    sent = attrs.evolve(SENT, due=None)
    row = ["vision", "", "amina", "", "", "", "Done", "40", ""]
    assert read(programme, HEADINGS, row, sent={"vision": sent}).problems == ()


def test_column_that_was_taken_out_was_not_emptied(programme):
    assert read(programme, ["Id", "Note"], ["vision", "x"], sent={"vision": SENT}).problems == ()


# The heading row, and how far it is.


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ([["Id", "Action"], ["vision", "Draft"]], 0),
        ([["Actions of the year"], [], ["Action", "Owner", "Due"]], 2),
        ([["Owner", "Due"], ["Id", "Due"]], 1),
        ([["Title"], ["Id", "Action", "Status"]], 1),
        ([["a"], ["b"]], -1),
        ([], -1),
    ],
)
def test_headings_are_found_below_a_title(rows, place):
    assert heading_row(rows) == place


@pytest.mark.parametrize("count", [0, 1, 7, 100, 1234])
def test_progress_is_told_to_the_end(programme, count):
    told = []
    rows = [(f"row {number}", ["vision"]) for number in range(count)]
    request = ImportRequest(advance=lambda done, all: told.append((done, all)))
    read_table(["Id"], iter(rows), programme, request)
    assert told == sorted(told)
    assert told[-1] == (count, count)
    assert len(told) <= 102


@pytest.mark.long
def test_rows_after_the_last_that_is_read_are_a_problem(programme):
    rows = ((f"row {number}", ["rota"]) for number in range(2, MOST_ROWS + 12))
    imported = read_table(["Id"], rows, programme, ImportRequest())
    assert len(imported.value) == MOST_ROWS
    assert paths(imported) == [("WC001", f"row {MOST_ROWS + 2}")]


def test_things_of_a_known_length_are_not_gathered_first():
    made = []

    class Rows:
        def __length_hint__(self):
            return 3

        def __iter__(self):
            for number in range(3):
                made.append(number)
                yield number

    seen = [(thing, len(made)) for thing in paced(Rows(), lambda done, all: None)]
    assert seen == [(0, 1), (1, 2), (2, 3)]


def test_rows_are_read_in_linear_time(programme):
    class Cell(str):
        looks = 0

        def strip(self, *chars):
            Cell.looks += 1
            return super().strip(*chars)

    counts = []
    for count in (100, 200):
        Cell.looks = 0
        rows = [(f"row {number}", [Cell("vision"), Cell("x")]) for number in range(count)]
        read_table(["Id", "Note"], rows, programme, ImportRequest())
        counts.append(Cell.looks)
    assert counts[1] == 2 * counts[0]


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(st.characters(), max_size=12),
    st.dates(),
    st.datetimes(),
    st.binary(max_size=3),
    st.sampled_from(("vision", "amina", "Done", "40 %", "1/2/2027", "Begun")),
)


@given(
    st.lists(CELLS | st.sampled_from([*HEADINGS, *(f"{name} (as sent)" for name in KEPT)])),
    st.lists(st.lists(CELLS, max_size=12), max_size=4),
)
def test_any_table_is_read(headings, rows):
    programme = wc.Programme(
        title="A year",
        people=[wc.Person("Amina Yusuf", id="amina")],
        actions=[wc.Action("Draft the vision", "amina", id="vision")],
    )
    imported = read(programme, headings, *rows)
    places = {f"row {number}" for number in range(2, len(rows) + 2)}
    assert {each.place for each in imported.value} <= places
    for problem in imported.problems:
        assert problem.path.startswith(("row ", "column ", "headings"))
        assert problem.expected
