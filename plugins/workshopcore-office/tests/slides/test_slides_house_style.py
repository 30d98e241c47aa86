"""What a house's style does on slides without a template of their own."""

import base64
import struct
import zlib
from pathlib import Path

import pytest
from pptx.util import Mm

from workshopcore.contracts.report import Paragraph, Section, Table
from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.renderers.styles.reading import read_style

TEMPLATED = Path(__file__).parents[1] / "data" / "house" / "house.toml"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WORDS = Section("One", [Paragraph("Words.")])
ROWS = Section("Two", [Table(["A", "B"], [["one", "two"], ["three", "four"], ["five", "six"]])])


def house(**given):
    return Style("acme:house", "Acme", **given)


def png(width, height):
    """Return a picture of one colour as an address."""

    def chunk(kind, data):
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    dots = zlib.compress((b"\0" + b"\x20\x40\x60" * width) * height)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", dots) + chunk(b"IEND", b"")
    data = base64.b64encode(b"\x89PNG\r\n\x1a\n" + parts).decode()
    return f"data:image/png;base64,{data}"


def box(shape):
    return shape.left, shape.top, shape.left + shape.width, shape.top + shape.height


@pytest.mark.parametrize(
    ("margins", "top", "right", "bottom", "left"),
    [({}, 17, 16, 20, 16), ({"top": 12, "right": 30, "bottom": 33, "left": 40}, 12, 30, 33, 40)],
)
def test_title_and_text_stand_within_the_margins(write, margins, top, right, bottom, left):
    presentation = write(WORDS, style=house(margins=margins))
    wide, tall = presentation.slide_width, presentation.slide_height
    slide = presentation.slides[1]
    title, body = slide.shapes.title, slide.placeholders[1]
    assert (title.left, title.top) == (Mm(left), Mm(top))
    assert title.left + title.width == wide - Mm(right)
    assert (body.left, body.left + body.width) == (Mm(left), wide - Mm(right))
    assert body.top + body.height == tall - Mm(bottom)
    assert body.top >= title.top + title.height


@pytest.mark.parametrize("bottom", [15, 40])
def test_foot_stands_below_the_text_and_ends_with_it(write, bottom):
    presentation = write(WORDS, style=house(margins={"bottom": bottom, "right": 30}, footer="Acme"))
    slide = presentation.slides[1]
    body = slide.placeholders[1]
    master = presentation.slide_masters[0]
    feet = [each for each in master.placeholders if each.element.ph.get("type") == "sldNum"]
    assert [foot.left + foot.width for foot in feet] == [presentation.slide_width - Mm(30)]
    assert all(foot.top >= body.top + body.height for foot in feet)


def test_less_room_takes_more_slides(write):
    many = Section("Many", [Paragraph("Some words on a line of their own. " * 4)] * 14)
    narrow = house(margins={"top": 40, "right": 40, "bottom": 40, "left": 40})
    assert len(write(many, style=narrow).slides) > len(write(many, style=house()).slides)


def test_margin_that_is_none_is_refused(write):
    with pytest.raises(RenderError, match=r"margins\.left: expected 10 to 40 millimetres"):
        write(WORDS, style=house(margins={"left": 41}))


def test_band_fills_the_cover_and_a_rule_stands_above_titles(write):
    presentation = write(WORDS, style=house(headings="band"))
    cover, text = presentation.slides[0].slide_layout, presentation.slides[1].slide_layout
    fill = cover.element.find(f".//{A}solidFill/{A}schemeClr")
    assert fill.get("val") == "accent1"
    assert cover.element.get("showMasterSp") == "0"
    (rule,) = [shape for shape in text.slide_master.shapes if shape.name == "Rule"]
    title = presentation.slides[1].shapes.title
    assert (rule.left, rule.width) == (title.left, title.width)
    assert 0 < rule.top < rule.top + rule.height < title.top


def test_plain_slides_have_neither(write):
    master = write(WORDS, style=house()).slide_masters[0]
    assert "Rule" not in [shape.name for shape in master.shapes]
    assert master.slide_layouts[0].element.find(".//{*}bg") is None


@pytest.mark.parametrize("headings", ["plain", "band"])
def test_no_letters_are_paler_than_those_of_the_palette(write, headings):
    master = write(WORDS, style=house(headings=headings)).slide_masters[0]
    for place in (master, *master.slide_layouts):
        assert place.element.findall(f".//{A}tint") == []


