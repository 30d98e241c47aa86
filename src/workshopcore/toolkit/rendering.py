"""Rendering a report: which renderer, in which style, and who is to blame if it fails."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from workshopcore.contracts.reports import Style
from workshopcore.errors import PluginCallError, RenderError
from workshopcore.plugins.calling import blamed
from workshopcore.renderers.styles.wording import in_house_words
from workshopcore.toolkit.spoken import spoken

if TYPE_CHECKING:
    from workshopcore.contracts.report import Report
    from workshopcore.contracts.reports import Renderer
    from workshopcore.plugins.registry import Registry

__all__ = ["DEFAULT", "chosen_style", "rendered"]

DEFAULT = "plain"
"""The style of documents that ask for none."""
_FILE = ".toml"


def chosen_style(styles: Mapping[str, Style], style: Style | str | None) -> Style:
    """Return a style by its key, or from a file ``….toml``; left out, the library's plain one.

    Raises:
        ProgrammeFileError: the file is no style.
        UnknownKeyError: there is no style of that key.
    """
    if isinstance(style, Style):
        return style
    if style and style.endswith(_FILE):
        from workshopcore.renderers.styles.reading import read_style

        return read_style(style)
    if style:
        return styles[style]
    return styles[DEFAULT]


def rendered(registry: Registry, renderer: Renderer, report: Report, style: Style) -> bytes:
    """Return the bytes of a report, its headings in the words of the house.

    Raises:
        RenderError: the renderer raised, or returned something else than bytes.
    """
    plugin = registry.collected("renderers").owners[renderer.key]
    renderer = _furnished(registry, renderer)
    what = f"the renderer '{renderer.key}' failed on the report '{report.name}'"
    try:
        with (
            spoken(registry, report.language, style.dates),
            blamed(plugin, "workshopcore_renderers", what, passes=(RenderError,)),
        ):
            data = renderer.render(in_house_words(report, style), style)
            if not isinstance(data, bytes):
                raise TypeError(f"expected bytes, found {type(data).__name__}")
    except PluginCallError as failure:
        registry.record(failure)
        raise RenderError(str(failure)) from failure
    return data


def _furnished(registry: Registry, renderer: Renderer) -> Renderer:
    """Return a renderer with plugins' template folders, if it is one that looks for any."""
    if getattr(renderer, "template_roots", None) != () or not attrs.has(type(renderer)):
        return renderer
    roots = tuple(registry.collected("template_roots").things.values())
    one: Any = renderer
    return attrs.evolve(one, template_roots=roots) if roots else one  # type: ignore[no-any-return]
