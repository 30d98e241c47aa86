"""The logo of a style, at the top of documents that have no template to show it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore_office.house import logo_in_words, logo_of
from workshopcore_office.word.manuscript import Manuscript
from workshopcore_office.word.markup import attribute, run

__all__ = ["logo_paragraph"]

_WIDEST, _TALLEST = 2_000_000, 650_000
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def logo_paragraph(document: Any, manuscript: Manuscript, style: Style) -> str:
    """Return the logo as a paragraph of its own; a kind that Word does not show, in words.

    Without a logo, the name of the house stands there.

    Raises:
        RenderError: it is no picture.
    """
    data = logo_of(style)
    if not data:
        words = logo_in_words(style)
        return manuscript.paragraph("subtitle", run(words), align="right") if words else ""
    try:
        number, image = document.part.get_or_add_image(BytesIO(data))
        wide, tall = int(image.width), int(image.height)
    except Exception as fault:
        raise RenderError(
            f"style '{style.key}': the logo is no picture that can be read: save it as a PNG"
        ) from fault
    scale = min(_WIDEST / wide, _TALLEST / tall)
    extent = f'cx="{round(wide * scale)}" cy="{round(tall * scale)}"'
    shown = _picture(number, extent, style.logo_alt or style.house, manuscript.number())
    return manuscript.paragraph("normal", shown, align="right")


def _picture(relation: str, extent: str, alt: str, number: int) -> str:
    named = f'id="{number}" name="Logo" descr={attribute(alt)}'
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {extent}/><wp:docPr {named}/><wp:cNvGraphicFramePr/>"
        f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )
