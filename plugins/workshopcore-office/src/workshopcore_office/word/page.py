"""The pages: paper, margins, the line at their foot, and the logo where no template has one."""

from __future__ import annotations

from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from workshopcore.contracts.report import Report
from workshopcore.contracts.reports import Style
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.width import wrap
from workshopcore_office.word.markup import NAMESPACES, field, paragraph, run
from workshopcore_office.word.styles import Styles

__all__ = ["add_footer", "has_footer", "laid_out", "room_of", "turn"]

_W = f"{{{NAMESPACES['w']}}}"
_TWIPS, _FOOT = 20, 80
_TODAY = "15"
_PAPERS = {"A4": (11906, 16838), "Letter": (12240, 15840)}
_MARGINS = {"top": 1080, "right": 1020, "bottom": 1080, "left": 1020, "header": 560, "footer": 560}
_USUAL = {"w": 11906, "h": 16838, "left": 1440, "right": 1440, "top": 1440, "bottom": 1440}


def laid_out(document: Any, section: Any, style: Style) -> None:
    """Give pages the paper of a style, in a document that Word takes for one of today's."""
    for setting in document.settings.element.iter(f"{_W}compatSetting"):
        if setting.get(f"{_W}name") == "compatibilityMode":
            setting.set(f"{_W}val", _TODAY)
    for tag in ("pgSz", "pgMar"):
        for each in section.findall(f"{_W}{tag}"):
            section.remove(each)
    wide, tall = _PAPERS.get(style.paper, _PAPERS["A4"])
    size = etree.Element(f"{_W}pgSz", {f"{_W}w": str(wide), f"{_W}h": str(tall)})
    margins = {f"{_W}{side}": str(value) for side, value in _MARGINS.items()}
    section.insert(0, size)
    size.addnext(etree.Element(f"{_W}pgMar", {**margins, f"{_W}gutter": "0"}))


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


def add_footer(document: Any, styles: Styles, report: Report, style: Style) -> None:
    """Put the style's line, or the title, and the page's number at the foot of every page."""
    footer = document.sections[-1].footer
    footer.is_linked_to_previous = False
    element = footer._element
    for child in list(element):
        element.remove(child)
    line = (
        run(wrap(one_line(style.footer.strip() or report.title), _FOOT)[0])
        + "<w:r><w:tab/></w:r>"
        + field("PAGE", "1")
        + run(" / ")
        + field("NUMPAGES", "1")
    )
    space = f'xmlns:w="{NAMESPACES["w"]}"'
    element.append(etree.fromstring(f"<w:x {space}>{paragraph(styles['footer'], line)}</w:x>")[0])


def has_footer(section: Any) -> bool:
    """Return whether pages have a foot already."""
    return section.find(f"{_W}footerReference") is not None


def _value(section: Any, tag: str, name: str) -> int:
    element = section.find(f"{_W}{tag}")
    value = None if element is None else element.get(f"{_W}{name}")
    return int(float(value)) if value else _USUAL[name]
