"""The templates, compiled once for all renders."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from jinja2 import Environment, FunctionLoader, StrictUndefined

from workshopcore.contracts.report import Item
from workshopcore.errors import RenderError
from workshopcore.language import gettext, ngettext, pgettext
from workshopcore.model.options import Options
from workshopcore.renderers.html.assembly import assembled
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.html.house import house_templates
from workshopcore.renderers.html.kinds import KINDS, kind_of
from workshopcore.renderers.html.marks import marked
from workshopcore.renderers.html.tables import grid_of

__all__ = ["environment"]

_BLOCKS = "blocks.jinja"
_NOTHING = Options()


@lru_cache(maxsize=16)
def environment(
    roots: tuple[Traversable, ...] = (), templates: Mapping[str, str] = _NOTHING
) -> Environment:
    """Return the environment for these template folders; the library's own come last.

    Args:
        roots: folders of plugins.
        templates: those of a style, which come first.

    Raises:
        RenderError: a template of the style is for nothing that there is, or cannot be read; or a
            plugin draws all blocks its own way.
    """
    house = house_templates(templates)
    own = files("workshopcore.renderers") / "templates"

    def of_plugin(name: str) -> str | None:
        found = (folder / name for folder in roots)
        return next((file.read_text(encoding="utf-8") for file in found if file.is_file()), None)

    def built_in(name: str) -> str | None:
        file = own / name
        return file.read_text(encoding="utf-8") if file.is_file() else None

    def source(name: str) -> str | None:
        found = of_plugin(name)
        if name != _BLOCKS:
            return found if found is not None else built_in(name)
        if found is not None:
            return _drawn_otherwise(found, house.kinds)
        plugins = [k for k in KINDS.values() if of_plugin(f"blocks/{k}.jinja") is not None]
        frame = built_in(_BLOCKS) or ""
        return assembled(frame, lambda k: built_in(f"blocks/{k}.jinja") or "", plugins, house.kinds)

    made = Environment(
        loader=FunctionLoader(source),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        keep_trailing_newline=False,
    )
    made.globals.update(
        block_kind=kind_of,
        drawing_of=drawing_of,
        gettext=gettext,
        grid_of=grid_of,
        marked=marked,
        ngettext=ngettext,
        of_house=house.draw,
        pgettext=pgettext,
    )
    made.tests["item"] = lambda value: isinstance(value, Item)
    return made


def _drawn_otherwise(blocks: str, kinds: frozenset[str]) -> str:
    """Return a plugin's template that draws every kind of block; nobody else can then draw some."""
    if kinds:
        raise RenderError(
            f"a plugin has a template '{_BLOCKS}' for all blocks, so the style's own for"
            f" {', '.join(sorted(kinds))} would not be used: leave one of them out"
        )
    return blocks
