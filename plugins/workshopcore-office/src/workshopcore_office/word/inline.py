"""Text with marks and links, as runs of Word."""

from __future__ import annotations

from workshopcore.contracts.report import Inline, Run
from workshopcore.renderers.links import web_address
from workshopcore_office.word.manuscript import Manuscript
from workshopcore_office.word.markup import attribute, marked, run

__all__ = ["words"]


def words(manuscript: Manuscript, text: Inline) -> str:
    """Return text as runs; only links that a reader may follow are links."""
    if isinstance(text, str):
        return run(text)
    return "".join(_run(manuscript, each) for each in text)


def _run(manuscript: Manuscript, each: Run) -> str:
    mark = marked(each.mark, manuscript.styles["code"])
    address = web_address(each.href)
    if not (address and each.text):
        return run(each.text, mark)
    # A run has one style of letters; what follows from the mark is added to that of a link.
    style = f"<w:rStyle w:val={attribute(manuscript.styles['link'])}/>"
    shown = run(each.text, style + ("" if each.mark == "code" else mark))
    number = manuscript.link(address)
    return f'<w:hyperlink r:id="{number}" w:history="1">{shown}</w:hyperlink>'
