"""The logo of a style, or else the name of its house, on the cover of slides without a template."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE

from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.renderers.characters import flat
from workshopcore.renderers.styles.margins import margins_of
from workshopcore_office.house import logo_in_words, logo_of
from workshopcore_office.slides.text import put

__all__ = ["put_logo"]

_MILLIMETRE = 36_000
_WIDEST, _TALLEST, _AROUND = 64 * _MILLIMETRE, 20 * _MILLIMETRE, 3 * _MILLIMETRE


def put_logo(slide: Any, style: Style, width: int) -> None:
    """Put the logo at the top right of a cover; a kind that PowerPoint does not show, in words.

    Args:
        slide: the cover.
        style: the house's.
        width: of the slide, in English Metric Units.

    Raises:
        RenderError: it is no picture.
    """
    margins = margins_of(style)
    right, top = width - round(margins.right * _MILLIMETRE), round(margins.top * _MILLIMETRE)
    if data := logo_of(style):
        _picture(slide, style, data, right, top)
    elif words := logo_in_words(style):
        _words(slide, words, right, top, band=style.headings == "band")


def _picture(slide: Any, style: Style, data: bytes, right: int, top: int) -> None:
    try:
        picture = slide.shapes.add_picture(BytesIO(data), 0, top)
        scale = min(_WIDEST / picture.width, _TALLEST / picture.height)
    except Exception as fault:
        raise RenderError(
            f"style '{style.key}': the logo is no picture that can be read: save it as a PNG"
        ) from fault
    picture.width, picture.height = round(picture.width * scale), round(picture.height * scale)
    picture.left = right - picture.width
    picture._element.nvPicPr.cNvPr.set("descr", flat(style.logo_alt or style.house))
    if style.headings == "band":  # on a plate of paper, whatever its colours are
        picture.left -= _AROUND
        _plate(slide, picture)


def _plate(slide: Any, picture: Any) -> None:
    plate = slide.shapes.add_shape(
        MSO_SHAPE.RECTANGLE,
        picture.left - _AROUND,
        picture.top - _AROUND,
        picture.width + 2 * _AROUND,
        picture.height + 2 * _AROUND,
    )
    plate.fill.solid()
    plate.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    plate.line.fill.background()
    plate.shadow.inherit = False
    picture._element.addprevious(plate._element)


def _words(slide: Any, words: str, right: int, top: int, *, band: bool) -> None:
    box = slide.shapes.add_textbox(right - 2 * _WIDEST, top, 2 * _WIDEST, _TALLEST // 2)
    colour = "bg1" if band else "tx2"
    looks = (
        f'<a:rPr sz="1600" b="1"><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        '<a:latin typeface="+mj-lt"/></a:rPr>'
    )
    put(
        box.text_frame,
        [f'<a:p><a:pPr algn="r"/><a:r>{looks}<a:t>{escape(flat(words))}</a:t></a:r></a:p>'],
    )
