"""Figures as drawings of Word: shapes and letters in the text, with words for who cannot see."""

from __future__ import annotations

from collections.abc import Sequence

from workshopcore.contracts.report import Figure
from workshopcore.renderers.html.figures import drawing_of
from workshopcore_office.drawings import Piece, pieces_of
from workshopcore_office.drawings.shapes import Text
from workshopcore_office.word.manuscript import Manuscript
from workshopcore_office.word.markup import attribute, run, text_of
from workshopcore_office.word.tables import caption, table_of

__all__ = ["figure_of"]

_POINT, _PIXEL = 12700, 9525
_TALLEST = 0.8
_LARGEST = 1.15
_WORD = "http://schemas.microsoft.com/office/word/2010/"
_SPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    f' xmlns:wpg="{_WORD}wordprocessingGroup" xmlns:wps="{_WORD}wordprocessingShape"'
)


def figure_of(manuscript: Manuscript, block: Figure) -> str:
    """Return a figure: its drawing where it can be drawn, its caption, and its table."""
    drawing = drawing_of(block)
    if drawing is None:
        said = (
            manuscript.paragraph("normal", run(block.alt), keep=True) if block.alt.strip() else ""
        )
        name = caption(manuscript, "Figure", block.caption, keep=True)
        return name + said + table_of(manuscript, block.table)
    wide = manuscript.measure * _POINT
    tall = manuscript.height * _POINT * _TALLEST
    scale = (
        min(wide / drawing.width, tall / drawing.height, _PIXEL * _LARGEST * manuscript.size)
        / _PIXEL
    )
    size = (round(drawing.width * scale * _PIXEL), round(drawing.height * scale * _PIXEL))
    pieces = list(pieces_of(drawing, manuscript.looks, scale))
    shown = _drawing(manuscript, block.alt, size, pieces)
    named = bool(block.caption.strip())
    return (
        manuscript.paragraph("normal", f"<w:r>{shown}</w:r>", keep=named)
        + caption(manuscript, "Figure", block.caption, keep=False)
        + table_of(manuscript, block.table)
    )


def _drawing(
    manuscript: Manuscript, alt: str, size: tuple[int, int], pieces: Sequence[Piece]
) -> str:
    number = manuscript.number()
    extent = f'cx="{size[0]}" cy="{size[1]}"'
    shapes = "".join(_shape(manuscript, piece) for piece in pieces)
    return (
        f'<mc:AlternateContent {_SPACES}><mc:Choice Requires="wpg"><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{number}" name="Figure {number}" descr={attribute(alt)}/>'
        "<wp:cNvGraphicFramePr/>"
        f'<a:graphic><a:graphicData uri="{_WORD}wordprocessingGroup"><wpg:wgp><wpg:cNvGrpSpPr/>'
        f'<wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/><a:chOff x="0" y="0"/>'
        f"<a:chExt {extent}/></a:xfrm></wpg:grpSpPr>{shapes}</wpg:wgp></a:graphicData></a:graphic>"
        f"</wp:inline></w:drawing></mc:Choice><mc:Fallback>{text_of(alt)}</mc:Fallback>"
        "</mc:AlternateContent>"
    )


def _shape(manuscript: Manuscript, piece: Piece) -> str:
    number = manuscript.number()
    text = _letters(manuscript, piece.text) if piece.text else "<wps:bodyPr/>"
    box = ' txBox="1"' if piece.text else ""
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="Shape {number}"/><wps:cNvSpPr{box}/>'
        f"<wps:spPr>{piece.properties}</wps:spPr>{text}</wps:wsp>"
    )


def _letters(manuscript: Manuscript, text: Text) -> str:
    align = {"middle": "center", "end": "right"}.get(text.anchor, "left")
    half_points = max(round(text.points * 2), 2)
    looks = (
        f'{"<w:b/>" if text.bold else ""}<w:color w:val="{text.colour}"/>'
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    )
    return (
        f'<wps:txbx><w:txbxContent><w:p><w:pPr><w:pStyle w:val="{manuscript.styles["normal"]}"/>'
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        f'<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="{align}"/></w:pPr>'
        f"{run(text.words, looks)}</w:p></w:txbxContent></wps:txbx>"
        '<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
    )