def fills(presentation):
    (table,) = [s.table for slide in presentation.slides for s in slide.shapes if s.has_table]
    return table, [
        [each.get("val") for each in row._tr.findall(f".//{A}tcPr/{A}solidFill/{A}schemeClr")]
        for row in table.rows
    ]


def test_bands_are_of_the_theme_and_the_head_can_be_read_on_its_own(write):
    table, filled = fills(write(ROWS, style=house(tables="bands")))
    assert filled == [["accent1"] * 2, [], ["bg2"] * 2, []]
    head = table.rows[0]._tr.findall(f".//{A}rPr/{A}solidFill/{A}schemeClr")
    assert [letters.get("val") for letters in head] == ["bg1", "bg1"]
    assert not table.horz_banding


def test_lines_stand_below_every_row(write):
    table, filled = fills(write(ROWS, style=house()))
    assert filled == [[]] * 4
    assert len(list(table._tbl.iter(f"{A}lnB"))) == 8
    assert not table.horz_banding


def test_table_to_write_in_stays_a_grid(write):
    writable = Section("Two", [Table(["A"], [["x"]], writable=True)])
    table, filled = fills(write(writable, style=house(tables="bands")))
    assert filled == [[], []]
    assert list(table._tbl.iter(f"{A}lnB")) == []


def test_template_of_a_house_has_tables_of_its_own(write):
    table, filled = fills(write(ROWS, style=read_style(TEMPLATED)))
    assert filled == [[]] * 4
    assert table.horz_banding


@pytest.mark.parametrize("size", [(400, 100), (100, 400), (2, 2)])
@pytest.mark.parametrize("headings", ["plain", "band"])
def test_logo_stands_at_the_top_right_of_the_cover_within_the_margins(write, size, headings):
    style = house(
        logo=png(*size), logo_alt="Two reeds", margins={"top": 14, "right": 25}, headings=headings
    )
    presentation = write(WORDS, style=style)
    cover = presentation.slides[0]
    (picture,) = [shape for shape in cover.shapes if shape.shape_type == 13]
    left, top, right, bottom = box(picture)
    assert picture._element.nvPicPr.cNvPr.get("descr") == "Two reeds"
    assert top == Mm(14)
    assert right <= presentation.slide_width - Mm(25)
    assert (picture.width <= Mm(64.1), picture.height <= Mm(20.1)) == (True, True)
    assert picture.width / picture.height == pytest.approx(size[0] / size[1], rel=0.01)
    title = cover.shapes.title
    assert bottom <= title.top
    assert left > 0


def test_logo_of_a_kind_that_powerpoint_does_not_show_is_told_in_words(write):
    icon = "data:image/svg+xml,%3Csvg/%3E"
    presentation = write(WORDS, style=house(logo=icon, logo_alt="Two reeds"))
    assert "Two reeds" in [s.text_frame.text for s in presentation.slides[0].shapes]


def test_logo_of_such_a_kind_is_shown_as_its_raster(write):
    icon = "data:image/svg+xml,%3Csvg/%3E"
    style = house(logo=icon, logo_raster=png(40, 10), logo_alt="Two reeds")
    cover = write(WORDS, style=style).slides[0]
    (picture,) = [shape for shape in cover.shapes if shape.shape_type == 13]
    assert picture._element.nvPicPr.cNvPr.get("descr") == "Two reeds"


def test_logo_that_is_damaged_is_refused(write):
    with pytest.raises(RenderError, match="the logo is no picture that can be read"):
        write(WORDS, style=house(logo="data:image/png;base64,AAAA"))


def test_house_is_the_author_and_stands_on_the_cover_and_at_the_foot(write):
    presentation = write(WORDS, style=house(house="Acme <&> Co"))
    assert presentation.core_properties.author == "Acme <&> Co"
    assert "Acme <&> Co" in [shape.text_frame.text for shape in presentation.slides[0].shapes]
    foot = [shape.text_frame.text for shape in presentation.slides[1].shapes]
    assert "Acme <&> Co" in foot


def test_cover_without_a_house_has_its_title_and_no_more(write):
    presentation = write(WORDS, style=house())
    assert len(presentation.slides[0].shapes) == 2
    assert presentation.core_properties.author == "workshopcore"
