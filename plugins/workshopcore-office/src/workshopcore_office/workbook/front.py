"""The first sheet: what the report is, for which day, and where everything is."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from attrs import frozen

from workshopcore.contracts.report import Report
from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.language import gettext
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.tree import as_of_line
from workshopcore_office.house import logo_in_words, logo_of
from workshopcore_office.workbook.heights import height_of, lines_of
from workshopcore_office.workbook.sheet import Cell, Sheet
from workshopcore_office.workbook.text import words_of

__all__ = ["Link", "write_contents", "write_top"]

_WIDEST, _TALLEST = 260.0, 64.0
_POINTS = 0.75
_ENTRIES = 2
"""How deep the contents go."""


@frozen
class Link:
    """An entry of the contents: a title, how deep it stands, and the sheet and row it is on."""

    title: str
    level: int
    sheet: str
    row: int


def write_top(sheet: Sheet, report: Report, style: Style) -> None:
    """Write the logo, or else the name of the house, the title and the lines under it.

    Raises:
        RenderError: the logo is no picture.
    """
    _logo(sheet, style)
    sheet.prose("title band" if style.headings == "band" else "title", report.title)
    sheet.prose("subtitle", report.subtitle)
    sheet.prose("day", as_of_line(report))
    sheet.gap()


def _logo(sheet: Sheet, style: Style) -> None:
    data = logo_of(style)
    if not data:
        sheet.prose("subtitle", logo_in_words(style))
        return
    wide, tall = _size(data, style)
    scale = min(_WIDEST / wide, _TALLEST / tall)
    row = sheet.line(tall * scale * _POINTS + 6)
    said = one_line(style.logo_alt or style.house)
    more = {"image_data": BytesIO(data), "x_scale": scale, "y_scale": scale, "description": said}
    sheet.page.insert_image(row, 0, "logo", {**more, "object_position": 2})


def _size(data: bytes, style: Style) -> tuple[float, float]:
    """Return how large a picture is, in pixels of the screen."""
    from xlsxwriter.exceptions import XlsxWriterException  # type: ignore[import-untyped]
    from xlsxwriter.image import Image  # type: ignore[import-untyped]

    try:
        image = Image(BytesIO(data))
        wide, tall = float(image._width), float(image._height)
        dpi_x, dpi_y = float(image._x_dpi), float(image._y_dpi)
    except (XlsxWriterException, ValueError, IndexError, KeyError, OverflowError) as fault:
        raise RenderError(
            f"style '{style.key}': the logo is no picture that can be read: save it as a PNG"
        ) from fault
    if min(wide, tall) <= 0:
        raise RenderError(f"style '{style.key}': the logo has no size: save it anew as a PNG")
    return wide * 96 / dpi_x, tall * 96 / dpi_y


def write_contents(sheet: Sheet, links: Sequence[Link]) -> None:
    """Write where everything is, each entry a link to its place."""
    sheet.gap()
    sheet.prose("heading 1", gettext("Contents"))
    first, last = sheet.grid.prose
    for link in links:
        if link.level > _ENTRIES:
            continue
        words = words_of(link.title)
        span = (min(first + link.level - 1, last), last)
        row = sheet.line(height_of(lines_of(words.text, sheet.grid.width(span))))
        bold = link.level == 1
        sheet.put(row, Cell(span, words, "link", more={"bold": bold}))
        place = f"internal:'{link.sheet}'!A{link.row + 1}"
        sheet.page.write_url(row, span[0], place, sheet.looks.of("link", bold=bold), words.text)
