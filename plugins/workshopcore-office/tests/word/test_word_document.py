"""The whole of a Word document: its pages, contents, figures and properties, and no harm in it."""

import base64
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree
from PIL import Image

from workshopcore.contracts.report import (
    Bullets,
    Checklist,
    Facts,
    Figure,
    PageBreak,
    Paragraph,
    Report,
    Section,
    Table,
)
from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.renderers import built_in_styles
from workshopcore.renderers.characters import harmless
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.testing.conformance.places import everywhere
from workshopcore.testing.documents import HOSTILE, sample_report
from workshopcore_office import WordRenderer

YEAR = Figure(
    "timeline",
    {"points": [{"label": "Where & now?", "date": "2027-01-19", "group": "Strategic"}]},
    alt='One workshop, in "January".',
    table=Table(["Date", "Workshop"], [["19 January 2027", "Where & now?"]]),
    caption="The year",
)
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
STRANGE = ("x" * 10_000, "e" + "\u0301" * 300, "\ufffe\uffff\x0b\x1f", "]]>&amp;<w:p/>", "{title}")


@pytest.mark.parametrize(
    ("paper", "size"), [("A4", (210, 297)), ("Letter", (215.9, 279.4)), ("Foolscap", (210, 297))]
)
def test_paper_is_that_of_the_style(write, paper, size):
    section = write(Paragraph("x"), style=Style("acme:s", "S", paper=paper)).sections[0]

    assert (section.page_width, section.page_height) == pytest.approx(
        (Mm(size[0]), Mm(size[1])), abs=Mm(0.1)
    )


@pytest.mark.parametrize(("footer", "line"), [("Acme, Ely", "Acme, Ely"), ("  ", "A note")])
def test_foot_has_a_line_and_the_page(write, footer, line):
    foot = write(Paragraph("x"), style=Style("acme:s", "S", footer=footer)).sections[0].footer

    (paragraph,) = foot.paragraphs
    codes = [each.text.strip() for each in paragraph._p.iter(qn("w:instrText"))]
    assert paragraph.text == f"{line}\t1 / 1"
    assert codes == ["PAGE", "NUMPAGES"]


def test_foot_does_not_grow_with_the_title(write):
    foot = write(Paragraph("x"), title="long " * 2000).sections[0].footer

    assert len(foot.paragraphs[0].text) < 100


def test_long_document_has_contents_that_word_brings_up_to_date(write, texts):
    paragraphs = [Paragraph(f"Sentence {n}.") for n in range(30)]
    inner = Section("Inner", [Section("Deep", [])])
    blocks = [Section(f"Section {n}", [*paragraphs, inner]) for n in range(6)]

    document = write(*blocks)

    listed = [(style, words) for style, words in texts(document) if style.startswith("toc")]
    assert listed == [
        entry for n in range(6) for entry in (("toc 1", f"Section {n}"), ("toc 2", "Inner"))
    ]
    begin = document.element.find(f".//{qn('w:fldChar')}")
    assert begin.get(qn("w:dirty")) == "true"
    anchors = {each.get(qn("w:anchor")) for each in document.element.iter(qn("w:hyperlink"))}
    marks = {each.get(qn("w:name")) for each in document.element.iter(qn("w:bookmarkStart"))}
    assert anchors <= marks


def test_contents_begin_the_page_after_the_cover(write, house):
    blocks = [Section(f"Section {n}", [Paragraph("Words.")] * 40) for n in range(6)]

    document = write(*blocks, style=house)

    broken = [p.text for p in document.paragraphs if p.paragraph_format.page_break_before]
    assert broken == ["Contents"]


def test_whatever_fills_pages_makes_a_document_long(write, texts):
    table = Table(["A", "B"], [["1", "2"]] * 12)
    blocks = [
        Section("One", [table]),
        Section("Two", [Figure("odd", {}, "Shown", table)]),
        Section("Three", [Facts([("a", "b")] * 20)]),
        Section("Four", [Bullets(["x"] * 30)]),
        Section("Five", [Checklist(["x"] * 30)]),
    ]

    listed = [words for style, words in texts(write(*blocks)) if style.startswith("toc")]

    assert listed == ["One", "Two", "Three", "Four", "Five"]


def test_contents_of_very_many_headings_are_those_of_the_first_level(write, texts):
    blocks = [
        Section(f"S{n}", [Section(f"Inner {m}", [Paragraph("x")] * 9) for m in range(6)])
        for n in range(6)
    ]

    listed = [words for style, words in texts(write(*blocks)) if style.startswith("toc")]

    assert listed == [f"S{n}" for n in range(6)]


@pytest.mark.parametrize(
    "blocks",
    [
        [Section(f"S{n}", [Paragraph("x")]) for n in range(6)],
        [Section(f"S{n}", [Paragraph("x")] * 90) for n in range(3)],
        [
            block
            for n in range(6)
            for block in (Section(f"S{n}", [Paragraph("x")] * 60), PageBreak())
        ],
    ],
    ids=["short", "of few sections", "sheets to hand out"],
)
def test_other_documents_have_no_contents(write, texts, blocks):
    assert [style for style, _ in texts(write(*blocks)) if style.startswith("toc")] == []


