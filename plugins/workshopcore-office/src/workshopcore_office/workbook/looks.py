"""The formats of a workbook, from the colours and fonts of a style; each of them made once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import evolve

from workshopcore.contracts.reports import Style
from workshopcore.renderers.html.colour import readable
from workshopcore.renderers.html.look import palette
from workshopcore.renderers.styles import DEFAULT_STYLE
from workshopcore_office.colours import digits_of

__all__ = ["SIZE", "Looks", "colours_of", "fonts_of"]

SIZE = 10.0
"""The size of letters where nothing else is said, in points."""
_WHITE = "#ffffff"
_COLOURED = re.compile(r"\w*color")
_FAMILY = re.compile(r"\s*['\"]?([\w -]+)")
_MARKS: Mapping[str, Mapping[str, Any]] = {
    "plain": {},
    "strong": {"bold": True},
    "emphasis": {"italic": True},
    "code": {"font_name": "Consolas", "font_size": 9},
}


def colours_of(style: Style) -> dict[str, str]:
    """Return the colours of a style as they can be read on a sheet, which is white.

    Raises:
        RenderError: a colour of the style is not one.
    """
    colours = palette(evolve(style, colours={**style.colours, "paper": _WHITE}))
    found = {**colours, "on-accent": readable(_WHITE, colours["accent-text"])}
    return {use: f"#{digits_of(colour)}" for use, colour in found.items()}


def fonts_of(style: Style) -> dict[str, str]:
    """Return the first family that a style names for each use: Excel knows no second choice."""
    named = {**DEFAULT_STYLE.fonts, **style.fonts}
    families = {use: _FAMILY.match(str(named[use])) for use in ("body", "heading")}
    return {use: match[1].strip() if match else "Arial" for use, match in families.items()}


class Looks:
    """The formats of one workbook.

    Args:
        workbook: an xlsxwriter workbook.
        style: the house's style.
        leftwards: whether its language is written from right to left.
    """

    def __init__(self, workbook: Any, style: Style, *, leftwards: bool) -> None:
        self.colours = colours_of(style)
        self.fonts = fonts_of(style)
        self.banded = style.tables == "bands"
        self._workbook = workbook
        self._leftwards = leftwards
        self._known: dict[tuple[tuple[str, Any], ...], Any] = {}

    def of(self, role: str, mark: str = "plain", **more: Any) -> Any:
        """Return the format of a role, with a mark and whatever is to be different."""
        values = {"valign": "top", "text_wrap": True, **roles()[role], **_MARKS[mark], **more}
        if self._leftwards:
            values["reading_order"] = 2
        return self._made(values)

    def letters(self, role: str, mark: str, *, linked: bool, **more: Any) -> Any:
        """Return the format of letters within a cell."""
        found = {**roles()[role], **more, **_MARKS[mark], **(roles()["link"] if linked else {})}
        kept = ("font", "font_name", "font_size", "font_color", "bold", "italic", "underline")
        return self._made({name: found[name] for name in kept if name in found})

    def chart_font(
        self, size: float = SIZE, *, bold: bool = False, colour: str = ""
    ) -> dict[str, Any]:
        """Return the letters of a chart, in the colour of text unless another one is given."""
        shown = colour or self.colours["text"]
        return {"name": self.fonts["body"], "size": size, "bold": bold, "color": shown}

    def rule(self, role: str) -> Any:
        """Return what a conditional format changes: it can give a cell no other letters."""
        kept = ("bold", "font_color", "bg_color")
        values = {name: roles()[role][name] for name in kept if name in roles()[role]}
        for name in kept[1:]:
            values[name] = self.colours[values[name]]
        return self._workbook.add_format(values)

    def size(self, role: str) -> float:
        """Return the size of a role's letters, in points."""
        return float(roles()[role].get("font_size", SIZE))

    def _made(self, values: Mapping[str, Any]) -> Any:
        named = dict(values)
        family = self.fonts[named.pop("font", "body")]
        named = {"font_name": family, "font_size": SIZE, "font_color": "text", **named}
        for name, value in named.items():
            if _COLOURED.fullmatch(name):
                named[name] = self.colours.get(value, value)
        key = tuple(sorted(named.items()))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._workbook.add_format(named)
        return found


@cache
def roles() -> Mapping[str, Mapping[str, Any]]:
    """Return how each role looks."""
    text = (files(__package__) / "roles.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
