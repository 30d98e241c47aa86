"""A house's template for slides, without the slides that show how it looks; or one of our own."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from xml.sax.saxutils import quoteattr

from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.renderers.html.look import palette
from workshopcore.renderers.styles import DEFAULT_STYLE
from workshopcore_office.colours import digits_of
from workshopcore_office.house import opened_as_document

__all__ = ["opened"]

_KIND = "presentationml.presentation"
_WIDE, _USUAL = 12_192_000, 9_144_000
_FOOT = (609_600, 8_000_000)
_FAMILY = re.compile(r"\s*['\"]?([\w -]+)")
_COLOURS = {
    "dk1": "text",
    "lt1": "paper",
    "dk2": "accent-text",
    "lt2": "soft",
    "accent1": "accent-text",
    "accent2": "success",
    "accent3": "warning",
    "accent4": "alarm",
    "accent5": "muted",
    "accent6": "edge",
    "hlink": "accent-text",
    "folHlink": "muted",
}


def opened(template: bytes, style: Style) -> Any:
    """Return a template as a presentation of python-pptx; ``b""`` gives one that looks as a style.

    Raises:
        RenderError: it is no PowerPoint file.
    """
    from pptx import Presentation

    if not template:
        return _own(Presentation(), style)
    data = opened_as_document(template, _KIND, ".pptx")
    try:
        presentation = Presentation(BytesIO(data))
        _without_slides(presentation)
    except Exception as fault:
        raise RenderError(
            f"the house's PowerPoint template cannot be read ({type(fault).__name__}: {fault}):"
            " open it in PowerPoint and save it anew"
        ) from fault
    return presentation


def _without_slides(presentation: Any) -> None:
    listed = presentation.slides._sldIdLst
    for each in list(listed):
        presentation.part.drop_rel(each.rId)
        listed.remove(each)
    for extension in presentation.part._element.findall(".//{*}extLst"):
        extension.getparent().remove(extension)  # sections would name slides that are gone


def _own(presentation: Any, style: Style) -> Any:
    """Make the bare template of python-pptx a wide one in a style's colours and fonts."""
    presentation.slide_width = _WIDE
    master = presentation.slide_masters[0]
    for place in (master, *master.slide_layouts):
        for shape in place.shapes:
            if shape.element.xpath(".//a:xfrm"):
                shape.left = shape.left * _WIDE // _USUAL
                shape.width = shape.width * _WIDE // _USUAL
                if shape.element.xpath(".//p:ph[@type='ftr']"):
                    shape.left, shape.width = _FOOT
    _theme(master, style)
    for level in master.element.xpath(".//p:titleStyle/a:lvl1pPr"):
        level.set("algn", "l")
        for letters in level.findall("{*}defRPr"):
            letters.set("b", "1")
            for fill in letters.findall("{*}solidFill/{*}schemeClr"):
                fill.set("val", "tx2")
    cover = master.slide_layouts[0]
    for level in cover.element.xpath(".//a:lvl1pPr"):
        level.set("algn", "l")
    title, under = list(cover.placeholders)[:2]
    under.left, under.width = title.left, title.width
    for level in master.element.xpath(".//p:sp[.//p:ph[@type='ftr']]//a:lvl1pPr"):
        level.set("algn", "l")
    return presentation


def _theme(master: Any, style: Style) -> None:
    part = next(
        each.target_part for each in master.part.rels.values() if each.reltype.endswith("/theme")
    )
    text = part.blob.decode("utf-8")
    colours = palette(style)
    for name, use in _COLOURS.items():
        value = f'<a:{name}><a:srgbClr val="{digits_of(colours[use])}"/></a:{name}>'
        text = re.sub(rf"<a:{name}>.*?</a:{name}>", value, text, flags=re.DOTALL)
    fonts = {**DEFAULT_STYLE.fonts, **style.fonts}
    for tag, use in (("majorFont", "heading"), ("minorFont", "body")):
        match = _FAMILY.match(str(fonts[use]))
        family = quoteattr(match[1].strip() if match else "Arial")
        face = rf"\g<1><a:latin typeface={family}"
        text = re.sub(rf'(<a:{tag}>\s*)<a:latin typeface="[^"]*"', face, text)
    part._blob = text.encode("utf-8")
