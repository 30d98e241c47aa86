"""Tables and figures on slides."""

import pytest

from workshopcore.contracts.report import Column, Figure, Paragraph, Run, Section, Table
from workshopcore.renderers.html.figures import drawing_of

YEAR = Figure(
    "timeline",
    {"points": [{"label": "Where & now?", "date": "2027-01-19", "group": "Strategic"}]},
    alt='One workshop, in "January".',
    table=Table(["Date", "Workshop"], [["19 January 2027", "Where & now?"]]),
    caption="The year",
)


def boxes(slide):
    return [shape for shape in slide.shapes if not shape.is_placeholder]


def test_table_says_what_it_says(write, tables):
    table = Table(
        ["When", Column("Minutes", align="right"), Column("What", align="centre")],
        [["09:30", "15", (Run("Check-in", "strong"), Run(", all"))], ["09:45", "75", ""]],
        caption="The morning",
        row_headings=True,
    )
    presentation = write(table)

    assert tables(presentation) == [
        [["When", "Minutes", "What"], ["09:30", "15", "Check-in, all"], ["09:45", "75", ""]]
    ]
    caption, frame = boxes(presentation.slides[1])
    assert caption.text_frame.text == "The morning"
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == "The morning"
    assert (frame.table.first_row, frame.table.first_col) == (True, True)
    aligned = [cell.text_frame.paragraphs[0].alignment for cell in frame.table.rows[1].cells]
    assert [str(each) for each in aligned] == ["None", "RIGHT (3)", "CENTER (2)"]


def test_long_table_goes_on_under_its_head(write, tables):
    rows = [[str(n), f"Something about {n}"] for n in range(60)]

    found = tables(write(Section("Rows", [Table(["No.", "What"], rows)])))

    assert len(found) > 2
    assert {tuple(table[0]) for table in found} == {("No.", "What")}
    assert [row for table in found for row in table[1:]] == rows


