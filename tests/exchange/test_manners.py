"""Presets and mappings: how other people's tables are written."""

from datetime import date

import pytest

from workshopcore.contracts.exchange import ActionState, ImportRequest
from workshopcore.exchange.manners import option_problems
from workshopcore.exchange.presets import presets, recognised
from workshopcore.exchange.table import read_table
from workshopcore.exchange.words import our_status
from workshopcore.model.options import Options

PLANNER = [
    *("Task ID", "Task Name", "Bucket Name", "Progress", "Priority", "Assigned To", "Created By"),
    *("Created Date", "Start date", "Due date", "Is Recurring", "Late", "Completed Date"),
    *("Completed By", "Completed Checklist Items", "Checklist Items", "Labels", "Description"),
]
JIRA = [
    *("Summary", "Issue key", "Issue id", "Issue Type", "Status", "Project key", "Priority"),
    *("Resolution", "Assignee", "Reporter", "Created", "Updated", "Due date", "Labels", "Labels"),
]


def read(programme, headings, *rows, **options):
    placed = [(f"row {number}", row) for number, row in enumerate(rows, 2)]
    return read_table(headings, placed, programme, ImportRequest(options))


def row_of(headings, **cells):
    known = {name.replace(" ", "_").lower(): name for name in headings}
    given = {known[name]: cell for name, cell in cells.items()}
    return [given.pop(name, "") for name in headings]


def paths(imported):
    return [(problem.code, problem.path) for problem in imported.problems]


def test_planner_is_recognised(programme):
    row = row_of(
        PLANNER,
        task_id="x7Yq",
        task_name="Order chairs",
        progress="In progress",
        assigned_to="Amina Yusuf",
        due_date="13/04/2027",
        description="Twelve of them",
    )
    (news,) = read(programme, PLANNER, row).value
    assert (news.known_as, news.id, news.on) == ("planner:x7Yq", "", None)
    assert news.said == ActionState("Order chairs", "amina", "in-progress", due=date(2027, 4, 13))


def test_planner_tells_the_day_on_which_a_task_was_completed(programme):
    row = row_of(
        PLANNER,
        task_id="x7Yq",
        task_name="Order chairs",
        progress="Completed",
        completed_date="02/03/2027",
    )
    (news,) = read(programme, PLANNER, row).value
    assert (news.said.status, news.on) == ("done", date(2027, 3, 2))


def test_planner_may_write_the_month_first(programme):
    row = row_of(PLANNER, task_id="x7Yq", task_name="Order chairs", due_date="04/13/2027")
    assert paths(read(programme, PLANNER, row)) == [("WC003", "row 2, column Due date")]
    (news,) = read(programme, PLANNER, row, month_first=True).value
    assert news.said.due == date(2027, 4, 13)


def test_task_of_several_people_has_no_owner(programme):
    row = row_of(PLANNER, task_id="x", task_name="y", assigned_to="Amina Yusuf;Ben Osei")
    imported = read(programme, PLANNER, row)
    assert paths(imported) == [("WC008", "row 2, column Assigned To")]
    assert imported.value[0].said.owner is None


def test_separator_after_the_only_name_is_no_matter(programme):
    row = row_of(PLANNER, task_id="x", task_name="y", assigned_to="Amina Yusuf; ")
    assert read(programme, PLANNER, row).value[0].said.owner == "amina"


def test_jira_is_recognised(programme):
    row = row_of(
        JIRA,
        issue_key="CARE-12",
        summary="Order chairs",
        status="In Progress",
        assignee="a.yusuf@northvale.example",
        due_date="03/Feb/27 9:00 AM",
        updated="01/Feb/27 4:15 PM",
    )
    imported = read(programme, JIRA, row)
    (news,) = imported.value
    assert imported.problems == ()
    assert (news.known_as, news.on) == ("jira:CARE-12", date(2027, 2, 1))
    assert news.said == ActionState("Order chairs", "amina", "in-progress", due=date(2027, 2, 3))


@pytest.mark.parametrize(
    ("resolution", "status", "note"),
    [("Won't Do", "cancelled", "Won't Do"), ("Fixed", "done", None), ("", "done", None)],
)
def test_jira_tells_in_the_resolution_how_an_issue_was_closed(programme, resolution, status, note):
    row = row_of(JIRA, issue_key="C-1", summary="x", status="Done", resolution=resolution)
    (news,) = read(programme, JIRA, row).value
    assert (news.said.status, news.said.note) == (status, note)


def test_resolution_of_an_open_issue_is_no_matter(programme):
    row = row_of(JIRA, issue_key="C-1", summary="x", status="To Do", resolution="Won't Do")
    (news,) = read(programme, JIRA, row).value
    assert news.said == ActionState("x", status="agreed")


