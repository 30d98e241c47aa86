"""A report put into a template: the whole of a Word document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree  # type: ignore[import-untyped]

from workshopcore.contracts.report import Report
from workshopcore.contracts.reports import Style
from workshopcore.renderers.html.look import language, palette
from workshopcore.renderers.styles import DEFAULT_STYLE
from workshopcore.renderers.tree import as_of_line, widest_table
from workshopcore_office.colours import digits_of
from workshopcore_office.describing import describe, speak
from workshopcore_office.drawings import looks_of
from workshopcore_office.house import House
from workshopcore_office.word.blocks import written
from workshopcore_office.word.contents import contents_of, has_contents
from workshopcore_office.word.lists import Lists
from workshopcore_office.word.logo import logo_of
from workshopcore_office.word.manuscript import Manuscript
from workshopcore_office.word.markup import NAMESPACES, run
from workshopcore_office.word.numbering import numbering_of
from workshopcore_office.word.page import add_footer, has_footer, laid_out, room_of, turn
from workshopcore_office.word.styles import Styles
from workshopcore_office.word.template import Place, cover_apart, filled, opened, place_in

__all__ = ["document_of"]

_TOO_WIDE_FOR_PORTRAIT = 7
_FAMILY = re.compile(r"\s*['\"]?([\w -]+)")


def document_of(report: Report, style: Style, house: House) -> Any:
    """Return a report as a document of python-docx.

    Raises:
        RenderError: the template or the style has something that is not as it should be.
    """
    document = opened(house.template)
    fresh = not house.template
    place = place_in(document)
    filled(document, _values(report))  # before anybody's words are in it
    if fresh:
        laid_out(document, place.section, style)
    apart = _turned(report, place)
    manuscript = _manuscript(document, place, style, house)
    if place.cover and not apart:
        manuscript.break_page()
    logo = logo_of(document, manuscript, style) if fresh else ""
    _put(place, logo + _written(manuscript, report, titled=place.titled))
    if fresh or not has_footer(place.section):
        add_footer(document, manuscript.styles, report, style)
    tag = language(style.language or report.language)
    describe(document.core_properties, report, tag, keep_author=not fresh)
    speak(document.styles.element, tag, NAMESPACES["w"])
    return document


def _turned(report: Report, place: Place) -> bool:
    """Turn the pages for a wide table, but not the cover; return whether they were."""
    if widest_table(report) < _TOO_WIDE_FOR_PORTRAIT:
        return False
    if place.cover:
        cover_apart(place)
    turn(place.section)
    return True


def _manuscript(document: Any, place: Place, style: Style, house: House) -> Manuscript:
    room = room_of(place.section)
    colours = {use: digits_of(value) for use, value in palette(style).items()}
    values = {**colours, **_fonts(style), "measure": str(round(room[0] * 20))}
    fresh = not house.template
    styles = Styles.of(document.styles.element, values, house.names, fresh=fresh)
    lists = Lists(numbering_of(document), styles)
    return Manuscript(document.part, styles, lists, looks_of(style), colours, room)


def _put(place: Place, content: str) -> None:
    spaces = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMESPACES.items())
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False)
    for child in etree.fromstring(f"<w:body {spaces}>{content}</w:body>".encode(), parser):
        place.before.addprevious(child)


def _written(manuscript: Manuscript, report: Report, *, titled: bool) -> str:
    top = ""
    lines = () if titled else ("title", "subtitle", "day")
    for role, text in zip(lines, _values(report).values(), strict=False):
        if text.strip():
            top += manuscript.paragraph(role, run(text))
    if not has_contents(report):
        return top + written(manuscript, report.blocks)
    top += manuscript.paragraph("contents", run("Contents"), keep=True)
    body = written(manuscript, report.blocks)
    return top + contents_of(manuscript) + body


def _values(report: Report) -> Mapping[str, str]:
    return {"title": report.title, "subtitle": report.subtitle, "date": as_of_line(report)}


def _fonts(style: Style) -> dict[str, str]:
    """Return the first family that a style names for each use: Word has no second choice."""
    named = {**DEFAULT_STYLE.fonts, **style.fonts}
    families = {use: _FAMILY.match(str(named[use])) for use in ("body", "heading")}
    return {use: escape(match[1].strip()) if match else "Arial" for use, match in families.items()}
