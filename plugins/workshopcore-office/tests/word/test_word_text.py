"""Headings, text, lists, quotations and callouts as Word means them."""

import pytest
from docx.oxml.ns import qn

from workshopcore.contracts.report import (
    Bullets,
    Callout,
    Checklist,
    Facts,
    Item,
    PageBreak,
    Paragraph,
    QuoteBlock,
    Run,
    Section,
    Table,
    Task,
)
from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError


def test_title_subtitle_and_day_stand_first(write, texts):
    document = write(Paragraph("Words."), title="The title", subtitle="The line under it")

    assert texts(document) == [
        ("Title", "The title"),
        ("Subtitle", "The line under it"),
        ("Date", "As of 30 June 2027"),
        ("Normal", "Words."),
    ]


def test_sections_become_headings_of_their_level(write, texts, values):
    block = Section("Seventh", [])
    for level in ("Sixth", "Fifth", "Fourth", "Third", "Second", "First"):
        block = Section(level, [block])

    document = write(block, title="", as_of=None)

    assert texts(document) == [
        *(("Heading 1", "First"), ("Heading 2", "Second"), ("Heading 3", "Third")),
        *(("Heading 4", "Fourth"), ("Heading 5", "Fifth"), ("Heading 6", "Sixth")),
        ("Heading 6", "Seventh"),
    ]
    assert values(document, "outlineLvl") == ["0", "1", "2", "3", "4", "5", "5"]


def test_heading_that_says_nothing_is_none(write, texts):
    document = write(Section("  ", [Paragraph("Words.")]), title="", as_of=None)

    assert texts(document) == [("Normal", "Words.")]


def test_opening_paragraph_has_a_style_of_its_own(write, texts):
    document = write(Paragraph("In short.", lead=True), title="", as_of=None)

    assert texts(document) == [("Lead", "In short.")]


def test_marks_are_kept(write):
    document = write(
        Paragraph([Run("a"), Run("b", "strong"), Run("c", "emphasis"), Run("d", "code"), Run("")])
    )

    runs = [
        (run.text, run.bold, run.italic, run.style.name) for run in document.paragraphs[-1].runs
    ]
    plain = "Default Paragraph Font"
    assert runs == [
        ("a", None, None, plain),
        ("b", True, None, plain),
        ("c", None, True, plain),
        ("d", None, None, "Code Text"),
    ]


def test_safe_link_is_one(write):
    document = write(Paragraph([Run("here", "strong", href="https://example.org/a?b=c&d")]))

    (link,) = document.paragraphs[-1].hyperlinks
    assert (link.text, link.address) == ("here", "https://example.org/a?b=c&d")


@pytest.mark.parametrize("href", ["javascript:alert(1)", "file:///etc/passwd", "not a link", ""])
def test_other_link_is_plain_text(write, href):
    document = write(Paragraph([Run("here", href=href)]))

    assert document.paragraphs[-1].text == "here"
    assert [link.address for link in document.paragraphs[-1].hyperlinks] == []


def test_code_that_is_a_link_has_one_style_of_letters(write, values):
    document = write(Paragraph([Run("x()", "code", href="https://example.org")]))

    assert values(document, "rStyle") == ["Hyperlink"]


def test_lists_are_lists_of_word(write, texts, values):
    document = write(
        Bullets(["one", Item("two", ["two a", Item("two b", ["deeper"])])]), title="", as_of=None
    )

    assert texts(document) == [
        ("List Bullet", words) for words in ("one", "two", "two a", "two b", "deeper")
    ]
    assert values(document, "ilvl") == ["0", "0", "1", "1", "2"]
    signs = signs_of(document)
    assert [
        signs[number, level]
        for number, level in zip(values(document, "numId"), values(document, "ilvl"), strict=True)
    ] == ["•", "•", "–", "–", "·"]


def test_numbered_lists_each_start_at_one(write, values):
    document = write(Bullets(["a", "b"], ordered=True), Bullets(["c"], ordered=True))

    first, second, third = values(document, "numId")
    assert first == second != third
    starts = {
        each.get(qn("w:numId")): each.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}")
        for each in document.part.numbering_part.element.iter(qn("w:num"))
    }
    assert [starts[number].get(qn("w:val")) for number in (first, third)] == ["1", "1"]
    assert signs_of(document)[first, "0"] == "%1."


def test_list_deeper_than_word_goes_stays_at_its_last_level(write, values):
    item = Item("deepest")
    for _ in range(11):
        item = Item("above", [item])

    assert values(write(Bullets([item])), "ilvl")[-4:] == ["8", "8", "8", "8"]


