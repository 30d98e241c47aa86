"""Tables of Word, their captions, and how wide their columns are."""

import pytest
from docx.oxml.ns import qn

from workshopcore.contracts.report import Column, Run, Table

LONG = "Responsibilities"
WIDE = Table([f"{LONG}{n}" for n in range(9)], [[LONG] * 9] * 20)
TEXT_WIDTH = (11906 - 2 * 907) / 20  # A4 with the margins of documents without a template


@pytest.fixture
def morning():
    """A table as reports have them."""
    return Table(
        ["When", Column("Minutes", align="right"), Column("What", align="centre")],
        [["09:30", "15", (Run("Check-in", "strong"), Run(", in a circle"))], ["09:45", "75", ""]],
        caption="The morning",
        row_headings=True,
    )


def test_table_says_what_it_says_under_its_headings(write, morning):
    (table,) = write(morning).tables

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["When", "Minutes", "What"],
        ["09:30", "15", "Check-in, in a circle"],
        ["09:45", "75", ""],
    ]


def test_head_is_repeated_and_no_row_is_broken(write, morning):
    (table,) = write(morning).tables

    heads = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") for row in table.rows]
    whole = [row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") for row in table.rows]
    assert [head is not None for head in heads] == [True, False, False]
    assert all(each is not None for each in whole)


def test_cells_stand_as_their_column_says(write, morning):
    (table,) = write(morning).tables

    aligned = [cell.paragraphs[0].alignment for cell in table.rows[1].cells]
    assert [str(each) for each in aligned] == ["None", "RIGHT (2)", "CENTER (1)"]


def test_row_headings_are_told_to_whoever_cannot_see_them(write, morning):
    look = write(morning).tables[0]._tbl.tblPr.find(qn("w:tblLook"))

    assert (look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) == ("1", "1")


def test_caption_is_numbered_by_word_and_stays_with_its_table(write, morning, texts):
    document = write(morning, morning, title="", as_of=None)

    captions = [words for style, words in texts(document) if style == "Caption"]
    codes = [each.text.strip() for each in document.element.iter(qn("w:instrText"))]
    assert captions == ["Table 1: The morning", "Table 2: The morning"]
    assert codes == ["SEQ Table \\* ARABIC"] * 2
    assert document.paragraphs[0].paragraph_format.keep_with_next is True
    assert document.tables[0]._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "The morning"


def test_table_without_a_caption_has_none(write, texts):
    document = write(Table(["A"], [["b"]]), title="", as_of=None)

    assert texts(document) == [("Table Heading", "A"), ("Table Text", "b")]


def test_columns_fill_the_page_and_longer_text_gets_more(write):
    table = write(Table(["No.", "What"], [["1", "A long sentence about it. " * 5]])).tables[0]

    few, many = (column.width.pt for column in table.columns)
    assert few + many == pytest.approx(TEXT_WIDTH, abs=0.1)
    assert many > 5 * few


def test_word_is_not_broken_where_there_is_room(write):
    table = write(Table(["Open", "Overdue", "What"], [["1", "2", "Long text " * 40]])).tables[0]

    widths = [column.width.pt for column in table.columns]
    assert [width > 6 * len(word) for width, word in zip(widths, ("Open", "Overdue"), strict=False)]


def test_many_columns_share_the_page_where_no_word_fits(write):
    words = ["x" * 40] * 60
    table = write(Table(words, [words])).tables[0]

    widths = {round(column.width.pt, 1) for column in table.columns}
    assert len(widths) == 1


def test_table_of_short_columns_stays_as_narrow_as_it_is(write):
    table = write(Table(["Name", "Group"], [["Amina Yusuf", "Group 1"]])).tables[0]

    assert sum(column.width.pt for column in table.columns) < TEXT_WIDTH / 2


def test_table_whose_words_do_not_quite_fit_has_smaller_letters(write, texts):
    table = Table([f"{LONG}{n}" for n in range(5)], [[LONG] * 5] * 4)

    found = {style for style, words in texts(write(table)) if words.startswith(LONG)}
    assert found == {"Small Table Heading", "Small Table Text"}


def test_more_columns_than_word_has_are_several_tables(write):
    names = [f"c{n}" for n in range(130)]

    tables = write(Table(names, [names] * 4)).tables

    heads = [[cell.text for cell in table.rows[0].cells] for table in tables]
    assert [head[0] for head in heads] == ["c0"] * 3
    assert [name for head in heads for name in head[1:]] == names[1:]
    assert max(len(head) for head in heads) <= 63


def test_rows_to_write_in_are_tall(write):
    (few,) = write(Table(["A", "B"], [["", ""]] * 2, writable=True)).tables
    (many,) = write(Table(["A", "B"], [["", ""]] * 40, writable=True)).tables

    assert [row.height and row.height.pt for row in few.rows] == [None, 200, 200]
    assert {row.height.pt for row in list(many.rows)[1:]} == {30}


def test_cells_to_write_in_have_lines_all_round(write):
    (table,) = write(Table(["A", "B"], [["", ""]], writable=True)).tables
    (plain,) = write(Table(["A", "B"], [["", ""]])).tables

    sides = [each.tag for each in table._tbl.tblPr.find(qn("w:tblBorders"))]
    assert sides == [
        qn(f"w:{side}") for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    ]
    assert plain._tbl.tblPr.find(qn("w:tblBorders")) is None
