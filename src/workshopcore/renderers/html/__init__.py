"""Reports as web pages: one file each, nothing fetched, printable.

Two of them have a script, and say the same without it: an index, and a run sheet.
"""

from __future__ import annotations

import re
from importlib.resources.abc import Traversable
from typing import Any

from attrs import field, frozen
from markupsafe import Markup

from workshopcore.contracts.report import Report, Section
from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.language import gettext_noop
from workshopcore.renderers.characters import encoded
from workshopcore.renderers.html.finder import finder
from workshopcore.renderers.html.live import live
from workshopcore.renderers.html.look import language, logo, stylesheet
from workshopcore.renderers.tree import anchors, as_of_line, says, widest_table

__all__ = ["HtmlRenderer"]

_MANY_SECTIONS = 5
_TOO_WIDE_FOR_PORTRAIT = 7
_RIGHT_TO_LEFT = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}
_NOT_A_NAME = re.compile(r"[^a-z0-9]+")


@frozen
class HtmlRenderer:
    """Writes a report as one self-contained HTML file that meets WCAG 2.2 AA.

    Attributes:
        template_roots: folders whose templates replace the built-in ones of the same name.
    """

    template_roots: tuple[Traversable, ...] = field(default=(), converter=tuple[Traversable, ...])
    key: str = field(default="html", init=False)
    title: str = field(default=gettext_noop("Web page"), init=False)
    suffix: str = field(default=".html", init=False)
    media_type: str = field(default="text/html", init=False)

    def render(self, report: Report, style: Style) -> bytes:
        """Return the page as UTF-8.

        Raises:
            RenderError: a template of a house fails, or the style has a value that is not one.
        """
        from jinja2 import TemplateError

        from workshopcore.renderers.html.house import house_templates
        from workshopcore.renderers.html.templates import environment

        try:
            page = environment(self.template_roots, style.templates).get_template("page.jinja")
            css = house_templates(style.templates).css
            text = page.render(_values(report, style, css))
        except TemplateError as fault:
            raise RenderError(_told(report, fault)) from fault
        return encoded(text)


def _values(report: Report, style: Style, css: str) -> dict[str, Any]:
    tag = language(report.language)
    names = anchors(report)
    landscape = widest_table(report) >= _TOO_WIDE_FOR_PORTRAIT
    look = stylesheet(style, report.title, landscape)
    return {
        "report": report,
        "style": style,
        "language": tag,
        "right_to_left": tag.split("-")[0].lower() in _RIGHT_TO_LEFT,
        "kind": _NOT_A_NAME.sub("-", report.key.lower()).strip("-"),
        "as_of": as_of_line(report),
        "logo": logo(style),
        "stylesheet": Markup(f"{look}\n{css}" if css else look),
        "anchors": names,
        "contents": _contents(report, names),
        "finder": finder(report),
        "live": live(report, style),
    }


def _contents(report: Report, names: dict[str, str]) -> list[tuple[str, str]]:
    sections = [
        (names[f"_{number}"], block.title)
        for number, block in enumerate(report.blocks, 1)
        if isinstance(block, Section) and says(block.title).strip()
    ]
    return sections if len(sections) >= _MANY_SECTIONS else []


def _told(report: Report, fault: Exception) -> str:
    name = getattr(fault, "name", None) or "page.jinja"
    line = getattr(fault, "lineno", None)
    where = f"{name}, line {line}" if line else str(name)
    return (
        f"report '{report.key}' as html: template {where}: {fault}."
        " Correct the template, or leave its folder out"
    )
