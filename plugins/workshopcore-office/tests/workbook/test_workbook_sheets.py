"""What stands on which sheet, and how sheets are set up for the screen and for paper."""

from datetime import datetime

import attrs
import openpyxl
import pytest

from workshopcore.contracts.report import (
    Bullets,
    Callout,
    Column,
    Facts,
    PageBreak,
    Paragraph,
    Report,
    Section,
    Table,
)
from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.language import speaking
from workshopcore_office import WorkbookRenderer
from workshopcore_office.workbook.names import sheet_name

LOG = Table(
    ["Id", "Action", "Due"],
    [["a", "Draft the vision", "26 February 2027"], ["b", "Book the hall", "2 August 2027"]],
)
ROOMS = Table(["Room", "Holds"], [["Long Room", "30"], ["Library", "10"]])


def many(number):
    return Paragraph("Words that take some room on a sheet, as words do. " * number)


def test_first_sheet_says_what_the_report_is(write, rows):
    workbook = write(
        Facts([("Where", "Mill House")]),
        Section("Log", [LOG]),
        title="Action plan",
        subtitle="A year of change",
    )
    assert rows(workbook.worksheets[0]) == [
        ["Action plan"],
        ["A year of change"],
        ["As of 30 June 2027"],
        ["Where", "Mill House"],
        ["Contents"],
        ["Log"],
    ]


def test_contents_lead_to_the_rows_of_headings(write):
    workbook = write(
        Section("One", [LOG, Section("Beneath", [Paragraph("Words.")])]), Section("Two", [ROOMS])
    )
    found = {
        cell.value: cell.hyperlink.location
        for row in workbook.worksheets[0].iter_rows()
        for cell in row
        if cell.hyperlink
    }
    assert set(found) == {"One", "Beneath", "Two"}
    for title, place in found.items():
        name, _, cell = place.partition("!")
        assert workbook[name.strip("'")][cell].value == title


def test_each_section_with_a_table_has_a_sheet(write):
    workbook = write(Section("Log", [LOG]), Section("Rooms", [ROOMS]))
    assert workbook.sheetnames == ["Contents", "Log", "Rooms"]


def test_prose_after_prose_is_on_one_sheet(write):
    workbook = write(
        Section("Log", [LOG]), Section("Aims", [many(40)]), Section("Limits", [many(40)])
    )
    assert workbook.sheetnames == ["Contents", "Log", "Aims"]


def test_a_report_of_prose_is_one_sheet_without_contents(write, shown):
    workbook = write(Section("Aims", [many(60)]), Section("Limits", [many(60)]), title="Aims")
    assert workbook.sheetnames == ["Aims"]
    assert "Contents" not in shown(workbook.worksheets[0])


def test_a_summary_before_the_first_table_is_on_the_first_sheet(write, shown):
    workbook = write(Section("Summary", [Paragraph("In short.")]), Section("Log", [LOG]))
    assert workbook.sheetnames == ["Contents", "Log"]
    assert "In short." in shown(workbook.worksheets[0])


def test_a_section_with_tables_of_two_kinds_has_two_sheets(write, shown):
    section = Section(
        "Findings", [Section("Actions", [LOG]), Section("Rooms", [ROOMS, Paragraph("Two rooms.")])]
    )
    workbook = write(section)
    assert workbook.sheetnames == ["Contents", "Actions", "Rooms"]
    assert shown(workbook["Actions"])[:2] == ["Findings", "Actions"]
    assert shown(workbook["Rooms"])[0] == "Rooms"


def test_tables_of_one_kind_share_a_sheet(write):
    shorter = Table(["Id", "Action"], [["c", "Ask"]])
    parts = [Section("One", [LOG, many(1)]), Section("Two", [shorter, many(1)])]
    assert write(Section("Session by session", parts)).sheetnames == [
        "Contents",
        "Session by session",
    ]


def test_sections_with_a_table_each_become_one_list(write, rows):
    columns = ["Id", "Action", "Hours", "Latest news"]
    first = Table(columns, [["a", "Draft", "3", ""], ["b", "Book", "", "Soon"]])
    second = Table(["Id", "Action", "Latest news"], [["c", "Ask", "Done"]])
    workbook = write(
        Section("Open", [Section("Amina Yusuf", [first]), Section("Jo Park", [second])])
    )
    assert rows(workbook["Open"]) == [
        ["Open"],
        ["Section", "Id", "Action", "Hours", "Latest news"],
        ["Amina Yusuf", "a", "Draft", "3"],
        ["Amina Yusuf", "b", "Book", "Soon"],
        ["Jo Park", "c", "Ask", "Done"],
    ]


