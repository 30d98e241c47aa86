"""The templates, compiled once for all renders."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from jinja2 import Environment, FunctionLoader, StrictUndefined

from workshopcore.contracts.report import (
    Bullets,
    Callout,
    Checklist,
    Facts,
    Figure,
    FormField,
    Item,
    PageBreak,
    Paragraph,
    QuoteBlock,
    Section,
    Table,
)
from workshopcore.errors import RenderError
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.html.marks import marked
from workshopcore.renderers.html.tables import grid_of

__all__ = ["environment"]

_MACROS: dict[type, str] = {
    Paragraph: "paragraph",
    Bullets: "bullets",
    Table: "table",
    Facts: "facts",
    QuoteBlock: "quote",
    Checklist: "checklist",
    FormField: "form_field",
    PageBreak: "page_break",
    Figure: "figure",
    Callout: "callout",
    Section: "section",
}


@lru_cache(maxsize=16)
def environment(roots: tuple[Traversable, ...] = ()) -> Environment:
    """Return the environment for these template folders; the library's own come last."""
    folders = (*roots, files("workshopcore.renderers") / "templates")

    def source(name: str) -> str | None:
        found = (folder / name for folder in folders)
        return next((file.read_text(encoding="utf-8") for file in found if file.is_file()), None)

    made = Environment(
        loader=FunctionLoader(source),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        keep_trailing_newline=False,
    )
    made.globals.update(block_kind=_macro_of, grid_of=grid_of, drawing_of=drawing_of, marked=marked)
    made.tests["item"] = lambda value: isinstance(value, Item)
    return made


def _macro_of(block: object) -> str:
    for kind in type(block).__mro__:
        if kind in _MACROS:
            return _MACROS[kind]
    raise RenderError(
        f"expected a block of a report, found {type(block).__name__}:"
        " compose what you need from the blocks of workshopcore.contracts.report"
    )