def test_table_stays_on_its_slide(write):
    rows = [[str(n), "A long sentence, with some detail in it. " * 4] for n in range(20)]
    presentation = write(Table(["No.", "What"], rows, caption="All of it"))

    for slide in list(presentation.slides)[1:]:
        (frame,) = [shape for shape in slide.shapes if shape.has_table]
        text = frame.table.columns[1].width.pt - 8
        per_line = int(text / 14 * 2)
        tall = sum(
            max(1, -(-len(row.cells[1].text) // per_line)) * 14 * 1.2 + 6
            for row in frame.table.rows
        )
        assert frame.top.pt + tall <= presentation.slide_height.pt


def test_cell_taller_than_a_slide_goes_on_to_the_next(write, tables):
    words = " ".join(f"word{n}" for n in range(900))

    found = tables(write(Table(["No.", "What"], [["1", words], ["2", "short"]])))

    rows = [row for table in found for row in table[1:]]
    assert " ".join(text for _, text in rows) == f"{words} short"
    assert [number for number, _ in rows if number] == ["1", "2"]


def test_many_columns_are_several_tables(write, tables):
    names = [f"c{n}" for n in range(20)]

    found = tables(write(Table(names, [names])))

    assert [table[0][0] for table in found] == ["c0"] * len(found)
    assert [name for table in found for name in table[0][1:]] == names[1:]


def test_letters_in_tables_can_be_read(write):
    presentation = write(Table(["A", "B"], [["x " * 300, ""]]))

    sizes = {
        run.font.size.pt
        for slide in presentation.slides
        for shape in slide.shapes
        if shape.has_table
        for cell in shape.table.iter_cells()
        for paragraph in cell.text_frame.paragraphs
        for run in paragraph.runs
    }
    assert min(sizes) >= 12


def test_small_table_stands_below_a_little_text(write, shown, tables):
    presentation = write(Section("A", [Paragraph("In short."), Table(["A"], [["b"]])]))

    assert shown(presentation)[1:] == [("A", ["In short."])]
    assert tables(presentation) == [[["A"], ["b"]]]
    slide = presentation.slides[1]
    (frame,) = [shape for shape in slide.shapes if shape.has_table]
    body = slide.placeholders[1]
    assert frame.top >= body.top + body.height - 1


def test_heading_stays_with_a_table_that_goes_on(write, shown, tables):
    rows = [[str(n), f"Something about {n}"] for n in range(30)]
    deep = Section("Deep", [Table(["No.", "What"], rows)])

    presentation = write(Section("A", [Section("B", [deep])]))

    slides = shown(presentation)[1:]
    assert slides[0][0] == f"A: B (1 of {len(slides)})"
    assert [lines for _, lines in slides] == [["Deep"], *([[]] * (len(slides) - 1))]
    found = tables(presentation)
    assert len(found) == len(slides) > 1
    assert [row for table in found for row in table[1:]] == rows


def test_table_below_much_text_has_a_slide_of_its_own(write, shown):
    lines = [Paragraph(f"Line {n}.") for n in range(6)]
    presentation = write(Section("A", [*lines, Table(["A"], [["b"]])]))

    assert [title for title, _ in shown(presentation)[1:]] == ["A (1 of 2)", "A (2 of 2)"]


def test_figure_is_drawn_with_words_and_its_table_follows(write, shown, tables):
    presentation = write(Section("Dates", [YEAR]))

    assert [title for title, _ in shown(presentation)[1:]] == ["Dates (1 of 2)", "Dates (2 of 2)"]
    caption, group = boxes(presentation.slides[1])
    assert caption.text_frame.text == "The year"
    assert group._element.nvGrpSpPr.cNvPr.get("descr") == 'One workshop, in "January".'
    drawing = drawing_of(YEAR)
    assert len(group.shapes) == len(drawing.shapes)
    assert [s.text_frame.text for s in group.shapes if s.text_frame.text] == [
        shape.text for shape in drawing.shapes if shape.kind == "label"
    ]
    assert tables(presentation) == [[["Date", "Workshop"], ["19 January 2027", "Where & now?"]]]


def test_figure_keeps_its_proportions_and_its_slide(write):
    presentation = write(YEAR)

    group = boxes(presentation.slides[1])[-1]
    drawing = drawing_of(YEAR)
    assert group.width / group.height == pytest.approx(drawing.width / drawing.height, rel=0.01)
    assert 0 <= group.left < group.left + group.width <= presentation.slide_width
    assert 0 <= group.top < group.top + group.height <= presentation.slide_height


def test_figure_that_cannot_be_drawn_says_what_it_shows(write, shown, tables):
    odd = Figure("kind-that-nobody-knows", {}, "Three bars", Table(["A"], [["b"]]), caption="Bars")

    presentation = write(odd)

    assert shown(presentation)[1:] == [("A note", ["Bars", "Three bars"])]
    assert tables(presentation) == [[["A"], ["b"]]]


def test_long_caption_is_cut_where_it_would_run_over(write):
    presentation = write(Table(["A"], [["b"]], caption="caption " * 100))

    caption, frame = boxes(presentation.slides[1])
    assert caption.text_frame.text.endswith("…")
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == ("caption " * 100).strip()


def test_numbers_of_shapes_are_each_used_once_on_a_slide(write):
    for slide in write(Paragraph("Words."), YEAR).slides:
        ids = [each.get("id") for each in slide.element.iter() if each.tag.endswith("}cNvPr")]
        assert len(set(ids)) == len(ids)


GRID = "{5940675A-B579-460E-94D1-54222C63F5DA}"


@pytest.mark.parametrize("rows", [1, 2, 7])
def test_rows_to_write_in_share_the_slide_between_lines(write, rows):
    table = Table(["What helps", "What hinders"], [["", ""]] * rows, writable=True)
    presentation = write(Section("Forces", [table]))

    (frame,) = boxes(presentation.slides[1])
    head, *lines = [line.height for line in frame.table.rows]
    assert len(lines) == rows
    assert len(set(lines)) == 1
    assert sum(lines) > presentation.slide_height * 0.4
    assert frame.top + head + sum(lines) < presentation.slide_height * 0.95
    assert frame._element.xpath(".//a:tableStyleId")[0].text == GRID
    assert len({column.width for column in frame.table.columns}) == 1


def test_lines_to_write_on_are_spread_evenly_over_slides(write, tables):
    found = tables(write(Section("Options", [Table(["Option"], [[""]] * 13, writable=True)])))

    assert [len(table) - 1 for table in found] == [7, 6]
