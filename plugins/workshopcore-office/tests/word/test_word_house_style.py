"""What a house's style does in a Word document without a template of its own."""

from pathlib import Path

import pytest
from attrs import evolve
from docx.shared import Mm

from workshopcore.contracts.report import Paragraph, Section, Table
from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.renderers.styles.reading import read_style

TEMPLATED = Path(__file__).parents[1] / "data" / "house" / "house.toml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORDS = Section("One", [Paragraph("Words.")])
ROWS = Table(["A", "B"], [["one", "two"], ["three", "four"]])
ACCENT, SOFT, PAPER = "6D2B57", "F7EFF4", "FFFDF8"
COLOURS = {"accent": f"#{ACCENT}", "soft": f"#{SOFT}", "paper": f"#{PAPER}"}


def house(**given):
    return Style("acme:house", "Acme", **given)


def definition(document, name):
    return next(style for style in document.styles if style.name == name).element


def values(element, tag, attribute="val"):
    return [each.get(W + attribute) for each in element.iter(W + tag)]


@pytest.mark.parametrize(
    ("margins", "expected"),
    [({}, (17, 16, 20, 16)), ({"top": 30, "right": 12.5, "left": 35}, (30, 12.5, 20, 35))],
)
def test_pages_have_the_margins_of_the_style(write, margins, expected):
    page = write(WORDS, style=house(margins=margins)).sections[0]
    found = (page.top_margin, page.right_margin, page.bottom_margin, page.left_margin)
    assert [side.mm for side in found] == pytest.approx(expected, abs=0.02)


@pytest.mark.parametrize("bottom", [15, 40])
def test_foot_stands_within_its_margin(write, bottom):
    page = write(WORDS, style=house(margins={"bottom": bottom})).sections[0]
    assert Mm(5) < page.footer_distance < page.bottom_margin / 2


def test_margin_that_is_none_is_refused(write):
    with pytest.raises(RenderError, match=r"margins\.left: expected 10 to 40 millimetres"):
        write(WORDS, style=house(margins={"left": 41}))


def test_template_of_a_house_decides_before_margins_and_looks(write):
    templated = read_style(TEMPLATED)
    told = evolve(templated, margins={"left": 40}, headings="band", tables="bands")
    ours, same = (write(ROWS, style=style) for style in (templated, told))
    assert same.sections[-1].left_margin == ours.sections[-1].left_margin
    assert values(same.styles.element, "shd", "fill") == values(ours.styles.element, "shd", "fill")


def test_band_is_one_box_of_title_subtitle_and_day(write):
    document = write(WORDS, style=house(colours=COLOURS, headings="band"), subtitle="Of a house")
    lines = [definition(document, name) for name in ("Title", "Subtitle", "Date")]
    assert [values(line, "shd", "fill") for line in lines] == [[ACCENT]] * 3
    assert [values(line, "color") for line in lines] == [[PAPER]] * 3
    borders = [[dict(each.attrib) for each in line.iter(f"{W}pBdr")] for line in lines]
    assert borders[0] == borders[1] == borders[2]


@pytest.mark.parametrize(("headings", "rules"), [("plain", []), ("band", [ACCENT])])
def test_headings_stand_under_a_rule_in_a_style_with_a_band(write, headings, rules):
    document = write(WORDS, style=house(colours=COLOURS, headings=headings))
    heading = definition(document, "Heading 1")
    assert [each.get(f"{W}color") for each in heading.iter(f"{W}top")] == rules


@pytest.mark.parametrize(
    ("tables", "fills", "letters"),
    [("lines", [SOFT], [ACCENT]), ("bands", [ACCENT, SOFT], [PAPER])],
)
def test_rows_are_told_apart_as_the_style_has_it(write, tables, fills, letters):
    document = write(ROWS, style=house(colours=COLOURS, tables=tables))
    assert values(definition(document, "Workshop Table"), "shd", "fill") == fills
    assert values(definition(document, "Table Heading"), "color") == letters


@pytest.mark.parametrize(("writable", "banding"), [(False, "0"), (True, "1")])
def test_table_to_write_in_has_no_bands(write, writable, banding):
    table = Table(["A"], [["x"]], writable=writable)
    document = write(table, style=house(tables="bands"))
    (look,) = document.element.body.iter(f"{W}tblLook")
    assert look.get(f"{W}noHBand") == banding


@pytest.mark.parametrize(("paper", "shown"), [("#ffffff", []), (f"#{PAPER}", [PAPER])])
def test_paper_is_shown_on_the_screen_unless_it_is_white(write, paper, shown):
    document = write(WORDS, style=house(colours={"paper": paper}))
    assert [each.get(f"{W}color") for each in document.element.iter(f"{W}background")] == shown
    settings = document.settings.element
    assert len(list(settings.iter(f"{W}displayBackgroundShape"))) == len(shown)


def test_house_is_the_author_and_stands_at_the_top_and_at_the_foot(write, texts):
    document = write(WORDS, style=house(house="Acme Facilitation"))
    assert document.core_properties.author == "Acme Facilitation"
    assert texts(document)[0] == ("Subtitle", "Acme Facilitation")
    assert document.sections[0].footer.paragraphs[0].text.startswith("Acme Facilitation\t")


def test_style_without_a_house_leaves_author_and_foot_as_they_are(write):
    document = write(WORDS, style=house())
    assert document.core_properties.author == "workshopcore"
    assert document.sections[0].footer.paragraphs[0].text.startswith("A note\t")
