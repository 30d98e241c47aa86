"""Whatever people write is shown, and does nothing."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from workshopcore.contracts.report import Figure, Paragraph, Report, Run, Section, Table
from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.testing.conformance.places import PLACES, everywhere
from workshopcore.testing.documents import HOSTILE
from workshopcore_pdf import PdfRenderer

MARKUP = (
    '#include "/etc/passwd"',
    '#read("document.json")',
    "#{panic()} #let x = 1; #x",
    "$x^2 + sum_(k=0)^n k$",
    "\\ back \\u{41} slash\\",
    "@reference and <label>",
    "`raw` ```block``` *bold* _soft_ ~ ---",
    "= Heading",
    "- item + item / term: it",
    "// comment /* and */ another",
    "\"quoted\" 'quoted' } ] )",
    '","kind":"page"},{"kind":"heading',
    "<svg><script>alert(1)</script></svg> &amp; ]]>",
)
WIDE = (
    *("e\u0301 combined", "Z\u0351\u036b\u0343\u032aalgo", "\u0301 alone"),
    *("\u202eoverride\u202c \u2066isolate\u2069", "null \0 bell \a escape \x1b\uffff\ufffe"),
    *(
        "\u05e9\u05dc\u05d5\u05dd",
        "\u0645\u0631\u062d\u0628\u0627",
        "\u0928\u092e\u0938\u094d\u0924\u0947",
    ),
    *("\u6f22\u5b57", "\U0001f642 \U0001f469\u200d\U0001f467 \u2764\ufe0f", "\ue000\U000f0000"),
    *("\U000e0041tag", "a\u20ddb", "\u2028line\u2029paragraph"),
)


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_shown_as_it_was_written(written, text):
    assert text in written(Paragraph(text), title="A note")


@pytest.mark.parametrize("text", MARKUP)
def test_markup_in_a_drawing_is_shown_as_it_was_written(written, text):
    bars = {"keys": [{"label": text, "tone": "done"}], "bars": [{"counts": [1]}]}

    page = written(Figure("stacked-bars", bars, "One bar", Table(["What"], [["one"]])))

    assert "".join(text.split()) in "".join(page.split())


@pytest.mark.parametrize("text", [*HOSTILE, *MARKUP, *WIDE])
def test_hostile_text_everywhere_gives_a_sound_file(render, text):
    reader = PdfReader(BytesIO(render(everywhere(text))), strict=True)

    root = reader.trailer["/Root"]
    assert {"/OpenAction", "/AA", "/AcroForm"} & set(root) == set()
    assert "/JavaScript" not in root.get("/Names", {})
    assert [page.extract_text() == "" for page in reader.pages] == [False] * len(reader.pages)


@pytest.mark.parametrize("place", PLACES)
def test_character_in_no_typeface_is_named_in_every_place(written, place):
    page = written(PLACES[place]("\u6f22"))

    assert "[U+6F22]" in page


def test_picture_in_no_typeface_is_named_in_words(written):
    assert "Well done [slightly smiling face]" in written(Paragraph("Well done \U0001f642"))


def test_character_without_a_name_has_its_number(written):
    assert "left [U+F0000] right" in written(Paragraph("left \U000f0000 right"))


def test_mark_on_a_letter_that_cannot_be_drawn_together_is_named(written):
    assert written(Paragraph("x\u0334\u20dd")).count("U+") > 0


def test_character_in_no_typeface_is_named_in_a_drawing(written):
    bars = {"keys": [{"label": "\u6f22", "tone": "done"}], "bars": [{"counts": [1]}]}

    page = written(Figure("stacked-bars", bars, "One bar", Table(["What"], [["one"]])))

    assert page.count("[U+6F22]") == 1


def test_letters_of_many_scripts_are_shown(written):
    words = "Ελλάδα България Łódź Tŷ İzmir ệch"

    assert words in written(Paragraph(words))


def test_controls_of_direction_are_dropped(written):
    assert "left right" in written(Paragraph("\u202eleft\u202c \u2066right\u2069"))


def test_title_with_a_character_in_no_typeface_keeps_it_for_the_catalogue(opened):
    assert opened(title="\u6f22\u5b57 A note").metadata.title == "[U+6F22][U+5B57] A note"


def test_logo_with_a_character_in_no_typeface_is_refused_in_words(render):
    icon = (
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='90' height='9'%3E"
        "%3Ctext y='9' font-family='Open Sans'%3E%E6%BC%A2%3C/text%3E%3C/svg%3E"
    ).replace(" ", "%20")

    with pytest.raises(RenderError, match=r"could not be displayed.*words as outlines"):
        render(Paragraph("Ełk"), style=Style("acme:house", "Acme", logo=icon))


LETTERS = st.characters(exclude_categories=["Cs"])


@given(st.text(LETTERS, max_size=30), st.text(LETTERS, max_size=30))
def test_any_text_gives_a_sound_file(words, code):
    plain = Style("acme:house", "Acme")
    blocks = (
        Paragraph([Run(words), Run(code, "code")]),
        Section(words, [Table([code], [[words]])]),
    )

    data = PdfRenderer().render(Report("note", words, "public", blocks), plain)

    assert len(PdfReader(BytesIO(data), strict=True).pages) >= 1
