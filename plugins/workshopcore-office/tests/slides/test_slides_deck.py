"""The whole of a presentation: its template, its foot and properties, and no harm in it."""

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import attrs
import pptx
import pytest
from lxml import etree

from workshopcore.contracts.report import PageBreak, Paragraph, Section, Table
from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.renderers import built_in_styles
from workshopcore.renderers.characters import one_line
from workshopcore.testing.conformance.places import everywhere
from workshopcore.testing.documents import HOSTILE, sample_report
from workshopcore_office import SlidesRenderer

PLAIN = Style("acme:plain", "Plain")
STRANGE = ("x" * 2000, "e" + "\u0301" * 300, "\ufffe\uffff\x0b\x1f", "]]>&amp;<a:p/>")


@pytest.fixture
def template():
    """Make a template of a function that changes an empty presentation; return its bytes."""

    def template(change):
        presentation = pptx.Presentation()
        change(presentation)
        file = BytesIO()
        presentation.save(file)
        return file.getvalue()

    return template


@pytest.fixture
def named(house):
    """Return the house's style with names for the layouts of its template."""

    def named(**names):
        said = {**house.renderers["office:pptx"], "layouts": names}
        return attrs.evolve(house, renderers={"office:pptx": said})

    return named


def layouts_of(presentation):
    return [slide.slide_layout.name for slide in presentation.slides]


def test_layouts_are_found_whatever_they_are_called(write, house):
    presentation = write(
        Section("Text", [Paragraph("x")]), Section("Table", [Table(["A"], [["b"]])]), style=house
    )

    assert layouts_of(presentation) == ["Öppning", "Huvudbild", "Karta"]
    assert presentation.slides[0].shapes.title.text == "A note"
    names = [shape.name for shape in presentation.slide_masters[0].shapes]
    assert "Fen & Field bar" in names


def test_slides_of_the_template_are_gone(write, house, shown):
    assert [title for title, _ in shown(write(style=house))] == ["A note"]


def test_sections_of_the_template_go_with_its_slides(write, template):
    def sectioned(presentation):
        etree.SubElement(presentation.part._element, "{urn:x}extLst").append(
            etree.Element("{urn:x}section")
        )

    presentation = write(style=PLAIN, template=template(sectioned))

    assert list(presentation.part._element.iter("{urn:x}section")) == []


def test_house_chooses_layouts_by_name(write, named):
    presentation = write(Section("Text", [Paragraph("x")]), style=named(cover="Mellanbild"))

    assert layouts_of(presentation) == ["Mellanbild", "Huvudbild"]


def test_name_of_a_layout_that_is_not_there_is_refused_with_those_that_are(write, named):
    with pytest.raises(RenderError, match=r"no layout 'Mittbild' for 'text': it has .*Huvudbild"):
        write(style=named(text="Mittbild"))


def test_name_for_something_that_needs_no_layout_is_refused(write, named):
    with pytest.raises(RenderError, match="layouts are named for cover, text, board; found table"):
        write(style=named(table="Karta"))


def test_layout_without_a_body_that_a_house_insists_on_gets_boxes(write, named, notes):
    presentation = write(
        Section("Text", [Paragraph("Words.")]),
        subtitle="Arlenshire",
        style=named(cover="Karta", text="Karta"),
    )

    words = [shape.text_frame.text for shape in presentation.slides[1].shapes]
    assert words[:2] == ["Text", "Words."]
    assert notes(presentation)[0] == ["Arlenshire", "As of 30 June 2027"]


def test_layout_without_a_title_keeps_that_in_the_notes(write, named, notes, house):
    blank = next(
        layout.name
        for layout in pptx.Presentation(
            BytesIO(SlidesRenderer().render(sample_report(), PLAIN))
        ).slide_layouts
        if layout.name == "Blank"
    )

    presentation = write(Section("Text", [Paragraph("Words.")]), style=named(text=blank))

    assert notes(presentation)[1] == ["Text"]


def test_template_without_a_layout_for_text_is_refused(write, template):
    def bare(presentation):
        layouts = presentation.slide_layouts
        for layout in list(layouts):
            if layout.name != "Blank":
                layouts.remove(layout)

    with pytest.raises(RenderError, match="no layout with a title and a body"):
        write(style=PLAIN, template=template(bare))


def test_layout_of_no_kind_is_known_by_its_placeholders(write, template):
    def unkind(presentation):
        for layout in presentation.slide_layouts:
            layout.element.attrib.pop("type", None)

    presentation = write(
        Section("Text", [Paragraph("x")]),
        Section("Table", [Table(["A"], [["b"]])]),
        style=PLAIN,
        template=template(unkind),
    )

    assert layouts_of(presentation) == ["Title Slide", "Title and Content", "Title Only"]


def test_template_of_powerpoint_is_taken_like_a_presentation(write, template, shown):
    whole, file = template(lambda _: None), BytesIO()
    with ZipFile(BytesIO(whole)) as source, ZipFile(file, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(b"presentation.main+", b"template.main+"))

    presentation = write(style=PLAIN, template=file.getvalue(), as_of=None)

    assert shown(presentation) == [("A note", [])]


