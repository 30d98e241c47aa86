"""The sandbox in which reports are written: what comes out of it is Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Undefined

from workshopcore.reports.templates.keeping import why_kept
from workshopcore.reports.templates.layout import Layout
from workshopcore.reports.templates.values import Piece, joined
from workshopcore.reports.templates.words import FILTERS, written
from workshopcore.sandbox import Sandbox

__all__ = ["Scriptorium"]


class Scriptorium(Sandbox):
    """Writes Markdown in which values are spelt, so that they are nothing but words.

    Nothing is reckoned out while templates are compiled: they may be asked for in any language.
    """

    concat: Any = staticmethod(joined)

    def __init__(self, sources: Mapping[str, str]) -> None:
        super().__init__(
            sources,
            filters=FILTERS,
            extensions=[Layout],
            autoescape=False,
            finalize=written,
            keep_trailing_newline=True,
            optimized=False,
        )

    def written(self, name: str, values: Mapping[str, Any]) -> Piece:
        """Return what a template writes."""
        template = self.get_template(name)
        piece: Piece = joined(template.root_render_func(template.new_context(dict(values))))
        return piece

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Reckon with anything but Markdown."""
        for side in (left, right):
            if isinstance(side, Piece):
                str(side)  # which says why not
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return whether a template may read an attribute, in a report for these readers."""
        return not why_kept(obj, attr) and super().is_safe_attribute(obj, attr, value)

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """Return what an attribute is that a template may not read."""
        if hint := why_kept(obj, attribute):
            return self.undefined(hint, obj=obj, name=attribute, exc=SecurityError)
        return super().unsafe_undefined(obj, attribute)