def test_figure_is_a_drawing_with_words_a_caption_and_its_table(write, texts):
    document = write(YEAR, title="", as_of=None)

    (described,) = document.element.iter(f"{WP}docPr")
    assert described.get("descr") == 'One workshop, in "January".'
    shapes = list(document.element.iter(f"{WPS}wsp"))
    assert len(shapes) == len(drawing_of(YEAR).shapes)
    letters = ["".join(t.text for t in each.iter(qn("w:t"))) for each in shapes]
    assert [text for text in letters if text] == [
        shape.text for shape in drawing_of(YEAR).shapes if shape.kind == "label"
    ]
    assert ("Caption", "Figure 1: The year") in texts(document)
    assert [cell.text for cell in document.tables[0].rows[1].cells] == [
        "19 January 2027",
        "Where & now?",
    ]


def test_figure_fits_the_page(write):
    (extent,) = write(YEAR).element.iter(f"{WP}extent")

    assert int(extent.get("cx")) <= (11906 - 2 * 907) * 635
    assert int(extent.get("cy")) <= 16838 * 635


def test_figure_that_cannot_be_drawn_says_what_it_shows(write, texts):
    odd = Figure("kind-that-nobody-knows", {}, "Three bars", Table(["A"], [["b"]]), caption="Bars")

    document = write(odd, title="", as_of=None)

    assert texts(document)[:2] == [("Caption", "Figure 1: Bars"), ("Normal", "Three bars")]
    assert len(document.tables) == 1


def test_properties_say_what_the_document_is(write):
    properties = write(
        Paragraph("x"), title="The title", subtitle="Of a year", language="cy"
    ).core_properties

    assert (properties.title, properties.subject) == ("The title", "Of a year")
    assert (properties.language, properties.author) == ("cy", "workshopcore")
    assert properties.created.replace(tzinfo=None) == datetime(2027, 6, 30)
    assert properties.modified == properties.created
    assert (properties.comments, properties.last_modified_by) == ("", "")


def test_properties_of_a_document_of_no_day_are_always_the_same(write):
    created = write(Paragraph("x"), as_of=None).core_properties.created

    assert created.replace(tzinfo=None) == datetime(1980, 1, 1)


def test_title_longer_than_a_property_may_be_is_cut_there(write):
    assert len(write(Paragraph("x"), title="x" * 1000).core_properties.title) == 255


@pytest.mark.parametrize(("language", "tag"), [("de-CH", "de-CH"), ("not a tag!", "en")])
def test_language_is_that_of_the_report(write, language, tag):
    document = write(Paragraph("x"), style=Style("acme:s", "S", language="cy"), language=language)

    said = [each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))]
    assert said == [tag]


@pytest.mark.parametrize("drawn", ["", "data:image/svg+xml,%3Csvg/%3E"])
def test_logo_stands_at_the_top(write, drawn):
    file = BytesIO()
    Image.new("RGB", (10, 5)).save(file, "PNG")
    address = f"data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}"
    style = Style("acme:s", "S", logo=drawn or address, logo_raster=address, logo_alt="Acme")

    document = write(Paragraph("x"), style=style)

    (described,) = document.element.iter(f"{WP}docPr")
    assert described.get("descr") == "Acme"
    assert [part.blob for part in document.part.package.image_parts] == [file.getvalue()]
    shape = document.inline_shapes[0]
    assert shape.width / shape.height == pytest.approx(2, rel=0.01)


def test_logo_that_word_does_not_show_is_said_in_words(write, texts):
    style = Style("acme:s", "S", logo="data:image/svg+xml,%3Csvg/%3E", logo_alt="Acme")

    assert texts(write(Paragraph("x"), style=style))[0] == ("Subtitle", "Acme")


def test_logo_that_is_no_picture_is_refused(write):
    style = Style("acme:s", "S", logo="data:image/png;base64,AAAA")

    with pytest.raises(RenderError, match="the logo is no picture that can be read"):
        write(Paragraph("x"), style=style)


@pytest.mark.parametrize("style", built_in_styles(), ids=lambda style: style.key)
def test_every_part_is_well_formed_and_of_one_date(style):
    data = WordRenderer().render(sample_report(), style)

    with ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(part))
    assert {part.date_time for part in parts} == {(1980, 1, 1, 0, 0, 0)}
    assert parts[0].filename == "[Content_Types].xml"


def test_numbers_of_a_document_are_each_used_once(write):
    document = write(*sample_report().blocks, YEAR, YEAR)

    ids = [each.get("id") for each in document.element.iter(f"{WP}docPr", f"{WPS}cNvPr")]
    controls = [each.get(qn("w:val")) for each in document.element.iter(qn("w:id"))]
    assert len({*ids, *controls}) == len(ids) + len(controls)


@pytest.mark.parametrize("text", [t for t in (*HOSTILE, *STRANGE) if t.strip()])
def test_hostile_text_is_text_and_changes_nothing_around_it(text):
    """A document with hostile words in every place is built of the same parts as a mild one."""
    hostile, mild = (opened(everywhere(words)) for words in (text, "mild"))

    tags = [[each.tag for each in one.element.body.iter()] for one in (hostile, mild)]
    assert tags[0] == tags[1]
    words = "".join(each.text or "" for each in hostile.element.body.iter(qn("w:t")))
    shown = " ".join(harmless(text).split())
    assert " ".join(words.split()).count(shown) >= 30


def test_same_document_is_the_same_bytes_on_another_day():
    reports = (
        Report("note", "A note", "participants", [YEAR], as_of=date(2027, 6, 30)) for _ in range(2)
    )

    one, other = (WordRenderer().render(report, built_in_styles()[0]) for report in reports)

    assert one == other


def opened(report):
    return docx.Document(BytesIO(WordRenderer().render(report, built_in_styles()[0])))
