"""What a screen reader finds: tags, headings in order, heads of tables, alternative texts."""

from workshopcore.contracts.report import (
    Bullets,
    Callout,
    Checklist,
    Facts,
    Figure,
    FormField,
    PageBreak,
    Paragraph,
    QuoteBlock,
    Run,
    Section,
    Table,
    Task,
)
from workshopcore.testing.documents import sample_report
from workshopcore_pdf.row_heads import with_row_heads

BARS = {
    "keys": [{"label": "Done", "tone": "done"}, {"label": "Overdue", "tone": "alarm"}],
    "bars": [{"counts": [3, 1]}],
}
COUNTS = Table(["What", "How many"], [["Done", "3"], ["Overdue", "1"]])


def outline(entries):
    return [outline(entry) if isinstance(entry, list) else str(entry.title) for entry in entries]


def test_document_is_tagged_and_says_that_it_is_accessible(opened):
    root = opened(Paragraph("words")).trailer["/Root"]

    assert bool(root["/MarkInfo"]["/Marked"])
    assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_headings_follow_the_sections(tree):
    deep = Section("Two", [Section("Three", [Section("Four", [Paragraph("words")])])])

    document = tree(deep, Section("Two again", [Paragraph("words")]), title="One")

    assert document.headings == ["H1", "H2", "H3", "H4", "H2"]


def test_bookmarks_lead_to_the_sections(opened):
    inner = Section("Before", [Paragraph("words")])
    day = Section("The day", [inner, PageBreak(), Paragraph("more")])

    reader = opened(day, Section("After", []))

    assert outline(reader.outline) == ["The day", ["Before"], "After"]
    assert reader.get_destination_page_number(reader.outline[2]) == 1


def test_section_without_a_title_leaves_no_gap_in_the_levels(tree):
    document = tree(Section(" ", [Section("First", [Paragraph("words")])]))

    assert document.headings == ["H1", "H2"]


def test_levels_of_the_whole_sample_are_in_order(tree):
    assert tree(sample_report()).headings == ["H1", "H2", "H3", "H4", "H2"]


def test_head_of_a_table_has_its_scope(tree):
    [table] = tree(COUNTS).of("Table")

    assert [each.type for each in table.below] == ["THead", "TBody"]
    assert [each.attributes["Scope"] for each in table.of("TH")] == ["/Column", "/Column"]
    assert len(table.of("TD")) == 4


def test_cell_of_a_table_refers_to_the_head_of_its_column(tree):
    table = tree(Table(["When", "What"], [["09:30", "Check-in"]]))

    assert [len(each.attributes["Headers"]) for each in table.of("TD")] == [1, 1]


def test_cells_that_head_a_row_have_their_scope(tree):
    rows = [["09:30", "Check-in"], ["", "Lunch"]]
    plain, headed = (Table(["When", "What"], rows, row_headings=each) for each in (False, True))

    document = tree(plain, Table(["", ""], rows), Callout("Note", [headed]), plain, headed)

    scopes = [
        [each.attributes["Scope"][1:] for each in table.of("TH")] for table in document.of("Table")
    ]
    columns = ["Column", "Column"]
    assert scopes == [columns, [], [*columns, "Row", "Row"], columns, [*columns, "Row", "Row"]]


def test_words_that_look_like_a_tag_stay_words(opened):
    words = "1 0 obj <</Type/StructElem/S/TD/P 1 0 R/A[<</O/Table/Headers[(U1x0y0)]"
    table = Table(["When"], [["09:30"]], row_headings=True)

    lines = words.replace(" obj ", "\n \r\n obj\n").replace("1 0", "\n1 0")

    reader = opened(Figure("stacked-bars", BARS, lines, table), title=lines)

    assert reader.metadata.title == words


def test_document_that_counts_its_tables_otherwise_stays_as_it_is():
    unknown = b"\n1 0 obj\n<</Type/StructElem/S/TH/P 2 0 R/ID(U7x0y0)"

    assert with_row_heads(unknown, []) == unknown


def test_caption_belongs_to_its_table(tree):
    [table] = tree(Table(["When"], [["09:30"]], caption="The day")).of("Table")

    assert [each.type for each in table.below] == ["Caption", "THead", "TBody"]


def test_head_that_comes_again_on_every_page_is_read_once(opened, tree):
    long = Table(["Number", "Square"], [[f"no. {n}", f"{n * n}"] for n in range(200)])

    pages = opened(long).pages

    assert len(pages) > 3
    assert [page.extract_text().count("Square") for page in pages] == [1] * len(pages)
    assert len(tree(long).of("TH")) == 2


def test_drawing_has_its_alternative_text_and_its_table(tree):
    document = tree(Figure("stacked-bars", BARS, "Three done, one overdue.", COUNTS))

    assert [each.alt for each in document.of("Figure")] == ["Three done, one overdue."]
    assert len(document.of("Table")) == 1


def test_drawing_that_nobody_describes_is_left_to_its_table(tree):
    document = tree(Figure("stacked-bars", BARS, " ", COUNTS))

    assert document.of("Figure") == []
    assert len(document.of("Table")) == 1


def test_lists_are_lists(tree):
    document = tree(
        Bullets(["one", "two"]),
        Bullets(["one"], ordered=True),
        Checklist(["one", Task("two", done=True)]),
        Facts([("Where", "Mill House")]),
        FormField("Which?", "choice", options=["one", "two", "three"]),
    )

    found = [[below.type for below in each.below] for each in document.of("L")]
    assert found == [["LI"] * count for count in (2, 1, 2, 1, 3)]


def test_quotation_link_and_marks_are_tagged(tree):
    document = tree(
        QuoteBlock("I finally know who to ring.", "Repairs adviser"),
        Paragraph(
            [
                Run("strong", "strong"),
                Run("soft", "emphasis"),
                Run("code", "code"),
                Run("there", href="https://example.org/there"),
            ]
        ),
    )

    wanted = ("BlockQuote", "Strong", "Em", "Code", "Link")
    assert [each.type for each in document.of(*wanted)] == list(wanted)


def test_matrix_is_a_table_with_a_head(tree):
    document = tree(
        FormField("We", "matrix", rows=["listen", "decide"], options=["never", "often"])
    )

    scopes = [each.attributes["Scope"] for each in document.of("TH")]
    assert scopes == ["/Column", "/Column", "/Column", "/Row", "/Row"]
    assert len(document.of("TD")) == 4


def test_warning_is_said_and_not_only_coloured(written):
    page = written(Callout("Mind the time", [Paragraph("Lunch is at noon.")], kind="warning"))

    assert "Warning: Mind the time Lunch is at noon." in page