@pytest.mark.parametrize("data", [b"nonsense", b"PK\x05\x06" + b"\0" * 18])
def test_file_of_another_kind_is_refused(write, data):
    with pytest.raises(RenderError, match=r"expected a \.pptx file, found a file of another kind"):
        write(style=PLAIN, template=data)


def test_damaged_template_is_refused(write, template):
    whole, file = template(lambda _: None), BytesIO()
    with ZipFile(BytesIO(whole)) as source, ZipFile(file, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, b"<p:x" if name == "ppt/presentation.xml" else content)

    with pytest.raises(RenderError, match="PowerPoint template cannot be read"):
        write(style=PLAIN, template=file.getvalue())


def test_slides_without_a_template_are_wide_and_in_the_styles_colours(write):
    style = Style(
        "acme:red", "Red", colours={"accent": "#800"}, fonts={"heading": "'Gill Sans', serif"}
    )

    presentation = write(style=style)

    assert presentation.slide_width / presentation.slide_height == pytest.approx(16 / 9, rel=0.01)
    theme = next(
        each.target_part.blob.decode()
        for each in presentation.slide_masters[0].part.rels.values()
        if each.reltype.endswith("/theme")
    )
    assert '<a:accent1><a:srgbClr val="880000"/></a:accent1>' in theme
    assert '<a:latin typeface="Gill Sans"' in theme


def test_font_that_is_no_name_is_one_that_everybody_has(write):
    presentation = write(style=Style("acme:odd", "Odd", fonts={"body": "«»"}))

    theme = next(
        each.target_part.blob.decode()
        for each in presentation.slide_masters[0].part.rels.values()
        if each.reltype.endswith("/theme")
    )
    assert '<a:latin typeface="Arial"' in theme


@pytest.mark.parametrize(("footer", "line"), [("Acme, Ely", "Acme, Ely"), ("", "A note")])
def test_foot_has_a_line_and_a_number_but_not_on_the_cover(write, footer, line):
    presentation = write(Paragraph("x"), style=Style("acme:s", "S", footer=footer))

    feet = [
        {
            shape.placeholder_format.type.name: shape.text_frame.text
            for shape in slide.placeholders
            if shape.placeholder_format.type.name in ("FOOTER", "SLIDE_NUMBER")
        }
        for slide in presentation.slides
    ]
    assert [foot.get("FOOTER", "") for foot in feet] == ["", line]
    assert ["SLIDE_NUMBER" in foot for foot in feet] == [False, True]


def test_properties_say_what_the_slides_are(write, house):
    properties = write(title="The title", subtitle="Of a year", language="cy").core_properties

    assert (properties.title, properties.subject) == ("The title", "Of a year")
    assert (properties.language, properties.author) == ("cy", "workshopcore")
    assert properties.created.replace(tzinfo=None) == datetime(2027, 6, 30)
    assert write(style=house).core_properties.author == "Fen & Field Associates"


@pytest.mark.parametrize("style", built_in_styles(), ids=lambda style: style.key)
def test_every_part_is_well_formed_and_of_one_date(style):
    data = SlidesRenderer().render(sample_report(), style)

    with ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(part))
    assert {part.date_time for part in parts} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("text", [t for t in (*HOSTILE, *STRANGE) if t.strip()])
@pytest.mark.long
def test_hostile_text_is_text(text):
    data = SlidesRenderer().render(everywhere(text), PLAIN)

    presentation = pptx.Presentation(BytesIO(data))
    words = " ".join(
        "".join(each.text or "" for each in paragraph.iter() if each.tag.endswith("}t"))
        for slide in presentation.slides
        for paragraph in slide.element.iter()
        if paragraph.tag.endswith("}p") and "drawingml" in paragraph.tag
    )
    shown = one_line(text).replace(" ", "")
    assert words.replace(" ", "").count(shown) >= 30


def test_what_is_only_said_at_the_start_is_said_with_the_first_slide(write, shown, notes):
    presentation = write(
        Section("Bring", [Paragraph("Ten pens")], audience=["facilitators"]),
        PageBreak(),
        Section("Hello", [Paragraph("Who are you?")]),
        audience="facilitators",
    )
    assert [slide[0] for slide in shown(presentation)][1:] == ["Hello"]
    assert notes(presentation)[-1] == ["Bring", "Ten pens"]


def test_lead_is_larger_than_the_rest_unless_it_is_too_long(write):
    def sizes(words):
        presentation = write(Section("Hello", [Paragraph(words, lead=True)]))
        (body,) = [s for s in presentation.slides[1].placeholders if s.placeholder_format.idx == 1]
        return {run.font.size.pt for each in body.text_frame.paragraphs for run in each.runs}

    (large,), (usual,) = sizes("Who are you?"), sizes("Who are you? " * 200)
    assert large == 1.5 * usual
