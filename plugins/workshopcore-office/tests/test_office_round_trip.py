"""What goes out and comes back unchanged says nothing new; what is changed says exactly that."""

from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.actions import plan
from workshopcore.contracts.exchange import ExportRequest, ImportRequest
from workshopcore.exchange.words import status_word
from workshopcore.testing.strategies import days, programmes
from workshopcore_office import ActionLogExporter, ActionLogImporter
from workshopcore_office.rules import STATUSES


def written(programme, as_of, **options):
    return ActionLogExporter().write(programme, ExportRequest(as_of, options=options))


@given(programmes(people=1), days())
def test_any_log_comes_back_as_it_went_out(programme, as_of):
    data = written(programme, as_of)
    imported = ActionLogImporter().read(data, programme, ImportRequest())

    assert imported.problems == ()
    assert [news.said for news in imported.value] == [news.sent for news in imported.value]
    assert {news.id for news in imported.value} == {e.action.id for e in plan(programme, as_of)}


def test_text_that_looks_like_something_else_comes_back_as_it_went_out(hostile, read, day):
    imported = read(written(hostile, day), hostile)

    assert imported.problems == ()
    assert [news.said for news in imported.value] == [news.sent for news in imported.value]
    assert [news.said.note for news in imported.value] == [
        action.updates[0].note for action in hostile.actions
    ]


def test_no_text_is_ever_a_formula_or_a_link(hostile, day):
    workbook = openpyxl.load_workbook(BytesIO(written(hostile, day)))
    cells = [cell for sheet in workbook for row in sheet for cell in row if cell.value is not None]

    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert [cell.coordinate for cell in cells if cell.hyperlink] == []


EDITS = st.one_of(
    st.tuples(st.just("Status"), st.sampled_from(STATUSES)),
    st.tuples(st.just("Progress"), st.integers(0, 100)),
    st.tuples(st.just("Due"), days()),
    st.tuples(
        st.just("Note"),
        st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1),
    ),
)


@given(edits=st.lists(EDITS, max_size=4, unique_by=lambda edit: edit[0]), data=st.data())
def test_any_edit_comes_back_as_exactly_that_change(year, sent, read, edit, changes, edits, data):
    expected = {}

    def change(sheet):
        columns = {cell.value: cell.column for cell in sheet[3]}
        for heading, value in edits:
            row = data.draw(st.integers(4, 8))
            typed = status_word(value) if heading == "Status" else value
            cell = sheet.cell(row, columns[heading], typed)
            cell.data_type = "s" if isinstance(typed, str) else cell.data_type
            expected[sheet.cell(row, 1).value, heading.lower()] = value

    imported = read(edit(sent, change))

    was = {(news.id, f): getattr(news.sent, f) for news in imported.value for _, f in expected}
    assert imported.problems == ()
    assert changes(imported) == {at: new for at, new in expected.items() if was[at] != new}


@pytest.mark.parametrize("heading", ["Due", "Status", "Progress", "Note"])
def test_every_editable_cell_is_read(sent, read, edit, changes, heading):
    new = {"Due": "2027-09-01", "Status": "Cancelled", "Progress": 77, "Note": "News"}[heading]

    def change(sheet):
        column = next(cell.column for cell in sheet[3] if cell.value == heading)
        for row in range(4, 9):
            sheet.cell(row, column, new)

    assert len(changes(read(edit(sent, change)))) == 5
