"""Pages that lie on their side for a table that is too wide, among those that are upright."""

import pytest

from workshopcore.contracts.report import (
    Figure,
    PageBreak,
    Paragraph,
    Report,
    Section,
    Table,
)
from workshopcore_pdf.stretches import stretches

WORD = "responsibilities"
WIDE = Table([f"{WORD}{n}" for n in range(8)], [[WORD] * 8] * 20, row_headings=True)
TEXT = Paragraph("Many words about it. " * 150)
POINTS = {"points": [{"label": "One", "date": "2027-01-19", "group": "A"}]}


@pytest.fixture
def sides(opened):
    """Return for each page of a document of some blocks whether it lies on its side."""

    def sides(*blocks, **about):
        boxes = [page.mediabox for page in opened(*blocks, **about).pages]
        return [box.width > box.height for box in boxes]

    return sides


def test_only_the_pages_of_the_wide_table_turn(sides):
    assert sides(TEXT, Section("Wide", [WIDE]), Section("After", [TEXT])) == [False, True, False]


def test_table_of_many_narrow_columns_stays_upright(sides):
    assert sides(Table([str(n) for n in range(12)], [["1"] * 12])) == [False]


def test_heading_and_title_turn_with_the_table_they_introduce(opened, sides):
    pages = opened(TEXT, Section("HEADING", [WIDE])).pages

    assert ["HEADING" in page.extract_text() for page in pages] == [False, True]
    assert sides(Section("HEADING", [WIDE]), title="TITLE") == [True]


def test_document_that_begins_turned_may_go_on_upright(sides):
    assert sides(WIDE, Section("After", [TEXT])) == [True, False]


def test_turned_pages_have_the_same_foot(opened):
    pages = opened(TEXT, WIDE, title="Agenda").pages

    assert [page.extract_text().split()[-4:] for page in pages] == [
        ["Agenda", str(number), "/", "2"] for number in (1, 2)
    ]


def test_drawing_stays_upright_where_its_table_turns(sides, tree):
    figure = Figure("timeline", POINTS, "One.", WIDE)

    assert sides(TEXT, figure) == [False, True]
    document = tree(TEXT, figure)
    assert [each.alt for each in document.of("Figure")] == ["One."]
    assert len(document.of("Table")) == 1


def test_heads_of_rows_are_tagged_on_turned_pages_too(tree):
    document = tree(TEXT, WIDE)

    scopes = [each.attributes["Scope"] for each in document.of("TH")]
    assert scopes == [*["/Column"] * 8, *["/Row"] * 20]


def test_sheet_to_write_in_turns_for_itself(sides):
    blank = Table([str(n) for n in range(8)], [[""] * 8], writable=True)
    report = Report(
        "session-materials",
        "Materials",
        "facilitators",
        [
            Section("Bring", [TEXT]),
            PageBreak(),
            Section("One", [blank]),
            PageBreak(),
            Section("Two", [TEXT]),
        ],
    )

    found = sides(report)
    assert found[:3] == [False, True, False]
    assert not any(found[3:])


def test_stretches_are_those_that_lie_otherwise_than_the_first():
    across, upright = ({"kind": "turn", "landscape": landscape} for landscape in (True, False))
    one, two, three = ({"kind": "paragraph", "text": text} for text in "123")

    assert stretches([one, across, two, upright, three]) == (
        False,
        [one, {"kind": "turned", "landscape": True, "blocks": [two]}, three],
    )
    assert stretches([across, one, upright, two]) == (
        True,
        [one, {"kind": "turned", "landscape": False, "blocks": [two]}],
    )
    assert stretches([]) == (False, [])
