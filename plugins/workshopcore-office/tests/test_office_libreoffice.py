"""Another program opens the log, somebody types into it, and it is read when it comes back."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from workshopcore.contracts.exchange import ExportRequest
from workshopcore_office import ActionLogExporter

pytestmark = pytest.mark.office

HEADINGS = (
    *("Id", "Action", "Owner", "Objective", "Agreed", "First due"),
    *("Due", "Status", "Progress", "Note"),
)


@pytest.fixture(scope="module")
def cell(sent):
    """Return which cell holds a field of an action; of none for the first empty row."""
    sheet = openpyxl.load_workbook(BytesIO(sent))["Actions"]
    columns = {each.value: each.column_letter for each in sheet[3]}
    rows = {each.value: each.row for each in sheet["A"][3:]}
    return lambda id, heading: f"{columns[heading]}{rows[id]}"


@pytest.fixture(scope="module")
def type_in(libreoffice, sent, cell):
    """Type into cells of the list, each an action, a heading and a text; nothing only looks."""

    def type_in(*steps):
        return libreoffice(sent, *[("Actions", cell(id, name), text) for id, name, text in steps])

    return type_in


@pytest.fixture(scope="module")
def looked_at(type_in, libreoffice):
    """The log as it is when it was only opened and saved, and what is known of its cells."""
    places = [(id, heading) for id in ("draft", None) for heading in HEADINGS]
    saved = type_in(*((id, heading, None) for id, heading in places))
    return saved, dict(zip(places, libreoffice.seen, strict=True))


def test_a_log_that_is_only_saved_again_says_nothing_new(looked_at, read, changes):
    imported = read(looked_at[0])

    assert imported.problems == ()
    assert len(imported.value) == 5
    assert changes(imported) == {}


def test_text_that_looks_like_something_else_survives_another_program(
    libreoffice, hostile, read, changes, day
):
    data = ActionLogExporter().write(hostile, ExportRequest(day))

    imported = read(libreoffice(data), hostile)

    assert imported.problems == ()
    assert changes(imported) == {}


def test_a_log_that_is_saved_again_stays_as_it_is_protected(looked_at):
    workbook = openpyxl.load_workbook(BytesIO(looked_at[0]))

    assert [(each.title, each.sheet_state, each.protection.sheet) for each in workbook] == [
        ("Actions", "visible", True),
        ("How to use this", "visible", True),
        ("Lists", "visible", True),
        ("Sent out", "hidden", True),
    ]


@pytest.mark.parametrize(
    ("id", "unlocked"),
    [
        ("draft", {"Due", "Status", "Progress", "Note"}),
        (None, {"Action", "Owner", "Objective", "Due", "Status", "Progress", "Note"}),
    ],
)
def test_only_what_owners_change_is_unlocked(looked_at, id, unlocked):
    locked = {heading: looked_at[1][id, heading]["locked"] for heading in HEADINGS}

    assert {heading for heading, is_locked in locked.items() if not is_locked} == unlocked


@pytest.mark.parametrize(
    ("id", "heading", "accepts", "given"),
    [
        ("draft", "Status", "LIST", "Statuses"),
        ("draft", "Progress", "WHOLE", "0"),
        ("draft", "Due", "DATE", "E4"),
        (None, "Owner", "LIST", "People"),
        (None, "Objective", "LIST", "Objectives"),
    ],
)
def test_cells_accept_what_they_are_for(looked_at, id, heading, accepts, given):
    found = looked_at[1][id, heading]

    assert (found["accepts"], found["from"]) == (accepts, given)


def test_what_is_typed_comes_back_and_nothing_else(type_in, read, changes):
    imported = read(
        type_in(
            ("draft", "Status", "Blocked"),
            ("draft", "Progress", "60"),
            ("draft", "Note", "Waiting for legal: café, 50 % & <more>"),
            ("hall", "Due", "2027-09-01"),
            ("ask", "Status", "In progress"),
            ("name", "Note", "=1+1"),
        )
    )

    assert imported.problems == ()
    assert changes(imported) == {
        ("draft", "status"): "blocked",
        ("draft", "progress"): 60,
        ("draft", "note"): "Waiting for legal: café, 50 % & <more>",
        ("hall", "due"): date(2027, 9, 1),
        ("ask", "status"): "in-progress",
        ("name", "note"): "=1+1",
    }


def test_a_new_action_comes_back_from_an_empty_row(type_in, read, changes):
    imported = read(
        type_in(
            (None, "Action", "Thank the hosts"),
            (None, "Owner", "Li Wei"),
            (None, "Due", "2027-08-31"),
        )
    )

    assert imported.problems == ()
    assert changes(imported) == {
        ("", "statement"): "Thank the hosts",
        ("", "owner"): "li",
        ("", "due"): date(2027, 8, 31),
    }
