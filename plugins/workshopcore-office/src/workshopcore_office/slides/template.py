"""A house's template for slides, without the slides that show how it looks; or one of our own."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from xml.sax.saxutils import quoteattr

from lxml import etree  # type: ignore[import-untyped]
from pptx.enum.dml import MSO_THEME_COLOR

from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.renderers.html.look import palette
from workshopcore.renderers.styles import DEFAULT_STYLE
from workshopcore.renderers.styles.margins import Margins, margins_of
from workshopcore_office.colours import digits_of
from workshopcore_office.house import opened_as_document

__all__ = ["opened"]

_KIND = "presentationml.presentation"
_WIDE, _USUAL = 12_192_000, 9_144_000
_FOOT, _NUMBER = 8_000_000, 2_000_000
_MILLIMETRE = 36_000
_TITLE, _BELOW = 27.0, 27.45
"""How tall the title of a slide is, which has two lines, and how far below its top the text begins,
in millimetres."""
_RULE, _ABOVE = 0.9, 3.0
_FAMILY = re.compile(r"\s*['\"]?([\w -]+)")
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_PAPER = (
    f'<a:lvl1pPr {_A} marL="0" indent="0" algn="l"><a:buNone/><a:defRPr><a:solidFill>'
    '<a:schemeClr val="bg1"/></a:solidFill></a:defRPr></a:lvl1pPr>'
)
_RECTANGLE = (
    f'<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" {_A}>'
    '<p:nvSpPr><p:cNvPr id="99" name="Rule"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
    '<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{tall}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
    "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
)
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
    """Make the bare template of python-pptx a wide one in a style's colours, fonts and margins."""
    presentation.slide_width = _WIDE
    master = presentation.slide_masters[0]
    for place in (master, *master.slide_layouts):
        for shape in place.shapes:
            if shape.element.xpath(".//a:xfrm"):
                shape.left = shape.left * _WIDE // _USUAL
                shape.width = shape.width * _WIDE // _USUAL
        for pale in place.element.xpath(".//a:schemeClr[a:tint]"):
            pale.set("val", "accent5")
            pale.remove(pale[0])
    _theme(master, style)
    _place(presentation, master, margins_of(style))
    _align(master, style)
    if style.headings == "band":
        _band(master, margins_of(style))
    return presentation


def _place(presentation: Any, master: Any, margins: Margins) -> None:
    """Put title, text and foot of slides within margins; the foot stands in the lowest of them."""
    left, right = (round(side * _MILLIMETRE) for side in (margins.left, margins.right))
    top, bottom = (round(side * _MILLIMETRE) for side in (margins.top, margins.bottom))
    wide, tall = _WIDE - left - right, presentation.slide_height
    below = top + round(_BELOW * _MILLIMETRE)
    cover = master.slide_layouts[0]
    for shape in (*master.placeholders, *list(cover.placeholders)[:2]):
        match shape.element.ph.get("type"):
            case "title":
                shape.left, shape.width, shape.top = left, wide, top
                shape.height = round(_TITLE * _MILLIMETRE)
            case "body":
                shape.left, shape.width, shape.top = left, wide, below
                shape.height = tall - bottom - below
            case "ftr":
                shape.left, shape.width = left, _FOOT
            case "sldNum":
                shape.left, shape.width = _WIDE - right - _NUMBER, _NUMBER
            case "ctrTitle" | "subTitle":
                shape.left, shape.width = left, wide


def _align(master: Any, style: Style) -> None:
    """Begin every line at the left, titles in the colour that the style has for headings."""
    band = style.headings == "band"
    for level in master.element.xpath(".//p:titleStyle/a:lvl1pPr"):
        for letters in level.findall("{*}defRPr"):
            letters.set("b", "0" if band else "1")
            for fill in letters.findall("{*}solidFill/{*}schemeClr"):
                fill.set("val", "tx1" if band else "tx2")
    for frame in master.element.xpath(".//p:sp[.//p:ph[@type='title']]//a:bodyPr"):
        frame.set("anchor", "t")
    for level in (
        *master.element.xpath(".//p:titleStyle/a:lvl1pPr"),
        *master.element.xpath(".//p:sp[.//p:ph[@type='ftr']]//a:lvl1pPr"),
        *master.slide_layouts[0].element.xpath(".//a:lvl1pPr"),
    ):
        level.set("algn", "l")
    for frame in master.slide_layouts[0].element.xpath(
        ".//p:sp[.//p:ph[@type='ctrTitle']]//a:bodyPr"
    ):
        frame.set("anchor", "b")


def _band(master: Any, margins: Margins) -> None:
    """Make the cover a band of the accent, and put a rule above the titles of slides."""
    cover = master.slide_layouts[0]
    cover.element.set("showMasterSp", "0")
    cover.background.fill.solid()
    cover.background.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
    for shape in list(cover.placeholders)[:2]:
        _on_band(shape.element)
    left, top = margins.left * _MILLIMETRE, (margins.top - _ABOVE) * _MILLIMETRE
    wide = _WIDE - margins.across * _MILLIMETRE
    master.shapes._spTree.append(
        etree.fromstring(
            _RECTANGLE.format(
                left=round(left), top=round(top), wide=round(wide), tall=round(_RULE * _MILLIMETRE)
            )
        )
    )


def _on_band(shape: Any) -> None:
    """Give a placeholder letters in the colour of paper."""
    (style,) = shape.xpath(".//a:lstStyle")
    for child in list(style):
        style.remove(child)
    style.append(etree.fromstring(_PAPER))


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