@pytest.mark.parametrize(
    "other",
    [
        Table(["Name", "Action"], [["c", "Ask"]]),
        Table(["Id", "Room"], [["c", "Ask"]]),
        Table(["Id", "Due", "Action"], [["c", "Ask", "x"]]),
        Table(["Id", "Action", "Due"], [["c", "Ask", ""]], caption="Others"),
        Table(["Id", "Action", "Due"], [["", "", ""]], writable=True),
    ],
)
def test_sections_with_tables_of_other_kinds_stay_apart(write, shown, other):
    workbook = write(Section("Open", [Section("Amina", [LOG]), Section("Jo", [other])]))
    texts = [text for sheet in workbook for text in shown(sheet)]
    assert "Section" not in texts
    assert {"Amina", "Jo"} <= set(texts)


def test_a_table_alone_on_its_sheet_is_frozen_filtered_and_headed_on_every_page(write):
    sheet = write(Section("Log", [Paragraph("Two actions."), LOG]))["Log"]
    head = next(cell.row for cell in sheet["A"] if cell.value == "Id")
    assert sheet.freeze_panes == f"A{head + 1}"
    assert sheet.auto_filter.ref == f"A{head}:C{head + 2}"
    assert sheet.print_title_rows == f"${head}:${head}"


def test_headings_far_down_are_not_frozen(write):
    sheet = write(Section("Log", [many(30), LOG]))["Log"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref


def test_nobody_filters_a_table_to_write_in(write):
    sheet = write(Section("Log", [attrs.evolve(LOG, writable=True)]))["Log"]
    assert sheet.auto_filter.ref is None
    assert min(sheet.row_dimensions[row].height for row in (4, 5)) >= 30


def test_every_sheet_is_printed_one_page_wide_with_its_title_and_number(write):
    workbook = write(
        Section("Log", [LOG]),
        title="R&D: 2027",
        style=Style("acme:house", "Acme", footer="7 & Co.", paper="Letter"),
    )
    for sheet in workbook:
        # One page wide is what is meant where nothing is said.
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.paperSize == 1
        assert sheet.print_area == f"'{sheet.title}'!$A$1:{_last(sheet)}"
        assert "R&&D: 2027" in sheet.oddHeader.left.text
        assert sheet.oddFooter.left.text == "7 && Co."
        assert sheet.oddFooter.right.text == "Page &P of &N"


def _last(sheet):
    letters = sheet.print_area.rpartition(":")[2]
    assert sheet.max_row <= int(letters.rpartition("$")[2])
    return letters


def test_margins_are_those_of_the_style(write):
    margins = {"top": 25.4, "right": 12.7, "bottom": 20, "left": 38.1}
    sheet = write(Section("Log", [LOG]), style=Style("acme:house", "Acme", margins=margins))["Log"]
    found = sheet.page_margins
    assert [round(each, 2) for each in (found.top, found.right, found.left)] == [1, 0.5, 1.5]


def test_wide_sheets_are_turned(write):
    wide = Table(
        ["First", "Second", "Third"], [["A long cell with much to say of itself. " * 3] * 3]
    )
    workbook = write(Section("Wide", [wide]), Section("Narrow", [ROOMS]))
    turned = [workbook[name].page_setup.orientation for name in ("Wide", "Narrow")]
    assert turned == ["landscape", "portrait"]


def test_page_breaks_are_breaks_of_print(write):
    sheet = write(Section("Aims", [Paragraph("One."), PageBreak(), Paragraph("Two.")]))["A note"]
    (found,) = sheet.row_breaks.brk
    assert sheet.cell(found.id + 1, 1).value == "Two."


def test_parts_that_would_be_torn_apart_begin_a_page(write):
    parts = [Section(f"Part {number}", [LOG, *[Paragraph("Words.")] * 12]) for number in range(6)]
    sheet = write(Section("All", parts))["All"]
    titles = {cell.row: cell.value for cell in sheet["A"] if str(cell.value).startswith("Part")}
    begun = [
        next(row for row in titles if row in (brk.id, brk.id + 1, brk.id + 2))
        for brk in sheet.row_breaks.brk
    ]
    assert begun
    assert len(begun) == len(sheet.row_breaks.brk)


def test_sheets_of_a_language_from_right_to_left_are_too(write):
    with speaking("ar"):
        workbook = write(Section("Log", [LOG]), language="ar")
    assert all(sheet.sheet_view.rightToLeft for sheet in workbook)


def test_properties_say_what_it_is_and_name_the_house(write):
    found = write(
        Section("Log", [LOG]),
        title="Action plan",
        subtitle="A year of change",
        language="cy",
        style=Style("acme:house", "Acme", house="Acme Facilitation"),
    ).properties
    assert (found.title, found.subject, found.creator) == (
        *("Action plan", "A year of change"),
        "Acme Facilitation",
    )
    assert found.language == "cy"
    assert found.created == found.modified == datetime(2027, 6, 30)


def test_a_report_of_no_day_has_no_date_of_a_clock(write):
    assert write(Paragraph("Words."), as_of=None).properties.created == datetime(1980, 1, 1)


SVG = "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'/%3E"


@pytest.mark.parametrize("drawn", ["", SVG])
def test_a_logo_is_shown_and_described(write, drawn):
    red = (
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5E"
        "rkJggg=="
    )
    address = f"data:image/png;base64,{red}"
    style = Style(
        *("acme:house", "Acme"),
        logo=drawn or address,
        logo_raster=address,
        logo_alt="Acme, a red square",
    )
    workbook = write(Section("Log", [LOG]), style=style)
    assert len(workbook.worksheets[0]._images) == 1


def test_a_logo_that_excel_does_not_show_is_said(write, shown):
    workbook = write(Paragraph("Words."), style=Style("a:b", "B", logo=SVG, logo_alt="Acme"))
    assert shown(workbook.worksheets[0])[0] == "Acme"


def test_without_a_logo_the_house_is_named(write, shown):
    workbook = write(Paragraph("Words."), style=Style("a:b", "B", house="Acme Facilitation"))
    assert shown(workbook.worksheets[0])[0] == "Acme Facilitation"
    assert workbook.worksheets[0].oddFooter.left.text == "Acme Facilitation"


def test_titles_stand_in_a_band_where_a_style_wants_that(write):
    workbook = write(Paragraph("Words."), style=Style("a:b", "B", headings="band"))
    title = workbook.worksheets[0]["A1"]
    assert (title.value, title.fill.fgColor.rgb) == ("A note", "FF1F567D")


def test_a_logo_that_is_no_picture_is_refused(write):
    style = Style("acme:house", "Acme", logo="data:image/png;base64,AAAA")
    with pytest.raises(RenderError, match="the logo is no picture"):
        write(Paragraph("Words."), style=style)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("09:30–09:40 Welcome", "09.30–09.40 Welcome"),
        ("What/if [now]?", "What if now"),
        ("History", "History_"),
        ("'quoted'", "’quoted’"),
        ("", "Sheet"),
        ("An objective that nobody can say in so few", "An objective that nobody can s…"),
        ("🙂" * 20, "🙂" * 15 + "…"),
    ],
)
def test_names_of_sheets_are_such_as_excel_allows(title, name):
    assert sheet_name(title, (), "Sheet") == name


