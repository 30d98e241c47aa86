"""How documents fall into pages: nothing cut off, no heading alone, no page empty."""

import pytest
from pypdf import PdfReader

from workshopcore.contracts.report import (
    Bullets,
    Callout,
    Facts,
    FormField,
    Item,
    PageBreak,
    Paragraph,
    QuoteBlock,
    Section,
    Table,
)
from workshopcore.renderers import built_in_styles
from workshopcore.testing import sample_programme
from workshopcore.testing.conformance.places import PLACES

STYLES = [style.key for style in built_in_styles()]
NUMBERED = " ".join(f"w{number}" for number in range(1200))


def said_off_the_sheet(reader):
    """Return the words that stand beyond the edge of their page."""
    found = []
    for page in reader.pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)

        def look(text, matrix, place, _font, _size, width=width, height=height):
            x = place[4] * matrix[0] + place[5] * matrix[2] + matrix[4]
            y = place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]
            if text.strip() and not (0 <= x <= width and 0 <= y <= height):
                found.append(text)

        page.extract_text(visitor_text=look)
    return found


def said_by_page(reader):
    """Return what each page says apart from the line at its foot."""
    pages = [" ".join(page.extract_text().split()) for page in reader.pages]
    foot = f"{reader.metadata.title} {{}} / {len(pages)}"
    return [page.removesuffix(foot.format(number)).strip() for number, page in enumerate(pages, 1)]


@pytest.mark.parametrize("place", PLACES)
def test_very_long_text_stays_on_the_sheet(opened, place):
    reader = opened(PLACES[place](NUMBERED))

    assert said_off_the_sheet(reader) == []
    words = " ".join(page.extract_text() for page in reader.pages)
    assert {f"w{number}" for number in range(1200)} - set(words.split()) == set()


def test_word_of_ten_thousand_letters_stays_on_the_sheet(opened, written):
    word = "é" * 10_000
    blocks = (Paragraph(word), Table(["What", word], [[word, word]]), Section(word, []))

    assert said_off_the_sheet(opened(*blocks, title=word)) == []
    assert written(Paragraph(word)).count("é") == 10_000


@pytest.mark.parametrize(
    "block",
    [
        Table([f"column {n}" for n in range(40)], [[f"value {n}" for n in range(40)]]),
        FormField("Which?", "matrix", options=[f"option {n}" for n in range(30)], rows=["one"]),
        FormField("Which?", "scale", options=[str(n) for n in range(60)]),
        FormField("Which?", "several", options=[f"option {n}" for n in range(200)]),
        FormField("What?", "text", lines=200),
        Facts([(f"fact {n}", "value") for n in range(200)]),
    ],
    ids=["columns", "matrix", "scale", "options", "lines", "facts"],
)
def test_very_many_parts_stay_on_the_sheet(opened, block):
    assert said_off_the_sheet(opened(block)) == []


def test_blocks_nested_deeper_than_a_page_can_show_are_written(written):
    items, callout = Item("innermost item"), Paragraph("innermost words")
    for number in range(40):
        items = Item(f"item {number}", [items])
        callout = Callout(f"callout {number}", [callout])

    page = written(Bullets([items]), callout)

    assert "innermost item" in page
    assert "callout 0 " in page
    assert "innermost words" in page


@pytest.mark.parametrize("lines", range(28, 52))
def test_heading_and_caption_stay_with_their_table(opened, lines):
    table = Table(["When", "What"], [["09:30", "Check-in"]] * 30, caption="CAPTION")
    before = [Paragraph(f"line {number}") for number in range(lines)]

    reader = opened(*before, Section("HEADING", [table]))

    [page] = [page.extract_text() for page in reader.pages if "HEADING" in page.extract_text()]
    assert "CAPTION" in page
    assert "09:30" in page


def test_row_of_a_table_is_not_parted(opened):
    tall = " ".join(f"w{number}" for number in range(60))

    pages = opened(Table(["What", "Who"], [[f"START {tall} END", "Jo"]] * 40)).pages

    counts = [
        (page.extract_text().count("START"), page.extract_text().count("END")) for page in pages
    ]
    assert len(counts) > 1
    assert sum(start for start, _ in counts) == 40
    assert [start for start, _ in counts] == [end for _, end in counts]


def test_page_breaks_make_no_empty_page(opened):
    breaks = [PageBreak(), PageBreak()]

    reader = opened(*breaks, Paragraph("one"), *breaks, Paragraph("two"), *breaks, title="Agenda")

    assert said_by_page(reader) == ["Agenda", "one", "two"]


def test_page_break_within_a_callout_is_none(opened):
    inner = [Paragraph("one"), PageBreak(), Paragraph("two")]

    assert len(opened(Callout("Note", inner)).pages) == 1


@pytest.mark.parametrize("style", STYLES)
def test_every_report_of_the_sample_fills_its_pages(toolkit, tmp_path, style):
    about = {"as_of": "2027-12-31", "renderers": ["pdf:document"], "style": style}

    publication = toolkit.publish(sample_programme(), tmp_path, **about)

    assert [skip for skip in publication.skipped if skip.failed] == []
    readers = {path.name: PdfReader(path, strict=True) for path in tmp_path.rglob("*.pdf")}
    assert len(readers) > 10
    for name, reader in readers.items():
        assert said_off_the_sheet(reader) == [], name
        assert all(said_by_page(reader)), name


def test_short_quotation_is_kept_whole(opened):
    before = [Paragraph(f"line {number}") for number in range(43)]

    after = before[:20]

    pages = opened(*before, QuoteBlock("START " + "word " * 60 + "END", "Jo"), *after).pages

    assert [("START" in page.extract_text(), "END" in page.extract_text()) for page in pages] == [
        (False, False),
        (True, True),
    ]
