"""The kinds of blocks, and what the template of each is called."""

from __future__ import annotations

from workshopcore.contracts.report import (
    Bullets,
    Callout,
    Checklist,
    Facts,
    Figure,
    FormField,
    PageBreak,
    Paragraph,
    QuoteBlock,
    Section,
    Table,
)
from workshopcore.errors import RenderError

__all__ = ["KINDS", "kind_of"]

KINDS: dict[type, str] = {
    Paragraph: "paragraph",
    Bullets: "bullets",
    Table: "table",
    Facts: "facts",
    QuoteBlock: "quote",
    Checklist: "checklist",
    FormField: "form-field",
    PageBreak: "page-break",
    Figure: "figure",
    Callout: "callout",
    Section: "section",
}


def kind_of(block: object) -> str:
    """Return the name of a block's template, without its ending.

    Raises:
        RenderError: it is no block.

    >>> kind_of(PageBreak())
    'page-break'
    """
    for kind in type(block).__mro__:
        if kind in KINDS:
            return KINDS[kind]
    raise RenderError(
        f"expected a block of a report, found {type(block).__name__}:"
        " compose what you need from the blocks of workshopcore.contracts.report"
    )
