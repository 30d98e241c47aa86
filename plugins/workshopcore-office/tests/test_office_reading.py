"""What people do to a log before they send it back: tolerant reading, exact reports."""

from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest
from attrs import evolve

from workshopcore.contracts.exchange import ActionState, ImportRequest
from workshopcore_office import ActionLogImporter


def said(imported, field="status"):
    return {news.id: getattr(news.said, field) for news in imported.value}


def found(imported):
    return [(problem.path, problem.found) for problem in imported.problems]


def own(rows, title="Sheet1"):
    """Return a workbook that somebody made by hand."""
    workbook = openpyxl.Workbook()
    workbook.active.title = title
    for row in rows:
        workbook.active.append(row)
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def test_news_has_its_row_and_what_was_sent_out(sent, read):
    imported = read(sent)

    first = imported.value[0]
    assert (first.place, first.id) == ("row 4", "draft")
    assert first.sent == ActionState(
        statement="Draft the vision",
        owner="amina",
        status="in-progress",
        progress=40,
        due=date(2027, 2, 26),
        objective="vision",
        note="Half of it",
    )


def move_columns(sheet):
    sheet.move_range("J3:J20", cols=4)
    sheet.move_range("A3:A20", cols=12)


def rename_headings(sheet):
    sheet["C3"], sheet["G3"], sheet["J3"] = "Who", " due DATE", "Latest news"


def add_a_column(sheet):
    sheet.insert_cols(3)
    sheet["C3"], sheet["C4"] = "Cost", "=1+1"


def hide_columns_and_rows(sheet):
    sheet.column_dimensions["A"].hidden = True
    sheet.row_dimensions[5].hidden = True


def insert_rows_above(sheet):
    sheet.insert_rows(1, 3)
    sheet["A1"], sheet["B2"] = "For the meeting on Friday", "Owner"


def sort_rows(sheet):
    rows = [[cell.value for cell in row] for row in sheet["A4:J8"]]
    for row, values in zip(sheet["A4:J8"], sorted(rows), strict=True):
        for cell, value in zip(row, values, strict=True):
            cell.value = value


def leave_gaps(sheet):
    sheet.move_range("A6:J8", rows=500)


def rename_the_sheet(sheet):
    sheet.title = "North team, June"


def format_a_million_rows(sheet):
    sheet["A1048576"].number_format = "0.00"


@pytest.mark.parametrize(
    "change",
    [
        move_columns,
        rename_headings,
        add_a_column,
        hide_columns_and_rows,
        insert_rows_above,
        sort_rows,
        leave_gaps,
        rename_the_sheet,
        format_a_million_rows,
    ],
)
def test_what_people_do_to_a_table_is_no_news(sent, read, edit, changes, change):
    imported = read(edit(sent, change))

    assert imported.problems == ()
    assert len(imported.value) == 5
    assert changes(imported) == {}


@pytest.mark.parametrize(
    ("cell", "typed", "number_format", "expected"),
    [
        ("G4", "26 March 2027", "@", {("draft", "due"): date(2027, 3, 26)}),
        ("G4", "26/3/2027", "@", {("draft", "due"): date(2027, 3, 26)}),
        ("G4", datetime(2027, 3, 26, 9, 30), "d mmm yyyy", {("draft", "due"): date(2027, 3, 26)}),
        ("I4", "60%", "@", {("draft", "progress"): 60}),
        ("I4", 0.6, "0%", {("draft", "progress"): 60}),
        ("I4", 0.604, "0.0 %;[Red]-0.0 %", {("draft", "progress"): 60}),
        ("I4", 60.0, "General", {("draft", "progress"): 60}),
        ("I4", 60, '0"%"', {("draft", "progress"): 60}),
        ("I4", 60, r"0\%", {("draft", "progress"): 60}),
        ("H4", "completed", "@", {("draft", "status"): "done"}),
        ("H4", " In  Progress ", "@", {}),
        ("J4", 2027, "General", {("draft", "note"): "2027"}),
        ("J4", datetime(2027, 3, 1), "d mmm", {("draft", "note"): "2027-03-01"}),
        ("J4", "  Half of it\r\n", "@", {}),
        ("J4", None, "@", {("draft", "note"): None}),
    ],
)
def test_cells_are_read_as_people_mean_them(
    sent, read, edit, changes, cell, typed, number_format, expected
):
    def change(sheet):
        sheet[cell] = typed
        sheet[cell].number_format = number_format

    imported = read(edit(sent, change))

    assert imported.problems == ()
    assert changes(imported) == expected


