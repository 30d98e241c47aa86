"""How the parts of a figure look: read from the stylesheet that web pages have, so it is one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from attrs import evolve, frozen

from workshopcore.contracts.reports import Style
from workshopcore.renderers.html.colour import mixed
from workshopcore.renderers.html.look import palette

__all__ = ["Look", "looks_of"]

_RULE = re.compile(r"^(svg [^{}]+)\{([^{}]*)\}", re.MULTILINE)
_SELECTOR = re.compile(r"svg ((?:\.[\w-]+)+|text)")
_VARIABLE = re.compile(r"var\(--([\w-]+)\)")
_BOLD_FROM = 600


@frozen
class Look:
    """What a shape is drawn with; lengths are CSS pixels.

    Attributes:
        fill, stroke: colours such as ``#1d4f7c``, ``""`` for none.
        width: of the line.
        dashed: whether the line is.
        size: of the letters.
        bold: whether they are.
    """

    fill: str = "#000000"
    stroke: str = ""
    width: float = 1
    dashed: bool = False
    size: float = 13
    bold: bool = False


class Looks:
    """The looks of one style, by the uses that shapes name."""

    def __init__(self, colours: Mapping[str, str]) -> None:
        self._colours = colours
        self._known: dict[tuple[str, str], Look] = {}

    @property
    def colours(self) -> Mapping[str, str]:
        """The colours of the style, by use."""
        return self._colours

    def of(self, kind: str, use: str) -> Look:
        """Return the look of a shape of a kind (``box``, ``line``, ``mark``, ``label``)."""
        found = self._known.get((kind, use))
        if found is None:
            found = self._known[kind, use] = self._made(kind, frozenset(use.split()))
        return found

    def _made(self, kind: str, uses: frozenset[str]) -> Look:
        look, opacity = Look(), 1.0
        for _, names, declared in sorted(_rules(), key=lambda rule: rule[0]):
            if names <= (uses | {"text"} if kind == "label" else uses):
                look = _with(look, declared, self._colours)
                opacity = float(declared.get("stroke-opacity", opacity))
        if opacity < 1 and look.stroke:
            look = evolve(look, stroke=mixed(self._colours["paper"], look.stroke, opacity))
        return look


def looks_of(style: Style) -> Looks:
    """Return the looks of a style.

    Raises:
        RenderError: a colour of the style is not one.
    """
    return Looks(palette(style))


@cache
def _rules() -> tuple[tuple[tuple[int, int], frozenset[str], Mapping[str, str]], ...]:
    """Return the rules for parts of figures: their rank, the uses they are for, what they set.

    As in CSS, of rules that fit, the one that names more uses wins, then the later one.
    """
    text = (files("workshopcore.renderers") / "templates" / "page.css").read_text(encoding="utf-8")
    screen = text.partition("@media")[0]
    found = []
    for number, (selectors, body) in enumerate(_RULE.findall(screen)):
        declared = dict(_pair(line) for line in body.split(";") if ":" in line)
        for selector in selectors.split(","):
            one = _SELECTOR.fullmatch(selector.strip())
            if one:
                names = frozenset(one[1].strip(".").split("."))
                rank = (len(names - {"text"}), number)
                found.append((rank, names, declared))
    return tuple(found)


def _pair(declaration: str) -> tuple[str, str]:
    name, _, value = declaration.partition(":")
    return name.strip(), value.strip()


def _with(look: Look, declared: Mapping[str, str], colours: Mapping[str, str]) -> Look:
    changes: dict[str, object] = {}
    for name, value in declared.items():
        match name:
            case "fill" | "stroke":
                changes[name] = _colour(value, colours)
            case "stroke-width":
                changes["width"] = float(value)
            case "stroke-dasharray":
                changes["dashed"] = True
            case "font-size":
                changes["size"] = float(value.removesuffix("px"))
            case "font-weight":
                changes["bold"] = int(value) >= _BOLD_FROM
    return evolve(look, **changes)  # type: ignore[arg-type]


def _colour(value: str, colours: Mapping[str, str]) -> str:
    variable = _VARIABLE.fullmatch(value)
    return colours[variable[1]] if variable else ""
