"""The pages: paper, margins, the line at their foot, and the logo where no template has one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import asdict
from docx.section import Section
from lxml import etree  # type: ignore[import-untyped]

from workshopcore.contracts.report import Report
from workshopcore.contracts.reports import Style
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.html.look import palette
from workshopcore.renderers.styles.margins import BOUNDS, margins_of
from workshopcore.renderers.width import wrap
from workshopcore_office.colours import digits_of
from workshopcore_office.word.markup import NAMESPACES, field, paragraph, run
from workshopcore_office.word.styles import Styles

__all__ = ["add_feet", "laid_out", "room_of", "set_margins", "turn"]

_W = f"{{{NAMESPACES['w']}}}"
_TWIPS, _FOOT = 20, 80
_TODAY = "15"
_PAPERS = {"A4": (11906, 16838), "Letter": (12240, 15840)}
_TWIPS_TO_MILLIMETRE = 1440 / 25.4
_EDGE, _SHARE = 560, 0.45
"""How far from the edge of the paper its head and its foot are at most: a share of the margin."""
_WHITE = "FFFFFF"
_USUAL = {"w": 11906, "h": 16838, "left": 1440, "right": 1440, "top": 1440, "bottom": 1440}


def laid_out(document: Any, section: Any, style: Style) -> None:
    """Give pages the paper and margins of a style, in a document that Word takes for today's."""
    for setting in document.settings.element.iter(f"{_W}compatSetting"):
        if setting.get(f"{_W}name") == "compatibilityMode":
            setting.set(f"{_W}val", _TODAY)
    for each in section.findall(f"{_W}pgSz"):
        section.remove(each)
    wide, tall = _PAPERS.get(style.paper, _PAPERS["A4"])
    size = etree.Element(f"{_W}pgSz", {f"{_W}w": str(wide), f"{_W}h": str(tall)})
    section.insert(0, size)
    set_margins(section, style)
    _tinted(document, digits_of(palette(style)["paper"]))


def set_margins(section: Any, style: Style, share: float = 1) -> None:
    """Give pages the margins of a style, or a share of them that a printer allows."""
    for each in section.findall(f"{_W}pgMar"):
        section.remove(each)
    size = section.find(f"{_W}pgSz")
    size.addnext(etree.Element(f"{_W}pgMar", _margins(style, share)))


def _margins(style: Style, share: float) -> dict[str, str]:
    sides = {
        side: round(max(width * share, min(width, BOUNDS[side][0])) * _TWIPS_TO_MILLIMETRE)
        for side, width in asdict(margins_of(style)).items()
    }
    for name, side in (("header", "top"), ("footer", "bottom")):
        sides[name] = min(_EDGE, round(sides[side] * _SHARE))
    return {f"{_W}{name}": str(value) for name, value in {**sides, "gutter": 0}.items()}


def _tinted(document: Any, paper: str) -> None:
    """Show pages on a screen in the colour of a style's paper; white needs no saying."""
    if paper == _WHITE:
        return
    document.element.insert(0, etree.Element(f"{_W}background", {f"{_W}color": paper}))
    settings = document.settings.element
    zoom = settings.find(f"{_W}zoom")
    shown = etree.Element(f"{_W}displayBackgroundShape")
    settings.insert(0 if zoom is None else settings.index(zoom) + 1, shown)


def turn(section: Any) -> None:
    """Turn pages to landscape, unless they are already."""
    size = section.find(f"{_W}pgSz")
    if size is None:
        size = etree.Element(f"{_W}pgSz")
        section.insert(0, size)
    wide, tall = sorted((_value(section, "pgSz", "w"), _value(section, "pgSz", "h")), reverse=True)
    for name, value in (("w", str(wide)), ("h", str(tall)), ("orient", "landscape")):
        size.set(f"{_W}{name}", value)


def room_of(section: Any) -> tuple[float, float]:
    """Return how wide and how tall the text of a page is, in points."""
    wide = _value(section, "pgSz", "w")
    wide -= _value(section, "pgMar", "left") + _value(section, "pgMar", "right")
    tall = _value(section, "pgSz", "h")
    tall -= abs(_value(section, "pgMar", "top")) + abs(_value(section, "pgMar", "bottom"))
    return max(wide, 2000) / _TWIPS, max(tall, 2000) / _TWIPS


def add_feet(
    document: Any,
    sections: Sequence[Any],
    styles: Styles,
    report: Report,
    style: Style,
    *,
    fresh: bool,
) -> None:
    """Put the style's line, or the title, and the page's number at the foot of every page.

    Pages of a template that have a foot keep it.

    Args:
        document: the document.
        sections: the properties of its pages, section by section.
        styles: its styles.
        report: what it says.
        style: the style.
        fresh: whether there is no template.
    """
    line = (
        run(wrap(one_line(style.foot.strip() or report.title), _FOOT)[0])
        + "<w:r><w:tab/></w:r>"
        + field("PAGE", "1")
        + run(" / ")
        + field("NUMPAGES", "1")
    )
    for section in sections:
        if fresh or not _has_foot(section):
            _add_foot(document, section, paragraph(styles["footer"], line))


def _add_foot(document: Any, section: Any, line: str) -> None:
    footer = Section(section, document.part).footer
    footer.is_linked_to_previous = False
    element = footer._element
    for child in list(element):
        element.remove(child)
    space = f'xmlns:w="{NAMESPACES["w"]}"'
    made = etree.fromstring(f"<w:x {space}>{line}</w:x>")[0]
    tabs = etree.Element(f"{_W}tabs")
    edge = {f"{_W}val": "right", f"{_W}pos": str(round(room_of(section)[0] * _TWIPS))}
    etree.SubElement(tabs, f"{_W}tab", edge)
    made.find(f"{_W}pPr/{_W}pStyle").addnext(tabs)
    element.append(made)


def _has_foot(section: Any) -> bool:
    """Return whether pages have a foot already."""
    return section.find(f"{_W}footerReference") is not None


def _value(section: Any, tag: str, name: str) -> int:
    element = section.find(f"{_W}{tag}")
    value = None if element is None else element.get(f"{_W}{name}")
    return int(float(value)) if value else _USUAL[name]
