"""Where a sheet ends and what is merged on it, from its plain bytes."""

from io import BytesIO

import pytest

from workshopcore_office.extent import extent_of

LAST = 1_048_576


def sheet(rows, after=""):
    text = f"<worksheet><sheetData>{rows}</sheetData>{after}</worksheet>"
    return BytesIO(text.encode())


def row(number, cells="", attributes=""):
    return f'<row {attributes} r="{number}">{cells}</row>'


VALUE = "<c><v>1</v></c>"
INLINE = '<c t="inlineStr"><is><t>arrow row r="9"</t></is></c>'


@pytest.mark.parametrize(
    ("rows", "last"),
    [
        (row(1, VALUE) + row(7, VALUE), 7),
        (row(1, VALUE) + row(7, VALUE) + row(8, "<c/>") + row(9), 7),
        (row(3, INLINE) + row(9), 3),
        (row(4, "<c><f>1+1</f></c>") + row(9), 4),
        (row(5, VALUE, attributes='spans="1:9" ht="15"'), 5),
        ("<x:row r='6'><x:c><x:v>1</x:v></x:c></x:row>", 6),
        (row(2) + row(3), 0),
        (row(LAST + 5, VALUE), LAST),
        ("<row><c><v>1</v></c></row>", LAST),
        ("", LAST),
    ],
)
def test_the_last_row_with_a_value_is_found(rows, last):
    assert extent_of(sheet(rows)).last == last


@pytest.mark.parametrize("filling", [100, 2**20 - 100, 2**20, 2**20 + 100, 3 * 2**20])
def test_it_makes_no_difference_where_the_bytes_are_cut(filling):
    text = "x" * filling
    rows = row(1, f'<c t="inlineStr"><is><t>{text}</t></is></c>') + row(2, VALUE) + row(3)

    assert extent_of(sheet(rows)).last == 2


def test_rows_without_values_are_passed_over_however_many():
    rows = row(1, VALUE) + "".join(row(number) for number in range(2, 200_000))

    assert extent_of(sheet(rows)).last == 1


def test_merged_cells_are_found():
    merged = (
        '<mergeCells count="2"><mergeCell ref="A1:J1"/><mergeCell ref="AB12:AC20"/></mergeCells>'
    )

    assert extent_of(sheet(row(1, VALUE), merged)).merged == {(1, 1, 10, 1), (28, 12, 29, 20)}


@pytest.mark.parametrize(
    ("column", "rows"), [(1, set()), (2, {5, 6, 8}), (3, {4, 5, 6, 8}), (4, {8}), (5, set())]
)
def test_only_the_first_of_merged_cells_has_a_value(column, rows):
    merged = '<mergeCell ref="B4:C6"/><mergeCell ref="A8:D8"/>'
    covered = extent_of(sheet("", merged)).covered(column)

    assert {number for number in range(1, 12) if number in covered} == rows
