"""Makes the templates of a house that does not exist: `python make.py`, from this folder.

Fen & Field Associates work in two languages, and their Word is Swedish: styles have odd names,
some are the house's own, and some that a document needs are missing. They stand in the
repository as they were made, for nobody makes a template anew for each document.
"""

from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from pptx import Presentation
from pptx.util import Emu

from workshopcore_office.sealing import sealed

FOLDER = Path(__file__).parent
PLUM = RGBColor(0x5B, 0x1F, 0x4B)


def word() -> bytes:
    """Return the Word template."""
    document = Document()
    styles = document.styles
    for style in list(styles):
        if style.type != WD_STYLE_TYPE.CHARACTER and style.name not in ("Normal", "Normal Table"):
            style.delete()
    normal = styles["Normal"]
    normal.element.set(qn("w:styleId"), "Brdtext")
    normal.font.name, normal.font.size = "Georgia", Pt(11)
    heading(document, "Rubrik1", "heading 1", 18, level=None)
    heading(document, "HouseHead2", "House Subhead", 14, level=1)
    heading(document, "Anfang", "House Voice", 12, level=None)
    bullets(document)
    table(document)
    cover(document)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(3)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "Fen & Field Associates · {title}"
    section.footer.paragraphs[0].text = "Fen & Field Associates, 3 Sluice Lane, Ely"
    document.core_properties.author = "Fen & Field Associates"
    return saved(document)


def heading(document, id: str, name: str, points: int, level: int | None) -> None:
    """Add a style of paragraphs, with an outline level where there is one."""
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name == "heading 1")
    style.element.set(qn("w:styleId"), id)
    style.base_style = document.styles["Normal"]
    style.font.size, style.font.color.rgb = Pt(points), PLUM
    style.paragraph_format.keep_with_next = True
    style.paragraph_format.space_before = Pt(points)
    if level is not None:
        outline = OxmlElement("w:outlineLvl")
        outline.set(qn("w:val"), str(level))
        style.element.get_or_add_pPr().append(outline)


def bullets(document) -> None:
    """Add the style of lists, which brings a sign of its own."""
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    numbering.append(
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="7">'
            '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
            '<w:lvlText w:val="»"/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="500" w:hanging="300"/></w:pPr></w:lvl></w:abstractNum>'
        )
    )
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="3"><w:abstractNumId w:val="7"/></w:num>')
    )
    style = document.styles.add_style("List Bullet", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    style.element.set(qn("w:styleId"), "Punktlista")
    style.element.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="3"/></w:numPr>')
    )


def table(document) -> None:
    """Add the house's only style of tables."""
    document.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="FenTable">'
            '<w:name w:val="Fen Table"/><w:tblPr><w:tblBorders>'
            '<w:top w:val="single" w:sz="12" w:color="5B1F4B"/>'
            '<w:bottom w:val="single" w:sz="12" w:color="5B1F4B"/>'
            '<w:insideH w:val="dotted" w:sz="4" w:color="5B1F4B"/>'
            "</w:tblBorders></w:tblPr></w:style>"
        )
    )


def cover(document) -> None:
    """Write the cover, the place of the document, and the back page."""
    first = document.add_paragraph()
    for piece in ("{ti", "tle}"):  # as Word splits a word that somebody has corrected
        run = first.add_run(piece)
        run.font.size, run.font.color.rgb = Pt(36), PLUM
    first.paragraph_format.space_before = Cm(8)
    document.add_paragraph("for {subtitle}")
    document.add_paragraph("{date}")
    document.add_paragraph("{content}")
    document.add_paragraph("Printed on paper from the Fens.")


def slides() -> bytes:
    """Return the PowerPoint template."""
    presentation = Presentation()
    layouts = presentation.slide_masters[0].slide_layouts
    for layout, name in zip(layouts, ("Öppning", "Huvudbild", "Mellanbild"), strict=False):
        layout.name = name
    board = layouts[5]
    board.name = "Karta"
    del board.element.attrib["type"]
    bar = presentation.slide_masters[0].shapes._spTree
    bar.append(
        parse_xml(
            '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
            ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvSpPr>'
            '<p:cNvPr id="90" name="Fen & Field bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>'.replace(
                "&", "&amp;"
            )
            + "</p:nvSpPr><p:spPr><a:xfrm>"
            f'<a:off x="0" y="0"/><a:ext cx="{Emu(9_144_000)}" cy="120000"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            '<a:solidFill><a:srgbClr val="5B1F4B"/></a:solidFill></p:spPr></p:sp>'
        )
    )
    for layout in (layouts[0], layouts[1]):
        slide = presentation.slides.add_slide(layout)
        slide.shapes.title.text = "How our slides look"
    presentation.core_properties.author = "Fen & Field Associates"
    return saved(presentation)


def saved(file) -> bytes:
    """Return a document's bytes."""
    from io import BytesIO

    buffer = BytesIO()
    file.save(buffer)
    return sealed(buffer.getvalue())


if __name__ == "__main__":
    FOLDER.joinpath("house.docx").write_bytes(word())
    FOLDER.joinpath("house.pptx").write_bytes(slides())
