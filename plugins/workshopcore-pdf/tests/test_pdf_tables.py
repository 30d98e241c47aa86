"""How wide the columns of a table are."""

import pytest

from workshopcore.contracts.report import Column, Table
from workshopcore_pdf.tables import Sheet, table_data

SHEET = Sheet(100)


def widths(columns, *rows, sheet=SHEET):
    return table_data(Table(columns, rows), sheet)["widths"]


def test_table_of_short_cells_needs_no_full_width():
    assert widths(["When", "Minutes"], ["09:30", "15"]) == [0, 0]


def test_columns_share_the_whole_sheet():
    found = widths(["When", "What", "Why"], ["09:30", "word " * 10, "word " * 40])

    assert abs(sum(found) - SHEET.characters) < 1


def test_column_that_says_more_is_wider():
    when, what, why = widths(["When", "What", "Why"], ["09:30", "word " * 8, "word " * 40])

    assert when < what < why


def test_column_is_never_narrower_than_its_longest_word():
    first, second = widths(["A", "B"], ["implementation", "word " * 200])

    assert first >= len("implementation")
    assert second > first


def test_word_with_a_hyphen_may_be_parted_there():
    whole, parted = (
        widths(["Id", *"BCDEF"], [text, *["word " * 30] * 5])[0]
        for text in ("directpaymentbase and more", "direct-payment-base and more")
    )

    assert parted < whole


def test_words_are_parted_only_in_a_table_with_too_many_columns():
    def crowded(count):
        row = [["organisations and more"] * count]
        return table_data(Table([str(n) for n in range(count)], row), SHEET)["crowded"]

    assert [crowded(count) for count in (3, 12)] == [False, True]


def test_row_that_no_page_could_hold_may_be_parted():
    def breaks(text):
        return table_data(Table(["What"], [[text]]), SHEET)["breaks"]

    assert [breaks("word " * count) for count in (10, 1000)] == [False, True]


def test_table_without_a_word_in_its_head_has_none():
    assert table_data(Table(["", Column(" ")], [["a", "b"]]), SHEET)["headings"] == []


def test_row_that_is_filled_in_is_kept_open_in_its_emptiest_cell():
    data = table_data(Table(["Action", "Done"], [["Book the hall", ""]]), Sheet(100, room=True))

    assert data["room"] == [1]


@pytest.mark.parametrize(("rows", "tall"), [(1, 145.0), (5, 29.0), (40, 9.0)])
def test_rows_to_write_in_share_a_page(rows, tall):
    data = table_data(Table(["A", "B"], [["", ""]] * rows, writable=True), Sheet(100))
    assert (data["tall"], data["widths"]) == (tall, [1.0, 1.0])


def test_first_of_a_great_many_columns_to_write_in_is_wider():
    data = table_data(Table("ABCDEFG", [[""] * 7], writable=True), Sheet(150, upright=False))
    assert (data["tall"], data["widths"]) == (85.0, [2.5, *[1.0] * 6])