def test_names_of_sheets_differ_whatever_their_capitals(write):
    sections = [
        Section(title, [Table([f"Kind {number}", "b"], [["x", "y"]])])
        for number, title in enumerate(("Actions", "ACTIONS", "actions", "contents"))
    ]
    assert write(*sections).sheetnames == [
        *("Contents", "Actions", "ACTIONS (2)", "actions (3)", "contents (2)")
    ]


def test_more_kinds_of_tables_than_sheets_are_refused():
    sections = [
        Section(f"Kind {number}", [Table([f"Column {number}"], [["x"]])]) for number in range(501)
    ]
    with pytest.raises(RenderError, match=r"501 sheets.*html.*office:docx"):
        _render(*sections)


@pytest.mark.long
def test_more_rows_than_excel_has_are_refused():
    table = Table(["x"], [[""]] * 1_048_577)
    with pytest.raises(RenderError, match=r"1,048,576 rows.*html.*text"):
        _render(Section("Log", [table]))


def test_more_columns_than_excel_has_are_refused():
    with pytest.raises(RenderError, match=r"16,000 columns.*html.*office:docx"):
        _render(Section("Log", [Table(["x"] * 16_001, [])]))


def _render(*blocks):
    report = Report("note", "A note", "participants", blocks)
    return WorkbookRenderer().render(report, Style("acme:bare", "Bare"))


def test_callouts_are_set_apart(write):
    sheet = write(Callout("Mind the time", [Bullets(["Lunch"])], kind="warning")).worksheets[0]
    title = next(cell for cell in sheet["A"] if cell.value == "Warning: Mind the time")
    assert title.fill.fgColor.rgb == "FFEEF3F7"
    assert title.border.left.style == "thick"


def test_bands_of_a_style_are_behind_every_other_row(write):
    table = Table([Column("a"), Column("b")], [["1", "x"], ["2", "y"], ["3", "z"]])
    sheet = write(Section("Log", [table]), style=Style("a:b", "B", tables="bands"))["Log"]
    filled = [sheet.cell(row, 2).fill.fill_type for row in (4, 5, 6)]
    assert filled == [None, "solid", None]


def test_colours_of_a_style_can_be_read(write):
    pale = Style("a:b", "B", colours={"accent": "#ffe9a8", "text": "#dddddd", "paper": "#111111"})
    sheet = write(Section("Log", [LOG]), style=pale)["Log"]
    head, cell = sheet["A3"], sheet["A4"]
    assert _contrast(head.font.color.rgb, head.fill.fgColor.rgb) >= 4.5
    assert _contrast(cell.font.color.rgb, "FFFFFFFF") >= 4.5


def _contrast(one, other):
    darker, lighter = sorted(_luminance(colour[2:]) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(digits):
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_a_workbook_is_one_for_openpyxl_to_write_again(write, tmp_path):
    write(Section("Log", [LOG])).save(tmp_path / "again.xlsx")
    assert openpyxl.load_workbook(tmp_path / "again.xlsx").sheetnames == ["Contents", "Log"]
