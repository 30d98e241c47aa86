"""What a house's style does on paper: margins, band, bands, its name."""

from io import BytesIO

import pytest
from attrs import evolve
from pypdf import PdfReader

from workshopcore.contracts.report import Figure, Paragraph, Run, Section, Table
from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.testing.documents import sample_report
from workshopcore_pdf import PdfRenderer
from workshopcore_pdf.room import room_of

MILLIMETRE = 72 / 25.4
WORDS = Section("One", [Paragraph("Some words. " * 120)])
ROWS = Table(["A", "B"], [["one", "two"], ["three", "four"], ["five", "six"]])
LINE = 4
ACCENT, SOFT = "#6d2b57", "#f7eff4"


def house(**given):
    return Style("acme:house", "Acme", **given)


@pytest.fixture
def places(render):
    """Return where the words on each page begin, in millimetres from the left and from below."""

    def places(*blocks, **about):
        pages = []
        for page in PdfReader(BytesIO(render(*blocks, **about))).pages:
            found = []

            def seen(text, cm, tm, _font, _size, found=found):
                if text.strip():
                    across = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
                    up = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                    found.append((across / MILLIMETRE, up / MILLIMETRE))

            page.extract_text(visitor_text=seen)
            pages.append(found)
        return pages

    return places


@pytest.fixture
def fills(opened):
    """Return the colours of the areas in a document; a line that is drawn as one is no area."""

    def fills(*blocks, **about):
        found = set()
        for page in opened(*blocks, **about).pages:
            colour, points = (), []
            for operands, operator in page.get_contents().operations:
                numbers = [float(each) for each in operands if isinstance(each, (int, float))]
                match operator:
                    case b"scn" | b"sc" | b"rg":
                        colour = tuple(round(number * 255) for number in numbers)
                    case b"m" | b"l" | b"c":
                        points.append(numbers[-2:])
                    case b"re":
                        points += [numbers[:2], [numbers[0] + numbers[2], numbers[1] + numbers[3]]]
                    case b"f" | b"f*":
                        if len(colour) == 3 and min(extent(points)) > LINE:
                            found.add("#{:02x}{:02x}{:02x}".format(*colour))
                        points = []
                    case b"n" | b"S":
                        points = []
        return found

    return fills


def extent(points):
    return [max(along) - min(along) for along in zip(*points, strict=True)]


@pytest.mark.parametrize("headings", ["plain", "band"])
@pytest.mark.parametrize(
    ("margins", "left", "top", "bottom"),
    [({}, 16, 17, 20), ({"left": 35, "right": 30, "top": 38, "bottom": 26}, 35, 38, 26)],
)
def test_text_stands_within_the_margins_and_the_foot_below(
    places, headings, margins, left, top, bottom
):
    style = house(margins=margins, headings=headings, footer="Acme, Ely")
    for page in places(WORDS, WORDS, style=style):
        text = [(across, up) for across, up in page if up > bottom]
        assert min(across for across, _ in text) == pytest.approx(left, abs=0.1)
        assert 297 - top - 12 < max(up for _, up in text) < 297 - top
        foot = [up for _, up in page if up < bottom]
        assert len(foot) == 3
        assert min(foot) > 5


def test_margins_of_a_page_on_its_side_are_its_own(places):
    wide = Table([f"Column {n}" for n in range(9)], [["A few words of text"] * 9])
    style = house(margins={"left": 38, "top": 12})
    (page,) = places(wide, style=style)
    assert min(across for across, _ in page) == pytest.approx(38, abs=0.1)


def test_margin_that_is_none_is_refused(render):
    with pytest.raises(RenderError, match=r"margins\.top: expected 10 to 40 millimetres, found 4"):
        render(WORDS, style=house(margins={"top": 4}))


def test_tables_and_pictures_have_less_room_between_broad_margins():
    usual = room_of(house(), landscape=False)
    broad = room_of(house(margins={"left": 40, "right": 40}), landscape=False)
    short = room_of(house(margins={"top": 40, "bottom": 40}), landscape=False)
    assert broad.sheet.characters == round(usual.sheet.characters * 130 / 178)
    assert broad.widest == usual.widest
    assert short.tallest / usual.tallest == pytest.approx(217 / 260)
    assert short.sheet.tall == pytest.approx(217 / 260)


def test_whole_picture_fits_a_page_with_the_broadest_margins(opened):
    broad = dict.fromkeys(("top", "right", "bottom", "left"), 40)
    rows = [
        {"label": f"Session {n}", "start": 540 + n * 30, "end": 570 + n * 30, "track": "",
         "kind": "session"}
        for n in range(16)
    ]  # fmt: skip
    figure = Figure("day", {"rows": rows}, "A day", Table(["A"], [["1"]]))
    assert len(opened(figure, style=house(margins=broad)).pages) <= 2


@pytest.mark.parametrize(
    ("given", "there"),
    [
        ({}, set()),
        ({"headings": "band"}, {ACCENT}),
        ({"tables": "bands"}, {ACCENT, SOFT}),
    ],
)
def test_band_and_bands_are_filled_in_the_colours_of_the_style(fills, given, there):
    style = house(colours={"accent": ACCENT, "soft": SOFT}, **given)
    assert fills(ROWS, style=style) & {ACCENT, SOFT} == there


def test_table_to_write_in_has_no_bands(fills):
    style = house(colours={"accent": ACCENT, "soft": SOFT}, tables="bands")
    assert fills(evolve(ROWS, writable=True), style=style) & {ACCENT, SOFT} == set()


def test_house_is_the_author_and_stands_where_a_logo_would(opened, written):
    style = house(house="Acme Facilitation")
    assert opened(WORDS, style=style).metadata.author == "Acme Facilitation"
    assert written(WORDS, style=style).count("Acme Facilitation") == 2  # at the top, at the foot


def test_house_describes_a_logo_that_nothing_describes(tree):
    icon = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/%3E"
    style = house(house="Acme Facilitation", logo=icon.replace(" ", "%20"))
    assert [figure.alt for figure in tree(WORDS, style=style).of("Figure")] == ["Acme Facilitation"]


@pytest.mark.parametrize("headings", ["plain", "band"])
@pytest.mark.parametrize("tables", ["lines", "bands"])
def test_structure_is_the_same_whatever_the_looks(tree, headings, tables):
    looks = house(headings=headings, tables=tables)
    shown, plain = (
        [(each.type, each.alt) for each in tree(sample_report(), style=style).walk()]
        for style in (looks, house())
    )
    assert shown == plain


def test_link_in_a_banded_row_is_still_a_link(opened):
    table = Table(["A"], [["x"], [(Run("a link", href="https://example.org"),)]])
    reader = opened(table, style=house(tables="bands"))
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    assert [str(note["/A"]["/URI"]) for note in notes] == ["https://example.org"]


def test_same_style_gives_the_same_bytes():
    style = house(headings="band", tables="bands", margins={"left": 30})
    first, second = (PdfRenderer().render(sample_report(), style) for _ in range(2))
    assert first == second