@pytest.mark.parametrize(
    ("cell", "typed", "place", "what"),
    [
        ("I4", 0.6, "row 4, column Progress (I4)", "0.6"),
        ("I5", 140, "row 5, column Progress (I5)", "140"),
        ("I5", True, "row 5, column Progress (I5)", "True"),
        ("G6", "soon", "row 6, column Due (G6)", "'soon'"),
        ("G6", 99_999_999, "row 6, column Due (G6)", "the error #VALUE!"),
        ("G4", None, "row 4, column Due (G4)", "nothing"),
        ("H4", "nearly", "row 4, column Status (H4)", "'nearly'"),
        ("A4", "drat", "row 4, column Id (A4)", "'drat'"),
        ("J4", "=1+1", "row 4, column Note (J4)", "a formula"),
        ("H4", '=IF(TRUE,"Done","")', "row 4, column Status (H4)", "a formula"),
        ("I4", "#N/A", "row 4, column Progress (I4)", "the error #N/A"),
        ("G7", "#REF!", "row 7, column Due (G7)", "the error #REF!"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_cell(
    sent, read, edit, changes, cell, typed, place, what
):
    def change(sheet):
        sheet[cell] = typed

    imported = read(edit(sent, change))

    assert found(imported) == [(place, what)]
    kept = {key: value for key, value in changes(imported).items() if value is not None}
    assert kept == {}


def test_a_date_without_the_format_of_one_is_named(sent, read, edit):
    def change(sheet):
        sheet["G6"], sheet["G6"].number_format = 46500, "General"

    imported = read(edit(sent, change))

    assert found(imported) == [("row 6, column Due (G6)", "46500")]
    assert imported.problems[0].hint == "Format the cell as a date"


def test_the_other_cells_of_a_row_with_a_formula_are_read(sent, read, edit, changes):
    def change(sheet):
        sheet["I4"], sheet["J4"] = "=40+20", "Sent to legal"

    imported = read(edit(sent, change))

    assert found(imported) == [("row 4, column Progress (I4)", "a formula")]
    assert changes(imported) == {("draft", "note"): "Sent to legal"}


def test_a_row_whose_identifier_is_a_formula_is_not_taken_for_another_one(sent, read, edit):
    def change(sheet):
        sheet["A5"], sheet["H5"] = "=A4", "Done"

    imported = read(edit(sent, change))

    assert found(imported) == [("row 5, column Id (A5)", "a formula")]
    assert said(imported) == {
        "draft": "in-progress",
        "ask": "blocked",
        "name": "proposed",
        "minutes": "done",
    }


def test_merged_cells_are_named_and_nothing_is_lost(sent, read, edit, changes):
    def change(sheet):
        sheet["J4"] = "Both of them are with legal"
        sheet.merge_cells("J4:J6")
        sheet.merge_cells("A1:J1")

    imported = read(edit(sent, change))

    assert found(imported) == [
        ("row 5, column Note (J5)", "a cell merged with another one"),
        ("row 6, column Note (J6)", "a cell merged with another one"),
    ]
    assert changes(imported) == {("draft", "note"): "Both of them are with legal"}


def test_rows_whose_identifier_is_merged_away_are_not_taken_for_new_ones(sent, read, edit):
    imported = read(edit(sent, lambda sheet: sheet.merge_cells("A4:A5")))

    assert found(imported) == [("row 5, column Id (A5)", "a cell merged with another one")]
    assert list(said(imported)) == ["draft", "ask", "name", "minutes"]


def test_problems_are_in_the_order_of_the_rows(sent, read, edit):
    def change(sheet):
        sheet["I7"], sheet["G6"], sheet["J5"], sheet["H4"] = "=1", "soon", "=2", "nearly"

    places = [path for path, _ in found(read(edit(sent, change)))]

    assert [place.partition(",")[0] for place in places] == ["row 4", "row 5", "row 6", "row 7"]


def test_a_new_action_is_read_from_an_empty_row(sent, read, edit):
    def change(sheet):
        sheet["B9"], sheet["C9"], sheet["G9"] = "Thank the hosts", "Li", date(2027, 8, 31)

    news = read(edit(sent, change)).value[-1]

    assert (news.place, news.id, news.sent) == ("row 9", "", None)
    assert news.said == ActionState(statement="Thank the hosts", owner="li", due=date(2027, 8, 31))


def test_a_stranger_as_owner_is_named_with_the_cell(sent, read, edit):
    def change(sheet):
        sheet["B9"], sheet["C9"] = "Thank the hosts", "Amina Yusef"

    imported = read(edit(sent, change))

    assert found(imported) == [("row 9, column Owner (C9)", "'Amina Yusef'")]
    assert imported.problems[0].hint == "Did you mean 'amina'?"


def test_a_row_that_says_what_nobody_does_is_named(sent, read, edit):
    def change(sheet):
        sheet["J9"] = "And thank the hosts"

    assert found(read(edit(sent, change))) == [("row 9", "neither")]


def test_people_and_objectives_may_have_got_new_names_since(sent, year, read, changes):
    people = [evolve(year.people[0], name="Amina Khan"), *year.people[1:]]
    objectives = [evolve(year.objectives[0], statement="A vision of our own")]
    renamed = evolve(year, people=people, objectives=objectives)

    imported = read(sent, renamed)

    assert imported.problems == ()
    assert changes(imported) == {}


def test_a_workbook_made_by_hand_is_read(read):
    data = own([["Task", "Assigned to", "Deadline"], ["Book the room", "Jo Park", "1 Aug 2027"]])

    imported = read(data)

    assert imported.problems == ()
    assert [(news.place, news.said) for news in imported.value] == [
        ("row 2", ActionState(statement="Book the room", owner="jo", due=date(2027, 8, 1)))
    ]


def test_the_options_of_every_table_are_known(read):
    data = own([["To be done", "Ends"], ["Book the room", "8/1/2027"]])

    imported = read(data, columns={"statement": "To be done", "due": "Ends"}, month_first=True)

    assert imported.problems == ()
    assert imported.value[0].said == ActionState(statement="Book the room", due=date(2027, 8, 1))


def test_columns_as_sent_tell_what_was_sent_out(read, changes):
    data = own([["Id", "Status", "Status (as sent)"], ["draft", "Done", "Blocked"]])

    imported = read(data)

    assert changes(imported) == {("draft", "status"): "done"}
    assert imported.value[0].sent == ActionState(status="blocked")


@pytest.fixture(scope="module")
def two_lists(sent):
    workbook = openpyxl.load_workbook(BytesIO(sent))
    workbook["Actions"].title = "North"
    south = workbook.create_sheet("South", 0)
    for row in (["Id", "Status"], ["hall", "Done"]):
        south.append(row)
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def test_the_first_list_is_read_and_others_are_named(two_lists, read):
    imported = read(two_lists)

    assert said(imported) == {"hall": "done"}
    assert found(imported) == [("sheet North", "another list of actions")]


def test_the_sheet_may_be_named(two_lists, read):
    imported = read(two_lists, sheet="North")

    assert imported.problems == ()
    assert len(imported.value) == 5


def test_the_sheet_that_we_call_actions_comes_first(sent, read):
    workbook = openpyxl.load_workbook(BytesIO(sent))
    workbook.create_sheet("South", 0).append(["Id", "Status"])
    file = BytesIO()
    workbook.save(file)

    assert len(read(file.getvalue()).value) == 5


@pytest.mark.parametrize(
    ("options", "path", "hint"),
    [
        ({"sheet": "Action"}, "options.sheet", "Did you mean 'Actions'?"),
        ({"sheet": 3}, "options.sheet", ""),
        ({"sheet": 0}, "options.sheet", ""),
        ({"sheets": "Actions"}, "options.sheets", "Did you mean 'sheet'?"),
        ({"month_first": "no"}, "options.month_first", ""),
    ],
)
def test_options_of_no_use_are_problems(sent, read, options, path, hint):
    problem = read(sent, **options).problems[0]

    assert (problem.path, problem.hint) == (path, hint)


def test_a_file_of_no_use_is_not_the_fault_of_an_option(read):
    assert [path for path, _ in found(read(b"", sheet="Actions"))] == ["file"]


def test_a_workbook_without_a_list_says_what_was_looked_for(read):
    imported = read(own([["Rooms"], ["Blue"]], title="Rooms"))

    assert imported.value == ()
    assert str(imported.problems[0]) == (
        "WC003 file: expected a row of headings such as Id, Action, Owner, Due and Status,"
        " found none on the sheets Rooms."
        ' Name the columns in a mapping, such as columns = {statement = "To be done"}'
    )


def test_how_far_it_is_is_told_while_it_is_read(sent, year):
    told = []
    request = ImportRequest(advance=lambda *how_far: told.append(how_far))

    ActionLogImporter().read(sent, year, request)

    assert told[-1] == (5, 5)
    assert [done for done, _ in told] == [1, 2, 3, 4, 5]


def test_whoever_watches_may_stop_the_reading(sent, year):
    def stop(_done, _all):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ActionLogImporter().read(sent, year, ImportRequest(advance=stop))
