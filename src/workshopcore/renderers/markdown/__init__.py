"""Reports as Markdown: CommonMark with tables, fit for reading as it stands."""

from __future__ import annotations

from attrs import field, frozen

from workshopcore.contracts.report import Report
from workshopcore.contracts.reports import Style
from workshopcore.language import gettext_noop
from workshopcore.renderers.markdown.blocks import document_lines, heading
from workshopcore.renderers.markdown.inline import line
from workshopcore.renderers.tree import as_of_line

__all__ = ["MarkdownRenderer"]


@frozen
class MarkdownRenderer:
    """Writes a report as CommonMark with tables. Of a style only the foot has a place in it."""

    key: str = field(default="markdown", init=False)
    title: str = field(default=gettext_noop("Markdown"), init=False)
    suffix: str = field(default=".md", init=False)
    media_type: str = field(default="text/markdown", init=False)

    def render(self, report: Report, style: Style) -> bytes:
        """Return the document as UTF-8.

        Raises:
            RenderError: the report holds something that is not a block.
        """
        top = [heading(report.title, 1), line(report.subtitle), as_of_line(report)]
        body = document_lines(report.blocks, 2)
        foot = ["---", "", line(style.foot)] if style.foot.strip() else []
        parts = [*filter(None, top), *filter(None, ["\n".join(body), "\n".join(foot)])]
        return ("\n\n".join(parts) + "\n").encode()
