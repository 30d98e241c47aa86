"""Reports as PDF: tagged, with bookmarks and alternative texts, ready for the printer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from attrs import field, frozen

from workshopcore.contracts.report import Report
from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.renderers.abreast import abreast
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.tree import as_of_line
from workshopcore.renderers.turning import with_turns
from workshopcore_pdf.blocks import Drawer, block_data
from workshopcore_pdf.fitting import Extent, Fit, fit_of
from workshopcore_pdf.look import author_of, logo_of, look, tongue
from workshopcore_pdf.row_heads import with_row_heads
from workshopcore_pdf.sides import narrowed, paper_of, sides_of
from workshopcore_pdf.stretches import stretches
from workshopcore_pdf.typesetting import measured, typeset
from workshopcore_pdf.words import plain, shortened

__all__ = ["PdfRenderer"]

_LONGEST_AT_FOOT = 90


@frozen
class PdfRenderer:
    """Writes a report as a PDF that a screen reader can use (PDF/UA-1), made by typst.

    The same report, style and fonts give the same bytes: of the moment it was made there is
    nothing in it, and as the day of the document stands the one the report describes.

    Attributes:
        font_folders: where the fonts are that a house's style names. Those of the machine are
            not looked at, so that a document is the same on every machine.
    """

    font_folders: tuple[Path, ...] = field(default=(), converter=tuple[Path, ...])
    key: str = field(default="pdf:document", init=False)
    title: str = field(default="PDF", init=False)
    suffix: str = field(default=".pdf", init=False)
    media_type: str = field(default="application/pdf", init=False)

    def render(self, report: Report, style: Style) -> bytes:
        """Return the document.

        Raises:
            RenderError: the report holds something that is not a block, or the style a value
                that is not one.
        """
        from typst import TypstError

        def extent(fit: Fit) -> Extent:
            return measured(self._contents(report, style, fit)[1], self.font_folders)

        try:
            points = look(style, self.font_folders)["size"]
            document, contents = self._contents(report, style, fit_of(report, points, extent))
            return with_row_heads(typeset(contents, self.font_folders), document["blocks"])
        except TypstError as fault:
            its_logo = "export its logo again, as PNG or as SVG with its words as outlines"
            cure = (
                its_logo if style.logo else "this is a fault of workshopcore-pdf, tell its authors"
            )
            raise RenderError(
                f"report '{report.key}' as pdf, style '{style.key}': {fault.message}: {cure}"
            ) from fault

    def _contents(
        self, report: Report, style: Style, fit: Fit
    ) -> tuple[dict[str, Any], dict[str, bytes]]:
        """Return what the template is told, and the files in which it finds that."""
        style = narrowed(style, fit)
        appearance = look(style, self.font_folders)
        appearance["size"] *= fit.size
        sides = sides_of(style, report.key, fit, appearance["size"])
        drawer = Drawer(appearance["colours"], appearance["fonts"]["body"], sides)
        arranged = abreast(report.blocks) if fit.abreast else report.blocks
        blocks = block_data(with_turns(arranged, paper_of(sides)), drawer)
        landscape, parts = stretches(blocks)
        document = {
            **_told(report),
            "author": author_of(style, self.key),
            "look": appearance,
            "air": fit.air,
            "landscape": landscape,
            "logo": logo_of(style),
            "blocks": parts,
        }
        return document, {
            "document.json": json.dumps(document, ensure_ascii=False).encode(),
            **{f"figure-{number}.svg": data for number, data in enumerate(drawer.pictures)},
        }


def _told(report: Report) -> dict[str, Any]:
    """Return what a document says of itself."""
    day = report.as_of
    title = plain(report.title).strip() or report.key
    return {
        "report": report.key,
        "name": one_line(report.title) or report.key,
        "title": title,
        "short_title": shortened(title, _LONGEST_AT_FOOT),
        "subtitle": plain(report.subtitle).strip(),
        "as_of": as_of_line(report),
        "day": [day.year, day.month, day.day] if day else None,
        **tongue(report.language),
    }
