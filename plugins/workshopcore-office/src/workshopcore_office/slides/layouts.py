"""Which of a template's layouts does what, whatever the house calls them.

PowerPoint writes into a layout what kind it is (``title``, ``obj``, ``titleOnly``), in every
language. Where a house made its own, its placeholders tell.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from workshopcore.errors import RenderError

__all__ = ["Layouts", "holder"]

_KINDS = {"cover": ("title",), "text": ("obj", "tx"), "board": ("titleOnly",)}
_BODIES, _FEET = ("body", "obj"), ("dt", "ftr", "sldNum")


@frozen
class Layouts:
    """The layouts of a deck.

    Attributes:
        cover: for the first slide.
        text: with a title and a body.
        board: with a title and room below it, for tables and figures.
    """

    cover: Any
    text: Any
    board: Any

    @classmethod
    def of(cls, presentation: Any, names: Mapping[str, str]) -> Layouts:
        """Return the layouts of a template.

        Args:
            presentation: the template.
            names: what the house calls them, by ``cover``, ``text`` and ``board``.

        Raises:
            RenderError: a name is not one, or no layout has both a title and a body.
        """
        layouts = [each for master in presentation.slide_masters for each in master.slide_layouts]
        unknown = sorted(set(names) - set(_KINDS))
        if unknown:
            raise RenderError(
                f"layouts are named for {', '.join(_KINDS)}; found {', '.join(unknown)}:"
                " correct it in the style"
            )
        found = {use: _chosen(layouts, use, names.get(use, "")) for use in _KINDS}
        text = found["text"]
        if text is None:
            raise RenderError(
                "the house's PowerPoint template has no layout with a title and a body:"
                " add one, or name it in the style as renderers.'office:pptx'.layouts.text"
            )
        return cls(found["cover"] or text, text, found["board"] or text)


def holder(slide: Any, *kinds: str) -> Any:
    """Return the first placeholder of these kinds on a slide or layout, ``None`` if there is none.

    One that says of no kind is a body.
    """
    for shape in slide.placeholders:
        if shape.element.ph.get("type", "obj") in kinds:
            return shape
    return None


def _chosen(layouts: list[Any], use: str, name: str) -> Any:
    if name:
        for layout in layouts:
            if layout.name == name:
                return layout
        known = ", ".join(layout.name for layout in layouts)
        raise RenderError(
            f"the house's PowerPoint template has no layout '{name}' for '{use}': it has {known}"
        )
    for kind in _KINDS[use]:
        for layout in layouts:
            if layout.element.get("type") == kind:
                return layout
    return next((layout for layout in layouts if _fits(layout, use)), None)


def _fits(layout: Any, use: str) -> bool:
    kinds = [each.element.ph.get("type", "obj") for each in layout.placeholders]
    body = any(kind in _BODIES for kind in kinds)
    match use:
        case "cover":
            return "ctrTitle" in kinds
        case "text":
            return "title" in kinds and body
    return "title" in kinds and not set(kinds) - {"title", *_FEET}
