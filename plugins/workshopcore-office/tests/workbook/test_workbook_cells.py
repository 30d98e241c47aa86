"""What is in cells: text that stays text, numbers, links, and nothing that is lost."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl.cell.rich_text import CellRichText

from workshopcore.contracts.report import (
    Bullets,
    Column,
    Item,
    Paragraph,
    QuoteBlock,
    Run,
    Section,
    Table,
)

FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "{=1+1}", '=HYPERLINK("https://example.org")')


def table_rows(rows, workbook, *texts):
    (found,) = [sheet for sheet in workbook if sheet.title == "Log"]
    return rows(found)[2:]


@pytest.mark.parametrize("text", [*FORMULAS, "\t=1+1", "<r>bold</r>", "<r><t>x</r>", "_x0041_"])
def test_text_never_becomes_anything_else(write, render, text):
    blocks = [Paragraph(text), Section("Log", [Table([text, "b"], [[text, "x"]], caption=text)])]
    workbook = write(*blocks, title=text, subtitle=text)
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    said = text.strip().replace("_x0041_", "A")  # openpyxl reads the code of a letter
    assert sum(str(cell.value).replace("_x005F", "") in (text.strip(), said) for cell in cells) == 6
    assert not re.search(rb"<f[ >]", _sheets(render(*blocks, title=text)))


def _sheets(data):
    with ZipFile(BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        return b"".join(map(archive.read, names))


def test_letters_that_xml_forbids_are_replaced(write, shown):
    workbook = write(Paragraph("bell\x07, right to left\u202e, tab\tand \ud800"))
    assert "bell\ufffd, right to left, tab and \ufffd" in shown(workbook.worksheets[0])


def test_columns_of_numbers_and_dates_are_such(write):
    table = Table(
        ["Id", "Due", Column("Hours", align="right"), "Code"],
        [
            ["a", "26 February 2027", "3", "007"],
            ["b", "", "12", "12"],
            ["c", "2 August 2027", "–", "x"],
        ],
    )
    sheet = write(Section("Log", [table]))["Log"]
    assert [str(sheet.cell(row, 2).value) for row in (4, 5, 6)] == [
        *("2027-02-26 00:00:00", "None", "2027-08-02 00:00:00")
    ]
    assert [sheet.cell(row, 3).value for row in (4, 5, 6)] == [3, 12, "–"]
    assert [sheet.cell(row, 4).value for row in (4, 5, 6)] == ["007", "12", "x"]


def test_a_running_order_has_starts_and_ends_and_minutes_to_count_with(write, rows):
    table = Table(
        ["Time", Column("Minutes", align="right"), "Item"],
        [
            ["09:15–09:30", "15 (10–20)", "Arrival"],
            ["12:20", "", "Bell"],
            ["12:30–13:15", "45", ""],
        ],
    )
    sheet = write(Section("Running order", [table]))["Running order"]
    assert rows(sheet)[1:] == [
        ["Time", "Until", "Minutes", "Minutes: note", "Item"],
        ["09:15–", "09:30", "15", "(10–20)", "Arrival"],
        ["12:20", "Bell"],
        ["12:30–", "13:15", "45"],
    ]
    assert [sheet.cell(row, 3).value for row in (4, 6)] == [15, 45]
    assert sheet["A4"].is_date
    assert (sheet["B4"].value.hour, sheet["B4"].value.minute) == (9, 30)


def test_a_date_with_a_note_is_a_date_beside_a_note(write, rows):
    table = Table(["Due", "x"], [["21 January 2028 (first 14 December 2027)", ""], ["", "y"]])
    assert rows(write(Section("Log", [table]))["Log"])[1:3] == [
        ["Due", "Due: note", "x"],
        ["21 January 2028", "(first 14 December 2027)"],
    ]


@pytest.mark.parametrize("text", ["Amina (Head)", "Plan (2027)", "3 of 4 (75%)", "(3)"])
def test_other_brackets_stay_where_they_are(write, rows, text):
    table = Table(["What", "x"], [[text, "y"]])
    assert rows(write(Section("Log", [table]))["Log"])[1:] == [["What", "x"], [text, "y"]]


def test_a_number_with_a_link_or_two_marks_stays_text(write):
    linked = (Run("12", href="https://example.org/12"),)
    parted = (Run("1", "strong"), Run("2"))
    table = Table(["a", "b", "c"], [[linked, parted, (Run("12", "strong"),)]])
    sheet = write(Section("Log", [table]))["Log"]
    kinds = [sheet.cell(4, column).data_type for column in (1, 2, 3)]
    assert kinds == ["s", "s", "n"]
    assert sheet["C4"].font.b


def test_marks_are_kept(write):
    text = (Run("plain "), Run("strong ", "strong"), Run("emphasis ", "emphasis"), Run("x", "code"))
    sheet = write(Paragraph(text)).worksheets[0]
    (found,) = [cell.value for cell in sheet["A"] if isinstance(cell.value, CellRichText)]
    assert str(found) == "plain strong emphasis x"
    fonts = [part.font for part in found if not isinstance(part, str)]
    assert [(bool(f.b), bool(f.i)) for f in fonts[-3:]] == [
        *((True, False), (False, True), (False, False))
    ]
    assert fonts[-1].rFont == "Consolas"


def test_one_link_is_that_of_its_cell(write):
    text = (Run("See "), Run("the guidance", href="https://example.org/a?b=c&d"), Run("."))
    sheet = write(Paragraph(text)).worksheets[0]
    (cell,) = [cell for cell in sheet["A"] if cell.hyperlink]
    assert str(cell.value) == "See the guidance."
    assert cell.hyperlink.target == "https://example.org/a?b=c&d"


def test_of_several_links_each_address_is_said(write, shown):
    text = (
        Run("One", href="https://example.org/1"),
        Run(", "),
        Run("two", href="mailto:a@example.org"),
        Run(", "),
        Run("https://example.org/3", href="https://example.org/3"),
    )
    workbook = write(Paragraph(text))
    said = "One <https://example.org/1>, two <mailto:a@example.org>, https://example.org/3"
    assert said in shown(workbook.worksheets[0])
    assert not any(cell.hyperlink for cell in workbook.worksheets[0]["A"])


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "file:///etc/passwd", "../other.html", "ftp://example.org", "x"]
)
def test_other_addresses_are_no_links(write, href):
    sheet = write(Paragraph([Run("See there", href=href)])).worksheets[0]
    assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)


def test_a_file_of_the_same_publication_is_one_beside(write):
    sheet = write(Paragraph([Run("Agenda", href="./participants/agenda.xlsx")])).worksheets[0]
    (cell,) = [cell for cell in sheet["A"] if cell.hyperlink]
    assert cell.hyperlink.target == "participants/agenda.xlsx"


def test_an_address_that_excel_cannot_hold_is_said(write, shown):
    address = "https://example.org/" + "a" * 2100
    sheet = write(Paragraph([Run("There", href=address)])).worksheets[0]
    assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)
    assert f"There <{address}>" in shown(sheet)


@pytest.mark.parametrize("letter", ["word ", "x", "𝄞 ", "漢"])
def test_long_text_goes_on_in_the_next_row(write, letter):
    text = letter * (40_000 // len(letter))
    sheet = write(Paragraph(text)).worksheets[0]
    cells = [str(cell.value) for cell in sheet["A"] if cell.value and letter[0] in str(cell.value)]
    assert "".join("".join(cells).split()) == "".join(text.split())
    assert len(cells) > 1
    assert max(len(cell.encode("utf-16-le")) // 2 for cell in cells) < 32_767


def test_a_cell_that_is_taller_than_a_row_goes_on_below(write):
    text = "Many words that go on and on. " * 400
    table = Table(["a", "b"], [["first", text], ["second", "short"]])
    sheet = write(Section("Log", [table]))["Log"]
    columns = [[str(cell.value or "") for cell in sheet[letter][3:]] for letter in "AB"]
    assert [cell for cell in columns[0] if cell] == ["first", "second"]
    assert "".join(columns[1]) == f"{text.strip()}short"
    assert max(row.height or 0 for row in sheet.row_dimensions.values()) <= 409


def test_rows_are_as_tall_as_their_text(write):
    words = "Words that take some room. " * 10
    table = Table(["a", "b"], [["x", words], ["y", "short"]])
    sheet = write(Section("Log", [table]))["Log"]
    tall, low = (sheet.row_dimensions[row].height for row in (4, 5))
    lines = len(words) / sheet.column_dimensions["B"].width
    assert tall >= 12 * lines
    assert low < 20


def test_a_number_without_room_is_written_as_text(write):
    """Excel shows signs instead of a number that is wider than its column."""
    said = "Wednesday 29 September 2027"
    dates = Table(list("abcde"), [[said] * 5])
    wide = Table(list("uvwxyz"), [["a few words of text"] * 6])
    alone, beside = (write(Section("Log", tables))["Log"] for tables in ([dates], [dates, wide]))
    assert alone["A4"].is_date
    assert beside.column_dimensions["A"].width < len(said)
    assert beside["A4"].value == said


def test_lists_keep_their_order_and_depth(write, shown):
    blocks = [
        Bullets(["one", Item("two", ["deeper", Item("still", ["deepest"])])]),
        Bullets(["first", "second"], ordered=True),
        QuoteBlock("I know who to ring.", "Repairs adviser"),
    ]
    assert shown(write(*blocks).worksheets[0])[2:] == [
        *("• one", "• two", "– deeper", "– still", "· deepest", "1. first", "2. second"),
        *("“I know who to ring.”", "— Repairs adviser"),
    ]


def test_rows_of_a_list_grow_with_what_is_typed(render):
    """A height that is marked as somebody's choice would stay as it is."""
    with ZipFile(BytesIO(render(Section("Log", [Table(["a"], [["x"]])])))) as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml").decode()
    (row,) = re.findall(r'<row r="4"[^>]*>', sheet)
    assert "customHeight" not in row
    assert "customHeight" in re.findall(r'<row r="3"[^>]*>', sheet)[0]
