"""Text on slides: paragraphs of DrawingML, with whatever people wrote escaped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree  # type: ignore[import-untyped]

from workshopcore.contracts.report import Inline, Run
from workshopcore.renderers.characters import flat
from workshopcore.renderers.links import web_address
from workshopcore_office.slides.deck import Line

__all__ = ["PARSER", "paragraph", "put", "runs", "say"]

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINK = f"{_R}/hyperlink"
_MARKS = {"strong": ' b="1"', "emphasis": ' i="1"'}
_CODE = '<a:latin typeface="Consolas"/><a:cs typeface="Consolas"/>'
_POINT = 12_700
_BULLET = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
_SMALL = 12
PARSER = etree.XMLParser(huge_tree=True, resolve_entities=False)
"""Reads the XML that we write, whatever people wrote into it and however much."""


def put(frame: Any, paragraphs: Sequence[str]) -> None:
    """Put paragraphs into a text frame, in place of what is there."""
    body = frame._txBody
    for each in body.findall(f"{{{_A}}}p"):
        body.remove(each)
    whole = f'<a:x xmlns:a="{_A}" xmlns:r="{_R}">{"".join(paragraphs) or "<a:p/>"}</a:x>'
    for each in etree.fromstring(whole, PARSER):
        body.append(each)


def say(frame: Any, text: str, size: float = 0) -> None:
    """Put one plain paragraph into a text frame."""
    face = '<a:latin typeface="+mn-lt"/>' if size and size < _SMALL else ""
    put(frame, [f"<a:p>{_run(flat(text), _sized(size), face)}</a:p>"])


def paragraph(part: Any, line: Line, size: float, *, signs: bool = False) -> str:
    """Return a line of a slide as a paragraph.

    Args:
        part: the slide's part, which knows its links.
        line: the line.
        size: of the letters, in points.
        signs: whether signs of lists have to be said: where no placeholder has any.
    """
    step, size = round(line.indent * _POINT), size * line.scale
    indent = step * (line.level + 1)
    match line.sign:
        case "bullet":
            sign = _BULLET if signs else ""
            looks = f'marL="{indent}" indent="{-step}"', sign
        case "number":
            looks = (
                f'marL="{indent}" indent="{-step}"',
                f'<a:buAutoNum type="arabicPeriod" startAt="{line.number}"/>',
            )
        case _:
            looks = f'marL="{step * line.level}" indent="0"', "<a:buNone/>"
    space = f'<a:spcBef><a:spcPts val="{round(size * line.space * 100)}"/></a:spcBef>'
    level = f' lvl="{line.level}"' if line.level else ""
    text = runs(part, line.text, size, strong=line.strong)
    return f"<a:p><a:pPr {looks[0]}{level}>{space}{looks[1]}</a:pPr>{text}</a:p>"


def runs(part: Any, text: Inline, size: float, *, strong: bool = False) -> str:
    """Return text as runs; only links that a reader may follow are links."""
    several = (Run(text),) if isinstance(text, str) else text
    return "".join(_marked(part, each, size, strong) for each in several if each.text)


def _marked(part: Any, run: Run, size: float, strong: bool) -> str:
    looks = _sized(size) + (' b="1"' if strong else _MARKS.get(run.mark, ""))
    within = _CODE if run.mark == "code" else ""
    address = web_address(run.href)
    if address:
        number = part.relate_to(address, _LINK, is_external=True)
        within += f'<a:hlinkClick r:id="{number}"/>'
    return _run(flat(run.text), looks, within)


def _sized(size: float) -> str:
    return f' sz="{round(size * 100)}"' if size else ""


def _run(text: str, looks: str, within: str = "") -> str:
    if not text:
        return ""
    return f"<a:r><a:rPr{looks}>{within}</a:rPr><a:t>{escape(text)}</a:t></a:r>"