def test_our_own_headings_are_nobody_elses():
    assert recognised(["Id", "Action", "Owner", "Status", "Progress"]) is None


@pytest.mark.parametrize("preset", presets().values(), ids=presets())
def test_preset_is_recognised_by_its_own_headings(preset):
    assert recognised([heading.upper() for heading in preset.recognised_by]) == preset
    assert set(preset.recognised_by) <= {
        *(heading for headings in preset.columns.values() for heading in headings),
        "Bucket Name",
    }
    assert all(our_status(status) == status for status in preset.statuses.values())


def test_preset_may_be_named(programme):
    headings = ["Issue key", "Status"]
    imported = read(programme, headings, ["CARE-1", "To Do"], preset="jira")
    assert [each.known_as for each in imported.value] == ["jira:CARE-1"]


def test_unknown_preset_names_the_nearest(programme):
    imported = read(programme, ["Id"], ["vision"], preset="planer")
    assert paths(imported) == [("WC006", "options.preset")]
    assert imported.problems[0].hint == "Did you mean 'planner'?"


def test_mapping_names_headings_of_ones_own(programme):
    imported = read(
        programme,
        ["To be done", "By", "When?"],
        ["Order chairs", "Amina", "1 April 2027"],
        columns={"statement": "to be  DONE", "owner": "By", "due": "When?"},
    )
    assert [each.said for each in imported.value] == [
        ActionState("Order chairs", "amina", due=date(2027, 4, 1))
    ]


def test_mapping_adds_to_a_preset(programme):
    row = row_of(PLANNER, task_id="x", task_name="y", description="Twelve of them")
    (news,) = read(programme, PLANNER, row, columns={"note": "Description"}).value
    assert news.said.note == "Twelve of them"


def test_mapping_to_a_heading_that_is_not_there_names_the_nearest(programme):
    imported = read(programme, ["Id", "Due by"], ["vision"], columns={"due": "Due bye"})
    assert paths(imported) == [("WC006", "options.columns.due")]
    assert imported.problems[0].hint == "Did you mean 'Due by'?"


def test_mapping_of_something_that_is_no_field_names_the_nearest(programme):
    imported = read(programme, ["Id", "Due by"], ["vision"], columns={"deu": "Due by"})
    assert paths(imported) == [("WC002", "options.columns.deu")]
    assert imported.problems[0].hint == "Did you mean 'due'?"


def test_words_of_ones_own_are_mapped(programme):
    imported = read(
        programme, ["Id", "State"], ["vision", "Parked"], statuses={"parked": "blocked"}
    )
    assert [each.said.status for each in imported.value] == ["blocked"]


def test_names_of_another_tool_need_the_tool(programme):
    headings = ["Card", "Action"]
    row = ["12", "Order chairs"]
    columns = {"known_as": "Card"}
    imported = read(programme, headings, row, columns=columns)
    assert paths(imported) == [("WC004", "options.tool")]
    assert [each.known_as for each in imported.value] == [""]
    (news,) = read(programme, headings, row, columns=columns, tool="trello").value
    assert news.known_as == "trello:12"


def test_column_that_is_named_for_one_field_is_no_other(programme):
    headings, row = ["Id", "Action"], ["12", "Order chairs"]
    options = {"columns": {"known_as": "Id"}, "tool": "trello"}
    imported = read(programme, headings, row, **options)
    assert imported.problems == ()
    assert [(each.id, each.known_as) for each in imported.value] == [("", "trello:12")]


@pytest.mark.parametrize(
    ("options", "path"),
    [
        ({"preset": 5}, "options.preset"),
        ({"columns": "Due"}, "options.columns"),
        ({"columns": {"due": 5}}, "options.columns.due"),
        ({"statuses": ["done"]}, "options.statuses"),
        ({"statuses": {"Parked": "waiting"}}, "options.statuses.Parked"),
        ({"statuses": {"Parked": 5}}, "options.statuses.Parked"),
        ({"month_first": "yes"}, "options.month_first"),
        ({"tool": True}, "options.tool"),
    ],
)
def test_option_that_cannot_be_is_a_problem_and_the_table_is_read(programme, options, path):
    imported = read(programme, ["Id", "Note"], ["vision", "x"], **options)
    assert paths(imported) == [("WC003", path)]
    assert [each.id for each in imported.value] == ["vision"]


def test_option_that_nobody_has_names_the_nearest():
    (problem,) = option_problems(Options({"colums": {}, "tool": "trello"}))
    assert (problem.code, problem.path) == ("WC002", "options.colums")
    assert problem.hint == "Did you mean 'columns'?"
