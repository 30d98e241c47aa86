"""How documents look: reports as HTML, Markdown and plain text, and the built-in styles."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources.abc import Traversable

from workshopcore.contracts.reports import Renderer
from workshopcore.renderers.html import HtmlRenderer
from workshopcore.renderers.markdown import MarkdownRenderer
from workshopcore.renderers.styles import built_in_styles
from workshopcore.renderers.text import TextRenderer

__all__ = [
    "HtmlRenderer",
    "MarkdownRenderer",
    "TextRenderer",
    "built_in_renderers",
    "built_in_styles",
]


def built_in_renderers(template_roots: Iterable[Traversable] = ()) -> tuple[Renderer, ...]:
    """Return the renderers that come with the library.

    Args:
        template_roots: folders whose templates replace the built-in ones of the same name.

    >>> [renderer.key for renderer in built_in_renderers()]
    ['html', 'markdown', 'text']
    """
    return (HtmlRenderer(tuple(template_roots)), MarkdownRenderer(), TextRenderer())
