"""What a document says of itself, and what it takes from a style."""

import base64
import struct
import zlib
from datetime import date
from urllib.parse import quote

import pytest
from attrs import evolve

from workshopcore.contracts.report import Figure, Paragraph, Run, Section, Table
from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.testing.documents import sample_report

ICON = """\
<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>
"""


def png():
    """Return a picture of one dot."""

    def chunk(kind, data):
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    dot = zlib.compress(b"\0\x20\x40\x60")
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", dot) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def in_base64(kind, data):
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def house(**given):
    return Style("acme:house", "Acme Consulting", **given)


def actions_to(reader):
    """Return where the links of a document lead."""
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    return [str(note["/A"]["/URI"]) for note in notes]


def test_title_and_subtitle_are_said(opened):
    reader = opened(title="Agenda", subtitle="A year of change")

    assert (reader.metadata.title, reader.metadata.subject) == ("Agenda", "A year of change")


def test_document_without_a_title_is_called_by_its_report(opened):
    assert opened(title=" ").metadata.title == "note"


def test_house_is_the_author(opened):
    assert opened(Paragraph("words"), style=house()).metadata.author == "Acme Consulting"


def test_author_is_whom_the_style_names(opened):
    style = house(renderers={"pdf:document": {"author": "Acme Consulting Ltd"}})

    assert opened(Paragraph("words"), style=style).metadata.author == "Acme Consulting Ltd"


def test_built_in_style_is_no_author(opened, styles):
    assert [opened(style=style).metadata.author for style in styles.values()] == [None, None]


@pytest.mark.parametrize(
    ("report", "style", "said"),
    [
        ("en-GB", "", "en-GB"),
        ("en-GB", "cy", "en-GB"),
        ("zh-Hans-CN", "", "zh-CN"),
        ("cymraeg", "", "en"),
        ("x/../y", "", "en"),
    ],
)
def test_language_is_said(opened, report, style, said):
    reader = opened(Paragraph("words"), language=report, style=house(language=style))

    assert reader.trailer["/Root"]["/Lang"] == said


def test_day_of_the_document_is_the_one_it_describes(opened):
    reader = opened(Paragraph("words"), as_of=date(2027, 6, 30))

    assert reader.metadata.creation_date.date() == date(2027, 6, 30)


def test_document_that_depends_on_no_day_has_none(opened):
    reader = opened(Paragraph("words"))

    assert (reader.metadata.creation_date, reader.metadata.modification_date) == (None, None)
    assert b"Date" not in reader.trailer["/Root"]["/Metadata"].get_data()


def test_same_report_and_day_give_the_same_bytes(render, styles):
    report = evolve(sample_report(), as_of=date(2027, 6, 30))

    for style in styles.values():
        assert render(report, style=style) == render(report, style=style)


def test_day_is_in_the_bytes(render):
    one, other = (render(evolve(sample_report(), as_of=date(2027, 6, day))) for day in (1, 2))

    assert one != other


@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_paper_is_the_style_s(opened, paper, size):
    box = opened(Paragraph("words"), style=house(paper=paper)).pages[0].mediabox

    assert (round(box.width), round(box.height)) == size


def test_every_page_has_the_title_the_footer_and_its_number(opened):
    long = Table(["Number"], [[f"no. {n}"] for n in range(150)])

    pages = opened(long, title="Agenda", style=house(footer="Acme Ltd, Bristol")).pages

    lines = [" ".join(page.extract_text().split()[-7:]) for page in pages]
    assert lines == [
        f"Agenda Acme Ltd, Bristol {n} / {len(pages)}" for n in range(1, len(pages) + 1)
    ]


@pytest.mark.parametrize(
    "logo",
    [
        in_base64("png", png()),
        in_base64("svg+xml", ICON.encode()),
        f"data:image/svg+xml,{quote(ICON)}",
    ],
    ids=["png", "svg", "quoted"],
)
def test_logo_has_its_alternative_text(tree, logo):
    [figure] = tree(style=house(logo=logo, logo_alt="Acme: an oak tree")).of("Figure")

    assert figure.alt == "Acme: an oak tree"


def test_logo_without_words_is_described_by_the_title(tree):
    [figure] = tree(title="Agenda", style=house(logo=in_base64("png", png()))).of("Figure")

    assert figure.alt == "Agenda"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"logo": "https://example.org/logo.png"}, "documents never fetch anything"),
        ({"logo": "data:image/png;base64,abcde"}, "is not base64"),
        ({"logo": in_base64("png", b"no picture")}, "export its logo again"),
        ({"colours": {"text": "red"}}, "expected a colour such as #1d4f7c, found 'red'"),
        ({"fonts": {"body": 12}}, "expected font families"),
        ({"renderers": {"pdf:document": {"autor": "Acme"}}}, "expected author, found"),
        ({"renderers": {"pdf:document": {"author": 1}}}, "author: expected text, found 1"),
    ],
)
def test_value_of_a_style_that_is_none_is_refused_in_words(render, given, said):
    with pytest.raises(RenderError, match=said):
        render(Paragraph("words"), style=house(**given))


def test_what_is_no_block_is_refused_in_words(render):
    with pytest.raises(RenderError, match="expected a block of a report, found str"):
        render("words")


def test_only_safe_links_lead_anywhere(opened):
    hrefs = (
        *("https://example.org/a?b=c", "mailto:amina@example.org", "./participants/agenda.html"),
        *("javascript:alert(1)", "file:///etc/passwd", "../secret.html", "#top", "/launch"),
    )

    reader = opened(*(Paragraph([Run("there", href=href)]) for href in hrefs))

    assert actions_to(reader) == list(hrefs[:3])


def test_address_is_printed_for_readers_on_paper(written):
    page = written(
        Paragraph([Run("the guidance", href="https://example.org/guidance")]),
        Paragraph([Run("example.org/rota", href="https://example.org/rota/")]),
    )

    assert "the guidance (https://example.org/guidance) example.org/rota" in page
    assert page.count("rota") == 1


def test_colours_of_the_style_reach_the_page(render):
    words = Section("Heading", [Paragraph("words")])
    one, other = (render(words, style=house(colours={"accent": c})) for c in ("#204060", "#602040"))

    assert one != other


def test_sheet_is_tinted_only_where_the_style_says_so(opened):
    def painted(colour):
        [page] = opened(style=house(colours={"paper": colour})).pages
        return b" 595.2756 841.8898 l" in page.get_contents().get_data()

    assert [painted(colour) for colour in ("#FFFFFF", "#fff", "#fffdf8")] == [False, False, True]


def test_figure_that_nobody_can_draw_says_so_in_words(written):
    page = written(
        Figure("unknown", {}, "Three bars", Table(["Bar"], [["one"]]), caption="How many")
    )

    assert "How many Three bars Bar one" in page