def test_quotation_stays_with_who_said_it(write, texts):
    document = write(QuoteBlock("I know who to ring.", "An adviser"), title="", as_of=None)

    assert texts(document) == [("Quote", "I know who to ring."), ("Attribution", "— An adviser")]
    assert document.paragraphs[0].paragraph_format.keep_with_next is True


def test_quotation_of_nobody_has_no_line_for_a_name(write, texts):
    document = write(QuoteBlock("Words."), title="", as_of=None)

    assert texts(document) == [("Quote", "Words.")]


def test_facts_are_a_table_of_two_columns(write):
    document = write(Facts([("Where", "Mill House"), ("Who", (Run("Wei Lin", "strong"),))]))

    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Where", "Mill House"],
        ["Who", "Wei Lin"],
    ]


def test_no_facts_are_no_table(write):
    assert len(write(Facts([])).tables) == 0


@pytest.mark.parametrize(
    ("kind", "title"), [("note", "Mind"), ("warning", "Warning: Mind"), ("success", "Mind")]
)
def test_callout_is_set_apart_with_its_kind_in_words(write, kind, title):
    document = write(Callout("Mind", [Paragraph("Lunch."), Table(["A"], [["b"]])], kind=kind))

    cell = document.tables[0].cell(0, 0)
    assert [p.text for p in cell.paragraphs][:2] == [title, "Lunch."]
    assert [c.text for c in cell.tables[0].column_cells(0)] == ["A", "b"]
    assert cell._tc.find(f".//{qn('w:shd')}") is not None


def test_tasks_have_boxes_that_can_be_ticked(write, values):
    document = write(Checklist([Task("Pens", done=True), "Paper"]), title="", as_of=None)

    assert [paragraph_text(p) for p in document.paragraphs] == ["☒ Pens", "☐ Paper"]
    w14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
    checked = [each.get(f"{w14}val") for each in document.element.iter(f"{w14}checked")]
    assert checked == ["1", "0"]
    assert values(document, "alias") == ["Pens", "Paper"]


def test_page_breaks_in_a_row_are_one_and_none_is_last(write):
    document = write(
        Paragraph("One."), PageBreak(), PageBreak(), Section("Two", []), PageBreak(), as_of=None
    )

    broken = [p.text for p in document.paragraphs if p.paragraph_format.page_break_before]
    assert broken == ["Two"]


@pytest.mark.parametrize(
    "block", [Table(["A"], [["b"]]), Facts([("a", "b")]), Callout("title", [Paragraph("x")])]
)
def test_table_that_begins_a_page_has_a_paragraph_to_do_so(write, block):
    document = write(Paragraph("One."), PageBreak(), block, as_of=None)

    broken = [p for p in document.paragraphs if p.paragraph_format.page_break_before]
    (after,) = [p._p.getnext() for p in broken]
    assert after.tag == qn("w:tbl")


def test_what_is_no_block_is_refused_in_words(write):
    with pytest.raises(RenderError, match="expected a block of a report, found str"):
        write("words")


def test_colours_and_fonts_come_from_the_style(write):
    style = Style(
        "acme:red", "Red", colours={"accent": "#800"}, fonts={"heading": "'Gill Sans', serif"}
    )

    font = write(Section("One", []), style=style).styles["Heading 1"].font

    assert (str(font.color.rgb), font.name) == ("880000", "Gill Sans")


def test_short_colours_are_written_in_full(write, values):
    style = Style("acme:red", "Red", colours={"soft": "#fee", "accent": "#800"})

    document = write(Callout("Mind", []), style=style)

    assert values(document, "shd", "fill") == ["FFEEEE"]
    assert values(document, "left", "color")[0] == "880000"


def test_font_that_is_no_name_is_one_that_everybody_has(write):
    document = write(Paragraph("x"), style=Style("acme:odd", "Odd", fonts={"body": "«»"}))

    assert document.styles["Normal"].font.name == "Arial"


def signs_of(document):
    """Return what stands before the items of a list, by its number and level."""
    numbering = document.part.numbering_part.element
    designs = {
        (design.get(qn("w:abstractNumId")), level.get(qn("w:ilvl"))): level.find(
            qn("w:lvlText")
        ).get(qn("w:val"))
        for design in numbering.iter(qn("w:abstractNum"))
        for level in design.iter(qn("w:lvl"))
    }
    return {
        (each.get(qn("w:numId")), level): sign
        for each in numbering.iter(qn("w:num"))
        for (design, level), sign in designs.items()
        if each.find(qn("w:abstractNumId")).get(qn("w:val")) == design
    }


def paragraph_text(paragraph):
    return "".join(each.text or "" for each in paragraph._p.iter(qn("w:t")))
