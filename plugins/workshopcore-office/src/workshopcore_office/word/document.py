"""A report put into a template: the whole of a Word document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Any
from xml.sax.saxutils import escape

from attrs import evolve
from lxml import etree  # type: ignore[import-untyped]

from workshopcore.contracts.report import Block, Report
from workshopcore.contracts.reports import Style
from workshopcore.language import gettext
from workshopcore.renderers.abreast import abreast
from workshopcore.renderers.html.look import language, palette
from workshopcore.renderers.paper import Paper
from workshopcore.renderers.styles import DEFAULT_STYLE
from workshopcore.renderers.tree import as_of_line
from workshopcore.renderers.turning import Turn, with_turns
from workshopcore_office.colours import digits_of
from workshopcore_office.describing import describe, speak
from workshopcore_office.drawings import looks_of
from workshopcore_office.house import House
from workshopcore_office.word.blocks import posters, written
from workshopcore_office.word.contents import contents_of, has_contents
from workshopcore_office.word.fitting import LOOSE, Fit, fit_of, fitted
from workshopcore_office.word.lists import Lists
from workshopcore_office.word.logo import logo_paragraph
from workshopcore_office.word.manuscript import Manuscript
from workshopcore_office.word.markup import NAMESPACES, run
from workshopcore_office.word.numbering import numbering_of
from workshopcore_office.word.page import add_feet, laid_out, room_of, set_margins
from workshopcore_office.word.stretches import lies_on_its_side, put, room_when_turned
from workshopcore_office.word.styles import Styles
from workshopcore_office.word.template import Place, cover_apart, filled, opened, place_in

__all__ = ["document_of"]

_LETTER, _LINE = 5.6, 14.0
"""What a letter of a table takes, and a line of text, in points."""
_POSTERS = ("group-lists", "session-materials")
"""Reports whose pages after the first are hung on a wall, or stand on tables."""
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
    fit = LOOSE
    if fresh:
        laid_out(document, place.section, style)
        fit = fit_of(report, partial(_room, place.section, style))
        set_margins(place.section, style, fit.margins)
    arranged = abreast(report.blocks) if fit.abreast else report.blocks
    report = evolve(report, blocks=_turning(arranged, place))
    landscape = bool(report.blocks) and report.blocks[0] == Turn(landscape=True)
    manuscript = _manuscript(document, place, style, house, fit)
    if landscape:
        report = evolve(report, blocks=report.blocks[1:])
        manuscript.turn(landscape)
    if place.cover and landscape:
        cover_apart(place)
    elif place.cover:
        manuscript.break_page()
    logo = logo_paragraph(document, manuscript, style) if fresh else ""
    band = fresh and style.headings == "band"
    content = _parsed(logo + _written(manuscript, report, titled=place.titled, band=band))
    sections = put(place, content, landscape=landscape, gap=manuscript.styles["gap"])
    add_feet(document, sections, manuscript.styles, report, style, fresh=fresh)
    tag = language(report.language)
    describe(document.core_properties, report, tag, author=style.house, keep_author=not fresh)
    speak(document.styles.element, tag, NAMESPACES["w"])
    return document


def _room(section: Any, style: Style, fit: Fit) -> tuple[float, float]:
    """Return how wide and how tall the text of a page is with the margins of a fit."""
    set_margins(section, style, fit.margins)
    return room_of(section)


def _turning(blocks: tuple[Block, ...], place: Place) -> tuple[Block, ...]:
    """Return what a report says, with turns around the tables that need wider pages."""
    if lies_on_its_side(place.section):
        return blocks
    upright, turned = room_of(place.section), room_when_turned(place.section)
    paper = Paper(upright[0] / _LETTER, turned[0] / _LETTER, upright[1] / _LINE, turned[1] / _LINE)
    return with_turns(blocks, paper)


def _manuscript(document: Any, place: Place, style: Style, house: House, fit: Fit) -> Manuscript:
    room = room_of(place.section)
    colours = {use: digits_of(value) for use, value in palette(style).items()}
    values = {**colours, **_fonts(style), "measure": str(round(room[0] * 20))}
    styles = Styles.of(
        document.styles.element,
        values,
        house.names,
        fresh=not house.template,
        variants=_variants(style),
        fit=partial(fitted, fit=fit),
    )
    lists = Lists(numbering_of(document), styles)
    turned = room_when_turned(place.section)
    looks = looks_of(style)
    return Manuscript(document.part, styles, lists, looks, colours, room, turned, fit.size)


def _variants(style: Style) -> tuple[str, ...]:
    chosen = {"band": style.headings == "band", "bands": style.tables == "bands"}
    return tuple(name for name, wanted in chosen.items() if wanted)


def _parsed(content: str) -> list[Any]:
    spaces = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMESPACES.items())
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False)
    return list(etree.fromstring(f"<w:body {spaces}>{content}</w:body>".encode(), parser))


def _written(manuscript: Manuscript, report: Report, *, titled: bool, band: bool) -> str:
    top = ""
    lines = () if titled else ("title", "subtitle", "day")
    for role, text in zip(lines, _values(report).values(), strict=False):
        if text.strip():
            top += manuscript.paragraph(role, run(text))
    if band:
        top += manuscript.gap() * 2
    if report.key in _POSTERS:
        return top + posters(manuscript, report.blocks)
    if not has_contents(report):
        return top + written(manuscript, report.blocks)
    top += manuscript.paragraph("contents", run(gettext("Contents")), keep=True)
    body = written(manuscript, report.blocks)
    return top + contents_of(manuscript) + body


def _values(report: Report) -> Mapping[str, str]:
    return {"title": report.title, "subtitle": report.subtitle, "date": as_of_line(report)}


def _fonts(style: Style) -> dict[str, str]:
    """Return the first family that a style names for each use: Word has no second choice."""
    named = {**DEFAULT_STYLE.fonts, **style.fonts}
    families = {use: _FAMILY.match(str(named[use])) for use in ("body", "heading")}
    return {use: escape(match[1].strip()) if match else "Arial" for use, match in families.items()}
