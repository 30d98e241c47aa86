"""A house's own template: what is on it stays, and its styles are used whatever they are called."""

from io import BytesIO
from zipfile import ZipFile

import attrs
import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from workshopcore.contracts.report import Bullets, Paragraph, QuoteBlock, Section, Table
from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError

BLOCKS = (
    Section("Findings", [Section("First", [Section("Closer", [Bullets(["one", "two"])])])]),
    QuoteBlock("Words."),
    Table(["A"], [["b"]]),
)
PLAIN = Style("acme:plain", "Plain")


@pytest.fixture
def template():
    """Make a template of a function that changes an empty document; return its bytes."""

    def template(change):
        document = docx.Document()
        change(document)
        file = BytesIO()
        document.save(file)
        return file.getvalue()

    return template


@pytest.fixture
def named(house):
    """Return the house's style with other names for the styles of its template."""

    def named(**names):
        said = {**house.renderers["office:docx"], "styles": names}
        return attrs.evolve(house, renderers={"office:docx": said})

    return named


def test_document_stands_between_cover_and_back_page(write, house):
    document = write(*BLOCKS, style=house, title="Our year", subtitle="Arlenshire")

    said = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    assert said == [
        *("Our year", "for Arlenshire", "As of 30 June 2027"),
        *("Findings", "First", "Closer", "one", "two", "Words."),
        "Printed on paper from the Fens.",
    ]
    begins = [p.text for p in document.paragraphs if p.paragraph_format.page_break_before]
    assert begins == ["Findings"]


def test_header_and_footer_are_the_houses(write, house):
    section = write(*BLOCKS, style=house, title="Our year").sections[0]

    assert section.header.paragraphs[0].text == "Fen & Field Associates · Our year"
    assert section.footer.paragraphs[0].text == "Fen & Field Associates, 3 Sluice Lane, Ely"
    assert section.different_first_page_header_footer is True


def test_styles_are_found_by_name_by_level_and_by_the_houses_word(write, house, texts):
    styles = [style for style, _ in texts(write(*BLOCKS, style=house))]

    # heading 1 has a Swedish identifier, the second is the house's own and has a level, the third
    # is missing and comes from us; the quotation is as the style file says.
    assert styles[3:] == [
        *("Heading 1", "House Subhead", "Heading 3", "List Bullet", "List Bullet"),
        *("House Voice", "Table Heading", "Table Text", ""),
    ]
    document = write(*BLOCKS, style=house)
    assert document.styles["Heading 1"].style_id == "Rubrik1"
    assert document.styles["Heading 3"].base_style.style_id == "Brdtext"


def test_style_that_is_added_has_the_letters_of_the_house(write, house):
    document = write(*BLOCKS, style=house)

    assert document.styles["Heading 3"].font.name is None
    assert document.styles["Code Text"].font.name == "Consolas"


def test_lists_keep_the_sign_of_the_house(write, house):
    document = write(Bullets(["one"]), Bullets(["two"], ordered=True), style=house)

    numbering = document.part.numbering_part.element
    used = [each.get(qn("w:val")) for each in document.element.body.iter(qn("w:numId"))]
    designs = {
        each.get(qn("w:numId")): each.find(qn("w:abstractNumId")).get(qn("w:val"))
        for each in numbering.iter(qn("w:num"))
    }
    assert designs[used[0]] == "7"  # what the house's style of lists has
    assert designs[used[1]] != "7"


def test_only_table_style_of_the_house_is_that_of_tables(write, house):
    assert write(*BLOCKS, style=house).tables[0].style.name == "Fen Table"


def test_author_of_the_template_stays(write, house):
    assert write(*BLOCKS, style=house).core_properties.author == "Fen & Field Associates"


def test_wide_table_turns_neither_the_cover_nor_the_back_page(write, house):
    wide = Table([f"Responsibilities{n}" for n in range(9)], [["x"] * 9] * 20)

    sections = write(wide, style=house).sections

    assert [section.page_width > section.page_height for section in sections] == [
        False,
        True,
        False,
    ]
    first = [section.different_first_page_header_footer for section in sections]
    assert first == [True, False, False]
    heads = [section.header.paragraphs[0].text for section in sections]
    assert heads == ["Fen & Field Associates · A note"] * 3


def test_name_of_a_style_that_is_not_there_is_refused_with_those_that_are(write, named):
    with pytest.raises(RenderError, match=r"no paragraph style 'House Voise' for 'Quote'.*House V"):
        write(*BLOCKS, style=named(quote="House Voise"))


def test_name_for_something_that_needs_no_style_is_refused(write, named):
    with pytest.raises(RenderError, match="found 'qoute': correct it in the style"):
        write(*BLOCKS, style=named(qoute="House Voice"))


def test_house_chooses_over_what_word_calls_it(write, named, texts):
    document = write(Section("Findings", []), style=named(**{"heading 1": "HouseHead2"}))

    assert ("House Subhead", "Findings") in texts(document)


def test_words_that_look_like_a_mark_stay_as_they_are(write, house):
    document = write(Paragraph("{title} and {content}"), style=house, title="Our {date}")

    said = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    assert said[0] == "Our {date}"
    assert said[3] == "{title} and {content}"


def test_template_may_be_given_to_the_renderer(write, template, texts):
    house = template(lambda document: document.add_paragraph("Acme"))

    document = write(Paragraph("Words."), style=PLAIN, template=house, as_of=None)

    assert [words for _, words in texts(document)] == ["Acme", "A note", "Words."]
    assert document.paragraphs[1].paragraph_format.page_break_before is True


