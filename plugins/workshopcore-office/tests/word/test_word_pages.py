"""Pages of Word: turned for a wide table, on one page where that is asked for, posters."""

import pytest
from docx.oxml.ns import qn

from workshopcore.contracts.report import (
    Bullets,
    Facts,
    Figure,
    PageBreak,
    Paragraph,
    Section,
    Table,
)
from workshopcore.renderers import built_in_styles

WORD = "Responsibilities"
WIDE = Table([f"{WORD}{n}" for n in range(9)], [[WORD] * 9] * 20)
TEXT = Paragraph("Many words about it. " * 150)
POINTS = {"points": [{"label": "One", "date": "2027-01-19", "group": "A"}]}
SIDE = Section("Who", [Facts([("Sponsor", "Jo Park")] * 6)])
OTHER = Section("Rules", [Bullets([f"Rule {n}" for n in range(6)])])
FULL = Section("What", [Bullets(["Many words about it. " * 10] * 14)])


def sides(document):
    """Return for each section whether its pages lie on their side."""
    return [section.page_width > section.page_height for section in document.sections]


def breaks(document):
    return list(document.element.body.iter(qn("w:pageBreakBefore")))


def hairlines(document):
    """Return the paragraphs that are next to nothing tall."""
    lines = [each.get(qn("w:line")) for each in document.element.body.iter(qn("w:spacing"))]
    return lines.count("20")


def test_only_the_pages_of_the_wide_table_turn(write):
    document = write(TEXT, Section("Wide", [WIDE]), Section("After", [TEXT]))

    assert sides(document) == [False, True, False]
    width = document.sections[1].page_width
    assert width == document.sections[0].page_height
    table = document.tables[0]
    assert sum(column.width for column in table.columns) > document.sections[0].page_width


def test_heading_stands_on_the_turned_page(write):
    document = write(TEXT, Section("Wide", [WIDE]))

    ends = [
        index
        for index, paragraph in enumerate(document.paragraphs)
        if paragraph._p.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None
    ]
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert ends == [texts.index("Wide") - 1]
    assert sides(document) == [False, True]


def test_document_that_is_nothing_but_a_wide_table_is_one_section(write):
    assert sides(write(WIDE)) == [True]


def test_page_break_where_pages_turn_is_no_second_one(write):
    document = write(TEXT, PageBreak(), Section("Wide", [WIDE]), PageBreak(), Section("B", [TEXT]))

    assert sides(document) == [False, True, False]
    assert breaks(document) == []


def test_drawing_stays_upright_where_its_table_turns(write):
    document = write(TEXT, Figure("timeline", POINTS, "One.", WIDE))

    assert sides(document) == [False, True]
    assert len(document.tables) == 1
    assert len(document.element.xpath("//wp:inline")) == 1


def test_feet_reach_to_the_edge_of_their_pages(write):
    first, turned = write(TEXT, WIDE).sections

    edges = [
        int(section.footer._element.xpath(".//w:tab[@w:pos]/@w:pos")[0])
        for section in (first, turned)
    ]
    for section, edge in zip((first, turned), edges, strict=True):
        text = section.page_width - section.left_margin - section.right_margin
        assert edge == pytest.approx(text / 635, abs=1)


def test_paragraph_after_the_last_table_opens_no_page(write):
    assert hairlines(write(Table(["A"], [["b"]]))) == 1
    assert hairlines(write(Table(["A"], [["b"]]), Paragraph("After."))) == 0


def test_report_that_asks_for_a_page_is_set_tighter_and_side_by_side(write):
    blocks = (FULL, SIDE, OTHER)
    loose, tight = write(*blocks), write(*blocks, pages=1)

    sizes = [document.styles["Normal"].font.size.pt for document in (loose, tight)]
    assert sizes[0] == 10.5
    assert sizes[0] > sizes[1] >= 8
    columns = tight.element.body.xpath(".//w:cols/@w:num")
    assert columns == ["2"]
    assert tight.element.body.xpath(".//w:br/@w:type") == ["column"]
    assert loose.element.body.xpath(".//w:br") == []


def test_no_letter_of_a_tight_document_is_smaller_than_eight_points(write):
    tight = write(FULL, SIDE, OTHER, pages=1)

    sizes = [
        style.font.size.pt
        for style in tight.styles
        if getattr(style, "font", None) and style.font.size and style.name != "Gap"
    ]
    assert min(sizes) >= 8


def test_what_follows_columns_has_the_full_width_again(write):
    table = Table(["What"], [["b"]])
    document = write(FULL, SIDE, OTHER, Section("Dates", [table]), pages=1)

    assert [each.get(qn("w:num")) for each in document.element.body.iter(qn("w:cols"))] == [
        None,
        "2",
        None,
    ]
    kinds = [section.start_type for section in document.sections]
    assert [str(kind) for kind in kinds] == ["NEW_PAGE (2)", "CONTINUOUS (0)", "CONTINUOUS (0)"]


def test_report_that_fits_a_page_anyway_is_set_as_usual(write):
    document = write(Paragraph("Little."), pages=1)

    assert document.styles["Normal"].font.size.pt == 10.5


def test_report_that_nothing_fits_on_a_page_is_set_as_usual(write):
    assert write(*[TEXT] * 9, pages=1).styles["Normal"].font.size.pt == 10.5


@pytest.mark.parametrize("style", built_in_styles(), ids=lambda style: style.key)
def test_margins_of_a_tight_document_are_no_less_than_printers_allow(write, style):
    section = write(FULL, SIDE, OTHER, pages=1, style=style).sections[0]

    assert section.top_margin.mm >= 9.9
    assert section.bottom_margin.mm >= 14.9


def test_posters_are_in_large_letters_after_the_first_page(write, texts):
    document = write(
        Section("What to bring", [Bullets(["Pens"])]),
        PageBreak(),
        Section("Think alone", [Paragraph("Quietly."), Facts([("Time", "2 minutes")])]),
        key="session-materials",
        title="",
        as_of=None,
    )

    assert texts(document) == [
        ("Heading 1", "What to bring"),
        ("List Bullet", "Pens"),
        ("Poster Title", "Think alone"),
        ("Poster Text", "Quietly."),
        ("Poster Cell", "Time"),
        ("Poster Cell", "2 minutes"),
    ]
    outlines = [each.get(qn("w:val")) for each in document.element.body.iter(qn("w:outlineLvl"))]
    assert outlines == ["0", "0"]
