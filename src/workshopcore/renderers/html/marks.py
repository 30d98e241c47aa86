"""Text with marks and links, as HTML."""

from __future__ import annotations

from markupsafe import Markup

from workshopcore.contracts.report import Inline, Run
from workshopcore.renderers.links import web_address

__all__ = ["marked"]

_MARKS = {
    "plain": Markup("{}"),
    "strong": Markup("<strong>{}</strong>"),
    "emphasis": Markup("<em>{}</em>"),
    "code": Markup("<code>{}</code>"),
}
_LINK = Markup('<a href="{}">{}</a>')


def marked(text: Inline) -> str:
    """Return text as HTML; whatever people wrote in it is escaped.

    >>> print(marked((Run("Due "), Run("<soon>", "strong"))))
    Due <strong>&lt;soon&gt;</strong>
    """
    if isinstance(text, str):
        return Markup.escape(text)
    return Markup("").join(_run(run) for run in text)


def _run(run: Run) -> Markup:
    shown = _MARKS[run.mark].format(run.text)
    address = web_address(run.href)
    return _LINK.format(address, shown) if address else shown