def test_empty_template_has_no_cover(write, template, texts):
    def empty(document):
        for text in ("", "", " "):
            document.add_paragraph(text)

    document = write(Paragraph("Words."), style=PLAIN, template=template(empty), as_of=None)

    assert [p.text for p in document.paragraphs] == ["A note", "Words."]
    assert document.paragraphs[0].paragraph_format.page_break_before is None


def test_template_without_a_foot_gets_one(write, template):
    document = write(Paragraph("Words."), style=PLAIN, template=template(lambda _: None))

    assert document.sections[0].footer.paragraphs[0].text == "A note\t1 / 1"


def test_picture_on_an_empty_paragraph_is_part_of_the_cover(write, template):
    def drawn(document):
        run = document.add_paragraph().add_run()
        run._r.append(parse_xml(f"<w:drawing {nsdecls('w')}/>"))

    document = write(Paragraph("Words."), style=PLAIN, template=template(drawn))

    assert len(list(document.element.body.iter(qn("w:drawing")))) == 1


def test_controls_of_word_for_title_and_subject_are_filled_in(write, template):
    def controlled(document):
        for name in ("dc:title", "dc:subject", "cp:category"):
            document.element.body.insert(
                0,
                parse_xml(
                    f"<w:sdt {nsdecls('w')}><w:sdtPr><w:dataBinding"
                    f' w:xpath="/ns1:coreProperties[1]/{name}[1]"/></w:sdtPr><w:sdtContent><w:p>'
                    "<w:r><w:t>[Ti</w:t></w:r><w:r><w:t>tle]</w:t></w:r></w:p></w:sdtContent>"
                    "</w:sdt>"
                ),
            )

    document = write(
        Paragraph("Words."), style=PLAIN, template=template(controlled), subtitle="Arlenshire"
    )

    shown = [
        "".join(t.text or "" for t in each.iter(qn("w:t")))
        for each in document.element.body.iter(qn("w:sdt"))
    ]
    assert shown == ["[Title]", "Arlenshire", "A note"]
    assert [p.text for p in document.paragraphs] == ["Words."]  # the title stands above already


def test_place_in_a_table_is_after_that_table(write, template):
    def framed(document):
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "Acme"
        cell.add_paragraph("{content}")
        document.add_paragraph("The back page")

    document = write(Paragraph("Words."), style=PLAIN, template=template(framed), title="")

    assert document.tables[0].cell(0, 0).text == "Acme\n"
    said = [p.text for p in document.paragraphs if p.text]
    assert said == ["As of 30 June 2027", "Words.", "The back page"]


def test_place_that_ends_a_section_keeps_ending_it(write, template):
    def sectioned(document):
        document.add_paragraph("{content}")
        document.add_section()
        document.add_paragraph("The back page")

    document = write(Paragraph("Words."), style=PLAIN, template=template(sectioned))

    assert len(document.sections) == 2
    assert [p.text for p in document.paragraphs if p.text][-2:] == ["Words.", "The back page"]


def test_template_of_word_is_taken_like_a_document(write, template):
    data = retyped(template(lambda d: d.add_paragraph("Acme")), "document.main", "template.main")

    assert write(Paragraph("Words."), style=PLAIN, template=data).paragraphs[0].text == "Acme"


@pytest.mark.parametrize("data", [b"nonsense", b"PK\x05\x06" + b"\0" * 18])
def test_file_of_another_kind_is_refused(write, data):
    with pytest.raises(RenderError, match=r"expected a \.docx file, found a file of another kind"):
        write(Paragraph("x"), style=PLAIN, template=data)


def test_template_with_macros_is_refused(write, template):
    macros = retyped(
        template(lambda _: None),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main",
        "application/vnd.ms-word.document.macroEnabled.main",
    )

    with pytest.raises(RenderError, match="one with macros"):
        write(Paragraph("x"), style=PLAIN, template=macros)


def test_damaged_template_is_refused(write, template):
    with pytest.raises(RenderError, match="Word template cannot be read"):
        write(
            Paragraph("x"),
            style=PLAIN,
            template=retyped(template(lambda _: None), "<w:body>", "<w:b", "word/document.xml"),
        )


def test_template_without_lists_or_page_size_is_enough(write, template):
    def bare(document):
        for relation in list(document.part.rels.values()):
            if relation.reltype.endswith("/numbering"):
                document.part.drop_rel(relation.rId)
        for style in list(document.styles):
            style.delete()
        document.element.body.remove(document.element.body.sectPr)
        defaults = document.styles.element.find(qn("w:docDefaults"))
        document.styles.element.remove(defaults)

    wide = Table([f"Responsibilities{n}" for n in range(9)], [["x"] * 9] * 20)
    document = write(
        Bullets(["one"]), wide, style=PLAIN, template=template(bare), as_of=None, title=""
    )

    assert document.sections[0].page_width > document.sections[0].page_height
    assert document.paragraphs[0].style.name == "List Bullet"
    said = [each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))]
    assert said == ["en-GB"]


def retyped(data, old, new, name="[Content_Types].xml"):
    """Return an archive with a word of one of its parts changed."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(file, "w") as target:
        for part in source.namelist():
            content = source.read(part)
            target.writestr(
                part, content.replace(old.encode(), new.encode()) if part == name else content
            )
    return file.getvalue()
